"""A machine whose power can be cut: the calls below a folder, recorded, and what a disk may keep of them.

The calls are carried out and noted, and nothing of the game is replaced. What POSIX leaves open decides what
may be found afterwards: written data and lengths are certain after `fsync` of the file alone, names after
`fsync` of their folder alone, and whatever was not waited for may have come in part, in another order, or as
zeros.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pytest

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""

ROOT = 0
"""The number of the folder that is watched."""


class Dead(BaseException):
    """The program was killed: nothing that it does any more reaches the system."""


@dataclass(frozen=True)
class Call:
    """A call that changes what lies below the folder, or waits for the disk."""

    name: str
    node: int  # the file or folder, numbered as it first appeared
    place: str = ""  # the path below the root, for names made, replaced or removed
    source: str = ""  # for a replacement: the name that it had
    at: int = 0  # where a write begins, or the length after a cut
    data: bytes = b""


@dataclass(frozen=True)
class Ack:
    """What a person has been shown, and hence must be found again."""

    after: int  # calls
    about: str
    value: Any


@dataclass
class Machine:
    """Records calls below `root`; may fail one, or kill the program at one."""

    root: Path
    calls: list[Call] = field(default_factory=list)
    acks: list[Ack] = field(default_factory=list)
    dies_at: int = -1  # the program is gone before this call
    fails_at: int = -1  # this call and those that follow fail
    fails_with: int = errno.ENOSPC
    fails_partly: bool = False  # half of what is written still gets through
    fails_once: bool = False
    is_dead: bool = False
    _handles: dict[int, int] = field(default_factory=dict)
    _nodes: dict[str, int] = field(default_factory=dict)  # by place
    _count: int = ROOT  # numbers given to nodes
    _real: dict[str, Callable[..., Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.root = self.root.resolve()
        self._nodes["."] = ROOT

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Stand between the program and the system from now on."""
        for name in ("open", "write", "fsync", "ftruncate", "close", "replace", "unlink", "mkdir"):
            self._real[name] = getattr(os, name)
            patch.setattr(os, name, getattr(self, f"_{name}"))

    def restart(self) -> None:
        """Close what the dead program had open, as the system does, and let another one run."""
        for handle in list(self._handles):
            self._real["close"](handle)
        self._handles.clear()
        self.is_dead, self.dies_at = False, -1

    def show(self, about: str, value: Any) -> None:
        """Note what a person is shown now."""
        self.acks.append(Ack(len(self.calls), about, value))

    def _below(self, path: Any, folder: int | None = None) -> str | None:
        if folder is not None or isinstance(path, int):
            return None
        whole = Path(os.path.abspath(os.fspath(path)))
        return whole.relative_to(self.root).as_posix() if whole.is_relative_to(self.root) else None

    def _node(self, place: str) -> int:
        if place not in self._nodes:
            self._count += 1
            self._nodes[place] = self._count
        return self._nodes[place]

    def _may(self) -> None:
        """Fail or die where this call is to."""
        if self.is_dead or len(self.calls) == self.dies_at:
            self.is_dead = True
            raise Dead
        if 0 <= self.fails_at <= len(self.calls):
            if self.fails_once:
                self.fails_at = -1
            raise OSError(self.fails_with, os.strerror(self.fails_with))

    def _open(self, path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        place = self._below(path, dir_fd)
        if place is None:
            return int(self._real["open"](path, flags, mode, dir_fd=dir_fd))
        makes = bool(flags & os.O_CREAT) and not os.path.lexists(path)
        cuts = bool(flags & os.O_TRUNC) and not makes
        if makes or cuts or self.is_dead:
            self._may()
        handle = int(self._real["open"](path, flags, mode))
        if makes:
            self._nodes.pop(place, None)
            self.calls.append(Call("make", self._node(place), place))
        elif cuts:
            self.calls.append(Call("cut", self._node(place)))
        self._handles[handle] = self._node(place)
        return handle

    def _close(self, handle: int) -> None:
        self._handles.pop(handle, None)
        self._real["close"](handle)

    def _write(self, handle: int, data: Any) -> int:
        node = self._handles.get(handle)
        if node is None:
            return int(self._real["write"](handle, data))
        at = os.fstat(handle).st_size  # whoever writes here appends
        try:
            self._may()
        except OSError:
            if self.fails_partly:
                part = bytes(data)[: len(data) // 2]
                self._real["write"](handle, part)
                self.calls.append(Call("write", node, at=at, data=part))
            raise
        count = int(self._real["write"](handle, data))
        self.calls.append(Call("write", node, at=at, data=bytes(data)[:count]))
        return count

    def _fsync(self, handle: int) -> None:
        node = self._handles.get(handle)
        if node is None:
            return  # above the root; what is there was there before
        self._may()
        self.calls.append(Call("sync", node))

    def _ftruncate(self, handle: int, length: int) -> None:
        node = self._handles.get(handle)
        if node is not None:
            self._may()
            self.calls.append(Call("cut", node, at=length))
        self._real["ftruncate"](handle, length)

    def _replace(self, source: Any, target: Any, **more: Any) -> None:
        old, new = self._below(source), self._below(target)
        if old is not None and new is not None:
            self._may()
        self._real["replace"](source, target, **more)
        if old is not None and new is not None:
            node = self._nodes.pop(old)
            self._nodes[new] = node
            self.calls.append(Call("replace", node, new, old))

    def _unlink(self, path: Any, *, dir_fd: int | None = None) -> None:
        place = self._below(path, dir_fd)
        if place is not None:
            self._may()
        self._real["unlink"](path, dir_fd=dir_fd)
        if place is not None:
            self.calls.append(Call("remove", self._nodes.pop(place, -1), place))

    def _mkdir(self, path: Any, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        place = self._below(path, dir_fd)
        if place is not None:
            self._may()
        self._real["mkdir"](path, mode, dir_fd=dir_fd)
        if place is not None:
            self.calls.append(Call("folder", self._node(place), place))


@contextmanager
def watched(root: Path) -> Iterator[Machine]:
    """Record what is done below `root` while this lasts."""
    machine = Machine(root)
    with pytest.MonkeyPatch.context() as patch:
        machine.watch(patch)
        yield machine


Tree = dict[str, bytes | None]
"""What lies below the root: the content of each file, None for a folder."""


@dataclass
class Disk:
    """What the disk is sure to hold, and what it may hold besides."""

    sure: dict[int, bytes] = field(default_factory=dict)  # content
    late: dict[int, list[Call]] = field(default_factory=dict)  # writes and cuts not waited for
    names: dict[str, int] = field(default_factory=dict)
    late_names: list[Call] = field(default_factory=list)
    folders: dict[int, str] = field(default_factory=lambda: {ROOT: "."})  # and where they lie

    def take(self, call: Call) -> None:
        """Follow a call that was carried out."""
        match call.name:
            case "make" | "folder":
                self.sure.setdefault(call.node, b"")
                self.late_names.append(call)
                if call.name == "folder":
                    self.folders[call.node] = call.place
            case "replace" | "remove":
                self.late_names.append(call)
            case "write" | "cut":
                self.late.setdefault(call.node, []).append(call)
            case "sync" if call.node in self.folders:
                inside = self.folders[call.node]
                for each in [each for each in self.late_names if _parent(each.place) == inside]:
                    _rename(self.names, each)
                    self.late_names.remove(each)
            case "sync":
                self.sure[call.node] = _written(self.sure.get(call.node, b""), self.late.pop(call.node, []))

    def states(self, tears: int) -> Iterator[Tree]:
        """Yield what may be found when the power goes now.

        Args:
            tears: into how many pieces each late write may be torn.
        """
        contents = {
            node: list(_torn(self.sure.get(node, b""), late, tears)) for node, late in self.late.items()
        }
        for named in self._named():
            seen = [node for node in contents if node in named.values()]
            for chosen in product(*(contents[node] for node in seen)):
                held = dict(self.sure) | dict(zip(seen, chosen, strict=True))
                yield _tree(named, held, self.folders)

    def _named(self) -> Iterator[dict[str, int]]:
        """Yield the names that may be there: each late change has come or has not."""
        for come in product((False, True), repeat=len(self.late_names)):
            named = dict(self.names)
            for call, has_come in zip(self.late_names, come, strict=True):
                if has_come:
                    _rename(named, call)
            yield named
            if any(come) and self.late_names[-1].name == "replace" and come[-1]:
                yield named | {self.late_names[-1].source: self.late_names[-1].node}  # under both its names


def _parent(place: str) -> str:
    return Path(place).parent.as_posix()


def _rename(names: dict[str, int], call: Call) -> None:
    if call.name == "remove":
        names.pop(call.place, None)
    else:
        if call.source:
            names.pop(call.source, None)
        names[call.place] = call.node


def _written(content: bytes, late: list[Call]) -> bytes:
    for call in late:
        if call.name == "cut":
            content = content[: call.at].ljust(call.at, b"\0")
        else:
            content = (
                content[: call.at].ljust(call.at, b"\0") + call.data + content[call.at + len(call.data) :]
            )
    return content


def _torn(content: bytes, late: list[Call], tears: int) -> Iterator[bytes]:
    """Yield what a file may hold whose last calls were not waited for."""
    yield content
    for number, call in enumerate(late):
        before = _written(content, late[:number])
        if call.name == "cut":
            yield _written(before, [call])
            continue
        size = len(call.data)
        for cut in sorted({size * part // tears for part in range(1, tears)} | {1, size - 1, size}):
            yield _written(before, [_part(call, call.data[:cut])])
        # The length has come and the data, or a sector of it, has not.
        ends = [*range((call.at // SECTOR + 1) * SECTOR - call.at, size, SECTOR), size]
        for start, end in {(0, size), *zip([0, *ends], ends, strict=False)}:
            hole = call.data[:start] + bytes(end - start) + call.data[end:]
            yield _written(before, [_part(call, hole)])
        if number:  # it has come, and those before it have not
            yield _written(content, [call])


def _part(call: Call, data: bytes) -> Call:
    return Call(call.name, call.node, at=call.at, data=data)


def _tree(names: dict[str, int], held: dict[int, bytes], folders: dict[int, str]) -> Tree:
    """Return what can be reached from the root: a name in a folder that is not there is lost with it."""
    tree: Tree = {}
    for place in sorted(names, key=lambda place: place.count("/")):
        node, parent = names[place], _parent(place)
        if parent == "." or tree.get(parent, b"") is None:
            tree[place] = None if node in folders else held[node]
    return tree


def replayed(calls: list[Call]) -> Tree:
    """Return what lies there when all of these calls have come."""
    disk = disk_after(calls)
    named = dict(disk.names)
    for call in disk.late_names:
        _rename(named, call)
    held = {node: _written(disk.sure.get(node, b""), disk.late.get(node, [])) for node in disk.sure}
    return _tree(named, held, disk.folders)


def disk_after(calls: list[Call]) -> Disk:
    """Return what the disk may hold after these calls."""
    disk = Disk()
    for call in calls:
        disk.take(call)
    return disk


def lay(tree: Tree, folder: Path) -> None:
    """Make `folder` hold what was found."""
    for place, content in tree.items():
        if content is None:
            (folder / place).mkdir()
        else:
            (folder / place).write_bytes(content)


def lies(folder: Path) -> Tree:
    """Return what lies in `folder`."""
    return {
        path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
    }
