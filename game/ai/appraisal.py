"""What a delegation reckons at its desk before it speaks: worth, mandate and its own home's verdict.

All of it from the view: its own points, orders and constituencies, and the table.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace

from game.ai.bot import Draw
from game.ai.foresight import at_the_vote
from game.ai.space import Priced, Space, later_points
from game.rules.delegations import delegation
from game.rules.home import LEAST, MOST, would_ratify
from game.rules.mandate import needs_failed, orders_broken
from game.rules.package import OPEN, Package, merged
from game.rules.scenario import Effect, Instruct, Level, other
from game.rules.state import State
from game.rules.utility import points, reservation
from game.rules.view import PartyView

CARRIED_PERCENT = 95
"""How sure a delegation is that its home carries what it would carry today."""

HOPELESS = -(10**9)
"""The value of a package that may not be signed."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a package stands to the party's mandate and home."""

    level: Level  # FREE within the mandate, ASK to be had, NEVER out of reach
    orders: tuple[int, ...]  # the orders it goes beyond
    carried: bool  # home would carry it, after the cost of going beyond the mandate


class Desk:
    """One party's reckoning at one moment; values are hundredths of a point."""

    __slots__ = (
        "_after",
        "_cut",
        "_draw",
        "_foreseen",
        "_later",
        "_never",
        "_orders",
        "_space",
        "_verdicts",
        "packages",
        "reservation",
        "view",
    )

    def __init__(self, view: PartyView, space: Space, never: frozenset[tuple[int, int]], draw: Draw) -> None:
        self.view = view
        self._space = space
        self._never = never
        self._draw = draw
        self._verdicts: dict[Package, Verdict] = {}
        self._orders: dict[Package, tuple[int, ...]] = {}
        self._after: dict[tuple[tuple[int, int], ...], State] = {}
        self._later, self._foreseen = at_the_vote(view)
        self.reservation = reservation(view.scenario, view.state, view.party)
        refused = self.reservation - view.scenario.homes[view.party].refused_cost
        self._cut = (100 - CARRIED_PERCENT) * refused
        self.packages = space.packages(view, draw)

    def instructed(self, effects: tuple[Effect, ...]) -> "Desk":
        """Return the desk as it would be after `effects`: with the party's own orders that they change."""
        view, levels = self.view, list(self.view.state.levels)
        for effect in effects:
            if not isinstance(effect, Instruct) or view.scenario.orders[effect.order].party != view.party:
                continue
            if effect.when is None or effect.when.evaluate(view.state.provisional, view.state, view.scenario):
                levels[effect.order] = effect.level
        if tuple(levels) == view.state.levels:
            return self
        changed = replace(view, state=replace(view.state, levels=tuple(levels)))
        return Desk(changed, self._space, self._never, self._draw)

    def value_of(self, worth: int) -> int:
        """Return the value of a package of `worth` points that home would carry: what it is worth if
        carried, and the price of a signature refused with what doubt there is."""
        return CARRIED_PERCENT * worth + self._cut

    def worth_for(self, value: int) -> int:
        """Return the least points of a package that home would carry and whose value is `value`."""
        return -((self._cut - value) // CARRIED_PERCENT)

    def worth(self, package: Package) -> int:
        """Return the points of `package` and what may be hoped for in what it leaves to later rounds."""
        view = self.view
        later = later_points(view.scenario, view.state, view.party, package)
        return points(view.scenario, view.party, package) + later

    def value(self, package: Package) -> int:
        """Return the value of `package`, `HOPELESS` where it is out of reach or home would refuse it."""
        verdict = self.verdict(package)
        if verdict.level is Level.NEVER or not verdict.carried:
            return HOPELESS
        return self.value_of(self.worth(package))

    def verdict(self, package: Package) -> Verdict:
        """Return how `package` stands to the mandate and home; the whole package, not the open part."""
        if package not in self._verdicts:
            level, orders = self.level(package), self._orders[package]
            after = self._at_the_vote(len(orders), package)
            view = self.view
            carried = level is not Level.NEVER and would_ratify(view.scenario, after, view.party, package)
            self._verdicts[package] = Verdict(level, orders, carried)
        return self._verdicts[package]

    def level(self, package: Package) -> Level:
        """Return what the mandate says of `package`; home's verdict costs far more to know."""
        view, state = self.view, self.view.state
        if package not in self._orders:
            self._orders[package] = orders_broken(view.scenario, state, view.party, package)
        if any(package[i] == option and state.provisional[i] != option for i, option in self._never):
            return Level.NEVER
        return Level(max((state.levels[order] for order in self._orders[package]), default=Level.FREE))

    def _at_the_vote(self, orders: int, package: Package) -> State:
        """Return the state in which home would judge `package`: `orders` of them set aside alone, where
        that may be done, and what is known to come upon it by then."""
        view, state = self.view, self.view.state
        home = view.scenario.homes[view.party]
        moved: dict[int, int] = {}
        if home.unity is not None and orders and delegation(view.scenario, state, view.party).alone:
            cost = home.alone_cost_after_no if state.no_from_home[view.party] else home.alone_cost
            moved[home.unity] = -cost * orders
        for coming in self._foreseen:
            if coming.when.evaluate(package, self._later, view.scenario):
                by = coming.amount.evaluate(package, self._later, view.scenario)
                moved[coming.meter] = moved.get(coming.meter, 0) + by
        key = tuple(sorted(moved.items()))
        if key not in self._after:
            meters = list(state.meters)
            for meter, by in key:
                meters[meter] = max(LEAST, min(MOST, meters[meter] + by))
            self._after[key] = replace(state, meters=tuple(meters)) if key else state
        return self._after[key]

    def best(self) -> Priced | None:
        """Return the dearest package within reach that home would carry, None where there is none."""
        return next((one for one in self.packages if self.value(one.package) != HOPELESS), None)

    def between(self, low: int, high: int) -> tuple[Priced, ...]:
        """Return the packages whose value, if carried, lies from `low` to `high`, dearest first."""
        later = self.worth(self.packages[0].package) - self.packages[0].points if self.packages else 0
        least, most = self.worth_for(low) - later, self.worth_for(high + 1) - 1 - later
        first = bisect_left(self.packages, -most, key=lambda one: -one.points)
        last = bisect_left(self.packages, -least + 1, key=lambda one: -one.points)
        return self.packages[first:last]

    def upon(self, agreed: Package) -> Priced | None:
        """Return the dearest package within reach if `agreed` stood agreed, None where there is none."""
        found = self._space.packages(self.view, self._draw, agreed)
        return next((one for one in found if self.value(one.package) != HOPELESS), None)

    def prospect(self, package: Package) -> int:
        """Return the value of `package`, or of the best whole package upon it where it leaves issues open
        that may be talked about."""
        if self.settles(package):
            return self.value(package)
        whole = self.upon(package)
        return HOPELESS if whole is None else self.value(whole.package)

    def offered(self) -> tuple[Package, ...]:
        """Return the alternatives of the other side's standing offer, each laid upon what is agreed."""
        offer = self.view.state.offers[other(self.view.party)]
        if offer is None:
            return ()
        return tuple(merged(self.view.state.provisional, package) for package in offer.packages)

    def last_offered(self, party: int) -> tuple[Package, ...]:
        """Return the alternatives of a party's last offer, even fallen, laid under what is agreed since."""
        state = self.view.state
        return tuple(merged(package, state.provisional) for package in state.last_packages[party])

    def settles(self, package: Package) -> bool:
        """Say whether `package` leaves nothing open that may be talked about, and meets every need."""
        view = self.view
        if any(on and package[issue] == OPEN for issue, on in enumerate(view.state.agenda)):
            return False
        return next(needs_failed(view.scenario, view.state, package, final=False), None) is None

    def open_part(self, package: Package) -> Package:
        """Return the part of `package` that an offer may hold."""
        state = self.view.state
        return tuple(
            option if state.agenda[issue] and state.provisional[issue] == OPEN else OPEN
            for issue, option in enumerate(package)
        )
