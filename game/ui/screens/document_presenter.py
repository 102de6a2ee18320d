"""A document: a paper with its date, its citation and how sure it is."""

from dataclasses import dataclass

from game.ui.screens.parts import Control, Field


@dataclass(frozen=True, slots=True)
class DocumentModel:
    """A paper to be read."""

    title: str
    date: str
    paragraphs: tuple[tuple[tuple[str, bool], ...], ...]  # per paragraph: (words, found by the search)
    label: str  # attested, disputed, reconstructed, ...
    source: str
    search: Field
    found: str  # how often, "" where nothing is searched
    use: Control | None  # the action that cites it, closed with its reason
    others: tuple[Control, ...]  # the other papers
    back: Control
