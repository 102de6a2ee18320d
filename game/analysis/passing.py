"""How time passes in an outline: meetings follow each other, rounds are left for others or for an ending."""

from collections.abc import Iterator

from game.analysis.formula import Formula, Var, both, either, least, minus, most, negated, plus
from game.analysis.leaving import may_sign
from game.analysis.outline import PLACE, Command, Step
from game.analysis.outlook import Outlook
from game.analysis.stepping import assigned
from game.analysis.things import Kind, Thing
from game.rules.package import OPEN
from game.rules.scenario import END, RoundKind, Trigger


def meetings(look: Outlook) -> Iterator[Command]:
    """Open the next meeting of a round, at any time."""
    for number, (index, slot) in enumerate(look.kept.places):
        if slot + 1 < len(look.scenario.rounds[index].slots):
            meeting = look.scenario.rounds[index].slots[slot + 1]
            yield Command(f"meeting {meeting.id}", frozenset({number}), 1, (assigned(PLACE, number + 1),))


def ways(look: Outlook) -> Iterator[Command]:
    """Leave each round in every way that there may be, by the first exit that fits."""
    for index in sorted(look.reach.rounds):
        for trigger, places, guard in _triggers(look, index):
            if not places or guard == 0:
                continue
            before: list[Formula] = []
            for edge in look.scenario.protocol.get((index, trigger), ()):
                low, high = look.bounds(edge.guard)
                may = both(guard, high, *before)
                before.append(negated(low))
                if may == 0 or edge.target not in (END, *look.reach.rounds):
                    continue
                if edge.target == END:
                    yield from _endings(look, trigger, places, may)
                else:
                    target = look.scenario.rounds[edge.target]
                    yield Command(
                        f"round {target.id} on {trigger.value}",
                        places,
                        may,
                        _entering(look, edge.target),
                        (Thing(Kind.ROUND, edge.target),),
                    )


def _triggers(look: Outlook, index: int) -> Iterator[tuple[Trigger, frozenset[int], Formula]]:
    """Yield how the round may be left: on what, at which places, and where what holds."""
    here = look.scenario.rounds[index]
    mine = frozenset(n for n, (round_, _) in enumerate(look.kept.places) if round_ == index)
    last = frozenset({max(mine)})
    if here.kind is RoundKind.RATIFICATION:
        lows, highs = zip(*(look.carries(party, here) for party in (0, 1)), strict=True)
        yield Trigger.RATIFIED, last, both(*highs)
        yield Trigger.REFUSED, last, either(*map(negated, lows))
    else:
        yield Trigger.DEADLINE, last, 1
        yield Trigger.WALK_OUT, mine & look.spoken, 1
        yield Trigger.CONCLUDED, mine & look.spoken, _may_sign(look, index)
        conduct = look.scenario.conduct
        _, high = look.below(conduct.meter, conduct.breaks_at + 1)
        yield Trigger.BREAKDOWN, mine, high
    if look.kept.breaking >= 0:
        yield Trigger.BREAKDOWN, mine, Var(look.kept.breaking)


def _may_sign(look: Outlook, index: int) -> Formula:
    scenario = look.scenario
    if not may_sign(scenario, index) or not all(look.reach.agreed[issue] for issue in scenario.requires):
        return 0
    some = [look.agreed(issue) for issue in range(len(scenario.issues))]
    return both(either(*some), *(look.agreed(issue) for issue in sorted(scenario.requires)))


def _entering(look: Outlook, index: int) -> tuple[Step, ...]:
    """Return what beginning a round does: trust drifts, issues open again."""
    scenario, steps = look.scenario, list[Step]()
    conduct = scenario.conduct
    trust = look.kept.meters.get(conduct.meter)
    if trust is not None and conduct.drift_by:
        away = minus(conduct.drift_to, Var(trust))
        by = most(-conduct.drift_by, least(conduct.drift_by, away))
        steps.append(assigned(trust, plus(Var(trust), by)))
    for issue in sorted(scenario.rounds[index].reopens):
        if issue in look.kept.issues:
            steps.append(assigned(look.kept.issues[issue], look.kept.ladders[issue][OPEN]))
    if look.kept.breaking >= 0:
        steps.append(assigned(look.kept.breaking, 0))
    return (*steps, assigned(PLACE, look.kept.places.index((index, 0))))


def _endings(look: Outlook, trigger: Trigger, places: frozenset[int], guard: Formula) -> Iterator[Command]:
    before: list[Formula] = []
    for index, ending in enumerate(look.scenario.endings):
        if trigger not in ending.after:
            continue
        low, high = look.bounds(ending.when)
        may = both(guard, high, *before)
        before.append(negated(low))
        if may != 0:
            name = f"ending {ending.id} on {trigger.value}"
            yield Command(name, places, may, (), (Thing(Kind.ENDING, index),), ends=index)
