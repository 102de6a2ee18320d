"""What went wrong outside the game: a scenario's diagnostics, a folder or save that cannot be used."""

from dataclasses import dataclass

from game.ui.screens.parts import Control, Field


@dataclass(frozen=True, slots=True)
class Fault:
    """One diagnostic: its code and place, what is wrong, what may help."""

    where: str
    code: str
    message: str
    suggestion: str
    is_error: bool


@dataclass(frozen=True, slots=True)
class TroubleModel:
    """What is wrong, in sentences, and what can be done."""

    title: str
    sentence: str
    faults: tuple[Fault, ...]
    more: str  # how many faults are not listed, "" for none
    folder: Field | None  # another place for the saves
    controls: tuple[Control, ...]
