"""Wishes of those who look on: a game or a documented line told again, a game of two bots, an export."""

from dataclasses import dataclass
from enum import Enum


class Pace(Enum):
    """How fast a watched game goes on."""

    SLOW = "slow"
    QUICK = "quick"
    STEP = "step"  # a move at a time, when it is asked for


@dataclass(frozen=True, slots=True)
class ShowReplay:
    """Look again at the save of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class ShowThisGame:
    """Look again at the game at this window, which is over."""


@dataclass(frozen=True, slots=True)
class ShowHistory:
    """Look at the documented course of these talks; "" for those of the game at this window."""

    scenario: str = ""


@dataclass(frozen=True, slots=True)
class ShowLine:
    """Another documented line of the same talks."""

    which: int


@dataclass(frozen=True, slots=True)
class ShowPlace:
    """Stand at a position of what is told again."""

    place: int


@dataclass(frozen=True, slots=True)
class ShowSeat:
    """Tell it for the seat of a party; None for all that there is."""

    party: int | None


@dataclass(frozen=True, slots=True)
class AskFork:
    """Ask how the new game is to be called that begins here."""


@dataclass(frozen=True, slots=True)
class NameFork:
    """What the new game is to be called."""

    text: str


@dataclass(frozen=True, slots=True)
class ChooseForkSide:
    """Who persons play in the new game; None for those who did in the old one."""

    parties: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Fork:
    """Begin the new game."""


@dataclass(frozen=True, slots=True)
class ChooseBot:
    """Who plays a party of a game that is watched, by id."""

    party: int
    id: str


@dataclass(frozen=True, slots=True)
class SetPace:
    """How fast a watched game goes on."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class SetPaused:
    """Stop a watched game for a while, or let it go on."""

    on: bool


@dataclass(frozen=True, slots=True)
class StepOn:
    """Let the next move of a watched game be made now."""


@dataclass(frozen=True, slots=True)
class ExportGame:
    """Write the game that is over into files beside its save."""


ReplayWish = (
    ShowReplay
    | ShowThisGame
    | ShowHistory
    | ShowLine
    | ShowPlace
    | ShowSeat
    | AskFork
    | NameFork
    | ChooseForkSide
    | Fork
    | ChooseBot
    | SetPace
    | SetPaused
    | StepOn
    | ExportGame
)
