"""The text of a condition or an amount becomes a checked tree: every name an index, every type right.

A typed whitelist over the tree of Python's parser, which meets only signs that `tokens` let through. The
first fault of each side of `and` and `or` is reported at its own column.
"""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn

from game.content.codes import (
    N305,
    N306,
    N308,
    N309,
    N310,
    N311,
    N312,
    N313,
    N314,
    N315,
    N316,
    N317,
    N318,
    N319,
    N320,
    N321,
    N322,
    N323,
    N324,
    N325,
    N327,
    N328,
    N329,
)
from game.content.diagnostics import Code, Report
from game.content.source import ScalarNode
from game.content.tokens import DEPTH_LIMIT, Fault, first_fault, misplaced
from game.content.vocabulary import FUNCTIONS, Context, Kind, Vocabulary, standing_alone
from game.rules.expressions import (
    Agreed,
    All,
    AnyOf,
    Arithmetic,
    Chose,
    Compare,
    Comparison,
    DaysSince,
    Done,
    ExchangeNumber,
    Expression,
    Extreme,
    Extremum,
    FlagValue,
    Happened,
    HasSigned,
    HoldsRunning,
    IssueCompare,
    IssueIn,
    MeterValue,
    Node,
    Not,
    Number,
    Offered,
    Operation,
    RoundCompare,
    SlotCompare,
    SupportOf,
    Truth,
    WouldRatify,
)
from game.rules.scenario import Seen

NODES_LIMIT: Final = 200

_COMPARISONS: Final[Mapping[type[ast.cmpop], Comparison]] = {
    ast.Eq: Comparison.EQ,
    ast.NotEq: Comparison.NE,
    ast.Lt: Comparison.LT,
    ast.LtE: Comparison.LE,
    ast.Gt: Comparison.GT,
    ast.GtE: Comparison.GE,
}
_OPERATIONS: Final[Mapping[type[ast.operator], Operation]] = {
    ast.Add: Operation.SUM,
    ast.Sub: Operation.DIFFERENCE,
    ast.Mult: Operation.PRODUCT,
    ast.FloorDiv: Operation.QUOTIENT,
}
_AMOUNT_FUNCTIONS: Final = frozenset(("days_since", "days_until", "holds", "support", "min", "max"))
_MEANT: Final = {"yes": "true", "no": "false", "on": "true", "off": "false"}
_NOT_FROM_A_PACKAGE: Final = "only options may, for it is judged on the package alone"
_NOT_FROM_HOME: Final = "a home's vote depends on what stands here"


@dataclass(frozen=True, slots=True)
class Use:
    """A name that an expression reads: what it stands for, its index, and where in the text it is."""

    kind: Kind
    index: int
    name: str
    start: int
    end: int
    by_order: bool = False  # of issues: compared with < <= > or >=


@dataclass(frozen=True, slots=True)
class Parsed:
    """A checked expression with the names that it reads, in the order of the text."""

    expression: Expression
    uses: tuple[Use, ...]
    node: ScalarNode


SeenBy = Mapping[tuple[Kind, int], Seen]
"""Who sees the meters, flags, actions, decisions and events that not both see."""


def condition(
    node: ScalarNode, names: Vocabulary, report: Report, context: Context = Context.TALKS
) -> Parsed | None:
    """Return the condition that `node` says, or None with every fault reported; never raises."""
    return _parsed(node, names, report, context, wants_truth=True)


def amount(
    node: ScalarNode, names: Vocabulary, report: Report, context: Context = Context.TALKS
) -> Parsed | None:
    """Return the amount that `node` says, or None with every fault reported; never raises."""
    return _parsed(node, names, report, context, wants_truth=False)


def hidden_uses(parsed: Parsed, audience: Seen, seen: SeenBy) -> tuple[tuple[Use, int], ...]:
    """Return the names that a party of `audience` does not see, each with that party, in the text's order.

    What a party can observe may depend only on what it sees; else the game would tell it secrets. A home's
    vote is seen by its own party.
    """
    found = []
    for use in parsed.uses:
        default = (use.index == 0, use.index == 1) if use.kind is Kind.VOTE else (True, True)
        seers = seen.get((use.kind, use.index), default)
        unseeing = [party for party in (0, 1) if audience[party] and not seers[party]]
        if unseeing:
            found.append((use, unseeing[0]))
    return tuple(found)


