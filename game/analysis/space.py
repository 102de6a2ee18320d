"""The packages that the parties could agree: every combination of options whose `needs` are met."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from math import prod

from game.rules.mandate import needs_failed
from game.rules.package import OPEN, Package
from game.rules.scenario import Scenario
from game.rules.state import State


@dataclass(frozen=True, slots=True)
class Count:
    """How many packages were found; `complete` is false where counting stopped at the limit, so that
    `found` must be read as "at least"."""

    found: int
    complete: bool


def bargained_issues(scenario: Scenario) -> tuple[int, ...]:
    """Return the issues that are open when the scenario opens, in its order."""
    return tuple(issue for issue, option in enumerate(scenario.opening.agreed) if option == OPEN)


MOST_COMBINATIONS = 20_000
"""Combinations that are gone through while a person waits: half a second's work."""


def within_reach(
    scenario: Scenario, state: State, most: int = MOST_COMBINATIONS
) -> tuple[tuple[int, ...], Package]:
    """Return the issues over which it is counted what could have been had, and what all others are.

    They are those open when the scenario opens, unless these combine in more than `most` ways: then those
    that the round of `state` may settle, the others as they stood agreed. In long talks a last round has no
    say on what the first ones left.
    """
    issues = bargained_issues(scenario)
    if combinations(scenario, issues) <= most:
        return issues, scenario.opening.agreed
    return tuple(issue for issue, on in enumerate(state.agenda) if on), state.provisional


def combinations(scenario: Scenario, issues: Collection[int]) -> int:
    """Return how many packages there are over `issues` before any needs are asked."""
    return prod(len(scenario.issues[issue].options) for issue in issues)


def packages(
    scenario: Scenario,
    state: State,
    issues: Collection[int],
    upon: Package,
    limit: int | None = None,
) -> Iterator[Package]:
    """Yield the packages that give each of `issues` an option and leave the others as `upon` has them.

    A need is judged once every issue it names has an option, so that a branch in which one fails is not
    entered. The first issue turns slowest, and options run from party 0's ideal to party 1's.

    Args:
        state: the moment that needs may look at.
        limit: stop after so many packages; None for all of them.
    """
    order = tuple(dict.fromkeys(issues))
    start = tuple(OPEN if issue in order else option for issue, option in enumerate(upon))
    found = _grown(scenario, state, start, order)
    return found if limit is None else islice(found, limit)


def count(
    scenario: Scenario,
    state: State,
    issues: Collection[int],
    upon: Package,
    limit: int,
) -> Count:
    """Count what `packages` yields, up to `limit`."""
    found = sum(1 for _ in packages(scenario, state, issues, upon, limit + 1))
    return Count(min(found, limit), found <= limit)


def _grown(scenario: Scenario, state: State, package: Package, order: tuple[int, ...]) -> Iterator[Package]:
    if any(needs_failed(scenario, state, package, final=False)):
        return
    if not order:
        yield package
        return
    issue, rest = order[0], order[1:]
    for option in range(len(scenario.issues[issue].options)):
        grown = (*package[:issue], option, *package[issue + 1 :])
        yield from _grown(scenario, state, grown, rest)
