"""The privacy screen of the hot seat: nothing secret is on it."""

from dataclasses import dataclass

from game.ui.screens.parts import Control


@dataclass(frozen=True, slots=True)
class PrivacyModel:
    """Hand over to the other delegation."""

    title: str
    text: str
    ready: Control
