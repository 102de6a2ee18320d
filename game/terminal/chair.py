"""One chair at the table in text mode: whose it is, its console, what it remembers for `why`."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from game.analysis.notebook import Guess
from game.desk.news import News
from game.rules.moves import PartyMove
from game.rules.package import Package
from game.rules.refusals import Refusal
from game.rules.view import PartyView
from game.session.clock import TableClock
from game.terminal.console import Console
from game.text.catalogue import Catalogue
from game.text.explain import refusal_lines
from game.text.wording import Wording


class After(Enum):
    """What a command leads to."""

    STAY = auto()  # nothing changed: ask again
    MOVED = auto()  # the negotiation went on
    UNDONE = auto()
    QUIT = auto()


class Game(Protocol):
    """What the text mode asks of a negotiation in progress."""

    def view(self, party: int) -> PartyView:
        """Return what a party may know now."""

    def make(self, party: int, move: PartyMove) -> Refusal | None:
        """Make a move for a party, or say why not."""

    def news(self, party: int) -> tuple[News, ...]:
        """Return everything told to a party since the start, rewound records left out."""

    def undo(self, party: int) -> bool:
        """Take back the party's last move and what followed it; False where there is none."""

    def guesses(self, party: int) -> tuple[Guess, ...]:
        """Return the notebook of a party."""

    def guess(
        self, party: int, issue: int, *, band: int | None = None, words: str | None = None
    ) -> tuple[Guess, ...]:
        """Write into the notebook of a party and return it."""

    def where_saved(self) -> str:
        """Return where the game is saved, as a person may type it."""


@dataclass(slots=True)
class Chair:
    """A person in one chair."""

    console: Console
    game: Game
    say: Catalogue
    party: int
    refused: Refusal | None = None
    composed: Package | None = None  # what the person last put together, for `home` and `why points`
    told: int = 0  # how many of the news were shown
    reasons: tuple[str, ...] = ()  # of the other side's last move
    clock: TableClock | None = None  # of the table; None where nothing is timed
    clock_fixed: bool = False  # only the instructor pauses it
    may_undo: bool = True

    @property
    def view(self) -> PartyView:
        """What this chair may know now."""
        return self.game.view(self.party)

    @property
    def wording(self) -> Wording:
        """How things are told to this chair."""
        return Wording(self.say, self.view.scenario, self.party)

    def make(self, move: PartyMove) -> bool:
        """Make a move and say whether it was made; a refusal is explained with the ways out of it."""
        refused = self.game.make(self.party, move)
        if refused is None:
            return True
        self.refused = refused
        self.console.lines(refusal_lines(self.wording, self.view.state, self.party, refused))
        return False
