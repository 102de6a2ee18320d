"""Between which bounds a condition or an amount lies, where its parts are known only between bounds.

The bounds are formulas: numbers where nothing is left to be known. A condition is 0 to 1: it may hold where
its upper bound is 1, and must hold where its lower bound is.
"""

from collections.abc import Callable

from game.analysis.formula import (
    Formula,
    below,
    both,
    either,
    equal,
    least,
    minus,
    most,
    negated,
    over,
    plus,
    times,
)
from game.rules.expressions import (
    All,
    AnyOf,
    Arithmetic,
    Compare,
    Comparison,
    Extreme,
    Extremum,
    IssueCompare,
    IssueIn,
    Node,
    Not,
    Number,
    Operation,
    Truth,
)

Bounds = tuple[Formula, Formula]
"""The least and the greatest value."""


def judged(tree: Node, part: Callable[[Node], Bounds | None]) -> Bounds:
    """Return the bounds of `tree`.

    Args:
        part: the bounds of a part of it. Asked of every node; where it gives None, the node must be one that
            joins others, or a constant, and follows from them.
    """
    found = part(tree)
    if found is not None:
        return found

    def sub(node: Node) -> Bounds:
        return judged(node, part)

    match tree:
        case Number(value) | Truth(value):
            return int(value), int(value)
        case Compare(comparison, left, right):
            return compared(comparison, sub(left), sub(right))
        case Arithmetic(operation, left, right):
            return reckoned(operation, sub(left), sub(right))
        case Extremum(extreme, items):
            pick = least if extreme is Extreme.MIN else most
            each = [sub(item) for item in items]
            return pick(*(low for low, _ in each)), pick(*(high for _, high in each))
        case Not(item):
            low, high = sub(item)
            return negated(high), negated(low)
        case All(items):
            each = [sub(item) for item in items]
            return both(*(low for low, _ in each)), both(*(high for _, high in each))
        case AnyOf(items):
            each = [sub(item) for item in items]
            return either(*(low for low, _ in each)), either(*(high for _, high in each))
    raise TypeError(f"a part that nobody judges: {tree}")


def compared(comparison: Comparison, left: Bounds, right: Bounds) -> Bounds:
    """Return how `left` compared with `right` may come out."""
    (a, b), (c, d) = left, right
    match comparison:
        case Comparison.LT:
            return below(b, c), below(a, d)
        case Comparison.LE:
            return negated(below(c, b)), negated(below(d, a))
        case Comparison.GT:
            return below(d, a), below(c, b)
        case Comparison.GE:
            return negated(below(a, d)), negated(below(b, c))
        case Comparison.EQ:
            same = both(equal(a, b), equal(c, d), equal(a, c))
            return same, both(negated(below(d, a)), negated(below(b, c)))
        case Comparison.NE:
            low, high = compared(Comparison.EQ, left, right)
            return negated(high), negated(low)


def reckoned(operation: Operation, left: Bounds, right: Bounds) -> Bounds:
    """Return between which values `operation` on two values lies."""
    (a, b), (c, d) = left, right
    match operation:
        case Operation.SUM:
            return plus(a, c), plus(b, d)
        case Operation.DIFFERENCE:
            return minus(a, d), minus(b, c)
        case Operation.PRODUCT:
            corners = (times(a, c), times(a, d), times(b, c), times(b, d))
            return least(*corners), most(*corners)
        case Operation.QUOTIENT:  # its divisor is a positive constant
            return over(a, c), over(b, c)


def holds(comparison: Comparison, left: int, right: int) -> bool:
    """Say whether two numbers compare so."""
    return bool(compared(comparison, (left, left), (right, right))[0])


def meets(tree: IssueCompare | IssueIn, option: int) -> bool:
    """Say whether a comparison with an issue holds where `option` is agreed on it."""
    if isinstance(tree, IssueIn):
        return option in tree.options
    return holds(tree.comparison, option, tree.option)
