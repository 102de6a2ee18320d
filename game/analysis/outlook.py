"""What an outline knows of the position at any of its states: between which bounds a condition lies there.

Kept variables are exact; the rest lies between what the relaxation leaves it. Votes are counted as in
`game/rules/home.py`, with the least and the greatest support that each constituency may have.
"""

from collections import defaultdict

from game.analysis.folding import DRAWING, HAPPENED, TAKEN, Kept, answers
from game.analysis.formula import (
    Formula,
    In,
    Var,
    both,
    equal,
    least,
    most,
    negated,
    picked,
    plus,
    times,
)
from game.analysis.intervals import Bounds, compared, holds, judged
from game.analysis.outline import PLACE
from game.analysis.reach import Reach
from game.analysis.suggested import effects
from game.analysis.things import Thing
from game.rules.expressions import (
    Agreed,
    All,
    AnyOf,
    Arithmetic,
    Chose,
    Compare,
    Comparison,
    DaysSince,
    Done,
    ExchangeNumber,
    Expression,
    Extremum,
    FlagValue,
    Happened,
    IssueCompare,
    IssueIn,
    MeterValue,
    Node,
    Not,
    Number,
    RoundCompare,
    SlotCompare,
    SupportOf,
    Truth,
    WouldRatify,
)
from game.rules.home import LEAST, MOST
from game.rules.package import OPEN
from game.rules.scenario import Level, PutDecision, Round, RoundKind, Scenario, Schedule

_JOINS = (Number, Truth, Compare, Arithmetic, Extremum, Not, All, AnyOf)
"""What follows from its own parts."""


