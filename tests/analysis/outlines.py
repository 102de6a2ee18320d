"""Where a position of play stands in an outline."""

from game.analysis.folding import DRAWING, HAPPENED, PENDING, SCHEDULED, TAKEN, Kept
from game.analysis.outline import PLACE
from game.rules.state import State


def placed(what: Kept, state: State) -> tuple[int, ...]:
    """Return the values that the variables of an outline have in `state`, which is not the end."""
    values = [0] * len(what.variables)
    values[PLACE] = what.places.index((state.round, state.slot))
    for index, place in what.meters.items():
        values[place] = state.meters[index]
    for index, place in what.flags.items():
        values[place] = int(state.flags[index])
    for index, place in what.issues.items():
        values[place] = what.ladders[index][state.provisional[index]]
    for index, place in what.decisions.items():
        choice = state.taken[index] if index in what.told else 0
        values[place] = TAKEN + choice if state.taken[index] >= 0 else PENDING * state.put[index]
    for index, place in what.actions.items():
        values[place] = int(any(uses[index] for uses in state.uses))
    for index, place in what.events.items():
        booked = any(event == index for event, _ in state.scheduled)
        here = HAPPENED if state.fired[index] else SCHEDULED * booked
        values[place] = DRAWING if index in state.draws else here
    for index, place in what.orders.items():
        values[place] = int(state.levels[index])
    return tuple(values)
