"""The chart of points as a drawing: what could have been had, its edge, history's point, every table.

Each kind of place has a shape of its own, so that nothing is told by colour alone. The axes are two scales.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from game.analysis.frontier import Point, frontier
from game.report.html import node
from game.text.catalogue import Catalogue

WIDTH, HEIGHT = 720, 470
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 700, 16, 420
_AROUND = ((13, 4), (-13, 4), (0, -10), (0, 19), (12, -8), (-12, -8), (12, 16), (-12, 16))


@dataclass(frozen=True, slots=True)
class Sign:
    """A place that is marked: `at` in points of party 0 and party 1."""

    at: tuple[int, int]
    label: str
    shape: str  # history, carried, refused, paper, none
    of: str  # its meaning, for the checker
    rests: str = ""


@dataclass(frozen=True, slots=True)
class _Scale:
    """From points to places on the paper."""

    low: tuple[int, int]
    high: tuple[int, int]

    def x(self, value: int) -> float:
        """Return how far to the right points of party 0 lie."""
        return _LEFT + (value - self.low[0]) * (_RIGHT - _LEFT) / (self.high[0] - self.low[0])

    def y(self, value: int) -> float:
        """Return how far down points of party 1 lie."""
        return _BOTTOM - (value - self.low[1]) * (_BOTTOM - _TOP) / (self.high[1] - self.low[1])


def chart(
    say: Catalogue,
    names: tuple[str, str],
    possible: Sequence[Point],
    reservations: tuple[int, int],
    signs: Sequence[Sign],
    paths: Iterable[Sequence[tuple[int, int]]] = (),
    *,
    rests: str,
    opening: bool = False,
) -> Element:
    """Return the drawing.

    Args:
        names: of the parties.
        possible: packages that both homes would carry; their edge is drawn.
        reservations: what having no agreement is worth to each.
        signs: the places that are marked, several at one place under one sign.
        paths: of a single game: the offers of each side, in their order.
        rests: the tables that it is about.
        opening: what could have been had is meant as the talks opened, not at the hour of the end.
    """
    ways = [tuple(path) for path in paths]
    places = [
        *(each.values for each in possible),
        reservations,
        *(each.at for each in signs),
        *(each for path in ways for each in path),
    ]
    scale, hour = _scale(places), "-opening" if opening else ""
    drawn = node(
        "svg",
        _axes(say, names, scale),
        _reserved(scale, reservations),
        _dots(scale, sorted({each.values for each in possible}), f"possible{hour}", rests, "cloud"),
        _line(scale, sorted({each.values for each in frontier(possible)}), f"frontier{hour}", rests, "edge"),
        [_line(scale, path, "offer", rests, f"path path{number}") for number, path in enumerate(ways)],
        list(_marks(scale, signs)),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=say("report.chart.label", first=names[0], second=names[1]),
        class_="chart",
    )
    return drawn


def _scale(places: Sequence[tuple[int, int]]) -> _Scale:
    def ends(axis: int) -> tuple[int, int]:
        values = [each[axis] for each in places] or [0]
        low, high = min(values) - 3, max(values) + 3
        return low // 10 * 10, max(-(-high // 10) * 10, low // 10 * 10 + 10)

    (x0, x1), (y0, y1) = ends(0), ends(1)
    return _Scale((x0, y0), (x1, y1))


def _axes(say: Catalogue, names: tuple[str, str], scale: _Scale) -> Element:
    parts: list[Element] = []
    for value in range(scale.low[0], scale.high[0] + 1, 10):
        x = _n(scale.x(value))
        parts.append(node("line", x1=x, x2=x, y1=_TOP, y2=_BOTTOM, class_="grid"))
        parts.append(node("text", str(value), x=x, y=_BOTTOM + 15, text_anchor="middle"))
    for value in range(scale.low[1], scale.high[1] + 1, 10):
        y = _n(scale.y(value))
        parts.append(node("line", x1=_LEFT, x2=_RIGHT, y1=y, y2=y, class_="grid"))
        parts.append(node("text", str(value), x=_LEFT - 6, y=_n(scale.y(value) + 4), text_anchor="end"))
    middle = (_TOP + _BOTTOM) // 2
    parts.append(
        node(
            "text",
            say("ui.chart.axis", party=names[0]),
            x=(_LEFT + _RIGHT) // 2,
            y=_BOTTOM + 36,
            text_anchor="middle",
            class_="axis",
        )
    )
    parts.append(
        node(
            "text",
            say("ui.chart.axis", party=names[1]),
            x=16,
            y=middle,
            text_anchor="middle",
            transform=f"rotate(-90 16 {middle})",
            class_="axis",
        )
    )
    return node("g", parts)


def _reserved(scale: _Scale, reservations: tuple[int, int]) -> Element:
    x, y = _n(scale.x(reservations[0])), _n(scale.y(reservations[1]))
    return node(
        "g",
        node("line", x1=x, x2=x, y1=_TOP, y2=_BOTTOM, class_="reserve"),
        node("line", x1=_LEFT, x2=_RIGHT, y1=y, y2=y, class_="reserve"),
    )


def _line(scale: _Scale, places: Sequence[tuple[int, int]], of: str, rests: str, kind: str) -> Element:
    """Return places joined by a line."""
    drawn = _dots(scale, places, of, rests, kind)
    joined = " ".join(f"{_n(scale.x(x))},{_n(scale.y(y))}" for x, y in places)
    drawn.insert(0, node("polyline", points=joined))
    return drawn


def _dots(scale: _Scale, places: Sequence[tuple[int, int]], of: str, rests: str, kind: str) -> Element:
    """Return places as dots, each with what it means."""
    dots = (
        node(
            "circle",
            cx=_n(scale.x(x)),
            cy=_n(scale.y(y)),
            r="1.6" if kind == "cloud" else "2.8",
            data_of=of,
            data_at=f"{x} {y}",
            data_rests=rests,
        )
        for x, y in places
    )
    return node("g", dots, class_=kind)


def _marks(scale: _Scale, signs: Sequence[Sign]) -> Iterable[Element]:
    together: dict[tuple[tuple[int, int], str], list[Sign]] = {}
    for sign in signs:
        together.setdefault((sign.at, sign.shape), []).append(sign)
    spots = [(scale.x(x), scale.y(y)) for (x, y), _ in together]
    taken: list[tuple[float, float, float]] = []
    for ((x, y), shape), group in together.items():
        here = (scale.x(x), scale.y(y))
        words = ", ".join(each.label for each in group)
        label = _label(here, words, spots, taken)
        yield node(
            "g",
            _shape(shape, *here),
            label,
            [node("g", data_of=each.of, data_at=f"{x} {y}", data_rests=each.rests) for each in group],
            class_=f"mark {shape}",
        )


def _label(
    here: tuple[float, float],
    words: str,
    spots: Sequence[tuple[float, float]],
    taken: list[tuple[float, float, float]],
) -> Element:
    """Place words beside a sign, where they lie least on other signs and words."""
    wide = 7.4 * len(words)

    def box(dx: float, dy: float) -> tuple[float, float, float]:
        left = here[0] + dx if dx > 0 else here[0] + dx - wide if dx < 0 else here[0] - wide / 2
        return (left, here[1] + dy, wide)

    def cost(at: tuple[float, float, float]) -> int:
        left, foot, long = at
        hit = sum(left - 6 < x < left + long + 6 and foot - 17 < y < foot + 6 for x, y in spots)
        hit += sum(
            left < other + far + 4 and other < left + long + 4 and abs(foot - low) < 14
            for other, low, far in taken
        )
        return hit * 10 + (
            50 if left < _LEFT or left + long > _RIGHT or foot < _TOP + 10 or foot > _BOTTOM else 0
        )

    best = min((box(dx, dy) for dx, dy in _AROUND), key=cost)
    taken.append(best)
    return node("text", words, x=_n(best[0]), y=_n(best[1]), class_="label")


def _shape(shape: str, x: float, y: float) -> Element:
    match shape:
        case "history":
            points = f"{_n(x)},{_n(y - 8)} {_n(x + 8)},{_n(y)} {_n(x)},{_n(y + 8)} {_n(x - 8)},{_n(y)}"
            return node("polygon", points=points)
        case "none":
            return node("rect", x=_n(x - 5), y=_n(y - 5), width=10, height=10)
        case "refused":
            strokes = (f"M{_n(x - 4)} {_n(y - side)}L{_n(x + 4)} {_n(y + side)}" for side in (4, -4))
            return node("g", node("circle", cx=_n(x), cy=_n(y), r=6), node("path", d="".join(strokes)))
        case _:
            return node("circle", cx=_n(x), cy=_n(y), r=6)


def swatch(shape: str) -> Element:
    """Return a sign alone, for a legend."""
    return node(
        "svg",
        node("g", _shape(shape, 10, 10), class_=f"mark {shape}"),
        viewBox="0 0 20 20",
        class_="swatch",
        aria_hidden="true",
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
