"""Delegates who are sent, meetings for decisions only, time that actions take, and the instrument's pull."""

from dataclasses import replace

from game.rules.apply import apply, open_negotiation
from game.rules.delegations import delegation
from game.rules.expressions import Comparison as C
from game.rules.expressions import Expression, RoundCompare, Truth
from game.rules.happenings import (
    DelegateChanged,
    Happening,
    IssueReopened,
    MeterChanged,
    RoundEntered,
    SlotOpened,
)
from game.rules.legality import refusal
from game.rules.moves import Accept, Act, Decide, Expire, Hold, Move, Propose, Sign, WalkOut
from game.rules.package import OPEN
from game.rules.refusals import Why
from game.rules.scenario import (
    EITHER,
    END,
    NATURE,
    Action,
    ActionKind,
    Alternative,
    Appoint,
    Choice,
    Decision,
    Delegate,
    Delegation,
    Edge,
    Effect,
    Recall,
    Scenario,
    Signs,
    Slot,
    Trigger,
)
from game.rules.state import State, to_move
from game.rules.utility import batna
from game.rules.view import view_for
from tests.rules.drafting import DUES, FERRY, FORM, ISSUES, need, scenario, with_option

ALWAYS = Expression.of("true", Truth(True))
VALE, TARN = 0, 1
WEEKLY, DAILY = 1, 2
ACCORD, TREATY = 1, 2


def action(id: str, *effects: Effect, takes: int = 0) -> Action:
    both = (True, True)
    return Action(
        id, id, both, ActionKind.PLAIN, True, None, "", 0, takes, None, None, effects, "", "", "", 0, ""
    )  # fmt: skip


def decision(id: str, party: int, *effects: Effect) -> Decision:
    choice = Choice("so", "So", None, "", effects, None, "", 0, "")
    return Decision(id, party, id, "", ALWAYS, (choice, replace(choice, id="else")), "")


def made(base: Scenario, *moves: tuple[int, Move]) -> tuple[State, list[Happening]]:
    """Return the state after moves, all legal, and what happened at the last."""
    state, told = open_negotiation(base)
    for author, move in moves:
        assert refusal(base, state, author, move) is None, (author, move)
        state, told = apply(base, state, author, move)
    return state, list(told)


def package(**options: int) -> tuple[int, ...]:
    ids = [issue.id for issue in ISSUES]
    return tuple(options.get(id, OPEN) for id in ids)


def two_rounds(base: Scenario) -> Scenario:
    first = base.rounds[0]
    second = replace(first, id="later", slots=(Slot("day_9", "day 9", 704_009, 9, 2),))
    ways = {(0, trigger): (Edge(None, 1),) for trigger in Trigger}
    ends = {(1, trigger): (Edge(None, END),) for trigger in Trigger}
    return replace(base, rounds=(first, second), protocol={**ways, **ends})


# -- delegates

MINISTER = Delegation("the Minister", (), Signs.NONE, False, False, 2, None)


def with_minister(*, stays: bool) -> Scenario:
    base = two_rounds(scenario())
    sends = (action("send", Appoint(0)), action("recall", Recall(VALE)))
    return replace(base, delegates=(Delegate("minister", VALE, MINISTER, stays),), actions=sends)


def test_an_appointed_delegate_speaks_with_its_own_powers() -> None:
    base = with_minister(stays=False)
    state, told = made(base, (VALE, Act(0)))
    assert delegation(base, state, VALE) is MINISTER
    assert DelegateChanged(VALE, 0) in told
    everything = package(ferry=1, pilots=1, dues=2, force=1, flag=1, form=1, seal=1)
    offered = apply(base, state, VALE, Propose((everything,))).state
    agreed = apply(base, offered, TARN, Accept()).state
    found = refusal(base, agreed, VALE, Sign())
    assert found is not None
    assert found.why is Why.NO_FULL_POWERS


def test_a_recall_brings_back_the_delegation_of_the_round() -> None:
    base = with_minister(stays=False)
    state, told = made(base, (VALE, Act(0)), (VALE, Hold()), (TARN, Act(1)))
    assert state.delegates == (-1, -1)
    assert DelegateChanged(VALE, -1) in told


def test_a_new_round_brings_its_own_delegation_unless_the_delegate_stays() -> None:
    for stays, expected in ((False, -1), (True, 0)):
        state, told = made(with_minister(stays=stays), (VALE, Act(0)), (VALE, WalkOut()))
        assert RoundEntered(1) in told
        assert state.delegates == (expected, -1)


# -- meetings for decisions only


def cards(*decisions: Decision, slots: int = 1) -> Scenario:
    """Return two rounds; the first has only meetings without exchanges, in which `decisions` are put."""
    base = two_rounds(scenario())
    meetings = tuple(Slot(f"card_{n}", "", 704_000 + n, n, 0) for n in range(slots))
    first = replace(base.rounds[0], slots=meetings)
    return replace(base, rounds=(first, base.rounds[1]), decisions=decisions)


def test_a_meeting_without_exchanges_passes_by_itself() -> None:
    state, told = made(cards(slots=2))
    opened = [(each.round, each.slot) for each in told if isinstance(each, SlotOpened)]
    assert opened == [(0, 0), (0, 1), (1, 0)]
    assert state.turn == VALE


