"""The title: what can be begun, gone on with, set, read."""

from dataclasses import dataclass

from game.ui.screens.parts import Control


@dataclass(frozen=True, slots=True)
class TitleModel:
    """The title screen."""

    title: str
    subtitle: str
    controls: tuple[Control, ...]  # continue first where there is a game to go on with
    last_game: str  # what "continue" would go on with, "" for nothing
    warning: str  # nothing can be saved: said before the first move; "" where all is well
    version: str
