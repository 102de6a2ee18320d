"""Wishes of an author at work: a scenario shown while it is written, the instructor's corner, kept moves."""

from dataclasses import dataclass
from enum import Enum


class Page(Enum):
    """What lies open in the instructor's corner."""

    FAULTS = "faults"
    DIAGRAM = "diagram"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class StartPreview:
    """Show the scenario of this name while its author works on it."""

    name: str


@dataclass(frozen=True, slots=True)
class TurnTable:
    """Look from the other seat."""


@dataclass(frozen=True, slots=True)
class OpenCorner:
    """Open the instructor's corner, or leave it."""


@dataclass(frozen=True, slots=True)
class ShowPage:
    """Open a page of the instructor's corner."""

    page: Page


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """Put a file and line on the clipboard."""

    place: str


@dataclass(frozen=True, slots=True)
class TryKept:
    """Try the kept moves once more from where the table stands."""

    leaving_out: int = 0  # of the first of them


@dataclass(frozen=True, slots=True)
class DropKept:
    """Let go of the kept moves."""


@dataclass(frozen=True, slots=True)
class KeepAsPlan:
    """Write the moves on the table down as a plan beside the scenario."""


PreviewWish = StartPreview | TurnTable | OpenCorner | ShowPage | CopyPlace | TryKept | DropKept | KeepAsPlan
