"""`rename`: the id changes wherever it stands and nothing else does; there and back are the same bytes."""

import random
import shutil
from pathlib import Path

import pytest

from game import places
from game.content.load import load
from game.content.mentions import Spot, spots
from game.content.notes import Notes
from game.content.rename import NotRenamed, Renamed, renamed
from game.content.rewriting import rewrite
from game.content.trial import try_out
from tests.terminal.playing import run

SHIPPED = ("two-towns", "the-deletion")
FRESH = "zz_new"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A copy of the scenarios that are shipped."""
    return Path(shutil.copytree(places.scenarios_folder(), tmp_path / "scenarios"))


def ids(name: str, shelf: Path) -> list[tuple[str, str, str]]:
    """Every (kind, name, id alone) of a scenario."""
    notes = Notes()
    loaded = load(name, shelf, notes)
    assert loaded.reading is not None
    found: set[Spot] = set(spots(loaded.reading, notes))
    named = {(spot.kind, f"{spot.owner}.{spot.name}".lstrip("."), spot.name) for spot in found}
    return sorted(each for each in named if each[2] not in ("both", "end"))


def content(shelf: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in sorted(shelf.rglob("*.yaml"))}


def carry_out(found: Renamed) -> None:
    rewrite(found.files, found.before)


def there_and_back(name: str, shelf: Path, kind: str, old: str, id: str) -> None:
    before = content(shelf)
    carry_out(renamed(name, kind, old, FRESH, shelf))
    assert content(shelf) != before
    back = FRESH if old == id else f"{old.rpartition('.')[0]}.{FRESH}"
    carry_out(renamed(name, kind, back, id, shelf))
    assert content(shelf) == before


@pytest.mark.parametrize("name", ["two-towns", pytest.param("the-deletion", marks=pytest.mark.long)])
def test_there_and_back_gives_the_same_bytes(name: str, shelf: Path) -> None:
    every = ids(name, shelf)
    by_kind = {kind: [each for each in every if each[0] == kind] for kind, _, _ in every}
    chosen = random.Random(7).sample(sorted(by_kind), 4 if name == "two-towns" else 1)
    for kind in chosen:
        there_and_back(name, shelf, *random.Random(kind).choice(by_kind[kind]))


@pytest.mark.long
@pytest.mark.parametrize("name", SHIPPED)
def test_every_id_of_what_is_shipped_can_be_renamed(name: str, shelf: Path) -> None:
    every = ids(name, shelf)
    assert len(every) > 100
    for kind, old, _ in every:
        found = renamed(name, kind, old, FRESH, shelf)  # which holds the new texts against the old ones
        assert found.places


@pytest.mark.parametrize(
    ("name", "kind", "old"),
    [
        ("two-towns", "issue", "bank"),
        ("two-towns", "party", "skerry"),
        ("the-deletion", "option", "islands.two_after"),
    ],
)
def test_a_renamed_scenario_is_clean_and_its_history_the_same(
    name: str, kind: str, old: str, shelf: Path
) -> None:
    carry_out(renamed(name, kind, old, FRESH, shelf))
    loaded = load(name, shelf)
    try_out(loaded)
    assert loaded.report.render() == ""
    assert run(["history", str(shelf / name)]).code == 0


def test_every_kind_that_can_be_renamed_is_in_the_example(shelf: Path) -> None:
    from game.content.kinds import KINDS

    assert {kind for kind, _, _ in ids("two-towns", shelf)} == set(KINDS)


def test_comments_and_sentences_that_have_the_word_stay(shelf: Path) -> None:
    file = shelf / "two-towns" / "scenario.yaml"
    text = file.read_text("utf-8").replace(
        "  trust: {label", "  # trust is what it is called: trust\n  trust: {label"
    )
    file.write_text(text, "utf-8")
    carry_out(renamed("two-towns", "meter", "trust", "faith", shelf))
    after = file.read_text("utf-8")
    assert "  # trust is what it is called: trust\n  faith: {label" in after
    assert "if: faith <= 3" in after


def test_line_ends_and_the_mark_of_an_editor_stay(shelf: Path) -> None:
    file = shelf / "two-towns" / "scenario.yaml"
    before = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(before)
    carry_out(renamed("two-towns", "round", "hall", "great_hall", shelf))
    after = file.read_bytes()
    assert after != before
    assert after.count(b"\r\n") == after.count(b"\n") == before.count(b"\n")
    carry_out(renamed("two-towns", "round", "great_hall", "hall", shelf))
    assert file.read_bytes() == before


def test_another_scenario_with_the_same_library_is_renamed_too(shelf: Path) -> None:
    shutil.copytree(shelf / "the-deletion", shelf / "another")
    file = shelf / "another" / "scenario.yaml"
    file.write_text(file.read_text("utf-8").replace("id: the-deletion", "id: another", 1), "utf-8")
    found = renamed("the-deletion", "option", "islands.two_after", FRESH, shelf)
    families = {path.relative_to(shelf).parts[0] for path in found.files}
    assert families >= {"_1956", "_october", "another", "the-deletion"}


@pytest.mark.parametrize(
    ("kind", "old", "new", "why"),
    [
        ("issue", "banks", "x", "unknown"),
        ("issue", "bank", "light", "taken"),
        ("issue", "bank", "trust", "taken"),
        ("issue", "bank", "exchange", "reserved"),
        ("round", "hall", "end", "reserved"),
        ("issue", "bank", "The Bank", "no_id"),
        ("issue", "bank", "bank", "equal"),
        ("party", "lowick", "both", "reserved"),
        ("party", "lowick", "note", "changes"),
        ("option", "bank.shut", "season", "taken"),
    ],
)
def test_what_cannot_be_is_refused(kind: str, old: str, new: str, why: str, shelf: Path) -> None:
    before = content(shelf)
    with pytest.raises(NotRenamed) as refused:
        renamed("two-towns", kind, old, new, shelf)
    assert refused.value.why == why
    assert content(shelf) == before


def test_an_option_alone_is_enough_where_only_one_is_called_so(shelf: Path) -> None:
    assert renamed("two-towns", "option", "season", FRESH, shelf).places


def test_no_file_changes_where_one_cannot(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    with pytest.raises(OSError, match="changed meanwhile"):
        rewrite({one: b"x", other: b"y"}, {one: b"1", other: b"somebody else's"})
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")
    assert len(list(tmp_path.iterdir())) == 2
