"""What the load screen tells of saves: how far a game came, what is damaged; no file stops the list."""

import os
from pathlib import Path

import pytest

from game.content.load import load
from game.desk.shelf import Shelf
from game.desk.witnesses import keep_line
from game.rules.moves import Hold
from game.rules.transcript import Made
from game.session.names import SUFFIX
from game.ui.wishes import Screen
from tests.conftest import PORTS
from tests.session.tables import Table
from tests.ui.windows import SAY, Person


def only_save(folder: Path) -> Path:
    (found,) = (folder / "saves").glob(f"*{SUFFIX}")
    return found


def test_a_save_tells_talks_chair_opponent_and_how_far_it_came(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("hold", "choice:2")
    moves = len(person.flow.sitting.game.session.states) - 1
    person.do("title", "go:load")
    (row,) = person.model.saves
    assert row.control.label == "Two Ports"
    assert row.who == "Vale, against linear"
    assert row.where.startswith("The envoys: ")
    assert 1 <= int(row.moves.split()[0]) <= moves
    assert not row.fault
    person.do("save:two-ports-vale")
    assert person.flow.screen is Screen.TABLE


def test_a_game_that_is_over_says_so(tmp_path: Path) -> None:
    person = Person(tmp_path).begin(plan=False).do("walk_out", "walk_out")
    told = Shelf(SAY).told(only_save(tmp_path))
    assert told.over
    person.flow.close()


def test_hot_seat_has_no_opponent(tmp_path: Path) -> None:
    Person(tmp_path).do("new_game", "side:both", "begin").flow.close()
    told = Shelf(SAY).told(only_save(tmp_path))
    assert (told.persons, told.opponent) == (("Vale", "Tarn"), "")


def test_a_torn_save_says_which_line_and_a_later_look_sees_that_it_changed(tmp_path: Path) -> None:
    Person(tmp_path).begin().do("hold").flow.close()
    path, shelf = only_save(tmp_path), Shelf(SAY)
    whole = shelf.told(path)
    path.write_bytes(path.read_bytes()[:-3])
    torn = shelf.told(path)
    assert "cut off" in torn.fault
    assert torn.title == "Two Ports"
    assert torn.moves <= whole.moves


@pytest.fixture
def line(tmp_path: Path) -> Path:
    """A line of play that `plan --lines` or `explore --lines` wrote beside the games."""
    saves, loaded = tmp_path / "saves", load(PORTS)
    assert loaded.scenario is not None
    moves = [Made(0, Hold())]
    return saves / keep_line(SAY, loaded, moves, saves, ("line", "explore: ending x"), lambda: "noon")


def test_a_line_of_play_is_told_from_a_game_and_is_not_gone_on_with(line: Path, tmp_path: Path) -> None:
    person = Person(tmp_path)
    assert person.model.last_game == ""
    person.do("go:load")
    (row,) = person.model.saves
    assert row.who == "A line of play, not a game (explore: ending x)"
    assert (row.flags, row.again.enabled) == ((), True)  # whoever plays it gives nothing away


def test_a_line_of_play_that_somebody_went_on_with_is_a_game(line: Path, tmp_path: Path) -> None:
    person = Person(tmp_path).do("go:load", f"save:{line.name.removesuffix(SUFFIX)}")
    Table(person.flow.sitting.game.session).make("tarn hold")
    person.flow.close()
    told = Shelf(SAY).told(line)
    assert told.line == ""
    assert told.persons == ("Vale", "Tarn")


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"\x00" * 5_000, b"[" * 100_000, b'{"format": 99}\n', b"\xff\xfe{}\n", b"{}\n" * 1_000],
)
def test_whatever_a_file_holds_it_is_listed_with_what_is_wrong(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / f"odd{SUFFIX}"
    path.write_bytes(content)
    told = Shelf(SAY).told(path)
    assert (told.name, told.title) == ("odd", "")
    assert told.fault


def test_a_save_of_which_the_first_line_never_came_is_not_gone_on_with(tmp_path: Path) -> None:
    Person(tmp_path).begin().do("hold").flow.close()
    played = only_save(tmp_path)
    empty = played.with_name(f"later{SUFFIX}")
    empty.write_bytes(b"")
    later = played.stat().st_mtime + 60
    os.utime(empty, (later, later))
    person = Person(tmp_path).do("continue")
    assert person.flow.screen is not Screen.LOAD
    assert person.flow.sitting.game.session.store.name == played.name
    person.flow.close()


def test_a_save_that_has_gone_is_told_too(tmp_path: Path) -> None:
    assert Shelf(SAY).told(tmp_path / f"gone{SUFFIX}").fault
