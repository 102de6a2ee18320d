"""The bytes of a file that may be anybody's: bounded, never a pipe or a folder, or one coded fault."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from game.session.chain import SIZE_LIMIT
from game.session.faults import SaveFault, Trouble


def read_whole(path: Path) -> bytes:
    """Return the bytes of the file at `path`.

    Raises:
        SaveFault: it is not there, no file, cannot be read, or is larger than any save.
    """
    try:
        # Not blocking, or opening a named pipe would wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        raise SaveFault(Trouble.NOT_FOUND, f"there is no save {path.name}") from None
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else fault
        raise SaveFault(Trouble.NOT_READABLE, f"{path.name} cannot be opened ({reason})") from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise SaveFault(Trouble.NOT_A_FILE, f"{path.name} is not a file")
        if found.st_size > SIZE_LIMIT:
            raise _too_large(path)
        with os.fdopen(handle, "rb", closefd=False) as file:
            raw = file.read(SIZE_LIMIT + 1)
    except OSError as fault:
        raise SaveFault(Trouble.NOT_READABLE, f"{path.name} cannot be read ({fault.strerror})") from None
    finally:
        os.close(handle)
    if len(raw) > SIZE_LIMIT:  # it grew since
        raise _too_large(path)
    return raw


def _too_large(path: Path) -> SaveFault:
    return SaveFault(Trouble.TOO_LARGE, f"{path.name} is larger than the {SIZE_LIMIT // 2**20} MiB of a save")
