"""How far moving one number sways how games end: the same games played again, held against those as they are.

Games of the same seed and number draw the same chances, so that a number which nobody meets changes nothing.
One that is met once makes the rest of that game another: so what counts is not how many games turned, but how
far the shares of the endings moved, held against how far they move when nothing but the seed is another.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.analysis.simulate import Played


@dataclass(frozen=True, slots=True)
class Sway:
    """Two series of as many games held against each other."""

    games: int
    turned: int  # games of the same number that ended otherwise
    apart: int  # thousandths of the games that would have to end otherwise to make the shares alike
    most: int  # the ending whose share moved most, -1 where none did
    by: int  # by how many games, with its sign


def sway(before: Sequence[Played], after: Sequence[Played]) -> Sway:
    """Return how far the games `after` end otherwise than the games `before`.

    `apart` is the distance in total variation: half the sum over the endings of what their shares differ.

    Raises:
        ValueError: they are not as many, or none.
    """
    if not before or len(before) != len(after):
        raise ValueError(f"as many games on both sides, and at least one; got {len(before)}, {len(after)}")
    turned = sum(one.ending != other.ending for one, other in zip(before, after, strict=True))
    counted = Counter(one.ending for one in after)
    counted.subtract(one.ending for one in before)
    most = max(sorted(counted), key=lambda ending: abs(counted[ending]))
    moved = sum(map(abs, counted.values()))
    return Sway(len(before), turned, 500 * moved // len(before), most if moved else -1, counted[most])


def floor_of(series: Iterable[Sequence[Played]]) -> int:
    """Return the greatest `apart` between any two of several series that differ in their seed alone: what
    lies below it may be chance."""
    all_ = tuple(series)
    pairs = ((one, other) for index, one in enumerate(all_) for other in all_[:index])
    return max((sway(one, other).apart for one, other in pairs), default=0)
