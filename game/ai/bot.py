"""What every opponent is: a function from what its party may know to a move with its reasons.

A bot keeps no memory between calls and no generator: the same view and the same draws give the same
move, so that undo, reload and replay meet the same opponent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from game.rules.chance import draw as drawn
from game.rules.moves import PartyMove
from game.rules.view import PartyView

Draw = Callable[[str, int], int]
"""(purpose, sides) -> an integer 0 to sides - 1, the same whenever it is asked for the same purpose."""

ONCE_A_GAME = "game:"
"""A purpose that begins so is drawn once a game, whatever the ply: a private margin, a first guess."""


class Ground(Enum):
    """Why a bot did what it did; `text` says it in words."""

    OPENING = "opening"  # its first word
    TARGET_MET = "target_met"  # the package is good enough at this hour
    BETTER_THAN_OURS = "better_than_ours"  # theirs is worth as much as what it would have asked
    EASY = "easy"  # an issue settled as it wishes costs nothing to close
    TRADE = "trade"  # gives on one issue (`issue`) to take on another
    YOU_MOVED_SO_WE_MOVED = "you_moved_so_we_moved"
    TIME = "time"  # it gives way because time runs out
    CITED = "cited"  # a document (`index`) on the table tells
    MANDATE = "mandate"  # `orders` bind it
    HOME_WOULD_REFUSE = "home_would_refuse"
    NOT_ENOUGH = "not_enough"  # whether below its limit or only below its hopes it does not say
    NOTHING_BETTER = "nothing_better"  # it has nothing better to say
    WIDENING = "widening"  # it goes beyond its mandate (`orders`) because it pays
    AWAITING_HOME = "awaiting_home"
    ASKED = "asked"  # it wants to know more about `issue`
    WORTH_DOING = "worth_doing"  # an action (`index`) that suits it
    CARD = "card"  # a decision (`index`) and the choice (`option`) it took
    AGREED = "agreed"  # everything it needs is agreed and its home would carry it
    SIGNED = "signed"  # it has signed and waits for the other
    VOTE = "vote"  # the homes have the word
    HABIT = "habit"  # a simple partner's one rule


@dataclass(frozen=True, slots=True)
class Reason:
    """A ground with what it is about; indices are the scenario's, -1 where it is about nothing.

    It never carries a number of the other side, nor one of the bot's own that the other may not know.
    """

    ground: Ground
    issue: int = -1
    option: int = -1
    index: int = -1
    orders: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A move and why, the weightiest reason first; there is always one."""

    move: PartyMove
    reasons: tuple[Reason, ...]


class Bot(Protocol):
    """Whoever can sit in a chair and be asked for a move."""

    def choose(self, view: PartyView, draw: Draw) -> Chosen:
        """Return the move that the party of `view` makes now; call it only when that party must move."""
        ...


def keyed(seed: int, game: int, ply: int, party: int) -> Draw:
    """Return the draw of `party` at `ply`: counter-based, so that nothing has to be saved.

    >>> keyed(1, 0, 3, 0)("game:margin", 7) == keyed(1, 0, 9, 0)("game:margin", 7)
    True
    """

    def draw(purpose: str, sides: int) -> int:
        at = 0 if purpose.startswith(ONCE_A_GAME) else ply
        return drawn(seed, game, at, f"bot:{party}:{purpose}", sides)

    return draw
