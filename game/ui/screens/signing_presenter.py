"""The signing: the instrument as a treaty page."""

from dataclasses import dataclass

from game.ui.screens.parts import Control, Explanation, Said


@dataclass(frozen=True, slots=True)
class TreatyArticle:
    """A numbered article."""

    number: int
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SigningModel:
    """The treaty page, or the empty table where there is nothing to sign."""

    title: str  # of the instrument
    preamble: tuple[str, ...]
    articles: tuple[TreatyArticle, ...]
    testimonium: tuple[str, ...]
    place: str
    date: str
    signatures: tuple[tuple[str, tuple[str, ...], bool], ...]  # (party, lines, has signed)
    letters_title: str
    letters: tuple[tuple[str, ...], ...]
    left_out: Said  # what is open and would be left out
    verdict: Said  # whether one's own home would carry it
    sign: Control
    back: Control
    explanation: Explanation | None
