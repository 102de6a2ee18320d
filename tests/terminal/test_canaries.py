"""What leaves the program for one seat holds nothing that only the other side knows."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

import pytest

from game.desk.exporting import excerpt_of
from game.desk.frames import frames
from game.desk.game_csv import game_csv
from game.desk.game_json import position_json, seat_game_json
from game.desk.positions import board_lines, told_lines
from game.rules.moves import Act
from game.rules.transcript import Made, Replay, replay
from game.session.excerpt import encode_excerpt
from game.text.catalogue import Catalogue
from tests.conftest import DELETION, loaded
from tests.rules.walking import walk
from tests.terminal.canaries import games, marked, marks_for

GAMES = 24


def given(say: Catalogue, course: Replay, party: int) -> dict[str, str]:
    """Return all that a seat may be given of a game."""
    scenario = marked(party)
    whole = json.dumps(seat_game_json(say, scenario, course, party), ensure_ascii=False)
    return {
        "excerpt": encode_excerpt(excerpt_of(say, scenario, course, party)).decode(),
        "json": whole,
        "csv": game_csv(say, scenario, course, party).decode(),
    }


@pytest.mark.parametrize("party", [0, 1])
def test_no_mark_of_the_other_side_leaves_the_program(say: Catalogue, party: int) -> None:
    met: set[str] = set()
    for course in games(party, GAMES):
        assert course.error is None
        marks = marks_for(party, course)
        met |= {type(item).__name__ for happenings in course.happenings for item in happenings}
        for kind, text in given(say, course, party).items():
            assert marks.found(text) == [], kind
    assert {"Ended", "Voted", "DecisionTaken", "EventFelt", "ActionFelt", "HomeAnswered"} <= met


@pytest.mark.parametrize("party", [0, 1])
def test_what_a_seat_knows_of_its_own_side_is_there(say: Catalogue, party: int) -> None:
    """Or the marks would prove nothing."""
    told = "".join(given(say, course, party)["excerpt"] for course in games(party, GAMES))
    for id in (("unity", "v_two_ways"), ("season", "t_rumour"))[party]:
        assert f"zq{party}_{id}" in told
    assert '"points":{"' + ("vale", "tarn")[party] in told


def leaks(say: Catalogue, party: int) -> dict[str, Callable[[Replay], str]]:
    """Return ways of giving away too much, each as somebody may write it by mistake."""
    scenario, them = marked(party), 1 - party

    def with_whole_scenario(course: Replay) -> str:
        found = frames(scenario, course, party)
        return json.dumps([position_json(replace(each, scenario=scenario), None) for each in found])

    def with_whole_state(course: Replay) -> str:
        found = frames(scenario, course, party)
        pairs = zip(found, (course.states[each.step] for each in found), strict=True)
        return json.dumps([position_json(replace(each, state=state), None) for each, state in pairs])

    def with_all_happenings(course: Replay) -> str:
        return "".join("".join(told_lines(say, each, party)) for each in frames(scenario, course, None))

    def with_the_board_of_both(course: Replay) -> str:
        return "".join("".join(board_lines(say, each, None)) for each in frames(scenario, course, None))

    def with_every_move(course: Replay) -> str:
        found = [each for each in frames(scenario, course, None) if each.author == them]
        return json.dumps([position_json(each, party).get("move", "") for each in found])

    def with_the_fingerprint_s_files(course: Replay) -> str:
        return "".join(order.sentence for order in scenario.orders)

    return {
        each.__name__: each
        for each in (
            with_whole_scenario,
            with_whole_state,
            with_all_happenings,
            with_the_board_of_both,
            with_every_move,
            with_the_fingerprint_s_files,
        )
    }


@pytest.mark.parametrize("party", [0, 1])
@pytest.mark.parametrize(
    "leak",
    [
        "with_whole_scenario",
        "with_whole_state",
        "with_all_happenings",
        "with_the_board_of_both",
        "with_every_move",
        "with_the_fingerprint_s_files",
    ],
)
def test_a_planted_leak_is_found(say: Catalogue, leak: str, party: int) -> None:
    planted = leaks(say, party)[leak]
    assert any(marks_for(party, course).found(planted(course)) for course in games(party, GAMES))


@pytest.mark.parametrize("party", [0, 1])
def test_moves_made_unseen_leave_no_gap_and_no_number(say: Catalogue, party: int) -> None:
    scenario, hidden = marked(party), 0
    for course in games(party, GAMES):
        found = frames(scenario, course, party)
        assert [each.number for each in found] == list(range(len(found)))
        views = [each.view.number for each in found if each.view is not None]
        assert views == sorted(views)
        hidden += len(course.moves) + 1 - len(found)
        for each in found:
            assert each.made is None or each.made.author == party
            if each.made is not None and isinstance(each.made.move, Act):
                assert scenario.actions[each.made.move.action].party[party]
    assert hidden, "in none of the games did the other side do anything unseen"


def texts_of(value: object) -> Iterator[str]:
    """Yield every text in a scenario or brief, whatever it is part of."""
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from texts_of(item)
    elif isinstance(value, Mapping):
        yield from texts_of(tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from texts_of(getattr(value, each.name))


@pytest.mark.long
@pytest.mark.parametrize("name", ["the-deletion", "two-towns"])
def test_no_text_outside_a_party_s_brief_leaves_the_program_for_it(say: Catalogue, name: str) -> None:
    """The marks of Two Ports test the brief too; this takes it for granted and tests the other scenarios."""
    scenario = loaded(DELETION.parent / name)
    whole = {text for text in texts_of(scenario) if len(text) >= 24}
    for seed in range(40):
        astray = 6 * (seed % 2) if name == "the-deletion" else 0
        moves = [Made(ply.author, ply.move) for ply in walk(scenario, seed, astray=astray)]
        course = replay(scenario, moves)
        for party in (0, 1):
            told = frames(scenario, course, party)
            briefs = {id(each.scenario): each.scenario for each in told}.values()
            public = "\n".join(text for brief in briefs for text in texts_of(brief))
            public += "\n".join(text for each in told for text in texts_of(each.state.offers))  # words said
            secrets = {text for text in whole if text not in public}
            assert len(secrets) > 40, "or there is nothing to be found"
            given = encode_excerpt(excerpt_of(say, scenario, course, party)).decode()
            given += game_csv(say, scenario, course, party).decode()
            assert [text for text in secrets if text in given] == []
