"""Wishes at a table of a class: who sits there, its clock, and the wall that everybody may see."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameTable:
    """What the table is called, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class NameTeam:
    """What the team of a party calls itself, as typed."""

    party: int
    text: str


@dataclass(frozen=True, slots=True)
class TakeSide:
    """Whom the students of the table play: one party, or both."""

    parties: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OpenTable:
    """Begin at the table that was named, or go on with the game it left."""


@dataclass(frozen=True, slots=True)
class PauseClock:
    """Let the clock stand, or go on."""


@dataclass(frozen=True, slots=True)
class MoreTime:
    """A minute more."""


@dataclass(frozen=True, slots=True)
class ShowWall:
    """Show what both sides know, in large type, or go back from it."""


ClassWish = NameTable | NameTeam | TakeSide | OpenTable | PauseClock | MoreTime | ShowWall
