"""Names of saves: what a person typed -> a name that every system can hold, inside the one folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from game.session.folder import SUFFIX as SUFFIX
from game.session.strict import forbidden_sign

_SIGNS_LIMIT = 60
_BYTES_LIMIT = 180  # leaves room for a number and the suffix within the 255 of most systems
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in "123456789¹²³"]
)
_NUMBERED = re.compile(r" \(\d+\)$")


def stem(title: str) -> str:
    """Return the name of a save called `title`, without suffix; never empty, never a path or a device.

    >>> stem("../Moscow: the 16th?"), stem("nul.txt"), stem(" . ")
    ('Moscow the 16th', 'nul_.txt', 'negotiation')
    """
    kept = "".join(
        sign
        for sign in unicodedata.normalize("NFC", title)
        if sign not in _FORBIDDEN and forbidden_sign(sign) is None
    )
    short = kept.strip(" .")[:_SIGNS_LIMIT]
    while len(short.encode("utf-8")) > _BYTES_LIMIT:
        short = short[:-1]
    short = short.strip(" .")
    device, dot, rest = short.partition(".")
    if device.strip().casefold() in _DEVICES:
        short = f"{device.strip()}_{dot}{rest}"
    return short or "negotiation"


def stem_of(path: Path) -> str:
    """Return the name that the save at `path` was given, without suffix and number."""
    return _NUMBERED.sub("", stem(path.name.removesuffix(SUFFIX)))


def folded(name: str) -> str:
    """Return what two names share that some system holds for the same file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def candidates(title: str, taken: frozenset[str]) -> Iterator[str]:
    """Yield file names for a save called `title`, numbered from the second, none folding to one `taken`.

    Args:
        taken: the names in the folder, `folded`.
    """
    base = stem(title)
    for number in range(1, 10_000):
        name = f"{base}{SUFFIX}" if number == 1 else f"{base} ({number}){SUFFIX}"
        if folded(name) not in taken:
            yield name
