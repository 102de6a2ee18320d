"""Who sits in the chairs: a person or a bot for each party, and the instructor beside them."""

from __future__ import annotations

from dataclasses import dataclass

from game.ai.bot import Bot, Chosen, Draw
from game.rules.scenario import HOME, INSTRUCTOR, NATURE, Scenario
from game.rules.view import PartyView

SEAT_OF_INSTRUCTOR = "instructor"
"""The seat that may pause, inject, announce and rewind, and sees everything."""

_OTHERS = {NATURE: "nature", HOME: "home", INSTRUCTOR: SEAT_OF_INSTRUCTOR}


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who has a party's chair, as a save remembers it."""

    persona: str = ""  # the id of a persona; "" for a person
    name: str = ""  # a pseudonym or the persona's name, for screens

    @property
    def is_person(self) -> bool:
        """Whether a person decides."""
        return not self.persona


@dataclass(frozen=True, slots=True)
class BotTurn:
    """A bot's turn: all that it needs to choose, apart from the session, so that it can think elsewhere."""

    seat: str
    at: int  # the seat's view number
    ply: int
    view: PartyView
    draw: Draw
    bot: Bot

    def think(self) -> Chosen:
        """Return the bot's choice; it reads its own view alone and changes nothing."""
        return self.bot.choose(self.view, self.draw)


def author_of(scenario: Scenario, seat: str) -> int | None:
    """Return the author that speaks from `seat`: a party, `INSTRUCTOR`, or None for no such seat."""
    if seat == SEAT_OF_INSTRUCTOR:
        return INSTRUCTOR
    for index, party in enumerate(scenario.parties):
        if party.id == seat:
            return index
    return None


def name_of(scenario: Scenario, author: int) -> str:
    """Return what a save calls an author: a party's id, `nature`, `home` or `instructor`."""
    return _OTHERS[author] if author in _OTHERS else scenario.parties[author].id


def author_called(scenario: Scenario, name: str) -> int | None:
    """Return the author that a save calls `name`, or None."""
    for author in (0, 1, NATURE, HOME, INSTRUCTOR):
        if name_of(scenario, author) == name:
            return author
    return None
