"""A diagram in the DOT language of Graphviz."""

import textwrap
from collections.abc import Iterator

from game.desk.diagram import Arrow, Box, Diagram, Kind, Line

_SIGNS = 36  # in a line of a label
_SHAPES = {
    Kind.START: "circle",
    Kind.ROUND: "box",
    Kind.OVER: "doublecircle",
    Kind.ENDING: "oval",
    Kind.DECISION: "hexagon",
    Kind.CHOICE: "note",
    Kind.EVENT: "parallelogram",
    Kind.OUTCOME: "note",
    Kind.ACTION: "component",
}
_STYLES = {
    Line.PLAIN: 'style="solid"',
    Line.NONE: 'style="dashed", color="#767676", penwidth="1"',
    Line.SOME: 'style="solid", color="#1f5f99", penwidth="2"',
    Line.MOST: 'style="bold", color="#0b3558", penwidth="4"',
}


def dot(drawn: Diagram) -> str:
    """Return `drawn` as a directed graph, one line an item, ended by a line end."""
    return "\n".join(_lines(drawn)) + "\n"


def _lines(drawn: Diagram) -> Iterator[str]:
    yield "digraph scenario {"
    yield '    graph [charset="UTF-8", rankdir="TB", label="' + _label((drawn.title, *drawn.key)) + '"];'
    for part in drawn.parts:
        yield f'    subgraph "cluster_{part.id}" {{'
        yield f'        label="{_label((part.title,))}";'
        for box, _ in part.boxes:
            yield f"        {_box(box)}"
        yield "    }"
    for part in drawn.parts:
        for _, arrows in part.boxes:
            for arrow in arrows:
                yield f"    {_arrow(arrow)}"
    yield "}"


def _box(box: Box) -> str:
    return f'"{box.id}" [shape="{_SHAPES[box.kind]}", {_STYLES[box.line]}, label="{_label(box.lines)}"];'


def _arrow(arrow: Arrow) -> str:
    style = _STYLES[arrow.line]
    if not arrow.is_way:
        style += ', arrowhead="open"'
    return f'"{arrow.source}" -> "{arrow.target}" [{style}, label="{_label(arrow.lines)}"];'


def _label(lines: tuple[str, ...]) -> str:
    broken = [piece for line in lines for piece in textwrap.wrap(" ".join(line.split()), _SIGNS)]
    return "\\n".join(piece.replace("\\", "\\\\").replace('"', '\\"') for piece in broken)
