"""What a party sees: a function of the public scenario, its own secrets and the happenings visible to it.

A view has the same types as the truth, built field by field from what that party may know, so that
every rule (refusals, points, its own home) works on a view and gives the true answer for that party.
Each field is named here: a new field of `State` does not compile until someone decides who sees it.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from game.rules.brief import brief_for, own
from game.rules.happenings import (
    ActionFelt,
    ActionTaken,
    AgendaChanged,
    Announced,
    Concluded,
    DecisionPut,
    DecisionTaken,
    DelegateChanged,
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
    EITHER,
    Level,
    Scenario,
)
from game.rules.state import UNTOLD, KnownKind, Outcome, QuestionKind, State, Tally


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
            | DelegateChanged()
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
    points, reservation = own(outcome.points, party, 0), own(outcome.reservation, party, 0)
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


def _turn(state: State, party: int) -> int:
    """Return whose turn it is for all that `party` can tell: where either may answer a decision, its own
    while it has one, else the other's, which keeps the meeting waiting."""
    if state.turn != EITHER:
        return state.turn
    return party if state.pending[party] else 1 - party


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
        turn=_turn(state, party),
        acted=state.acted and state.turn == party,
        lost=state.lost,
        delegates=state.delegates,
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
        pending=own(state.pending, party, ()),
        taken=tuple(c if own else -1 for c, own in zip(state.taken, decisions, strict=True)),
        put=tuple(put and own for put, own in zip(state.put, decisions, strict=True)),
        uses=(mine, theirs) if party == 0 else (theirs, mine),
        issue_uses=frozenset(use for use in state.issue_uses if use[0] == party or felt[use[1]]),
        fired=tuple(n if seen else 0 for n, seen in zip(state.fired, events, strict=True)),
        draws=tuple(event for event in state.draws if events[event]),
        questions=tuple(
            q for q in state.questions if q.party == party or q.kind is QuestionKind.CONFIRMATION
        ),
        no_from_home=own(state.no_from_home, party, False),
        scheduled=(),
        known=own(state.known, party, ()),
        cited=state.cited,
        countered=state.countered,
        published=state.published,
        holds=state.holds,
        passes=state.passes,
        moved_reservation=own(state.moved_reservation, party, 0),
        changes=state.changes,
        voting=state.voting,
        votes=_called(state.votes, party),
        signed_package=state.signed_package,
        signed_weight=state.signed_weight,
        signed_reservation=own(state.signed_reservation, party, 0),
        ended=state.ended,
        outcome=_own_outcome(state.outcome, party) if state.outcome is not None else None,
    )
