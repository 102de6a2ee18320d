"""A scenario outlined: what may happen in it, over the few variables that are kept.

**What it is.** The round machine, meeting by meeting; decisions, events with chance as free choice, actions
with their effects, mandates on single options, the signature, the homes' votes and the endings. A position
of play is outlined by the values that the kept variables have in it.

**Why nothing is left out.** Whatever play does, the outline can do: for each record of a negotiation, and
whatever follows from it by itself, there is a row of commands from the outline of the position before to the
outline of the one after. So what no row of commands meets, no play meets; that is proved once all states of
the outline have been seen. The outline errs in the other direction only: it can do more than play can.

**What is exact**: the order of meetings and rounds; the first way out that fits and the first ending that
fits; limits of meters, and every amount of effects, drift and conduct; which orders close which option; the
rules by which support becomes a vote.

**What is given away**, each time by letting more happen:

* what is folded (`folding.py`) has any value that the relaxation leaves it, between bounds;
* offers are not kept: a party agrees to an option as soon as both may name it; `offered(...)` may hold
  whenever the relaxation lets it;
* what follows by itself may tarry: an event fires and a decision is put once its condition may hold, or
  later while it may, or never; the next meeting may begin at any time; turns and exchanges are not counted;
* combinations in mandates, needs between options and the agenda are taken as met; an action that may be
  taken is taken as often as one likes; trust moves by the rules of conduct without a deed; home gives leave
  whenever it is asked to;
* issues that no condition tells apart do not matter to each other, and what is agreed is agreed one by one.
"""

from collections.abc import Iterator

from game.analysis.folding import BUDGET, DRAWING, HAPPENED, PENDING, SCHEDULED, TAKEN, Kept, kept
from game.analysis.formula import (
    Formula,
    In,
    Var,
    below,
    both,
    either,
    equal,
    least,
    minus,
    most,
    negated,
    plus,
)
from game.analysis.outline import PLACE, Alternative, Command, Outline, Step
from game.analysis.outlook import Outlook, clamped
from game.analysis.reach import Reach
from game.analysis.things import Kind, Thing, things
from game.rules.expressions import Expression
from game.rules.home import MOST
from game.rules.package import OPEN, decided
from game.rules.scenario import (
    END,
    Action,
    ActionKind,
    Add,
    Effect,
    EndTalks,
    Instruct,
    Level,
    PutDecision,
    RoundKind,
    Run,
    Scenario,
    Schedule,
    SetFlag,
    SetMeter,
    Signs,
    Trigger,
)

Steps = tuple[Step, ...]


def outlined(scenario: Scenario, reach: Reach, budget: int = BUDGET) -> Outline:
    """Return an outline of `scenario`.

    Args:
        reach: what the relaxation leaves of it.
        budget: combinations of values that may be kept; what does not fit is folded.
    """
    what = kept(scenario, reach, budget)
    commands = tuple(_Outliner(scenario, reach, what).commands())
    opening = {Thing(Kind.ROUND, scenario.opening.round)}
    opening |= {Thing(Kind.OPTION, issue, option) for issue, option in decided(scenario.opening.agreed)}
    told = frozenset(
        thing
        for thing in things(scenario)
        if thing.kind is not Kind.REFUSAL and (thing.kind is not Kind.OPTION or thing.first in what.issues)
    )
    return Outline(
        variables=tuple(what.variables),
        places=what.places,
        commands=commands,
        opening=tuple(sorted(opening, key=repr)),
        folded=tuple(what.folded),
        told=told,
    )


