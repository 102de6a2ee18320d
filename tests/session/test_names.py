from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.session.names import SUFFIX, candidates, folded, stem, stem_of
from game.session.store import FileStore

TRICKS = [
    ("../../etc/passwd", "etcpasswd"),
    ("C:\\Windows\\x", "CWindowsx"),
    ("con", "con_"),
    ("NUL.txt", "NUL_.txt"),
    ("com1 .txt", "com1_.txt"),
    ("COM¹", "COM¹_"),
    ("", "negotiation"),
    (" .. . ", "negotiation"),
    ("a\x00b\nc\u202ed", "abcd"),
    ("e\u0301", "\u00e9"),
    ("x" * 200, "x" * 60),
    ("👍" * 60, "👍" * 45),
    ("Moscow, 16 October.", "Moscow, 16 October"),
]


@pytest.mark.parametrize(("title", "expected"), TRICKS)
def test_a_title_becomes_a_name_that_every_system_holds(title: str, expected: str) -> None:
    assert stem(title) == expected


@given(st.text(max_size=100))
def test_no_title_leads_out_of_the_folder(title: str) -> None:
    name = stem(title) + SUFFIX
    assert Path(name).name == name
    assert len(name.encode()) <= 255
    assert not name.startswith(".")


@given(st.text(max_size=80))
def test_cleaning_a_clean_name_changes_nothing(title: str) -> None:
    assert stem(stem(title)) == stem(title)


def test_names_that_some_system_takes_for_the_same_are_numbered(tmp_path: Path) -> None:
    titles = ["Über", "über", "U\u0308BER", "ÜBER"]
    names = [FileStore.create(tmp_path, title, []).name for title in titles]
    assert len({folded(name) for name in names}) == 4
    assert [stem_of(Path(name)).casefold() for name in names] == ["über"] * 4


def test_numbers_are_taken_in_order() -> None:
    taken = frozenset({folded(f"moscow{SUFFIX}"), folded(f"moscow (2){SUFFIX}")})
    assert next(candidates("Moscow", taken)) == f"Moscow (3){SUFFIX}"
