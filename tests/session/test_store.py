import errno
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from game.session.chain import SIZE_LIMIT, read_lines
from game.session.faults import SaveFault, Trouble
from game.session.store import Disk, FileStore
from game.session.strict import Json

HEADER: dict[str, Json] = {"format": 1}
MOVE: dict[str, Json] = {"n": 1, "move": {"kind": "hold", "reason": "x" * 100}}


@dataclass
class Ailing:
    """A disk that fails as told: at the write or the confirmation with this number, counted from 0."""

    write_at: int = -1
    sync_at: int = -1
    code: int = errno.ENOSPC
    partly: int = 0  # bytes that still go through before the failing write
    cut_fails: bool = False
    writes: int = 0
    syncs: int = 0
    order: list[str] = field(default_factory=list)

    def disk(self) -> Disk:
        return Disk(write=self.write, sync=self.sync, truncate=self.truncate)

    def write(self, handle: int, data: bytes) -> int:
        self.writes += 1
        self.order.append("write")
        if self.writes - 1 == self.write_at:
            if self.partly:
                os.write(handle, data[: self.partly])
            raise OSError(self.code, os.strerror(self.code))
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        self.syncs += 1
        self.order.append("sync")
        if self.syncs - 1 == self.sync_at:
            raise OSError(self.code, os.strerror(self.code))
        os.fsync(handle)

    def truncate(self, handle: int, length: int) -> None:
        if self.cut_fails:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        os.ftruncate(handle, length)


def trouble(action: Callable[[], object]) -> Trouble:
    with pytest.raises(SaveFault) as caught:
        action()
    assert str(caught.value).startswith(f"error {caught.value.trouble.value}: ")
    return caught.value.trouble


def test_a_record_is_confirmed_by_the_disk_before_append_returns(tmp_path: Path) -> None:
    ailing = Ailing()
    store = FileStore.create(tmp_path, "x", [HEADER], disk=ailing.disk())
    store.append([MOVE, MOVE])
    assert ailing.order == ["write", "sync", "write", "sync"]
    assert len(read_lines(store.path.read_bytes()).bodies) == 3


@pytest.mark.parametrize(
    ("ailing", "expected"),
    [
        (Ailing(write_at=1), Trouble.DISK_FULL),
        (Ailing(write_at=1, partly=30), Trouble.DISK_FULL),
        (Ailing(write_at=1, partly=30, code=errno.EDQUOT), Trouble.DISK_FULL),
        (Ailing(write_at=1, code=errno.EIO), Trouble.NOT_KEPT),
        (Ailing(sync_at=1, code=errno.EIO), Trouble.NOT_KEPT),
        (Ailing(sync_at=1, code=errno.ENOSPC), Trouble.DISK_FULL),
    ],
)
def test_a_record_that_was_not_kept_leaves_the_save_as_it_was(
    tmp_path: Path, ailing: Ailing, expected: Trouble
) -> None:
    store = FileStore.create(tmp_path, "x", [HEADER], disk=ailing.disk())
    before = store.path.read_bytes()
    assert trouble(lambda: store.append([MOVE])) is expected
    assert store.path.read_bytes() == before
    store.append([MOVE])  # the same again, once there is room
    assert read_lines(store.path.read_bytes()).damage is None
    assert len(read_lines(store.path.read_bytes()).bodies) == 2


def test_after_a_fault_that_cannot_be_mended_nothing_more_is_written(tmp_path: Path) -> None:
    ailing = Ailing(sync_at=1, code=errno.EIO, cut_fails=True)
    store = FileStore.create(tmp_path, "x", [HEADER], disk=ailing.disk())
    assert trouble(lambda: store.append([MOVE])) is Trouble.NOT_KEPT
    assert trouble(lambda: store.append([MOVE])) is Trouble.BROKEN