def test_it_waits_for_every_decision_and_nothing_else_is_played() -> None:
    base = cards(decision("v", VALE), decision("t", TARN))
    state, _ = made(base)
    assert (state.round, state.turn) == (0, EITHER)
    assert refusal(base, state, VALE, Hold()).why is Why.DECISION_FIRST  # type: ignore[union-attr]
    assert refusal(base, state, NATURE, Expire()).why is Why.NOT_DUE  # type: ignore[union-attr]
    state, _ = made(base, (VALE, Decide(0, 0)))
    assert (state.round, to_move(state)) == (0, TARN)
    state, _ = made(base, (VALE, Decide(0, 0)), (TARN, Decide(1, 0)))
    assert state.round == 1


def test_decisions_of_the_two_sides_may_be_answered_in_either_order() -> None:
    base = cards(decision("v", VALE), decision("t", TARN))
    one, _ = made(base, (VALE, Decide(0, 0)), (TARN, Decide(1, 1)))
    two, _ = made(base, (TARN, Decide(1, 1)), (VALE, Decide(0, 0)))
    assert one == two


def test_nobody_sees_whether_the_other_has_decided() -> None:
    base = cards(decision("v", VALE), decision("w", VALE), decision("t", TARN))
    before, _ = made(base)
    after, _ = made(base, (VALE, Decide(0, 0)))
    assert view_for(base, before, TARN).state == view_for(base, after, TARN).state
    assert to_move(view_for(base, after, TARN).state) == TARN


# -- time that actions take


def test_an_action_that_takes_exchanges_shortens_the_meeting_for_both() -> None:
    base = replace(scenario(), actions=(action("recess", takes=1),))
    state, _ = made(base, (VALE, Act(0)), (VALE, Hold("")))
    assert (state.slot, state.exchange, state.turn) == (0, 0, TARN), "the other side has its turn yet"
    offer = Propose((package(ferry=WEEKLY),))
    state, _ = made(base, (VALE, Act(0)), (VALE, Hold("")), (TARN, offer))
    assert (state.slot, state.exchange, state.lost) == (1, 0, 0)


# -- the instrument


def bound_to_treaty() -> Scenario:
    """Return talks in which a daily ferry needs a treaty."""
    daily = ISSUES[FERRY].options[DAILY]
    bound = replace(daily, needs=(need(FORM, TREATY, "a daily ferry needs a treaty", FERRY, FORM),))
    return with_option(scenario(), FERRY, DAILY, bound)


def test_another_instrument_reopens_exactly_what_needs_the_old_one() -> None:
    base = bound_to_treaty()
    agreed = ((VALE, Propose((package(ferry=DAILY, dues=1),))), (TARN, Accept()))
    state, told = made(base, *agreed, (VALE, Propose((package(form=ACCORD),))), (TARN, Accept()))
    assert [each for each in told if isinstance(each, IssueReopened)] == [IssueReopened(-1, FERRY)]
    assert state.provisional[FERRY] == OPEN
    assert (state.provisional[DUES], state.provisional[FORM]) == (1, ACCORD)


def test_what_is_offered_together_with_the_instrument_must_fit_it() -> None:
    base = bound_to_treaty()
    found = refusal(base, open_negotiation(base).state, VALE, Propose((package(ferry=DAILY, form=ACCORD),)))
    assert found is not None
    assert (found.why, found.issue) == (Why.NEEDS, FERRY)


def test_nothing_but_the_instrument_reopens_what_is_agreed() -> None:
    half = replace(ISSUES[DUES].options[1], needs=(need(FERRY, WEEKLY, "half needs weekly", DUES, FERRY),))
    base = with_option(scenario(), DUES, 1, half)
    agreed = ((VALE, Propose((package(dues=1),))), (TARN, Accept()))
    state, _ = made(base, *agreed)
    found = refusal(base, state, VALE, Propose((package(ferry=DAILY),)))
    assert found is not None
    assert (found.why, found.issue) == (Why.NEEDS, DUES)


# -- between rounds, and without an agreement


def test_trust_drifts_between_rounds_and_stops_where_it_drifts_to() -> None:
    for start, to, by, expected in ((5, 8, 1, 6), (5, 2, 2, 3), (5, 6, 3, 6), (5, 5, 2, 5), (5, 9, 0, 5)):
        base = two_rounds(scenario())
        base = replace(base, conduct=replace(base.conduct, drift_to=to, drift_by=by))
        state, told = made(base, (VALE, WalkOut()))
        assert state.meters[0] == expected
        moved = [each for each in told if isinstance(each, MeterChanged)]
        assert moved == ([] if expected == start else [MeterChanged(0, start, expected, "drift")])


def test_the_course_without_an_agreement_is_the_first_that_holds() -> None:
    later = Expression.of("round == later", RoundCompare(C.EQ, 1))
    base = two_rounds(scenario())
    home = replace(base.homes[VALE], alternatives=(Alternative(later, "Row no more."),))
    base = replace(base, homes=(home, base.homes[TARN]))
    first, _ = made(base)
    second, _ = made(base, (VALE, WalkOut()))
    assert batna(base, first, VALE) == "Row as before."
    assert batna(base, second, VALE) == "Row no more."
