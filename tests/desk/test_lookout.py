"""Files are looked at from time to time: what was changed is read once it has come to rest, and only then."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.desk.lookout import PATIENCE, Lookout, Marks, marks


def of(time: int, size: int = 10) -> Marks:
    return (("scenario.yaml", time, size, 1),)


GONE = of(0, 0)


@given(st.lists(st.integers(0, 3), max_size=30))
def test_what_is_seen_twice_and_is_new_is_read_and_nothing_else(times: list[int]) -> None:
    lookout, before, taken = Lookout(of(0)), of(0), of(0)
    for time in times:
        found = of(time)
        ripe = lookout.is_ripe(found)
        assert ripe is (found == before and found != taken)
        if ripe:
            lookout.take(found)
            taken = found
        before = found


@given(st.lists(st.sampled_from((of(0), of(1), of(2), GONE)), max_size=12), st.integers(1, 9))
def test_whatever_happens_the_last_save_is_read_once_in_the_end(course: list[Marks], last: int) -> None:
    lookout = Lookout(of(0))
    for found in course:
        if lookout.is_ripe(found):
            lookout.take(found)
    read = []
    for _ in range(PATIENCE + 5):
        if lookout.is_ripe(of(10 + last)):
            lookout.take(of(10 + last))
            read.append(last)
    assert read == [last]


@pytest.mark.parametrize("away", [GONE, of(7, 0)])
def test_a_file_that_is_gone_or_empty_is_given_time(away: Marks) -> None:
    lookout = Lookout(of(0))
    assert [lookout.is_ripe(away) for _ in range(PATIENCE + 2)] == [False] * (PATIENCE + 1) + [True]


def test_a_file_that_comes_back_in_time_was_never_away() -> None:
    lookout = Lookout(of(0))
    assert not any(lookout.is_ripe(each) for each in (GONE, GONE, of(0), GONE, GONE, of(0), of(0)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A scenario with a library, a plan and a translation around it."""
    for name in (
        "_shore/sources.yaml",
        "talks/scenario.yaml",
        "talks/i18n/ja.yaml",
        "talks/plans/usual.plan",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path / "talks" / "scenario.yaml"


@pytest.mark.parametrize(
    "name", ["talks/scenario.yaml", "_shore/sources.yaml", "talks/i18n/ja.yaml", "talks/plans/usual.plan"]
)
def test_every_file_of_a_scenario_is_looked_at(file: Path, name: str) -> None:
    before, changed = marks(file), file.parent.parent / name
    assert marks(file) == before
    changed.write_text("longer than it was before", "utf-8")
    written = marks(file)
    assert written != before
    changed.unlink()
    assert marks(file) not in (before, written)
    changed.write_text("longer than it was before", "utf-8")
    os.utime(changed, ns=(1, 1))
    assert marks(file) != written


def test_another_file_in_the_place_of_one_is_noticed_even_of_one_size_and_time(file: Path) -> None:
    other = file.with_name("other.txt")
    other.write_text(file.read_text("utf-8").upper(), "utf-8")
    was = file.stat()
    os.utime(other, ns=(was.st_mtime_ns, was.st_mtime_ns))
    before = marks(file)
    os.replace(other, file)
    assert marks(file) != before


@pytest.mark.parametrize(
    "name", ["notes.txt", "older.yaml", "pictures/flag.png", "../elsewhere/scenario.yaml"]
)
def test_what_is_no_part_of_a_scenario_is_not_looked_at(file: Path, name: str) -> None:
    before, other = marks(file), file.parent / name
    other.parent.mkdir(exist_ok=True)
    other.write_text("nothing", "utf-8")
    assert marks(file) == before


def test_a_file_that_is_not_there_is_the_first_all_the_same(tmp_path: Path) -> None:
    assert marks(tmp_path / "none" / "scenario.yaml") == ((str(tmp_path / "none/scenario.yaml"), 0, 0, 0),)
