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

What only an instructor lets happen is outside the proof, as it is outside what the parties can do, unless
it is asked in: what is proved then holds in a class as well.
"""

from game.analysis.leaving import leave
from game.analysis.reach import Reach
from game.analysis.refusable import without_place
from game.analysis.things import REFUSALS, Kind, Thing, things
from game.rules.package import decided
from game.rules.scenario import (
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
    TableOffer,
)


def relaxed(scenario: Scenario, *, instructed: bool = False) -> Reach:
    """Return all that may ever be met in `scenario`; what is not in it cannot be met.

    Args:
        instructed: whether the events kept for an instructor may happen too.
    """
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
    if instructed:
        kept = (index for index, event in enumerate(scenario.events) if event.inject)
        reach.met |= {Thing(Kind.EVENT, index) for index in kept}
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
    leave(reach)


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
