"""The files that a scenario may be made of, and whether they were changed and have come to rest.

Nothing is read here but what the disk says of each file. Who looks, and how often, is not decided here.
"""

from dataclasses import dataclass, field
from pathlib import Path

ENDINGS = (".yaml", ".yml", ".plan")
"""Ends of the names of files that an author of a scenario writes: the scenario, translations, plans."""

MOST_FILES = 500
"""Files that are looked at, at most."""

PATIENCE = 4
"""Looks for which a file of the author may be gone or empty: an editor may be in the middle of a save."""

Mark = tuple[str, int, int, int]
"""A file: its path, when it was written in nanoseconds, its bytes, its number on the disk."""

Marks = tuple[Mark, ...]


def marks(file: Path) -> Marks:
    """Return the marks of a scenario's file, of what lies in and one folder below its own, and of libraries.

    The file itself is the first, with nothing but its name where it is not there. Libraries are the folders
    `_name` beside the scenario's own, whether included yet or not.
    """
    own = file.absolute().parent
    found = [_mark(file) or (str(file), 0, 0, 0)]
    for folder in (own, *_folders(own), *_folders(own.parent, "_")):
        for each in _listed(folder):
            if each.suffix in ENDINGS and each != file.absolute() and len(found) < MOST_FILES:
                mark = _mark(each)
                found += [mark] if mark is not None else []
    return tuple(found)


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


def _folders(folder: Path, begins: str = "") -> list[Path]:
    return [each for each in _listed(folder) if each.name.startswith(begins) and each.is_dir()]


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:  # gone, no folder, or not to be read: what is in it counts as gone
        return []


def _mark(file: Path) -> Mark | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return str(file), found.st_mtime_ns, found.st_size, found.st_ino
