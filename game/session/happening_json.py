"""Happenings -> JSON values by ids, for files that leave the program.

The scenario given is the reader's own: the whole one for the authority, a party's brief for its seat. A
brief has no name for what its party may not know, and what has no name is left out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from game.rules import happenings as fact
from game.rules.happenings import Happening
from game.rules.package import Package, decided
from game.rules.scenario import Level, Scenario
from game.rules.state import Known, Offer, Outcome, Question, Tally
from game.session.strict import Json

Fields = dict[str, Json]


def happenings_to_json(scenario: Scenario, happenings: Sequence[Happening]) -> list[Json]:
    """Return happenings by ids, in order, each with its `kind`."""
    return [{"kind": _kind(each), **_without_blanks(_fields(scenario, each))} for each in happenings]


def package_to_json(scenario: Scenario, package: Package) -> Fields:
    """Return the options that a package decides, by issue; what is open is left out."""
    return {scenario.issues[i].id: scenario.issues[i].options[o].id for i, o in decided(package)}


def offer_to_json(scenario: Scenario, offer: Offer) -> Fields:
    """Return an offer as it lies on the table."""
    return {
        "packages": [package_to_json(scenario, package) for package in offer.packages],
        "linked": offer.linked,
        "ad_referendum": offer.ad_referendum,
        "words": offer.words,
    }


def _kind(happening: Happening) -> str:
    """Return the name of the type in small letters: `offer_tabled`."""
    name = type(happening).__name__
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name).lstrip("_")


def _without_blanks(fields: Fields) -> Fields:
    return {key: value for key, value in fields.items() if value != ""}


def _fields(scenario: Scenario, happening: Happening) -> Fields:
    def party(index: int) -> str:
        return scenario.parties[index].id if index in (0, 1) else ""

    def issue(index: int | None) -> str:
        return "" if index is None else scenario.issues[index].id

    def issues(indices: Sequence[int]) -> list[Json]:
        return [scenario.issues[index].id for index in indices]

    match happening:
        case fact.OfferTabled(author, offer):
            return {"party": party(author), "offer": offer_to_json(scenario, offer)}
        case fact.OfferAccepted(author, which, taken, ad_referendum):
            return {
                "party": party(author),
                "which": which,
                "issues": issues(taken),
                "ad_referendum": ad_referendum,
            }
        case fact.OfferRejected(author, reason):
            return {"party": party(author), "reason": reason}
        case fact.OfferFell(author, lapsed):
            return {"party": party(author), "lapsed": lapsed}
        case fact.Held(author, reason, expired):
            return {"party": party(author), "reason": reason, "expired": expired}
        case fact.IssueClosed(about, option):
            return {"issue": issue(about), "option": scenario.issues[about].options[option].id}
        case fact.IssueReopened(author, about):
            return {"party": party(author), "issue": issue(about)}
        case fact.AgendaChanged(about, on):
            return {"issue": issue(about), "on": on}
        case fact.DelegateChanged(author, delegate):
            sent = scenario.delegates[delegate].id if delegate >= 0 else ""
            return {"party": party(author), "delegate": sent}
        case fact.ActionTaken(author, action, about, package):
            told: Fields = {
                "party": party(author),
                "action": scenario.actions[action].id,
                "issue": issue(about),
            }
            return told if package is None else {**told, "package": package_to_json(scenario, package)}
        case fact.ActionFelt(author, action, about):
            trace = " ".join(scenario.actions[action].footprint.split())
            return {"party": party(author), "footprint": trace, "issue": issue(about)}
        case fact.DecisionPut(author, decision):
            return {"party": party(author), "decision": scenario.decisions[decision].id}
        case fact.DecisionTaken(author, decision, choice):
            card = scenario.decisions[decision]
            return {"party": party(author), "decision": card.id, "choice": card.choices[choice].id}
        case fact.SignedBy(author) | fact.SignatureCleared(author) | fact.WalkedOut(author):
            return {"party": party(author)}
        case fact.MeterChanged(meter, before, after, cause):
            return {"meter": scenario.meters[meter].id, "before": before, "after": after, "cause": cause}
        case fact.FlagChanged(flag, value):
            return {"flag": scenario.flags[flag].id, "value": value}
        case fact.OrderChanged(order, level, cause):
            return {
                "order": scenario.orders[order].id,
                "level": Level(level).name.lower(),
                "cause": cause,
            }
        case fact.ReservationMoved(author, amount):
            return {"party": party(author), "amount": amount}
        case fact.EventHappened(event):
            return {"event": scenario.events[event].id}
        case fact.EventFelt(event):
            return {"footprint": " ".join(scenario.events[event].footprint.split())}
        case fact.Drawn(event, outcome):
            drawn = scenario.events[event]
            return {"event": drawn.id, "outcome": drawn.outcomes[outcome].id}
        case fact.Learnt(author, known):
            return {"party": party(author), **_known(scenario, known)}
        case fact.DocumentCited(author, document, counter):
            return {
                "party": party(author),
                "document": scenario.documents[document].id,
                "counter": counter,
            }
        case fact.DocumentPublished(document):
            return {"document": scenario.documents[document].id}
        case fact.HomeAsked(question):
            return _question(scenario, question)
        case fact.HomeAnswered(question, yes):
            return {**_question(scenario, question), "yes": yes}
        case fact.Disowned(author, gone):
            return {"party": party(author), "issues": issues(gone)}
        case fact.SlotOpened(round_, slot):
            here = scenario.rounds[round_]
            return {"round": here.id, "slot": here.slots[slot].id}
        case fact.RoundEntered(round_):
            return {"round": scenario.rounds[round_].id}
        case fact.Concluded(package):
            return {"package": package_to_json(scenario, package)}
        case fact.Voted(tally):
            return _tally(scenario, tally)
        case fact.Announced(words):
            return {"words": words}
        case fact.Ended(outcome):
            return outcome_to_json(scenario, outcome)
    assert_never(happening)


def outcome_to_json(scenario: Scenario, outcome: Outcome) -> Fields:
    """Return how it ended; what it was worth stands with the points of the position."""
    return {
        "trigger": outcome.trigger.value,
        "ending": scenario.endings[outcome.ending].id,
        "package": package_to_json(scenario, outcome.package),
        "signed": outcome.signed,
        "ratified": outcome.ratified,
    }


def _known(scenario: Scenario, known: Known) -> Fields:
    about: Fields = {"issue": scenario.issues[known.issue].id, "what": known.kind.value}
    numbers = {"low": known.low, "high": known.high, "room": known.room}
    return {**about, **{key: number for key, number in numbers.items() if number >= 0}}


def _question(scenario: Scenario, question: Question) -> Fields:
    return {
        "party": scenario.parties[question.party].id,
        "question": question.kind.value,
        "package": package_to_json(scenario, question.package),
        "due": max(0, question.due),
    }


def _tally(scenario: Scenario, tally: Tally) -> Fields:
    groups: list[Json] = []
    for index, standing, support in tally.standings:
        row: Fields = {"group": scenario.constituencies[index].id, "standing": standing.value}
        groups.append(row if support < 0 else {**row, "support": support})
    return {
        "party": scenario.parties[tally.party].id,
        "carried": tally.carried,
        "votes_for": tally.votes_for,
        "votes_against": tally.votes_against,
        "groups": groups,
        "blockers": [scenario.constituencies[index].id for index in tally.blockers],
    }
