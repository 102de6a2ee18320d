"""All that a scenario may ever come to, part by part, and what its conditions may be for that.

Of the game as a whole it keeps what each part may ever be: an interval for a meter, the values of a flag,
the options of an issue. A condition is judged by intervals and counts as possible unless no combination of
the values kept makes it true: values of different moments are mixed freely, which can only add.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.analysis.intervals import holds, judged, meets
from game.analysis.things import Kind, Thing
from game.rules.expressions import (
    Agreed,
    All,
    Chose,
    DaysSince,
    Done,
    ExchangeNumber,
    Expression,
    FlagValue,
    Happened,
    HasSigned,
    HoldsRunning,
    IssueCompare,
    IssueIn,
    MeterValue,
    Node,
    Offered,
    RoundCompare,
    SlotCompare,
    SupportOf,
    WouldRatify,
    nodes,
)
from game.rules.scenario import Scenario, Trigger

Range = tuple[int, int]
"""The least and the greatest value; a condition is 0 to 1."""

Moment = tuple[int, int]
"""A round and a meeting of it."""

OF_TIME = (SlotCompare, RoundCompare, DaysSince, ExchangeNumber)
"""The parts of a condition whose value the meeting decides."""


@dataclass(slots=True)
class Reach:
    """All that may ever be. Grows only."""

    scenario: Scenario
    rounds: set[int] = field(default_factory=set)
    meters: list[Range] = field(default_factory=list)
    flags: list[set[bool]] = field(default_factory=list)
    levels: list[set[int]] = field(default_factory=list)  # per order
    agreed: list[set[int]] = field(default_factory=list)  # per issue
    offered: tuple[list[set[int]], list[set[int]]] = field(default_factory=lambda: ([], []))
    opened: set[int] = field(default_factory=set)  # issues that may be on the agenda
    met: set[Thing] = field(default_factory=set)
    ended: set[tuple[int, Trigger]] = field(default_factory=set)  # (round, how it may be left)
    breaks: bool = False  # an effect may break off
    delegates: set[int] = field(default_factory=set)
    steps: int = 0  # passes until nothing more was added

    @property
    def facts(self) -> int:
        """How many values are kept: the states of the relaxation."""
        wide = sum(high - low + 1 for low, high in self.meters)
        kept = sum(map(len, [*self.agreed, *self.offered[0], *self.offered[1]]))
        kept += sum(map(len, self.flags)) + sum(map(len, self.levels))
        return wide + kept + len(self.rounds) + len(self.met) + len(self.ended)

    def moments(self, rounds: set[int] | None = None, *, spoken: bool = False) -> list[Moment]:
        """Return the meetings of the rounds kept; with `spoken` those that have exchanges."""
        return [
            (index, slot)
            for index in sorted(self.rounds if rounds is None else rounds & self.rounds)
            for slot, meeting in enumerate(self.scenario.rounds[index].slots)
            if meeting.exchanges or not spoken
        ]

    def may(self, guard: Expression | None, moments: list[Moment] | None = None) -> bool:
        """Say whether `guard` may hold at one of `moments` (all that are kept by default)."""
        return guard is None or any(high for _, high in self._judged(guard, moments))

    def may_fail(self, guard: Expression | None, moments: list[Moment] | None = None) -> bool:
        """Say whether `guard` may fail at one of `moments`."""
        return guard is not None and any(not low for low, _ in self._judged(guard, moments))

    def _judged(self, guard: Expression, moments: list[Moment] | None) -> Iterator[Range]:
        at = self.moments() if moments is None else moments
        timed = any(isinstance(node, OF_TIME) for node in nodes(guard.tree))
        for moment in at if timed else at[:1]:
            yield self.bounds(guard.tree, moment, self.agreed)

    def bounds(self, tree: Node, at: Moment, options: list[set[int]]) -> Range:
        """Return between which values `tree` lies at a meeting; an issue has one of `options` or none."""
        low, high = judged(tree, lambda node: self._part(node, at, options))
        assert isinstance(low, int), "here nothing is left to be known"
        assert isinstance(high, int), "nor here"
        return low, high

    def _part(self, tree: Node, at: Moment, options: list[set[int]]) -> Range | None:
        """Return the bounds of what a condition is made of; None for what follows from its own parts."""

        def may(possible: bool) -> Range:
            return 0, int(possible)

        def is_(value: int) -> Range:
            return value, value

        scenario = self.scenario
        meeting = scenario.rounds[at[0]].slots[at[1]]
        match tree:
            case MeterValue(meter):
                return self.meters[meter]
            case FlagValue(flag):
                return int(min(self.flags[flag])), int(max(self.flags[flag]))
            case IssueCompare() | IssueIn():
                return may(bool(_meeting(tree, options)))
            case Agreed(issue):
                return may(bool(options[issue]))
            case Offered(party, condition):
                both = [mine | agreed for mine, agreed in zip(self.offered[party], options, strict=True)]
                return may(any(self.offered[party]) and bool(self.bounds(condition, at, both)[1]))
            case SlotCompare(comparison, ordinal):
                return is_(int(holds(comparison, meeting.ordinal, ordinal)))
            case RoundCompare(comparison, round_):
                return is_(int(holds(comparison, at[0], round_)))
            case DaysSince(ordinal, until):
                days = meeting.date - ordinal
                return is_(-days if until else days)
            case ExchangeNumber():
                return 1, max(1, meeting.exchanges)
            case Chose(decision, choice):
                return may(Thing(Kind.CHOICE, decision, choice) in self.met)
            case Done(action):
                return may(any(Thing(Kind.ACTION, action, party) in self.met for party in (0, 1)))
            case Happened(event):
                return may(Thing(Kind.EVENT, event) in self.met)
            case HoldsRunning():
                return 0, 2 * sum(slot.exchanges for each in scenario.rounds for slot in each.slots)
            case HasSigned() | WouldRatify():
                return 0, 1
            case SupportOf():
                return 0, 10
            case All(items) if not _together(items, options):
                return 0, 0
            case _:
                return None


def _meeting(tree: IssueCompare | IssueIn, options: list[set[int]]) -> set[int]:
    """Return which of the options kept meet a comparison."""
    return {option for option in options[tree.issue] if meets(tree, option)}


def _together(items: tuple[Node, ...], options: list[set[int]]) -> bool:
    """Say whether comparisons that must all hold leave each issue an option: `a == x and a == y` do not."""
    left: dict[int, set[int]] = {}
    for item in items:
        if isinstance(item, IssueCompare | IssueIn):
            left[item.issue] = left.get(item.issue, options[item.issue]) & _meeting(item, options)
    return all(left.values())
