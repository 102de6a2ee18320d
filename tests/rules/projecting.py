"""All that a `State` says, in the plain form in which the second engine says it: `literal.projection`."""

from dataclasses import astuple
from enum import IntEnum

from game.rules import home, utility
from game.rules.happenings import (
    Concluded,
    Ended,
    Happening,
    HomeAnswered,
    HomeAsked,
    Learnt,
    OfferTabled,
    Voted,
)
from game.rules.package import OPEN, Package
from game.rules.scenario import Scenario
from game.rules.state import Known, Offer, Outcome, Question, State, Tally, to_move


def options(package: Package) -> tuple[tuple[int, int], ...]:
    return tuple((issue, option) for issue, option in enumerate(package) if option != OPEN)


def projection(sc: Scenario, state: State) -> dict[str, object]:
    """Return all that `state` says of the table, and what follows from it at both homes."""
    text = state.provisional
    return {
        **_time(sc, state),
        **_talk(sc, state),
        "meters": state.meters,
        "flags": state.flags,
        "levels": tuple(map(int, state.levels)),
        "pending": state.pending,
        "taken": {index: choice for index, choice in enumerate(state.taken) if choice >= 0},
        "put": tuple(index for index, was in enumerate(state.put) if was),
        "uses": {(p, a): n for p in (0, 1) for a, n in enumerate(state.uses[p]) if n},
        "fired": {index: count for index, count in enumerate(state.fired) if count},
        "draws": state.draws,
        "questions": tuple(map(_question, state.questions)),
        "no from home": state.no_from_home,
        "scheduled": tuple(sorted(state.scheduled)),
        "known": tuple(tuple(map(_known, own)) for own in state.known),
        "cited": state.cited,
        "countered": state.countered,
        "published": tuple(index for index, was in enumerate(state.published) if was),
        "voting": state.voting,
        "votes": tuple(vote and _vote(vote) for vote in state.votes),
        "outcome": state.outcome and _outcome(state.outcome),
        "points": tuple(utility.points(sc, party, text) for party in (0, 1)),
        "reservation": tuple(utility.reservation(sc, state, party) for party in (0, 1)),
        "courses": tuple(utility.batna(sc, state, party) for party in (0, 1)),
        "support": tuple(home.support(sc, state, index, text) for index in range(len(sc.constituencies))),
        "homes": tuple(_vote(home.tally(sc, state, party, text)) for party in (0, 1)),
        "leave": tuple(home.would_permit(sc, state, party, text) for party in (0, 1)),
    }


def facts(happenings: tuple[Happening, ...]) -> list[str]:
    """Return what is told of a move as the second engine notes it, in no order: `literal.told`."""
    return sorted(repr((type(item).__name__, *_fact(item))) for item in happenings)


def _fact(item: Happening) -> tuple[object, ...]:
    match item:
        case OfferTabled(party, offer):
            return party, tuple(map(options, offer.packages)), offer.linked, offer.ad_referendum
        case HomeAsked(question):
            return _question(question)
        case HomeAnswered(question, yes):
            return *_question(question), yes
        case Learnt(party, known):
            return party, _known(known)
        case Voted(tally):
            return (_vote(tally),)
        case Concluded(package):
            return (options(package),)
        case Ended(outcome):
            return outcome.trigger.value, outcome.ending
        case _:
            return tuple(int(fact) if isinstance(fact, IntEnum) else fact for fact in astuple(item))


def _question(question: Question) -> tuple[object, ...]:
    about = question.due, tuple(sorted(question.issues))
    return question.party, question.kind.value, options(question.package), *about


def _known(known: Known) -> tuple[object, ...]:
    return known.kind.value, known.issue, known.low, known.high, int(known.room)


def _time(sc: Scenario, state: State) -> dict[str, object]:
    return {
        "round": state.round,
        "slot": state.slot,
        "exchange": state.exchange,
        "day": sc.rounds[state.round].slots[state.slot].date,
        "to move": to_move(state),
        "acted": state.acted,
        "lost": state.lost,
        "holds": state.holds,
        "passes": state.passes,
        "delegates": state.delegates,
    }


def _talk(sc: Scenario, state: State) -> dict[str, object]:
    issues = range(len(sc.issues))
    return {
        "agenda": tuple(issue for issue in issues if state.agenda[issue]),
        "agreed": dict(options(state.provisional)),
        "ad referendum": tuple((i, p) for i in issues for p in (0, 1) if state.referendum[i][p]),
        "offers": tuple(_offer(state, offer) for offer in state.offers),
        "last offers": tuple(tuple(map(options, packages)) for packages in state.last_packages),
        "signed": state.signed,
        "signed package": None if state.signed_package is None else options(state.signed_package),
        "signed weight": state.signed_weight,
        "signed reservation": state.signed_reservation,
    }


def _offer(state: State, offer: Offer | None) -> tuple[object, ...] | None:
    if offer is None:
        return None
    packages = tuple(map(options, offer.packages))
    return packages, offer.linked, offer.ad_referendum, offer.slot, offer.changes == state.changes


def _vote(tally: Tally) -> tuple[object, ...]:
    rows = tuple((index, word.value, level) for index, word, level in tally.standings)
    counts = tally.votes_for, tally.votes_against, tally.carried
    return tally.party, rows, *counts, tuple(sorted(tally.blockers))


def _outcome(outcome: Outcome) -> dict[str, object]:
    return {
        "trigger": outcome.trigger.value,
        "ending": outcome.ending,
        "package": options(outcome.package),
        "signed": outcome.signed,
        "ratified": outcome.ratified,
        "points": list(outcome.points),
        "reservation": list(outcome.reservation),
    }
