"""The clock of a table: what is left of the turn and of the lesson. It tells; the time itself is passed in.

The rules know no time. Where an instructor wants a late turn passed, the clock asks the session for a move of
nature, which is recorded like any other; a move that was made in time is never lost by it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import Enum

from game.rules.state import to_move
from game.session.answers import Refused
from game.session.lifecycle import Phase
from game.session.placed import Timing
from game.session.session import Session

ASLEEP_S = 30.0
"""A longer gap between two ticks means that the computer slept; it is not counted."""

WARNING_S = 60
"""What is left when the end is announced."""

MOST_S = 36_000
"""Seconds that a turn or a lesson may be extended to."""


class Rung(Enum):
    """What the clock has to announce; each once for a turn or lesson, and again after it was extended."""

    TURN_WARNING = "turn_warning"
    TURN_OVER = "turn_over"
    TURN_PASSED = "turn_passed"
    LESSON_WARNING = "lesson_warning"
    LESSON_OVER = "lesson_over"


class TableClock:
    """Counts down the turn of the person who must move, and the lesson."""

    def __init__(
        self,
        session: Session,
        timing: Timing,
        *,
        persons: Collection[int],
        now_s: Callable[[], float],
        asleep_s: float = ASLEEP_S,
    ) -> None:
        """Start with a full turn and a full lesson.

        Args:
            persons: the parties that persons play; no other is timed.
            now_s: seconds of a clock that never goes back, `time.monotonic` in play.
            asleep_s: a longer gap between two ticks is not counted.
        """
        self.session = session  # replaced where the same game is told in another language
        self.paused = False
        self._timing = timing
        self._persons = frozenset(persons)
        self._now_s = now_s
        self._asleep_s = asleep_s
        self._last_s = now_s()
        self._turn_s = 60.0 * timing.turn
        self._lesson_s = 60.0 * timing.lesson
        self._turn = self._key()
        self._rung: set[Rung] = set()

    @property
    def turn_s(self) -> int | None:
        """Whole seconds left of the turn, begun ones counted, never below 0; None where none is timed now."""
        return _whole(self._turn_s) if self._timing.turn and self._waits() else None

    @property
    def lesson_s(self) -> int | None:
        """Whole seconds left of the lesson; None where it is not timed, or the game is over."""
        over = self.session.phase is Phase.DEBRIEF
        return _whole(self._lesson_s) if self._timing.lesson and not over else None

    def extend(self, seconds: int) -> None:
        """Give more time: to the turn where one is timed, and to the lesson, which is that much longer."""
        if self.turn_s is not None:
            self._turn_s = min(MOST_S, max(0.0, self._turn_s) + seconds)
        if self._timing.lesson:
            self._lesson_s = min(MOST_S, max(0.0, self._lesson_s) + seconds)
        self._rung.clear()

    def tick(self, *, held: bool = False) -> tuple[Rung, ...]:
        """Count the time since the last tick and return what is to be announced.

        Args:
            held: the chairs are being changed; the turn waits, the lesson does not.
        """
        now_s = self._now_s()
        gap_s, self._last_s = now_s - self._last_s, now_s
        self._follow()
        if gap_s > self._asleep_s or self.paused or self.session.phase in (Phase.PAUSED, Phase.DEBRIEF):
            return ()
        if self._timing.lesson:
            self._lesson_s -= gap_s
        if self.turn_s is not None and not held:
            self._turn_s -= gap_s
        return self._announced()

    def _announced(self) -> tuple[Rung, ...]:
        found = []
        turn_s, lesson_s = self.turn_s, self.lesson_s
        if turn_s == 0:
            found.append(self._over())
        elif turn_s is not None and turn_s <= WARNING_S < 60 * self._timing.turn:
            found.append(Rung.TURN_WARNING)
        if lesson_s is not None and lesson_s <= WARNING_S:
            found.append(Rung.LESSON_WARNING if lesson_s else Rung.LESSON_OVER)
        new = tuple(each for each in found if each not in self._rung)
        self._rung |= set(new) - {Rung.TURN_PASSED}
        return new

    def _over(self) -> Rung:
        if not self._timing.passes:
            return Rung.TURN_OVER
        # Refused where the rules let no turn pass (a decision waits, say): then it is only told.
        if isinstance(self.session.expire(self.session.ply), Refused):
            return Rung.TURN_OVER
        self._follow()
        return Rung.TURN_PASSED

    def _follow(self) -> None:
        """Begin a full turn where the table has gone on to another."""
        turn = self._key()
        if turn != self._turn:
            self._turn, self._turn_s = turn, 60.0 * self._timing.turn
            self._rung -= {Rung.TURN_WARNING, Rung.TURN_OVER}

    def _waits(self) -> bool:
        """Say whether a person must move."""
        negotiating = self.session.phase is Phase.NEGOTIATING
        return negotiating and to_move(self.session.state) in self._persons

    def _key(self) -> tuple[int, int, int, int]:
        state = self.session.state
        return state.round, state.slot, state.exchange, to_move(state)


def _whole(seconds: float) -> int:
    return max(0, -int(-seconds // 1))
