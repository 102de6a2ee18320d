"""Series of games of two bots: equal for any executor, whole, and each chair by itself."""

import json
import multiprocessing
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from game.analysis.simulate import Played, one_game, series, simulated
from game.content.load import load
from game.desk.series import Pair, series_chart, series_csv, series_json
from game.rules.moves import Accept, PartyMove
from game.rules.scenario import Scenario, Trigger
from game.rules.state import State
from game.text.catalogue import Catalogue
from game.text.catalogue import load as catalogue
from tests.conftest import PORTS, ROOT
from tests.terminal.playing import run


def pair(folder: Path = PORTS, personas: tuple[str, str] = ("linear", "tit_for_tat_steps")) -> Pair:
    return Pair(tuple(load(folder).sources.items()), personas, seed=4)


class AtOnce(Executor):
    """Does the work where it stands, the last piece first to be asked for."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def test_the_same_games_come_out_of_any_executor(ports: Scenario) -> None:
    told: list[int] = []
    alone = simulated(ports, pair(), 45, AtOnce(), told.append)
    assert [one.number for one in alone.games] == list(range(45))
    assert sorted(told)[-1] == 45
    with ThreadPoolExecutor(3) as threads:
        assert simulated(ports, pair(), 45, threads, lambda done: None) == alone


@pytest.mark.long
def test_the_same_games_come_out_of_one_process_and_of_two(ports: Scenario) -> None:
    alone = simulated(ports, pair(), 60, AtOnce(), lambda done: None)
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as processes:
        several = simulated(ports, pair(), 60, processes, lambda done: None)
    assert several == alone
    assert series_json(ports, several, pair()) == series_json(ports, alone, pair())


def test_families_and_endings_hold_every_game_once(ports: Scenario) -> None:
    found = simulated(ports, pair(), 30, AtOnce(), lambda done: None)
    assert sum(each.games for each in found.families) == sum(found.endings) == 30
    assert [each.games for each in found.families] == sorted(
        (each.games for each in found.families), reverse=True
    )
    for each in found.deciding:
        assert sum(each.endings) == each.games
        assert 0 <= each.weight <= 1000


def test_an_unsigned_game_leaves_each_chair_what_it_had(ports: Scenario) -> None:
    found = simulated(
        ports, pair(personas=("always_reject", "always_reject")), 5, AtOnce(), lambda done: None
    )
    assert all(one.surplus == (0, 0) for one in found.games if not one.signed)
    assert any(not one.signed for one in found.games)


def test_a_refused_move_counts_as_a_fault_and_the_game_goes_on(ports: Scenario) -> None:
    def wrong(state: State, party: int, game: int, ply: int) -> PartyMove:
        return Accept(99)

    one = one_game(ports, wrong, 1, 0)
    assert one.faults > 0


def test_a_choice_that_changes_every_ending_weighs_most(ports: Scenario) -> None:
    def game(number: int, choice: int) -> Played:
        blank = (-1,) * len(ports.issues)
        choices = (choice, *((-1,) * (len(ports.decisions) - 1)))
        trigger = Trigger.DEADLINE
        return Played(number, choice, trigger, blank, False, False, (number, -number), choices, 9, 0)

    found = series(ports, [game(n, n % 2) for n in reversed(range(10))])
    assert [(each.choice, each.games, each.weight) for each in found.deciding] == [(0, 5, 500), (1, 5, 500)]
    assert (found.surplus[0].least, found.surplus[0].middle, found.surplus[0].most) == (0, 4, 9)
    assert found.surplus[1].below == 9


def test_the_command_prints_the_table_and_writes_the_files(ports: Scenario, tmp_path: Path) -> None:
    files = {form: tmp_path / f"series.{form}" for form in ("csv", "json", "chart")}
    words = ["simulate", str(PORTS), "--games", "8", "--workers", "1", "--as-a", "linear", "--as-b", "linear"]
    for form, file in files.items():
        words += [f"--{form}", str(file)]
    printed = run(words)
    assert printed.code == 0
    assert "How 8 games ended:" in printed.text
    assert "its own scale" in printed.text
    assert "games a second" in printed.text
    assert len(files["csv"].read_text("utf-8").splitlines()) == 9
    assert json.loads(files["json"].read_text("utf-8"))["games"] == 8
    assert files["chart"].read_text("utf-8").startswith("<svg ")


def test_the_files_of_a_series_are_the_same_each_time(ports: Scenario) -> None:
    say: Catalogue = catalogue(ROOT / "assets" / "text" / "en.yaml")
    one, two = (simulated(ports, pair(), 12, AtOnce(), lambda done: None) for _ in "ab")
    assert series_csv(ports, one) == series_csv(ports, two)
    assert series_chart(say, ports, one) == series_chart(say, ports, two)


def test_an_unknown_opponent_is_a_coded_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["simulate", str(PORTS), "--games", "1", "--as-a", "nobody"]).code == 2
    assert "error T" in capsys.readouterr().err