def report_hidden(
    parsed: Parsed, audience: Seen, seen: SeenBy, parties: Sequence[str], report: Report
) -> bool:
    """Report every name that a party of `audience` does not see; say whether there was one."""
    found = hidden_uses(parsed, audience, seen)
    for use, party in found:
        report.add(N322, parsed.node.at(use.start, use.end), name=use.name, party=parties[party])
    return bool(found)


def report_unordered(parsed: Parsed, unordered: frozenset[int], report: Report) -> bool:
    """Report every comparison by order with an issue whose options have none; say whether there was one."""
    found = [use for use in parsed.uses if use.by_order and use.index in unordered]
    for use in found:
        report.add(N317, parsed.node.at(use.start, use.end), issue=use.name)
    return bool(found)


def _parsed(
    node: ScalarNode, names: Vocabulary, report: Report, context: Context, *, wants_truth: bool
) -> Parsed | None:
    text = node.text
    reading = _Reading(text, names, context, report.closest)
    tree = reading.read(wants_truth=wants_truth)
    for fault in reading.faults:
        report.add(fault.code, node.at(fault.start, fault.end), **fault.values)
    if tree is None:
        return None
    said = " ".join(text.split())
    return Parsed(Expression.of(said, tree), tuple(sorted(reading.uses, key=lambda use: use.start)), node)


class _FaultError(Exception):
    """The stretch being read is at fault; the fault is in `_Reading.faults` already."""


