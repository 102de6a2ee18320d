"""Equal visible happenings, byte-equal views, refusals included (negotiation-model section 4).

Many games are played that differ in the other side's secrets and hidden acts alone. Whatever a party has
seen so far must determine its view: a second view for the same happenings is a leak.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic, draw
from game.rules.legal_moves import LegalMoves
from game.rules.legality import refusal
from game.rules.moves import Act, Decide, Move, PartyMove
from game.rules.scenario import Level, Scenario
from game.rules.state import State, to_move
from game.rules.view import seen_by, view_for
from tests.rules.walking import Dice, attempts

Show = Callable[[Scenario, State, int, int, int], str]
"""(scenario, state, party, visible records, all records) -> the bytes that party is shown."""


def honest(scenario: Scenario, state: State, party: int, visible: int, _all: int) -> str:
    moves = attempts(scenario, view_for(scenario, state, party).state, Dice(visible))
    refusals = [refusal(scenario, state, party, move) for move in moves]
    return repr((view_for(scenario, state, party, visible), refusals))


def shared_numbering(scenario: Scenario, state: State, party: int, _visible: int, all_: int) -> str:
    return repr(view_for(scenario, state, party, all_))


def stale_by_a_hidden_act(scenario: Scenario, state: State, party: int, visible: int, all_: int) -> str:
    hidden = all_ - visible
    return honest(scenario, state, party, visible, all_) + f"a command at {visible} is stale: {hidden > 2}"


def refusal_quoting_the_others_limit(
    scenario: Scenario, state: State, party: int, visible: int, _all: int
) -> str:
    theirs = [i for i, order in enumerate(scenario.orders) if order.party != party and state.levels[i]]
    return honest(scenario, state, party, visible, _all) + f"they could not take it either: {theirs}"


def order_by_a_hidden_value(scenario: Scenario, state: State, party: int, visible: int, _all: int) -> str:
    weights = [max(options) for options in scenario.points[1 - party]]
    order = sorted(range(len(weights)), key=lambda issue: -weights[issue])
    return honest(scenario, state, party, visible, _all) + repr(order)


def with_other_secrets(scenario: Scenario, party: int, key: int) -> Scenario:
    """Return `scenario` with the secrets of the side across from `party` drawn anew."""
    them, dice = 1 - party, Dice(key)
    points = tuple(
        tuple(max(0, value + dice(21) - 10) for value in options) for options in scenario.points[them]
    )
    pair = (scenario.points[0], points) if them == 1 else (points, scenario.points[1])
    return replace(
        scenario,
        points=pair,
        linkages=tuple(
            item if item.party == party else replace(item, points=dice(20) - 10) for item in scenario.linkages
        ),
        orders=tuple(
            item if item.party == party or dice(3) else replace(item, level=Level(dice(3)))
            for item in scenario.orders
        ),
        constituencies=tuple(
            item if item.party == party else replace(item, start=dice(11)) for item in scenario.constituencies
        ),
        meters=tuple(item if item.seen[party] else replace(item, start=dice(11)) for item in scenario.meters),
    )


def is_hidden(scenario: Scenario, move: Move) -> bool:
    match move:
        case Act(action):
            return not scenario.actions[action].table
        case Decide():
            return True
        case _:
            return False


def play(
    scenario: Scenario, party: int, key: int, twist: int, show: Show, seen: dict[str, str]
) -> str | None:
    """Play one game; return a description of the first leak, if any.

    Public moves follow `key`; the hidden acts of the other side follow `twist`.
    """
    opened = open_negotiation(scenario)
    state = opened.state
    log = [seen_by(scenario, opened.happenings, party)]
    visible = 0
    public = Dice(key)
    for records in range(120):
        if to_move(state) in (0, 1):
            happened = repr(log)
            shown = show(scenario, state, party, visible, records)
            if seen.setdefault(happened, shown) != shown:
                return f"at record {records} the same happenings give another view"
        due = automatic(scenario, state, key, 0, visible)
        if due is None and to_move(state) not in (0, 1):
            return None
        author, move = due or (to_move(state), _chosen(scenario, state, party, public, twist + records))
        applied = apply(scenario, state, author, move)
        told = seen_by(scenario, applied.happenings, party)
        if told:
            visible += 1
            log.append(told)
        state = applied.state
    return None


def _chosen(scenario: Scenario, state: State, party: int, public: Dice, twist: int) -> PartyMove:
    who = to_move(state)
    legal = LegalMoves(scenario, state, who)
    if who != party:
        hidden = [m for m in legal._actions() if is_hidden(scenario, m) and m in legal]
        if state.pending[who]:
            return legal.sample(Dice(twist))
        if hidden and draw(twist, 0, 0, "hidden", 2):
            return hidden[draw(twist, 0, 0, "which", len(hidden))]
    # The public course must not depend on what is hidden: the same draws, the same first legal move.
    start = public.count
    for attempt in range(40):
        dice = Dice(public.seed + 1000 * attempt, start)
        move = legal.sample(dice)
        if not is_hidden(scenario, move) or who == party or state.pending[who]:
            public.count = start + 40
            return move
    raise AssertionError("no public move found")


def leak(scenario: Scenario, party: int, key: int, show: Show, games: int = 6) -> str | None:
    seen: dict[str, str] = {}
    for game in range(games):
        variant = with_other_secrets(scenario, party, game * 31 + key) if game % 2 else scenario
        found = play(variant, party, key, twist=game * 1009 + key, show=show, seen=seen)
        if found:
            return found
    return None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(key=st.integers(0, 10**6), party=st.integers(0, 1))
def test_equal_visible_happenings_give_byte_equal_views(ports: Scenario, key: int, party: int) -> None:
    assert leak(ports, party, key, honest) is None


@settings(max_examples=10, deadline=None)
@given(key=st.integers(0, 10**6), party=st.integers(0, 1))
def test_equal_visible_happenings_give_byte_equal_views_in_moscow(
    deletion: Scenario, key: int, party: int
) -> None:
    assert leak(deletion, party, key, honest) is None


@pytest.mark.parametrize(
    "planted",
    [shared_numbering, stale_by_a_hidden_act, refusal_quoting_the_others_limit, order_by_a_hidden_value],
)
def test_a_planted_leak_is_found(ports: Scenario, planted: Show) -> None:
    assert any(leak(ports, party, key, planted) for party in (0, 1) for key in range(30))


def test_a_brief_holds_nothing_of_the_other_side(deletion: Scenario) -> None:
    for party in (0, 1):
        view = view_for(deletion, open_negotiation(deletion).state, party)
        shown = repr(view)
        theirs = deletion.briefing.confidential[1 - party]
        assert theirs not in shown
        for order in deletion.orders:
            if order.party != party and order.sentence:
                assert order.sentence not in shown
        for item in deletion.constituencies:
            if item.party != party:
                assert all(repr(term) not in shown for term in item.terms)
