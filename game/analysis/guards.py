"""Every condition of a scenario that play may come to ask, with what decides it, and what it then says."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from game.analysis.cases import Options, truths
from game.analysis.reach import Moment, Reach
from game.analysis.things import Kind, Thing
from game.rules.expressions import All, Expression, Not, Truth
from game.rules.package import OPEN
from game.rules.scenario import Action, ActionKind, Effect, RoundKind, Scenario, Term, Trigger


class Role(Enum):
    """What hangs on a condition."""

    ACTION = "action"
    CHOICE = "choice"
    DECISION = "decision"
    EVENT = "event"
    ENDING = "ending"
    WAY = "way"
    EFFECT = "effect"
    TERM = "term"  # of a support or a reservation value
    COURSE = "course"  # without an agreement
    LINKAGE = "linkage"
    ORDER = "order"
    NEED = "need"


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition, the thing that it lets be met, and the meetings at which it may be asked."""

    role: Role
    expression: Expression
    moments: tuple[Moment, ...]
    owner: Thing | None = None
    option: tuple[int, int] | None = None  # of a need: the issue and the option that has it
    above: tuple[Expression, ...] = ()  # of a way or an ending: those asked before it, which have failed
    target: int = -1  # of a way: the round that it leads to


def guards(reach: Reach) -> Iterator[Guard]:
    """Yield every condition, written as something else than plain `true`, that may be asked.

    What belongs to a thing that is never met is left out: nobody asks for it.
    """
    for guard in _guards(reach):
        if guard.moments and not isinstance(guard.expression.tree, Truth):
            yield guard


def verdict(reach: Reach, guard: Guard) -> tuple[int, int]:
    """Return whether a condition holds in every case and in some, each as 0 or 1."""
    ladders = Ladders(reach)
    match guard.role:
        case Role.LINKAGE | Role.ORDER:
            # Where an issue is open no comparison holds, so that none would ever be true of all packages.
            options = ladders.tabled() if guard.role is Role.ORDER else ladders.options()
            whole = [each - {OPEN} or each for each in options]
            always = truths(reach, guard.expression.tree, guard.moments, whole) or (0, 1)
            ever = truths(reach, guard.expression.tree, guard.moments, options) or (0, 1)
            return always[0], ever[1]
        case Role.NEED:
            return truths(reach, guard.expression.tree, guard.moments, ladders.beside(guard)) or (0, 1)
        case Role.TERM:
            return truths(reach, guard.expression.tree, guard.moments, ladders.options()) or (0, 1)
        case _:
            found = truths(reach, guard.expression.tree, guard.moments, ladders.agreed(), together=True)
            return found or (0, 1)


def is_left(reach: Reach, guard: Guard) -> bool:
    """Say whether a way or an ending may be taken where all those above it have failed."""
    ladders = Ladders(reach)
    items = (*(Not(each.tree) for each in guard.above), guard.expression.tree)
    tree = All(items) if guard.above else guard.expression.tree
    found = truths(reach, tree, guard.moments, ladders.agreed(), together=True)
    return found is None or bool(found[1])


@dataclass(frozen=True, slots=True)
class Ladders:
    """The options that issues may have where a condition is asked."""

    reach: Reach

    def options(self) -> list[set[int]]:
        """Return all options: of packages that somebody may look at."""
        return [{OPEN, *range(len(issue.options))} for issue in self.reach.scenario.issues]

    def tabled(self) -> list[set[int]]:
        """Return what may be offered, laid upon what stands agreed."""
        agreed = self.reach.scenario.opening.agreed
        every = enumerate(self.options())
        return [each if issue in self.reach.opened else {agreed[issue]} for issue, each in every]

    def agreed(self) -> Options:
        """Return what may stand agreed, or be open."""
        return [options | {OPEN} for options in self.reach.agreed]

    def beside(self, guard: Guard) -> Options:
        """Return what may stand beside an option in a text that is signed."""
        assert guard.option is not None, "asked of a need"
        found = [
            set(range(len(issue.options))) | (set() if index in self.reach.scenario.requires else {OPEN})
            for index, issue in enumerate(self.reach.scenario.issues)
        ]
        found[guard.option[0]] = {guard.option[1]}
        return found


def _guards(reach: Reach) -> Iterator[Guard]:
    scenario, everywhere = reach.scenario, tuple(reach.moments())
    yield from _deeds(reach, everywhere)
    yield from _ways(reach)
    yield from _endings(reach)
    for each in scenario.constituencies:
        yield from _terms(each.terms, everywhere)
    for home in scenario.homes:
        yield from _terms(home.reservation, everywhere)
        yield from (Guard(Role.COURSE, each.when, everywhere) for each in home.alternatives)
    yield from (Guard(Role.LINKAGE, each.when, everywhere[:1]) for each in scenario.linkages)
    yield from (Guard(Role.ORDER, each.when, everywhere) for each in scenario.orders)
    for i, issue in enumerate(scenario.issues):
        for o, option in enumerate(issue.options):
            for need in option.needs:
                yield Guard(Role.NEED, need.when, everywhere[:1], option=(i, o))


