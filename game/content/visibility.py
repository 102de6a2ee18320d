"""What a party can observe may depend only on what it sees; else the game would tell it secrets."""

from __future__ import annotations

from game.content import codes
from game.content.expressions import SeenBy, hidden_uses, report_hidden
from game.content.reading import Caused, Reading
from game.content.vocabulary import Kind
from game.rules.scenario import (
    Action,
    Add,
    Appoint,
    Effect,
    EndTalks,
    Instruct,
    MoveReservation,
    Publish,
    PutDecision,
    Recall,
    Reveal,
    Scenario,
    Schedule,
    Seen,
    SetAgenda,
    SetFlag,
    SetMeter,
    TableOffer,
    Withdraw,
)

BOTH: Seen = (True, True)
NEITHER: Seen = (False, False)


def seen_by(scenario: Scenario) -> SeenBy:
    """Return who sees each meter, flag, action, decision, event and constituency."""
    return {
        **{(Kind.METER, index): each.seen for index, each in enumerate(scenario.meters)},
        **{(Kind.FLAG, index): each.seen for index, each in enumerate(scenario.flags)},
        **{(Kind.ACTION, index): _sees_action(each) for index, each in enumerate(scenario.actions)},
        **{(Kind.DECISION, index): _only(each.party) for index, each in enumerate(scenario.decisions)},
        **{(Kind.EVENT, index): each.seen for index, each in enumerate(scenario.events)},
        **{
            (Kind.CONSTITUENCY, index): _only(each.party)
            for index, each in enumerate(scenario.constituencies)
        },
    }


def check_audiences(reading: Reading, scenario: Scenario) -> None:
    """Report every name that stands in a condition or amount whose party does not see it."""
    seen, parties = seen_by(scenario), [party.id for party in scenario.parties]
    for audience in reading.audiences:
        report_hidden(audience.parsed, audience.seen, seen, parties, reading.report)


def check_effects(reading: Reading, scenario: Scenario) -> None:
    """Report effects that tell a secret: by what they depend on, or by coming from a back room."""
    seen = seen_by(scenario)
    for caused in reading.caused:
        target, observers = observed(scenario, caused.effect)
        _check_dependence(reading, scenario, caused, seen, observers)
        other_sees = any(caused.takers[party] and observers[1 - party] for party in (0, 1))
        if caused.action and other_sees:
            reading.report.add(codes.N506, caused.node, action=caused.action, target=target)


def _check_dependence(
    reading: Reading, scenario: Scenario, caused: Caused, seen: SeenBy, observers: Seen
) -> None:
    target, _ = observed(scenario, caused.effect)
    for parsed in caused.read:
        for use, party in hidden_uses(parsed, observers, seen):
            where = parsed.node.at(use.start, use.end)
            id = scenario.parties[party].id
            reading.report.add(codes.N505, where, target=target, party=id, name=use.name)


def observed(scenario: Scenario, effect: Effect) -> tuple[str, Seen]:
    """Return what an effect changes, in words, and who sees it change."""
    match effect:
        case Add(meter=meter) | SetMeter(meter=meter):
            return f"'{scenario.meters[meter].id}'", scenario.meters[meter].seen
        case SetFlag(flag=flag):
            return f"'{scenario.flags[flag].id}'", scenario.flags[flag].seen
        case Instruct(order=order):
            return f"'{scenario.orders[order].id}'", _only(scenario.orders[order].party)
        case PutDecision(decision=decision):
            return f"'{scenario.decisions[decision].id}'", _only(scenario.decisions[decision].party)
        case MoveReservation(party=party):
            return "the reservation value", _only(party)
        case Reveal(party=party):
            return "what is known", _only(party)
        case Withdraw() | TableOffer():
            return "the table", BOTH
        case SetAgenda():
            return "the agenda", BOTH
        case Appoint() | Recall():
            return "who speaks at the table", BOTH
        case Publish(document=document):
            return f"'{scenario.documents[document].id}'", BOTH
        case Schedule():
            return "the calendar", NEITHER
        case EndTalks():
            return "the talks", BOTH


def _sees_action(action: Action) -> Seen:
    """Return who can tell that an action was taken: of a back-room action only its taker, so nobody where
    either side may have taken it."""
    if action.table or action.footprint:
        return BOTH
    return NEITHER if action.party == BOTH else action.party


def _only(party: int) -> Seen:
    return party == 0, party == 1
