"""The one word that an author may have meant."""

import difflib
from collections.abc import Iterable

_CUTOFF = 0.7
_LONGEST = 60  # longer words are no slips of the pen, and comparing them costs time


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to `word`, "" where none is near: no help is better than a silly one.

    Case, hyphens and underscores do not count.

    >>> closest("BATNA", ["batna", "meters"])
    'batna'
    >>> closest("reservaton-value", ["reservation_value"])
    'reservation_value'
    """
    if not word or len(word) > _LONGEST:
        return ""
    folded: dict[str, str] = {}
    for each in known:
        folded.setdefault(_folded(each), each)
    found = difflib.get_close_matches(_folded(word), folded, n=1, cutoff=_CUTOFF)
    return folded[found[0]] if found else ""


def _folded(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")
