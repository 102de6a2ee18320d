"""The models of all that is on the table, in reading order; `table_presenter.py` and its parts make them."""

from dataclasses import dataclass

from game.ui.map_status import LegendRow, Status
from game.ui.screens.home_presenter import Face
from game.ui.screens.parts import Control, Explanation, Field, Said
from game.ui.wishes import Tab


@dataclass(frozen=True, slots=True)
class Gauge:
    """A meter that this side sees, 0 to 10."""

    id: str
    label: str
    level: int
    why: str


@dataclass(frozen=True, slots=True)
class TopLine:
    """Round, place, date, what is left of the time, the meters."""

    title: str
    place: str
    date: str
    exchange: str
    left: str
    meetings: tuple[int, int]  # the present one from 1, and how many there are
    meters: tuple[Gauge, ...]
    turn: str  # whose turn it is; who is thinking
    thinking: bool


@dataclass(frozen=True, slots=True)
class Rung:
    """An option of an issue on its ladder."""

    option: int
    label: str
    points: int | None  # of one's own; None where nobody's own are told
    put: Control  # choose it for the package in hand
    mine: str  # letters of one's own last offer that stand here, "" for none; "*" where it has one package
    theirs: str
    chosen: bool  # in the package in hand
    agreed: bool
    lock: int  # 0 free, 1 to be had by asking, 2 closed
    lock_reason: str
    note: str
    why: str
    signs: str  # the markers and marks on it, in words


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A question of the agenda as a ladder."""

    issue: int
    id: str
    label: str
    question: str
    rungs: tuple[Rung, ...]  # from party 0's ideal to party 1's
    mine_left: bool  # one's own ideal is the first rung
    gap: str  # how far apart the sides are, in words
    steps: int | None  # the same as a number; None where one side has not spoken
    learnt: tuple[str, ...]  # what was learnt of the other side on it
    agreed: str  # what is agreed on it, "" while it is open
    origin: str  # where that was agreed
    reopen: Control | None
    suggested: bool  # the next step is about it
    folded: bool  # shown as one line
    unfold: Control
    why: str


@dataclass(frozen=True, slots=True)
class TheirAlternative:
    """One alternative that the other side has on the table."""

    letter: str  # "" where there is one only
    items: tuple[str, ...]  # what moved first
    points: int  # to oneself, with what stands agreed
    bearing: str
    accept: Control
    begin: Control  # begin the own package from it
    parts: tuple[Control, ...]  # accept single issues of it


@dataclass(frozen=True, slots=True)
class Composer:
    """The package being put together."""

    heading: str
    alternatives: tuple[Control, ...]  # one's own; one in hand
    items: tuple[Said, ...]
    before: int  # one's own points of what stands agreed with one's last offer
    after: int  # with the package in hand
    reservation: int  # of having no agreement now
    most: int  # the most that any package could give, for the length of the bar
    points: Said  # all four in words
    now: str  # the same, one by one
    earlier: str
    without: str
    faces: tuple[Face, ...]
    verdict: Said  # whether home would carry it
    theirs: Said  # what is believed of the other home
    leeway: Control  # who at home could live with it, and what would turn the others
    linked: Control
    severable: Control
    referendum: Control | None
    words: Field
    presets: tuple[Control, ...]  # from theirs, from mine, clear, another, drop
    table: Control
    problem: tuple[str, ...]  # why it cannot be tabled as it is; empty where it can


@dataclass(frozen=True, slots=True)
class RefusalBox:
    """A move was refused: why, and the ways on with their price."""

    heading: str
    code: str  # the rule in a word or two
    place: str  # the questions where it lies, "" where it lies in none
    sentence: Said
    lines: tuple[str, ...]
    ways: tuple[Control, ...]
    back: Control


@dataclass(frozen=True, slots=True)
class Picker:
    """An action was picked that needs an issue or a package: which?"""

    heading: str
    choices: tuple[Control, ...]
    back: Control


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A line of the log."""

    text: str
    voice: str  # you | they | other
    indent: int  # 0 the fact, 1 what belongs to it
    ask: Control | None = None  # where it tells a number: what makes it


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper that lies open among the papers."""

    title: str
    date: str
    paragraphs: tuple[str, ...]
    source: str  # how sure it is, and where it is from
    count: str
    previous: Control
    next: Control


@dataclass(frozen=True, slots=True)
class Notes:
    """A part of the notebook."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuessPage:
    """The page of the notebook on one question: folded to a line, or open to be written."""

    fold: Control  # opens and closes it; its note: what is guessed
    bands: tuple[Control, ...]  # none where it is folded
    words: Field | None
    written: str  # the line on it, "" for none


@dataclass(frozen=True, slots=True)
class TabsModel:
    """What lies to the right: the tab shown, with the content of all of them."""

    tabs: tuple[Control, ...]
    shown: Tab
    paper: Paper | None
    documents: tuple[Control, ...]
    documents_heading: str
    log: tuple[LogEntry, ...]  # the newest last
    draft: tuple[str, ...]  # paragraphs of the instrument as it would read
    notebook: tuple[Notes, ...]
    guesses: tuple[GuessPage, ...]  # nobody's business but this seat's
    guesses_heading: str
    guesses_note: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the own side's adviser would do next, and why."""

    heading: str
    text: str
    reasons: tuple[str, ...]
    take: Control | None  # None where nothing is advised
    why: str
    issue: int  # the question it is about, -1 for none


@dataclass(frozen=True, slots=True)
class Opposite:
    """Who sits opposite."""

    name: str
    doing: str  # thinks, or waits
    last: Said  # their last move with the reason they gave, "" before the first


@dataclass(frozen=True, slots=True)
class PartNames:
    """What the parts of the table are called where they are headed, or become tabs."""

    board: str
    offer: str
    actions: str
    map: str  # of the map with the state of the talks, or of that alone where there is no map
    mine: str  # whose marker each sign of the board is
    theirs: str
    draft: str
    agreed: str
    locked: str
    mine_first: bool  # whether one's own party is the scenario's first


@dataclass(frozen=True, slots=True)
class Chart:
    """What the map shows of its places, with the rows of its legend; no places where talks are of none."""

    places: tuple[tuple[str, Status], ...]
    legend: tuple[LegendRow, ...]
    why: str


@dataclass(frozen=True, slots=True)
class TableModel:
    """The table of one delegation."""

    top: TopLine
    news: tuple[LogEntry, ...]  # what has happened since the last own move
    suggestion: Suggestion
    rows: tuple[BoardRow, ...]  # the agenda, then what is folded away
    theirs_heading: str
    theirs: tuple[TheirAlternative, ...]
    standing: tuple[str, ...]  # what binds their offer, signatures given, answers awaited from home
    composer: Composer | None  # None where nothing can be offered now
    refusal: RefusalBox | None
    picker: Picker | None
    tabs: TabsModel
    actions: tuple[Control, ...]  # cards; the closed ones with their reason
    opposite: Opposite
    moves: tuple[Control, ...]  # reject, hold, sign, walk out, undo
    menu: tuple[Control, ...]
    explanation: Explanation | None
    names: PartNames
    chart: Chart
