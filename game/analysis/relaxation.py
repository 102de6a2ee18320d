"""What can never be met, whatever anybody does: a proof by a relaxation of the whole scenario.

The relaxation forgets the order in which things happen. It keeps, for the game as a whole, what each part
may ever be: an interval for a meter, the values of a flag, the options of an issue that may be agreed, the
rounds, choices, actions and events that may be met. It begins with the opening and adds what could follow
from what is there, until nothing more can be added. No thing is ever taken away again.

Why it is sound: every state that play can reach has each of its parts among the values kept. The opening
has; and a move from a state that has leads to one that has, since each rule of `game/rules` that changes a
part is met here by a step that adds the new value whenever its condition *may* hold for the values kept. A
condition is judged by intervals: it counts as possible unless no combination of the values kept makes it
true, so that the values that belong to different moments are mixed freely, which can only add. Issues are
independent in the strongest sense: options are kept issue by issue, no package is ever written out, and
needs between options, trust, time and votes are taken as met. So what is not added cannot be met; what is
added may still be out of reach, and only a line of play (`search.py`) shows that it is not.

What only an instructor lets happen is outside the proof, as it is outside what the parties can do.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from game.analysis.refusable import without_place
from game.analysis.things import REFUSALS, Kind, Thing, things
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
    Extreme,
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
    Operation,
    RoundCompare,
    SlotCompare,
    SupportOf,
    Truth,
    WouldRatify,
    nodes,
)
from game.rules.package import decided
from game.rules.scenario import (
    END,
    Action,
    ActionKind,
    Add,
    Appoint,
    Effect,
    EndTalks,
    Instruct,
    Level,
    PutDecision,
    RoundKind,
    Run,
    Scenario,
    Schedule,
    SetAgenda,
    SetFlag,
    SetMeter,
    Signs,
    TableOffer,
    Trigger,
)

Bounds = tuple[int, int]
"""The least and the greatest value; a condition is 0 to 1."""

Moment = tuple[int, int]
"""A round and a meeting of it."""

_OF_TIME = (SlotCompare, RoundCompare, DaysSince, ExchangeNumber)
"""The parts of a condition whose value the meeting decides."""

_COMPARED: dict[Comparison, Callable[[int, int], bool]] = {
    Comparison.EQ: lambda a, b: a == b,
    Comparison.NE: lambda a, b: a != b,
    Comparison.LT: lambda a, b: a < b,
    Comparison.LE: lambda a, b: a <= b,
    Comparison.GT: lambda a, b: a > b,
    Comparison.GE: lambda a, b: a >= b,
}


@dataclass(slots=True)
class Reach:
    """All that may ever be. Grows only."""

    scenario: Scenario
    rounds: set[int] = field(default_factory=set)
    meters: list[Bounds] = field(default_factory=list)
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

    def _judged(self, guard: Expression, moments: list[Moment] | None) -> Iterator[Bounds]:
        at = self.moments() if moments is None else moments
        timed = any(isinstance(node, _OF_TIME) for node in nodes(guard.tree))
        for moment in at if timed else at[:1]:
            yield self.bounds(guard.tree, moment, self.agreed)

    def bounds(self, tree: Node, at: Moment, options: list[set[int]]) -> Bounds:
        """Return between which values `tree` lies at a meeting; an issue has one of `options` or none."""

        def sub(node: Node) -> Bounds:
            return self.bounds(node, at, options)

        def may(possible: bool) -> Bounds:
            return 0, int(possible)

        def is_(value: int) -> Bounds:
            return value, value

        scenario = self.scenario
        meeting = scenario.rounds[at[0]].slots[at[1]]
        match tree:
            case Number(value) | Truth(value):
                return is_(int(value))
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
                return is_(int(_COMPARED[comparison](meeting.ordinal, ordinal)))
            case RoundCompare(comparison, round_):
                return is_(int(_COMPARED[comparison](at[0], round_)))
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
            case Compare(comparison, left, right):
                return _compared(comparison, sub(left), sub(right))
            case Arithmetic(operation, left, right):
                return _reckoned(operation, sub(left), sub(right))
            case Extremum(extreme, items):
                pick = min if extreme is Extreme.MIN else max
                found = [sub(item) for item in items]
                return pick(low for low, _ in found), pick(high for _, high in found)
            case Not(item):
                low, high = sub(item)
                return 1 - high, 1 - low
            case All(items):
                found = [sub(item) for item in items]
                possible = all(high for _, high in found) and _together(items, options)
                return min(low for low, _ in found) if possible else 0, int(possible)
            case AnyOf(items):
                found = [sub(item) for item in items]
                return max(low for low, _ in found), max(high for _, high in found)


def _meeting(tree: IssueCompare | IssueIn, options: list[set[int]]) -> set[int]:
    """Return which of the options kept meet a comparison."""
    if isinstance(tree, IssueIn):
        return options[tree.issue] & set(tree.options)
    compared = _COMPARED[tree.comparison]
    return {option for option in options[tree.issue] if compared(option, tree.option)}


def _together(items: tuple[Node, ...], options: list[set[int]]) -> bool:
    """Say whether comparisons that must all hold leave each issue an option: `a == x and a == y` do not."""
    left: dict[int, set[int]] = {}
    for item in items:
        if isinstance(item, IssueCompare | IssueIn):
            left[item.issue] = left.get(item.issue, options[item.issue]) & _meeting(item, options)
    return all(left.values())


def _compared(comparison: Comparison, left: Bounds, right: Bounds) -> Bounds:
    (a, b), (c, d) = left, right
    match comparison:
        case Comparison.LT:
            return int(b < c), int(a < d)
        case Comparison.LE:
            return int(b <= c), int(a <= d)
        case Comparison.GT:
            return int(a > d), int(b > c)
        case Comparison.GE:
            return int(a >= d), int(b >= c)
        case Comparison.EQ:
            return int(a == b == c == d), int(a <= d and c <= b)
        case Comparison.NE:
            return int(b < c or d < a), int(not a == b == c == d)


def _reckoned(operation: Operation, left: Bounds, right: Bounds) -> Bounds:
    (a, b), (c, d) = left, right
    match operation:
        case Operation.SUM:
            return a + c, b + d
        case Operation.DIFFERENCE:
            return a - d, b - c
        case Operation.PRODUCT:
            corners = (a * c, a * d, b * c, b * d)
            return min(corners), max(corners)
        case Operation.QUOTIENT:  # its divisor is a positive constant
            return a // c, b // c


def relaxed(scenario: Scenario) -> Reach:
    """Return all that may ever be met in `scenario`; what is not in it cannot be met."""
    issues = range(len(scenario.issues))
    reach = Reach(
        scenario,
        rounds={scenario.opening.round},
        meters=[(meter.start, meter.start) for meter in scenario.meters],
        flags=[{flag.start} for flag in scenario.flags],
        levels=[{int(order.level)} for order in scenario.orders],
        agreed=[set() for _ in issues],
        offered=([set() for _ in issues], [set() for _ in issues]),
        # Nearly every code has a place in every scenario; `refusable.py` knows which has none.
        met={thing for thing in things(scenario) if thing.kind is Kind.REFUSAL},
    )
    for issue, option in decided(scenario.opening.agreed):
        reach.agreed[issue].add(option)
        reach.met.add(Thing(Kind.OPTION, issue, option))
    before = -1
    while reach.facts != before:
        before = reach.facts
        reach.steps += 1
        _step(reach)
    reach.met -= {
        Thing(Kind.REFUSAL, REFUSALS.index(why))
        for why in without_place(scenario, reach.moments(spoken=True), reach.delegates)
    }
    return reach


def _step(reach: Reach) -> None:
    """Add what could follow from what is there."""
    scenario = reach.scenario
    for index in sorted(reach.rounds):
        reach.met.add(Thing(Kind.ROUND, index))
        reach.opened |= scenario.rounds[index].agenda
    for index, event in enumerate(scenario.events):
        if event.when is not None and reach.may(event.when):
            reach.met.add(Thing(Kind.EVENT, index))
        if Thing(Kind.EVENT, index) in reach.met:
            _effects(reach, event.effects)
            for number, outcome in enumerate(event.outcomes):
                reach.met.add(Thing(Kind.OUTCOME, index, number))
                _effects(reach, outcome.effects)
    _decisions(reach)
    for index, action in enumerate(scenario.actions):
        for party in (0, 1):
            if action.party[party] and _may_act(reach, action, party):
                reach.met.add(Thing(Kind.ACTION, index, party))
                _effects(reach, action.effects)
    if reach.moments(spoken=True):
        _table(reach)
    drift = abs(scenario.conduct.drift_by)
    _widen(reach, scenario.conduct.meter, -drift, drift)
    _ways(reach)


def _decisions(reach: Reach) -> None:
    for index, decision in enumerate(reach.scenario.decisions):
        if decision.when is not None and reach.may(decision.when):
            reach.met.add(Thing(Kind.DECISION, index))
        if Thing(Kind.DECISION, index) not in reach.met:
            continue
        for number, choice in enumerate(decision.choices):
            if reach.may(choice.when):
                reach.met.add(Thing(Kind.CHOICE, index, number))
                _effects(reach, choice.effects)
                if choice.runs is not None and choice.runs.kind is Run.PROPOSE:
                    for package in choice.runs.packages:
                        for issue, option in decided(package):
                            if _may_name(reach, decision.party, issue, option):
                                reach.offered[decision.party][issue].add(option)


def _may_act(reach: Reach, action: Action, party: int) -> bool:
    scenario = reach.scenario
    plain = action.kind is ActionKind.PLAIN
    here = {index for index in reach.rounds if plain or scenario.rounds[index].kind is RoundKind.TALKS}
    moments = reach.moments(here, spoken=True)
    if not moments or not reach.may(action.when, moments):
        return False
    match action.kind:
        case ActionKind.SOUND_OUT:
            return reach.meters[scenario.conduct.meter][1] >= scenario.conduct.sound_least
        case ActionKind.ASK_HOME:
            return _may_break(reach, party)
        case ActionKind.DECIDE_ALONE:
            sent = [scenario.delegates[each] for each in sorted(reach.delegates)]
            speak = [scenario.rounds[index].delegations[party] for index in sorted(here)]
            speak += [each.delegation for each in sent if each.party == party]
            return _may_break(reach, party) and any(each.alone for each in speak)
        case ActionKind.CITE:
            return action.counters is None or any(
                other.document == action.counters and Thing(Kind.ACTION, index, who) in reach.met
                for index, other in enumerate(scenario.actions)
                for who in (0, 1)
            )
        case _:
            return True


def _may_break(reach: Reach, party: int) -> bool:
    """Say whether an order of `party` may be at a level at which it can be asked away."""
    return any(
        order.party == party and Level.ASK in levels
        for order, levels in zip(reach.scenario.orders, reach.levels, strict=True)
    )


def _effects(reach: Reach, effects: tuple[Effect, ...]) -> None:
    for effect in effects:
        if not reach.may(effect.when):
            continue
        match effect:
            case Add(meter, amount):
                for moment in reach.moments():
                    low, high = reach.bounds(amount.tree, moment, reach.agreed)
                    _widen(reach, meter, low, high)
            case SetMeter(meter, amount):
                for moment in reach.moments():
                    low, high = reach.bounds(amount.tree, moment, reach.agreed)
                    had = reach.meters[meter]
                    clamped = max(0, min(10, low)), max(0, min(10, high))
                    reach.meters[meter] = min(had[0], clamped[0]), max(had[1], clamped[1])
            case SetFlag(flag, value):
                reach.flags[flag].add(value)
            case Instruct(order, level):
                reach.levels[order].add(int(level))
            case PutDecision(decision):
                reach.met.add(Thing(Kind.DECISION, decision))
            case TableOffer(party, package):
                for issue, option in decided(package):
                    reach.offered[party][issue].add(option)
            case SetAgenda(issue, on):
                if on:
                    reach.opened.add(issue)
            case Schedule(event):
                reach.met.add(Thing(Kind.EVENT, event))
            case Appoint(delegate):
                reach.delegates.add(delegate)
            case EndTalks():
                reach.breaks = True
            case _:
                pass  # it changes nothing that a condition can read


def _widen(reach: Reach, meter: int, least: int, most: int) -> None:
    """Let a meter move by `least` to `most`, as often as one likes."""
    low, high = reach.meters[meter]
    reach.meters[meter] = max(0, low + min(0, least)), min(10, high + max(0, most))


def _table(reach: Reach) -> None:
    """What is done at a table: offers and acceptances within the mandate, and how conduct moves meters."""
    scenario, conduct = reach.scenario, reach.scenario.conduct
    adds = (conduct.better_add, conduct.worse_add, conduct.reopen_add, conduct.disowned_add)
    for add in (*adds, conduct.holds_add if conduct.holds_running else 0):
        _widen(reach, conduct.meter, add, add)
    for party, home in enumerate(scenario.homes):
        alone = (home.alone_cost, home.alone_cost_after_no)
        if home.unity is not None and any(
            action.kind is ActionKind.DECIDE_ALONE and Thing(Kind.ACTION, index, party) in reach.met
            for index, action in enumerate(scenario.actions)
        ):
            # One deed may go beyond several orders at once.
            _widen(reach, home.unity, -10 * max(map(abs, alone)), 0)
    for order, levels in zip(scenario.orders, reach.levels, strict=True):
        widening = any(
            action.kind in (ActionKind.ASK_HOME, ActionKind.DECIDE_ALONE)
            and Thing(Kind.ACTION, index, order.party) in reach.met
            for index, action in enumerate(scenario.actions)
        )
        if widening and Level.ASK in levels:
            levels.add(int(Level.FREE))
    for issue in sorted(reach.opened):
        for option in range(len(scenario.issues[issue].options)):
            names = [_may_name(reach, party, issue, option) for party in (0, 1)]
            for party in (0, 1):
                if names[party]:
                    reach.offered[party][issue].add(option)
            if any(names[1 - party] and option in reach.offered[party][issue] for party in (0, 1)):
                reach.agreed[issue].add(option)
                reach.met.add(Thing(Kind.OPTION, issue, option))


def _may_name(reach: Reach, party: int, issue: int, option: int) -> bool:
    """Say whether the orders on that option by itself may ever let `party` put its name to it."""
    scenario = reach.scenario
    referendum = any(
        each.ad_referendum
        for each in (
            *(scenario.rounds[index].delegations[party] for index in reach.rounds),
            *(sent.delegation for sent in scenario.delegates if sent.party == party),
        )
    )
    return all(
        Level.FREE in levels or (referendum and Level.ASK in levels)
        for order, levels in zip(scenario.orders, reach.levels, strict=True)
        if (order.party, order.issue, order.option) == (party, issue, option)
    )


def _ways(reach: Reach) -> None:
    """Leave the rounds kept in every way that may be, for other rounds or for an ending."""
    scenario = reach.scenario
    for index in sorted(reach.rounds):
        for trigger in _triggers(reach, index):
            reach.ended.add((index, trigger))
            for edge in scenario.protocol.get((index, trigger), ()):
                moments = reach.moments({index})
                if not reach.may(edge.guard, moments):
                    continue
                if edge.target == END:
                    _end(reach, trigger, moments)
                else:
                    reach.rounds.add(edge.target)
                if not reach.may_fail(edge.guard, moments):
                    break


def _triggers(reach: Reach, index: int) -> Iterator[Trigger]:
    scenario = reach.scenario
    here = scenario.rounds[index]
    if here.kind is RoundKind.RATIFICATION:
        yield from (Trigger.RATIFIED, Trigger.REFUSED)
    else:
        yield Trigger.DEADLINE
        if any(slot.exchanges for slot in here.slots):
            yield Trigger.WALK_OUT
            signs = [here.delegations[party].signs is not Signs.NONE for party in (0, 1)]
            for sent in scenario.delegates:
                signs[sent.party] = signs[sent.party] or sent.delegation.signs is not Signs.NONE
            if all(signs) and any(reach.agreed):
                yield Trigger.CONCLUDED
        if reach.meters[scenario.conduct.meter][0] <= scenario.conduct.breaks_at:
            yield Trigger.BREAKDOWN
    if reach.breaks:
        yield Trigger.BREAKDOWN


def _end(reach: Reach, trigger: Trigger, moments: list[Moment]) -> None:
    for index, ending in enumerate(reach.scenario.endings):
        if trigger in ending.after and reach.may(ending.when, moments):
            reach.met.add(Thing(Kind.ENDING, index))
            if not reach.may_fail(ending.when, moments):
                return  # it stands before all that follow in the file
