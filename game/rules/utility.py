"""What a package is worth to a party, what having none is worth, and how far an offer moved.

Points are authored integers on each party's own scale (best package about 100 before linkages); the two
scales are never compared. Additive points with linkages: Raiffa (1982), The Art and Science of
Negotiation, part III on many issues.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.rules.package import OPEN, Package, decided
from game.rules.scenario import Basis, Scenario, Term
from game.rules.state import State


@dataclass(frozen=True, slots=True)
class PointTerm:
    """One summand of the points of a package: an option's, or (`linkage`) a combination's."""

    issue: int | None
    option: int | None
    linkage: int | None  # position in `Scenario.linkages`
    points: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Contribution:
    """One summand of a support or a reservation value; `term` is -1 for what no term gives."""

    term: int
    amount: int
    why: str
    basis: Basis | None


# Conditions of points read options only, by the loader's check, so no state is at hand here.
_NO_STATE: State = None  # type: ignore[assignment]


def points(scenario: Scenario, party: int, package: Package) -> int:
    """Return what `package` is worth to `party`; an open issue counts nothing."""
    table = scenario.points[party]
    total = sum(table[issue][option] for issue, option in enumerate(package) if option != OPEN)
    for linkage in scenario.linkages:
        if linkage.party == party and linkage.when.evaluate(package, _NO_STATE, scenario):
            total += linkage.points
    return total


def terms(scenario: Scenario, party: int, package: Package) -> tuple[PointTerm, ...]:
    """Return the summands of `points`, options first, each with its basis."""
    options = [
        PointTerm(
            issue, option, None, scenario.points[party][issue][option], scenario.points_basis[party][issue]
        )
        for issue, option in decided(package)
    ]
    linkages = [
        PointTerm(None, None, index, linkage.points, linkage.basis)
        for index, linkage in enumerate(scenario.linkages)
        if linkage.party == party and linkage.when.evaluate(package, _NO_STATE, scenario)
    ]
    return (*options, *linkages)


def contributions(
    scenario: Scenario, state: State, items: Sequence[Term], package: Package
) -> tuple[Contribution, ...]:
    """Return the terms of `items` that count for `package` in `state`, with their amounts."""
    return tuple(
        Contribution(index, term.add.evaluate(package, state, scenario), term.why, term.basis)
        for index, term in enumerate(items)
        if term.when is None or term.when.evaluate(package, state, scenario)
    )


def reservation_terms(scenario: Scenario, state: State, party: int) -> tuple[Contribution, ...]:
    """Return the summands of `reservation`."""
    home = scenario.homes[party]
    found = contributions(scenario, state, home.reservation, state.provisional)
    moved = state.moved_reservation[party]
    return (*found, Contribution(-1, moved, "", None)) if moved else found


def batna(scenario: Scenario, state: State, party: int) -> str:
    """Return the course of action that `party` has without an agreement *now*, in words."""
    home = scenario.homes[party]
    for each in home.alternatives:
        if each.when.evaluate(state.provisional, state, scenario):
            return each.words
    return home.batna


def reservation(scenario: Scenario, state: State, party: int) -> int:
    """Return the points of having no agreement *now*: the reservation value of `party`."""
    return sum(item.amount for item in reservation_terms(scenario, state, party))


def steps_towards(scenario: Scenario, party: int, package: Package) -> int:
    """Return how many rungs of the ladders `package` stands towards `party`'s ideal, over its issues.

    Unordered issues count nothing. Rungs are public, points are not.
    """
    total = 0
    for index, option in decided(package):
        issue = scenario.issues[index]
        if issue.ordered:
            total += option if party == 1 else len(issue.options) - 1 - option
    return total


def concession_steps(scenario: Scenario, party: int, before: Package, after: Package) -> int:
    """Return how many rungs `after` lies nearer than `before` to the ideal of `party`'s counterpart.

    Only issues that both packages decide are compared; negative where `party` took something back.
    """
    towards_last = 0
    for counts, old, new in zip(_ordered(scenario), before, after, strict=True):
        if old != new and counts and old != OPEN and new != OPEN:
            towards_last += new - old
    return towards_last if party == 0 else -towards_last


@lru_cache(maxsize=64)
def _ordered(scenario: Scenario) -> tuple[bool, ...]:
    """Return of each issue whether its options are in order; read once a move, so kept."""
    return tuple(issue.ordered for issue in scenario.issues)


def weight_band(scenario: Scenario, party: int, issue: int) -> int:
    """Return how much `issue` weighs for `party`: 0 little, 1 some, 2 much, 3 most.

    The spread between its best and worst option is held against `Conduct.bands`.
    """
    values = scenario.points[party][issue]
    spread = max(values) - min(values)
    return sum(spread >= least for least in scenario.conduct.bands)
