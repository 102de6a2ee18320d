"""The lines of an explanation as rows of a slip: sentences, amounts that add up, sources and assumptions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from game.ui.screens.parts import Explanation

_AMOUNT = re.compile(r"(?P<what>.+): (?P<amount>[+-]\d+)")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: `amount` is "" but for a summand and a total."""

    kind: str  # head | line | amount | total | source
    text: str
    amount: str = ""
    indented: bool = False


def rows(explanation: Explanation) -> tuple[Row, ...]:
    """Return the rows of an explanation: the result first, what it rests on last.

    >>> told = Explanation("points", "", ("Worth 3.", "Islands: +5", "Trade: -2", "Source: S1"),
    ...     total="Together", marks=("Source:",))
    >>> [(row.kind, row.amount) for row in rows(told)]
    [('head', ''), ('amount', '+5'), ('amount', '-2'), ('total', '+3'), ('source', '')]
    """
    found = [_row(line, explanation.marks) for each in explanation.lines for line in each.split("\n") if line]
    if found and found[0].kind == "line":
        found[0] = Row("head", found[0].text)
    if explanation.total:
        found = list(_summed(found, explanation.total))
    return tuple(sorted(found, key=lambda row: row.kind == "source" and not row.indented))


def _row(line: str, marks: tuple[str, ...]) -> Row:
    indented, text = line.startswith(" "), line.strip()
    if marks and text.startswith(marks):
        return Row("source", text, indented=indented)
    if amount := _AMOUNT.fullmatch(text):
        return Row("amount", amount["what"], amount["amount"], indented)
    return Row("line", text, indented=indented)


def _summed(found: list[Row], total: str) -> Iterator[Row]:
    """Yield the rows, after each run of amounts their sum."""
    for amounts, run in groupby(found, lambda row: row.kind == "amount"):
        each = tuple(run)
        yield from each
        if amounts and len(each) > 1:
            yield Row("total", total, f"{sum(int(row.amount) for row in each):+d}")
