"""What a delegation believes of the other side's wishes, from what anyone at the table can see.

Three things are known: the direction of each ladder, what they have offered, and the bands learnt by
sounding out. Where nothing was learnt, a delegation takes what weighs for itself to weigh for them too,
give or take two fifths: the fixed pie that sounding out corrects.
"""

from dataclasses import dataclass

from game.ai.bot import Draw
from game.rules.package import OPEN, Package
from game.rules.scenario import Scenario, other
from game.rules.state import KnownKind
from game.rules.view import PartyView

LEAST_WEIGHT = 400
"""Hundredths of a point that any issue is taken to weigh at least."""


@dataclass(frozen=True, slots=True)
class Belief:
    """Guessed weights of the other side and what they last offered."""

    party: int  # whose belief it is
    weights: tuple[int, ...]  # per issue: hundredths of a point between their worst and best option
    offered: tuple[Package, ...]  # their last offer, fallen or standing, laid upon what is agreed

    def worth(self, scenario: Scenario, package: Package) -> int:
        """Return the guess of what `package` is worth to them, in hundredths of a point.

        Beyond what they asked for themselves on an issue, a step counts only a quarter: what nobody asked
        for buys little.
        """
        standards: tuple[Package | None, ...] = self.offered or (None,)
        return max(self._worth(scenario, package, asked) for asked in standards)

    def _worth(self, scenario: Scenario, package: Package, asked: Package | None) -> int:
        total = 0
        for issue, option in enumerate(package):
            if option == OPEN:
                continue
            given = self._theirs(scenario, issue, option)
            most = given
            if asked is not None and asked[issue] != OPEN:
                most = min(given, self._theirs(scenario, issue, asked[issue]))
            total += self.weights[issue] * (4 * most + (given - most)) // 4000
        return total

    def taken_back(self, scenario: Scenario, before: Package, after: Package) -> int:
        """Return the guess of what they lose, hundredths, where `after` takes back what `before` gave."""
        total = 0
        for issue, (old, new) in enumerate(zip(before, after, strict=True)):
            if old not in (OPEN, new) and new != OPEN:
                lost = self._theirs(scenario, issue, old) - self._theirs(scenario, issue, new)
                total += self.weights[issue] * max(0, lost) // 1000
        return total

    def likeness(self, scenario: Scenario, package: Package) -> int:
        """Return how like `package` is to the nearest of their alternatives, weighted, in hundredths.

        The trade-off move looks for it: Faratin, Sierra and Jennings (2002), "Using similarity criteria
        to make issue trade-offs in automated negotiations".
        """
        return max((self._like(scenario, package, one) for one in self.offered), default=0)

    def _like(self, scenario: Scenario, package: Package, theirs: Package) -> int:
        total = 0
        for issue, (mine, yours) in enumerate(zip(package, theirs, strict=True)):
            if mine == OPEN or yours == OPEN:
                continue
            item = scenario.issues[issue]
            last = max(1, len(item.options) - 1)
            apart = abs(mine - yours) if item.ordered else last * (mine != yours)
            total += self.weights[issue] * (last - apart) // last
        return total

    def _theirs(self, scenario: Scenario, issue: int, option: int) -> int:
        """Return what share of an issue `option` gives them, 0 worst to 1000 best.

        First steps please most: with s the share of the ladder it is s (3 - s) / 2.
        """
        item = scenario.issues[issue]
        last = max(1, len(item.options) - 1)
        if not item.ordered:
            return 1000 if any(one[issue] == option for one in self.offered) else 500
        steps = option if other(self.party) == 1 else last - option
        return 500 * steps * (3 * last - steps) // (last * last)


def belief_of(view: PartyView, offered: tuple[Package, ...], draw: Draw) -> Belief:
    """Return what the party of `view` believes; `offered` is their last offer laid upon the agreed.

    What they insist on weighs up to three tenths more, what they have given up to three tenths less.
    """
    scenario, me = view.scenario, view.party
    plain = Belief(me, (), offered)
    weights = []
    for issue, item in enumerate(scenario.issues):
        weight = _band(view, issue) or _own_spread(scenario, me, issue, draw)
        kept = [plain._theirs(scenario, issue, one[issue]) for one in offered if one[issue] != OPEN]
        if kept and item.ordered:
            weight = weight * (700 + 600 * (sum(kept) // len(kept)) // 1000) // 1000
        weights.append(max(LEAST_WEIGHT, weight))
    return Belief(me, tuple(weights), offered)


def _own_spread(scenario: Scenario, me: int, issue: int, draw: Draw) -> int:
    values = scenario.points[me][issue]
    return (max(values) - min(values)) * (60 + draw(f"game:guess:{issue}", 81))


def _band(view: PartyView, issue: int) -> int:
    """Return the middle of the bands learnt for `issue`, in hundredths; 0 where none was."""
    some, much, most = view.scenario.conduct.bands
    edges = (0, some, much, most, 2 * most - much)
    for known in reversed(view.state.known[view.party]):
        if known.kind is KnownKind.BAND and known.issue == issue and known.low >= 0:
            return 50 * (edges[known.low] + edges[known.high + 1])
    return 0
