"""A decision: a card that waits for an answer before anything else."""

from dataclasses import dataclass

from game.ui.screens.parts import Control, Explanation


@dataclass(frozen=True, slots=True)
class DecisionModel:
    """A card with its answers."""

    kicker: str  # "A decision"
    title: str
    text: tuple[str, ...]
    who: str  # who asks: home, the delegation
    choices: tuple[Control, ...]  # what the delegation believes will follow as the note; closed with reason
    ways: tuple[tuple[str, ...], ...]  # per choice: the ways beyond where a mandate closes it
    documents: tuple[Control, ...]  # that bear on it
    source: str
    undo: Control | None
    explanation: Explanation | None
