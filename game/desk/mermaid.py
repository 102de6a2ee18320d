"""A diagram as Mermaid flowchart text.

`transitions` has an export of its own, which is not used: it knows the rounds alone, neither endings,
decisions nor events, names a guard by its function, and has no place for counts or styles. A flowchart
and not a state diagram, since only there an arrow has a style.
"""

import textwrap
from collections.abc import Iterator

from game.desk.diagram import Box, Diagram, Kind, Line

_SIGNS = 44  # in a line of a label
_SHAPES = {
    Kind.START: ("((", "))"),
    Kind.ROUND: ("[", "]"),
    Kind.OVER: ("(((", ")))"),
    Kind.ENDING: ("([", "])"),
    Kind.DECISION: ("{{", "}}"),
    Kind.CHOICE: ("(", ")"),
    Kind.EVENT: ("[/", "/]"),
    Kind.OUTCOME: ("(", ")"),
    Kind.ACTION: ("[[", "]]"),
}
_ARROWS = {Line.PLAIN: "-->", Line.NONE: "-.->", Line.SOME: "-->", Line.MOST: "==>"}
_CLASSES = {
    Line.NONE: "fill:#ffffff,stroke:#767676,stroke-width:1px,stroke-dasharray:4 4,color:#1a1a1a",
    Line.SOME: "fill:#eaf2fa,stroke:#1f5f99,stroke-width:2px,color:#1a1a1a",
    Line.MOST: "fill:#c9dff2,stroke:#0b3558,stroke-width:4px,color:#1a1a1a",
}
_STROKES = {Line.NONE: "#767676", Line.SOME: "#1f5f99", Line.MOST: "#0b3558"}
_ESCAPED = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "\\": "#92;"}


def mermaid(drawn: Diagram) -> str:
    """Return `drawn` as a flowchart, one line an item, ended by a line end."""
    return "\n".join(_lines(drawn)) + "\n"


def _lines(drawn: Diagram) -> Iterator[str]:
    yield "flowchart TD"
    yield f"    accTitle: {_plain(drawn.title)}"
    if drawn.key:
        yield f"    accDescr: {_plain(' '.join(drawn.key))}"
        yield f'    key["{_label(drawn.key)}"]'
    for part in drawn.parts:
        yield f'    subgraph part_{part.id}["{_label((part.title,))}"]'
        for box, _ in part.boxes:
            yield f"        {_box(box)}"
        yield "    end"
    number = 0
    styles = []
    for part in drawn.parts:
        for _, arrows in part.boxes:
            for arrow in arrows:
                words = f'|"{_label(arrow.lines)}"|' if arrow.lines else ""
                yield f"    {arrow.source} {_ARROWS[arrow.line]}{words} {arrow.target}"
                if arrow.line in _STROKES:
                    styles.append(f"    linkStyle {number} stroke:{_STROKES[arrow.line]}")
                number += 1
    yield from styles
    for line, style in _CLASSES.items():
        names = [box.id for part in drawn.parts for box, _ in part.boxes if box.line is line]
        if names:
            yield f"    classDef passed_{line.name.lower()} {style}"
            yield f"    class {','.join(names)} passed_{line.name.lower()}"


def _box(box: Box) -> str:
    before, after = _SHAPES[box.kind]
    return f'{box.id}{before}"{_label(box.lines)}"{after}'


def _label(lines: tuple[str, ...]) -> str:
    broken = [piece for line in lines for piece in textwrap.wrap(" ".join(line.split()), _SIGNS)]
    return "<br/>".join("".join(_ESCAPED.get(sign, sign) for sign in piece) for piece in broken)


def _plain(text: str) -> str:
    """Return a title: it stands without quotes, to the end of its line."""
    return " ".join("".join(" " if sign in '#;{}"`<>' else sign for sign in text).split())
