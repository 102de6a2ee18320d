"""What a party is told of the scenario: the public part, and of the secrets its own.

Every field of `Scenario` is named once in `brief_for`, so that a new one is told to nobody until someone
decides who may know it.
"""

from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from game.rules.dossier import Dossier
from game.rules.expressions import Expression, Truth
from game.rules.scenario import (
    Action,
    Add,
    Basis,
    Constituency,
    Decision,
    Document,
    Effect,
    Event,
    Flag,
    Home,
    Instruct,
    Level,
    Meter,
    MoveReservation,
    Order,
    PutDecision,
    Reveal,
    Scenario,
    Schedule,
    SetFlag,
    SetMeter,
)

T = TypeVar("T")

_HIDDEN = Basis("", is_source=False)
_NEVER = Expression.of("false", Truth(False))


def own(values: tuple[T, T], party: int, blank: T) -> tuple[T, T]:
    """Return a pair with the entry of the other party left blank."""
    return (values[0], blank) if party == 0 else (blank, values[1])


@lru_cache(maxsize=256)
def brief_for(
    scenario: Scenario,
    party: int,
    learnt: frozenset[int] = frozenset(),
    published: frozenset[int] = frozenset(),
) -> Scenario:
    """Return `scenario` as `party` may know it: the same type, every index kept, the rest left blank.

    Args:
        learnt: the issues whose interest the party has asked about and been told.
        published: the documents that are open to both by now.
    """
    no_points = tuple((0,) * len(issue.options) for issue in scenario.issues)
    first, second = scenario.homes
    return Scenario(
        id=scenario.id,
        title=scenario.title,
        version=scenario.version,
        minutes=scenario.minutes,
        summary=scenario.summary,
        parties=scenario.parties,
        issues=tuple(
            issue if index in learnt else replace(issue, interests=own(issue.interests, party, ""))
            for index, issue in enumerate(scenario.issues)
        ),
        declaration=scenario.declaration,
        requires=scenario.requires,
        points=own(scenario.points, party, no_points),
        points_basis=own(scenario.points_basis, party, (_HIDDEN,) * len(scenario.issues)),
        linkages=tuple(item for item in scenario.linkages if item.party == party),
        orders=tuple(_order(item, party) for item in scenario.orders),
        meters=tuple(_meter(item, party) for item in scenario.meters),
        flags=tuple(_flag(item, party) for item in scenario.flags),
        constituencies=tuple(_constituency(item, party) for item in scenario.constituencies),
        homes=(_home(first, party), _home(second, party)),
        rounds=scenario.rounds,
        delegates=scenario.delegates,  # that one may come is public; when, the others learn as it happens
        protocol={},  # the way out of a round may depend on what one side alone knows
        actions=tuple(_action(scenario, item, party) for item in scenario.actions),
        decisions=tuple(_decision(scenario, item, party) for item in scenario.decisions),
        events=tuple(_event(scenario, item, party) for item in scenario.events),
        endings=tuple(replace(item, when=None) for item in scenario.endings),
        documents=tuple(
            _document(item, party, is_open=index in published)
            for index, item in enumerate(scenario.documents)
        ),
        personas=(),
        conduct=scenario.conduct,
        opening=scenario.opening,
        briefing=replace(scenario.briefing, confidential=own(scenario.briefing.confidential, party, "")),
        history=(),
        facts=(),
        sources=scenario.sources,
        fingerprint="",  # it is made of both sides' secrets
        dossier=_dossier(scenario, party),
        map_rules=scenario.map_rules,
    )


def _dossier(scenario: Scenario, party: int) -> Dossier:
    """Leave the public papers and the roles of one's own side; what is told afterwards comes afterwards.

    Of the timeline, what came before the talks: the rest may go otherwise this time.
    """
    item = scenario.dossier
    begins = scenario.rounds[scenario.opening.round].slots[0].date
    return Dossier(
        roles=tuple(role for role in item.roles if role.party == party),
        cast=item.cast,
        glossary=item.glossary,
        timeline=tuple(moment for moment in item.timeline if moment.date < begins),
    )


