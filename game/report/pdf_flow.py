"""The elements of a page laid out one below the other: headings, paragraphs, lists, forms to fill."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from game.report.pdf_book import BOX, LEFT, LOOK, RIGHT, SANS, Book, Look, Run, height
from game.report.pdf_drawing import draw, tall
from game.report.pdf_table import set_table

_INLINE = frozenset({"b", "strong", "em", "span", "bdi", "data", "del", "ins", "code", "br", "g"})
_EMPHASIS = {"b": "B", "strong": "B", "dt": "B", "em": "I", "del": "S", "ins": "U", "ask": "I", "sign": "B"}
_HEADINGS = {"h1": Look(SANS, 18, "B"), "h2": Look(SANS, 13, "B"), "h3": Look(SANS, 11, "B")}
_BEFORE = {"h1": 0.0, "h2": 5.0, "h3": 2.0}
_STEP = 5.0
"""How far lists and quotations stand in, in mm."""

_TOGETHER = 3
"""Lines at the head of a paragraph that are not parted."""


def flow(book: Book, element: Element, look: Look = LOOK, indent: float = 0.0) -> None:
    """Lay out an element that is a block.

    Args:
        look: of the words around it.
        indent: how far it stands in, in mm.
    """
    kinds = element.get("class", "").split()
    if "sheet" in kinds:
        book.sheet(" ".join("".join(element[0].itertext()).split()))
        for each in element[1:]:
            flow(book, each)
        return
    look = _look(element, look)
    match element.tag:
        case "h1" | "h2" | "h3":
            book.hold(book.lines(_runs(element, look), RIGHT - LEFT), _BEFORE[element.tag])
        case "table":
            set_table(book, element, LEFT + indent, _cell)
        case "svg":
            _figure(book, element, indent)
        case "ul" | "ol":
            _list(book, element, look, indent)
        case "p" if "fill" in kinds:
            _to_fill(book, element, look, indent)
        case "blockquote" | "dd":
            _inside(book, element, look, indent + _STEP)
        case _:
            _inside(book, element, look, indent)


def _look(element: Element, look: Look) -> Look:
    """Return how the words of an element look, within words of `look`."""
    if element.tag in _HEADINGS:
        return _HEADINGS[element.tag]
    kinds = element.get("class", "").split()
    marks = "".join(_EMPHASIS.get(each, "") for each in (element.tag, *kinds))
    look = replace(look, emphasis="".join(sorted({*look.emphasis, *marks})))
    if "small" in kinds or element.tag == "figcaption":
        look = replace(look, size=look.size - 2)
    return replace(look, size=look.size + 1.5) if "lead" in kinds else look


def _inside(book: Book, element: Element, look: Look, indent: float) -> None:
    """Lay out what is in an element: runs of words as paragraphs, blocks one by one."""
    words = [Run(element.text or "", look)]
    for each in element:
        if _is_inline(each):
            words += _runs(each, look)
            if element.tag == "figcaption":
                words.append(Run("\u00a0\u00a0 ", look))
        else:
            _words(book, words, look, indent)
            words = []
            flow(book, each, look, indent)
        words.append(Run(each.tail or "", look))
    _words(book, words, look, indent)


def _is_inline(element: Element) -> bool:
    return element.tag in _INLINE or (element.tag == "svg" and "swatch" in element.get("class", ""))


def _runs(element: Element, look: Look) -> Iterator[Run]:
    """Yield the words in an element, blocks in it on lines of their own."""
    look, kinds = _look(element, look), element.get("class", "").split()
    if element.tag == "svg":
        yield Run("", look, element)
        yield Run("\u00a0", look)
        return
    if element.tag == "br":
        yield Run("\n", look)
    if "box" in kinds:
        yield Run(BOX, look)
    alone = "ask" in kinds or "tick" in kinds or not _is_inline(element)
    if alone:
        yield Run("\n", look)
    yield Run(element.text or "", look)
    for each in element:
        yield from _runs(each, look)
        yield Run(each.tail or "", look)
    if "tick" in kinds:
        yield Run("\n", look)


def _cell(element: Element, look: Look) -> list[Run]:
    """Return the words of a cell."""
    runs = [Run(element.text or "", look)]
    for each in element:
        runs += [*_runs(each, look), Run(each.tail or "", look)]
    while runs and not runs[0].words.strip() and runs[0].drawing is None:
        runs.pop(0)
    while runs and not runs[-1].words.strip() and runs[-1].drawing is None:
        runs.pop()
    return runs


def _words(book: Book, runs: list[Run], look: Look, indent: float) -> None:
    """Write runs as a paragraph; nothing where there are no words."""
    lines = book.lines(runs, RIGHT - LEFT - indent)
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    for n, line in enumerate(lines):
        book.room(height(lines[n : n + (_TOGETHER if n == 0 else 1)]))
        book.line(line, LEFT + indent, book.y)
        book.y += height([line])
    if lines:
        book.y += look.height * 0.35


def _list(book: Book, element: Element, look: Look, indent: float) -> None:
    for number, item in enumerate(element, 1):
        mark = f"{number}." if element.tag == "ol" else "\u2022"
        book.room(look.height * 2)
        at = Run(mark, look)
        book.line([at], LEFT + indent, book.y)
        _inside(book, item, _look(item, look), indent + _STEP + 1)


def _to_fill(book: Book, element: Element, look: Look, indent: float) -> None:
    """Write a label and a rule to write on, as far as the margin."""
    label = " ".join("".join(element.itertext()).split())
    book.room(9)
    book.y += 9 - look.height
    book.line([Run(label, look)], LEFT + indent, book.y)
    book.y += look.height
    begin = LEFT + indent + book.width(f"{label} ", look)
    book.paper.set_draw_color(0)
    book.paper.set_line_width(0.2)
    book.paper.line(begin, book.y - 1, RIGHT, book.y - 1)


def _figure(book: Book, element: Element, indent: float) -> None:
    wide = RIGHT - LEFT - indent
    high = tall(element, wide)
    book.room(high + 3)
    draw(book.paper, book.style, element, LEFT + indent, book.y, wide)
    book.y += high + 3
