"""What one person at the window has in hand and in mind: nothing of it is part of the negotiation."""

from dataclasses import dataclass, field

from game.ai.bot import Chosen
from game.analysis.notebook import Guess
from game.desk.beyond import Way
from game.desk.composition import Composition, start
from game.desk.news import News
from game.desk.plan_card import Plan
from game.rules.moves import PartyMove
from game.rules.package import Package
from game.rules.refusals import Refusal
from game.rules.view import PartyView
from game.text.wording import Wording
from game.ui.wishes import Tab

TICKETS = 3
"""Questions of the exit ticket."""


@dataclass(slots=True)
class Seat:
    """A person's place at the window."""

    party: int
    made: Composition
    at: tuple[object, ...] = ()  # what lay on the table when `made` was begun
    plan: Plan = field(default_factory=Plan)
    tab: Tab = Tab.LOG
    paper: int = 0  # which of the papers lies open, counted on round and round
    unfolded: set[int] = field(default_factory=set)
    answers: set[int] = field(default_factory=set)  # of the rules check, shown
    refused: Refusal | None = None
    tried: PartyMove | None = None  # what was refused
    ways: tuple[Way, ...] = ()
    picked: int | None = None  # an action that needs an issue or a package
    told: int = 0  # how many of the news came before the last own move
    round: int = -1  # the last round whose card was read
    briefed: bool = False
    tickets: list[str] = field(default_factory=lambda: [""] * TICKETS)
    leaving: bool = False  # asked whether to walk out
    guesses: tuple[Guess, ...] = ()  # the notebook; nobody's business but this seat's
    guessing: int | None = None  # the question whose page of it lies open

    def freshen(self, view: PartyView) -> None:
        """Begin the offer in hand anew where the table has changed since; keep what is in hand else."""
        state = view.state
        lying = (state.agenda, state.provisional, state.last_packages[view.party])
        if lying != self.at:
            words = self.made.words
            self.made = start(view)
            self.made.words = words
            self.at = lying

    def clear(self) -> None:
        """Forget what was refused or asked: the table has moved on."""
        self.refused, self.ways, self.picked, self.leaving = None, (), None, False


def seat_of(view: PartyView) -> Seat:
    """Return a place at the window for the party of `view`, nothing in hand but its own last offer."""
    seat = Seat(view.party, start(view))
    seat.freshen(view)
    return seat


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a screen of one seat may draw from: its party's view and what its person has in hand."""

    wording: Wording
    view: PartyView
    seat: Seat
    news: tuple[News, ...] = ()
    advice: Chosen | None = None  # what the own side's persona would do now
    thinking: str = ""  # who thinks, "" for nobody
    opposite: str = ""  # who sits in the other chair, "" for a person without a name
    solo: bool = True
    adviser: bool = True  # whether a next step is suggested
    why: str = ""  # the topic that is being explained, "" for none

    @property
    def packages(self) -> tuple[Package, ...]:
        """The alternatives in hand."""
        return tuple(self.seat.made.packages)
