"""Wishes that lead from screen to screen, apart, since the title is shown before `wishes.py` is read."""

from dataclasses import dataclass
from enum import Enum


class Screen(Enum):
    """Every screen of the game."""

    TITLE = "title"
    NEW_GAME = "new_game"
    TROUBLE = "trouble"  # a scenario with errors, a folder that cannot be written, a save that cannot be read
    BRIEFING = "briefing"
    PLANNING = "planning"
    PRIVACY = "privacy"
    ROUND_CARD = "round_card"
    TABLE = "table"
    DECISION = "decision"
    DOCUMENT = "document"
    SIGNING = "signing"
    RATIFICATION = "ratification"
    DEBRIEF = "debrief"
    DECLARE = "declare"
    LOAD = "load"
    SETTINGS = "settings"
    KEYS = "keys"  # which key does what
    CREDITS = "credits"
    REPLAY = "replay"  # a game or a documented line told again
    SEATING = "seating"  # of a class: who sits at this table
    WALL = "wall"  # what both sides know, for all to look at
    WATCH = "watch"  # two bots at the table
    LEEWAY = "leeway"  # who at home could live with the draft in hand
    CORNER = "corner"  # of the instructor: faults, diagram and state of a scenario that is being written


@dataclass(frozen=True, slots=True)
class Go:
    """Open a screen that can be opened from anywhere it is offered."""

    to: Screen


@dataclass(frozen=True, slots=True)
class Back:
    """Leave what is open: an explanation first, then the screen."""


@dataclass(frozen=True, slots=True)
class Next:
    """Read on: the next page of what is shown, or what comes after it."""


@dataclass(frozen=True, slots=True)
class Previous:
    """The page before."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the game; every move is saved already."""


@dataclass(frozen=True, slots=True)
class ContinueLast:
    """Go on with the game played last."""
