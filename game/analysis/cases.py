"""What a condition comes to in every case: each combination of the values that its names may ever have.

Intervals (`reach.py`) judge each part of a condition for itself. Here one name has one value wherever it
stands, so that `trust >= 6 and trust <= 3` and `a == x and a == y` are seen to hold in no case. The values of
different names are still mixed freely; a case may therefore be one that play never comes to, and what holds
in no case, or in all of them, does so in play.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice, product
from math import prod
from typing import Any, Final, assert_never

from game.analysis.reach import OF_TIME, Moment, Reach
from game.analysis.things import Kind, Thing
from game.rules.expressions import (
    Agreed,
    All,
    AnyOf,
    Arithmetic,
    Chose,
    Compare,
    DaysSince,
    Done,
    Evaluator,
    ExchangeNumber,
    Extremum,
    FlagValue,
    Happened,
    HasSigned,
    HoldsRunning,
    IssueCompare,
    IssueIn,
    MeterValue,
    Node,
    Not,
    Number,
    Offered,
    RoundCompare,
    SlotCompare,
    SupportOf,
    Truth,
    WouldRatify,
    compiled,
    nodes,
)
from game.rules.package import OPEN

CASES_LIMIT: Final = 20_000
"""Combinations of one condition, over all meetings, beyond which intervals judge instead."""

Options = Sequence[AbstractSet[int]]
"""By issue: the options that it may have, `OPEN` among them where it may be open."""

Name = tuple[str, int]
"""What has one value at a time: where a `Case` keeps it, and under which index."""

_Told = Offered | ExchangeNumber | HoldsRunning | HasSigned | WouldRatify | SupportOf
"""Parts of a condition whose value is looked for nowhere: any that they may have."""


class TooManyCases(Exception):
    """There are more combinations than anybody looks at."""


@dataclass(slots=True)
class Case:
    """A value of each name at a meeting: a package, and a state as far as compiled conditions look at it."""

    round: int
    slot: int
    package: dict[int, int] = field(default_factory=dict)
    meters: dict[int, int] = field(default_factory=dict)
    flags: dict[int, int] = field(default_factory=dict)
    taken: dict[int, int] = field(default_factory=dict)
    fired: dict[int, int] = field(default_factory=dict)
    done: dict[int, int] = field(default_factory=dict)

    @property
    def uses(self) -> tuple[dict[int, int], dict[int, int]]:
        """How often each action was taken, by either party."""
        return self.done, self.done


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition or an amount, made ready to be asked in many cases."""

    reach: Reach
    tree: Node
    evaluate: Evaluator
    told: tuple[_Told, ...]
    """Parts without a name; the n-th is kept as the meter -1 - n."""

    @staticmethod
    def of(reach: Reach, tree: Node) -> "Asked":
        """Return `tree` made ready."""
        told = tuple(dict.fromkeys(node for node in nodes(tree) if isinstance(node, _Told)))
        return Asked(reach, tree, compiled(_named(tree, told)), told)

    def value(self, case: Case) -> int:
        """Return what it is in a case."""
        package: Any = case.package  # looked at by index alone, as the meters and flags are
        state: Any = case
        return int(self.evaluate(package, state, self.reach.scenario))

    def cases(
        self, at: Moment, options: Options, *, together: bool = False, limit: int = CASES_LIMIT
    ) -> Iterator[Case]:
        """Yield every combination of the values that its names may have at a meeting.

        The same object is yielded each time, with other values.

        Args:
            together: leave out what no text may say at once, since an option needs what another rules out.

        Raises:
            TooManyCases: there are more than `limit`.
        """
        domains: dict[Name, list[int]] = {}
        for name, possible in self._names(self.tree, at, options):
            domains.setdefault(name, sorted(possible))
        if prod(map(len, domains.values())) > limit:
            raise TooManyCases
        issues = [index for where, index in domains if where == "package"]
        needs = _needs_among(self.reach, issues) if together else ()
        case = Case(*at)
        places = [(getattr(case, where), index) for where, index in domains]
        for chosen in product(*domains.values()):
            for (kept, index), value in zip(places, chosen, strict=True):
                kept[index] = value
            if not any(
                case.package[issue] == option
                and all(case.package[each] != OPEN for each in read)
                and not evaluate(case.package, None, self.reach.scenario)
                for issue, option, read, evaluate in needs
            ):
                yield case

    def _names(self, tree: Node, at: Moment, options: Options) -> Iterator[tuple[Name, Iterable[int]]]:
        """Yield each name in `tree` with the values that it may have at a meeting."""
        reach, both = self.reach, (0, 1)
        match tree:
            case MeterValue(meter):
                low, high = reach.meters[meter]
                yield ("meters", meter), range(low, high + 1)
            case FlagValue(flag):
                yield ("flags", flag), map(int, reach.flags[flag])
            case IssueCompare(issue=issue) | IssueIn(issue=issue) | Agreed(issue=issue):
                yield ("package", issue), options[issue]
            case Chose(decision):
                given = (thing.second for thing in reach.met if thing[:2] == (Kind.CHOICE, decision))
                yield ("taken", decision), (OPEN, *given)
            case Done(action):
                taken = any(Thing(Kind.ACTION, action, who) in reach.met for who in both)
                yield ("done", action), both if taken else (0,)
            case Happened(event):
                yield ("fired", event), both if Thing(Kind.EVENT, event) in reach.met else (0,)
            case Offered() | ExchangeNumber() | HoldsRunning() | HasSigned() | WouldRatify() | SupportOf():
                low, high = reach.bounds(tree, at, [set(each) - {OPEN} for each in options])
                yield ("meters", -1 - self.told.index(tree)), range(low, high + 1)
            case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
                yield from self._names(left, at, options)
                yield from self._names(right, at, options)
            case Extremum(items=items) | All(items=items) | AnyOf(items=items):
                for item in items:
                    yield from self._names(item, at, options)
            case Not(item):
                yield from self._names(item, at, options)
            case Number() | Truth() | SlotCompare() | RoundCompare() | DaysSince():
                return
            case _:
                assert_never(tree)


