"""The checked expression tree of conditions, support and amounts, compiled once to a function.

`content/expressions.py` turns an author's text into these nodes; by then every name is an index and
every type is right, so that evaluation cannot fail. A comparison with an issue that is still open is
false, whatever its sign.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, assert_never

from game.rules.package import Package

if TYPE_CHECKING:
    from game.rules.scenario import Scenario
    from game.rules.state import State

Evaluator = Callable[[Package, "State", "Scenario"], int]
"""(package judged, state, scenario) -> integer; conditions give 0 or 1."""


class Comparison(Enum):
    """The six comparisons, each with the class of Python's own tree that it compiles to."""

    EQ = "=="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="


class Operation(Enum):
    """Arithmetic on integers; `QUOTIENT` rounds down and its divisor is a positive constant."""

    SUM = "+"
    DIFFERENCE = "-"
    PRODUCT = "*"
    QUOTIENT = "//"


class Extreme(Enum):
    """Which end of a list of amounts is meant."""

    MIN = "min"
    MAX = "max"


@dataclass(frozen=True, slots=True)
class Number:
    """An integer constant."""

    value: int


@dataclass(frozen=True, slots=True)
class Truth:
    """`true` or `false`."""

    value: bool


@dataclass(frozen=True, slots=True)
class MeterValue:
    """The level of a meter, 0 to 10."""

    meter: int


@dataclass(frozen=True, slots=True)
class FlagValue:
    """Whether a flag is set."""

    flag: int


@dataclass(frozen=True, slots=True)
class IssueCompare:
    """`rest >= words`: the place of the package's option on the issue's ladder; false while open."""

    issue: int
    comparison: Comparison
    option: int


@dataclass(frozen=True, slots=True)
class IssueIn:
    """`islands in (two_after, two_at_once)`; false while open."""

    issue: int
    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """`agreed(issue)`: the package judged has an option for the issue."""

    issue: int


@dataclass(frozen=True, slots=True)
class Offered:
    """`offered(party, condition)`: an alternative of the party's standing offer, laid upon what is
    provisionally agreed, meets the condition."""

    party: int
    condition: Node


@dataclass(frozen=True, slots=True)
class SlotCompare:
    """`slot >= evening_17`: the present slot's place in the whole calendar."""

    comparison: Comparison
    ordinal: int


@dataclass(frozen=True, slots=True)
class RoundCompare:
    """`round == ratification`: the present round's place in the file."""

    comparison: Comparison
    round: int


@dataclass(frozen=True, slots=True)
class DaysSince:
    """`days_since('1956-10-16')`, in days, negative before; `days_until` is its negative."""

    ordinal: int  # proleptic Gregorian, datetime.date.toordinal
    until: bool


@dataclass(frozen=True, slots=True)
class ExchangeNumber:
    """`exchange`: which exchange of the present meeting this is, counted from 1."""


@dataclass(frozen=True, slots=True)
class Chose:
    """`chose(decision, choice)`."""

    decision: int
    choice: int


@dataclass(frozen=True, slots=True)
class Done:
    """`done(action)`: the action has been taken at least once."""

    action: int


@dataclass(frozen=True, slots=True)
class Happened:
    """`happened(event)`: the event has fired at least once."""

    event: int


@dataclass(frozen=True, slots=True)
class HoldsRunning:
    """`holds(party)`: how many times running that party has held."""

    party: int


@dataclass(frozen=True, slots=True)
class HasSigned:
    """`signed(party)`."""

    party: int


@dataclass(frozen=True, slots=True)
class WouldRatify:
    """`would_ratify(party)`: that home would carry the package judged, in the present state."""

    party: int


@dataclass(frozen=True, slots=True)
class SupportOf:
    """`support(constituency)`: its support 0 to 10 for the package judged, without signature weight."""

    constituency: int


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of two amounts."""

    comparison: Comparison
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """An operation on two amounts."""

    operation: Operation
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Extremum:
    """The least or greatest of two or more amounts."""

    extreme: Extreme
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True where its condition is false."""

    item: Node


@dataclass(frozen=True, slots=True)
class All:
    """`and` over two or more conditions."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`or` over two or more conditions."""

    items: tuple[Node, ...]


