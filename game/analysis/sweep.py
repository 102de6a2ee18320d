"""All states of an outline, gone through: which there are, and which commands are ever taken.

Nothing is sampled: a sweep that comes to its end has seen every state. What makes that quick is in `bits.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from game.analysis.bits import Bits, Commands, Layout, TooMany, Written
from game.analysis.outline import PLACE, Command, Outline
from game.analysis.things import Thing

ASKED = 16
"""Places after which it is asked again whether to go on."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep has seen."""

    complete: bool  # all states were seen
    states: int
    met: frozenset[Thing]
    taken: frozenset[str]  # names of commands
    endings: frozenset[int]
    seen: "Seen"


class Seen:
    """The states that were seen."""

    def __init__(self, layout: Layout, bits: dict[Written, Bits]) -> None:
        self._layout, self._bits = layout, bits

    def __contains__(self, values: tuple[int, ...]) -> bool:
        """Say whether the state with these values, one for each variable, was seen."""
        written, bit = self._layout.placed(values)
        return bool(self._bits.get(written, 0) >> bit & 1)


def sweep(outline: Outline, going: Callable[[], bool]) -> Swept:
    """Go through all states of `outline`, or as far as it is let.

    Args:
        going: asked now and then; whether to go on.
    """
    work = _Sweep(outline)
    try:
        complete = work.goes_on(going)
    except TooMany:
        complete = False
    return Swept(
        complete=complete,
        states=sum(bits.bit_count() for bits in work.seen.values()) + len(work.endings),
        met=frozenset(work.met),
        taken=frozenset(work.taken),
        endings=frozenset(work.endings),
        seen=Seen(work.layout, work.seen),
    )


class _Sweep:
    """A sweep on its way: what was seen, and what was reached and not looked at yet."""

    def __init__(self, outline: Outline) -> None:
        self.layout = Layout(outline)
        self.seen: dict[Written, Bits] = {}
        self.taken: set[str] = set()
        self.met, self.endings = set(outline.opening), set[int]()
        self._commands = Commands(self.layout)
        self._at_place = [
            [command for command in outline.commands if place in command.places]
            for place in range(len(outline.places))
        ]
        self._waiting: dict[Written, Bits] = {}
        self._order: list[tuple[int, int, Written]] = []  # the calendar's, so that each is seldom met again
        self._tie = count()
        written, bit = self.layout.placed(tuple(variable.start for variable in outline.variables))
        self._reach(written, 1 << bit)

    def goes_on(self, going: Callable[[], bool]) -> bool:
        """Look at all that is waiting; return whether nothing is left."""
        turns = 0
        while self._order:
            turns += 1
            if turns % ASKED == 0 and not going():
                return False
            _, _, written = heappop(self._order)
            new = self._waiting.pop(written)
            self.seen[written] = self.seen.get(written, 0) | new
            for command in self._at_place[written[PLACE]]:
                self._take(command, written, new)
        return True

    def _take(self, command: Command, written: Written, new: Bits) -> None:
        if not command.steps and command.name in self.taken:
            return
        bits = new & self._commands.opened(command, written)
        if not bits:
            return
        if command.name not in self.taken:
            self.taken.add(command.name)
            self.met.update(command.things)
            if command.ends >= 0:
                self.endings.add(command.ends)
        if command.steps:
            for here, there in self._commands.taken(command, written, bits).items():
                self._reach(here, there)

    def _reach(self, written: Written, bits: Bits) -> None:
        """Let states wait that were not reached before."""
        had = self.seen.get(written, 0) | self._waiting.get(written, 0)
        fresh = (bits | had) ^ had
        if not fresh:
            return
        if written not in self._waiting:
            heappush(self._order, (written[PLACE], next(self._tie), written))
        self._waiting[written] = self._waiting.get(written, 0) | fresh
