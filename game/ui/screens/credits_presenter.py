"""The credits: who made what, under which licence."""

from dataclasses import dataclass

from game.ui.screens.parts import Control


@dataclass(frozen=True, slots=True)
class CreditsModel:
    """Credits."""

    title: str
    paragraphs: tuple[str, ...]
    back: Control
