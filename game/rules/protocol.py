"""The round table: where the talks go from a round on a trigger.

The table is declared and checked with the `transitions` library in `content/machine.py`, which compiles
it to the plain mapping that is looked up here.
"""

from game.rules.scenario import Scenario, Trigger
from game.rules.state import State


def next_round(scenario: Scenario, state: State, trigger: Trigger) -> int:
    """Return the round, or `END`, that follows the present one on `trigger`.

    The first edge whose guard holds for what is provisionally agreed is taken; an edge without a guard
    always holds.

    Raises:
        KeyError: the round has no way out on `trigger`; the loader lets no such scenario pass.
    """
    for edge in scenario.protocol[state.round, trigger]:
        if edge.guard is None or edge.guard.evaluate(state.provisional, state, scenario):
            return edge.target
    raise KeyError(f"no guard of {scenario.rounds[state.round].id} holds on {trigger.value}")
