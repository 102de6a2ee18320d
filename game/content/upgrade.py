"""From an older number of the file format to this one, a step a number, on the text so that comments stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from game.content.load import FORMAT

Step = Callable[[str], str]
"""Turns the text of one file of a format into one of the next; the line `format:` is not its business."""

STEPS: Final[Mapping[int, Step]] = {}
"""The step that begins at each older format; there is none older than 1 yet."""

_FORMAT: Final = re.compile(r"^format:[ \t]*([0-9]{1,4})(?=[ \t\r]*(?:#.*)?$)", re.MULTILINE)


class NotUpgraded(Exception):
    """Why a file cannot be upgraded: a key of the catalogue's section `upgrade`, and the format found."""

    def __init__(self, why: str, found: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.found = found


def format_of(text: str) -> int:
    """Return the format that a file says it has.

    Raises:
        NotUpgraded: it says none.
    """
    found = _FORMAT.search(text)
    if found is None:
        raise NotUpgraded("no_format")
    return int(found[1])


def upgraded(text: str, has: int, steps: Mapping[int, Step] = STEPS, to: int = int(FORMAT)) -> str:
    """Return a file of the format `has` as one of the format `to`, with that number in it.

    Raises:
        NotUpgraded: the file is of a later format, or no step leads from its own.
    """
    if has > to:
        raise NotUpgraded("later", str(has))
    for number in range(has, to):
        if number not in steps:
            raise NotUpgraded("no_step", str(number))
        text = steps[number](text)
    return _FORMAT.sub(f"format: {to}", text, count=1)
