"""The debrief, in steps: out of role, plan, what happened, text, points, departure, other ways, ticket."""

from dataclasses import dataclass
from enum import Enum

from game.ui.screens.parts import Control, Explanation, Field
from game.ui.screens.table_model import LogEntry


class StepKind(Enum):
    """The steps of the debrief, in their order."""

    OUT = "out"
    PLAN = "plan"
    STORY = "story"
    TEXT = "text"
    POINTS = "points"
    PROCESS = "process"
    DEPARTURE = "departure"
    OTHER_WAYS = "other_ways"
    TICKET = "ticket"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a compared text: kept, struck (only in history) or added (only in the draft)."""

    words: str
    mark: str  # kept | struck | added


@dataclass(frozen=True, slots=True)
class ArticleVerdict:
    """A verdict of the concordance with both texts."""

    head: str  # what it is about
    verdict: str  # in words
    finding: str  # same | closer | different | absent | additional, for colour and shape
    towards: str  # whose way, "" for nobody's
    ground: str
    deviations: tuple[str, ...]
    official: str  # the text of history
    draft: str  # ours
    pieces: tuple[Piece, ...]  # official turned into ours


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A package on the chart: x the own points, y the other side's."""

    x: int
    y: int
    label: str  # "" for one without
    detail: str  # the package in words, for the tooltip and the reader


@dataclass(frozen=True, slots=True)
class PointsChart:
    """The points chart. The two axes are two scales and are never compared."""

    x_label: str
    y_label: str
    frontier: tuple[ChartPoint, ...]  # on which neither can gain unless the other loses; x ascending
    possible: tuple[ChartPoint, ...]  # a sample of what both homes would have carried
    offers: tuple[ChartPoint, ...]  # of one's own, in their order
    theirs: tuple[ChartPoint, ...]
    history: ChartPoint | None
    agreement: ChartPoint | None
    x_reservation: int
    y_reservation: int
    note: str


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A line of the rubric: 0 to 2, with the moves it rests on."""

    text: str
    score: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment on the timeline of history beside this game."""

    history: str
    here: str
    same: bool


@dataclass(frozen=True, slots=True)
class Departure:
    """The first departure from history on its timeline."""

    heading: str
    timeline: tuple[Moment, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class OtherWay:
    """One way in which it could have gone."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DebriefModel:
    """One step of the debrief; only the parts of that step are filled, the others are empty."""

    step: StepKind
    number: int  # from 1
    of: int
    steps: tuple[Control, ...]
    title: str
    lines: tuple[str, ...]  # paragraphs of the step
    plan: tuple[tuple[str, str], ...]  # (what was asked, what was written and what came of it)
    story: tuple[LogEntry, ...]
    verdicts: tuple[ArticleVerdict, ...]
    chart: PointsChart | None
    marks: tuple[MarkLine, ...]
    departure: Departure | None
    ways: tuple[OtherWay, ...]
    ticket: tuple[Field, ...]
    sources: tuple[str, ...]
    previous: Control | None
    next: Control  # after the last step: to the title
    explanation: Explanation | None
