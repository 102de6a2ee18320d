"""The ratification: one constituency at a time, on both sides."""

from dataclasses import dataclass

from game.ui.screens.briefing_presenter import Face
from game.ui.screens.parts import Control, Explanation, Said


@dataclass(frozen=True, slots=True)
class HomeVote:
    """A home's vote, as far as it has been told."""

    home: str
    body: str
    faces: tuple[Face, ...]  # those that have spoken
    waiting: int  # how many have not
    count: str  # votes so far
    result: Said | None  # once all have spoken


@dataclass(frozen=True, slots=True)
class RatificationModel:
    """Both homes, and who speaks now."""

    title: str
    homes: tuple[HomeVote, ...]
    speaking: str  # the last that spoke, as a sentence
    go_on: Control
    explanation: Explanation | None
