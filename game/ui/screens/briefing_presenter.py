"""The briefing: what both know, one's own orders, what home carries, the rules check."""

from dataclasses import dataclass

from game.ui.screens.parts import Control, Said


@dataclass(frozen=True, slots=True)
class Face:
    """A constituency at home as a face: its stand to a package, in words and as a number for the drawing."""

    id: str
    label: str
    standing: str  # for | away | against, in words
    mood: int  # 1 for, 0 away, -1 against
    note: str  # votes, whether it is a gate, one step short of what
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the rules check; the answer is shown when asked for."""

    text: str
    answer: str  # "" while hidden
    show: Control


@dataclass(frozen=True, slots=True)
class BriefingModel:
    """The briefing of one delegation."""

    title: str
    party: str
    head: str  # who leads the delegation, and what its signature is worth
    public_heading: str
    public: tuple[str, ...]  # paragraphs
    orders_heading: str
    confidential: tuple[str, ...]
    locks: tuple[Said, ...]  # one's own orders that bind at the opening
    agreed: tuple[str, ...]  # what stands agreed before the talks
    open_issues: tuple[Said, ...]
    batna: tuple[str, ...]
    home_heading: str
    faces: tuple[Face, ...]
    home_note: str
    documents: tuple[Control, ...]
    check_heading: str
    questions: tuple[Question, ...]
    ready: Control
    back: Control
