"""Why a value is what it is, as data: the terms it is made of, what each rests on, and how they make it.

Every number that is shown can be taken apart into a `Reasoned`; whoever doubts it works it out again from
the terms. `reasoned.py` makes them; the words stand in `text/explain.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from math import prod

from game.rules.home import LEAST, MOST
from game.rules.scenario import Basis


class How(Enum):
    """How the amounts of the terms make the value."""

    SUM = "sum"
    WITHIN = "within"  # the sum, held within 0 to 10 at the end
    PRODUCT = "product"
    LARGEST = "largest"
    SMALLEST = "smallest"
    LAST = "last"  # each term took the place of the one before
    COUNT = "count"  # as many as there are terms
    ALL = "all"  # 1 where no term is 0
    STANDS = "stands"  # of a level, what carries and what blocks: 1 for, 0 away, -1 against
    SHARE = "share"  # the first of the second, in whole percent
    PERCENT = "percent"  # the same with halves to the even number; 0 of nothing
    BRIER = "brier"  # of a prediction in percent and whether it came true (1 or 0), 0 to 100


@dataclass(frozen=True, slots=True)
class Because:
    """One term: an amount, or a statement that is so (1) or not (0)."""

    what: str  # option | linkage | start | ...: the kind of thing that `at` points to
    at: tuple[int, ...]  # places in the scenario, or in the game
    amount: int
    words: str = ""  # of the scenario's author, or the cause of a change; "" for what the rules give
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A value with what makes it."""

    of: str  # what is explained: points, support, meter, ...
    value: int
    how: How
    terms: tuple[Because, ...]

    @property
    def worked_out(self) -> int:
        """The value as the terms make it."""
        return _MADE[self.how]([term.amount for term in self.terms])


def _stands(amounts: Sequence[int]) -> int:
    level, carries, blocks = amounts
    return 1 if level >= carries else -1 if level <= blocks else 0


def _share(amounts: Sequence[int]) -> int:
    part, whole = amounts
    return (200 * part + whole) // (2 * whole)


def _brier(amounts: Sequence[int]) -> int:
    percent, came = amounts
    missed = 100 - percent if came else percent
    return 100 - round(missed * missed / 100)


_MADE: dict[How, Callable[[Sequence[int]], int]] = {
    How.SUM: sum,
    How.WITHIN: lambda amounts: max(LEAST, min(MOST, sum(amounts))),
    How.PRODUCT: prod,
    How.LARGEST: lambda amounts: max(amounts, default=0),
    How.SMALLEST: lambda amounts: min(amounts, default=0),
    How.LAST: lambda amounts: amounts[-1],
    How.COUNT: len,
    How.ALL: lambda amounts: int(all(amounts)),
    How.STANDS: _stands,
    How.SHARE: _share,
    How.PERCENT: lambda amounts: round(100 * amounts[0] / amounts[1]) if amounts[1] else 0,
    How.BRIER: _brier,
}


def stated(of: str, value: int, *, words: str = "", basis: Basis | None = None) -> Reasoned:
    """Return a value that is as it was written or has happened, and is made of nothing else."""
    return Reasoned(of, value, How.SUM, (Because("stated", (), value, words, basis),))


def counted(of: str, what: str, each: Sequence[int]) -> Reasoned:
    """Return how many there are of something, each with its place."""
    return Reasoned(of, len(each), How.COUNT, tuple(Because(what, (at,), 1) for at in each))
