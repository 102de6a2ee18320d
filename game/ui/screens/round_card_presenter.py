"""The round card: where and when the talks go on, who came, what has changed."""

from dataclasses import dataclass

from game.ui.screens.parts import Control, Said


@dataclass(frozen=True, slots=True)
class RoundCardModel:
    """A card between two rounds."""

    title: str
    place: str
    dates: str
    setting: tuple[str, ...]
    delegations: tuple[tuple[str, str], ...]  # (party, who came)
    changes: tuple[Said, ...]  # news, mandate, meters since the round before
    go_on: Control
