"""Points of packages to both parties, and the packages on which neither can gain unless the other loses.

The two scales are never compared: only better and worse on each.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from game.rules.home import would_ratify
from game.rules.package import Package
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.utility import points


class Homes(Enum):
    """Whether a package counts that a home would not carry."""

    NOT_ASKED = "not_asked"
    BOTH_CARRY = "both_carry"


@dataclass(frozen=True, slots=True)
class Point:
    """A package and what it is worth to each party, each on its own scale."""

    package: Package
    values: tuple[int, int]


def valued(scenario: Scenario, state: State, packages: Iterable[Package], homes: Homes) -> Iterator[Point]:
    """Yield each of `packages` with its points, leaving out what a home would refuse in `state` if asked."""
    for package in packages:
        if homes is Homes.BOTH_CARRY and not all(
            would_ratify(scenario, state, party, package) for party in (0, 1)
        ):
            continue
        yield Point(package, (points(scenario, 0, package), points(scenario, 1, package)))


def frontier(candidates: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points that no other dominates, best for party 0 first.

    One point dominates another when it is worth at least as much to both parties and more to one.
    Packages of equal worth to both are all kept, in the order in which they came.

    Source: Pareto (1906), Manuale di economia politica, for the criterion.
    """
    ranked = sorted(candidates, key=lambda point: (-point.values[0], -point.values[1]))
    efficient: list[Point] = []
    for point in ranked:
        # everything before it is worth at least as much to party 0
        if not efficient or point.values[1] > efficient[-1].values[1] or point.values == efficient[-1].values:
            efficient.append(point)
    return tuple(efficient)


def left_on_the_table(candidates: Iterable[Point], reached: tuple[int, int], party: int) -> int:
    """Return the largest gain for `party`, in its points, that would have cost the other nothing.

    0 where no candidate is better for `party` without being worse for the other than `reached`.
    """
    gains = (
        point.values[party] - reached[party]
        for point in candidates
        if point.values[1 - party] >= reached[1 - party]
    )
    return max(0, max(gains, default=0))
