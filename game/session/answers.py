"""What goes into a session and what comes out of it, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from game.rules.happenings import Happening
from game.rules.moves import Move
from game.rules.refusals import Refusal
from game.session.lifecycle import Phase


@dataclass(frozen=True, slots=True)
class Command:
    """What a seat asks for. The caller makes `id`, and repeats it when it asks again after a lost answer."""

    id: str  # 1 to 40 signs, new for each wish of a seat
    seat: str  # a party's id, or `instructor`
    at: int  # the view number that the seat was looking at
    move: Move


@dataclass(frozen=True, slots=True)
class Accepted:
    """It was done and is on the disk."""

    number: int  # the seat's view number afterwards
    happenings: tuple[Happening, ...]  # what the seat learns, nature's and the homes' share included


class Denial(Enum):
    """Why a session says no. Rules have their own codes: `Refused.refusal`."""

    NO_SUCH_SEAT = "NO_SUCH_SEAT"
    NOT_FROM_THIS_SEAT = "NOT_FROM_THIS_SEAT"  # an instructor's move by a party, or the other way round
    BAD_ID = "BAD_ID"
    ID_REUSED = "ID_REUSED"  # the seat has used the id for something else
    NOT_BEGUN = "NOT_BEGUN"
    PAUSED = "PAUSED"
    NOT_NOW = "NOT_NOW"  # pause, resume or begin where there is nothing to
    STALE = "STALE"  # the table has changed since the seat looked
    NOTHING_TO_UNDO = "NOTHING_TO_UNDO"
    NOT_A_MOVE = "NOT_A_MOVE"  # `sentence` says what is wrong with it
    AGAINST_THE_RULES = "AGAINST_THE_RULES"  # `refusal` says which
    NOT_SAVED = "NOT_SAVED"  # `sentence` says why; nothing was done


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not done, and nobody was told of it."""

    why: Denial
    refusal: Refusal | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a seat is told after something was done."""

    number: int  # the seat's view number now
    happenings: tuple[Happening, ...]
    phase: Phase
    rewound: bool = False  # something that the seat had seen was taken back
