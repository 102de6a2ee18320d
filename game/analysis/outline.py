"""An outline of a scenario: a small machine that can do whatever the scenario can, and perhaps more.

Its states are the values of a few variables; a command that is open takes one state to another, and which
of several is taken is nobody's choice. `outlining.py` makes it of a scenario and argues why it leaves
nothing out; `sweep.py` goes through all of it, `promela.py` writes it down for SPIN.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.formula import Formula
from game.analysis.reach import Moment
from game.analysis.things import Thing

PLACE = 0
"""The variable that tells the meeting, or behind the last meeting the ending."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One of 0 to `size` - 1."""

    name: str
    size: int
    start: int


@dataclass(frozen=True, slots=True)
class Alternative:
    """A way in which a step may go where `when` holds: a variable gets a value, or nothing happens."""

    when: Formula
    variable: int = PLACE
    value: Formula | None = None


Step = tuple[Alternative, ...]
"""One of its alternatives is taken, any whose condition holds; one always does."""


@dataclass(frozen=True, slots=True)
class Command:
    """What may happen at some places where `guard` holds: steps in their order, things that are met so."""

    name: str
    places: frozenset[int]
    guard: Formula
    steps: tuple[Step, ...] = ()
    things: tuple[Thing, ...] = ()
    ends: int = -1  # the ending that it comes to, of which the outline keeps nothing else


@dataclass(frozen=True, slots=True)
class Outline:
    """The machine, what it begins with, and what was folded away to keep it small."""

    variables: tuple[Variable, ...]  # the first is the place
    places: tuple[Moment, ...]  # the meetings in the calendar's order; the endings follow
    commands: tuple[Command, ...]
    opening: tuple[Thing, ...]  # met at the opening
    folded: tuple[str, ...]  # what may have any value at any time
    told: frozenset[Thing]  # the things that it can say something of

    @property
    def box(self) -> int:
        """How many combinations of values there are, whether or not they can be reached."""
        found = 1
        for variable in self.variables:
            found *= variable.size
        return found


def possible(
    name: str, places: frozenset[int], guard: Formula, steps: tuple[Step, ...], *things: Thing
) -> Iterator[Command]:
    """Yield a command, unless it is plain that it can never be taken."""
    if guard != 0 and places:
        yield Command(name, places, guard, steps, things)
