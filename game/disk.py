"""What is still there after a power cut: writing that waits for the disk, and files replaced whole.

A name is kept by its folder, not by the file: where a file was made or replaced, the folder is waited for
too. Standard library only.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_NOT_ASKED = (errno.EINVAL, errno.ENOTSUP)
"""What file systems answer that keep no folders of their own to wait for: some in networks."""


def sync(handle: int) -> None:
    """Wait until the disk has what was written to `handle`; raise `OSError` where it does not confirm."""
    if sys.platform == "darwin":
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync alone stops at the drive's own memory there
    else:
        os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in `folder`; Windows cannot and need not be asked to.

    Raises:
        OSError: the disk does not confirm.
    """
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        sync(handle)
    except OSError as fault:
        if fault.errno not in _NOT_ASKED:
            raise
    finally:
        os.close(handle)


def sync_way(folder: Path) -> None:
    """Wait for the names in `folder` and for its own in the folders above, any of which may be new.

    Raises:
        OSError: the disk does not confirm what is in `folder`.
    """
    sync_folder(folder)
    for above in folder.absolute().parents:
        with suppress(OSError):  # not ours to open, hence not ours to have made
            sync_folder(above)


def write_synced(path: Path, data: bytes) -> None:
    """Write a file and wait until the disk has what is in it; raise `OSError` where it was not kept."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        sync(handle)
    finally:
        os.close(handle)


def replace_whole(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file at `path`; at any time it holds all of the old or all of the new.

    Raises:
        OSError: it could not be written; what was there is still there.
        ValueError: no file can have this name.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write_synced(beside, data)
        os.replace(beside, path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
