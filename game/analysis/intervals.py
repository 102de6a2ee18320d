"""Intervals of whole numbers: what comparing and reckoning with values between two bounds may give."""

from game.rules.expressions import Comparison, IssueCompare, IssueIn, Operation

Bounds = tuple[int, int]
"""The least and the greatest value; a condition is 0 to 1."""


def compared(comparison: Comparison, left: Bounds, right: Bounds) -> Bounds:
    """Return how `left` compared with `right` may come out."""
    (a, b), (c, d) = left, right
    match comparison:
        case Comparison.LT:
            return int(b < c), int(a < d)
        case Comparison.LE:
            return int(b <= c), int(a <= d)
        case Comparison.GT:
            return int(a > d), int(b > c)
        case Comparison.GE:
            return int(a >= d), int(b >= c)
        case Comparison.EQ:
            return int(a == b == c == d), int(a <= d and c <= b)
        case Comparison.NE:
            return int(b < c or d < a), int(not a == b == c == d)


def reckoned(operation: Operation, left: Bounds, right: Bounds) -> Bounds:
    """Return between which values `operation` on two values lies."""
    (a, b), (c, d) = left, right
    match operation:
        case Operation.SUM:
            return a + c, b + d
        case Operation.DIFFERENCE:
            return a - d, b - c
        case Operation.PRODUCT:
            corners = (a * c, a * d, b * c, b * d)
            return min(corners), max(corners)
        case Operation.QUOTIENT:  # its divisor is a positive constant
            return a // c, b // c


def meets(tree: IssueCompare | IssueIn, option: int) -> bool:
    """Say whether a comparison with an issue holds where `option` is agreed on it."""
    if isinstance(tree, IssueIn):
        return option in tree.options
    return bool(compared(tree.comparison, (option, option), (tree.option, tree.option))[0])
