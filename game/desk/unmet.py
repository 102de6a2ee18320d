"""Rounds, decisions, actions, events, choices and endings that no course of play can come to, and why."""

from game.analysis.guards import Guard, is_left
from game.analysis.things import Kind, Thing
from game.content import codes
from game.content.machine import reachable
from game.desk.proof import Proof
from game.rules.scenario import Action, ActionKind, Level, PutDecision, Schedule, Trigger

Judged = dict[Thing, tuple[Guard, bool]]
"""By the thing that it lets be met: a condition, and whether it ever holds."""

_NEVER_HOLDS = "its condition never holds"


def tell_unmet(proof: Proof) -> None:
    """Warn of things that can never be met, each at the condition that is to blame where there is one."""
    by_thing = {
        guard.owner: (guard, bool(ever)) for guard, (_, ever) in proof.judged if guard.owner is not None
    }
    _rounds(proof)
    _decisions(proof, by_thing)
    _events(proof, by_thing)
    _actions(proof, by_thing)
    _endings(proof, by_thing)


def _rounds(proof: Proof) -> None:
    scenario, reach = proof.scenario, proof.reach
    drawn = reachable(scenario.protocol, scenario.opening.round)
    for index, each in enumerate(scenario.rounds):
        if index in reach.rounds or index not in drawn:  # that no way is drawn is told already
            continue
        ways = [
            (round_, trigger)
            for (round_, trigger), edges in scenario.protocol.items()
            if round_ in reach.rounds and any(edge.target == index for edge in edges)
        ]
        come = sorted({trigger.value for left, trigger in ways if (left, trigger) not in reach.ended})
        if not ways:
            reason = "no round that leads to it is"
        elif come:
            reason = f"the round before it never ends with '{come[0]}'"
        else:
            reason = "no way that leads to it can be taken"
        proof.add(codes.N521, proof.reading.at("round", each.id), round=each.id, reason=reason)


def _decisions(proof: Proof, by_thing: Judged) -> None:
    effects = [each.effect for each in proof.reading.caused]
    put = {each.decision for each in effects if isinstance(each, PutDecision)}
    for index, decision in enumerate(proof.scenario.decisions):
        thing = Thing(Kind.DECISION, index)
        if _may(proof, thing, by_thing) or (index in put and thing in proof.reach.met):
            for number, choice in enumerate(decision.choices):
                if not _may(proof, Thing(Kind.CHOICE, index, number), by_thing):
                    assert choice.when is not None, "a choice without a condition is open"
                    name = f"{decision.id}.{choice.id}"
                    proof.add(codes.N526, proof.at(choice.when), choice=name, reason=_NEVER_HOLDS)
        elif decision.when is not None:
            reason = _NEVER_HOLDS + (", and nothing that puts it ever happens" if index in put else "")
            proof.add(codes.N522, proof.at(decision.when), decision=decision.id, reason=reason)
        elif index in put:
            where = proof.reading.at("decision", decision.id)
            reason = "nothing that puts it ever happens"
            proof.add(codes.N522, where, decision=decision.id, reason=reason)


def _events(proof: Proof, by_thing: Judged) -> None:
    effects = [each.effect for each in proof.reading.caused]
    scheduled = {each.event for each in effects if isinstance(each, Schedule)}
    for index, event in enumerate(proof.scenario.events):
        thing = Thing(Kind.EVENT, index)
        if event.inject or _may(proof, thing, by_thing):
            continue
        if event.when is not None and index not in scheduled:
            proof.add(codes.N525, proof.at(event.when), event=event.id, reason=_NEVER_HOLDS)
        elif index in scheduled and thing not in proof.reach.met:
            where = proof.reading.at("event", event.id)
            reason = "nothing that schedules it ever happens"
            proof.add(codes.N525, where, event=event.id, reason=reason)


def _actions(proof: Proof, by_thing: Judged) -> None:
    for index, action in enumerate(proof.scenario.actions):
        taken = any(Thing(Kind.ACTION, index, party) in proof.reach.met for party in (0, 1))
        guard, ever = by_thing.get(Thing(Kind.ACTION, index), (None, True))
        if guard is not None and not ever:
            where = proof.at(guard.expression)
            proof.add(codes.N524, where, action=action.id, reason=_NEVER_HOLDS)
        elif not taken:
            where = proof.reading.at("action", action.id)
            proof.add(codes.N524, where, action=action.id, reason=_why_not(proof, action))


def _why_not(proof: Proof, action: Action) -> str:
    """Return why an action that its condition leaves open can never be taken."""
    scenario, reach = proof.scenario, proof.reach
    if not reach.moments(spoken=True):
        return "no meeting has exchanges"
    match action.kind:
        case ActionKind.SOUND_OUT:
            meter = scenario.meters[scenario.conduct.meter].id
            return f"'{meter}' never comes to {scenario.conduct.sound_least}"
        case ActionKind.ASK_HOME | ActionKind.DECIDE_ALONE if not any(
            action.party[order.party] and Level.ASK in levels
            for order, levels in zip(scenario.orders, reach.levels, strict=True)
        ):
            return "no order of its party is ever at the level 'ask'"
        case ActionKind.DECIDE_ALONE:
            return "no delegation of its party may ever decide alone"
        case ActionKind.CITE if action.counters is not None:
            return f"nobody ever cites '{scenario.documents[action.counters].id}', which it counters"
        case _:
            return "no meeting at which it could be taken is ever reached"


def _endings(proof: Proof, by_thing: Judged) -> None:
    """Warn of endings; that one without a condition stands above is told already."""
    reach = proof.reach
    certain: set[Trigger] = set()
    for index, ending in enumerate(proof.scenario.endings):
        comes = {trigger for _, trigger in reach.ended if trigger in ending.after}
        guard, ever = by_thing.get(Thing(Kind.ENDING, index), (None, True))
        if ending.after <= certain:
            continue
        if ending.when is None:
            certain |= ending.after
        if not comes:
            where = proof.reading.at("ending", ending.id)
            proof.add(codes.N502, where, ending=ending.id, reason="the talks cannot end so")
        elif guard is not None and not ever:
            where = proof.at(guard.expression)
            proof.add(codes.N502, where, ending=ending.id, reason=_NEVER_HOLDS)
        elif guard is not None and guard.above and not is_left(reach, guard):
            where = proof.at(guard.expression)
            reason = "those above it take all that it could"
            proof.add(codes.N502, where, ending=ending.id, reason=reason)


def _may(proof: Proof, thing: Thing, by_thing: Judged) -> bool:
    """Say whether a thing may be met, as far as its own condition goes."""
    if thing not in by_thing:
        return thing in proof.reach.met
    return by_thing[thing][1]
