"""Bots think beside the window; what comes late is dropped."""

from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from game.rules.state import to_move
from game.ui.flow import Flow
from game.ui.intents import Pressed, Typed
from game.ui.wishes import Screen, Undo
from game.ui.worker import AtOnce, Worker, one_thread
from tests.ui.windows import PORTS, disk


class Later(Executor):
    """Work that is done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Any]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        self.waiting.append((future, lambda: fn(*args, **kwargs)))
        return future

    def work(self) -> None:
        """Do all that waits."""
        for future, work in self.waiting:
            if future.set_running_or_notify_cancel():
                future.set_result(work())
        self.waiting.clear()


def begun(tmp_path: Path, executor: Executor) -> Flow:
    flow = Flow(disk(tmp_path, PORTS), executor)
    for asked in ("new_game", "side:vale", "others", "opponent:linear", "more"):
        flow.handle(Pressed(asked))
    flow.handle(Typed("seed", "3"))
    for asked in ("begin", "ready", "skip", "go_on"):
        flow.handle(Pressed(asked))
    return flow


def test_the_window_does_not_wait_and_says_who_is_thinking(tmp_path: Path) -> None:
    later = Later()
    flow = begun(tmp_path, later)
    flow.handle(Pressed("hold"))
    assert flow.screen is Screen.TABLE
    assert flow.model.top.turn == "linear is thinking."
    assert not flow.tick()
    later.work()
    assert flow.tick()
    assert not flow.model.top.thinking if flow.screen is Screen.TABLE else flow.screen is Screen.DECISION


def test_an_answer_to_a_table_that_has_been_taken_back_is_dropped(tmp_path: Path) -> None:
    later = Later()
    flow = begun(tmp_path, later)
    flow.handle(Pressed("hold"))
    flow.handle(Undo())
    records = len(flow.sitting.game.session.records) if flow.sitting else 0
    later.work()
    flow.tick()
    assert flow.sitting is not None
    assert len(flow.sitting.game.session.records) == records
    assert to_move(flow.sitting.game.session.state) == 0


def test_a_bot_that_fails_does_not_end_the_game(tmp_path: Path) -> None:
    flow = begun(tmp_path, AtOnce())
    assert flow.sitting is not None

    class Broken:
        def choose(self, view: object, draw: object) -> None:
            raise ZeroDivisionError("a fault of this bot")

    flow.sitting.game.session._bots.players[1] = Broken()  # type: ignore[assignment]
    flow.handle(Pressed("hold"))
    while flow.tick():
        pass
    assert "a fault of this bot" in flow.sitting.game.session.faults[0]
    assert to_move(flow.sitting.game.session.state) == 0


def test_the_last_work_of_a_key_is_the_one_that_is_told() -> None:
    later = Later()
    worker = Worker(later)
    worker.ask("a", lambda: 1)
    worker.ask("a", lambda: 2)
    worker.ask("b", lambda: 3)
    worker.forget("b")
    assert worker.answers() == ()
    later.work()
    assert [(each.key, each.value) for each in worker.answers()] == [("a", 2)]
    assert not worker.is_busy("a")


def test_a_fault_comes_back_as_a_value() -> None:
    worker = Worker(AtOnce())
    worker.ask("a", lambda: 1 // 0)
    (answer,) = worker.answers()
    assert isinstance(answer.fault, ZeroDivisionError)


def test_a_thread_of_its_own_does_the_same(tmp_path: Path) -> None:
    flow = begun(tmp_path, one_thread())
    flow.handle(Pressed("hold"))
    for _ in range(10_000_000):
        flow.tick()
        if flow.sitting is not None and not flow.sitting.thinking:
            break
    assert flow.sitting is not None
    assert not flow.sitting.thinking
    flow.close()
