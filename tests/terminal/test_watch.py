"""`watch`: two bots play, told as `play` tells it, saved as any game is."""

import io
from pathlib import Path

from game import cli
from game.desk.finding import stored
from game.session.saves import open_save, saves_in
from game.terminal.console import Console
from game.terminal.watching import watch
from game.terminal.world import DONE, World
from game.text.catalogue import Catalogue
from tests.terminal.playing import PORTS, run

SEATS = ("--as-a", "linear", "--as-b", "tit-for-tat-steps")


def test_a_game_is_told_with_reasons_and_saved(tmp_path: Path) -> None:
    printed = run(["watch", PORTS, *SEATS, "--seed", "3", "--saves", str(tmp_path)])
    assert printed.code == DONE
    for said in ("For Vale: linear.", "For Tarn: tit for tat steps.", "tables an offer.", "Their reason"):
        assert said in printed.text
    assert "How it ended:" in printed.text
    talks, _, _ = printed.text.partition("How it ended:")
    assert not {"You", "Your"} & set(talks.split()), "nobody is spoken to"
    (path,) = saves_in(tmp_path)
    save = open_save(path, stored)
    assert [sitter.persona for _, sitter in save.header.seats] == ["linear", "tit_for_tat_steps"]
    assert save.header.seed == 3
    assert save.records


def test_the_same_seed_tells_the_same_game(tmp_path: Path) -> None:
    words = ["watch", PORTS, "--as-a", "random-legal", "--as-b", "random-legal", "--seed", "9"]
    first, second = (run([*words, "--saves", str(tmp_path / name)]).text for name in "ab")
    assert first.replace(str(tmp_path / "a"), "") == second.replace(str(tmp_path / "b"), "")


def test_several_games_have_seeds_in_a_row_and_their_endings_are_counted(tmp_path: Path) -> None:
    printed = run(["watch", PORTS, *SEATS, "--seed", "5", "--games", "3", "--saves", str(tmp_path)])
    assert [f"Seed {seed}." in printed.text for seed in (5, 6, 7)] == [True] * 3
    assert "Game 3 of 3." in printed.text
    counted = printed.after("How 3 games ended:").split()
    assert sum(int(word) for word in counted if word.isdigit()) == 3
    assert len(saves_in(tmp_path)) == 3


def test_it_waits_after_what_it_tells_and_not_after_the_end(say: Catalogue, tmp_path: Path) -> None:
    waits: list[float] = []
    console = Console(io.StringIO(), io.StringIO())
    world = World(console, say, lambda: tmp_path, 1, lambda: "noon", waits.append)
    assert watch(world, PORTS, ("linear", "linear"), seed=1, delay=0.5, games=1) == DONE
    (path,) = saves_in(tmp_path)
    assert set(waits) == {0.5}
    assert len(waits) <= len(open_save(path, stored).records)


def test_an_interrupt_leaves_cleanly_and_the_game_can_be_watched_on(say: Catalogue, tmp_path: Path) -> None:
    def interrupted(seconds: float) -> None:
        nonlocal left
        left -= 1
        if not left:
            raise KeyboardInterrupt

    left = 4
    target = io.StringIO()
    world = World(Console(io.StringIO(), target), say, lambda: tmp_path, 1, lambda: "noon", interrupted)
    assert watch(world, PORTS, ("linear", "linear"), seed=1, delay=1.0, games=5) == DONE
    assert "The game is saved." in target.getvalue()
    assert "Game 2" not in target.getvalue(), "who breaks off is shown no further game"
    (path,) = saves_in(tmp_path)
    printed = run(["play", "--resume", str(path), "--text", "--saves", str(tmp_path)])
    assert printed.code == DONE
    assert "The game goes on" in printed.text
    assert "How it ended:" in printed.text
    whole = tmp_path / "whole"
    run(["watch", PORTS, "--as-a", "linear", "--as-b", "linear", "--seed", "1", "--saves", str(whole)])
    (other,) = saves_in(whole)
    one, two = (open_save(each, stored).records for each in (path, other))
    assert [(made.author, made.move) for made in one] == [(made.author, made.move) for made in two]


def test_a_watched_game_is_gone_on_with_in_text_since_nobody_plays_it(tmp_path: Path) -> None:
    run(["watch", PORTS, *SEATS, "--seed", "3", "--saves", str(tmp_path)])
    printed = run(["play", "--resume", "two-ports-watched", "--saves", str(tmp_path)])
    assert printed.code == DONE
    assert printed.text.startswith("The game goes on where it was left.")


def test_whoever_may_sit_there_first_plays_where_nobody_is_named(tmp_path: Path) -> None:
    target = io.StringIO()
    assert cli.main(["watch", PORTS, "--saves", str(tmp_path)], io.StringIO(), target) == DONE
    assert "How it ended:" in target.getvalue()
