"""How time passes: turns, exchanges, meetings and rounds, and how the talks end."""

from dataclasses import replace

from game.rules.draft import Draft
from game.rules.effects import fall
from game.rules.happenings import Ended, IssueReopened, RoundEntered, SlotOpened
from game.rules.package import OPEN, Package, empty, without
from game.rules.protocol import next_round
from game.rules.scenario import EITHER, END, RoundKind, Trigger
from game.rules.state import Outcome, Question, QuestionKind, slot_ordinal
from game.rules.utility import points, reservation

PASSES_END_A_MEETING = 2
"""Two holds in a row end a meeting (negotiation-model section 1)."""


def end_turn(draft: Draft, party: int, *, held: bool) -> None:
    """Pass the turn on after the table move of `party`, and the meeting if its exchanges are used."""
    state = draft.state
    if state.turn == EITHER:  # the move of a choice: such a meeting ends when all is decided
        return
    here = draft.scenario.rounds[state.round]
    over = party != here.opens
    draft.set(
        acted=False,
        turn=1 - party,
        passes=state.passes + 1 if held else 0,
        exchange=state.exchange + 1 + state.lost if over else state.exchange,
        lost=0 if over else state.lost,
    )
    if draft.state.passes >= PASSES_END_A_MEETING or (
        draft.state.exchange >= here.slots[state.slot].exchanges
    ):
        next_slot(draft)


def next_slot(draft: Draft) -> None:
    """Open the next meeting; after the last the homes vote, or the time of the round is over."""
    state = draft.state
    here = draft.scenario.rounds[state.round]
    if state.slot + 1 < len(here.slots):
        _open_slot(draft, state.slot + 1)
    elif here.kind is RoundKind.RATIFICATION:
        draft.set(voting=True, exchange=max(0, here.slots[state.slot].exchanges - 1))
    else:
        # The last meeting stays the present one, so that dates and slots keep their meaning.
        draft.set(ended=Trigger.DEADLINE, exchange=max(0, here.slots[state.slot].exchanges - 1))


def _open_slot(draft: Draft, slot: int) -> None:
    state = draft.state
    here = draft.scenario.rounds[state.round]
    waiting = tuple(replace(question, due=question.due - 1) for question in state.questions)
    turn = here.opens if here.slots[slot].exchanges else EITHER
    draft.set(slot=slot, exchange=0, turn=turn, passes=0, lost=0, questions=waiting)
    draft.tell(SlotOpened(state.round, slot))
    lapse = draft.scenario.conduct.lapse_after
    now = slot_ordinal(draft.scenario, draft.state)
    for party in (0, 1):
        offer = draft.state.offers[party]
        if lapse and offer is not None and now - offer.slot >= lapse:
            fall(draft, party, lapsed=True)


def leave_round(draft: Draft, trigger: Trigger) -> None:
    """Go where the protocol leads from here on `trigger`: to another round, or to the end."""
    draft.set(ended=None)
    target = next_round(draft.scenario, draft.state, trigger)
    if target == END:
        _finish(draft, trigger)
    else:
        _drift(draft)
        enter_round(draft, target)


def _drift(draft: Draft) -> None:
    """Let trust move towards what it is between strangers: the pause between rounds cools and heals."""
    conduct = draft.scenario.conduct
    away = conduct.drift_to - draft.state.meters[conduct.meter]
    draft.add_meter(conduct.meter, max(-conduct.drift_by, min(conduct.drift_by, away)), "drift")


def enter_round(draft: Draft, index: int) -> None:
    """Begin a round: standing offers fall, agreement, trust and knowledge persist.

    Talks after a signature that home refused begin with nothing signed, and each vote is a new one.
    """
    scenario = draft.scenario
    here = scenario.rounds[index]
    for party in (0, 1):
        fall(draft, party, lapsed=False)
    draft.set(
        round=index,
        slot=0,
        exchange=0,
        turn=here.opens,
        acted=False,
        passes=0,
        holds=(0, 0),
        signed=(False, False),
        signed_package=None if here.kind is RoundKind.TALKS else draft.state.signed_package,
        votes=(None, None),
        delegates=_who_stays(draft),
        agenda=tuple(issue in here.agenda for issue in range(len(scenario.issues))),
    )
    draft.tell(RoundEntered(index))
    reopen_issues(draft, tuple(sorted(here.reopens)), party=-1)
    _open_slot(draft, 0)


def _who_stays(draft: Draft) -> tuple[int, int]:
    """Return the delegates who speak on in the next round."""
    first, second = (
        sent if sent >= 0 and draft.scenario.delegates[sent].stays else -1 for sent in draft.state.delegates
    )
    return first, second


def reopen_issues(draft: Draft, issues: tuple[int, ...], *, party: int) -> None:
    """Open agreed issues again; no home need confirm them any more."""
    for issue in issues:
        if draft.state.provisional[issue] != OPEN:
            draft.set_entry("provisional", issue, OPEN)
            draft.set_entry("referendum", issue, (False, False))
            draft.tell(IssueReopened(party, issue))
    gone = frozenset(issues)
    left = tuple(_less(question, gone) for question in draft.state.questions)
    draft.set(questions=tuple(q for q in left if q.kind is QuestionKind.PERMISSION or q.issues))


def _less(question: Question, gone: frozenset[int]) -> Question:
    """Return what is left of a question when the issues `gone` are open again."""
    if gone.isdisjoint(question.issues):
        return question
    issues = tuple(issue for issue in question.issues if issue not in gone)
    return replace(question, package=without(question.package, gone), issues=issues)


def _finish(draft: Draft, trigger: Trigger) -> None:
    scenario, state = draft.scenario, draft.state
    package: Package = empty(len(scenario.issues))
    values = (reservation(scenario, state, 0), reservation(scenario, state, 1))
    earned = values
    ratified = state.signed_package is not None and trigger in (Trigger.RATIFIED, Trigger.CONCLUDED)
    if state.signed_package is not None:
        package = state.signed_package
        values = state.signed_reservation
        if ratified:
            earned = (points(scenario, 0, package), points(scenario, 1, package))
        else:
            cost = scenario.homes
            earned = (values[0] - cost[0].refused_cost, values[1] - cost[1].refused_cost)
    ending = next(
        index
        for index, item in enumerate(scenario.endings)
        if trigger in item.after
        and (item.when is None or item.when.evaluate(state.provisional, state, scenario))
    )
    outcome = Outcome(trigger, ending, package, state.signed_package is not None, ratified, earned, values)
    draft.set(outcome=outcome, questions=(), draws=(), voting=False, pending=((), ()))
    draft.tell(Ended(outcome))
