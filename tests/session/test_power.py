"""The power goes at any moment: what was shown is found again, whatever the disk did not get round to.

All states that a disk may be left in are opened by the game itself. `python -m tests.session.test_power`
opens some tens of thousands, with the program killed before as well.
"""

from __future__ import annotations

import errno
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from game import places
from game.desk.beside import kept_with
from game.rules.scenario import Scenario
from game.session.answers import Accepted
from game.session.faults import SaveFault
from game.session.saves import open_save, saves_in
from game.session.session import Session
from game.text import catalogue
from game.text.catalogue import Catalogue
from tests.conftest import PORTS, loaded
from tests.session.day import REPORTS, Day
from tests.session.power import Tree, disk_after, lay, lies, replayed, watched
from tests.session.tables import random_moves


@dataclass
class Found:
    """What came of opening the states."""

    states: int = 0
    saves: Counter[str] = field(default_factory=Counter)  # by what was wrong with them


@dataclass
class Judge:
    """Opens what is found after a cut, and holds it against what had been shown."""

    day: Day
    found: Found = field(default_factory=Found)
    seen: set[int] = field(default_factory=set)
    known: set[tuple[object, ...]] = field(default_factory=set)  # saves that were opened before, just so

    def judge(self, count: int, tree: Tree, scratch: Path) -> None:
        """Open a state as the game would, and go on playing in it."""
        shown = {ack.about: ack.value for ack in self.day.machine.acks if ack.after <= count}
        if (key := hash((frozenset(tree.items()), str(shown)))) in self.seen:
            return
        self.seen.add(key)
        self.found.states += 1
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        lay(tree, scratch)
        folder = scratch / "home" / "saves"
        there = {path.name for path in saves_in(folder)}
        for name in self.day.records:
            assert name in there or name not in shown, f"{name} is gone"
        for name in sorted(there):
            known = (name, tree[f"home/saves/{name}"], shown.get(name))
            if known not in self.known:
                self.open(folder / name, shown.get(name))
                self.known.add(known)
        for about, value in shown.items():
            if about.startswith("beside "):
                self.beside(folder / about.removeprefix("beside "), value)
        if "report" in shown:
            body = (folder / "report.html").read_bytes()
            assert body in REPORTS[REPORTS.index(shown["report"]) :]

    def open(self, path: Path, shown: int | None) -> None:
        """Open a save that holds `shown` records at least; None where it was not yet shown to be there."""
        try:
            save = open_save(path, self.day.load)
        except SaveFault as fault:
            self.found.saves[fault.trouble.name] += 1
            if shown is not None:
                raise AssertionError(f"{shown} records were shown") from fault
            return
        self.found.saves["sound" if save.damage is None else save.damage.trouble.name] += 1
        assert len(save.records) >= (shown or 0), f"{shown} were shown, {save.damage}"
        assert save.records == self.day.records.get(path.name, save.records)[: len(save.records)]
        session = Session.resume(save)
        assert isinstance(session.begin(), Accepted) or save.records
        random_moves(session, 900, limit=1)
        session.close()
        kept = open_save(path.parent / session.store.name, self.day.load)
        assert kept.damage is None
        assert kept.records == session.records

    def beside(self, save: Path, value: Mapping[str, object]) -> None:
        """Hold what is kept beside a save against what was last shown to be kept."""
        kept = kept_with(save, self.day.scenario.parties[0].id)
        assert value.items() <= kept.items(), f"{list(value)} was kept, {list(kept)} is left"


def lived(scenario: Scenario, say: Catalogue, root: Path, **faults: int | bool) -> Day:
    """Return a day that was lived while the disk or the program failed as told."""
    root.mkdir()
    with watched(root) as machine:
        for name, value in faults.items():
            setattr(machine, name, value)
        day = Day(scenario, {"scenario.yaml": "x" * 1500}, machine, say)
        day.live()
    return day


@pytest.fixture(scope="module")
def say() -> Catalogue:
    return catalogue.load(places.sentences_file())


