"""The packages that could still be agreed, dearest first for one party.

A bot counts them once and keeps them: they depend on the scenario, what is on the agenda and what stands
agreed, and on nothing that happens beside the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import gcd, prod

from game.ai.bot import Draw
from game.rules.mandate import level_of
from game.rules.package import OPEN, Package
from game.rules.scenario import Level, Need, RoundKind, Scenario
from game.rules.state import State
from game.rules.utility import points
from game.rules.view import PartyView

SPACE_LIMIT = 20_000
"""Beyond so many combinations an even sample of them is taken."""


@dataclass(frozen=True, slots=True)
class Priced:
    """A whole package (what is agreed and one option for all that may be talked about) and its points."""

    points: int
    package: Package


class Space:
    """The packages open to one party, cached; `never` are the (issue, option) pairs it does not touch."""

    __slots__ = ("_found", "_never", "_party")

    def __init__(self, party: int, never: frozenset[tuple[int, int]]) -> None:
        self._party = party
        self._never = never
        self._found: dict[tuple[str, Package, tuple[bool, ...]], tuple[Priced, ...]] = {}

    def packages(self, view: PartyView, draw: Draw, agreed: Package | None = None) -> tuple[Priced, ...]:
        """Return the packages upon `agreed` (what stands agreed, unless given), dearest first."""
        state, scenario = view.state, view.scenario
        under = state.provisional if agreed is None else agreed
        key = (scenario.fingerprint, under, state.agenda)
        if key not in self._found:
            wider = self._wider(scenario, under, state.agenda)
            self._found[key] = (
                self._counted(scenario, state, under, draw)
                if wider is None
                else tuple(one for one in wider if _lies_upon(one.package, under))
            )
        return self._found[key]

    def _wider(
        self, scenario: Scenario, under: Package, agenda: tuple[bool, ...]
    ) -> tuple[Priced, ...] | None:
        """Return a list counted before that holds every package upon `under`, if there is one."""
        for (fingerprint, before, talked), found in self._found.items():
            if fingerprint != scenario.fingerprint or talked != agenda or len(found) >= SPACE_LIMIT:
                continue
            if all(
                b in (n, OPEN) and (b == n or agenda[i])
                for i, (b, n) in enumerate(zip(before, under, strict=True))
            ):
                return found
        return None

    def _counted(self, scenario: Scenario, state: State, under: Package, draw: Draw) -> tuple[Priced, ...]:
        ladders: list[Sequence[int]] = []
        for issue, item in enumerate(scenario.issues):
            if under[issue] == OPEN and state.agenda[issue]:
                every = range(len(item.options))
                ladders.append([option for option in every if (issue, option) not in self._never])
            else:
                ladders.append([under[issue]])
        total = prod(map(len, ladders))
        combinations = product(*ladders) if total <= SPACE_LIMIT else _sampled(ladders, total, draw)
        needs = {
            (issue, option): item.options[option].needs
            for issue, item in enumerate(scenario.issues)
            for option in range(len(item.options))
            if item.options[option].needs
        }
        found = [
            Priced(points(scenario, self._party, package), package)
            for package in combinations
            if _needs_met(scenario, state, package, needs)
        ]
        return tuple(sorted(found, key=lambda one: (-one.points, one.package)))


def _lies_upon(package: Package, under: Package) -> bool:
    return all(u in (OPEN, p) for p, u in zip(package, under, strict=True))


def _needs_met(
    scenario: Scenario, state: State, package: Package, needs: dict[tuple[int, int], tuple[Need, ...]]
) -> bool:
    for issue, option in enumerate(package):
        for need in needs.get((issue, option), ()):
            if all(package[i] != OPEN for i in need.issues) and not need.when.evaluate(
                package, state, scenario
            ):
                return False
    return True


def _sampled(ladders: Sequence[Sequence[int]], total: int, draw: Draw) -> list[Package]:
    """Return `SPACE_LIMIT` combinations at even distances in a shuffled order, none twice."""
    stride = total // SPACE_LIMIT + 1
    while gcd(stride, total) != 1:
        stride += 1
    at = draw("game:sample", total)
    packages = []
    for _ in range(SPACE_LIMIT):
        left = at
        package = []
        for ladder in ladders:
            left, place = divmod(left, len(ladder))
            package.append(ladder[place])
        packages.append(tuple(package))
        at = (at + stride) % total
    return packages


def later_points(scenario: Scenario, state: State, party: int, package: Package) -> int:
    """Return what `party` may expect of the issues that `package` leaves to a later round: the mean of
    the options that its orders do not rule out, rounded down."""
    total = 0
    for issue, option in enumerate(package):
        if option == OPEN and not state.agenda[issue] and _comes_later(scenario, state, issue):
            values = [
                value
                for place, value in enumerate(scenario.points[party][issue])
                if level_of(scenario, state, party, issue, place) is not Level.NEVER
            ]
            total += sum(values) // len(values) if values else 0
    return total


def _comes_later(scenario: Scenario, state: State, issue: int) -> bool:
    return any(
        round_.kind is RoundKind.TALKS and issue in round_.agenda
        for round_ in scenario.rounds[state.round + 1 :]
    )