def _deeds(reach: Reach, everywhere: tuple[Moment, ...]) -> Iterator[Guard]:
    scenario = reach.scenario
    for index, event in enumerate(scenario.events):
        if event.when is not None and not event.inject:
            yield Guard(Role.EVENT, event.when, everywhere, Thing(Kind.EVENT, index))
    for index, decision in enumerate(scenario.decisions):
        thing = Thing(Kind.DECISION, index)
        if decision.when is not None:
            yield Guard(Role.DECISION, decision.when, everywhere, thing)
        for number, choice in enumerate(decision.choices if thing in reach.met else ()):
            if choice.when is not None:
                yield Guard(Role.CHOICE, choice.when, everywhere, Thing(Kind.CHOICE, index, number))
    for index, action in enumerate(scenario.actions):
        if action.when is not None:
            moments = when_taken(reach, action)
            yield Guard(Role.ACTION, action.when, moments, Thing(Kind.ACTION, index))
    for thing, effects in _effects_of(scenario):
        if thing in reach.met or (thing.kind is Kind.ACTION and _is_taken(reach, thing)):
            moments = everywhere
            if thing.kind is Kind.ACTION:
                moments = when_taken(reach, scenario.actions[thing.first])
            for effect in effects:
                if effect.when is not None:
                    yield Guard(Role.EFFECT, effect.when, moments)


def _effects_of(scenario: Scenario) -> Iterator[tuple[Thing, tuple[Effect, ...]]]:
    """Yield all effects, with what has them: an event, an outcome, an action or a choice."""
    for index, event in enumerate(scenario.events):
        yield Thing(Kind.EVENT, index), event.effects
        for number, outcome in enumerate(event.outcomes):
            yield Thing(Kind.OUTCOME, index, number), outcome.effects
    for index, action in enumerate(scenario.actions):
        yield Thing(Kind.ACTION, index), action.effects
    for index, decision in enumerate(scenario.decisions):
        for number, choice in enumerate(decision.choices):
            yield Thing(Kind.CHOICE, index, number), choice.effects


def _is_taken(reach: Reach, action: Thing) -> bool:
    return any(action._replace(second=party) in reach.met for party in (0, 1))


def when_taken(reach: Reach, action: Action) -> tuple[Moment, ...]:
    """Return the meetings at which an action may be asked for; only plain ones are in a ratification."""
    plain = action.kind is ActionKind.PLAIN
    rounds = {r for r in reach.rounds if plain or reach.scenario.rounds[r].kind is RoundKind.TALKS}
    return tuple(reach.moments(rounds, spoken=True))


def _terms(terms: tuple[Term, ...], moments: tuple[Moment, ...]) -> Iterator[Guard]:
    yield from (Guard(Role.TERM, each.when, moments) for each in terms if each.when is not None)


def when_left(reach: Reach, round_: int, trigger: Trigger) -> tuple[Moment, ...]:
    """Return the meetings of a round at which it may be left on `trigger`; a deadline comes at the last."""
    moments = tuple(reach.moments({round_}))
    of_time = trigger in (Trigger.DEADLINE, Trigger.RATIFIED, Trigger.REFUSED)
    return moments[-1:] if of_time else moments


def _ways(reach: Reach) -> Iterator[Guard]:
    for (round_, trigger), edges in reach.scenario.protocol.items():
        if (round_, trigger) not in reach.ended:
            continue
        above: tuple[Expression, ...] = ()
        for edge in edges:
            if edge.guard is None:
                break
            moments = when_left(reach, round_, trigger)
            yield Guard(Role.WAY, edge.guard, moments, above=above, target=edge.target)
            above = (*above, edge.guard)


def _endings(reach: Reach) -> Iterator[Guard]:
    for index, ending in enumerate(reach.scenario.endings):
        if ending.when is None:
            continue
        ways = [left for left in sorted(reach.ended, key=_order) if left[1] in ending.after]
        found = [when_left(reach, *left) for left in ways]
        moments = tuple(dict.fromkeys(moment for each in found for moment in each))
        above = tuple(
            each.when
            for each in reach.scenario.endings[:index]
            if each.when is not None and each.after >= ending.after
        )
        yield Guard(Role.ENDING, ending.when, moments, Thing(Kind.ENDING, index), above=above)


def _order(left: tuple[int, Trigger]) -> tuple[int, int]:
    return left[0], list(Trigger).index(left[1])
