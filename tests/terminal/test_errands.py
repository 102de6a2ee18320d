"""The commands of the program: what they print, and with which exit code."""

import io
import json
from pathlib import Path

import pytest

from game import cli, places
from game.commands.carrying_out import DEBUG_VARIABLE
from game.session.saves import saves_in
from game.terminal import errands
from tests.terminal.playing import PORTS, play, run


@pytest.mark.parametrize("line", ["history", "history-other-reading", "history_other_reading"])
def test_every_line_of_history_gives_ten_articles_the_same(line: str) -> None:
    printed = run(["history", "the-deletion", "--line", line])
    assert printed.code == 0
    assert (
        sum(row.startswith("Article") and row.endswith(": same.") for row in printed.text.splitlines()) == 10
    )
    assert "Title: same." in printed.text
    assert "Letters: same." in printed.text


def test_history_tells_what_is_disputed_and_what_is_filled_in() -> None:
    told = " ".join(run(["history", "the-deletion"]).text.split())
    assert "(disputed)" in told
    assert "is a strong inference; its other points are filled in. [WC1018; Z122]" in told


def test_one_changed_letter_of_a_clause_is_noticed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in places.scenarios_folder().glob("*/*.yaml"):
        copy = tmp_path / file.parent.name / file.name
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(
            file.read_text("utf-8").replace("taking into consideration", "taking in consideration", 1)
            if file.name == "islands.yaml"
            else file.read_text("utf-8"),
            "utf-8",
        )
    printed = run(["history", str(tmp_path / "the-deletion")])
    assert printed.code != 0
    assert "article 9" in (printed.text + capsys.readouterr().err).casefold()


def test_a_package_is_declared_with_what_was_assumed() -> None:
    printed = run(["declare", "the-deletion", "rest=words"])
    assert printed.code == 0
    assert "Assumed as in history:" in printed.text
    assert "Article 9, The peace treaty and the islands: closer to Japan." in printed.text
    assert "9 of 10 articles are the same." in printed.text


def test_a_package_may_rest_on_the_opening_or_on_nothing() -> None:
    opening = run(["declare", "the-deletion", "--from", "opening"])
    assert "Assumed as agreed at the opening:" in opening.text
    assert "absent" in opening.text
    nothing = run(["declare", "the-deletion", "--from", "nothing", "islands=two_after"])
    assert "Left open:" in nothing.text


def test_an_agreement_on_paper_is_kept_beside_the_saves(tmp_path: Path) -> None:
    asked = ["declare", "two-towns", "1=2", "2=3", "3=2", "--keep", "Table 4", "--saves", str(tmp_path)]
    printed = run(asked)
    assert printed.code == 0
    assert "Kept:" in printed.text
    assert "Kept in the place of what this team had before:" in run(asked).text
    kept = json.loads((tmp_path / "Table 4.declared.json").read_text("utf-8"))
    assert kept["package"] == {"bank": "three_days", "light": "shared", "form": "agreement"}
    run(["declare", "two-towns", "--keep", "None", "--saves", str(tmp_path)])
    assert json.loads((tmp_path / "None.declared.json").read_text("utf-8"))["package"] == {}


def test_a_pack_is_printed_for_whom_it_is_wanted(tmp_path: Path) -> None:
    def made(*words: str) -> str:
        file = tmp_path / "pack.html"
        assert run(["print", "two-towns", "-o", str(file), *words]).code == 0
        return file.read_text("utf-8").partition("</style>")[2]

    whole, students, side = made(), made("--for", "students"), made("--side", "lowick")
    assert ("for the teacher alone" in whole, "for the teacher alone" in students) == (True, False)
    assert ("Skerry alone" in students, "Skerry alone" in side, "Lowick alone" in side) == (True, False, True)
    assert "Lowick alone" not in made("--for", "teacher")