class _Reading:
    """The reading of one text: what it found and what it reads."""

    def __init__(
        self, text: str, names: Vocabulary, context: Context, closest: Callable[[str, Collection[str]], str]
    ) -> None:
        self.faults: list[Fault] = []
        self.uses: list[Use] = []
        self._text = text
        self._names = names
        self._context = context
        self._closest = closest
        self._offset = len(text) - len(text.lstrip())
        self._count = 0
        self._depth = 0
        self._in_offer = False

    def read(self, *, wants_truth: bool) -> Node | None:
        fault = first_fault(self._text)
        if fault is not None:
            self.faults.append(fault)
            return None
        line = re.sub(r"\s", " ", self._text.strip())
        try:
            body = ast.parse(line, mode="eval").body
        except SyntaxError:
            self.faults.append(misplaced(self._text))
            return None
        except (ValueError, MemoryError, RecursionError):
            self.faults.append(Fault(N305, 0, 1, {"limit": DEPTH_LIMIT}))
            return None
        try:
            tree = self._truth(body) if wants_truth else self._amount(body)
        except _FaultError:
            return None
        return None if self.faults else tree

    # Places and faults

    def _span(self, node: ast.expr) -> tuple[int, int]:
        end = node.end_col_offset if node.end_col_offset is not None else node.col_offset + 1
        return self._offset + node.col_offset, self._offset + end

    def _written(self, node: ast.expr) -> str:
        start, end = self._span(node)
        return " ".join(self._text[start:end].split())

    def _stop(self, code: Code, node: ast.expr, **values: object) -> NoReturn:
        start, end = self._span(node)
        self.faults.append(Fault(code, start, end, values))
        raise _FaultError

    def _enter(self, node: ast.expr) -> None:
        self._count += 1
        self._depth += 1
        if self._count > NODES_LIMIT:
            self._stop(N306, node, limit=NODES_LIMIT)
        if self._depth > DEPTH_LIMIT:
            self._stop(N305, node, limit=DEPTH_LIMIT)

    def _use(self, node: ast.expr, kind: Kind, index: int, name: str, *, by_order: bool = False) -> None:
        """Note that a name is read, or report that it may not be."""
        if self._context is Context.PACKAGE and kind is not Kind.ISSUE:
            self._stop(N321, node, name=name, why=_NOT_FROM_A_PACKAGE)
        if self._context is Context.HOME and kind is Kind.VOTE:
            self._stop(N321, node, name=name, why=_NOT_FROM_HOME)
        start, end = self._span(node)
        self.uses.append(Use(kind, index, name, start, end, by_order))

    def _unknown(self, node: ast.expr, name: str) -> NoReturn:
        near = _MEANT.get(name.lower()) or self._closest(name, standing_alone(self._names))
        self._stop(N309, node, name=name, closest=near)

    # Conditions

    def _truth(self, node: ast.expr) -> Node:
        self._enter(node)
        try:
            return self._truth_of(node)
        finally:
            self._depth -= 1

    def _truth_of(self, node: ast.expr) -> Node:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return All(tuple(self._each_truth(values)))
            case ast.BoolOp(values=values):
                return AnyOf(tuple(self._each_truth(values)))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self._truth(operand))
            case ast.Compare():
                return self._comparison(node)
            case ast.Call(func=ast.Name(id=name)) if name not in _AMOUNT_FUNCTIONS:
                return self._condition_call(node, name)
            case ast.Name(id="true" | "false" as word):
                return Truth(word == "true")
            case ast.Name(id=name) if name in self._names.flags:
                index = self._names.flags[name]
                self._use(node, Kind.FLAG, index, name)
                return FlagValue(index)
        self._amount(node)  # reports what is wrong with it if it is no amount either
        self._stop(N310, node, what=self._written(node))

    def _each_truth(self, values: Iterable[ast.expr]) -> list[Node]:
        """Return the conditions of `and` or `or`; goes on after a fault, so that each side is reported."""
        found = []
        for value in values:
            try:
                found.append(self._truth(value))
            except _FaultError:
                continue
        if self.faults:
            raise _FaultError
        return found

    def _comparison(self, node: ast.Compare) -> Node:
        sides = [node.left, *node.comparators]
        if isinstance(node.ops[0], ast.In | ast.NotIn):
            return self._membership(node)
        if len(node.ops) > 1:
            return self._row(node, sides)
        comparison = _COMPARISONS.get(type(node.ops[0]))
        if comparison is None:
            self._stop(N308, node, what="is")
        left, right = sides
        if isinstance(left, ast.Name):
            special = self._named_comparison(left, comparison, right)
            if special is not None:
                return special
        if isinstance(right, ast.Name) and self._is_compared_by_name(right.id):
            self._stop(N327, right, name=right.id)
        return Compare(comparison, self._compared_amount(left), self._compared_amount(right))

    def _is_compared_by_name(self, name: str) -> bool:
        return name in ("slot", "round") or name in self._names.issues

    def _named_comparison(self, left: ast.Name, comparison: Comparison, right: ast.expr) -> Node | None:
        """Return the comparison of an issue, `slot` or `round` with a name, None for anything else."""
        names, name = self._names, left.id
        if name in names.issues:
            issue = names.issues[name]
            option = self._member(right, Kind.ISSUE, name, Kind.OPTION, names.options[issue])
            by_order = comparison not in (Comparison.EQ, Comparison.NE)
            self._use(left, Kind.ISSUE, issue, name, by_order=by_order)
            return IssueCompare(issue, comparison, option)
        if name == "slot":
            self._use(left, Kind.SLOT, -1, name)
            return SlotCompare(comparison, self._found(right, Kind.SLOT, names.slots))
        if name == "round":
            self._use(left, Kind.ROUND, -1, name)
            return RoundCompare(comparison, self._found(right, Kind.ROUND, names.rounds))
        return None

    def _row(self, node: ast.Compare, sides: list[ast.expr]) -> Node:
        """Return `4 <= hurry <= 8` as two comparisons."""
        pairs: list[Node] = []
        for position, op in enumerate(node.ops):
            comparison = _COMPARISONS.get(type(op))
            left, right = sides[position], sides[position + 1]
            for side in (left, right):
                if comparison is None or (isinstance(side, ast.Name) and self._is_compared_by_name(side.id)):
                    self._stop(N323, node)
            assert comparison is not None
            pairs.append(Compare(comparison, self._compared_amount(left), self._compared_amount(right)))
        return All(tuple(pairs))

    def _membership(self, node: ast.Compare) -> Node:
        """Return `issue in (a, b)`; `not in` means another option, and is as false while it is open."""
        left, right = node.left, node.comparators[0]
        if not isinstance(left, ast.Name) or len(node.ops) > 1:
            self._stop(N325, node)
        name = left.id
        if name not in self._names.issues:
            if name in standing_alone(self._names):
                self._stop(N325, node)
            self._unknown_of(left, Kind.ISSUE, self._names.issues)
        issue = self._names.issues[name]
        known = self._names.options[issue]
        items = right.elts if isinstance(right, ast.Tuple) else [right]
        listed = {self._member(item, Kind.ISSUE, name, Kind.OPTION, known) for item in items}
        if not listed:
            self._stop(N325, node)
        if isinstance(node.ops[0], ast.NotIn):
            listed = set(known.values()) - listed
        self._use(left, Kind.ISSUE, issue, name)
        return IssueIn(issue, tuple(sorted(listed)))

    def _compared_amount(self, node: ast.expr) -> Node:
        if isinstance(node, ast.Name) and (node.id in self._names.flags or node.id in ("true", "false")):
            self._stop(N318, node, what=node.id)
        return self._amount(node)

    # Amounts

    def _amount(self, node: ast.expr) -> Node:
        self._enter(node)
        try:
            return self._amount_of(node)
        finally:
            self._depth -= 1

    def _amount_of(self, node: ast.expr) -> Node:
        match node:
            case ast.Constant(value=int() as value):
                return Number(value)
            case ast.Constant(value=str() as text):
                self._stop(N312, node, help=f"write {text} without quotes" if text else "")
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                item = self._amount(operand)
                if isinstance(item, Number):
                    return Number(-item.value)
                return Arithmetic(Operation.DIFFERENCE, Number(0), item)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self._amount(operand)
            case ast.BinOp():
                return self._arithmetic(node)
            case ast.Call(func=ast.Name(id=name)):
                if name in FUNCTIONS and name not in _AMOUNT_FUNCTIONS:
                    self._stop(N311, node, what=self._written(node))
                return self._amount_call(node, name)
            case ast.Name(id=name):
                return self._named_amount(node, name)
            case ast.BoolOp() | ast.Compare() | ast.UnaryOp(op=ast.Not()):
                self._stop(N311, node, what=self._written(node))
        self._stop(N308, node, what=self._written(node), help="")

    def _named_amount(self, node: ast.Name, name: str) -> Node:
        names = self._names
        if name in names.meters:
            self._use(node, Kind.METER, names.meters[name], name)
            return MeterValue(names.meters[name])
        if name == "exchange":
            self._use(node, Kind.SLOT, -1, name)
            return ExchangeNumber()
        if name in names.flags or name in ("true", "false"):
            self._stop(N311, node, what=name)
        if self._is_compared_by_name(name):
            known = names.rounds if name == "round" else names.slots
            if name in names.issues:
                known = names.options[names.issues[name]]
            self._stop(N324, node, name=name, example=next(iter(known), ""))
        self._unknown(node, name)

    def _arithmetic(self, node: ast.BinOp) -> Node:
        """Return the operation; a long sum leans to the left, so its spine is walked, not recursed."""
        spine: list[ast.BinOp] = []
        first: ast.expr = node
        while isinstance(first, ast.BinOp):
            spine.append(first)
            first = first.left
        result = self._amount(first)
        for each in reversed(spine):
            operation = _OPERATIONS.get(type(each.op))
            if operation is None:
                self._stop(N308, each, what=self._written(each), help="")
            self._count += 1
            right = self._amount(each.right)
            if operation is Operation.QUOTIENT and not (isinstance(right, Number) and right.value > 0):
                self._stop(N319, each.right)
            result = Arithmetic(operation, result, right)
        return result

    # Functions

    def _arguments(self, node: ast.Call, name: str, count: int) -> list[ast.expr]:
        if node.keywords or len(node.args) != count:
            self._stop(N314, node, name=name, wanted=FUNCTIONS[name], help=_example(name))
        return node.args

    def _amount_call(self, node: ast.Call, name: str) -> Node:
        match name:
            case "min" | "max":
                if node.keywords or len(node.args) < 2:
                    self._stop(N314, node, name=name, wanted=FUNCTIONS[name], help=_example(name))
                return Extremum(Extreme(name), tuple(self._amount(item) for item in node.args))
            case "days_since" | "days_until":
                (argument,) = self._arguments(node, name, 1)
                self._use(node, Kind.SLOT, -1, name)
                return DaysSince(self._date(argument, name), name == "days_until")
            case "holds":
                (argument,) = self._arguments(node, name, 1)
                party = self._found(argument, Kind.PARTY, self._names.parties)
                self._use(node, Kind.PARTY, party, name)
                return HoldsRunning(party)
            case "support":
                known = self._names.constituencies
                return SupportOf(self._read_by_id(node, name, Kind.CONSTITUENCY, known))
        self._stop(N313, node.func, name=name, closest=self._closest(name, FUNCTIONS))

    def _condition_call(self, node: ast.Call, name: str) -> Node:
        names = self._names
        match name:
            case "agreed":
                return Agreed(self._read_by_id(node, name, Kind.ISSUE, names.issues))
            case "offered":
                return self._offered(node)
            case "chose":
                return self._chose(node)
            case "done":
                return Done(self._read_by_id(node, name, Kind.ACTION, names.actions))
            case "happened":
                return Happened(self._read_by_id(node, name, Kind.EVENT, names.events))
            case "signed":
                return HasSigned(self._read_by_id(node, name, Kind.PARTY, names.parties))
            case "would_ratify":
                (argument,) = self._arguments(node, name, 1)
                party = self._found(argument, Kind.PARTY, names.parties)
                self._use(node, Kind.VOTE, party, self._written(node))
                return WouldRatify(party)
        self._stop(N313, node.func, name=name, closest=self._closest(name, FUNCTIONS))

    def _read_by_id(self, node: ast.Call, name: str, kind: Kind, known: Mapping[str, int]) -> int:
        """Return the index of the one thing that a function is given, noting that it is read."""
        (argument,) = self._arguments(node, name, 1)
        index = self._found(argument, kind, known)
        self._use(argument, kind, index, self._written(argument))
        return index

    def _chose(self, node: ast.Call) -> Node:
        decision, choice = self._arguments(node, "chose", 2)
        index = self._found(decision, Kind.DECISION, self._names.decisions)
        id = self._written(decision)
        self._use(decision, Kind.DECISION, index, id)
        return Chose(index, self._member(choice, Kind.DECISION, id, Kind.CHOICE, self._names.choices[index]))

    def _offered(self, node: ast.Call) -> Node:
        party, condition = self._arguments(node, "offered", 2)
        if self._in_offer:
            self._stop(N328, node)
        index = self._found(party, Kind.PARTY, self._names.parties)
        self._use(node.func, Kind.PARTY, index, "offered")
        self._in_offer = True
        try:
            return Offered(index, self._truth(condition))
        finally:
            self._in_offer = False

    def _date(self, node: ast.expr, name: str) -> int:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            self._stop(N314, node, name=name, wanted=FUNCTIONS[name], help=_example(name))
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.value) is not None:
            try:
                return datetime.date.fromisoformat(node.value).toordinal()
            except ValueError:
                pass  # the 31st of June
        self._stop(N320, node, text=node.value)

    # Names

    def _found(self, node: ast.expr, kind: Kind, known: Mapping[str, int]) -> int:
        """Return the index of the thing called so."""
        if not isinstance(node, ast.Name):
            self._stop(N329, node, kind=kind.value)
        if node.id not in known:
            self._unknown_of(node, kind, known)
        return known[node.id]

    def _unknown_of(self, node: ast.Name, kind: Kind, known: Mapping[str, int]) -> NoReturn:
        self._stop(N315, node, kind=kind.value, name=node.id, closest=self._closest(node.id, known))

    def _member(self, node: ast.expr, kind: Kind, owner: str, part: Kind, known: Mapping[str, int]) -> int:
        """Return the index of an option of an issue, or of a choice of a decision."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            self._stop(N312, node, help=f"write {node.value} without quotes")
        if not isinstance(node, ast.Name):
            self._stop(N329, node, kind=part.value)
        if node.id not in known:
            near = self._closest(node.id, known)
            self._stop(N316, node, kind=kind.value, owner=owner, part=part.value, name=node.id, closest=near)
        return known[node.id]


def _example(name: str) -> str:
    return {
        "agreed": "as in agreed(islands)",
        "offered": "as in offered(japan, islands == nothing)",
        "days_since": "as in days_since('1956-10-16')",
        "days_until": "as in days_until('1956-10-16')",
        "chose": "as in chose(decision, choice)",
        "min": "as in min(trust, 5)",
        "max": "as in max(trust, 5)",
    }.get(name, f"as in {name}(its_name)")
