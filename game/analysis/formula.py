"""Formulas of whole numbers over the variables of an outline; what is known already is a plain number.

Truth is 0 or 1. The functions that make a formula reckon at once what they can, so that a formula without
variables is always a number.
"""

import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import reduce


class Sign(Enum):
    """What an operation does with its two operands; `OVER` rounds down."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "//"
    LEAST = "min"
    MOST = "max"
    EQUAL = "=="
    BELOW = "<"
    BOTH = "and"
    EITHER = "or"


RECKONED: dict[Sign, Callable[[int, int], int]] = {
    Sign.PLUS: operator.add,
    Sign.MINUS: operator.sub,
    Sign.TIMES: operator.mul,
    Sign.OVER: operator.floordiv,
    Sign.LEAST: min,
    Sign.MOST: max,
    Sign.EQUAL: lambda a, b: int(a == b),
    Sign.BELOW: lambda a, b: int(a < b),
    Sign.BOTH: operator.and_,
    Sign.EITHER: operator.or_,
}
"""What each operation gives for two numbers."""


@dataclass(frozen=True, slots=True)
class Var:
    """The value of a variable."""

    index: int


@dataclass(frozen=True, slots=True)
class In:
    """Whether a variable has one of `values`."""

    index: int
    values: frozenset[int]


@dataclass(frozen=True, slots=True)
class Op:
    """An operation on two formulas.

    Its hash and the variables that it reads are kept: the same parts stand in many formulas, which would be
    walked through again each time.
    """

    sign: Sign
    left: "Formula"
    right: "Formula"
    reads: frozenset[int] = field(init=False, repr=False, compare=False)
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "reads", reads(self.left) | reads(self.right))
        object.__setattr__(self, "_hash", hash((self.sign, self.left, self.right)))

    def __hash__(self) -> int:
        return self._hash


Formula = int | Var | In | Op


def _made(sign: Sign, left: Formula, right: Formula) -> Formula:
    if isinstance(left, int) and isinstance(right, int):
        return RECKONED[sign](left, right)
    return Op(sign, left, right)


def plus(left: Formula, right: Formula) -> Formula:
    """Return the sum."""
    if left == 0 or right == 0:
        return right if left == 0 else left
    return _made(Sign.PLUS, left, right)


def minus(left: Formula, right: Formula) -> Formula:
    """Return the difference."""
    return left if right == 0 else _made(Sign.MINUS, left, right)


def times(left: Formula, right: Formula) -> Formula:
    """Return the product."""
    if left == 0 or right == 0:
        return 0
    if left == 1 or right == 1:
        return right if left == 1 else left
    return _made(Sign.TIMES, left, right)


def over(left: Formula, right: Formula) -> Formula:
    """Return the quotient, rounded down."""
    return _made(Sign.OVER, left, right)


def least(*items: Formula) -> Formula:
    """Return the least of one or more."""
    return reduce(lambda a, b: a if a == b else _made(Sign.LEAST, a, b), items)


def most(*items: Formula) -> Formula:
    """Return the greatest of one or more."""
    return reduce(lambda a, b: a if a == b else _made(Sign.MOST, a, b), items)


def equal(left: Formula, right: Formula) -> Formula:
    """Return whether both are the same."""
    return 1 if left == right else _made(Sign.EQUAL, left, right)


def below(left: Formula, right: Formula) -> Formula:
    """Return whether `left` is less than `right`."""
    return 0 if left == right else _made(Sign.BELOW, left, right)


def both(*items: Formula) -> Formula:
    """Return whether all of `items` hold; true where there are none."""
    if 0 in items:
        return 0
    left = list(dict.fromkeys(item for item in items if item != 1))
    return reduce(lambda a, b: _made(Sign.BOTH, a, b), left) if left else 1


def either(*items: Formula) -> Formula:
    """Return whether one of `items` holds; false where there are none."""
    if 1 in items:
        return 1
    left = list(dict.fromkeys(item for item in items if item != 0))
    return reduce(lambda a, b: _made(Sign.EITHER, a, b), left) if left else 0


def negated(item: Formula) -> Formula:
    """Return whether `item` does not hold."""
    return minus(1, item)


def picked(holds: Formula, then: Formula, otherwise: Formula) -> Formula:
    """Return `then` where `holds`, else `otherwise`."""
    if then == otherwise:
        return then
    return plus(times(holds, then), times(negated(holds), otherwise))


def reads(formula: Formula) -> frozenset[int]:
    """Return the variables that `formula` reads."""
    match formula:
        case Var(index) | In(index):
            return frozenset({index})
        case Op():
            return formula.reads
        case _:
            return frozenset()
