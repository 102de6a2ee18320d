"""A table of a class in text mode: opened by its file, taken up again, timed."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from game import places
from game.content.load import load
from game.desk.seating import begin_table, class_called, left_at, seated
from game.session.faults import SaveFault
from game.session.kept import load_kept
from game.session.saves import Save, open_save, saves_in
from game.text.catalogue import Catalogue
from tests.terminal.playing import PORTS, Printed, play, run

SOLO = f"format: 1\nscenario: {PORTS}\nside: vale\nopponent: linear\nseed: 1\n"


def opened(folder: Path, text: str, words: Sequence[str] = (), typed: Sequence[str] = ()) -> Printed:
    file = folder / "class.yaml"
    file.write_text(f"{text}saves: games\n", "utf-8")
    return run(["table", str(file), "--text", *words], typed)


def saved(folder: Path) -> list[Save]:
    return [open_save(path, load_kept) for path in saves_in(folder / "games")]


def test_one_command_opens_a_table_that_is_called_by_its_number(tmp_path: Path) -> None:
    teams = "teams: {vale: {name: Herons, roles: [Head, Note-taker]}}\n"
    printed = opened(tmp_path, SOLO + teams, ["--number", "7"], ["", "quit"])
    assert "This is Table 7." in printed.text
    assert "Herons" in printed.text
    assert "who does what: Head, Note-taker." in printed.text
    (save,) = saved(tmp_path)
    assert save.path.name == "Table 7.negotiation.jsonl"
    assert save.header.placed.name == "Table 7"
    assert save.header.placed.roles == (("Head", "Note-taker"), ())
    assert save.header.seats[0][1].name == "Herons"
    assert save.header.seed == 1


def test_a_dropped_file_asks_for_what_it_leaves_open(tmp_path: Path) -> None:
    file = tmp_path / "class.yaml"
    file.write_text(f"format: 1\nscenario: {PORTS}\nsaves: games\n", "utf-8")
    printed = run([str(file)], ["  ", "North\u200b  table", "nobody", "both", "Herons", "", "", "", "quit"])
    assert "What is this table called?" in printed.text
    (save,) = saved(tmp_path)
    assert save.header.placed.name == "North table"
    assert [sitter.is_person for _, sitter in save.header.seats] == [True, True]
    assert [sitter.name for _, sitter in save.header.seats] == ["Herons", ""]


def test_a_class_file_in_its_place_is_opened_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path))
    (tmp_path / "class.yaml").write_text(f"{SOLO}table: A\nsaves: games\n", "utf-8")
    assert "This is A." in run([], ["", "", "quit"]).text


def test_a_table_that_was_left_goes_on_until_its_game_is_over(say: Catalogue, tmp_path: Path) -> None:
    teams = "teams: {vale: {name: Herons}}\n"
    opened(tmp_path, SOLO + teams, ["--number", "7"], ["", "quit"])
    again = opened(tmp_path, SOLO + teams, ["--number", "7"], ["walk out", "yes"])
    assert "it goes on" in again.text
    assert len(saved(tmp_path)) == 1
    assert left_at(say, tmp_path / "games", "Table 7") is None


def test_another_game_is_begun_only_when_that_is_said(tmp_path: Path) -> None:
    teams = "teams: {vale: {name: Herons}}\n"
    opened(tmp_path, SOLO + teams, ["--number", "7"], ["", "quit"])
    opened(tmp_path, SOLO + teams, ["--number", "8"], ["", "quit"])
    opened(tmp_path, SOLO + teams, ["--number", "7", "--new"], ["", "quit"])
    names = sorted(save.path.name.partition(".")[0] for save in saved(tmp_path))
    assert names == ["Table 7", "Table 7 (2)", "Table 8"]


def test_what_only_happens_to_be_called_like_a_table_is_not_taken_up(say: Catalogue, tmp_path: Path) -> None:
    play(tmp_path, "quit")
    (path,) = saves_in(tmp_path)
    path.rename(tmp_path / "Table 7.negotiation.jsonl")
    assert left_at(say, tmp_path, "Table 7") is None
    (tmp_path / "Table 7 (2).negotiation.jsonl").write_text("not a save")
    with pytest.raises(SaveFault):
        open_save(tmp_path / "Table 7 (2).negotiation.jsonl", load_kept)
    assert left_at(say, tmp_path, "Table 7") is None


def test_what_the_teacher_has_fixed_cannot_be_changed(tmp_path: Path) -> None:
    fixed = SOLO + "undo: no\nclock: {turn: 4, lesson: 40}\nfixed: [clock]\nteams: {vale: {name: Herons}}\n"
    printed = opened(tmp_path, fixed, ["--number", "7"], ["", "hold", "undo", "clock pause", "quit"])
    assert "your teacher has laid it down so" in printed.text
    assert "Your teacher alone pauses this clock." in printed.text
    assert "This turn: 4 minutes." in printed.text
    assert "The clock stands." not in printed.text
    again = run(["play", "--text", "--resume", str(saved(tmp_path)[0].path)], ["undo", "quit"])
    assert "your teacher has laid it down so" in again.text, "who goes round the file is held to it as well"


def test_the_clock_is_paused_and_extended_in_words(tmp_path: Path) -> None:
    timed = SOLO + "clock: {turn: 4, lesson: 40}\nteams: {vale: {name: Herons}}\n"
    printed = opened(
        tmp_path, timed, ["--number", "7"], ["", "clock more", "clock pause", "clock go", "quit"]
    )
    assert "This turn: 5 minutes." in printed.text
    assert "The lesson: 41 minutes." in printed.text
    stands = printed.after("The clock stands.")
    assert "The clock stands." not in stands


def test_where_nothing_is_timed_the_clock_says_so(tmp_path: Path) -> None:
    printed = opened(tmp_path, SOLO, ["--number", "7"], ["", "", "clock", "quit"])
    assert "Nothing is timed at this table." in printed.text


def test_a_faulty_file_opens_no_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = opened(tmp_path, SOLO + "clok: {turn: 4}\n")
    told = capsys.readouterr().err
    assert printed.code == 2
    assert "class.yaml:6:1: error N101" in told
    assert "error T70" in told
    assert not (tmp_path / "games").exists()


@pytest.mark.long
def test_the_example_is_written_once_and_can_be_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.yaml"
    assert run(["table", str(file), "--write"]).code == 0
    assert run(["table", str(file), "--write"]).code == 2
    assert "error T71" in capsys.readouterr().err
    printed = run(["table", str(file), "--number", "3", "--text"], ["Cranes", "Bears", "", "", "quit"])
    assert "This is Table 3." in printed.text
    assert (tmp_path / "class-saves" / "Table 3.negotiation.jsonl").is_file()


def test_a_table_plays_the_scenario_as_the_file_wants_it(say: Catalogue, tmp_path: Path) -> None:
    file = tmp_path / "class.yaml"
    file.write_text(f"format: 1\nscenario: {PORTS}\nside: both\nchance: no\ntable: A\n", "utf-8")
    seating = seated(say, class_called(say, str(file)), None)
    game = begin_table(say, seating, folder=tmp_path, seed=5, wall=lambda: "noon")
    header = game.session.header
    assert (header.seed, header.chance_on, header.fingerprint) == (5, False, load(PORTS).scenario.fingerprint)
    game.session.close()
