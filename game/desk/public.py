"""What both sides know of a position, and nothing else: for a wall that a whole class can see.

Built by asking twice: what the first party may know, and of that what the second may. So no rule of its own
decides what is secret.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from game.desk.status import said
from game.rules.happenings import Happening, OfferTabled
from game.rules.package import OPEN, decided
from game.rules.scenario import RoundKind, Scenario
from game.rules.state import State, today
from game.rules.view import seen_by, view_for
from game.text.catalogue import Catalogue
from game.text.wording import LETTERS, Wording, capital


@dataclass(frozen=True, slots=True)
class Public:
    """A position as both sides know it; indices are those of the whole scenario."""

    scenario: Scenario
    state: State
    turn: int | None  # the party that must move, None where that is nobody or nobody's business


@dataclass(frozen=True, slots=True)
class Question:
    """An open question with what each party last offered on it, in words; "" where it has said nothing."""

    label: str
    offers: tuple[str, str]
    is_level: bool  # both offer the same


def public(scenario: Scenario, state: State) -> Public:
    """Return what both sides know of `state`."""
    first = view_for(scenario, state, 0)
    both = view_for(first.scenario, first.state, 1)
    turn = state.turn if state.turn in (0, 1) and state.outcome is None else None
    return Public(both.scenario, both.state, turn)


def told_to_both(scenario: Scenario, happenings: tuple[Happening, ...]) -> tuple[Happening, ...]:
    """Return those happenings of which both sides learn, without what is hidden from either in them."""
    return seen_by(scenario, seen_by(scenario, happenings, 0), 1)


def news_lines(
    say: Catalogue, scenario: Scenario, course: Iterable[tuple[Happening, ...]], position: Public
) -> tuple[str, ...]:
    """Return all that both were told in a course of happenings, the last one last; what was offered stands
    beside each question."""
    wording = Wording(say, position.scenario, None)
    found: list[str] = []
    for happenings in course:
        for each in told_to_both(scenario, happenings):
            lines = wording.happening(each)
            if isinstance(each, OfferTabled):
                lines = (lines[0], *lines[1 + len(each.offer.packages) :])
            found += [" ".join(line.split()) for line in lines if line]
    return tuple(found)


def where(say: Catalogue, position: Public) -> str:
    """Return the round, its place and the day of the present meeting."""
    scenario, state = position.scenario, position.state
    here = scenario.rounds[state.round]
    slot = here.slots[state.slot]
    year = date.fromordinal(today(scenario, state)).year
    day = say("ui.top.date", slot=slot.label, year=year)
    return "  ·  ".join(part for part in ("" if here.place in here.title else here.place, day) if part)


def time_left(say: Catalogue, position: Public) -> str:
    """Return the exchange and how many meetings come after this one, "" where the homes vote."""
    scenario, state = position.scenario, position.state
    here = scenario.rounds[state.round]
    if here.kind is not RoundKind.TALKS or state.outcome is not None:
        return ""
    now = say("status.exchange", now=state.exchange + 1, of=here.slots[state.slot].exchanges)
    left = len(here.slots) - state.slot - 1
    return f"{now} {say('status.left', n=left) if left else say('status.last_meeting')}"


def questions(say: Catalogue, position: Public) -> tuple[Question, ...]:
    """Return the questions on the table that are open, with both sides' offers."""
    scenario, state = position.scenario, position.state
    wording = Wording(say, scenario, None)
    found = []
    for issue, on in enumerate(state.agenda):
        if on and state.provisional[issue] == OPEN:
            first, second = (_offered(wording, state, party, issue) for party in (0, 1))
            level = bool(first) and set(said(state, 0, issue)) == set(said(state, 1, issue))
            found.append(Question(capital(wording.issue(issue)), (first, second), level))
    return tuple(found)


def _offered(wording: Wording, state: State, party: int, issue: int) -> str:
    options = said(state, party, issue)
    if len(options) < 2:
        return capital(wording.option(issue, options[0])) if options else ""
    offer = state.offers[party]
    packages = offer.packages if offer is not None else state.last_packages[party]
    told = (
        f"{letter}: {wording.option(issue, package[issue])}"
        for letter, package in zip(LETTERS, packages, strict=False)
        if package[issue] != OPEN
    )
    return "; ".join(told)


def agreed(say: Catalogue, position: Public) -> tuple[str, ...]:
    """Return what has been agreed in these talks, a line each; what stood agreed before is left out."""
    wording, before = Wording(say, position.scenario, None), position.scenario.opening.agreed
    return tuple(
        capital(wording.item(issue, option))
        for issue, option in decided(position.state.provisional)
        if before[issue] != option
    )


def stood_before(position: Public) -> int:
    """Return how many questions stand agreed since before the talks."""
    now, before = position.state.provisional, position.scenario.opening.agreed
    return sum(option != OPEN and option == stood for option, stood in zip(now, before, strict=True))


def meters(position: Public) -> tuple[tuple[str, int], ...]:
    """Return the meters that both see, with their levels."""
    levels = zip(position.scenario.meters, position.state.meters, strict=True)
    return tuple((capital(meter.label), level) for meter, level in levels if all(meter.seen))


def turn(say: Catalogue, position: Public) -> str:
    """Return whose turn it is, or how it ended, "" where neither can be said."""
    outcome = position.state.outcome
    if outcome is not None:
        return say("project.ended", ending=position.scenario.endings[outcome.ending].title)
    if position.turn is None:
        return ""
    return say("project.turn", party=position.scenario.parties[position.turn].name)


def public_lines(say: Catalogue, position: Public, news: tuple[str, ...]) -> tuple[str, ...]:
    """Return the whole as lines."""
    scenario, state = position.scenario, position.state
    here = scenario.rounds[state.round]
    lines = [f"{scenario.title}. {here.title}", where(say, position), time_left(say, position)]
    lines.append(turn(say, position))
    for question in questions(say, position):
        offers = "; ".join(
            say("project.offer", party=party.name, offer=offer)
            for party, offer in zip(scenario.parties, question.offers, strict=True)
            if offer
        )
        lines.append(f"{question.label}: {offers or say('project.nothing')}")
    lines += [f"{say('project.agreed')} {line}" for line in agreed(say, position)]
    if stood_before(position):
        lines.append(say("project.before", n=stood_before(position)))
    lines += [say("status.meter", meter=label, n=level) for label, level in meters(position)]
    return tuple(line for line in (*lines, *news) if line)
