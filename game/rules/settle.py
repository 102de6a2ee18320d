"""What follows by itself after a move: events, decisions put, a breakdown, a change of round."""

from game.rules.calendar import leave_round, next_slot
from game.rules.draft import Draft
from game.rules.effects import put_decision, run_effects
from game.rules.happenings import EventFelt, EventHappened
from game.rules.scenario import EITHER, RoundKind, Trigger
from game.rules.state import State, question_due, slot_ordinal


def settle(draft: Draft, injected: int | None = None) -> None:
    """Scan events in file order until nothing more fires, each at most once a move; then see to the rest.

    Conditions see the state before their own effects (negotiation-model section 2). Decisions are put, and
    time or place change, only when no event follows any more where the talks stand.

    Args:
        injected: an event that the instructor has let happen in this move already.
    """
    fired = set() if injected is None else {injected}
    moving = True
    while moving and draft.state.outcome is None:
        moving = _events(draft, fired)
        if moving:
            continue
        _decisions(draft)
        _breakdown(draft)
        ended = draft.state.ended
        if ended is not None and not draft.state.draws:
            leave_round(draft, ended)
            moving = True
        elif _all_is_decided(draft.state):
            next_slot(draft)
            moving = True


def _all_is_decided(state: State) -> bool:
    """Say whether a meeting for decisions only has nothing more to wait for."""
    if state.turn != EITHER or state.voting or state.ended is not None:
        return False
    return not (any(state.pending) or state.draws or question_due(state) is not None)


def _events(draft: Draft, fired: set[int]) -> bool:
    any_fired = False
    for index, event in enumerate(draft.scenario.events):
        state = draft.state
        if index in fired or (state.fired[index] and not event.repeats):
            continue
        due = next((item for item in state.scheduled if _is_due(draft, item, index)), None)
        if due is not None:
            draft.set(scheduled=tuple(item for item in state.scheduled if item is not due))
        elif event.when is None or not event.when.evaluate(state.provisional, state, draft.scenario):
            continue
        fired.add(index)
        fire_event(draft, index)
        any_fired = True
    return any_fired


def _is_due(draft: Draft, item: tuple[int, int], event: int) -> bool:
    return item[0] == event and item[1] <= slot_ordinal(draft.scenario, draft.state)


def fire_event(draft: Draft, index: int) -> None:
    """Let an event happen: its effects now, its outcome once nature has drawn."""
    event = draft.scenario.events[index]
    draft.set_entry("fired", index, draft.state.fired[index] + 1)
    if any(event.seen):
        draft.tell(EventHappened(index))
    if not all(event.seen) and event.footprint:
        draft.tell(EventFelt(index))
    if all(event.seen):
        draft.bump()
    run_effects(draft, event.effects, f"event:{event.id}")
    if event.outcomes:
        draft.set(draws=(*draft.state.draws, index))


def _decisions(draft: Draft) -> None:
    for index, decision in enumerate(draft.scenario.decisions):
        state = draft.state
        if (
            not state.put[index]
            and decision.when is not None
            and decision.when.evaluate(state.provisional, state, draft.scenario)
        ):
            put_decision(draft, index)


def _breakdown(draft: Draft) -> None:
    state, conduct = draft.state, draft.scenario.conduct
    talks = draft.scenario.rounds[state.round].kind is RoundKind.TALKS
    if talks and state.ended is None and state.meters[conduct.meter] <= conduct.breaks_at:
        draft.set(ended=Trigger.BREAKDOWN)
