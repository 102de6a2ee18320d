"""What leaves the authority for one seat does not depend on what only the other may know."""

import json
from dataclasses import fields, replace
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.chance import draw
from game.rules.happenings import Disowned, Ended, HomeAnswered, Voted
from game.rules.legal_moves import LegalMoves
from game.rules.scenario import Scenario
from game.rules.state import State, to_move
from game.session.answers import Accepted, Command, Refused
from game.session.seats import name_of
from game.session.view_json import brief_to_json, view_to_json
from tests.conftest import PORTS, loaded
from tests.rules.playing import parsed
from tests.session.tables import table


@lru_cache
def two_ports() -> Scenario:
    """Return the scenario, not as an argument: a failing property prints its arguments."""
    return loaded(PORTS)


def with_other_points(scenario: Scenario, party: int, add: int) -> Scenario:
    """Return `scenario` with the points, floor and constituencies of the side across changed."""
    them = 1 - party
    points = tuple(tuple(value + add for value in options) for options in scenario.points[them])
    homes = list(scenario.homes)
    homes[them] = replace(homes[them], quorum=homes[them].quorum + add, reservation=(), batna="secret")
    pair = list(scenario.points)
    pair[them] = points
    groups = tuple(
        group if group.party == party else replace(group, start=0, note="secret")
        for group in scenario.constituencies
    )
    return replace(
        scenario,
        points=(pair[0], pair[1]),
        homes=(homes[0], homes[1]),
        constituencies=groups,
        fingerprint=f"another {add}",
    )


def test_equal_views_give_equal_bytes_and_every_field_of_the_state_is_there(ports: Scenario) -> None:
    session = table(ports).session
    text = view_to_json(session.view("vale"))
    assert text == view_to_json(session.view("vale"))
    value = json.loads(text)
    assert list(value) == ["party", "number", "brief", "state"]
    assert list(value["state"]) == [field.name for field in fields(State)]


@pytest.mark.parametrize(
    "field", ["round", "slot", "exchange", "turn", "agenda", "provisional", "offers", "holds", "changes"]
)
def test_another_state_gives_other_bytes(ports: Scenario, field: str) -> None:
    session = table(ports).session
    view = session.view("vale")
    other = replace(view, state=replace(view.state, **{field: 99}))
    assert view_to_json(view) != view_to_json(other)


def test_the_fingerprint_of_both_sides_secrets_is_not_sent(ports: Scenario) -> None:
    brief = brief_to_json(table(ports).session.view("vale").scenario)
    assert ports.fingerprint.encode() not in brief


def test_sets_are_written_in_one_order(ports: Scenario) -> None:
    view = table(ports).session.view("vale")
    there = replace(view, state=replace(view.state, issue_uses=frozenset([0, 8])))
    back = replace(view, state=replace(view.state, issue_uses=frozenset([8, 0])))  # walked the other way
    assert view_to_json(there) == view_to_json(back)


HOMES_SPEAK = (HomeAnswered, Disowned, Voted, Ended)
"""What follows from the secrets of a home and is public all the same."""


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), party=st.integers(0, 1), add=st.integers(1, 9))
def test_a_seat_is_sent_the_same_whatever_the_other_side_values(seed: int, party: int, add: int) -> None:
    """Until a home speaks: what a home answers and votes is public and follows from its secrets."""
    scenario = two_ports()
    real = table(scenario, seed=seed).listen()
    other = table(with_other_points(scenario, party, add), seed=seed).listen()
    seat = name_of(scenario, party)
    for step in range(30):
        assert view_to_json(real.session.view(seat)) == view_to_json(other.session.view(seat))
        mover = to_move(real.session.state)
        if mover not in (0, 1):
            return
        rolls = iter(range(10**6))
        legal = LegalMoves(scenario, real.session.state, mover)
        move = legal.sample(lambda sides, step=step, rolls=rolls: draw(seed, step, next(rolls), "", sides))
        who = name_of(scenario, mover)
        command = Command(f"c{step}", who, real.session.number(who), move)
        heard = len(real.heard[seat])
        answers = [
            each.session.submit(replace(command, at=each.session.number(who))) for each in (real, other)
        ]
        if mover == party:
            assert type(answers[0]) is type(answers[1])
        elif isinstance(answers[1], Refused):
            return  # what the other side may do follows from its own secrets
        news = [item for told in real.heard[seat][heard:] for item in told.happenings]
        news += [item for told in other.heard[seat][heard:] for item in told.happenings]
        if any(isinstance(item, HOMES_SPEAK) for item in news):
            return
        assert real.heard[seat] == other.heard[seat]


def test_a_seat_is_sent_the_same_whatever_the_other_side_does_in_its_back_room(ports: Scenario) -> None:
    quiet, busy = table(ports).listen(), table(ports).listen()
    quiet.make("vale hold", "tarn hold")
    busy.make("vale act walk_the_quay")
    busy.session.undo("vale")
    busy.make("vale act walk_the_quay", "vale hold", "tarn hold")
    assert len(busy.session.records) > len(quiet.session.records)
    if to_move(quiet.session.state) == to_move(busy.session.state):
        assert [told.number for told in quiet.heard["tarn"]] == [told.number for told in busy.heard["tarn"]]
    move = parsed(ports, "tarn propose ferry=none")[1]
    for session in (quiet.session, busy.session):
        answer = session.submit(Command("late", "tarn", 0, move))
        assert not isinstance(answer, Accepted)
        assert answer.why.value == "STALE"
