"""What a released version wrote opens in every later one and comes to the same: `golden/README.md`."""

import json
from pathlib import Path

import pytest

from game import __version__, places
from game.report.tables import Reader
from game.text import catalogue
from tests.session.goldens import EXPECTED, GAMES, GOLDEN, found, written

FOLDERS = sorted(path for path in GOLDEN.iterdir() if path.is_dir())


def missing(expected: object, there: object, at: str = "") -> list[str]:
    """Return where what is there differs from what was expected; more than was expected may be there."""
    if isinstance(expected, dict) and isinstance(there, dict):
        return [
            line for key, value in expected.items() for line in missing(value, there.get(key), f"{at}/{key}")
        ]
    if isinstance(expected, list) and isinstance(there, list) and len(expected) == len(there):
        pairs = zip(expected, there, strict=True)
        return [line for n, pair in enumerate(pairs) for line in missing(*pair, f"{at}/{n}")]
    return [] if expected == there else [f"{at}: {expected!r} has become {there!r}"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_a_version_wrote_comes_to_the_same(folder: Path) -> None:
    expected = json.loads((folder / EXPECTED).read_text("utf-8"))
    assert len(expected) >= len(GAMES)
    assert missing(expected, json.loads(json.dumps(found(folder)))) == []


@pytest.mark.long
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_a_version_wrote_makes_the_report_of_a_class(folder: Path) -> None:
    read = Reader(catalogue.load(places.sentences_file())).folder(folder, names=True)
    left = {
        file for file, end in json.loads((folder / EXPECTED).read_text("utf-8")).items() if not ended(end)
    }
    assert {each.file for each in read.left_out} == left
    assert len(read.tables) >= 3


def ended(end: dict[str, object]) -> bool:
    """Say whether a game is over; an agreement on paper always is, and an excerpt is no table."""
    return end.get("outcome", end) is not None


def test_this_version_has_left_what_it_writes() -> None:
    assert __version__ in {folder.name for folder in FOLDERS}


@pytest.mark.long
def test_what_this_version_writes_comes_to_the_same_when_it_is_read(tmp_path: Path) -> None:
    """So that the folder of the next version can be made."""
    told = written(catalogue.load(places.sentences_file()), tmp_path)
    assert missing(told, found(tmp_path)) == []
    assert {path.name for path in tmp_path.iterdir()} >= set(told)


def test_a_thing_that_comes_otherwise_is_told() -> None:
    assert missing({"a": [1, {"b": 2}]}, {"a": [1, {"b": 2, "more": 3}], "c": 4}) == []
    assert missing({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]}) == ["/a/1/b: 2 has become 3"]
    assert missing({"a": [1]}, {"a": [1, 2]}) != []
    assert missing({"a": None}, {"a": 0}) != []
    assert missing({"a": 1}, {}) != []