Node = (
    Number
    | Truth
    | MeterValue
    | FlagValue
    | IssueCompare
    | IssueIn
    | Agreed
    | Offered
    | SlotCompare
    | RoundCompare
    | DaysSince
    | ExchangeNumber
    | Chose
    | Done
    | Happened
    | HoldsRunning
    | HasSigned
    | WouldRatify
    | SupportOf
    | Compare
    | Arithmetic
    | Extremum
    | Not
    | All
    | AnyOf
)


def nodes(tree: Node) -> Iterator[Node]:
    """Yield `tree` and every node below it, parents first."""
    yield tree
    match tree:
        case Offered(condition=item) | Not(item=item):
            yield from nodes(item)
        case Compare(left=left, right=right) | Arithmetic(left=left, right=right):
            yield from nodes(left)
            yield from nodes(right)
        case Extremum(items=items) | All(items=items) | AnyOf(items=items):
            for item in items:
                yield from nodes(item)
        case _:
            pass


def issues_read(tree: Node) -> frozenset[int]:
    """Return the issues whose option in the judged package `tree` looks at."""
    return frozenset(node.issue for node in nodes(tree) if isinstance(node, IssueCompare | IssueIn | Agreed))


_COMPARISONS: dict[Comparison, type[ast.cmpop]] = {
    Comparison.EQ: ast.Eq,
    Comparison.NE: ast.NotEq,
    Comparison.LT: ast.Lt,
    Comparison.LE: ast.LtE,
    Comparison.GT: ast.Gt,
    Comparison.GE: ast.GtE,
}

_OPERATIONS: dict[Operation, type[ast.operator]] = {
    Operation.SUM: ast.Add,
    Operation.DIFFERENCE: ast.Sub,
    Operation.PRODUCT: ast.Mult,
    Operation.QUOTIENT: ast.FloorDiv,
}


def _name(name: str) -> ast.expr:
    return ast.Name(id=name, ctx=ast.Load())


def _attribute(name: str) -> ast.expr:
    return ast.Attribute(value=_name("state"), attr=name, ctx=ast.Load())


def _at(value: ast.expr, index: int) -> ast.expr:
    return ast.Subscript(value=value, slice=ast.Constant(index), ctx=ast.Load())


def _compared(left: ast.expr, comparison: Comparison, right: ast.expr) -> ast.expr:
    return ast.Compare(left=left, ops=[_COMPARISONS[comparison]()], comparators=[right])


def _call(name: str, *arguments: ast.expr) -> ast.expr:
    return ast.Call(func=_name(name), args=list(arguments), keywords=[])


def _to_python(tree: Node, calls: dict[str, Any]) -> ast.expr:
    """Return the Python tree of `tree`; every leaf is an integer or one of our own names."""

    def sub(node: Node) -> ast.expr:
        return _to_python(node, calls)

    match tree:
        case Number(value):
            return ast.Constant(value)
        case Truth(value):
            return ast.Constant(value)
        case MeterValue(meter):
            return _at(_attribute("meters"), meter)
        case FlagValue(flag):
            return _at(_attribute("flags"), flag)
        case IssueCompare(issue, comparison, option):
            taken = _at(_name("package"), issue)
            is_open = _compared(taken, Comparison.GE, ast.Constant(0))
            judged = _compared(taken, comparison, ast.Constant(option))
            return ast.BoolOp(op=ast.And(), values=[is_open, judged])
        case IssueIn(issue, options):
            among = ast.Tuple(elts=[ast.Constant(option) for option in options], ctx=ast.Load())
            return ast.Compare(left=_at(_name("package"), issue), ops=[ast.In()], comparators=[among])
        case Agreed(issue):
            return _compared(_at(_name("package"), issue), Comparison.GE, ast.Constant(0))
        case Offered(party, condition):
            key = f"condition_{len(calls)}"
            calls[key] = compiled(condition)
            return _call("offered", ast.Constant(party), _name(key), _name("state"), _name("scenario"))
        case SlotCompare(comparison, ordinal):
            now = _call("slot_ordinal", _name("state"), _name("scenario"))
            return _compared(now, comparison, ast.Constant(ordinal))
        case RoundCompare(comparison, round_):
            return _compared(_attribute("round"), comparison, ast.Constant(round_))
        case DaysSince(ordinal, until):
            today = _call("today", _name("state"), _name("scenario"))
            day = ast.Constant(ordinal)
            left, right = (day, today) if until else (today, day)
            return ast.BinOp(left=left, op=ast.Sub(), right=right)
        case ExchangeNumber():
            return ast.BinOp(left=_attribute("exchange"), op=ast.Add(), right=ast.Constant(1))
        case Chose(decision, choice):
            taken = _at(_attribute("taken"), decision)
            return _compared(taken, Comparison.EQ, ast.Constant(choice))
        case Done(action):
            uses: list[ast.expr] = [_at(_at(_attribute("uses"), party), action) for party in (0, 1)]
            return _compared(_call("max", *uses), Comparison.GT, ast.Constant(0))
        case Happened(event):
            return _compared(_at(_attribute("fired"), event), Comparison.GT, ast.Constant(0))
        case HoldsRunning(party):
            return _at(_attribute("holds"), party)
        case HasSigned(party):
            return _at(_attribute("signed"), party)
        case WouldRatify(party):
            return _call(
                "would_ratify", ast.Constant(party), _name("package"), _name("state"), _name("scenario")
            )
        case SupportOf(constituency):
            return _call(
                "support", ast.Constant(constituency), _name("package"), _name("state"), _name("scenario")
            )
        case Compare(comparison, left, right):
            return _compared(sub(left), comparison, sub(right))
        case Arithmetic(operation, left, right):
            return ast.BinOp(left=sub(left), op=_OPERATIONS[operation](), right=sub(right))
        case Extremum(extreme, items):
            return _call(extreme.value, *map(sub, items))
        case Not(item):
            return ast.UnaryOp(op=ast.Not(), operand=sub(item))
        case All(items):
            return ast.BoolOp(op=ast.And(), values=[sub(item) for item in items])
        case AnyOf(items):
            return ast.BoolOp(op=ast.Or(), values=[sub(item) for item in items])
    assert_never(tree)


