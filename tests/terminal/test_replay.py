"""`replay`: forwards, backwards, by seat, from a save, an excerpt, a documented line or a plan."""

from pathlib import Path
from shutil import copytree

import pytest

from game.session.saves import saves_in
from tests.conftest import loaded
from tests.plans import SCENARIOS, plan_names, play_of
from tests.terminal.playing import PORTS, run


@pytest.fixture(scope="module")
def saves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("saves")
    words = ["watch", PORTS, "--as-a", "random-legal", "--as-b", "random-legal", "--saves", str(folder)]
    assert run([*words, "--seed", "5"]).code == 0
    return folder


def replay(saves: Path, *typed: str, words: tuple[str, ...] = ()) -> str:
    printed = run(["replay", "two-ports-watched", "--saves", str(saves), *words], typed)
    assert printed.code == 0
    return printed.text


def shown(text: str) -> list[str]:
    """Return the numbers of the positions that were shown, in order."""
    return [
        line.partition(".")[0]
        for line in text.splitlines()
        if line.partition(".")[0].isdigit() and "of 10" not in line
    ]


def test_one_goes_on_and_back_and_anywhere(saves: Path) -> None:
    told = replay(saves, "next", "", "n", "back", "go 1", "3", "first", "quit")
    assert shown(told) == ["0", "1", "2", "3", "2", "1", "3", "0"]


def test_a_position_shows_the_same_whichever_way_it_is_reached(saves: Path) -> None:
    forwards = replay(saves, "n", "n", "quit").split("\n2. ")[1].split("\nPosition")[0]
    backwards = replay(saves, "4", "b", "b", "quit").split("\n2. ")[1].split("\nPosition")[0]
    at_once = replay(saves, "quit", words=("--at", "2")).split("\n2. ")[1].split("\nPosition")[0]
    assert forwards == backwards == at_once


def test_the_ends_are_said_and_not_passed(saves: Path) -> None:
    told = replay(saves, "back", "last", "next", "all")
    assert "This is the beginning." in told
    assert told.count("This is the last position.") == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("go 9999", "Type a number from 0 to"),
        ("go", "Type a number from 0 to"),
        ("99999999999999999999", "There is no command"),
        ("nxet", "Did you mean next?"),
        ("²", "There is no command"),
        ("help", "one back"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_sentence(saves: Path, typed: str, said: str) -> None:
    told = replay(saves, typed, "quit")
    assert said in " ".join(told.split())
    assert shown(told) == ["0"]


def test_the_end_of_the_input_leaves(saves: Path) -> None:
    assert shown(replay(saves)) == ["0"]


def test_a_seat_is_told_its_own_game(saves: Path) -> None:
    vale, tarn = (replay(saves, words=("--seat", seat, "--all")) for seat in ("vale", "Tarn"))
    assert "It is told as Vale knew it." in vale
    assert "It is told as Tarn knew it." in tarn
    assert "The season" not in vale
    assert "Unity of the board" not in replay(saves, "last", words=("--seat", "tarn"))
    assert "Only a saved game can be forked" in replay(saves, "fork", words=("--seat", "tarn"))
    numbers = shown(vale)
    assert numbers == [str(number) for number in range(len(numbers))]


@pytest.mark.parametrize("seat", ["vale", "tarn"])
def test_an_excerpt_is_told_like_its_seat_of_the_save(saves: Path, tmp_path: Path, seat: str) -> None:
    file = tmp_path / "excerpt.jsonl"
    words = ["export", "two-ports-watched", "--seat", seat, "-o", str(file), "--saves", str(saves)]
    assert run(words).code == 0
    for typed in ([], ["n", "n", "back", "last", "quit"]):
        more = [] if typed else ["--all"]
        from_save = run(["replay", "two-ports-watched", "--seat", seat, "--saves", str(saves), *more], typed)
        assert run(["replay", str(file), *more], typed) == from_save
    assert run(["replay", str(file), "--seat", seat, "--all"]).code == 0


def test_an_excerpt_refuses_the_other_seat(
    saves: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "excerpt.jsonl"
    run(["export", "two-ports-watched", "--seat", "vale", "-o", str(file), "--saves", str(saves)])
    capsys.readouterr()
    for seat in ("tarn", "both", "nobody"):
        assert run(["replay", str(file), "--seat", seat]).code == 2
        assert "error T16" in capsys.readouterr().err


def test_a_documented_line_is_stepped_through_with_what_is_known_of_it() -> None:
    told = run(["replay", PORTS, "--line", "history"], ["n", "n", "quit"]).text
    assert "1. The Valish delegation offers" in told
    assert "The first word. [LOG]" in told
    seat = run(["replay", PORTS, "--line", "history", "--seat", "vale", "--all"]).text
    assert "You table an offer." in seat
    assert "A rumour" not in seat


def test_a_plan_is_stepped_through_like_a_game() -> None:
    play = play_of(loaded(SCENARIOS / "two-towns"), "linked")
    told = " ".join(run(["replay", "two-towns", "--plan", "linked", "--all"]).text.split("\n"))
    assert play.title[:12] in told
    assert f"a game of {len(play.moves)} moves" in told
    assert f" {len(play.moves)}. " in told
    assert "1. Position of your seat" not in told
    seat = run(["replay", "two-towns", "--plan", "linked", "--seat", "lowick", "--all"]).text
    assert f"a game of {len(play.moves)} moves" not in " ".join(seat.split("\n")), "it did not see all"


def test_a_plan_that_there_is_not_is_told_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["replay", "two-towns", "--plan", "linkt"]).code == 2
    problem = capsys.readouterr().err
    assert "error T80" in problem
    assert "Did you mean 'linked'?" in problem or "linked" in problem
    assert all(name in problem for name in plan_names("two-towns"))
    assert run(["replay", PORTS, "--plan", "linked"]).code == 2
    assert "error T81" in capsys.readouterr().err


def test_a_plan_that_does_not_come_out_is_not_shown_as_a_game(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copied = tmp_path / "two-ports"
    copytree(PORTS, copied)
    (copied / "plans").mkdir(exist_ok=True)
    (copied / "plans" / "wrong.plan").write_text("# It ends at once.\nexpect round heads\n", "utf-8")
    assert run(["replay", str(copied), "--plan", "wrong", "--all"]).code == 2
    told = capsys.readouterr().err
    assert "error T82" in told
    assert "N934" in told


def test_a_game_is_forked_where_one_stands(saves: Path) -> None:
    told = replay(saves, "3", "fork My road", "quit")
    assert "begins with the first 3 moves" in told
    assert "play --resume" in told
    (made,) = [save for save in saves_in(saves) if save.name.startswith("My road")]
    again = run(["replay", str(made)]).text
    assert "a game of 3 moves" in again or "a game of 4 moves" in again, "chance may have to speak at once"
    made.unlink()
