"""Time for a turn: the deadline arrives at the session as a move of nature. The clock is passed in."""

from __future__ import annotations

from collections.abc import Callable

from game.rules.state import to_move
from game.session.answers import Accepted, Refused
from game.session.lifecycle import Phase
from game.session.session import Session

ASLEEP_S = 30.0
"""A longer gap between two ticks means that the computer slept; it is not counted."""


class TurnClock:
    """Counts down the turn of whoever must move; stands still while the session is not negotiating."""

    def __init__(self, session: Session, *, allowed_s: float, now_s: Callable[[], float]) -> None:
        """Start with a full turn.

        Args:
            allowed_s: seconds for a turn, above 0.
            now_s: seconds of a clock that never goes back, `time.monotonic` in play.

        Raises:
            ValueError: `allowed_s` is not positive.
        """
        if allowed_s <= 0:
            raise ValueError(f"a turn needs time; got {allowed_s} seconds")
        self._session = session
        self._allowed_s = allowed_s
        self._now_s = now_s
        self._last_s = now_s()
        self._used_s = 0.0
        self._turn = self._key()

    @property
    def remaining_s(self) -> float:
        """Seconds left at the last tick, never below 0."""
        return max(0.0, self._allowed_s - self._used_s)

    def tick(self) -> Accepted | Refused | None:
        """Count the time since the last tick; return the session's answer where the turn has run out."""
        now_s = self._now_s()
        gap_s, self._last_s = now_s - self._last_s, now_s
        turn = self._key()
        if turn != self._turn:
            self._turn, self._used_s = turn, 0.0
        elif self._session.phase is Phase.NEGOTIATING and gap_s <= ASLEEP_S:
            self._used_s += gap_s
        waits = self._session.phase is Phase.NEGOTIATING and to_move(self._session.state) in (0, 1)
        if self._used_s < self._allowed_s or not waits:
            return None
        answer = self._session.expire(self._session.ply)
        if isinstance(answer, Accepted):
            self._turn, self._used_s = self._key(), 0.0
        return answer

    def _key(self) -> tuple[int, int, int, int]:
        state = self._session.state
        return state.round, state.slot, state.exchange, state.turn