def _offered(party: int, condition: Evaluator, state: State, scenario: Scenario) -> bool:
    from game.rules.package import merged

    offer = state.offers[party]
    return offer is not None and any(
        condition(merged(state.provisional, package), state, scenario) for package in offer.packages
    )


def _slot_ordinal(state: State, scenario: Scenario) -> int:
    return scenario.rounds[state.round].slots[state.slot].ordinal


def _today(state: State, scenario: Scenario) -> int:
    return scenario.rounds[state.round].slots[state.slot].date


def _would_ratify(party: int, package: Package, state: State, scenario: Scenario) -> bool:
    from game.rules.home import would_ratify  # home evaluates expressions, so it is met late

    return would_ratify(scenario, state, party, package)


def _support(constituency: int, package: Package, state: State, scenario: Scenario) -> int:
    from game.rules.home import support  # as above

    return support(scenario, state, constituency, package)


@lru_cache(maxsize=4096)  # the same few conditions stand in many places of a scenario
def compiled(tree: Node) -> Evaluator:
    """Return a function that evaluates `tree`; walking the tree each time costs about twelve times more.

    The Python tree is built from `tree` alone, whose leaves are integers, so no author's text is ever
    run as code.
    """
    if isinstance(tree, Number | Truth):
        value = int(tree.value)
        return lambda package, state, scenario: value
    calls: dict[str, Any] = {
        "offered": _offered,
        "slot_ordinal": _slot_ordinal,
        "today": _today,
        "would_ratify": _would_ratify,
        "support": _support,
        "min": min,
        "max": max,
        "__builtins__": {},
    }
    names = [ast.arg(arg=name) for name in ("package", "state", "scenario")]
    arguments = ast.arguments(posonlyargs=[], args=names, kwonlyargs=[], kw_defaults=[], defaults=[])
    function = ast.Expression(body=ast.Lambda(args=arguments, body=_to_python(tree, calls)))
    code = compile(ast.fix_missing_locations(function), "<expression>", "eval")
    result: Evaluator = eval(code, calls)
    return result


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked condition or amount: the author's text, its tree, and the function compiled from it."""

    text: str
    tree: Node
    evaluate: Evaluator = field(compare=False, repr=False)

    @staticmethod
    def of(text: str, tree: Node) -> Expression:
        """Return the expression of `tree`, compiled; `text` is kept for explanations."""
        return Expression(text, tree, compiled(tree))

    def reads_issues(self) -> frozenset[int]:
        """Return the issues whose option in the judged package it looks at."""
        return issues_read(self.tree)


def constant(value: int) -> Expression:
    """Return the expression that is `value` always."""
    return Expression.of(str(value), Number(value))
