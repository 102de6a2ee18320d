"""Numbers moved by their slack: no fact breaks, a run that was stopped goes on, another run is refused."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from game.content.authored import authored, numbered
from game.content.load import load
from game.content.slack import broken, courses_of
from game.desk.series import Pair
from game.desk.swaying import Kept, farthest, moves_of, swayed
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


def test_a_number_moves_as_far_as_the_facts_let_it_and_no_farther(ports: Scenario) -> None:
    values = {each.name: each.value for each in authored(ports)}
    moved = 0
    for moves in list(moves_of(ports))[::11]:
        for move in moves:
            assert values[move.name] == move.value
            assert 0 < abs(move.to - move.value) <= farthest(move.name)
            changed = numbered(ports, move.name).put(move.to)
            assert not [each for each in broken(changed, courses_of(changed)) if not each.disputed]
            moved += 1
    assert moved > 3


def test_a_run_that_was_stopped_goes_on_where_it_was(ports: Scenario) -> None:
    moves = tuple(moves_of(ports))[::25]
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
