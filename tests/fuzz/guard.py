"""Work counted in lines of Python run, which are the same on every machine: how many, and which."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class TooLongError(Exception):
    """More lines were run than were allowed; raised where the work stands."""


class EndlessError(Exception):
    """Work was broken off."""


@contextmanager
def broken_off(seconds: float) -> Iterator[None]:
    """Break off what is done within, by raising `EndlessError`, after so many seconds of processor time."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise EndlessError(f"more than {seconds} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def lines_run(work: Callable[[], object], most: int) -> int:
    """Return how many lines of Python `work` runs, the standard library's included.

    Raises:
        TooLongError: more than `most`.
    """
    count = 0

    def ran(frame: FrameType) -> None:
        nonlocal count
        count += 1
        if count > most:
            raise TooLongError(f"more than {most} lines of Python")

    _watched(work, ran)
    return count


def lines_met(work: Callable[[], object]) -> frozenset[tuple[str, int]]:
    """Return which lines of the game `work` runs, each with its file."""
    met: set[tuple[str, int]] = set()

    def ran(frame: FrameType) -> None:
        if "game" in frame.f_code.co_filename:
            met.add((frame.f_code.co_filename, frame.f_lineno))

    _watched(work, ran)
    return frozenset(met)


def _watched(work: Callable[[], object], ran: Callable[[FrameType], None]) -> None:
    def local(frame: FrameType, event: str, argument: Any) -> Any:
        if event == "line":
            ran(frame)
        return local

    def entered(frame: FrameType, event: str, argument: Any) -> Any:
        return local

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        work()
    finally:
        sys.settrace(before)
