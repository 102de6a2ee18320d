"""What a condition comes to in every case: each combination of the values that its names may ever have.

Intervals (`reach.py`) judge each part of a condition for itself. Here one name has one value wherever it
stands, so that `trust >= 6 and trust <= 3` and `a == x and a == y` are seen to hold in no case. The values of
different names are still mixed freely; a case may therefore be one that play never comes to, and what holds
in no case, or in all of them, does so in play.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice, product
from math import prod
from typing import Final, assert_never

from game.analysis.intervals import holds, judged, meets
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
    nodes,
)
from game.rules.package import OPEN

CASES_LIMIT: Final = 5_000
"""Combinations at one meeting beyond which intervals judge instead."""

Name = tuple[str, object]
"""What has one value at a time: a meter, the option of an issue, the answer to a decision."""

Case = Mapping[Name, int]

Options = Sequence[AbstractSet[int]]
"""By issue: the options that it may have, `OPEN` among them where it may be open."""

ISSUE: Final = "issue"
"""The first part of the name of an issue's option."""


class TooManyCases(Exception):
    """There are more combinations than anybody looks at."""


def _any_case(case: Case) -> bool:
    return True


def truths(
    reach: Reach,
    tree: Node,
    moments: Iterable[Moment],
    options: Options,
    is_case: Callable[[Case], bool] = _any_case,
) -> tuple[int, int] | None:
    """Return whether the condition `tree` holds in every case and in some, each as 0 or 1.

    Args:
        moments: the meetings at which it may be asked.
        is_case: says of some cases that they are none.

    Returns:
        None where there is no case at all.
    """
    seen: set[int] = set()
    for at in telling(tree, moments):
        for found in values(reach, tree, at, options, is_case):
            seen.add(found)
            if len(seen) > 1:
                return 0, 1
    return (min(seen), max(seen)) if seen else None


def telling(tree: Node, moments: Iterable[Moment]) -> Iterable[Moment]:
    """Return the meetings at which `tree` may differ: all of them where it asks for the time, else one."""
    return moments if any(isinstance(node, OF_TIME) for node in nodes(tree)) else islice(moments, 1)


def values(
    reach: Reach, tree: Node, at: Moment, options: Options, is_case: Callable[[Case], bool] = _any_case
) -> Iterator[int]:
    """Yield what `tree` is in each case at a meeting; where they are too many, the ends of its interval."""
    try:
        for case in cases(reach, (tree,), at, options):
            if is_case(case):
                yield value(reach, tree, at, case)
    except TooManyCases:
        yield from reach.bounds(tree, at, [set(each) - {OPEN} for each in options])


def cases(reach: Reach, trees: Iterable[Node], at: Moment, options: Options) -> Iterator[Case]:
    """Yield every combination of the values that the names in `trees` may have at a meeting.

    Raises:
        TooManyCases: there are more than `CASES_LIMIT`.
    """
    domains: dict[Name, Sequence[int]] = {}
    for tree in trees:
        for name, possible in _names(reach, tree, at, options):
            domains.setdefault(name, sorted(possible))
    if prod(map(len, domains.values())) > CASES_LIMIT:
        raise TooManyCases
    names = list(domains)
    for chosen in product(*domains.values()):
        yield dict(zip(names, chosen, strict=True))


def _names(reach: Reach, tree: Node, at: Moment, options: Options) -> Iterator[tuple[Name, Iterable[int]]]:
    """Yield each name in `tree` with the values that it may have at a meeting."""
    both = (0, 1)

    match tree:
        case MeterValue(meter):
            low, high = reach.meters[meter]
            yield ("meter", meter), range(low, high + 1)
        case FlagValue(flag):
            yield ("flag", flag), map(int, reach.flags[flag])
        case IssueCompare(issue=issue) | IssueIn(issue=issue) | Agreed(issue=issue):
            yield (ISSUE, issue), options[issue]
        case Chose(decision):
            given = (thing.second for thing in reach.met if thing[:2] == (Kind.CHOICE, decision))
            yield ("decision", decision), (OPEN, *given)
        case Done(action):
            taken = any(Thing(Kind.ACTION, action, who) in reach.met for who in both)
            yield ("done", action), both if taken else (0,)
        case Happened(event):
            yield ("event", event), both if Thing(Kind.EVENT, event) in reach.met else (0,)
        case Offered() | ExchangeNumber() | HoldsRunning() | HasSigned() | WouldRatify() | SupportOf():
            low, high = reach.bounds(tree, at, [set(each) - {OPEN} for each in options])
            yield ("told", tree), range(low, high + 1)
        case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
            yield from _names(reach, left, at, options)
            yield from _names(reach, right, at, options)
        case Extremum(items=items) | All(items=items) | AnyOf(items=items):
            for item in items:
                yield from _names(reach, item, at, options)
        case Not(item):
            yield from _names(reach, item, at, options)
        case Number() | Truth() | SlotCompare() | RoundCompare() | DaysSince():
            return
        case _:
            assert_never(tree)


def value(reach: Reach, tree: Node, at: Moment, case: Case) -> int:
    """Return what `tree` is in one case at a meeting."""
    meeting = reach.scenario.rounds[at[0]].slots[at[1]]

    def told(node: Node) -> int | None:
        match node:
            case MeterValue(meter):
                return case["meter", meter]
            case FlagValue(flag):
                return case["flag", flag]
            case IssueCompare() | IssueIn():
                option = case[ISSUE, node.issue]
                return int(option != OPEN and meets(node, option))
            case Agreed(issue):
                return int(case[ISSUE, issue] != OPEN)
            case Chose(decision, choice):
                return int(case["decision", decision] == choice)
            case Done(action):
                return case["done", action]
            case Happened(event):
                return case["event", event]
            case SlotCompare(comparison, ordinal):
                return int(holds(comparison, meeting.ordinal, ordinal))
            case RoundCompare(comparison, round_):
                return int(holds(comparison, at[0], round_))
            case DaysSince(ordinal, until):
                return ordinal - meeting.date if until else meeting.date - ordinal
            case Offered() | ExchangeNumber() | HoldsRunning() | HasSigned() | WouldRatify() | SupportOf():
                return case["told", node]
            case _:
                return None

    def bounds(node: Node) -> tuple[int, int] | None:
        found = told(node)
        return None if found is None else (found, found)

    known, _ = judged(tree, bounds)
    assert isinstance(known, int), "in a case nothing is left to be known"
    return known
