"""One save in two windows: one plays, the other says so; without locks nothing that was shown is lost."""

import errno
import sys
from pathlib import Path

import pytest

from game.content.load import load
from game.rules.scenario import Scenario
from game.session.answers import Accepted, Denial, Refused
from game.session.chain import read_lines
from game.session.faults import SaveFault, Trouble
from game.session.kept import load_kept
from game.session.saves import continue_save, open_save
from game.session.session import Session
from game.session.store import Disk, FileStore
from tests.conftest import PORTS
from tests.session.tables import Table, saved_table

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there the size alone is compared")


@pytest.fixture
def first(ports: Scenario, tmp_path: Path) -> Table:
    at_table = saved_table(ports, tmp_path, load(PORTS).sources)
    at_table.make("vale hold")
    return at_table


@pytest.fixture
def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that knows no locks, as some in networks."""

    def flock(handle: int, how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", flock)


def path_of(table: Table) -> Path:
    assert isinstance(table.session.store, FileStore)
    return table.session.store.path


def test_the_second_window_says_that_the_first_is_open_and_opens_when_it_is_closed(first: Table) -> None:
    with pytest.raises(SaveFault, match=r"S214: .* is being played in another window") as caught:
        Session.resume(open_save(path_of(first), load_kept))
    assert caught.value.trouble is Trouble.OPEN_ELSEWHERE
    first.make("tarn hold")
    first.session.close()
    second = Table(Session.resume(open_save(path_of(first), load_kept)), count=10)
    assert second.session.records == first.session.records
    second.session.close()


def test_a_window_that_read_the_save_before_the_other_played_on_does_not_go_on(first: Table) -> None:
    read = open_save(path_of(first), load_kept)
    first.make("tarn hold")
    first.session.close()
    with pytest.raises(SaveFault) as caught:
        Session.resume(read)
    assert caught.value.trouble is Trouble.CHANGED
    assert len(open_save(path_of(first), load_kept).records) == len(first.session.records)


@pytest.mark.usefixtures("without_locks")
def test_without_locks_the_later_window_takes_the_save_and_the_earlier_is_told(first: Table) -> None:
    second = Table(Session.resume(open_save(path_of(first), load_kept)), count=10)
    second.make("tarn hold")
    answer = first.session.submit(first.command("tarn hold"))
    assert isinstance(answer, Refused)
    assert (answer.why, answer.sentence[:10]) == (Denial.NOT_SAVED, "error S213")
    kept = open_save(path_of(first), load_kept)
    assert kept.damage is None
    assert kept.records == second.session.records
    first.session.close()
    second.session.close()


@pytest.mark.usefixtures("without_locks")
def test_without_locks_two_moves_at_the_same_moment_are_not_both_said_to_be_kept(first: Table) -> None:
    """The other window writes after this one has compared the size, and before it writes itself."""
    path = path_of(first)
    first.session.close()
    other = Table(Session.resume(open_save(path, load_kept)), count=20)
    disk, at_once = Disk(), []

    def write(handle: int, data: bytes) -> int:
        if not at_once:
            at_once.append(other.session.submit(other.command("tarn hold")))
        return disk.write(handle, data)

    save = open_save(path, load_kept)
    mine = Session.resume(save, store=continue_save(save, disk=Disk(write=write)))
    answer = mine.submit(Table(mine, count=40).command("tarn hold"))
    assert isinstance(at_once[0], Accepted)
    assert isinstance(answer, Refused)
    assert answer.sentence.startswith("error S213")
    kept = open_save(path, load_kept)
    assert kept.records == other.session.records  # and what came after it is damaged, and left alone
    assert len(read_lines(path.read_bytes()).bodies) == 1 + len(kept.records)
    mine.close()
    other.session.close()