def test_a_save_that_could_not_be_begun_leaves_no_file(tmp_path: Path) -> None:
    ailing = Ailing(sync_at=0, code=errno.ENOSPC)
    assert trouble(lambda: FileStore.create(tmp_path, "x", [HEADER], disk=ailing.disk())) is Trouble.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def test_a_save_never_grows_beyond_what_is_read(tmp_path: Path) -> None:
    store = FileStore.create(tmp_path, "x", [HEADER])
    big: dict[str, Json] = {"text": "x" * (SIZE_LIMIT // 2)}
    store.append([big])
    assert trouble(lambda: store.append([big])) is Trouble.TOO_LARGE


def test_a_save_is_never_written_over(tmp_path: Path) -> None:
    first = FileStore.create(tmp_path, "Moscow", [HEADER])
    second = FileStore.create(tmp_path, "Moscow", [HEADER])
    assert first.path != second.path


def test_a_save_is_played_in_one_window_at_a_time(tmp_path: Path) -> None:
    store = FileStore.create(tmp_path, "x", [HEADER])
    read = read_lines(store.path.read_bytes())

    def again() -> FileStore:
        return FileStore.reopen(store.path, found=read.ends[-1], kept=read.ends[-1], digest=read.hashes[-1])

    if sys.platform != "win32":
        assert trouble(again) is Trouble.OPEN_ELSEWHERE
    store.close()
    again().close()


def test_a_save_that_another_program_wrote_to_is_not_written_on(tmp_path: Path) -> None:
    store = FileStore.create(tmp_path, "x", [HEADER])
    with store.path.open("ab") as file:
        file.write(b"a line of somebody else\n")
    assert trouble(lambda: store.append([MOVE])) is Trouble.CHANGED
    assert store.path.read_bytes().endswith(b"somebody else\n")
    assert trouble(lambda: store.append([MOVE])) is Trouble.BROKEN


def test_links_are_not_followed_for_writing(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"")
    saves = tmp_path / "saves"
    saves.mkdir()
    link = saves / "x.negotiation.jsonl"
    link.symlink_to(outside)
    assert trouble(lambda: FileStore.reopen(link, found=0, kept=0, digest="")) is Trouble.NOT_A_FILE
    assert FileStore.create(saves, "x", [HEADER]).name == "x (2).negotiation.jsonl"
    assert outside.read_bytes() == b""


def test_a_missing_folder_is_said_so(tmp_path: Path) -> None:
    assert trouble(lambda: FileStore.create(tmp_path / "none", "x", [HEADER])) is Trouble.NOT_FOUND


def test_a_file_in_place_of_the_folder_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert trouble(lambda: FileStore.create(tmp_path / "file", "x", [HEADER])) is Trouble.NOT_FOUND


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit on a process")
def test_a_real_limit_of_the_system_is_met_like_a_full_disk(tmp_path: Path) -> None:
    child = f"""
import resource
from pathlib import Path
from game.session.store import FileStore
from game.session.faults import SaveFault
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
store = FileStore.create(Path({str(tmp_path)!r}), "x", [{{"format": 1}}])
kept = 0
try:
    while True:
        store.append([{{"text": "x" * 150}}])
        kept += 1
except SaveFault as fault:
    print(kept, fault.trouble.name)
"""
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True)
    kept, name = done.stdout.split()
    assert name == "DISK_FULL"
    read = read_lines(next(tmp_path.iterdir()).read_bytes())
    assert read.damage is None
    assert len(read.bodies) == 1 + int(kept)


def test_an_unwritable_folder_is_said_so(tmp_path: Path) -> None:
    if os.geteuid() == 0:  # root may write anywhere; a folder of the system that nobody may write to
        folder = Path("/proc")
        assert trouble(lambda: FileStore.create(folder, "x", [HEADER])) in (
            Trouble.NOT_WRITABLE,
            Trouble.NOT_FOUND,
        )
        return
    tmp_path.chmod(0o500)
    assert trouble(lambda: FileStore.create(tmp_path, "x", [HEADER])) is Trouble.NOT_WRITABLE
