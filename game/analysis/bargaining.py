"""The table in an outline: options are agreed and opened again, orders freed, trust moved."""

from collections.abc import Iterator

from game.analysis.formula import Formula, In, Var, both, either, equal, negated, plus
from game.analysis.outline import Command, possible
from game.analysis.outlook import Outlook, clamped
from game.analysis.stepping import assigned
from game.analysis.things import Kind, Thing
from game.rules.package import OPEN
from game.rules.scenario import ActionKind, Level, Run


def agreeing(look: Outlook) -> Iterator[Command]:
    """Agree on an option that both may name, or open what is agreed."""
    scenario = look.scenario
    accepts = any(
        choice.runs is not None and choice.runs.kind is Run.ACCEPT
        for decision in scenario.decisions
        for choice in decision.choices
    )
    disowned = look.referendum[0] or look.referendum[1]
    for issue, place in sorted(look.kept.issues.items()):
        ladder, id = look.kept.ladders[issue], scenario.issues[issue].id
        for option in sorted(look.reach.agreed[issue]):
            may = both(
                In(place, frozenset({ladder[OPEN]})),
                either(
                    *(
                        look.may_name(party, issue, option)
                        for party in (0, 1)
                        if option in look.reach.offered[1 - party][issue]
                    )
                ),
            )
            name = f"agree {id} {scenario.issues[issue].options[option].id}"
            yield from possible(
                name,
                look.talks if accepts else look.table,
                may,
                (assigned(place, ladder[option]),),
                Thing(Kind.OPTION, issue, option),
            )
        yield from possible(
            f"open {id}",
            look.everywhere if disowned else look.table,
            negated(equal(Var(place), ladder[OPEN])),
            (assigned(place, ladder[OPEN]),),
        )


def widening(look: Outlook) -> Iterator[Command]:
    """Leave from home, or a decision alone, frees an order; the latter costs unity."""
    scenario = look.scenario
    for index, order in enumerate(scenario.orders):
        if Level.ASK not in look.reach.levels[index]:
            continue
        place = look.kept.orders.get(index)
        asked: Formula = 1 if place is None else equal(Var(place), int(Level.ASK))
        freed = () if place is None else (assigned(place, int(Level.FREE)),)
        if freed and _takes(look, ActionKind.ASK_HOME, order.party):
            yield Command(f"leave {order.id}", look.everywhere, asked, freed)
        if not _takes(look, ActionKind.DECIDE_ALONE, order.party):
            continue
        home = scenario.homes[order.party]
        unity = None if home.unity is None else look.kept.meters.get(home.unity)
        costs = {home.alone_cost, home.alone_cost_after_no} if unity is not None else {0}
        for cost in sorted(costs):
            paid = () if unity is None else (assigned(unity, clamped(plus(Var(unity), -cost))),)
            if freed or paid:
                yield Command(f"alone {order.id} {cost}", look.table, asked, (*freed, *paid))


def _takes(look: Outlook, kind: ActionKind, party: int) -> bool:
    return any(
        action.kind is kind and look.is_met(Thing(Kind.ACTION, index, party))
        for index, action in enumerate(look.scenario.actions)
    )


def trusting(look: Outlook) -> Iterator[Command]:
    """Move trust by any rule of conduct, without the deed."""
    conduct = look.scenario.conduct
    trust = look.kept.meters.get(conduct.meter)
    if trust is None:
        return
    adds = {conduct.better_add, conduct.worse_add, conduct.reopen_add}
    if conduct.holds_running:
        adds.add(conduct.holds_add)
    disowned = conduct.disowned_add if any(look.referendum) else 0
    for add in sorted((adds | {disowned}) - {0}):
        places = look.everywhere if add == disowned else look.talks
        yield Command(f"trust {add:+}", places, 1, (assigned(trust, clamped(plus(Var(trust), add))),))
