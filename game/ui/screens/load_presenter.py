"""The list of saved games, the last played first."""

from dataclasses import dataclass

from game.ui.screens.parts import Control


@dataclass(frozen=True, slots=True)
class LoadModel:
    """Saved games."""

    title: str
    folder: str
    note: str  # that every move is saved; that a save holds both sides' secrets
    saves: tuple[Control, ...]
    empty: str  # said where there are none
    back: Control
