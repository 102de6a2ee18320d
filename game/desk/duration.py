"""How long a table sat, from the times that its save notes beside the records."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise

PAUSE = timedelta(minutes=30)
"""A longer gap between two moves is a break and not counted."""

_WALL = "%Y-%m-%d %H:%M:%S"


def minutes_sat(walls: Iterable[str]) -> int | None:
    """Return the begun minutes from the first to the last of some times, without breaks.

    None where fewer than two can be read. Times are for people: a clock that was put back counts for nothing.

    >>> minutes_sat(["1956-10-19 09:00:00", "1956-10-19 09:02:30", "1956-10-20 09:00:00"])
    3
    """
    times = [time for wall in walls if (time := _read(wall)) is not None]
    if len(times) < 2:
        return None
    gaps = (after - before for before, after in pairwise(times))
    sat = sum((gap for gap in gaps if timedelta() < gap <= PAUSE), timedelta())
    return -int(-sat.total_seconds() // 60)


def _read(wall: str) -> datetime | None:
    try:
        return datetime.strptime(wall, _WALL)
    except ValueError:
        return None
