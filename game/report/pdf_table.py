"""Tables in a PDF: columns as wide as their words ask for, the head on every sheet, long rows divided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from xml.etree.ElementTree import Element

from game.report.pdf_book import BOTTOM, RIGHT, SANS, TOP, Book, Line, Look, Run, height
from game.report.pdf_style import Colour, colour

_LOOK = Look(SANS, 8.5)
_PAD = 1.2
_RULE: Colour = (120, 115, 105)
_WIDEST = 90.0
"""No column asks for more mm than this, however long its words."""

_SHORT = 10
"""Signs of a cell that stays on one line."""

_FIRST = {"verdicts": 0.24, "ladder": 0.52}
"""The share of the first column in tables whose others are alike."""


@dataclass(frozen=True, slots=True)
class _Cell:
    runs: list[Run]
    span: int
    align: str  # left, right or centre
    fill: Colour | None


_Row = list[_Cell]


def set_table(book: Book, table: Element, x: float, words: Callable[[Element, Look], list[Run]]) -> None:
    """Lay out a table whose left edge is at `x`.

    Args:
        words: gives the words of a cell.
    """
    head = [_row(book, row, words) for part in table if part.tag == "thead" for row in part]
    body = [_row(book, row, words) for part in table if part.tag != "thead" for row in part]
    kind = table.get("class", "")
    widths = _widths(book, [*head, *body], RIGHT - x, _FIRST.get(kind))
    book.room(sum(_tall(_broken(book, row, widths)) for row in [*head, *body[:1]]))
    for row in head:
        _set(book, row, widths, x, ())
    for row in body:
        _set(book, row, widths, x, head)
    book.y += 2.5


def _row(book: Book, row: Element, words: Callable[[Element, Look], list[Run]]) -> _Row:
    return [_cell(book, each, words) for each in row]


def _cell(book: Book, cell: Element, words: Callable[[Element, Look], list[Run]]) -> _Cell:
    kinds = cell.get("class", "").split()
    look = Look(_LOOK.family, _LOOK.size, "B" if cell.tag == "th" else "")
    align = "right" if "number" in kinds else "centre" if "centre" in kinds else "left"
    fill = colour(book.style.of(cell.tag, kinds, ()).get("background", ""))
    return _Cell(words(cell, look), int(cell.get("colspan", "1")), align, fill)


def _widths(book: Book, rows: Sequence[_Row], whole: float, first: float | None) -> list[float]:
    """Return the width of each column: what its longest word needs, and of the rest by how much is in it."""
    count = max((sum(cell.span for cell in row) for row in rows), default=1)
    if first is not None and count > 1:
        return [whole * first, *[whole * (1 - first) / (count - 1)] * (count - 1)]
    least, most = [0.0] * count, [0.0] * count
    for row in rows:
        at = 0
        for cell in row:
            if cell.span == 1:
                words = [(each, run.look) for run in cell.runs for each in run.words.split()]
                line = sum(book.width(run.words, run.look) for run in cell.runs) + 2 * _PAD
                longest = max((book.width(*word) + 2 * _PAD for word in words), default=0.0)
                short = sum(len(run.words) for run in cell.runs) <= _SHORT
                least[at] = max(least[at], line if short else longest)
                most[at] = max(most[at], min(line, _WIDEST))
            at += cell.span
    most = [max(pair) for pair in zip(least, most, strict=True)]
    if sum(least) >= whole:
        return [each * whole / sum(least) for each in least]
    spare, wanted = whole - sum(least), sum(most) - sum(least)
    if wanted <= 0:
        return [each * whole / sum(least) for each in least]
    return [low + spare * (high - low) / wanted for low, high in zip(least, most, strict=True)]


def _set(book: Book, row: _Row, widths: Sequence[float], x: float, head: Sequence[_Row]) -> None:
    """Write a row: under the head on the next sheet where it does not fit, in parts where none holds it."""
    left, spans = _broken(book, row, widths), _spans(row, widths)
    tall = _tall(left)
    if book.y + tall > BOTTOM and (tall <= BOTTOM - TOP or book.y + 20 > BOTTOM):
        book.sheet()
        for each in head:
            _set(book, each, widths, x, ())
    while True:
        parts = [_fitting(lines, BOTTOM - book.y - 2 * _PAD) for lines in left]
        _draw(book, row, spans, parts, x)
        left = [lines[len(part) :] for lines, part in zip(left, parts, strict=True)]
        if not any(left):
            return
        book.sheet()


def _spans(row: _Row, widths: Sequence[float]) -> list[float]:
    columns = iter(widths)
    return [sum(islice(columns, cell.span)) for cell in row]


def _broken(book: Book, row: _Row, widths: Sequence[float]) -> list[list[Line]]:
    """Return the lines of each cell."""
    pairs = zip(row, _spans(row, widths), strict=True)
    return [book.lines(cell.runs, wide - 2 * _PAD) for cell, wide in pairs]


def _tall(cells: Sequence[Sequence[Line]]) -> float:
    return max((height(lines, _LOOK) for lines in cells), default=0) + 2 * _PAD


def _fitting(lines: list[Line], room: float) -> list[Line]:
    count = 1
    while count < len(lines) and height(lines[: count + 1], _LOOK) <= room:
        count += 1
    return lines[:count]


def _draw(book: Book, row: _Row, spans: Sequence[float], cells: Sequence[Sequence[Line]], x: float) -> None:
    tall, paper = _tall(cells), book.paper
    paper.set_draw_color(*_RULE)
    paper.set_line_width(0.15)
    for cell, wide, lines in zip(row, spans, cells, strict=True):
        if cell.fill is not None:
            paper.set_fill_color(*cell.fill)
        paper.rect(x, book.y, wide, tall, style="D" if cell.fill is None else "DF")
        y = book.y + _PAD
        for line in lines:
            long = sum(book.width(run.words, run.look) for run in line)
            spare = {"left": 0.0, "right": 1.0, "centre": 0.5}[cell.align] * (wide - 2 * _PAD - long)
            book.line(line, x + _PAD + spare, y)
            y += height([line], _LOOK)
        x += wide
    book.y += tall
