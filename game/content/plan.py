"""A plan: a line of play that an author wrote down, and what must come of it, as values.

A plan is played from the opening. Chance takes its usual course, or that of the plan's seed, where the plan
does not say how it turns. Indices are the scenario's; every line knows its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from game.content.diagnostics import Place
from game.content.expressions import Use
from game.content.mentions import Spot
from game.rules.concordance import Finding
from game.rules.expressions import Comparison, Expression
from game.rules.moves import Inject, PartyMove
from game.rules.package import Package
from game.rules.refusals import Why
from game.rules.state import Standing

ENDING: Final = ".plan"
FOLDER: Final = "plans"
"""Where the plans of a scenario lie, beside its file."""


@dataclass(frozen=True, slots=True)
class Fix:
    """From here on chance turns so whenever this event happens."""

    event: int
    outcome: int


@dataclass(frozen=True, slots=True)
class Sit:
    """From here on a bot plays this party."""

    party: int
    persona: str
    turns: int  # moves at the table after which it gets up again; 0: it stays


@dataclass(frozen=True, slots=True)
class Refused:
    """The move of the line above is refused."""

    why: Why
    order: int | None = None  # of the mandate, among those that stand in the way


@dataclass(frozen=True, slots=True)
class Legal:
    """A move that would be legal now; it is not made."""

    party: int
    move: PartyMove


@dataclass(frozen=True, slots=True)
class Ended:
    """The talks are over, and so."""

    ending: int


@dataclass(frozen=True, slots=True)
class InRound:
    """The talks are in this round."""

    round: int


@dataclass(frozen=True, slots=True)
class AgreedOn:
    """These options are agreed or signed, whatever else is."""

    package: Package


@dataclass(frozen=True, slots=True)
class Waits:
    """This decision waits for its party's answer."""

    decision: int


@dataclass(frozen=True, slots=True)
class Compared:
    """An article of what is agreed or signed, beside the real one."""

    article: int  # position in the declaration
    finding: Finding
    towards: int | None  # the party it is closer to


@dataclass(frozen=True, slots=True)
class Carried:
    """A home would carry a package, or would not."""

    party: int
    carries: bool
    package: Package | None  # None: what is agreed or signed


@dataclass(frozen=True, slots=True)
class Stands:
    """How a constituency would stand to a package."""

    constituency: int
    standing: Standing
    package: Package | None


@dataclass(frozen=True, slots=True)
class Worth:
    """What a package is worth to a party, on its own scale."""

    party: int
    comparison: Comparison
    points: int
    package: Package | None


@dataclass(frozen=True, slots=True)
class Holds:
    """A condition in the language of the scenario; of issues it reads what is agreed or signed."""

    condition: Expression
    uses: tuple[Use, ...]  # the names that it reads


Expectation = Legal | Ended | InRound | AgreedOn | Waits | Compared | Carried | Stands | Worth | Holds
"""What a plan expects of a moment."""


@dataclass(frozen=True, slots=True)
class Make:
    """A move that is made, or that is refused as the line below it expects."""

    party: int
    move: PartyMove
    refused: Refused | None = None


Statement = Fix | Sit | Inject | Make | Expectation
"""What a line says."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a plan that says something."""

    place: Place
    text: str  # as written, without the comment
    says: Statement
    expects: Place | None = None  # of a move that must be refused: the line that says so


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as read."""

    file: str
    title: str  # the first comment, "" for none
    seed: int | None  # None: chance takes its usual course
    lines: tuple[Line, ...]
    spots: frozenset[Spot]
    """Where the ids of the scenario stand in it."""

    @property
    def expectations(self) -> int:
        """How many things it expects."""
        expecting = (Legal, Ended, InRound, AgreedOn, Waits, Compared, Carried, Stands, Worth, Holds)
        return sum(
            isinstance(line.says, expecting)
            or (isinstance(line.says, Make) and line.says.refused is not None)
            for line in self.lines
        )
