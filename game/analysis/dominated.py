"""Options that nobody would choose: another of the issue is as good for both sides and at home, or better.

An option is left alone where anything but what it is worth tells it from the other: an order that the other
would break, a need of the other, an event, a decision, a way. So it is named only where no reason to choose
it is written anywhere.
"""

import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from game.analysis.carrying import counted
from game.analysis.cases import CASES_LIMIT, Asked, TooManyCases, telling
from game.analysis.guards import Ladders, Role, guards
from game.analysis.reach import Reach
from game.analysis.suggested import effects
from game.rules.expressions import (
    Arithmetic,
    Expression,
    Node,
    Number,
    Offered,
    Operation,
    SupportOf,
    WouldRatify,
    issues_read,
    nodes,
)
from game.rules.scenario import Add, MoveReservation, Scenario, SetMeter

Fair = Callable[[int, int], bool]
"""Whether a value with the one option and with the other leaves no reason to choose the one."""

_NO_LESS: Fair = operator.le
_NO_MORE: Fair = operator.ge
_THE_SAME: Fair = operator.eq


@dataclass(frozen=True, slots=True)
class _Look:
    """Something that looks at packages, and what must hold of it for an option to be no better."""

    asked: Asked
    reads: frozenset[int]
    looks_through: frozenset[int]  # at an offer, a support or a vote, whose value has no name
    is_fair: Fair
    is_worth: bool


def dominated(reach: Reach) -> Iterator[tuple[int, int, int]]:
    """Yield `(issue, option, other)` where `other` is never worse than `option`, and better for someone."""
    looks = [_look(reach, *each) for each in _trees(reach)]
    # What tells two options apart by any difference is asked first: it decides most often.
    looks.sort(key=lambda look: look.is_fair is not _THE_SAME)
    for issue, each in enumerate(reach.scenario.issues):
        mine = [look for look in looks if issue in look.reads]
        options = range(len(each.options))
        for option in options:
            others = (it for it in options if it != option and _is_dominated(reach, mine, issue, option, it))
            found = next(others, None)
            if found is not None:
                yield issue, option, found


def _look(reach: Reach, tree: Node, is_fair: Fair, is_worth: bool) -> _Look:
    through = [
        _read(reach.scenario, node)
        for node in nodes(tree)
        if isinstance(node, Offered | SupportOf | WouldRatify)
    ]
    reads = frozenset(_read(reach.scenario, tree))
    return _Look(Asked.of(reach, tree), reads, frozenset().union(*through), is_fair, is_worth)


def _is_dominated(reach: Reach, looks: Sequence[_Look], issue: int, option: int, other: int) -> bool:
    scenario = reach.scenario
    rows = [points[issue] for points in scenario.points]
    if any(row[option] > row[other] for row in rows):
        return False
    one, two = scenario.issues[issue].options[option], scenario.issues[issue].options[other]
    if {need.when.text for need in two.needs} - {need.when.text for need in one.needs}:
        return False
    if any(issue in look.looks_through for look in looks):
        return False
    better = any(row[option] < row[other] for row in rows)
    options = list(Ladders(reach).options())
    options[issue] = {option}
    try:
        for look in looks:
            moments = list(telling(look.asked.tree, reach.moments()))
            for at in moments:
                for case in look.asked.cases(at, options, limit=CASES_LIMIT // len(moments)):
                    had = look.asked.value(case)
                    case.package[issue] = other
                    has = look.asked.value(case)
                    if not look.is_fair(had, has):
                        return False
                    better = better or (look.is_worth and had < has)
    except TooManyCases:
        return False
    return better


def _trees(reach: Reach) -> Iterator[tuple[Node, Fair, bool]]:
    """Yield all that may look at a package, what must hold of it for an option to be no better, and whether
    it is what a package is worth."""
    scenario = reach.scenario
    for linkage in scenario.linkages:
        yield Arithmetic(Operation.PRODUCT, Number(linkage.points), linkage.when.tree), _NO_LESS, True
    for group in scenario.constituencies:
        yield from ((counted(term), _NO_LESS, True) for term in group.terms)
    yield from ((order.when.tree, _NO_MORE, False) for order in scenario.orders)
    for issue in scenario.issues:
        for option in issue.options:
            yield from ((need.when.tree, _NO_LESS, False) for need in option.needs)
    for guard in guards(reach):
        if guard.role is Role.ENDING:
            yield guard.expression.tree, _NO_LESS, False
        elif guard.role not in (Role.TERM, Role.LINKAGE, Role.ORDER, Role.NEED):
            yield guard.expression.tree, _THE_SAME, False
    for home in scenario.homes:
        yield from ((counted(term), _THE_SAME, False) for term in home.reservation)
    yield from ((each.tree, _THE_SAME, False) for each in _amounts(scenario))


def _amounts(scenario: Scenario) -> Iterator[Expression]:
    """Yield what effects reckon with, and what an acceptance asks of the other side's offer."""
    for effect in effects(scenario):
        if isinstance(effect, Add | SetMeter | MoveReservation):
            yield effect.amount
    for decision in scenario.decisions:
        for choice in decision.choices:
            if choice.runs is not None and choice.runs.accepts is not None:
                yield choice.runs.accepts


def _read(scenario: Scenario, tree: Node) -> set[int]:
    """Return the issues that `tree` depends on, also by way of a support or a vote."""
    found = set(issues_read(tree))
    for node in nodes(tree):
        if isinstance(node, SupportOf):
            for term in scenario.constituencies[node.constituency].terms:
                found |= _read(scenario, counted(term))
        elif isinstance(node, WouldRatify):
            found |= set(range(len(scenario.issues)))
    return found
