"""The chart and the signs of its legend in a PDF, from the elements and the colours that the page has."""

import re
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from fpdf import FPDF

from game.report.pdf_style import Style, colour

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_POINTS_A_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class _Pen:
    """Where a drawing lies on its sheet, and what of its own is a millimetre there."""

    paper: FPDF
    style: Style
    left: float
    top: float
    scale: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return (self.left + x * self.scale, self.top + y * self.scale)


def _size(drawing: Element) -> tuple[float, float]:
    _, _, wide, high = map(float, drawing.get("viewBox", "0 0 1 1").split())
    return wide, high


def tall(drawing: Element, wide: float) -> float:
    """Return how tall a drawing is that is so many mm wide."""
    across, down = _size(drawing)
    return wide * down / across


def draw(paper: FPDF, style: Style, drawing: Element, left: float, top: float, wide: float) -> None:
    """Draw the element `svg`, its upper left corner at `left` and `top`, so many mm wide."""
    pen = _Pen(paper, style, left, top, wide / _size(drawing)[0])
    for each in drawing:
        _element(pen, each, ())
    paper.set_dash_pattern()


def _element(pen: _Pen, element: Element, around: Sequence[str]) -> None:
    kinds = element.get("class", "").split()
    if element.tag == "g":
        for each in element:
            _element(pen, each, (*around, *kinds))
        return
    said = pen.style.of(element.tag, kinds, around)
    if element.tag == "text":
        _text(pen, element, said)
        return
    style = _ready(pen, said)
    if not style:
        return
    paper, n = pen.paper, _numbers(element)
    match element.tag:
        case "line":
            paper.line(*pen.at(n["x1"], n["y1"]), *pen.at(n["x2"], n["y2"]))
        case "circle":
            paper.circle(*pen.at(n["cx"], n["cy"]), n["r"] * pen.scale, style=style)
        case "rect":
            wide, high = n["width"] * pen.scale, n["height"] * pen.scale
            paper.rect(*pen.at(n["x"], n["y"]), wide, high, style=style)
        case "polygon" | "polyline":
            places = _pairs(pen, element.get("points", ""))
            if len(places) > 1:
                paper.polyline(places, polygon=element.tag == "polygon", style=style)
        case "path":  # strokes alone, each from a place to the next
            for stroke in element.get("d", "").split("M"):
                places = _pairs(pen, stroke)
                if len(places) > 1:
                    paper.polyline(places)


def _numbers(element: Element) -> dict[str, float]:
    return {name: float(value) for name, value in element.items() if _NUMBER.fullmatch(value)}


def _pairs(pen: _Pen, text: str) -> list[tuple[float, float]]:
    found = [float(each) for each in _NUMBER.findall(text)]
    return [pen.at(x, y) for x, y in zip(found[::2], found[1::2], strict=True)]


def _ready(pen: _Pen, said: dict[str, str]) -> str:
    """Take up pen and ink, and return whether lines, areas or both are drawn: D, F, DF or nothing."""
    paper = pen.paper
    stroke, fill = colour(said.get("stroke", "")), colour(said.get("fill", ""))
    if stroke is not None:
        paper.set_draw_color(*stroke)
        paper.set_line_width(float(said.get("stroke-width", "1").removesuffix("px")) * pen.scale)
        dashes = [float(each) * pen.scale for each in _NUMBER.findall(said.get("stroke-dasharray", ""))]
        paper.set_dash_pattern(*dashes)
    if fill is not None:
        paper.set_fill_color(*fill)
    return ("" if stroke is None else "D") + ("" if fill is None else "F")


def _text(pen: _Pen, element: Element, said: dict[str, str]) -> None:
    paper, words = pen.paper, "".join(element.itertext())
    n = _numbers(element)
    points = float(said.get("font-size", "12px").removesuffix("px")) * pen.scale * _POINTS_A_MM
    paper.set_font("sans", "B" if "font-weight" in said else "", points)
    paper.set_text_color(*(colour(said.get("fill", "")) or (0, 0, 0)))
    x, y = pen.at(n["x"], n["y"])
    x -= {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor", ""), 0.0) * paper.get_string_width(words)
    turned = _NUMBER.findall(element.get("transform", ""))
    if turned:
        angle, *about = map(float, turned)
        centre = pen.at(about[0], about[1])
    with paper.rotation(-angle, *centre) if turned else nullcontext():
        paper.text(x, y, words)
