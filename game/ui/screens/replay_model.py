"""The models of a game that is looked at and not played: told again, or watched."""

from dataclasses import dataclass

from game.ui.screens.parts import Control, Explanation, Field, Slide
from game.ui.screens.table_model import BoardRow, Chart, Gauge, LogEntry


@dataclass(frozen=True, slots=True)
class Scene:
    """A position as it is drawn: where and when, the meters, the board, the map."""

    title: str  # of the round
    when: str  # place, date, exchange
    meters: tuple[Gauge, ...]
    rows: tuple[BoardRow, ...]
    board_heading: str
    key: tuple[tuple[str, str], ...]  # signs of the board with what each means
    chart: Chart | None  # None where the talks are not about the places of the map
    map_heading: str
    asks: tuple[Control, ...]  # things on it that can only be asked about


@dataclass(frozen=True, slots=True)
class Caption:
    """The move in focus: its number, the sentence, what followed, what is known of it."""

    number: str
    sentence: str
    voice: str  # first | second | other: whose move, for its sign
    told: tuple[str, ...]
    note: str  # of a documented line, with its source
    worth: tuple[Control, ...]  # what the position is worth to each side, to be asked why
    ask: Control  # the move with its numbers


@dataclass(frozen=True, slots=True)
class TrackMark:
    """A place on the track where a meeting opens; `round` where a round does."""

    place: int
    meeting: str
    round: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """The track of a game: its places, who moved at each, where meetings and rounds begin."""

    slide: Slide
    marks: tuple[TrackMark, ...]
    voices: tuple[str, ...]  # per place: first | second | other | "" for the opening
    ask: Control


@dataclass(frozen=True, slots=True)
class ForkCard:
    """What is asked before a new game begins here."""

    heading: str
    note: str
    name: Field
    side_heading: str
    sides: tuple[Control, ...]
    make: Control
    back: Control


@dataclass(frozen=True, slots=True)
class ReplayModel:
    """A game or a documented line told again."""

    title: str
    whose: str  # for whom it is told
    scene: Scene
    caption: Caption
    caption_heading: str
    log_heading: str
    log: tuple[LogEntry, ...]  # up to here, the newest last
    track: Track
    moves: tuple[Control, ...]  # a meeting or a move back, a move or a meeting on
    seats_heading: str
    seats: tuple[Control, ...]
    lines_heading: str
    lines: tuple[Control, ...]  # the documented lines, where there are several
    damage: str
    fork: Control
    forking: ForkCard | None
    back: Control
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class WatchModel:
    """Two bots at the table."""

    title: str
    who: tuple[str, str]  # who plays each party
    doing: str  # who thinks, or that it rests
    scene: Scene
    caption: Caption
    caption_heading: str
    log_heading: str
    log: tuple[LogEntry, ...]
    pace_heading: str
    paces: tuple[Control, ...]
    pause: Control
    step: Control
    leave: Control
