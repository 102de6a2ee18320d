"""Where the records of a negotiation are kept: appended, on the disk before anyone is told."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from game.disk import sync, sync_way
from game.session.chain import FIRST, SIZE_LIMIT, chained
from game.session.faults import SaveFault, Trouble
from game.session.names import candidates, folded
from game.session.strict import Json

if sys.platform != "win32":
    import fcntl

_APPEND = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class Store(Protocol):
    """Keeps what it is given, or says that it did not."""

    @property
    def name(self) -> str:
        """What a person calls it."""
        ...

    def append(self, bodies: Sequence[dict[str, Json]]) -> None:
        """Keep `bodies`, in this order, for good; raise `SaveFault` where none of them was kept."""
        ...

    def close(self) -> None:
        """Let go of it; what was kept stays."""
        ...


class MemoryStore:
    """Keeps records for as long as the program runs: tests, replays, tries."""

    def __init__(self, name: str = "not saved") -> None:
        self._name = name
        self.bodies: list[dict[str, Json]] = []

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self._name

    def append(self, bodies: Sequence[dict[str, Json]]) -> None:
        """Keep `bodies`."""
        self.bodies.extend(bodies)

    def close(self) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Disk:
    """The four calls that can fail under a store, so that a test can make them fail."""

    write: Callable[[int, bytes], int] = lambda handle, data: os.write(handle, data)
    sync: Callable[[int], None] = sync
    truncate: Callable[[int, int], None] = lambda handle, length: os.ftruncate(handle, length)
    size: Callable[[int], int] = lambda handle: os.fstat(handle).st_size


class FileStore:
    """A save open for play. One line of JSON a record; a record is on the disk when `append` returns."""

    def __init__(self, path: Path, handle: int, length: int, digest: str, disk: Disk) -> None:
        self.path = path
        self._handle = handle
        self._length = length  # bytes known to be on the disk
        self._digest = digest  # hash of the last line of them
        self._disk = disk
        self._broken = False

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name

    @classmethod
    def create(
        cls, folder: Path, title: str, bodies: Sequence[dict[str, Json]], *, disk: Disk | None = None
    ) -> FileStore:
        """Return a new save in `folder`, named after `title`, that begins with `bodies`.

        Raises:
            SaveFault: the folder cannot be written, the disk is full or does not confirm.
        """
        lines, digest = chained(bodies, FIRST)
        return cls._begun(folder, title, lines, digest, disk or Disk())

    @classmethod
    def copy(
        cls, folder: Path, title: str, lines: bytes, digest: str, *, disk: Disk | None = None
    ) -> FileStore:
        """Return a new save in `folder` that begins with the sound `lines` of another."""
        return cls._begun(folder, title, lines, digest, disk or Disk())

    @classmethod
    def reopen(cls, path: Path, *, found: int, kept: int, digest: str, disk: Disk | None = None) -> FileStore:
        """Return the save at `path`, open to go on after its first `kept` bytes.

        Args:
            found: the size it had when it was read.
            kept: bytes up to the last whole line; a torn tail after them is cut off.
            digest: the hash of that line.

        Raises:
            SaveFault: it cannot be written, is a symbolic link, is open elsewhere or has changed since.
        """
        disk = disk or Disk()
        try:
            handle = _patiently(lambda: os.open(path, _APPEND | _NO_LINKS))
        except OSError as fault:
            raise _fault(fault, path.name) from None
        store = cls(path, handle, kept, digest, disk)
        try:
            store._claim(found)
            if found > kept:
                disk.truncate(handle, kept)
            # Whoever wrote the rest may have been killed before the disk had it, or the name of the file.
            disk.sync(handle)
            sync_way(path.parent)
        except OSError as fault:
            os.close(handle)
            raise _fault(fault, path.name) from None
        except SaveFault:
            os.close(handle)
            raise
        return store

    @classmethod
    def _begun(cls, folder: Path, title: str, lines: bytes, digest: str, disk: Disk) -> FileStore:
        try:
            home = folder.resolve(strict=True)
            taken = frozenset(folded(entry.name) for entry in os.scandir(home))
            for name in candidates(title, taken):
                path = home / name
                if path.parent != home:  # `stem` sees to it; a name must never lead out of the folder
                    raise SaveFault(Trouble.NOT_WRITABLE, f"{name!r} is not a name within {folder.name}")
                try:
                    handle = os.open(path, _APPEND | _NO_LINKS | os.O_CREAT | os.O_EXCL, 0o600)
                except FileExistsError:
                    continue  # another program was faster
                store = cls(path, handle, 0, FIRST, disk)
                try:
                    store._claim(0)
                    store._write(lines)
                    sync_way(home)
                except (OSError, SaveFault):
                    os.close(handle)
                    path.unlink(missing_ok=True)
                    raise
                store._digest = digest
                return store
        except OSError as fault:
            raise _fault(fault, folder.name) from None
        raise SaveFault(Trouble.NOT_WRITABLE, f"{folder.name} holds too many saves called {title[:60]!r}")

    def append(self, bodies: Sequence[dict[str, Json]]) -> None:
        """Write `bodies` and wait until the disk has them.

        Raises:
            SaveFault: none of them was kept; the save is as it was before.
        """
        if self._broken:
            sentence = f"{self.name} could not be mended after an earlier fault; open it again to go on"
            raise SaveFault(Trouble.BROKEN, sentence)
        lines, digest = chained(bodies, self._digest)
        self._write(lines)
        self._digest = digest

    def close(self) -> None:
        """Close the file, which frees it for others."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
            self._broken = True

    def _claim(self, found: int) -> None:
        if not stat.S_ISREG(os.fstat(self._handle).st_mode):
            raise SaveFault(Trouble.NOT_A_FILE, f"{self.name} is not a file")
        if sys.platform != "win32":
            # The system lets go of it when the program ends, however it ends. On Windows, and in folders that
            # know no locks, the size is compared at each line, which notices a second program later.
            try:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                sentence = f"{self.name} is being played in another window; close it there first"
                raise SaveFault(Trouble.OPEN_ELSEWHERE, sentence) from None
            except OSError as fault:
                if fault.errno not in _NO_LOCKS:
                    raise
        if self._disk.size(self._handle) != found:
            raise _changed(self.name)

    def _write(self, lines: bytes) -> None:
        if self._length + len(lines) > SIZE_LIMIT:
            sentence = f"{self.name} has reached {SIZE_LIMIT // 2**20} MiB; start a new negotiation"
            raise SaveFault(Trouble.TOO_LARGE, sentence)
        try:
            self._compare(self._length)
            left = memoryview(lines)
            while left:
                left = left[self._disk.write(self._handle, bytes(left)) :]
            self._disk.sync(self._handle)
            self._compare(self._length + len(lines))
        except OSError as fault:
            self._take_back()
            raise _fault(fault, self.name) from None
        self._length += len(lines)

    def _compare(self, length: int) -> None:
        """Raise `SaveFault` where the save is not as long as it must be: another program wrote to it."""
        if self._disk.size(self._handle) != length:
            self._broken = True
            raise _changed(self.name)

    def _take_back(self) -> None:
        """Cut off what may have been written of lines that were refused.

        A disk that failed to confirm may have forgotten them or not; cut off and confirmed, they are
        gone for certain. Where that fails too, nothing more is written until the save is read afresh.
        """
        try:
            self._disk.truncate(self._handle, self._length)
            self._disk.sync(self._handle)
        except OSError:
            self._broken = True


def _changed(name: str) -> SaveFault:
    return SaveFault(Trouble.CHANGED, f"{name} was changed by another program; open it again to go on")


def _fault(fault: OSError, name: str) -> SaveFault:
    if fault.errno in _FULL:
        return SaveFault(Trouble.DISK_FULL, f"there is no room to write {name}; free some and try again")
    if fault.errno in _CLOSED:
        return SaveFault(Trouble.NOT_WRITABLE, f"{name} may not be written; check who may write there")
    if fault.errno in (errno.ENOENT, errno.ENOTDIR):
        return SaveFault(Trouble.NOT_FOUND, f"{name} is not there")
    if fault.errno == errno.ELOOP:
        return SaveFault(Trouble.NOT_A_FILE, f"{name} is a link to another file; open that file instead")
    reason = os.strerror(fault.errno) if fault.errno else "no reason given"
    return SaveFault(Trouble.NOT_KEPT, f"the disk did not keep {name} ({reason}); try again")


def _patiently(action: Callable[[], int]) -> int:
    """Return what `action` returns; on Windows try again while a virus scanner holds the file."""
    for _ in range(5 if sys.platform == "win32" else 0):
        try:
            return action()
        except PermissionError:
            time.sleep(0.05)
    return action()
