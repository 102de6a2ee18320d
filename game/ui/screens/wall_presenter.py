"""The wall: what both sides know of a table, for a whole class to look at."""

from dataclasses import dataclass

from game.desk.public import (
    agreed,
    meters,
    news_lines,
    public,
    questions,
    stood_before,
    time_left,
    turn,
    where,
)
from game.rules.scenario import Scenario
from game.rules.transcript import Replay
from game.session.saves import Header
from game.text.catalogue import Catalogue
from game.text.wording import capital
from game.ui.screens.parts import Control

NEWS = 4
"""Lines of what both heard last."""


@dataclass(frozen=True, slots=True)
class WallRow:
    """An open question with both sides' offers."""

    question: str
    offers: tuple[str, str]
    is_level: bool


@dataclass(frozen=True, slots=True)
class WallModel:
    """What both sides know."""

    title: str  # the round
    table: str  # its name and teams, and the talks
    when: str
    left: str
    clock: tuple[str, ...]  # what is left of the turn and of the lesson
    turn: str
    flags: tuple[str, str]
    heads: tuple[str, str, str]  # open questions, and what each side offers
    rows: tuple[WallRow, ...]
    none: str  # told where no question is open
    agreed_heading: str
    agreed: tuple[str, ...]
    before: str  # how many questions stood agreed before
    meters: tuple[str, ...]
    news_heading: str
    news: tuple[str, ...]
    back: Control


def wall_model(
    say: Catalogue,
    scenario: Scenario,
    header: Header,
    course: Replay,
    back: Control,
    clock: tuple[str, ...] = (),
) -> WallModel:
    """Return what both sides know of a game.

    Args:
        course: as far as it came.
        clock: what is left of the time, in sentences.
    """
    position = public(scenario, course.final)
    first, second = scenario.parties
    before = stood_before(position)
    news = news_lines(say, scenario, course.happenings, position)[-NEWS:]
    open_now = questions(say, position)
    done = agreed(say, position)
    return WallModel(
        title=scenario.rounds[position.state.round].title,
        table="  ·  ".join(
            part for part in (header.placed.name, *teams(scenario, header), scenario.title) if part
        ),
        when=where(say, position),
        left=time_left(say, position),
        clock=clock,
        turn=turn(say, position),
        flags=(first.id, second.id),
        heads=(say("project.question"), capital(first.name), capital(second.name)),
        rows=tuple(WallRow(each.label, each.offers, each.is_level) for each in open_now),
        none="" if open_now else say("project.all_agreed"),
        agreed_heading=say("project.agreed") if done else "",
        agreed=done,
        before=say("project.before", n=before) if before else "",
        meters=tuple(say("status.meter", meter=label, n=level) for label, level in meters(position)),
        news_heading=say("project.news") if news else "",
        news=news,
        back=back,
    )


def teams(scenario: Scenario, header: Header) -> tuple[str, ...]:
    """Return what the teams of a table call themselves, each with its side."""
    seats = zip(scenario.parties, header.seats, strict=True)
    return tuple(
        f"{capital(party.name)}: {sitter.name}"
        for party, (_, sitter) in seats
        if sitter.is_person and sitter.name
    )
