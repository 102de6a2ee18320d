"""What is known of a scenario for all courses of play, and the places in its files to tell of it."""

from __future__ import annotations

from dataclasses import dataclass

from game.analysis.reach import Reach
from game.analysis.relaxation import relaxed
from game.content.diagnostics import Code, Place, Placed
from game.content.reading import Reading, spot
from game.rules.expressions import Expression
from game.rules.scenario import Scenario

Where = Placed | Place


@dataclass(frozen=True, slots=True)
class Proof:
    """A scenario, all that may ever be met in it, and where each of its conditions is written."""

    reading: Reading
    scenario: Scenario
    reach: Reach
    conditions: dict[int, Placed]  # by the identity of the expression

    @staticmethod
    def of(reading: Reading, scenario: Scenario) -> Proof:
        """Return what can be known; what an instructor may let happen counts as possible."""
        conditions: dict[int, Placed] = {id(each.expression): each.node for each in reading.parsed}
        return Proof(reading, scenario, relaxed(scenario, instructed=True), conditions)

    def at(self, expression: Expression) -> Where:
        """Return where a condition is written, the whole scenario where nobody wrote it."""
        return self.conditions.get(id(expression), self.reading.main)

    def add(self, code: Code, where: Where, **values: object) -> None:
        """Report a fault."""
        self.reading.report.add(code, where, **values)

    def line(self, where: Where) -> str:
        """Return a place for the inside of a sentence."""
        return spot(where if isinstance(where, Place) else where.place)
