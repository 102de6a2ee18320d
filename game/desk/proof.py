"""What is known of a scenario for all courses of play, and the places in its files to tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.analysis.guards import Guard, guards, verdict
from game.analysis.reach import Reach
from game.analysis.relaxation import relaxed
from game.content.diagnostics import Code, Place, Placed
from game.content.reading import Reading
from game.rules.expressions import Expression
from game.rules.scenario import Scenario

Where = Placed | Place


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault that was found, before it is told."""

    code: Code
    place: Place
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class Proof:
    """A scenario, all that may ever be met in it, where its conditions are written, and what was found."""

    reading: Reading
    scenario: Scenario
    reach: Reach
    judged: tuple[tuple[Guard, tuple[int, int]], ...]
    """Every condition with whether it always holds and whether it ever does, each as 0 or 1."""
    conditions: dict[int, Placed]  # by the identity of the expression
    found: list[Finding] = field(default_factory=list)

    @staticmethod
    def of(reading: Reading, scenario: Scenario) -> Proof:
        """Return what can be known; what an instructor may let happen counts as possible."""
        reach = relaxed(scenario, instructed=True)
        judged = tuple((guard, verdict(reach, guard)) for guard in guards(reach))
        conditions: dict[int, Placed] = {id(each.expression): each.node for each in reading.parsed}
        return Proof(reading, scenario, reach, judged, conditions)

    def at(self, expression: Expression) -> Where:
        """Return where a condition is written, the whole scenario where nobody wrote it."""
        return self.conditions.get(id(expression), self.reading.main)

    def add(self, code: Code, where: Where, **values: object) -> None:
        """Note a fault."""
        self.found.append(Finding(code, where if isinstance(where, Place) else where.place, values))
