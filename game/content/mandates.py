"""The section `mandates:`: the orders of each delegation, on an option or on a combination."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.content import codes
from game.content.reader import Fields
from game.content.reading import Reading
from game.content.source import ListNode, Node
from game.rules.expressions import Comparison, Expression, IssueCompare, constant
from game.rules.scenario import Basis, Level, Order

_LEVELS: Final = {"free": Level.FREE, "ask": Level.ASK, "never": Level.NEVER}


def read_mandates(reading: Reading, nodes: Iterable[Node]) -> tuple[Order, ...]:
    """Return the orders of both parties, in the order of the file."""
    found: list[Order] = []
    for node in nodes:
        for party, fields in _parties(reading, node):
            for each in fields:
                found.append(_order(reading, each, party))
                each.close()
    return tuple(found)


def _parties(reading: Reading, node: Node) -> Iterable[tuple[int, list[Fields]]]:
    for name, entry in reading.by_party(node, "the mandates"):
        if not isinstance(entry, ListNode):
            reading.wrong(entry, f"the mandate of '{name}'", "a list")
            continue
        what = f"an order of '{name}'"
        yield (
            reading.names.parties[name],
            [Fields(reading, item, what, where="order") for item in entry.items],
        )


def _order(reading: Reading, fields: Fields, party: int) -> Order:
    id = fields.identifier("id")
    if id and reading.notes is not None:
        reading.notes.mention("order", fields.at("id"))
    if id:
        fields.what = f"the order '{id}'"
        first = reading.places.setdefault(("order", id), fields.at("id"))
        if first is not fields.at("id"):
            reading.twice(fields.at("id"), "order", id, first)
    issue, option, when = _subject(reading, fields, party)
    return Order(
        id=id,
        party=party,
        issue=issue,
        option=option,
        when=when,
        level=fields.one_of("level", _LEVELS),
        sentence=fields.text("because"),
        basis=_basis(fields),
    )


def _basis(fields: Fields) -> Basis:
    """Return why the order is as it is: a level is as much a guess as a number."""
    fields.lean(fields.node)
    return fields.basis


def _subject(reading: Reading, fields: Fields, party: int) -> tuple[int | None, int | None, Expression]:
    if not fields.has("on"):
        fields.ignore("on")
        return None, None, fields.needed_condition("when", (party == 0, party == 1))
    if fields.has("when"):
        fields.ignore("when")
        reading.report.add(codes.N113, fields.at("when"), field="on", other="when", what=fields.what)
    issue, option = fields.option("on")
    if issue is None or option is None:
        return None, None, constant(0)
    names = reading.names
    text = f"{list(names.issues)[issue]} == {list(names.options[issue])[option]}"
    return issue, option, Expression.of(text, IssueCompare(issue, Comparison.EQ, option))