class Outlook:
    """Judges conditions of one scenario over the variables that its outline keeps."""

    def __init__(self, scenario: Scenario, reach: Reach, what: Kept) -> None:
        self.scenario, self.reach, self.kept = scenario, reach, what
        rounds, places = scenario.rounds, dict(enumerate(what.places))
        self.everywhere = frozenset(places)
        self.talks = frozenset(n for n, at in places.items() if rounds[at[0]].kind is RoundKind.TALKS)
        self.spoken = frozenset(n for n, (at, slot) in places.items() if rounds[at].slots[slot].exchanges)
        self.table = self.talks & self.spoken
        self._known: dict[Node, Bounds] = {}
        self.booked = frozenset(each.event for each in effects(scenario) if isinstance(each, Schedule))
        self.put = frozenset(each.decision for each in effects(scenario) if isinstance(each, PutDecision))
        speak = [
            [
                *(scenario.rounds[index].delegations[party] for index in sorted(reach.rounds)),
                *(sent.delegation for sent in scenario.delegates if sent.party == party),
            ]
            for party in (0, 1)
        ]
        self.referendum = tuple(any(each.ad_referendum for each in mine) for mine in speak)
        weights = [[each.weight for each in mine] for mine in speak]
        self._weights = tuple((min(mine), max(mine)) for mine in weights)

    def is_met(self, thing: Thing) -> bool:
        """Say whether the relaxation lets a thing be met."""
        return thing in self.reach.met

    def bounds(self, guard: Expression | None) -> Bounds:
        """Return the bounds of a condition or amount; without one it holds."""
        return (1, 1) if guard is None else self._bounds(guard.tree)

    def may(self, guard: Expression | None) -> Formula:
        """Return where a condition may hold."""
        return self.bounds(guard)[1]

    def below(self, meter: int, limit: int) -> Bounds:
        """Return whether a meter is less than `limit`."""
        return compared(Comparison.LT, self._part(MeterValue(meter)), (limit, limit))

    def agreed(self, issue: int) -> Formula:
        """Return where an issue may be agreed."""
        return self._bounds(Agreed(issue))[1]

    def may_name(self, party: int, issue: int, option: int) -> Formula:
        """Return where the orders on an option by itself let `party` put its name to it."""
        free = {int(Level.FREE), *([int(Level.ASK)] if self.referendum[party] else [])}
        found: list[Formula] = []
        for index, order in enumerate(self.scenario.orders):
            if (order.party, order.issue, order.option) != (party, issue, option):
                continue
            place = self.kept.orders.get(index)
            if place is None:
                found.append(int(bool(free & self.reach.levels[index])))
            else:
                found.append(In(place, frozenset(free)))
        return both(*found)

    def carries(self, party: int, here: Round | None = None) -> Bounds:
        """Return whether the home of `party` carries what is agreed; in a round that opens issues again it
        votes on what was signed, of which nothing is known."""
        if here is not None and here.reopens:
            return 0, 1
        scenario = self.scenario
        # Of votes for and against, and of vetoes: the least and the greatest.
        votes: dict[str, Bounds] = {"for": (0, 0), "against": (0, 0)}
        lows: list[Formula] = []
        highs: list[Formula] = []
        for index, item in enumerate(scenario.constituencies):
            if item.party != party:
                continue
            support = self._total(index, self._weights[party])
            if not (LEAST < item.carries_at <= MOST and LEAST <= item.blocks_at < item.carries_at):
                support = clamped(support[0]), clamped(support[1])  # else the limits change no standing
            is_for = compared(Comparison.GE, support, (item.carries_at, item.carries_at))
            against = compared(Comparison.LE, support, (item.blocks_at, item.blocks_at))
            if item.blocks_at >= item.carries_at:
                against = both(against[0], negated(is_for[1])), both(against[1], negated(is_for[0]))
            for name, (low, high) in (("for", is_for), ("against", against)):
                had = votes[name]
                votes[name] = plus(had[0], times(item.votes, low)), plus(had[1], times(item.votes, high))
            if item.gate or item.must_not_be_against:
                lows.append(negated(against[1]))
                highs.append(negated(against[0]))
            if item.must_be_for:
                lows.append(is_for[0])
                highs.append(is_for[1])
        quorum = scenario.homes[party].quorum
        more = compared(Comparison.GT, votes["for"], votes["against"])
        enough = compared(Comparison.GE, votes["for"], (quorum, quorum))
        return both(*lows, more[0], enough[0]), both(*highs, more[1], enough[1])

    def _bounds(self, tree: Node) -> Bounds:
        if tree not in self._known:
            self._known[tree] = judged(tree, self._part_of)
        return self._known[tree]

    def _part_of(self, tree: Node) -> Bounds | None:
        return None if isinstance(tree, _JOINS) else self._part(tree)

    def _part(self, tree: Node) -> Bounds:
        """Return the bounds of what a condition is made of."""
        scenario, kept = self.scenario, self.kept
        slots = [scenario.rounds[index].slots[slot] for index, slot in kept.places]
        match tree:
            case MeterValue(meter) if meter in kept.meters:
                return _exactly(Var(kept.meters[meter]))
            case FlagValue(flag) if flag in kept.flags:
                return _exactly(Var(kept.flags[flag]))
            case IssueCompare(issue=issue) | IssueIn(issue=issue) | Agreed(issue) if issue in kept.issues:
                return self._of_issue(tree, issue)
            case SlotCompare(comparison, ordinal):
                return _exactly(_by_place([int(holds(comparison, each.ordinal, ordinal)) for each in slots]))
            case RoundCompare(comparison, round_):
                at = [int(holds(comparison, index, round_)) for index, _ in kept.places]
                return _exactly(_by_place(at))
            case DaysSince(ordinal, until):
                sign = -1 if until else 1
                return _exactly(_by_place([sign * (each.date - ordinal) for each in slots]))
            case ExchangeNumber():
                return 1, _by_place([max(1, each.exchanges) for each in slots])
            case Chose(decision, choice) if decision in kept.decisions:
                return _exactly(equal(Var(kept.decisions[decision]), TAKEN + choice))
            case Done(action) if action in kept.actions:
                return _exactly(Var(kept.actions[action]))
            case Happened(event) if event in kept.events:
                return _exactly(In(kept.events[event], frozenset({DRAWING, HAPPENED})))
            case WouldRatify(party):
                return self.carries(party)
            case SupportOf(constituency):
                low, high = self._total(constituency, (0, 0))
                return clamped(low), clamped(high)
            case _:
                found = [self.reach.bounds(tree, at, self.reach.agreed) for at in kept.places]
                return min(low for low, _ in found), max(high for _, high in found)

    def _of_issue(self, tree: Node, issue: int) -> Bounds:
        """Return where a value of the issue stands for options that all, or some, answer with yes."""
        ladder = self.kept.ladders[issue]
        said = defaultdict[int, set[bool]](set)
        for option in (*sorted(self.reach.agreed[issue]), OPEN):
            said[ladder[option]].add(answers(tree, option))
        place = self.kept.issues[issue]
        always = frozenset(value for value, each in said.items() if each == {True})
        ever = frozenset(value for value, each in said.items() if True in each)
        return In(place, always) if always else 0, In(place, ever) if ever else 0

    def _total(self, constituency: int, weight: tuple[int, int]) -> Bounds:
        """Return the support of a constituency before it is kept within its limits."""
        item = self.scenario.constituencies[constituency]
        low: Formula = item.start + (weight[0] if item.gate else 0)
        high: Formula = item.start + (weight[1] if item.gate else 0)
        for term in item.terms:
            must, may = self.bounds(term.when)
            least_add, most_add = self.bounds(term.add)
            low = plus(low, _counted(must, may, least_add, negative=True))
            high = plus(high, _counted(must, may, most_add, negative=False))
        return low, high


def _counted(must: Formula, may: Formula, amount: Formula, *, negative: bool) -> Formula:
    """Return what a term adds at least (`negative`) or at most, which counts where it must, or may."""
    if must == may:
        return times(may, amount)
    if isinstance(amount, int):
        return times(may if (amount < 0) == negative else must, amount)
    limited = least(0, amount) if negative else most(0, amount)
    return picked(must, amount, times(may, limited))


def _exactly(value: Formula) -> Bounds:
    return value, value


def clamped(value: Formula) -> Formula:
    """Return `value` within the limits of meters and of support."""
    return most(LEAST, least(MOST, value))


def _by_place(values: list[int]) -> Formula:
    """Return the value that stands at the present place."""
    if len(set(values)) == 1:
        return values[0]
    places = defaultdict[int, set[int]](set)
    for place, value in enumerate(values):
        places[value].add(place)
    found: Formula = 0
    for value, at in sorted(places.items()):
        found = plus(found, times(value, In(PLACE, frozenset(at))))
    return found
