"""How the benchmarks measure: medians, because a machine is rarely idle."""

import statistics
import time
from collections.abc import Callable


def median_seconds(action: Callable[[], object], times: int = 7) -> float:
    """Return the median duration of `times` calls, after one that is not counted."""
    action()
    return statistics.median(timed(action) for _ in range(times))


def timed(action: Callable[[], object]) -> float:
    """Return how many seconds one call takes."""
    before = time.perf_counter()
    action()
    return time.perf_counter() - before


def median_rate(action: Callable[[], int], seconds: float = 1.0, windows: int = 5) -> float:
    """Return the median rate per second over `windows`; each call says how much it did."""
    action()
    rates = []
    for _ in range(windows):
        before, done = time.perf_counter(), 0
        while time.perf_counter() - before < seconds / windows:
            done += action()
        rates.append(done / (time.perf_counter() - before))
    return statistics.median(rates)
