"""What a mandate and the `needs` between options say of a package."""

from collections.abc import Iterator
from functools import lru_cache

from game.rules.expressions import Expression
from game.rules.package import OPEN, Package, merged
from game.rules.scenario import Level, Need, Scenario
from game.rules.state import State


def orders_broken(scenario: Scenario, state: State, party: int, package: Package) -> tuple[int, ...]:
    """Return the orders of `party` that `package`, laid upon what stands agreed, goes beyond.

    What the agreed text goes beyond already is not counted again.
    """
    agreed, levels = state.provisional, state.levels
    whole = merged(agreed, package)
    return tuple(
        [
            index
            for index, when in _orders_of(scenario, party)
            if levels[index]
            and when.evaluate(whole, state, scenario)
            and not when.evaluate(agreed, state, scenario)
        ]
    )


@lru_cache(maxsize=64)
def _orders_of(scenario: Scenario, party: int) -> tuple[tuple[int, Expression], ...]:
    """Return the orders of `party` with their conditions; read several times a move, so kept."""
    return tuple((i, order.when) for i, order in enumerate(scenario.orders) if order.party == party)


def level_of(scenario: Scenario, state: State, party: int, issue: int, option: int) -> Level:
    """Return what the mandate of `party` says of one option by itself."""
    levels = [
        Level(state.levels[index])
        for index, order in enumerate(scenario.orders)
        if order.party == party and order.issue == issue and order.option == option
    ]
    return max(levels, default=Level.FREE)


@lru_cache(maxsize=64)
def _needy(scenario: Scenario) -> tuple[tuple[int, int, tuple[Need, ...]], ...]:
    """Return the options that need something, in the scenario's order; they are few, so kept."""
    return tuple(
        (i, o, option.needs)
        for i, issue in enumerate(scenario.issues)
        for o, option in enumerate(issue.options)
        if option.needs
    )


_NOTHING: frozenset[int] = frozenset()


def issues_reopened(scenario: Scenario, state: State, package: Package) -> frozenset[int]:
    """Return the agreed issues that closing `package` would open again.

    Only the instrument does that: when it is settled, what was agreed for another kind of instrument and
    needs it cannot stand (negotiation-model section 2, "Between rounds").
    """
    declaration = scenario.declaration
    title = None if declaration is None else declaration.title_issue
    if title is None or package[title] in (OPEN, state.provisional[title]):
        return _NOTHING
    whole = merged(state.provisional, package)
    failed = {issue for issue, _, _ in needs_failed(scenario, state, whole, final=False)}
    return frozenset(issue for issue in failed if package[issue] == OPEN)


def needs_failed(
    scenario: Scenario, state: State, package: Package, *, final: bool
) -> Iterator[tuple[int, int, int]]:
    """Yield `(issue, option, need)` for every need that `package` fails.

    A need is judged once every issue it names has an option; when the text is `final`, what is still
    open counts as left out, and every need is judged.
    """
    for issue, option, needs in _needy(scenario):
        if package[issue] != option:
            continue
        for position, need in enumerate(needs):
            if not final and any(package[i] == OPEN for i in need.issues):
                continue
            if not need.when.evaluate(package, state, scenario):
                yield issue, option, position