def truths(
    reach: Reach, tree: Node, moments: Iterable[Moment], options: Options, *, together: bool = False
) -> tuple[int, int] | None:
    """Return whether the condition `tree` holds in every case and in some, each as 0 or 1.

    Args:
        moments: the meetings at which it may be asked.
        together: as in `Asked.cases`.

    Returns:
        None where there is no case at all.
    """
    seen: set[int] = set()
    for found in values(reach, tree, moments, options, together=together):
        seen.add(found)
        if len(seen) > 1:
            return 0, 1
    return (min(seen), max(seen)) if seen else None


def values(
    reach: Reach, tree: Node, moments: Iterable[Moment], options: Options, *, together: bool = False
) -> Iterator[int]:
    """Yield what `tree` is in each case; where they are too many, the ends of its interval."""
    asked = Asked.of(reach, tree)
    decided = [set(each) - {OPEN} for each in options]
    left = CASES_LIMIT
    for at in telling(tree, moments):
        low, high = reach.bounds(tree, at, decided)
        if low == high:
            yield low
            continue
        try:
            for case in asked.cases(at, options, together=together, limit=left):
                left -= 1
                yield asked.value(case)
        except TooManyCases:
            yield from (low, high)


def telling(tree: Node, moments: Iterable[Moment]) -> Iterable[Moment]:
    """Return the meetings at which `tree` may differ: all of them where it asks for the time, else one."""
    return moments if any(isinstance(node, OF_TIME) for node in nodes(tree)) else islice(moments, 1)


def _needs_among(reach: Reach, issues: Sequence[int]) -> list[tuple[int, int, frozenset[int], Any]]:
    """Return the needs of options of `issues` that nothing but these issues decide."""
    scenario = reach.scenario
    return [
        (issue, number, need.issues, need.when.evaluate)
        for issue in issues
        for number, option in enumerate(scenario.issues[issue].options)
        for need in option.needs
        if need.issues <= set(issues)
    ]


def _named(tree: Node, told: Sequence[_Told]) -> Node:
    """Return `tree` with a meter in the place of each part that has no name."""

    def sub(node: Node) -> Node:
        return _named(node, told)

    match tree:
        case Offered() | ExchangeNumber() | HoldsRunning() | HasSigned() | WouldRatify() | SupportOf():
            return MeterValue(-1 - told.index(tree))
        case Compare(comparison, left, right):
            return Compare(comparison, sub(left), sub(right))
        case Arithmetic(operation, left, right):
            return Arithmetic(operation, sub(left), sub(right))
        case Extremum(extreme, items):
            return Extremum(extreme, tuple(map(sub, items)))
        case Not(item):
            return Not(sub(item))
        case All(items):
            return All(tuple(map(sub, items)))
        case AnyOf(items):
            return AnyOf(tuple(map(sub, items)))
        case _:
            return tree
