"""Whether any text within both mandates is ever worth as much to both sides as having none.

Raiffa's zone of agreement (1982, The Art and Science of Negotiation), looked for over all packages by branch
and bound. A branch is cut where a weighted sum of both sides' points cannot come to the same sum of what
having none is worth. Such a bound holds whatever the weights, so that several are tried, and it compares
nothing on the one scale with anything on the other.
"""

from typing import Final

from game.analysis.carrying import counted
from game.analysis.cases import values
from game.analysis.guards import Ladders
from game.analysis.reach import Reach
from game.analysis.suggested import effects
from game.analysis.texts import clashes
from game.rules.expressions import Agreed, All, AnyOf, IssueCompare, IssueIn, nodes
from game.rules.package import OPEN, Package
from game.rules.scenario import Level, Linkage, MoveReservation, Order, RoundKind, TableOffer
from game.rules.state import State

STEPS_LIMIT: Final = 30_000
"""Partial packages after which nobody looks further."""

_WEIGHTS: Final = ((1, 0), (4, 1), (2, 1), (3, 2), (1, 1), (2, 3), (1, 2), (1, 4), (0, 1))
"""How much a point of either side counts in a bound."""

# Linkages and needs read options only, by the loader's check, so no state is at hand here.
_NO_STATE: State = None  # type: ignore[assignment]

Pair = tuple[int, int]
"""A value of each party, on its own scale."""


def hardest_to_please(reach: Reach) -> int | None:
    """Return the party with the least room above its reservation value, where there is no common ground.

    Returns:
        None where some package is worth as much to both as having none may come to be, or none is certain.
    """
    first, second = (_least_reservation(reach, party) for party in (0, 1))
    if first is None or second is None:
        return None
    search = _Search(reach, (first, second))
    if search.may_find_one():
        return None
    room = [sum(max(column) for column in search.columns(party)) for party in (0, 1)]
    return 0 if room[0] - first <= room[1] - second else 1


def _least_reservation(reach: Reach, party: int) -> int | None:
    """Return below what having no agreement never falls while the two sides talk, None where an effect may
    lower it."""
    agreed = Ladders(reach).agreed()
    rounds = reach.scenario.rounds
    talks = [at for at in reach.moments(spoken=True) if rounds[at[0]].kind is RoundKind.TALKS]
    for effect in effects(reach.scenario):
        if not isinstance(effect, MoveReservation) or effect.party != party:
            continue
        if min(values(reach, effect.amount.tree, reach.moments(), agreed)) < 0:
            return None
    terms = reach.scenario.homes[party].reservation if talks else ()
    return sum(min(values(reach, counted(term), talks, agreed)) for term in terms)


class _Search:
    """A search for a package that is enough for both, issue by issue, the option of history first."""

    def __init__(self, reach: Reach, least: Pair) -> None:
        scenario = reach.scenario
        history = scenario.historical_package()
        self._scenario = scenario
        self._least = least
        self._steps = 0
        self._options: list[list[int]] = []
        for issue, agreed in enumerate(reach.agreed):
            likely_first = sorted(agreed, key=history[issue].__ne__)
            self._options.append([*likely_first, *(() if issue in scenario.requires else (OPEN,))])
        self._final = [order for index, order in enumerate(scenario.orders) if _is_final(reach, index, order)]
        self._bounds = [self._bound(weights) for weights in _WEIGHTS]

    def columns(self, party: int) -> list[list[int]]:
        """Return by issue the points of `party` for each option left to it; an open issue counts nothing."""
        rows = zip(self._scenario.points[party], self._options, strict=True)
        return [[row[option] if option != OPEN else 0 for option in options] for row, options in rows]

    def may_find_one(self) -> bool:
        """Say whether some package may be enough for both; False is certain."""
        if not all(self._options):
            return True  # nothing can be signed at all, which is told elsewhere
        return self._grown((OPEN,) * len(self._options), 0, (0, 0))

    def _bound(self, weights: Pair) -> list[int]:
        """Return, by how many issues are settled, the most that the weighted sum may yet gain."""
        first, second = (self.columns(party) for party in (0, 1))
        best = [
            max((weights[0] * one + weights[1] * two for one, two in zip(ones, twos, strict=True)), default=0)
            for ones, twos in zip(first, second, strict=True)
        ]
        loose = [
            sum(
                max(0, weights[linkage.party] * linkage.points)
                for linkage in self._scenario.linkages
                if _settled_by(linkage) > depth
            )
            for depth in range(len(best) + 1)
        ]
        return [sum(best[depth:]) + loose[depth] for depth in range(len(best) + 1)]

    def _grown(self, package: Package, depth: int, gained: Pair) -> bool:
        self._steps += 1
        if self._steps > STEPS_LIMIT:
            return True
        for linkage in self._scenario.linkages if depth else ():
            holds = _settled_by(linkage) == depth and linkage.when.evaluate(
                package, _NO_STATE, self._scenario
            )
            gained = _with(gained, linkage.party, linkage.points if holds else 0)
        for weights, rest in zip(_WEIGHTS, self._bounds, strict=True):
            most = _weighted(weights, gained) + rest[depth]
            if most < _weighted(weights, self._least):
                return False
        if clashes(self._scenario, package, frozenset(range(depth))):
            return False
        if depth == len(package):
            return not any(order.when.evaluate(package, _NO_STATE, self._scenario) for order in self._final)
        for option in self._options[depth]:
            now = gained
            for party in (0, 1) if option != OPEN else ():
                now = _with(now, party, self._scenario.points[party][depth][option])
            if self._grown((*package[:depth], option, *package[depth + 1 :]), depth + 1, now):
                return True
        return False


def _weighted(weights: Pair, values: Pair) -> int:
    return weights[0] * values[0] + weights[1] * values[1]


def _with(gained: Pair, party: int, points: int) -> Pair:
    return (gained[0] + points, gained[1]) if party == 0 else (gained[0], gained[1] + points)


def _settled_by(linkage: Linkage) -> int:
    """Return how many issues must be settled, in their order, before the condition can be judged."""
    return max(linkage.when.reads_issues(), default=0) + 1


def _is_final(reach: Reach, index: int, order: Order) -> bool:
    """Say whether an order on a combination stands against every text that has it, whatever happens.

    One that can be lifted does not, nor one whose party may be made to offer what it forbids; and it must be
    of such a kind that nothing but settling an issue makes its condition true.
    """
    offered = any(
        isinstance(effect, TableOffer) and effect.party == order.party for effect in effects(reach.scenario)
    )
    only_adds = (All, AnyOf, IssueCompare, IssueIn, Agreed)
    return (
        order.issue is None
        and reach.levels[index] == {Level.NEVER}
        and not offered
        and all(isinstance(node, only_adds) for node in nodes(order.when.tree))
        and not order.when.evaluate(reach.scenario.opening.agreed, _NO_STATE, reach.scenario)
    )
