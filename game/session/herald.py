"""Who is told what: the listeners of each seat, told in order and only of what is on the disk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from game.session.answers import Told
from game.session.ledger import Notice
from game.session.lifecycle import Phase

Subscriber = Callable[[Told], None]


class Herald:
    """Tells each seat its own news. A listener that fails is dropped and its fault entered in `faults`."""

    def __init__(self, faults: list[str]) -> None:
        self._faults = faults
        self._listeners: list[tuple[int, Subscriber]] = []
        self._outbox: deque[tuple[Notice, Phase]] = deque()
        self._telling = False

    def add(self, seat: int, listener: Subscriber) -> None:
        """Tell `listener` whatever `seat` learns from now on."""
        self._listeners.append((seat, listener))

    def drop(self, listener: Subscriber) -> None:
        """Tell `listener` nothing any more."""
        self._listeners = [entry for entry in self._listeners if entry[1] is not listener]

    def tell(self, notices: Iterable[Notice], phase: Phase) -> None:
        """Tell each notice to its seat.

        A listener may move at once; what follows from its move is told after what is being told, so that
        every seat hears things in one order.
        """
        self._outbox.extend((notice, phase) for notice in notices)
        if self._telling:
            return
        self._telling = True
        try:
            while self._outbox:
                notice, then = self._outbox.popleft()
                told = Told(notice.number, notice.happenings, then, notice.rewound)
                for entry in [entry for entry in self._listeners if entry[0] == notice.seat]:
                    self._tell_one(entry, told)
        finally:
            self._telling = False

    def _tell_one(self, entry: tuple[int, Subscriber], told: Told) -> None:
        try:
            entry[1](told)
        except Exception as fault:  # the move is made; whoever cannot hear of it must not undo it
            if entry in self._listeners:
                self._listeners.remove(entry)
            self._faults.append(f"a listener was dropped: {type(fault).__name__}: {fault}")
