"""What a person asks of the game, as values. Controls carry them, `flow.py` alone knows what they lead to.

Indices are the scenario's. Nothing here is a move yet: a wish may be refused, and says then why.
"""

from dataclasses import dataclass
from enum import Enum

from game.ui.class_wishes import ClassWish
from game.ui.going import Back as Back
from game.ui.going import ContinueLast as ContinueLast
from game.ui.going import Go as Go
from game.ui.going import Next as Next
from game.ui.going import Previous as Previous
from game.ui.going import Quit as Quit
from game.ui.going import Screen as Screen
from game.ui.key_wishes import KeyWish
from game.ui.preview_wishes import PreviewWish
from game.ui.replay_wishes import ReplayWish


class Tab(Enum):
    """What lies to the right of the board."""

    DOCUMENTS = "documents"
    LOG = "log"
    DRAFT = "draft"
    NOTEBOOK = "notebook"


# Title, load, new game


@dataclass(frozen=True, slots=True)
class LoadGame:
    """Go on with the save of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class ChooseScenario:
    """The scenario of the new game, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class ChooseSide:
    """Who persons play: one party, or both in hot seat."""

    parties: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChooseOpponent:
    """Who sits opposite, by id."""

    id: str


@dataclass(frozen=True, slots=True)
class ShowMore:
    """Open or close what lies under "more"."""


@dataclass(frozen=True, slots=True)
class ShowOthers:
    """Open or fold the plain partners among the opponents."""


@dataclass(frozen=True, slots=True)
class WriteSeed:
    """The seed of the new game, as typed; "" for any."""

    text: str


@dataclass(frozen=True, slots=True)
class SetChance:
    """Whether events of chance are drawn; else each turns as usual."""

    on: bool


@dataclass(frozen=True, slots=True)
class Begin:
    """Begin the game that was put together."""


@dataclass(frozen=True, slots=True)
class WriteFolder:
    """Another folder for the saves, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class UseFolder:
    """Keep the saves in the folder that was written."""


@dataclass(frozen=True, slots=True)
class CheckAgain:
    """Look again at what was wrong: its author may have mended it."""


# Briefing and plan


@dataclass(frozen=True, slots=True)
class ShowAnswer:
    """Show the answer of a question of the rules check."""

    question: int


@dataclass(frozen=True, slots=True)
class PlanMost:
    """What matters most: an issue."""

    issue: int


@dataclass(frozen=True, slots=True)
class PlanFailing:
    """What to do if it fails, by the id of one of the answers offered."""

    id: str


@dataclass(frozen=True, slots=True)
class PlanFirst:
    """What to ask for first on the question that matters most: an option of it."""

    option: int


@dataclass(frozen=True, slots=True)
class PlanGive:
    """What to give for it: an issue."""

    issue: int


@dataclass(frozen=True, slots=True)
class PlanPrediction:
    """How sure one is that the outcome asked about comes, in percent."""

    percent: int


@dataclass(frozen=True, slots=True)
class LockPlan:
    """Keep the plan as it is; it is shown again in the debrief."""


@dataclass(frozen=True, slots=True)
class SkipPlan:
    """Go without a plan; the debrief says so."""


# Looking


@dataclass(frozen=True, slots=True)
class AskWhy:
    """Why? A topic is what a value carries as its `why`."""

    topic: str


@dataclass(frozen=True, slots=True)
class ShowTab:
    """Show another tab."""

    tab: Tab


@dataclass(frozen=True, slots=True)
class Unfold:
    """Show an issue at full size, or fold it again."""

    issue: int


@dataclass(frozen=True, slots=True)
class TurnPaper:
    """Lay another paper open among the papers at the table."""

    step: int


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """Read a paper: a document, the instructions of a role, a page of the dossier."""

    paper: str  # its key


@dataclass(frozen=True, slots=True)
class Search:
    """Mark words in the document."""

    text: str


# Putting an offer together


@dataclass(frozen=True, slots=True)
class PutOption:
    """Choose an option in the package in hand; -1 leaves the issue out."""

    issue: int
    option: int


@dataclass(frozen=True, slots=True)
class TakeAlternative:
    """Take another of one's own alternatives in hand."""

    which: int


@dataclass(frozen=True, slots=True)
class AddAlternative:
    """Add an alternative that begins as a copy of the one in hand."""


@dataclass(frozen=True, slots=True)
class DropAlternative:
    """Take the alternative in hand away."""


@dataclass(frozen=True, slots=True)
class SetLinked:
    """All or nothing, or severable."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetReferendum:
    """Whether home must confirm."""

    on: bool


@dataclass(frozen=True, slots=True)
class WriteWords:
    """The sentence that goes with the next offer, rejection or hold."""

    text: str


@dataclass(frozen=True, slots=True)
class BeginFromTheirs:
    """Begin the package in hand from an alternative of theirs."""

    which: int = 0


@dataclass(frozen=True, slots=True)
class BeginFromMine:
    """Begin again from one's own last offer."""


@dataclass(frozen=True, slots=True)
class BeginFromBest:
    """Begin from the best for oneself that one's orders leave free."""


@dataclass(frozen=True, slots=True)
class ClearOffer:
    """Leave every question of the package in hand out."""


