"""Bounded work, counted in lines of Python run, which are the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


class TooLongError(Exception):
    """More lines were run than were allowed; raised where the work stands."""


def lines_run(work: Callable[[], object], most: int) -> int:
    """Return how many lines of Python `work` runs, the standard library's included.

    Raises:
        TooLongError: more than `most`.
    """
    count = 0

    def local(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if event == "line":
            count += 1
            if count > most:
                raise TooLongError(f"more than {most} lines of Python")
        return local

    def entered(frame: FrameType, event: str, argument: Any) -> Any:
        return local

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