class _Outliner:
    """Makes the commands of one outline."""

    def __init__(self, scenario: Scenario, reach: Reach, what: Kept) -> None:
        self.scenario, self.reach, self.kept = scenario, reach, what
        self.look = Outlook(scenario, reach, what)
        self.everywhere = frozenset(range(len(what.places)))
        rounds = scenario.rounds
        self.talks = frozenset(
            n for n, (index, _) in enumerate(what.places) if rounds[index].kind is RoundKind.TALKS
        )
        self.spoken = frozenset(
            n for n, (index, slot) in enumerate(what.places) if rounds[index].slots[slot].exchanges
        )
        self.table = self.talks & self.spoken

    def commands(self) -> Iterator[Command]:
        """Yield all commands."""
        yield from self._time()
        yield from self._leaving()
        yield from self._decisions()
        yield from self._events()
        yield from self._actions()
        yield from self._agreeing()
        yield from self._widening()
        yield from self._conduct()

    def _met(self, thing: Thing) -> bool:
        return thing in self.reach.met

    # Time and the ways out

    def _time(self) -> Iterator[Command]:
        for number, (index, slot) in enumerate(self.kept.places):
            if slot + 1 < len(self.scenario.rounds[index].slots):
                meeting = self.scenario.rounds[index].slots[slot + 1]
                yield Command(f"meeting {meeting.id}", frozenset({number}), 1, (_set(PLACE, number + 1),))

    def _leaving(self) -> Iterator[Command]:
        for index in sorted(self.reach.rounds):
            for trigger, places, guard in self._triggers(index):
                if not places or guard == 0:
                    continue
                before: list[Formula] = []
                for edge in self.scenario.protocol.get((index, trigger), ()):
                    low, high = self.look.bounds(edge.guard)
                    may = both(guard, high, *before)
                    before.append(negated(low))
                    if may == 0 or edge.target not in (END, *self.reach.rounds):
                        continue
                    if edge.target == END:
                        yield from self._endings(trigger, places, may)
                    else:
                        target = self.scenario.rounds[edge.target]
                        yield Command(
                            f"round {target.id} on {trigger.value}",
                            places,
                            may,
                            self._entering(edge.target),
                            (Thing(Kind.ROUND, edge.target),),
                        )

    def _triggers(self, index: int) -> Iterator[tuple[Trigger, frozenset[int], Formula]]:
        """Yield how the round may be left: on what, at which places, and where what holds."""
        here = self.scenario.rounds[index]
        mine = frozenset(n for n, (round_, _) in enumerate(self.kept.places) if round_ == index)
        last = frozenset({max(mine)})
        if here.kind is RoundKind.RATIFICATION:
            lows, highs = zip(*(self.look.carries(party, here) for party in (0, 1)), strict=True)
            yield Trigger.RATIFIED, last, both(*highs)
            yield Trigger.REFUSED, last, either(*map(negated, lows))
        else:
            yield Trigger.DEADLINE, last, 1
            yield Trigger.WALK_OUT, mine & self.spoken, 1
            yield Trigger.CONCLUDED, mine & self.spoken, self._may_sign(index)
            conduct = self.scenario.conduct
            _, high = self.look.below(conduct.meter, conduct.breaks_at + 1)
            yield Trigger.BREAKDOWN, mine, high
        if self.kept.breaking >= 0:
            yield Trigger.BREAKDOWN, mine, Var(self.kept.breaking)

    def _may_sign(self, index: int) -> Formula:
        scenario = self.scenario
        signs = [scenario.rounds[index].delegations[party].signs is not Signs.NONE for party in (0, 1)]
        for sent in scenario.delegates:
            signs[sent.party] = signs[sent.party] or sent.delegation.signs is not Signs.NONE
        if not all(signs) or not all(self.reach.agreed[issue] for issue in scenario.requires):
            return 0
        some = [self.look.agreed(issue) for issue in range(len(scenario.issues))]
        return both(either(*some), *(self.look.agreed(issue) for issue in sorted(scenario.requires)))

    def _entering(self, index: int) -> Steps:
        """Return what beginning a round does: trust drifts, issues open again."""
        scenario, steps = self.scenario, list[Step]()
        conduct = scenario.conduct
        trust = self.kept.meters.get(conduct.meter)
        if trust is not None and conduct.drift_by:
            away = minus(conduct.drift_to, Var(trust))
            by = most(-conduct.drift_by, least(conduct.drift_by, away))
            steps.append(_set(trust, plus(Var(trust), by)))
        for issue in sorted(scenario.rounds[index].reopens):
            if issue in self.kept.issues:
                steps.append(_set(self.kept.issues[issue], self.kept.ladders[issue][OPEN]))
        if self.kept.breaking >= 0:
            steps.append(_set(self.kept.breaking, 0))
        return (*steps, _set(PLACE, self.kept.places.index((index, 0))))

    def _endings(self, trigger: Trigger, places: frozenset[int], guard: Formula) -> Iterator[Command]:
        before: list[Formula] = []
        for index, ending in enumerate(self.scenario.endings):
            if trigger not in ending.after:
                continue
            low, high = self.look.bounds(ending.when)
            may = both(guard, high, *before)
            before.append(negated(low))
            if may != 0:
                name = f"ending {ending.id} on {trigger.value}"
                yield Command(name, places, may, (), (Thing(Kind.ENDING, index),), ends=index)

    # Decisions and events

    def _decisions(self) -> Iterator[Command]:
        for index, decision in enumerate(self.scenario.decisions):
            put = Thing(Kind.DECISION, index)
            if not self._met(put):
                continue
            place = self.kept.decisions.get(index)
            waits: Formula = 1 if place is None else equal(Var(place), PENDING)
            if decision.when is not None:
                fresh: Formula = 1 if place is None else equal(Var(place), 0)
                guard = both(fresh, self.look.may(decision.when))
                steps = () if place is None else (_set(place, PENDING),)
                yield from self._command(f"put {decision.id}", self.everywhere, guard, steps, put)
            if index in self.look.put:
                yield from self._command(f"waits {decision.id}", self.everywhere, waits, (), put)
            for number, choice in enumerate(decision.choices):
                thing = Thing(Kind.CHOICE, index, number)
                taken = TAKEN + (number if index in self.kept.told else 0)
                answered = () if place is None else (_set(place, taken),)
                yield from self._command(
                    f"choice {decision.id} {choice.id}",
                    self.everywhere,
                    both(waits, self.look.may(choice.when)),
                    (*answered, *self._effects(choice.effects)),
                    thing,
                )

    def _events(self) -> Iterator[Command]:
        for index, event in enumerate(self.scenario.events):
            thing = Thing(Kind.EVENT, index)
            if not self._met(thing):
                continue
            place = self.kept.events.get(index)
            when = 0 if event.when is None else self.look.may(event.when)
            if place is None:
                fires: Formula = either(when, int(index in self.look.booked))
                over: Steps = ()
                drawn: Formula = 1
            else:
                now = Var(place)
                free = In(place, frozenset({0, HAPPENED} if event.repeats else {0}))
                fires = either(both(free, when), equal(now, SCHEDULED))
                over = (_set(place, DRAWING if event.outcomes else HAPPENED),)
                drawn = equal(now, DRAWING)
            steps = (*over, *self._effects(event.effects))
            yield from self._command(f"event {event.id}", self.everywhere, fires, steps, thing)
            for number, outcome in enumerate(event.outcomes):
                done: Steps = () if place is None else (_set(place, HAPPENED),)
                yield from self._command(
                    f"outcome {event.id} {outcome.id}",
                    self.everywhere,
                    drawn,
                    (*done, *self._effects(outcome.effects)),
                    Thing(Kind.OUTCOME, index, number),
                )

    def _command(
        self, name: str, places: frozenset[int], guard: Formula, steps: Steps, *met: Thing
    ) -> Iterator[Command]:
        if guard != 0 and places:
            yield Command(name, places, guard, steps, met)

    # What the parties do

    def _actions(self) -> Iterator[Command]:
        for index, action in enumerate(self.scenario.actions):
            for party in (0, 1):
                thing = Thing(Kind.ACTION, index, party)
                if not self._met(thing):
                    continue
                place = self.kept.actions.get(index)
                done = () if place is None else (_set(place, 1),)
                yield from self._command(
                    f"action {action.id} {self.scenario.parties[party].id}",
                    self.spoken if action.kind is ActionKind.PLAIN else self.table,
                    both(self.look.may(action.when), self._open(action)),
                    (*done, *self._effects(action.effects)),
                    thing,
                )

    def _open(self, action: Action) -> Formula:
        conduct = self.scenario.conduct
        if action.kind is not ActionKind.SOUND_OUT:
            return 1
        low, _ = self.look.below(conduct.meter, conduct.sound_least)
        return negated(low)

    def _agreeing(self) -> Iterator[Command]:
        """Agree on an option that both may name, or open what is agreed."""
        scenario = self.scenario
        accepts = any(
            choice.runs is not None and choice.runs.kind is Run.ACCEPT
            for decision in scenario.decisions
            for choice in decision.choices
        )
        disowned = self.look.referendum[0] or self.look.referendum[1]
        for issue, place in sorted(self.kept.issues.items()):
            ladder, id = self.kept.ladders[issue], scenario.issues[issue].id
            for option in sorted(self.reach.agreed[issue]):
                may = both(
                    In(place, frozenset({ladder[OPEN]})),
                    either(
                        *(
                            self.look.may_name(party, issue, option)
                            for party in (0, 1)
                            if option in self.reach.offered[1 - party][issue]
                        )
                    ),
                )
                name = f"agree {id} {scenario.issues[issue].options[option].id}"
                yield from self._command(
                    name,
                    self.talks if accepts else self.table,
                    may,
                    (_set(place, ladder[option]),),
                    Thing(Kind.OPTION, issue, option),
                )
            yield from self._command(
                f"open {id}",
                self.everywhere if disowned else self.table,
                negated(equal(Var(place), ladder[OPEN])),
                (_set(place, ladder[OPEN]),),
            )

    def _widening(self) -> Iterator[Command]:
        """Leave from home, or a decision alone, frees an order; the latter costs unity."""
        scenario = self.scenario
        for index, order in enumerate(scenario.orders):
            if Level.ASK not in self.reach.levels[index]:
                continue
            place = self.kept.orders.get(index)
            asked: Formula = 1 if place is None else equal(Var(place), int(Level.ASK))
            freed = () if place is None else (_set(place, int(Level.FREE)),)
            if freed and self._takes(ActionKind.ASK_HOME, order.party):
                yield Command(f"leave {order.id}", self.everywhere, asked, freed)
            if not self._takes(ActionKind.DECIDE_ALONE, order.party):
                continue
            home = scenario.homes[order.party]
            unity = None if home.unity is None else self.kept.meters.get(home.unity)
            costs = {home.alone_cost, home.alone_cost_after_no} if unity is not None else {0}
            for cost in sorted(costs):
                paid = () if unity is None else (_set(unity, clamped(plus(Var(unity), -cost))),)
                if freed or paid:
                    yield Command(f"alone {order.id} {cost}", self.table, asked, (*freed, *paid))

    def _takes(self, kind: ActionKind, party: int) -> bool:
        return any(
            action.kind is kind and self._met(Thing(Kind.ACTION, index, party))
            for index, action in enumerate(self.scenario.actions)
        )

    def _conduct(self) -> Iterator[Command]:
        conduct = self.scenario.conduct
        trust = self.kept.meters.get(conduct.meter)
        if trust is None:
            return
        adds = {conduct.better_add, conduct.worse_add, conduct.reopen_add}
        if conduct.holds_running:
            adds.add(conduct.holds_add)
        disowned = conduct.disowned_add if any(self.look.referendum) else 0
        for add in sorted((adds | {disowned}) - {0}):
            places = self.everywhere if add == disowned else self.talks
            yield Command(f"trust {add:+}", places, 1, (_set(trust, clamped(plus(Var(trust), add))),))

    def _effects(self, effects: tuple[Effect, ...]) -> Steps:
        return tuple(step for effect in effects for step in self._effect(effect))

    def _effect(self, effect: Effect) -> Iterator[Step]:
        """Yield what an effect may do to what is kept: nothing where its condition may fail."""
        low, high = self.look.bounds(effect.when)
        skips = (Alternative(negated(low)),) if low != 1 else ()
        does = tuple(each for each in self._does(effect, high) if each.when != 0)
        if does:
            yield (*does, *skips)

    def _does(self, effect: Effect, may: Formula) -> Iterator[Alternative]:
        match effect:
            case Add(meter, amount) if meter in self.kept.meters:
                yield from self._moved(self.kept.meters[meter], amount, may, Var(self.kept.meters[meter]))
            case SetMeter(meter, amount) if meter in self.kept.meters:
                yield from self._moved(self.kept.meters[meter], amount, may, 0)
            case SetFlag(flag, value) if flag in self.kept.flags:
                yield Alternative(may, self.kept.flags[flag], int(value))
            case Instruct(order, level) if order in self.kept.orders:
                yield Alternative(may, self.kept.orders[order], int(level))
            case PutDecision(decision) if decision in self.kept.decisions:
                place = self.kept.decisions[decision]
                yield Alternative(may, place, most(Var(place), PENDING))
            case Schedule(event) if event in self.kept.events:
                place = self.kept.events[event]
                yield Alternative(may, place, most(Var(place), SCHEDULED))
            case EndTalks():
                yield Alternative(may, self.kept.breaking, 1)
            case _:
                return  # it changes nothing that is kept

    def _moved(self, place: int, amount: Expression, may: Formula, base: Formula) -> Iterator[Alternative]:
        """Yield a meter moved from `base` by what `amount` may be; limits make the rest needless."""
        low, high = self.look.bounds(amount)
        if low == high:
            yield Alternative(may, place, clamped(plus(base, low)))
            return
        for each in range(-MOST, MOST + 1):
            from_below = negated(below(each, low)) if each < MOST else 1
            from_above = negated(below(high, each)) if each > -MOST else 1
            yield Alternative(both(may, from_below, from_above), place, clamped(plus(base, each)))


def _set(place: int, value: Formula) -> Step:
    return (Alternative(1, place, value),)
