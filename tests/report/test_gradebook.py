"""The rows of a class: as documented, as reckoned elsewhere, and no formula in them."""

import csv
import io
import re
from pathlib import Path

import pytest

from game.analysis.findings import findings
from game.content.load import load
from game.desk.beginning import Wish, begin
from game.desk.beside import keep_beside
from game.desk.duration import minutes_sat
from game.desk.finding import stored
from game.desk.game_csv import FORMULA
from game.desk.keeping import keep_declared
from game.report.gradebook import COLUMNS
from game.report.tables import Reader
from game.rules.moves import WalkOut
from game.rules.transcript import mainline, replay
from game.session.placed import Placed
from game.session.saves import open_save
from tests.conftest import ROOT
from tests.report.classes import SAY
from tests.terminal.playing import PORTS, Printed, run

Row = dict[str, str]


def exported(folder: Path, *words: str) -> Printed:
    return run(["export", str(folder), "--gradebook", *words])


def rows(folder: Path) -> list[Row]:
    return list(csv.DictReader(io.StringIO(exported(folder).text, newline="")))


def table_of_a_class(folder: Path, name: str = "Table 7", team: str = "Herons") -> None:
    """Play a table: a plan, a guess, and the other side left sitting."""
    loaded = load(PORTS)
    assert loaded.scenario is not None
    walls = iter(f"1956-10-19 09:{minute:02}:00" for minute in range(60))
    placed = Placed(name=name, roles=(("Head", "Note-taker"), ()))
    wish = Wish((0, 1), "", 1, True, folder, lambda: next(walls), teams=(team, ""), placed=placed)
    game = begin(SAY, loaded.scenario, loaded, wish)
    game.session.begin()
    kept = {"most": "ferry", "prediction": 70, "locked": True}
    keep_beside(game.session, 0, kept)
    game.guess(0, 0, band=3)
    assert game.make(0, WalkOut()) is None
    game.session.close()


def test_every_column_is_documented_in_its_order() -> None:
    page = (ROOT / "docs/data.md").read_text("utf-8").partition("## The gradebook")[2].partition("\n## ")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == COLUMNS


def test_a_row_for_each_seat_says_what_the_debrief_says(eight: Path) -> None:
    found = rows(eight)
    assert [row["side"] for row in found] == ["vale", "tarn"] * 8
    signed = 0
    for row in found:
        save = open_save(eight / row["file"], stored)
        party = ("vale", "tarn").index(row["side"])
        course = replay(save.scenario, mainline(save.records))
        expected = findings(save.scenario, course, party)
        assert int(row["points"]) == expected.points.points
        assert int(row["surplus"]) == int(row["points"]) - int(row["reservation"])
        assert int(row["articles_same"]) == expected.text.same
        counted = sum(int(row[name]) for name in COLUMNS if name.startswith("articles_"))
        assert counted == expected.text.articles
        assert int(row["process"]) == sum(mark.score for mark in expected.process)
        assert row["player"] == save.header.seats[party][1].persona
        signed += row["signed"] == "yes"
    assert 0 < signed < 16, "or nothing was told apart"


def test_a_table_of_a_class_is_called_as_it_called_itself(tmp_path: Path) -> None:
    table_of_a_class(tmp_path)
    one, two = rows(tmp_path)
    assert (one["name"], one["team"], one["player"], one["students"]) == (
        "Table 7",
        "Herons",
        "students",
        "2",
    )
    assert (two["team"], two["students"], two["planned"]) == ("", "", "no")
    assert (one["trigger"], one["signed"], one["moves"], two["moves"]) == ("walk_out", "no", "1", "0")
    assert (one["planned"], one["predicted"], one["came_true"]) == ("yes", "70", "no")
    assert one["prediction_score"] == "51"
    assert one["guesses"] == "1"
    assert one["minutes"] == "1"


def test_a_report_calls_a_table_by_its_name_only_when_asked(tmp_path: Path) -> None:
    table_of_a_class(tmp_path)
    (tmp_path / "Table 7.negotiation.jsonl").rename(tmp_path / "sent in.negotiation.jsonl")
    (named,), (bare,) = (Reader(SAY).folder(tmp_path, names=names).tables for names in (True, False))
    assert ("Table 7" in named.label, named.seats[0]) == (True, "Herons")
    assert ("Table 7" in bare.label, bare.seats[0]) == (False, SAY("report.person"))


def test_a_paper_agreement_has_no_points_and_no_process(tmp_path: Path) -> None:
    scenario = load(PORTS).scenario
    assert scenario is not None
    table_of_a_class(tmp_path)  # its save tells which version of the scenario is meant
    keep_declared(SAY, tmp_path, scenario, "Table 4", scenario.historical_package())
    one = next(row for row in rows(tmp_path) if row["name"] == "Table 4")
    assert (one["player"], one["signed"]) == ("paper", "yes")
    assert {one[name] for name in ("points", "process", "moves", "minutes", "ending")} == {""}
    assert int(one["articles_same"]) > 0


@pytest.mark.parametrize("first", ["=", FORMULA[-1], " ="])
def test_no_name_becomes_a_formula(tmp_path: Path, first: str) -> None:
    table_of_a_class(tmp_path, f"{first}1;=2", f"{first}HYPERLINK(1)")
    for row in rows(tmp_path):
        for cell in row.values():
            assert not cell.strip().startswith(FORMULA)
            assert ";=" not in cell


def test_a_game_that_is_not_over_is_told_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table_of_a_class(tmp_path)
    words = ["play", PORTS, "--side", "vale", "--text", "--saves", str(tmp_path)]
    run(words, ["", "quit"])
    printed = exported(tmp_path)
    assert printed.code == 1
    assert len(printed.text.splitlines()) == 3
    assert "two-ports-vale" in capsys.readouterr().err


def test_a_file_is_one_that_spreadsheets_open(tmp_path: Path) -> None:
    table_of_a_class(tmp_path)
    file = tmp_path / "class.csv"
    assert exported(tmp_path, "-o", str(file)).code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbftable,name,")


def test_a_save_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exported(tmp_path / "none").code == 2
    assert "error T73" in capsys.readouterr().err


def test_breaks_and_clocks_put_back_count_for_nothing() -> None:
    day = "1956-10-19"
    assert minutes_sat([f"{day} 09:00:00", f"{day} 09:30:00", f"{day} 11:00:00", f"{day} 11:05:00"]) == 35
    assert minutes_sat([f"{day} 09:00:00", f"{day} 08:00:00", f"{day} 08:01:00"]) == 1
    assert minutes_sat(["noon", f"{day} 09:00:00"]) is None
