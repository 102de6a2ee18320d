"""What a delegation knows will come: the dated events of its own calendar, before they happen.

A party reads in its brief what the clock will do to it, so that it need not agree today to what it could
not sign tomorrow, nor sign what the vote will not bear. Chance it does not foresee.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.rules.expressions import Expression
from game.rules.home import LEAST, MOST
from game.rules.scenario import Add, Event, MoveReservation, RoundKind
from game.rules.state import State
from game.rules.utility import reservation
from game.rules.view import PartyView

TO_SIGN = 2
"""Exchanges that an offer takes at most to be accepted and signed by both."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A change of a meter that an event will bring where its condition holds."""

    when: Expression
    meter: int
    amount: Expression


def _own_events(view: PartyView) -> Iterator[tuple[int, Event]]:
    """Yield the events that the party knows of, that are still to come and that leave nothing to chance."""
    for index, event in enumerate(view.scenario.events):
        to_come = event.repeats or not view.state.fired[index]
        if event.seen[view.party] and event.when is not None and to_come and not event.outcomes:
            yield index, event


def at_the_vote(view: PartyView) -> tuple[State, tuple[Coming, ...]]:
    """Return the opening of the next ratification as it may be imagined now, and what events would do to
    meters then: who showed its home's line knows what going below it costs."""
    scenario, state = view.scenario, view.state
    votes = (i for i, item in enumerate(scenario.rounds) if item.kind is RoundKind.RATIFICATION)
    round_ = next((i for i in votes if i > state.round), None)
    if round_ is None:
        return state, ()
    found = [
        Coming(event.when, effect.meter, effect.amount)
        for _, event in _own_events(view)
        for effect in event.effects
        if isinstance(effect, Add) and effect.when is None and scenario.meters[effect.meter].seen[view.party]
        if event.when is not None
    ]
    return replace(state, round=round_, slot=0, exchange=0), tuple(found)


def reservation_when_signed(view: PartyView) -> int:
    """Return the highest reservation value of the party from now until an offer made now could be signed,
    in points."""
    scenario, state, party = view.scenario, view.state, view.party
    most = reservation(scenario, state, party)
    fired: set[int] = set()
    for _ in range(TO_SIGN):
        following = _next_exchange(view, state)
        if following is None:
            return most
        state = following
        for index, event in _own_events(view):
            if index in fired or event.when is None:
                continue
            if event.when.evaluate(state.provisional, state, scenario):
                fired.add(index)
                state = _after(view, state, event)
        most = max(most, reservation(scenario, state, party))
    return most


def _next_exchange(view: PartyView, state: State) -> State | None:
    slots = view.scenario.rounds[state.round].slots
    if state.exchange + 1 < slots[state.slot].exchanges:
        return replace(state, exchange=state.exchange + 1)
    if state.slot + 1 < len(slots):
        return replace(state, slot=state.slot + 1, exchange=0)
    return None


def _after(view: PartyView, state: State, event: Event) -> State:
    """Return `state` with what `event` does to the meters the party sees and to its reservation value."""
    scenario = view.scenario
    meters, moved = list(state.meters), list(state.moved_reservation)
    for effect in event.effects:
        if not isinstance(effect, Add | MoveReservation):
            continue
        if effect.when is not None and not effect.when.evaluate(state.provisional, state, scenario):
            continue
        by = effect.amount.evaluate(state.provisional, state, scenario)
        if isinstance(effect, MoveReservation):
            moved[effect.party] += by if effect.party == view.party else 0
        elif scenario.meters[effect.meter].seen[view.party]:
            meters[effect.meter] = max(LEAST, min(MOST, meters[effect.meter] + by))
    return replace(state, meters=tuple(meters), moved_reservation=(moved[0], moved[1]))
