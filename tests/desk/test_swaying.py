"""Numbers moved by their slack: no fact breaks, a run that was stopped goes on, another run is refused."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from game.content.authored import authored
from game.content.load import load
from game.content.slack import broken, courses_of
from game.desk.series import Pair
from game.desk.swaying import Kept, Move, farthest, moves_of, swayed
from game.rules.scenario import Scenario
from tests.conftest import PORTS
from tests.terminal.playing import run

HEAD: dict[str, object] = {"seed": 4}
PAIR = Pair(tuple(load(PORTS).sources.items()), ("linear", "tit_for_tat_steps"), seed=4)


class Counted(ThreadPoolExecutor):
    """One thread that counts what it is given, and is stopped from the keyboard after so many."""

    def __init__(self, until: int = 10**6) -> None:
        super().__init__(1)
        self.given, self.until = 0, until

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.given += 1
        if self.given > self.until:
            raise KeyboardInterrupt
        return super().submit(fn, *args, **kwargs)


def looked(lines: list[str], executor: Counted, ports: Scenario, moves: Any) -> Any:
    with executor:
        kept = Kept(HEAD, tuple(lines), lines.append)
        return swayed(PAIR, moves, 4, executor, 1, kept, lambda of: lambda done: None)


@pytest.fixture(scope="module")
def all_moves(ports: Scenario) -> tuple[tuple[Move, ...], ...]:
    return tuple(moves_of(ports))


def test_a_number_moves_as_far_as_the_facts_let_it_and_no_farther(
    ports: Scenario, all_moves: tuple[tuple[Move, ...], ...]
) -> None:
    numbers = {each.name: each for each in authored(ports)}

    def breaks(name: str, value: int) -> bool:
        changed = numbers[name].put(value)
        return any(not each.disputed for each in broken(changed, courses_of(changed)))

    held = 0
    for move in (move for moves in all_moves for move in moves):
        number, way = numbers[move.name], 1 if move.to > move.value else -1
        reach = min(
            farthest(move.name), number.most - number.value if way == 1 else number.value - number.least
        )
        assert 0 < abs(move.to - move.value) <= reach
        if abs(move.to - move.value) < reach:
            assert not breaks(move.name, move.to)
            assert breaks(move.name, move.to + way)
            held += 1
    assert held > 2


def test_a_run_that_was_stopped_goes_on_where_it_was(
    ports: Scenario, all_moves: tuple[tuple[Move, ...], ...]
) -> None:
    moves = all_moves[::25]
    whole = looked([], Counted(), ports, moves)
    assert whole.is_whole
    assert whole.looked == whole.numbers == len(moves)

    lines: list[str] = []
    assert not looked(lines, Counted(until=11), ports, moves).is_whole
    kept = len(lines) - 1  # the first says whose run it is
    assert kept > 0
    again = Counted()
    assert looked(lines, again, ports, moves) == whole

    once_more = Counted()
    assert looked(lines, once_more, ports, moves) == whole
    assert once_more.given < again.given  # nothing but the games as they are was played again


def test_lines_of_another_run_are_refused() -> None:
    with pytest.raises(ValueError, match="another run"):
        Kept(HEAD, ('{"seed": 5}',), lambda line: None)


def test_another_run_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kept.jsonl"
    file.write_text('{"seed": 5}\n')
    words = ["simulate", str(PORTS), "--slack", "--games", "2", "--workers", "1", "--kept", str(file)]
    assert run(words).code == 2
    assert "T83" in capsys.readouterr().err
