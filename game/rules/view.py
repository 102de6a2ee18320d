"""What a party sees: a function of the public scenario, its own secrets and the happenings visible to it.

A view has the same types as the truth, built field by field from what that party may know, so that
every rule (refusals, points, its own home) works on a view and gives the true answer for that party.
Each field is named here: a new field of `State` does not compile until someone decides who sees it.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar, assert_never

from game.rules.expressions import Expression, Truth
from game.rules.happenings import (
    ActionFelt,
    ActionTaken,
    AgendaChanged,
    Announced,
    Concluded,
    DecisionPut,
    DecisionTaken,
    Disowned,
    DocumentCited,
    DocumentPublished,
    Drawn,
    Ended,
    EventFelt,
    EventHappened,
    FlagChanged,
    Happening,
    Held,
    HomeAnswered,
    HomeAsked,
    IssueClosed,
    IssueReopened,
    Learnt,
    MeterChanged,
    OfferAccepted,
    OfferFell,
    OfferRejected,
    OfferTabled,
    OrderChanged,
    ReservationMoved,
    RoundEntered,
    SignatureCleared,
    SignedBy,
    SlotOpened,
    Voted,
    WalkedOut,
)
from game.rules.scenario import (
    Add,
    Basis,
    Effect,
    Instruct,
    Level,
    MoveReservation,
    PutDecision,
    Reveal,
    Scenario,
    Schedule,
    SetFlag,
    SetMeter,
)
from game.rules.state import UNTOLD, KnownKind, Outcome, QuestionKind, State, Tally

_HIDDEN = Basis("", is_source=False)


@dataclass(frozen=True, slots=True)
class PartyView:
    """All that `party` may know at its view number `number`.

    `scenario` is its brief, the scenario with the other side's secrets left blank; `state` the position
    as it may know it. Indices are those of the whole scenario.
    """

    party: int
    number: int
    scenario: Scenario
    state: State


def visible_to(scenario: Scenario, happening: Happening, party: int) -> bool:
    """Say whether `party` learns of `happening`."""
    match happening:
        case (
            OfferTabled()
            | OfferAccepted()
            | OfferRejected()
            | OfferFell()
            | Held()
            | IssueClosed()
            | IssueReopened()
            | AgendaChanged()
            | SignedBy()
            | SignatureCleared()
            | WalkedOut()
            | DocumentCited()
            | DocumentPublished()
            | Disowned()
            | SlotOpened()
            | RoundEntered()
            | Concluded()
            | Voted()
            | Announced()
            | Ended()
        ):
            return True
        case ActionTaken(party=actor, action=action):
            return actor == party or scenario.actions[action].table
        case ActionFelt(party=actor):
            return actor != party
        case (
            DecisionPut(party=owner)
            | DecisionTaken(party=owner)
            | ReservationMoved(party=owner)
            | Learnt(party=owner)
        ):
            return owner == party
        case HomeAsked(question) | HomeAnswered(question):
            # What was agreed ad referendum was agreed in public, and so is that home must answer.
            return question.party == party or question.kind is QuestionKind.CONFIRMATION
        case MeterChanged(meter=meter):
            return scenario.meters[meter].seen[party]
        case FlagChanged(flag=flag):
            return scenario.flags[flag].seen[party]
        case OrderChanged(order=order):
            return scenario.orders[order].party == party
        case EventHappened(event) | Drawn(event=event):
            return scenario.events[event].seen[party]
        case EventFelt(event):
            return not scenario.events[event].seen[party]
    assert_never(happening)


def seen_by(scenario: Scenario, happenings: tuple[Happening, ...], party: int) -> tuple[Happening, ...]:
    """Return the happenings that `party` learns of, in order, without what is hidden from it in them."""
    return tuple(_told(scenario, item, party) for item in happenings if visible_to(scenario, item, party))


def _told(scenario: Scenario, happening: Happening, party: int) -> Happening:
    match happening:
        case MeterChanged(cause=cause) if _is_hidden_cause(scenario, cause, party):
            return replace(happening, cause="")
        case Ended(outcome):
            return Ended(_own_outcome(outcome, party))
        case Voted(tally):
            return Voted(_roll_call(tally, party))
        case _:
            return happening


def _own_outcome(outcome: Outcome, party: int) -> Outcome:
    """Return how it ended without what it was worth to the other side; the debrief reads the truth."""
    points, reservation = _own(outcome.points, party, 0), _own(outcome.reservation, party, 0)
    return replace(outcome, points=points, reservation=reservation)


def _called(votes: tuple[Tally | None, Tally | None], party: int) -> tuple[Tally | None, Tally | None]:
    first, second = votes
    return (
        None if first is None else _roll_call(first, party),
        None if second is None else _roll_call(second, party),
    )


def _roll_call(tally: Tally, party: int) -> Tally:
    """Return a vote as `party` hears of it: how each stood, and of the other home not how firmly."""
    if tally.party == party:
        return tally
    called = tuple((index, stand, UNTOLD) for index, stand, _ in tally.standings)
    return replace(tally, standings=called)


def _is_hidden_cause(scenario: Scenario, cause: str, party: int) -> bool:
    kind, _, id = cause.partition(":")
    match kind:
        case "action":
            action = next(item for item in scenario.actions if item.id == id)
            return not action.table and not action.party[party]
        case "decision":
            return next(item for item in scenario.decisions if item.id == id).party != party
        case "event":
            return not next(item for item in scenario.events if item.id == id).seen[party]
        case _:
            return False


def view_for(scenario: Scenario, state: State, party: int, number: int = 0) -> PartyView:
    """Return what `party` may know of `state`.

    Args:
        number: the seat's view number, the count of records with a happening visible to it.
    """
    learnt = frozenset(k.issue for k in state.known[party] if k.kind is KnownKind.INTEREST)
    published = frozenset(index for index, public in enumerate(state.published) if public)
    brief = brief_for(scenario, party, learnt, published)
    return PartyView(party, number, brief, _known_state(scenario, state, party))


T = TypeVar("T")


def _own(values: tuple[T, T], party: int, blank: T) -> tuple[T, T]:
    return (values[0], blank) if party == 0 else (blank, values[1])


def _known_state(scenario: Scenario, state: State, party: int) -> State:
    """Build the state that `party` may know; what it may not is left as at a blank opening."""
    decisions = [decision.party == party for decision in scenario.decisions]
    events = [event.seen[party] for event in scenario.events]
    felt = [bool(action.table or action.footprint) for action in scenario.actions]
    theirs = tuple(count if seen else 0 for count, seen in zip(state.uses[1 - party], felt, strict=True))
    mine = state.uses[party]
    return State(
        round=state.round,
        slot=state.slot,
        exchange=state.exchange,
        turn=state.turn,
        acted=state.acted and state.turn == party,
        agenda=state.agenda,
        provisional=state.provisional,
        referendum=state.referendum,
        offers=state.offers,
        last_packages=state.last_packages,
        signed=state.signed,
        meters=tuple(
            level if meter.seen[party] else 0
            for level, meter in zip(state.meters, scenario.meters, strict=True)
        ),
        flags=tuple(
            value and flag.seen[party] for value, flag in zip(state.flags, scenario.flags, strict=True)
        ),
        levels=tuple(
            level if order.party == party else int(Level.FREE)
            for level, order in zip(state.levels, scenario.orders, strict=True)
        ),
        pending=_own(state.pending, party, ()),
        taken=tuple(c if own else -1 for c, own in zip(state.taken, decisions, strict=True)),
        put=tuple(put and own for put, own in zip(state.put, decisions, strict=True)),
        uses=(mine, theirs) if party == 0 else (theirs, mine),
        issue_uses=frozenset(use for use in state.issue_uses if use[0] == party or felt[use[1]]),
        fired=tuple(n if seen else 0 for n, seen in zip(state.fired, events, strict=True)),
        draws=tuple(event for event in state.draws if events[event]),
        questions=tuple(
            q for q in state.questions if q.party == party or q.kind is QuestionKind.CONFIRMATION
        ),
        no_from_home=_own(state.no_from_home, party, False),
        scheduled=(),
        known=_own(state.known, party, ()),
        cited=state.cited,
        countered=state.countered,
        published=state.published,
        holds=state.holds,
        passes=state.passes,
        moved_reservation=_own(state.moved_reservation, party, 0),
        changes=state.changes,
        voting=state.voting,
        votes=_called(state.votes, party),
        signed_package=state.signed_package,
        signed_weight=state.signed_weight,
        signed_reservation=_own(state.signed_reservation, party, 0),
        ended=state.ended,
        outcome=_own_outcome(state.outcome, party) if state.outcome is not None else None,
    )


@lru_cache(maxsize=256)
def brief_for(
    scenario: Scenario,
    party: int,
    learnt: frozenset[int] = frozenset(),
    published: frozenset[int] = frozenset(),
) -> Scenario:
    """Return `scenario` with the other side's secrets left blank, every index kept.

    Args:
        learnt: the issues whose interest the party has asked about and been told.
        published: the documents that are open to both by now.
    """
    them = 1 - party
    never = Expression.of("false", Truth(False))
    their_home = scenario.homes[them]
    homes = replace(
        their_home,
        quorum=0,
        unity=None,
        alone_cost=0,
        alone_cost_after_no=0,
        asked_answers_in=0,
        refused_cost=0,
        batna="",
        reservation=(),
        basis=_HIDDEN,
    )
    points = tuple((0,) * len(issue.options) for issue in scenario.issues)
    return replace(
        scenario,
        issues=tuple(
            issue if index in learnt else replace(issue, interests=_own(issue.interests, party, ""))
            for index, issue in enumerate(scenario.issues)
        ),
        points=_own(scenario.points, party, points),
        points_basis=_own(scenario.points_basis, party, (_HIDDEN,) * len(scenario.issues)),
        linkages=tuple(item for item in scenario.linkages if item.party == party),
        orders=tuple(
            item
            if item.party == party
            else replace(
                item,
                id="",
                issue=None,
                option=None,
                when=never,
                level=Level.FREE,
                sentence="",
                basis=_HIDDEN,
            )
            for item in scenario.orders
        ),
        meters=tuple(
            item if item.seen[party] else replace(item, id="", label="", start=0, note="", basis=_HIDDEN)
            for item in scenario.meters
        ),
        flags=tuple(
            item if item.seen[party] else replace(item, id="", label="", start=False)
            for item in scenario.flags
        ),
        constituencies=tuple(
            item
            if item.party == party
            else replace(
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
            for item in scenario.constituencies
        ),
        homes=(homes, scenario.homes[1]) if them == 0 else (scenario.homes[0], homes),
        # The way out of a round may depend on what one side alone knows.
        protocol={},
        actions=tuple(
            replace(item, effects=_observed(scenario, item.effects, party))
            if item.party[party]
            else replace(
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
            for item in scenario.actions
        ),
        decisions=tuple(
            replace(
                item,
                choices=tuple(
                    replace(choice, effects=_observed(scenario, choice.effects, party))
                    for choice in item.choices
                ),
            )
            if item.party == party
            else replace(item, id="", title="", text="", when=None, choices=(), source="")
            for item in scenario.decisions
        ),
        events=tuple(
            replace(
                item,
                effects=_observed(scenario, item.effects, party),
                outcomes=tuple(
                    replace(outcome, effects=_observed(scenario, outcome.effects, party))
                    for outcome in item.outcomes
                ),
            )
            if item.seen[party]
            else replace(
                item, id="", label="", when=None, text="", effects=(), outcomes=(), usual=0, basis=None
            )
            for item in scenario.events
        ),
        endings=tuple(replace(item, when=None) for item in scenario.endings),
        documents=tuple(
            item
            if item.seen[party] or index in published
            else replace(
                item, id="", title="", date="", text="", issue=None, side=None, weight=0, source="", label=""
            )
            for index, item in enumerate(scenario.documents)
        ),
        personas=(),
        briefing=replace(scenario.briefing, confidential=_own(scenario.briefing.confidential, party, "")),
        history=(),
        facts=(),
        fingerprint="",  # it is made of both sides' secrets
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
