"""The values of which the debrief is made: its steps, and what each of them shows."""

from dataclasses import dataclass, field
from enum import Enum

from game.rules.scenario import Scenario
from game.ui.screens.chart_presenter import PointsChart
from game.ui.screens.parts import Control, Field
from game.ui.screens.table_model import LogEntry
from game.ui.screens.verdict_presenter import ArticleVerdict


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
    DISPUTES = "disputes"
    TICKET = "ticket"


def kinds_of(scenario: Scenario, *, watched: bool) -> tuple[StepKind, ...]:
    """Return the steps of a debrief: who only watched has no role to lay down and no plan."""
    left_out = {StepKind.OUT, StepKind.PLAN} if watched else set()
    if not scenario.dossier.disputes:
        left_out.add(StepKind.DISPUTES)
    return tuple(kind for kind in StepKind if kind not in left_out)


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A line of the rubric: 0 to 2, with the moves it rests on."""

    ask: Control  # the line itself; why: the moves in words
    score: int


@dataclass(frozen=True, slots=True)
class Believed:
    """The notebook beside the truth."""

    heading: str
    counted: str  # how many guesses were right, one step off and far off; that there are none
    score: Control | None  # the number itself; its note: how it is reckoned
    score_told: str
    marks: tuple[MarkLine, ...]  # 0 far off to 3 right
    question: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the game, large, with what it counts."""

    number: str
    text: str
    ask: Control  # the moves that were counted, the terms that it is made of


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
    history_head: str
    here_head: str


@dataclass(frozen=True, slots=True)
class OtherWay:
    """One way in which it could have gone."""

    title: str
    plausibility: str  # in words
    lines: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """What is not settled about the record, with who holds what."""

    title: str
    text: str
    readings: tuple[tuple[str, tuple[str, ...]], ...]  # (the reading, its sources)
    question: str


@dataclass(frozen=True, slots=True)
class DebriefModel:
    """One step of the debrief; only the parts of that step are filled, the others are empty."""

    step: StepKind
    number: int  # from 1
    of: int
    party: str  # whose debrief it is
    flag: str  # the id of that party
    flags: tuple[str, ...]  # of both
    steps: tuple[Control, ...]
    title: str
    lines: tuple[str, ...]  # paragraphs of the step
    asks: tuple[Control, ...]  # results that can be asked why
    figures: tuple[Figure, ...]
    prompts_title: str
    prompts: tuple[str, ...]  # questions to think about, and what the model leaves out
    previous: Control | None
    next: Control  # after the last step: to the title
    plan: tuple[tuple[str, str], ...] = ()  # (what was asked, what was written and what came of it)
    believed: Believed | None = None
    story: tuple[LogEntry, ...] = ()
    verdicts: tuple[ArticleVerdict, ...] = ()
    key_struck: str = ""  # what the marks in the compared texts mean
    key_added: str = ""
    chart: PointsChart | None = None
    marks: tuple[MarkLine, ...] = ()
    departure: Departure | None = None
    ways: tuple[OtherWay, ...] = ()
    disputes: tuple[Disputed, ...] = ()
    ticket: tuple[Field, ...] = ()
    sources: tuple[str, ...] = ()
    deeds: tuple[Control, ...] = ()  # what can be done besides reading on


@dataclass(slots=True)
class Parts:
    """What a step of the debrief fills in."""

    lines: tuple[str, ...] = ()
    asks: tuple[Control, ...] = ()
    figures: tuple[Figure, ...] = ()
    prompts: tuple[str, ...] = ()
    plan: tuple[tuple[str, str], ...] = ()
    believed: Believed | None = None
    story: tuple[LogEntry, ...] = ()
    verdicts: tuple[ArticleVerdict, ...] = ()
    chart: PointsChart | None = None
    marks: tuple[MarkLine, ...] = ()
    departure: Departure | None = None
    ways: tuple[OtherWay, ...] = ()
    disputes: tuple[Disputed, ...] = ()
    ticket: tuple[Field, ...] = ()
    sources: tuple[str, ...] = field(default=())
    deeds: tuple[Control, ...] = ()
