"""Conditions and amounts for the second engine, by walking the checked tree node by node.

Slow on purpose: nothing is compiled, and every node is looked up by the name of its class.
"""

import operator

COMPARED = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
COUNTED = {"+": operator.add, "-": operator.sub, "*": operator.mul, "//": operator.floordiv}


def holds(expression, package, s, sc) -> bool:
    """Say whether a condition holds; where none is written it does."""
    return expression is None or bool(value(expression.tree, package, s, sc))


def amount(expression, package, s, sc) -> int:
    return int(value(expression.tree, package, s, sc))


def meeting(s, sc):
    return sc.rounds[s["round"]].slots[s["slot"]]


def copied(value):
    """Return a copy of plain dictionaries, lists and sets, all the way down."""
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    return set(value) if isinstance(value, set) else value


def set_options(package):
    """Return a tuple of options as issue -> option."""
    return {issue: option for issue, option in enumerate(package) if option != -1}


def written(sc, package):
    return tuple(package.get(issue, -1) for issue in range(len(sc.issues)))


def is_package(sc, package) -> bool:
    return len(package) == len(sc.issues) and all(
        -1 <= option < len(issue.options) for option, issue in zip(package, sc.issues, strict=True)
    )


def value(node, package, s, sc):
    """Return what `node` comes to for `package` at the table `s`."""
    return globals()["_" + type(node).__name__](node, package, s, sc)


def _Number(node, package, s, sc):
    return node.value


_Truth = _Number


def _MeterValue(node, package, s, sc):
    return s["meters"][node.meter]


def _FlagValue(node, package, s, sc):
    return s["flags"][node.flag]


def _IssueCompare(node, package, s, sc):
    if node.issue not in package:
        return False
    return COMPARED[node.comparison.value](package[node.issue], node.option)


def _IssueIn(node, package, s, sc):
    return node.issue in package and package[node.issue] in node.options


def _Agreed(node, package, s, sc):
    return node.issue in package


def _Offered(node, package, s, sc):
    offer = s["offers"][node.party]
    if offer is None:
        return False
    return any(
        value(node.condition, {**s["agreed"], **alternative}, s, sc) for alternative in offer["packages"]
    )


def _SlotCompare(node, package, s, sc):
    return COMPARED[node.comparison.value](meeting(s, sc).ordinal, node.ordinal)


def _RoundCompare(node, package, s, sc):
    return COMPARED[node.comparison.value](s["round"], node.round)


def _DaysSince(node, package, s, sc):
    days = meeting(s, sc).date - node.ordinal
    return -days if node.until else days


def _ExchangeNumber(node, package, s, sc):
    return s["exchange"] + 1


def _Chose(node, package, s, sc):
    return s["taken"].get(node.decision) == node.choice


def _Done(node, package, s, sc):
    return any(s["uses"].get((party, node.action), 0) for party in (0, 1))


def _Happened(node, package, s, sc):
    return s["fired"].get(node.event, 0) > 0


def _HoldsRunning(node, package, s, sc):
    return s["holds"][node.party]


def _HasSigned(node, package, s, sc):
    return s["signed"][node.party]


def _WouldRatify(node, package, s, sc):
    from tests.rules import literal_home  # support is written in expressions: the two call each other

    return literal_home.vote(sc, s, node.party, package)["carried"]


def _SupportOf(node, package, s, sc):
    from tests.rules import literal_home

    return literal_home.support(sc, s, node.constituency, package, 0)


def _Compare(node, package, s, sc):
    left, right = value(node.left, package, s, sc), value(node.right, package, s, sc)
    return COMPARED[node.comparison.value](left, right)


def _Arithmetic(node, package, s, sc):
    left, right = value(node.left, package, s, sc), value(node.right, package, s, sc)
    return COUNTED[node.operation.value](left, right)


def _Extremum(node, package, s, sc):
    items = [value(item, package, s, sc) for item in node.items]
    return min(items) if node.extreme.value == "min" else max(items)


def _Not(node, package, s, sc):
    return not value(node.item, package, s, sc)


def _All(node, package, s, sc):
    return all(value(item, package, s, sc) for item in node.items)


def _AnyOf(node, package, s, sc):
    return any(value(item, package, s, sc) for item in node.items)
