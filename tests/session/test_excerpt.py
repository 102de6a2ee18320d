"""Excerpts are read strictly: as far as they are sound, and never further."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.session.chain import FIRST, chained
from game.session.excerpt import Entry, Excerpt, encode_excerpt, open_excerpt
from game.session.faults import SaveFault, Trouble
from game.session.strict import Json

SMALL = Excerpt(
    scenario="two-ports",
    title="Two Ports",
    seat="vale",
    name="Vale",
    entries=(
        Entry(0, 0, ("A meeting opens.",), ("Monday.",), {"round": "envoys"}),
        Entry(1, 1, ("You hold.",), ("Monday.",), {"round": "envoys", "points": {"vale": {"agreed": 0}}}),
    ),
    version="1",
)
HEADER: dict[str, Json] = {"kind": "excerpt", "format": 1, "version": "1", "scenario": "s"}
HEADER |= {"title": "t", "seat": "vale", "name": "Vale"}
POSITION: dict[str, Json] = {"number": 0, "view": 0, "told": [], "board": [], "data": {}}


def written(folder: Path, *bodies: dict[str, Json]) -> Path:
    file = folder / "x.jsonl"
    file.write_bytes(chained(bodies, FIRST)[0])
    return file


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_bytes(encode_excerpt(SMALL))
    assert open_excerpt(file) == SMALL


def test_any_other_file_is_no_excerpt(tmp_path: Path) -> None:
    assert open_excerpt(written(tmp_path, {"kind": "game"})) is None
    assert open_excerpt(written(tmp_path, {})) is None
    (tmp_path / "x.jsonl").write_bytes(b"\xff\x00")
    assert open_excerpt(tmp_path / "x.jsonl") is None


@pytest.mark.parametrize(
    "change",
    [
        {"format": 0},
        {"format": "1"},
        {"seat": 3},
        {"seat": "a\nb"},
        {"name": "x" * 201},
        {"seed": 7},
        {"title": "\u202eTwo Ports"},
    ],
    ids=str,
)
def test_a_header_that_is_not_as_written_is_refused(tmp_path: Path, change: dict[str, Json]) -> None:
    with pytest.raises(SaveFault, match="is no excerpt"):
        open_excerpt(written(tmp_path, HEADER | change, POSITION))


def test_a_newer_format_says_so(tmp_path: Path) -> None:
    with pytest.raises(SaveFault, match="install a newer one") as caught:
        open_excerpt(written(tmp_path, HEADER | {"format": 2}, POSITION))
    assert caught.value.trouble is Trouble.NEWER


@pytest.mark.parametrize(
    "change",
    [
        {"number": 2},
        {"number": True},
        {"view": -1},
        {"told": "A meeting opens."},
        {"told": ["a\u0007b"]},
        {"told": ["x" * 20_001]},
        {"told": [""] * 501},
        {"board": [3]},
        {"data": []},
        {"seed": 7},
    ],
    ids=lambda change: str(change)[:40],
)
def test_it_ends_before_a_position_that_is_not_as_written(tmp_path: Path, change: dict[str, Json]) -> None:
    found = open_excerpt(written(tmp_path, HEADER, POSITION, POSITION | {"number": 1} | change))
    assert found is not None
    assert len(found.entries) == 1
    assert found.damage is not None
    assert found.damage.line == 3


def test_one_without_a_position_is_none(tmp_path: Path) -> None:
    for bodies in ((HEADER,), (HEADER, POSITION | {"number": 1})):
        with pytest.raises(SaveFault, match="no position"):
            open_excerpt(written(tmp_path, *bodies))


def test_a_changed_letter_ends_it_there(tmp_path: Path) -> None:
    body = encode_excerpt(replace(SMALL))
    file = tmp_path / "x.jsonl"
    file.write_bytes(body.replace(b"You hold.", b"You fold."))
    found = open_excerpt(file)
    assert found is not None
    assert len(found.entries) == 1
    assert found.damage is not None


def test_a_file_cut_anywhere_is_opened_as_far_as_it_goes_or_refused(tmp_path: Path) -> None:
    body = encode_excerpt(SMALL)
    file = tmp_path / "x.jsonl"
    outcomes = set()
    for cut in range(0, len(body), 7):
        file.write_bytes(body[:cut])
        try:
            found = open_excerpt(file)
        except SaveFault as fault:
            outcomes.add(fault.trouble.name)
        else:
            outcomes.add("none" if found is None else str(len(found.entries)))
    assert outcomes == {"none", "NOT_A_SAVE", "1"}
