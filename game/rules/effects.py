"""What the closed verbs of an author's effects do."""

from typing import assert_never

from game.rules.draft import Draft
from game.rules.happenings import (
    AgendaChanged,
    DecisionPut,
    DelegateChanged,
    DocumentPublished,
    Learnt,
    OfferFell,
    OfferTabled,
    ReservationMoved,
    SignatureCleared,
)
from game.rules.package import OPEN, Package, empty
from game.rules.scenario import (
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
    Schedule,
    SetAgenda,
    SetFlag,
    SetMeter,
    TableOffer,
    Trigger,
    Withdraw,
)
from game.rules.state import Known, KnownKind, Offer, slot_ordinal


def run_effects(draft: Draft, effects: tuple[Effect, ...], cause: str) -> None:
    """Carry out `effects` in their order; each condition sees what those before it did."""
    for effect in effects:
        state = draft.state
        if effect.when is None or effect.when.evaluate(state.provisional, state, draft.scenario):
            _run(draft, effect, cause)


def _run(draft: Draft, effect: Effect, cause: str) -> None:
    state, scenario = draft.state, draft.scenario
    match effect:
        case Add(meter, amount):
            draft.add_meter(meter, amount.evaluate(state.provisional, state, scenario), cause)
        case SetMeter(meter, amount):
            draft.set_meter(meter, amount.evaluate(state.provisional, state, scenario), cause)
        case SetFlag(flag, value):
            draft.set_flag(flag, value)
        case Instruct(order, level):
            draft.set_level(order, level, cause)
        case PutDecision(decision):
            put_decision(draft, decision)
        case Withdraw(party):
            fall(draft, party, lapsed=False)
        case TableOffer(party, package, linked):
            table_offer(draft, party, (package,), linked=linked, ad_referendum=False, words="")
        case MoveReservation(party, amount):
            moved = amount.evaluate(state.provisional, state, scenario)
            draft.set_pair("moved_reservation", party, state.moved_reservation[party] + moved)
            draft.tell(ReservationMoved(party, moved))
        case Reveal(party, issue):
            learn(draft, party, Known(KnownKind.INTEREST, issue))
        case Publish(document):
            if not state.published[document]:
                draft.set_entry("published", document, True)
                draft.bump()
                draft.tell(DocumentPublished(document))
        case SetAgenda(issue, on):
            set_agenda(draft, issue, on=on)
        case Schedule(event, slots):
            due = slot_ordinal(scenario, state) + slots
            draft.set(scheduled=(*state.scheduled, (event, due)))
        case Appoint(delegate):
            send(draft, scenario.delegates[delegate].party, delegate)
        case Recall(party):
            send(draft, party, -1)
        case EndTalks():
            if state.ended is None:  # they end as they ended first: what is signed is signed
                draft.set(ended=Trigger.BREAKDOWN)
        case _:
            assert_never(effect)


def send(draft: Draft, party: int, delegate: int) -> None:
    """Let a delegate speak for `party`, or (-1) the delegation of the round again."""
    if draft.state.delegates[party] != delegate:
        draft.set_pair("delegates", party, delegate)
        draft.bump()
        draft.tell(DelegateChanged(party, delegate))


def set_agenda(draft: Draft, issue: int, *, on: bool) -> None:
    """Bring an issue on the agenda, or take it off; what is agreed of it stays agreed."""
    if draft.state.agenda[issue] != on:
        draft.set_entry("agenda", issue, on)
        draft.bump()
        draft.tell(AgendaChanged(issue, on))


def put_decision(draft: Draft, decision: int) -> None:
    """Put a decision before its party, once a game."""
    state = draft.state
    if not state.put[decision]:
        party = draft.scenario.decisions[decision].party
        draft.set_entry("put", decision, True)
        draft.set_pair("pending", party, (*state.pending[party], decision))
        draft.tell(DecisionPut(party, decision))


def table_offer(
    draft: Draft,
    party: int,
    packages: tuple[Package, ...],
    *,
    linked: bool,
    ad_referendum: bool,
    words: str,
) -> None:
    """Make `packages`, less what is agreed already, the standing offer of `party`, if anything is left.

    A new offer clears a first signature, whoever brought it to the table.
    """
    state = draft.state
    nothing = empty(len(state.provisional))
    still = packages
    if state.provisional != nothing:
        still = tuple(
            [
                tuple([OPEN if a != OPEN else o for o, a in zip(package, state.provisional, strict=True)])
                for package in packages
            ]
        )
    if still.count(nothing) == len(still):
        return
    clear_signatures(draft)
    draft.bump()
    slot = slot_ordinal(draft.scenario, state)
    offer = Offer(still, linked, ad_referendum, words, draft.state.changes, slot)
    draft.set_pair("offers", party, offer)
    draft.set_pair("last_packages", party, still)
    draft.tell(OfferTabled(party, offer))


def clear_signatures(draft: Draft) -> None:
    """Take back the first signature, if one was given: the text is not settled yet."""
    if not any(draft.state.signed):
        return
    for party in (0, 1):
        if draft.state.signed[party]:
            draft.set_pair("signed", party, False)
            draft.tell(SignatureCleared(party))


def fall(draft: Draft, party: int, *, lapsed: bool) -> None:
    """Take the standing offer of `party` off the table, if it has one."""
    if draft.state.offers[party] is not None:
        draft.set_pair("offers", party, None)
        draft.bump()
        draft.tell(OfferFell(party, lapsed))


def learn(draft: Draft, party: int, known: Known) -> None:
    """Let `party` know something of the other side, once."""
    if known not in draft.state.known[party]:
        draft.set_pair("known", party, (*draft.state.known[party], known))
        draft.tell(Learnt(party, known))
