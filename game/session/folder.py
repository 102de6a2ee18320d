"""Which saves there are; what is in them is not looked at. The first frame needs no more."""

import os
from contextlib import suppress
from pathlib import Path

SUFFIX = ".negotiation.jsonl"
"""What every save ends in."""


def saves_in(folder: Path) -> tuple[Path, ...]:
    """Return the saves in `folder`, the one last played first."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return ()  # no folder, no saves
    found = []
    for entry in entries:
        with suppress(FileNotFoundError):  # it went away meanwhile
            if entry.name.endswith(SUFFIX) and entry.is_file():
                found.append((-entry.stat().st_mtime_ns, entry.name, entry.path))
    return tuple(Path(path) for _, _, path in sorted(found))
