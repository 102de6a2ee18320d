"""What was read of a catalogue is kept as Python keeps its modules, and never outlives the file."""

import os
import sys
from pathlib import Path

import pytest

from game.text.catalogue import load


@pytest.fixture(autouse=True)
def keeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path / "__pycache__"


def test_the_second_reading_says_the_same(tmp_path: Path, keeping: Path) -> None:
    file = tmp_path / "en.yaml"
    file.write_text("a:\n  b: One {x}\n  c:\n    one: '{n} day'\n    other: '{n} days'\n", "utf-8")
    first, second = load(file), load(file)
    assert len(list(keeping.iterdir())) == 1
    assert first == second
    assert second("a.b", x=1) == "One 1"
    assert [second("a.c", n=n) for n in (1, 2)] == ["1 day", "2 days"]


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "en.yaml"
    file.write_text("a: One", "utf-8")
    load(file)
    file.write_text("a: Two", "utf-8")
    os.utime(file, ns=(1, 1))
    assert load(file)("a") == "Two"


@pytest.mark.parametrize("junk", [b"", b"junk", b"\xe9\x00\x00\x00\x00", b"N"])
def test_what_is_kept_and_makes_no_sense_is_read_anew(tmp_path: Path, keeping: Path, junk: bytes) -> None:
    file = tmp_path / "en.yaml"
    file.write_text("a: One", "utf-8")
    load(file)
    (kept,) = keeping.iterdir()
    kept.write_bytes(junk)
    assert load(file)("a") == "One"


def test_where_nothing_can_be_kept_the_file_is_read(tmp_path: Path, keeping: Path) -> None:
    keeping.write_text("in the way")
    file = tmp_path / "en.yaml"
    file.write_text("a: One", "utf-8")
    assert load(file)("a") == "One"


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        load(tmp_path / "none.yaml")
