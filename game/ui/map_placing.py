"""Where names stand on the map: never over each other, over the edge, or crossed by a line. No pygame."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width, height."""

_CELL = 32.0
_STEP = 4.0


def apart(a: Box, b: Box, gap: float = 0.0) -> bool:
    """Say whether two boxes lie at least `gap` apart."""
    return (
        a[0] + a[2] + gap <= b[0]
        or b[0] + b[2] + gap <= a[0]
        or a[1] + a[3] + gap <= b[1]
        or b[1] + b[3] + gap <= a[1]
    )


def _clear(a: Box, b: Box, gap: float) -> bool:
    """Say whether two names can be told apart: names beside each other need more room than names below."""
    return apart((a[0] - 2 * gap, a[1], a[2] + 4 * gap, a[3]), b, gap)


def inside(box: Box, frame: Box) -> bool:
    """Say whether `box` lies in `frame`."""
    return (
        box[0] >= frame[0]
        and box[1] >= frame[1]
        and box[0] + box[2] <= frame[0] + frame[2]
        and box[1] + box[3] <= frame[1] + frame[3]
    )


def crosses(line: tuple[Point, Point], box: Box) -> bool:
    """Say whether a straight line touches a box (Liang and Barsky's clipping)."""
    (x, y), (end_x, end_y) = line
    dx, dy = end_x - x, end_y - y
    enters, leaves = 0.0, 1.0
    for direction, room in (
        (-dx, x - box[0]),
        (dx, box[0] + box[2] - x),
        (-dy, y - box[1]),
        (dy, box[1] + box[3] - y),
    ):
        if direction == 0:
            if room < 0:
                return False
            continue
        at = room / direction
        if direction < 0:
            enters = max(enters, at)
        else:
            leaves = min(leaves, at)
    return enters <= leaves


@dataclass(slots=True)
class Ground:
    """What a name must keep clear of: a frame, taken boxes, and lines sorted into square cells."""

    frame: Box
    taken: list[Box] = field(default_factory=list)
    # Each line with the box around it: most are told to be far off by that alone.
    _cells: dict[tuple[int, int], list[tuple[tuple[Point, Point], Box]]] = field(default_factory=dict)

    def add_line(self, points: Sequence[Point], closed: bool = False) -> None:
        """Add a line through `points` that no name may touch."""
        pairs = list(pairwise(points))
        if closed and len(points) > 2:
            pairs.append((points[-1], points[0]))
        for start, end in pairs:
            x, y = min(start[0], end[0]), min(start[1], end[1])
            around = (x, y, abs(start[0] - end[0]), abs(start[1] - end[1]))
            for cell in _cells_of(around):
                self._cells.setdefault(cell, []).append(((start, end), around))

    def is_free(self, box: Box, gap: float = 3.0) -> bool:
        """Say whether a name may stand in `box`, `gap` from names and two thirds of it from lines."""
        if not inside(box, self.frame) or not all(_clear(box, other, gap) for other in self.taken):
            return False
        near = 2 * gap / 3
        left, top = box[0] - near, box[1] - near
        right, bottom = box[0] + box[2] + near, box[1] + box[3] + near
        wide = (left, top, right - left, bottom - top)
        for cell in _cells_of(wide):
            for line, (x, y, w, h) in self._cells.get(cell, ()):
                if x <= right and x + w >= left and y <= bottom and y + h >= top and crosses(line, wide):
                    return False
        return True

    def place(
        self,
        sizes: Sequence[tuple[float, float]],
        spots: Sequence[tuple[Point, str]],
        reach: float,
        suits: Callable[[Box], bool] = lambda box: True,
        gap: float = 3.0,
    ) -> tuple[int, Box] | None:
        """Take a free box and return it with the index of its size, or None if there is none.

        Every size is tried close to the spots before any is tried further off.

        Args:
            sizes: widths and heights, the best first.
            spots: points with the side of the box that touches them, l, r or c, the best first.
            reach: how far from a spot to look, in pixels.
            suits: whether a box that is free would also be understood.
            gap: as in `is_free`.
        """
        near = 0
        for limit in (2, 4, 8, int(reach / _STEP)):
            for index, size in enumerate(sizes):
                for box in _tried(size, spots, near, min(limit, int(reach / _STEP))):
                    if self.is_free(box, gap) and suits(box):
                        self.taken.append(box)
                        return index, box
            near = limit + 1
        return None


def _tried(
    size: tuple[float, float], spots: Sequence[tuple[Point, str]], near: int, far: int
) -> Iterator[Box]:
    """Yield the boxes to try from `near` to `far` steps off: at every spot first, then further off."""
    width, height = size
    for ring in range(near, far + 1):
        for (x, y), side in spots:
            left = {"l": x, "r": x - width, "c": x - width / 2}[side]
            top = y - height / 2
            for dx, dy in _around(ring):
                yield left + dx * _STEP, top + dy * _STEP, width, height


def distance(box: Box, points: Iterable[Point]) -> float:
    """Return the square of the distance from a box to the nearest of some points."""
    left, top, width, height = box
    return min(
        (
            max(left - x, 0.0, x - left - width) ** 2 + max(top - y, 0.0, y - top - height) ** 2
            for x, y in points
        ),
        default=float("inf"),
    )


@lru_cache(maxsize=64)
def _around(ring: int) -> tuple[tuple[int, int], ...]:
    square = [
        (dx, dy)
        for dx in range(-ring, ring + 1)
        for dy in range(-ring, ring + 1)
        if max(abs(dx), abs(dy)) == ring
    ]
    return tuple(sorted(square, key=lambda offset: (offset[0] ** 2 + offset[1] ** 2, offset)))


def _cells_of(box: Box) -> Iterator[tuple[int, int]]:
    left, top, width, height = box
    for column in range(int(left // _CELL), int((left + width) // _CELL) + 1):
        for row in range(int(top // _CELL), int((top + height) // _CELL) + 1):
            yield column, row
