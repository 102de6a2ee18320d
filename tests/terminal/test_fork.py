"""`fork`: a new save that begins like another, and can be gone on with."""

from pathlib import Path

import pytest

from game.desk.finding import stored
from game.desk.lines import play_line
from game.rules.transcript import Made, mainline
from game.session.saves import Save, open_save, saves_in
from tests.conftest import DELETION, loaded
from tests.plans import play_of
from tests.terminal.playing import PORTS, play, run


def begun(folder: Path) -> Path:
    play(folder, "offer ferry=none dues=half", "hold", "undo", "offer ferry=none dues=full", "quit")
    (save,) = saves_in(folder)
    return save


def opened(path: Path) -> Save:
    return open_save(path, stored)


def moves(save: Save) -> list[tuple[int, object]]:
    return [(made.author, made.move) for made in mainline(save.records)]


def test_a_fork_begins_with_the_moves_that_count_and_says_where_it_comes_from(tmp_path: Path) -> None:
    path = begun(tmp_path)
    before = path.read_bytes()
    old = opened(path)
    for step in (0, 2, len(moves(old))):
        printed = run(
            ["fork", str(path), "--at", str(step), "--name", f"fork {step}", "--saves", str(tmp_path)]
        )
        assert printed.code == 0
        new = opened(tmp_path / f"fork {step}.negotiation.jsonl")
        assert moves(new)[:step] == moves(old)[:step]
        assert all(isinstance(record, Made) and record.author > 1 for record in new.records[step:])
        assert new.header.origin == f"two-ports-vale, move {step}"
        assert (new.header.seed, new.header.seats) == (old.header.seed, old.header.seats)
        assert new.damage is None
    assert path.read_bytes() == before, "the game that was forked is only read"


def test_a_fork_has_a_name_of_its_own_and_never_another_s(tmp_path: Path) -> None:
    path = begun(tmp_path)
    for _ in range(2):
        assert run(["fork", str(path), "--at", "1", "--saves", str(tmp_path)]).code == 0
    names = {each.name.removesuffix(".negotiation.jsonl") for each in saves_in(tmp_path)}
    assert names == {"two-ports-vale", "two-ports-vale from move 1", "two-ports-vale from move 1 (2)"}
    outside = run(["fork", str(path), "--at", "1", "--name", "../../up", "--saves", str(tmp_path)])
    assert outside.code == 0
    assert len(saves_in(tmp_path)) == 4


def test_a_fork_is_played_on_and_meets_the_same_opponent(tmp_path: Path) -> None:
    path = begun(tmp_path)
    run(["fork", str(path), "--at", "1", "--name", "again", "--saves", str(tmp_path)])
    printed = run(["play", "--resume", "again", "--text", "--saves", str(tmp_path)], ["quit"])
    assert printed.code == 0
    assert "The game goes on" in printed.text
    assert moves(opened(tmp_path / "again.negotiation.jsonl"))[:2] == moves(opened(path))[:2]


def test_moves_that_do_not_exist_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = begun(tmp_path)
    for step in ("-1", "99", "100000000000000000000"):
        assert run(["fork", str(path), f"--at={step}", "--saves", str(tmp_path)]).code == 2
        assert "error T12" in capsys.readouterr().err
    assert saves_in(tmp_path) == (path,), "nothing is made where nothing can be kept"


def test_a_damaged_game_is_forked_up_to_its_damage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = begun(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:2]) + b"damaged\n" + b"".join(lines[3:]))
    assert run(["fork", str(path), "--at", "1", "--saves", str(tmp_path)]).code == 0
    assert run(["fork", str(path), "--at", "2", "--saves", str(tmp_path)]).code == 2
    assert "It has 1." in capsys.readouterr().err


def test_a_watched_game_is_forked_and_watched_on(tmp_path: Path) -> None:
    run(["watch", PORTS, "--as-a", "linear", "--as-b", "linear", "--seed", "2", "--saves", str(tmp_path)])
    (path,) = saves_in(tmp_path)
    run(["fork", str(path), "--at", "4", "--name", "on", "--saves", str(tmp_path)])
    printed = run(["play", "--resume", "on", "--text", "--saves", str(tmp_path)])
    assert printed.code == 0
    assert "How it ended:" in printed.text
    assert moves(opened(tmp_path / "on.negotiation.jsonl")) == moves(opened(path))


def test_a_fork_of_history_has_its_first_moves_and_goes_on_from_the_chosen_chair(tmp_path: Path) -> None:
    scenario = loaded(DELETION)
    line = scenario.history[0]
    then = [(made.author, made.move) for made in play_line(scenario, line).moves]
    words = ["fork", "the-deletion", "--line", line.id, "--at", "9", "--side", "japan"]
    printed = run([*words, "--against", "khrushchev", "--saves", str(tmp_path)])
    assert printed.code == 0
    (path,) = saves_in(tmp_path)
    new = opened(path)
    assert moves(new)[:9] == then[:9]
    assert new.header.origin == f"{line.label}, move 9"
    assert [sitter.persona for _, sitter in new.header.seats] == ["khrushchev", ""]
    assert run(["play", "--resume", str(path), "--text"], ["hold", "quit"]).code == 0


def test_a_fork_of_a_plan_has_its_first_moves_and_says_where_it_comes_from(tmp_path: Path) -> None:
    play = play_of(loaded(DELETION), "okinawa_stands")
    words = ["fork", "the-deletion", "--plan", "okinawa-stands", "--at", "5", "--saves", str(tmp_path)]
    assert run(words).code == 0
    (path,) = saves_in(tmp_path)
    new = opened(path)
    assert moves(new)[:5] == [(made.author, made.move) for made in play.moves[:5]]
    assert new.header.origin == f"{play.title}, move 5"
    assert all(sitter.is_person for _, sitter in new.header.seats)


def test_a_line_has_only_its_own_moves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = run(["fork", "the-deletion", "--line", "history", "--at", "999", "--saves", str(tmp_path)])
    assert printed.code == 2
    assert "error T12" in capsys.readouterr().err
    assert not list(saves_in(tmp_path))
