"""Thinking beside the window: work goes to one other thread, its answer is picked up between frames.

Every piece of work has a key. Asking under a key again, or `forget`, makes earlier answers stale: they are
dropped when they come. With `AtOnce` in the thread's place all is done while it is asked for; tests use that.
"""

import sys
from collections.abc import Callable, Hashable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a piece of work: a value, or the fault that it ended with."""

    key: Hashable
    value: Any
    fault: Exception | None = None


class AtOnce(Executor):
    """An executor that does its work while it is asked to."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Do the work and return its finished future."""
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as fault:
            done.set_exception(fault)
        return done


def one_thread() -> Executor:
    """Return an executor of one thread, which starts with the first work it gets.

    The interpreter is told to change between threads five times as often as usual: the window asks for its
    turn after every picture it copies, and would wait the whole of the other's share each time.
    """
    sys.setswitchinterval(0.001)
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="thinking")


class Worker:
    """Work that is under way, by key."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._under_way: dict[Hashable, Future[Any]] = {}

    def ask(self, key: Hashable, work: Callable[[], Any]) -> None:
        """Begin `work`; an answer to earlier work of the same key will not be told any more."""
        self.forget(key)
        self._under_way[key] = self._executor.submit(work)

    def is_busy(self, key: Hashable) -> bool:
        """Say whether work of this key is under way or waits to be picked up."""
        return key in self._under_way

    def is_thinking(self) -> bool:
        """Say whether any work is under way or waits to be picked up."""
        return bool(self._under_way)

    def answers(self) -> tuple[Answer, ...]:
        """Return what has been finished since the last call, in the order asked; never waits."""
        done = [key for key, future in self._under_way.items() if future.done()]
        return tuple(_answer(key, self._under_way.pop(key)) for key in done)

    def forget(self, key: Hashable) -> None:
        """Drop the work of this key, if there is any; what has begun is left to end unheard."""
        future = self._under_way.pop(key, None)
        if future is not None:
            future.cancel()

    def forget_all(self) -> None:
        """Drop all work."""
        for key in tuple(self._under_way):
            self.forget(key)

    def close(self) -> None:
        """Drop all work and let the thread end."""
        self.forget_all()
        self._executor.shutdown(wait=False, cancel_futures=True)


def _answer(key: Hashable, future: "Future[Any]") -> Answer:
    fault = future.exception()
    if fault is None:
        return Answer(key, future.result())
    if isinstance(fault, Exception):
        return Answer(key, None, fault)
    raise fault