def test_a_package_that_does_not_hold_together_says_which_need_fails() -> None:
    printed = run(["declare", "the-deletion", "okinawa=clause_in", "islands=nothing"])
    assert printed.code == 1
    assert "cannot stand by itself" in " ".join(printed.text.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["declare", "the-deletion", "islands=two_aftr"], "error T08: The issue islands has no option"),
        (["declare", "the-deletion", "ilands=two_after"], "Did you mean islands?"),
        (["declare", PORTS, "x=y"], "error T"),
        (["history", "the-deletoin"], "Did you mean the-deletion?"),
        (["history", "the-deletion", "--line", "histroy"], "Did you mean"),
        (["play", "the-deletion", "--side", "japn"], "Did you mean japan?"),
        (["play", "the-deletion", "--side", "japan", "--against", "krushchev"], "Did you mean khrushchev?"),
        (["play", "--resume", "nowhere"], "error T06"),
        (["replay", "nowhere"], "error T06"),
        (["replay", "the-deletion", "--line", "histroy"], "Did you mean"),
        (["replay", "the-deletion", "--line", "history", "--seat", "japn"], "Did you mean japan?"),
        (["replay", "the-deletion", "--line", "history", "--seat", "both"], "error T03"),
        (["replay", "the-deletion", "--line", "history", "--at", "9999"], "error T11"),
        (["replay", "the-deletion", "--line", "history", "--at", "-1"], "error T11"),
        (["fork", "nowhere", "--at", "1"], "error T06"),
        (["fork", "nowhere"], "error T00"),
        (["export", "nowhere", "--seat", "japan"], "error T06"),
        (["export", "nowhere", "--csv", "--json"], "error T00"),
        (["watch", "the-deletion", "--as-a", "krushchev"], "Did you mean khrushchev?"),
        (["watch", "the-deletoin"], "Did you mean the-deletion?"),
        (["watch", "--delay", "-1"], "error T00"),
        (["watch", "--delay", "nan"], "error T00"),
        (["watch", "--games", "0"], "error T00"),
        (["watch", "--seed", "9" * 20], "error T18"),
        (["play", "--text", "--side", "japan", "--seed", "9" * 20], "error T18"),
        (["graph", "the-deletoin"], "Did you mean the-deletion?"),
        (["graph", "the-deletion", "--format", "svg"], "error T00"),
        (["graph", "the-deletion", "--coverage", "nowhere"], "error T06"),
        (["graph", "the-deletion", "--coverage", "tests"], "error T06"),
        (["print", "two-towns", "--side", "both"], "error T03"),
        (["print", "two-towns", "--side", "lowick", "--for", "teacher"], "error T00"),
        (["dance"], "error T00"),
        (["play", "--seed", "many"], "error T00"),
    ],
)
def test_what_cannot_be_done_is_one_coded_sentence(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    keeps = words[0] not in ("declare", "history", "print", "dance")
    saves = ["--saves", str(tmp_path)] if keeps else []
    printed = run([*words, *saves])
    told = capsys.readouterr().err
    assert printed.code == 2
    assert said in told
    assert told.startswith("error T")
    assert "Traceback" not in told


def test_check_says_how_far_each_reason_reaches() -> None:
    told = run(["check", PORTS]).text
    assert "No sentence covers more than" in told
    every = run(["check", "--reasons", PORTS]).text
    assert "assumption: Neither friends nor enemies." in " ".join(every.split())


def test_check_reports_sound_and_broken_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "the-deletion", PORTS]).code == 0
    broken = tmp_path / "broken" / "scenario.yaml"
    broken.parent.mkdir()
    broken.write_text("format: 1\nscenario: [\n")
    printed = run(["check", str(broken)])
    assert printed.code == 1
    assert ": error N" in printed.text
    listed = json.loads(run(["check", "--json", str(broken)]).text)
    assert listed[0]["severity"] == "error"
    assert run(["history", str(broken)]).code == 2
    assert ": error N" in capsys.readouterr().err


def test_a_game_is_told_again_move_by_move(tmp_path: Path) -> None:
    play(tmp_path, "walk out", "yes")
    (save,) = saves_in(tmp_path)
    printed = run(["replay", str(save), "--all"])
    assert printed.code == 0
    assert "walks out." in printed.text


def test_a_damaged_save_opens_to_its_last_good_move_and_says_so(tmp_path: Path) -> None:
    play(tmp_path, "offer ferry=none dues=half", "hold", "quit")
    (save,) = saves_in(tmp_path)
    lines = save.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"hold", b"hole").replace(b"propose", b"purpose")
    save.write_bytes(b"".join(lines[:2]) + lines[2][::-1].strip() + b"\n" + b"".join(lines[3:]))
    printed = run(["replay", str(save)])
    assert printed.code == 1
    assert "warning S209" in printed.text
    resumed = run(["play", "--text", "--resume", str(save)])
    assert "warning S209" in resumed.text
    assert resumed.code == 0


def test_help_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]).code == 0
    told = capsys.readouterr().out
    games = ("play", "watch", "replay", "fork", "export", "report", "graph")
    for command in (*games, "check", "history", "declare", "test", "bench", "Exit codes"):
        assert command in told
    for command in (*games, "check", "history", "declare"):
        assert run([command, "--help"]).code == 0
        assert "usage" in capsys.readouterr().out


def test_an_unexpected_fault_is_a_sentence_with_the_place_of_the_save(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(io.StringIO):
        def readline(self, size: int = -1, /) -> str:
            raise OSError("the terminal is gone")

    words = ["play", PORTS, "--side", "vale", "--saves", str(tmp_path), "--text"]
    assert cli.main(words, Broken(), io.StringIO()) == 2
    told = capsys.readouterr().err
    assert told.startswith("error T99")
    assert "two-ports-vale" in told
    with pytest.raises(OSError, match="the terminal is gone"):
        cli.main([*words, "--debug"], Broken(), io.StringIO())
    monkeypatch.setenv(DEBUG_VARIABLE, "1")
    with pytest.raises(OSError, match="the terminal is gone"):
        cli.main(words, Broken(), io.StringIO())


def test_an_interrupt_is_a_polite_farewell(tmp_path: Path) -> None:
    class Interrupted(io.StringIO):
        def readline(self, size: int = -1, /) -> str:
            raise KeyboardInterrupt

    target = io.StringIO()
    words = ["play", PORTS, "--side", "vale", "--saves", str(tmp_path), "--text"]
    assert cli.main(words, Interrupted(), target) == errands.DONE
    assert "The game is saved." in target.getvalue()