def opened(
    day: Day,
    scratch: Path,
    *,
    tears: int,
    first: int = 0,
    last: int = sys.maxsize,
    found: Found | None = None,
) -> Found:
    """Open what may be found where the power goes after the `first` to the `last` call of a day."""
    judge = Judge(day, found or Found())
    with watched(scratch):  # which waits for no real disk
        for count in range(first, min(last, len(day.machine.calls)) + 1):
            for tree in disk_after(day.machine.calls[:count]).states(tears):
                judge.judge(count, tree, scratch)
    return judge.found


def test_the_record_of_calls_is_whole(ports: Scenario, say: Catalogue, tmp_path: Path) -> None:
    """Whatever the game writes by a call that is not recorded would be missing here."""
    day = lived(ports, say, tmp_path / "root")
    assert replayed(day.machine.calls) == lies(tmp_path / "root")


@pytest.mark.parametrize(
    ("tears", "states"), [(3, 200), pytest.param(40, 1000, marks=pytest.mark.long)], ids=["some", "many"]
)
def test_what_was_shown_is_found_after_the_power_was_cut(
    ports: Scenario, say: Catalogue, tmp_path: Path, tears: int, states: int
) -> None:
    found = opened(lived(ports, say, tmp_path / "root"), tmp_path / "cut", tears=tears)
    print(found)
    assert found.states > states
    assert min(found.saves["TORN"], found.saves["DAMAGED"], found.saves["NOT_A_SAVE"]) > 5


@pytest.mark.parametrize("dies_at", [5, 9])
def test_what_was_shown_after_a_kill_is_found_after_the_power_was_cut(
    ports: Scenario, say: Catalogue, tmp_path: Path, dies_at: int
) -> None:
    """A killed program leaves what it wrote to the system, which need not have brought it to the disk yet."""
    day = lived(ports, say, tmp_path / "root", dies_at=dies_at)
    assert opened(day, tmp_path / "cut", tears=2, first=dies_at - 2, last=dies_at + 8).states > 10


@pytest.mark.parametrize("fails_at", [2, 4, 19, 24, 26])
def test_a_full_disk_costs_nothing_that_was_shown(
    ports: Scenario, say: Catalogue, tmp_path: Path, fails_at: int
) -> None:
    day = lived(ports, say, tmp_path / "root")
    for once in (True, False):
        faults = {"fails_partly": fails_at % 2 == 0, "fails_once": once}
        again = lived(ports, say, tmp_path / f"once {once}", fails_at=fails_at, **faults)
        assert again.refusals <= 1 or not once
        assert [records for records in again.records.values() if records] == list(day.records.values())


def main() -> None:
    """Open every state of days on which nothing failed, the program was killed, or the disk was full."""
    scenario, say = loaded(PORTS), catalogue.load(places.sentences_file())
    calls = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        day = lived(scenario, say, folder / "root")
        calls = len(day.machine.calls)
        print(f"{calls} calls in a day; the power cut after each:", opened(day, folder / "cut", tears=40))
        killed = Found()
        for dies_at in range(calls):
            root = folder / f"killed {dies_at}"
            day = lived(scenario, say, root, dies_at=dies_at)
            opened(day, folder / "cut", tears=8, first=dies_at, found=killed)
            shutil.rmtree(root)
        print(f"killed before each of them, and the power cut afterwards: {killed}")
        days = 0
        for fails_at in range(calls):
            for code in (errno.ENOSPC, errno.EIO, errno.EDQUOT):
                for partly in (False, True):
                    for once in (False, True):
                        root = folder / f"full {days}"
                        faults = {"fails_with": code, "fails_partly": partly, "fails_once": once}
                        again = lived(scenario, say, root, fails_at=fails_at, **faults)
                        assert list(again.records.values()) == list(day.records.values()), (fails_at, faults)
                        shutil.rmtree(root)
                        days += 1
        print(f"{days} days on which a call failed, each with all its records at the end")


if __name__ == "__main__":
    main()