# Moving


@dataclass(frozen=True, slots=True)
class TableOffer:
    """Table what was put together."""


@dataclass(frozen=True, slots=True)
class AcceptOffer:
    """Accept an alternative of theirs; the issues named, or all of it."""

    which: int = 0
    issues: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RejectOffer:
    """Their offer falls."""


@dataclass(frozen=True, slots=True)
class HoldTurn:
    """Neither move nor answer."""


@dataclass(frozen=True, slots=True)
class ReopenIssue:
    """Open again what was agreed."""

    issue: int


@dataclass(frozen=True, slots=True)
class PickAction:
    """Take an action; one that needs an issue or a package offers them first."""

    action: int


@dataclass(frozen=True, slots=True)
class ActOnIssue:
    """Take the action that was picked on an issue."""

    issue: int


@dataclass(frozen=True, slots=True)
class ActOnPackage:
    """Take the action that was picked on one of the packages offered."""

    which: int


@dataclass(frozen=True, slots=True)
class TakeWay:
    """Go one of the ways beyond the mandate that a refusal offered."""

    which: int


@dataclass(frozen=True, slots=True)
class TakeSuggestion:
    """Do what the own side's adviser suggests; an offer is only put in hand, not tabled."""


@dataclass(frozen=True, slots=True)
class TakeChoice:
    """Answer the card that waits."""

    choice: int


@dataclass(frozen=True, slots=True)
class SignText:
    """Sign; asked on the signing screen."""


@dataclass(frozen=True, slots=True)
class WalkOutNow:
    """End the talks; asked after `AskWalkOut`."""


@dataclass(frozen=True, slots=True)
class AskWalkOut:
    """Ask before the talks are ended."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take one's last move back; solo only."""


# Debrief and declare


@dataclass(frozen=True, slots=True)
class ShowStep:
    """Go to a step of the debrief."""

    step: int


@dataclass(frozen=True, slots=True)
class WriteTicket:
    """An answer of the exit ticket."""

    question: int
    text: str


@dataclass(frozen=True, slots=True)
class OpenGuess:
    """Open the page of the notebook on a question, or close it where it lies open."""

    issue: int


@dataclass(frozen=True, slots=True)
class GuessBand:
    """Write down how much a question matters to the other side."""

    issue: int
    band: int  # 0 little to 3 the most


@dataclass(frozen=True, slots=True)
class GuessWords:
    """Write down what the other side wants with a question."""

    issue: int
    text: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Tick an option of an issue on the declare screen; again to leave it open."""

    issue: int
    option: int


@dataclass(frozen=True, slots=True)
class TickAll:
    """Tick every question as it stands in a package: as in history, or none."""

    package: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WriteTeam:
    """The name of the team whose agreement is ticked, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class KeepDeclared:
    """Keep what is ticked under the name of the team."""


@dataclass(frozen=True, slots=True)
class ShowVerdict:
    """Look at one line of the comparison on the declare screen."""

    which: str


# Settings


@dataclass(frozen=True, slots=True)
class SetText:
    """The size of text, in percent."""

    percent: int


@dataclass(frozen=True, slots=True)
class SetSwitch:
    """A setting that is on or off: contrast, motion, sound or plain."""

    name: str
    on: bool


@dataclass(frozen=True, slots=True)
class SetNames:
    """Call things by the names of a party, or by neutral ones."""

    party: str  # its id, "" for neutral names


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """The language of the program and, as far as it is translated, of a scenario."""

    language: str


@dataclass(frozen=True, slots=True)
class ResetSettings:
    """Put every setting as it comes."""


Wish = (
    Go
    | Back
    | Next
    | Previous
    | Quit
    | ContinueLast
    | LoadGame
    | ChooseScenario
    | ChooseSide
    | ChooseOpponent
    | ShowMore
    | ShowOthers
    | WriteSeed
    | SetChance
    | Begin
    | WriteFolder
    | UseFolder
    | CheckAgain
    | ShowAnswer
    | PlanMost
    | PlanFirst
    | PlanGive
    | PlanFailing
    | PlanPrediction
    | LockPlan
    | SkipPlan
    | AskWhy
    | ShowTab
    | Unfold
    | TurnPaper
    | OpenDocument
    | Search
    | PutOption
    | TakeAlternative
    | AddAlternative
    | DropAlternative
    | SetLinked
    | SetReferendum
    | WriteWords
    | BeginFromTheirs
    | BeginFromMine
    | BeginFromBest
    | ClearOffer
    | TableOffer
    | AcceptOffer
    | RejectOffer
    | HoldTurn
    | ReopenIssue
    | PickAction
    | ActOnIssue
    | ActOnPackage
    | TakeWay
    | TakeSuggestion
    | TakeChoice
    | SignText
    | WalkOutNow
    | AskWalkOut
    | Undo
    | ShowStep
    | WriteTicket
    | OpenGuess
    | GuessBand
    | GuessWords
    | Tick
    | TickAll
    | WriteTeam
    | KeepDeclared
    | ShowVerdict
    | SetText
    | SetSwitch
    | SetLanguage
    | SetNames
    | ResetSettings
    | KeyWish
    | ReplayWish
    | PreviewWish
    | ClassWish
)
