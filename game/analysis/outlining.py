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

from game.analysis.bargaining import agreeing, trusting, widening
from game.analysis.folding import BUDGET, DRAWING, HAPPENED, PENDING, SCHEDULED, TAKEN, kept
from game.analysis.formula import Formula, In, Var, both, either, equal, negated
from game.analysis.outline import Command, Outline, Step, possible
from game.analysis.outlook import Outlook
from game.analysis.passing import meetings, ways
from game.analysis.reach import Reach
from game.analysis.stepping import assigned, steps_of
from game.analysis.things import Kind, Thing, things
from game.rules.package import decided
from game.rules.scenario import Action, ActionKind, Scenario


def outlined(scenario: Scenario, reach: Reach, budget: int = BUDGET) -> Outline:
    """Return an outline of `scenario`.

    Args:
        reach: what the relaxation leaves of it.
        budget: combinations of values that may be kept; what does not fit is folded.
    """
    what = kept(scenario, reach, budget)
    commands = tuple(_commands(Outlook(scenario, reach, what)))
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


def _commands(look: Outlook) -> Iterator[Command]:
    yield from meetings(look)
    yield from ways(look)
    yield from _decisions(look)
    yield from _events(look)
    yield from _actions(look)
    yield from agreeing(look)
    yield from widening(look)
    yield from trusting(look)


def _decisions(look: Outlook) -> Iterator[Command]:
    for index, decision in enumerate(look.scenario.decisions):
        put = Thing(Kind.DECISION, index)
        if not look.is_met(put):
            continue
        place = look.kept.decisions.get(index)
        waits: Formula = 1 if place is None else equal(Var(place), PENDING)
        if decision.when is not None:
            fresh: Formula = 1 if place is None else equal(Var(place), 0)
            guard = both(fresh, look.may(decision.when))
            steps = () if place is None else (assigned(place, PENDING),)
            yield from possible(f"put {decision.id}", look.everywhere, guard, steps, put)
        if index in look.put:
            yield from possible(f"waits {decision.id}", look.everywhere, waits, (), put)
        for number, choice in enumerate(decision.choices):
            thing = Thing(Kind.CHOICE, index, number)
            taken = TAKEN + (number if index in look.kept.told else 0)
            answered = () if place is None else (assigned(place, taken),)
            yield from possible(
                f"choice {decision.id} {choice.id}",
                look.everywhere,
                both(waits, look.may(choice.when)),
                (*answered, *steps_of(look, choice.effects)),
                thing,
            )


def _events(look: Outlook) -> Iterator[Command]:
    for index, event in enumerate(look.scenario.events):
        thing = Thing(Kind.EVENT, index)
        if not look.is_met(thing):
            continue
        place = look.kept.events.get(index)
        when = 0 if event.when is None else look.may(event.when)
        if place is None:
            fires: Formula = either(when, int(index in look.booked))
            over: tuple[Step, ...] = ()
            drawn: Formula = 1
        else:
            now = Var(place)
            free = In(place, frozenset({0, HAPPENED} if event.repeats else {0}))
            fires = either(both(free, when), equal(now, SCHEDULED))
            over = (assigned(place, DRAWING if event.outcomes else HAPPENED),)
            drawn = equal(now, DRAWING)
        steps = (*over, *steps_of(look, event.effects))
        yield from possible(f"event {event.id}", look.everywhere, fires, steps, thing)
        for number, outcome in enumerate(event.outcomes):
            done: tuple[Step, ...] = () if place is None else (assigned(place, HAPPENED),)
            yield from possible(
                f"outcome {event.id} {outcome.id}",
                look.everywhere,
                drawn,
                (*done, *steps_of(look, outcome.effects)),
                Thing(Kind.OUTCOME, index, number),
            )


def _actions(look: Outlook) -> Iterator[Command]:
    for index, action in enumerate(look.scenario.actions):
        for party in (0, 1):
            thing = Thing(Kind.ACTION, index, party)
            if not look.is_met(thing):
                continue
            place = look.kept.actions.get(index)
            done = () if place is None else (assigned(place, 1),)
            yield from possible(
                f"action {action.id} {look.scenario.parties[party].id}",
                look.spoken if action.kind is ActionKind.PLAIN else look.table,
                both(look.may(action.when), _open(look, action)),
                (*done, *steps_of(look, action.effects)),
                thing,
            )


def _open(look: Outlook, action: Action) -> Formula:
    conduct = look.scenario.conduct
    if action.kind is not ActionKind.SOUND_OUT:
        return 1
    low, _ = look.below(conduct.meter, conduct.sound_least)
    return negated(low)
