"""The settings: text, contrast, motion, sound, plain display."""

from dataclasses import dataclass

from game.ui.screens.parts import Control


@dataclass(frozen=True, slots=True)
class SettingsModel:
    """Settings; a change holds at once."""

    title: str
    text_heading: str
    text: tuple[Control, ...]  # 100, 125, 150, 200 %
    switches_heading: str
    switches: tuple[Control, ...]
    kept: str  # where they are kept, or why they cannot be
    back: Control
