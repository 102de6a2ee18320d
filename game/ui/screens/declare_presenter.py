"""The declare screen: what a table agreed on paper, ticked, beside the real text."""

from dataclasses import dataclass

from game.ui.screens.debrief_presenter import ArticleVerdict
from game.ui.screens.parts import Control


@dataclass(frozen=True, slots=True)
class DeclareRow:
    """A question with its options to tick."""

    label: str
    question: str
    options: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class DeclareModel:
    """Options ticked and the concordance that follows."""

    title: str
    intro: str
    scenarios: tuple[Control, ...]
    rows: tuple[DeclareRow, ...]
    problem: str  # why the options do not hold together, "" where they do
    same: str  # how many articles are the same
    verdicts: tuple[ArticleVerdict, ...]
    back: Control