def _order(item: Order, party: int) -> Order:
    if item.party == party:
        return item
    return replace(
        item, id="", issue=None, option=None, when=_NEVER, level=Level.FREE, sentence="", basis=_HIDDEN
    )


def _meter(item: Meter, party: int) -> Meter:
    return item if item.seen[party] else replace(item, id="", label="", start=0, note="", basis=_HIDDEN)


def _flag(item: Flag, party: int) -> Flag:
    return item if item.seen[party] else replace(item, id="", label="", start=False)


def _constituency(item: Constituency, party: int) -> Constituency:
    """Leave of a group abroad its name: that it exists is public, what moves it is not."""
    if item.party == party:
        return item
    return replace(
        item,
        votes=0,
        gate=False,
        must_be_for=False,
        must_not_be_against=False,
        carries_at=0,
        blocks_at=0,
        asked_first_at=None,
        start=0,
        terms=(),
        note="",
        basis=_HIDDEN,
    )


def _home(item: Home, party: int) -> Home:
    """Leave of a home abroad its name and how long a confirmation takes, which the table waits for."""
    if item.party == party:
        return item
    return replace(
        item,
        quorum=0,
        unity=None,
        alone_cost=0,
        alone_cost_after_no=0,
        asked_answers_in=0,
        refused_cost=0,
        batna="",
        alternatives=(),
        reservation=(),
        basis=_HIDDEN,
    )


def _action(scenario: Scenario, item: Action, party: int) -> Action:
    """Leave of the other side's action its name, if it is taken at the table or leaves a footprint."""
    if item.party[party]:
        return replace(item, effects=_observed(scenario, item.effects, party))
    return replace(
        item,
        id=item.id if item.table else "",
        label=item.label if item.table or item.footprint else "",
        when=None,
        closed="",
        effects=(),
        cost="",
        note="",
        appeal=0,
        document=item.document if item.table else None,
        counters=item.counters if item.table else None,
    )


def _decision(scenario: Scenario, item: Decision, party: int) -> Decision:
    if item.party != party:
        return replace(item, id="", title="", text="", when=None, choices=(), source="")
    choices = tuple(
        replace(choice, effects=_observed(scenario, choice.effects, party)) for choice in item.choices
    )
    return replace(item, choices=choices)


def _event(scenario: Scenario, item: Event, party: int) -> Event:
    if not item.seen[party]:
        return replace(
            item, id="", label="", when=None, text="", effects=(), outcomes=(), usual=0, basis=None
        )
    outcomes = tuple(
        replace(outcome, effects=_observed(scenario, outcome.effects, party)) for outcome in item.outcomes
    )
    return replace(item, effects=_observed(scenario, item.effects, party), outcomes=outcomes)


def _document(item: Document, party: int, *, is_open: bool) -> Document:
    if item.seen[party] or is_open:
        return item
    return replace(
        item, id="", title="", date="", text="", issue=None, side=None, weight=0, source="", label=""
    )


def _observed(scenario: Scenario, effects: tuple[Effect, ...], party: int) -> tuple[Effect, ...]:
    """Return those of `effects` that `party` can observe; the others are the other side's affair.

    No rule misses them: by the loader's check, what a party observes depends on nothing hidden from it.
    """
    return tuple(effect for effect in effects if _observes(scenario, effect, party))


def _observes(scenario: Scenario, effect: Effect, party: int) -> bool:
    match effect:
        case Add(meter=meter) | SetMeter(meter=meter):
            return scenario.meters[meter].seen[party]
        case SetFlag(flag=flag):
            return scenario.flags[flag].seen[party]
        case Instruct(order=order):
            return scenario.orders[order].party == party
        case PutDecision(decision=decision):
            return scenario.decisions[decision].party == party
        case MoveReservation(party=owner) | Reveal(party=owner):
            return owner == party
        case Schedule(event=event):
            return scenario.events[event].seen[party]
        case _:
            return True
