"""How often conditions were asked and held; those of ways out and endings tell it themselves."""

from dataclasses import dataclass, replace

from game.rules.expressions import Evaluator, Expression
from game.rules.package import Package
from game.rules.scenario import Edge, Ending, Scenario
from game.rules.state import State


@dataclass(slots=True)
class Guard:
    """How often a condition was asked, and how often it held."""

    asked: int = 0
    held: int = 0


GuardKey = tuple[str, int, int, int]
"""("action", index, -1, -1), ("choice", decision, choice, -1), ("ending", index, -1, -1) or
("way", round, place of the trigger in `Trigger`, place among the ways)."""


def telling(scenario: Scenario, guards: dict[GuardKey, Guard]) -> Scenario:
    """Return `scenario` with ways out and endings whose conditions tell how they were judged."""
    table = {}
    for (round_, trigger), edges in scenario.protocol.items():
        place = list(type(trigger)).index(trigger)
        table[round_, trigger] = tuple(
            Edge(_telling(edge.guard, guards, ("way", round_, place, n)), edge.target)
            for n, edge in enumerate(edges)
        )
    endings: list[Ending] = [
        replace(ending, when=_telling(ending.when, guards, ("ending", index, -1, -1)))
        for index, ending in enumerate(scenario.endings)
    ]
    return replace(scenario, protocol=table, endings=tuple(endings))


def _telling(guard: Expression | None, guards: dict[GuardKey, Guard], key: GuardKey) -> Expression | None:
    if guard is None:
        return None
    judged = guard.evaluate

    def evaluate(package: Package, state: State, scenario: Scenario) -> int:
        holds = judged(package, state, scenario)
        seen = guards.setdefault(key, Guard())
        seen.asked += 1
        seen.held += bool(holds)
        return holds

    told: Evaluator = evaluate
    return Expression(guard.text, guard.tree, told)
