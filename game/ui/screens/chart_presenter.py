"""The points chart: what could have been had, history's point, the offers, the agreement.

x is one's own scale, y the other side's. They are two scales and nothing here compares them.
"""

from dataclasses import dataclass, fields, replace

from game.analysis.course import offers
from game.analysis.findings import moment_of_truth, possible
from game.analysis.frontier import frontier
from game.rules.package import OPEN, Package
from game.rules.reasoned import points_reasoned
from game.rules.scenario import Scenario
from game.rules.transcript import Replay
from game.rules.utility import points
from game.text.explain import term_lines
from game.text.wording import LETTERS, Wording
from game.ui.screens.parts import Control
from game.ui.wishes import AskWhy

MOST_POINTS = 600
"""Possible packages drawn at most; points of equal worth are drawn once."""


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A package on the chart: x the own points, y the other side's."""

    x: int
    y: int
    label: str  # "" for one without
    detail: str  # the package in words, for the tooltip and the reader
    ask: Control | None = None  # of an offer, whose numbers are told: what makes them


@dataclass(frozen=True, slots=True)
class ChartNames:
    """What the signs on the chart stand for."""

    frontier: str
    possible: str
    offers: str
    theirs: str
    reservation: str
    pair: str  # what the two numbers of an offer are


@dataclass(frozen=True, slots=True)
class PointsChart:
    """The points chart."""

    x_label: str
    y_label: str
    frontier: tuple[ChartPoint, ...]  # on which neither can gain unless the other loses; x ascending
    possible: tuple[ChartPoint, ...]  # what both homes would have carried
    offers: tuple[ChartPoint, ...]  # of one's own, in their order
    theirs: tuple[ChartPoint, ...]
    history: ChartPoint | None
    agreement: ChartPoint | None
    x_reservation: int
    y_reservation: int
    note: str
    names: ChartNames


def points_chart(wording: Wording, scenario: Scenario, course: Replay, party: int) -> PointsChart | None:
    """Return the chart of a game that is over, None of one that goes on."""
    say, outcome = wording.say, course.final.outcome
    if outcome is None:
        return None
    could = possible(scenario, moment_of_truth(course))
    seen: dict[tuple[int, int], Package] = {}
    for each in could:
        seen.setdefault(each.values, each.package)

    def point(package: Package, label: str = "") -> ChartPoint:
        own, other = (points(scenario, side, package) for side in (party, 1 - party))
        return ChartPoint(own, other, label, wording.talked(package))

    def offered(side: int, package: Package, label: str) -> ChartPoint:
        made = point(package, label)
        id = f"point:{side}:{label}"
        reasons = tuple(points_reasoned(scenario, each, package) for each in (party, 1 - party))
        axes = (say("ui.chart.axis", party=scenario.parties[each].name) for each in (party, 1 - party))
        told = (
            line
            for axis, each in zip(axes, reasons, strict=True)
            for line in (axis, *term_lines(wording, each))
        )
        label = f"{label}  ({made.x} | {made.y})"
        note = "\n".join((made.detail, *told))
        return replace(made, ask=Control(id, label, AskWhy(id), note, reasons=reasons))

    def tabled(side: int) -> tuple[ChartPoint, ...]:
        made = offers(scenario, course, side)
        return tuple(
            offered(side, package, f"{number}{LETTERS[which] if len(offer.packages) > 1 else ''}")
            for number, offer in enumerate(made, start=1)
            for which, package in enumerate(offer.packages)
        )

    edge = {each.values: each.package for each in frontier(could)}
    history = scenario.historical_package()
    return PointsChart(
        x_label=say("ui.chart.axis", party=scenario.parties[party].name),
        y_label=say("ui.chart.axis", party=scenario.parties[1 - party].name),
        frontier=tuple(sorted((point(each) for each in edge.values()), key=lambda each: each.x)),
        possible=tuple(point(each) for each in list(seen.values())[:MOST_POINTS]),
        offers=tabled(party),
        theirs=tabled(1 - party),
        history=point(history, say("ui.chart.history")) if OPEN not in history else None,
        agreement=point(outcome.package, say("ui.chart.agreement")) if outcome.signed else None,
        x_reservation=outcome.reservation[party],
        y_reservation=outcome.reservation[1 - party],
        note=say("ending.scale"),
        names=ChartNames(*(say(f"ui.chart.{each.name}") for each in fields(ChartNames))),
    )
