"""The files that a scenario may be made of, and whether they were changed and have come to rest.

Nothing is read here but what the disk says of each file. Who looks, and how often, is not decided here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from game.content.include import ENDING
from game.content.plan import ENDING as PLAN
from game.content.plan import FOLDER as PLANS
from game.content.tags import FOLDER as TRANSLATIONS

MOST_FILES = 500
"""Files that are looked at, at most."""

PATIENCE = 4
"""Looks for which a file of the author may be gone or empty: an editor may be in the middle of a save."""

Mark = tuple[str, int, int, int]
"""A file: its path, when it was written in nanoseconds, its bytes, its number on the disk."""

Marks = tuple[Mark, ...]


def marks(file: Path) -> Marks:
    """Return the marks of a scenario's file, its plans, its translations, and all libraries beside it.

    The file itself is the first, with nothing but its name where it is not there. A library is looked at
    whether it is included yet or not.
    """
    own = file.absolute().parent
    found = [_mark(file) or (str(file), 0, 0, 0)]
    found += _marks(own / PLANS, PLAN)
    found += _marks(own / TRANSLATIONS, ENDING)
    for library in _matching(own.parent, "_*"):
        found += _marks(library, ENDING)
        found += _marks(library / TRANSLATIONS, ENDING)
    return tuple(found[:MOST_FILES])


@dataclass(slots=True)
class Lookout:
    """Tells from one look to the next whether there is something new that can be read."""

    taken: Marks  # of what was read last
    seen: Marks = field(init=False)
    patience: int = field(init=False)

    def __post_init__(self) -> None:
        self.seen, self.patience = self.taken, PATIENCE

    def is_ripe(self, found: Marks) -> bool:
        """Say whether files differ from those read last and are the same as at the look before.

        A scenario's file that is gone or empty is given time: editors write another and rename it.
        """
        rested, self.seen = found == self.seen, found
        if found == self.taken:
            self.patience = PATIENCE
            return False
        if not rested:
            return False
        _, _, size, _ = found[0]
        if not size and self.patience:
            self.patience -= 1
            return False
        return True

    def take(self, found: Marks) -> None:
        """Remember what was read."""
        self.taken, self.patience = found, PATIENCE


def _marks(folder: Path, ending: str) -> Iterator[Mark]:
    for file in _matching(folder, f"*{ending}"):
        mark = _mark(file)
        if mark is not None:
            yield mark


def _matching(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:  # not to be read: what is in it counts as gone
        return []


def _mark(file: Path) -> Mark | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return str(file), found.st_mtime_ns, found.st_size, found.st_ino
