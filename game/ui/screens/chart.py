"""The points chart: what could have been had, its edge, both sides' offers, history and what was signed.

Every kind of point has a shape of its own and a name beside it or in the key, so that no colour is needed.
"""

from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.ui.kit import Canvas, Column, Grid, Label, Paragraph, Row, Theme, Widget
from game.ui.kit.layout import Grow
from game.ui.kit.text import wrap
from game.ui.kit.widget import Size
from game.ui.screens.chart_presenter import ChartPoint, PointsChart
from game.ui.screens.chart_signs import REACH, K, Sign, dashed, put_sign
from game.ui.screens.frame import Told, bold

BESIDE = 6
"""Pixels between a number of the upright axis and the plot."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From points to pixels."""

    plot: pygame.Rect
    low: tuple[int, int]
    high: tuple[int, int]

    def at(self, x: float, y: float) -> tuple[int, int]:
        across = (x - self.low[0]) / max(1, self.high[0] - self.low[0])
        up = (y - self.low[1]) / max(1, self.high[1] - self.low[1])
        return round(self.plot.x + across * self.plot.w), round(self.plot.bottom - up * self.plot.h)


class PointsPlot(Widget):
    """The chart itself; it takes what height it is given."""

    def __init__(self, chart: PointsChart) -> None:
        self.chart = chart
        self.labels: list[tuple[str, pygame.Rect]] = []  # as last drawn, for tests

    def minimum(self, theme: Theme) -> int:
        return theme.px(260)

    def size(self, theme: Theme, width: int) -> Size:
        return width, max(theme.px(240), min(round(width * 0.6), theme.px(380)))

    def scale(self, theme: Theme) -> Scale:
        chart = self.chart
        every = [*chart.frontier, *chart.possible, *chart.offers, *chart.theirs]
        every += [point for point in (chart.history, chart.agreement) if point is not None]
        xs = [0, chart.x_reservation, *(point.x for point in every)]
        ys = [0, chart.y_reservation, *(point.y for point in every)]
        rounded = [
            (low // 10 * 10, -(-high // 10) * 10)
            for low, high in ((min(xs), max(xs) + 3), (min(ys), max(ys) + 3))
        ]
        size = theme.size("small")
        wide = max(wrap(str(n), "control", size, size * 4).width for n in _ticks(*rounded[1]))
        left, below, above = wide + 2 * theme.px(BESIDE), round(size * 3.1), round(size * 1.8)
        plot = pygame.Rect(self.rect)
        plot = pygame.Rect(plot.x + left, plot.y + above, plot.w - left - size, plot.h - below - above)
        return Scale(plot, (rounded[0][0], rounded[1][0]), (rounded[0][1], rounded[1][1]))

    def draw(self, canvas: Canvas) -> None:
        theme, chart = canvas.theme, self.chart
        scale = self.scale(theme)
        canvas.image(self.rect, self._picture(theme, scale))
        self._axes(canvas, scale)
        self.labels = []
        taken = [self._around(theme, scale.at(point.x, point.y), kind) for kind, point in self._marked()]
        path = [scale.at(point.x, point.y) for point in chart.frontier]
        lines = list(pairwise(path))
        named: list[tuple[str, str, tuple[int, int], str]] = []
        if chart.agreement is not None:
            named.append(
                (chart.agreement.label, "agreement", scale.at(chart.agreement.x, chart.agreement.y), "green")
            )
        if chart.history is not None:
            named.append((chart.history.label, "history", scale.at(chart.history.x, chart.history.y), "ink"))
        if path:
            named.append((chart.names.frontier, "frontier", path[len(path) // 3], "link"))
        for kind, points in (("offers", chart.offers), ("theirs", chart.theirs)):
            for label, spot in _together(points, scale):
                named.append((label, kind, spot, "amber" if kind == "offers" else "link"))
        for label, kind, spot, colour in named:
            self._label(canvas, scale, (label, kind, spot, colour), taken, lines)

    def _marked(self) -> list[tuple[str, ChartPoint]]:
        chart = self.chart
        found = [("theirs", point) for point in chart.theirs] + [("offers", point) for point in chart.offers]
        found += [("history", chart.history)] if chart.history is not None else []
        found += [("agreement", chart.agreement)] if chart.agreement is not None else []
        return found

    def _around(self, theme: Theme, spot: tuple[int, int], kind: str) -> pygame.Rect:
        reach = theme.px(REACH[kind])
        return pygame.Rect(spot[0] - reach, spot[1] - reach, 2 * reach, 2 * reach)

    def _picture(self, theme: Theme, scale: Scale) -> pygame.Surface:
        """Return everything but words, drawn large and shrunk."""
        chart = self.chart
        w, h = self.rect.size
        big = pygame.Surface((w * K, h * K), pygame.SRCALPHA)
        big.fill((*theme.colour("paper"), 0))

        def at(point: tuple[int, int]) -> tuple[int, int]:
            return (point[0] - self.rect.x) * K, (point[1] - self.rect.y) * K

        plot = pygame.Rect(*at(scale.plot.topleft), scale.plot.w * K, scale.plot.h * K)
        pygame.draw.rect(big, theme.colour("card"), plot)
        thin = theme.px(1) * K
        for n in _ticks(scale.low[0], scale.high[0]):
            x = at(scale.at(n, 0))[0]
            pygame.draw.line(big, theme.colour("closed"), (x, plot.top), (x, plot.bottom), thin)
        for n in _ticks(scale.low[1], scale.high[1]):
            y = at(scale.at(0, n))[1]
            pygame.draw.line(big, theme.colour("closed"), (plot.left, y), (plot.right, y), thin)
        x, y = at(scale.at(chart.x_reservation, chart.y_reservation))
        dashed(big, theme.colour("faded"), (x, plot.top), (x, plot.bottom), 6 * K, thin)
        dashed(big, theme.colour("faded"), (plot.left, y), (plot.right, y), 6 * K, thin)
        for point in chart.possible:
            pygame.draw.circle(big, theme.colour("edge"), at(scale.at(point.x, point.y)), theme.px(2) * K)
        edge = [at(scale.at(point.x, point.y)) for point in chart.frontier]
        if len(edge) > 1:
            pygame.draw.lines(big, theme.colour("link"), False, edge, 2 * thin)
        for spot in edge:
            put_sign(big, theme, "frontier", spot)
        for kind, points in (("theirs", chart.theirs), ("offers", chart.offers)):
            path = [at(scale.at(point.x, point.y)) for point in points]
            for start, end in pairwise(path):
                if kind == "offers":
                    pygame.draw.line(big, theme.colour("amber"), start, end, thin)
                else:
                    dashed(big, theme.colour("link"), start, end, 3 * K, thin)
        for kind, point in self._marked():
            put_sign(big, theme, kind, at(scale.at(point.x, point.y)))
        pygame.draw.rect(big, theme.colour("ink"), plot, thin)
        return pygame.transform.smoothscale(big, (w, h))

    def _axes(self, canvas: Canvas, scale: Scale) -> None:
        theme, plot = canvas.theme, scale.plot
        size = theme.size("small")
        below = plot.bottom + size * 3 // 4  # clear of the lowest number of the other axis
        last = plot.x - size * 2
        for n in _ticks(scale.low[0], scale.high[0]):
            x = scale.at(n, 0)[0]
            block = wrap(str(n), "control", size, size * 4)
            if x - block.width // 2 > last + theme.px(4):
                where = pygame.Rect(x - block.width // 2, below, block.width, block.height)
                canvas.block(where, block, colour="faded")
                last = where.right
        last = plot.bottom + size * 2
        for n in _ticks(scale.low[1], scale.high[1]):
            block = wrap(str(n), "control", size, size * 4)
            y = scale.at(0, n)[1] - block.height // 2
            if y + block.height < last:
                where = pygame.Rect(plot.x - theme.px(BESIDE) - block.width, y, block.width, block.height)
                canvas.block(where, block, colour="faded")
                last = y

    def _label(
        self,
        canvas: Canvas,
        scale: Scale,
        asked: tuple[str, str, tuple[int, int], str],
        taken: list[pygame.Rect],
        lines: list[tuple[tuple[int, int], tuple[int, int]]],
    ) -> None:
        """Write a name where it covers no point, name or edge; a number without such a place is left out."""
        theme = canvas.theme
        text, kind, spot, colour = asked
        block = wrap(text, "control", theme.size("small"), scale.plot.w // 2, bold=True)
        reach = theme.px(REACH[kind])
        best: tuple[int, pygame.Rect] | None = None
        for away in (3, 10, 20, 34):
            gap = reach + theme.px(away)
            for dx, dy in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)):
                rect = pygame.Rect(0, 0, block.width, block.height)
                rect.center = (
                    spot[0] + dx * (gap + block.width // 2),
                    spot[1] + dy * (gap + block.height // 2 - theme.px(2)),
                )
                if (
                    not scale.plot.inflate(-4, -4).contains(rect)
                    or rect.collidelist([r for _, r in self.labels]) >= 0
                ):
                    continue
                cost = 4 * len(rect.collidelistall(taken)) + sum(bool(rect.clipline(line)) for line in lines)
                if best is None or cost < best[0]:
                    best = cost, rect
            if best is not None and best[0] == 0:
                break
        if best is None or (best[0] >= 4 and kind in ("offers", "theirs")):
            return
        where = best[1]
        self.labels.append((text, where))
        canvas.box(where.inflate(theme.px(4), 0), "card", None, radius=2)
        canvas.block(where, block, colour=colour)


def _ticks(low: int, high: int) -> range:
    """Return every 10th, 20th or 50th number, at most ten or so."""
    step = next((each for each in (10, 20, 50) if (high - low) // each <= 10), 100)
    return range(-(-low // step) * step, high + 1, step)


def _together(points: tuple[ChartPoint, ...], scale: Scale) -> list[tuple[str, tuple[int, int]]]:
    """Return the labels of points; those on one spot share one."""
    found: dict[tuple[int, int], list[str]] = {}
    for point in points:
        found.setdefault(scale.at(point.x, point.y), []).append(point.label)
    return [(", ".join(labels), spot) for spot, labels in found.items()]


def chart_plot(chart: PointsChart) -> tuple[Widget, Widget, Widget]:
    """Return the name of the upright axis, the chart, and the name of the other axis."""
    above = Label(f"↑ {chart.y_label}", "small", colour="faded")
    below = Label(f"{chart.x_label} →", "small", colour="faded", align="right")
    return above, PointsPlot(chart), below


def chart_key(chart: PointsChart) -> Widget:
    """Return what the signs on the chart stand for."""
    names = chart.names
    kinds = [("frontier", names.frontier), ("possible", names.possible), ("reservation", names.reservation)]
    kinds += [("offers", names.offers)] if chart.offers else []
    kinds += [("theirs", names.theirs)] if chart.theirs else []
    kinds += [("history", chart.history.label)] if chart.history is not None else []
    kinds += [("agreement", chart.agreement.label)] if chart.agreement is not None else []
    return Grid(
        *(
            Row(Sign(kind), Grow(Label(name, "small")), gap=6, align="middle", wrap=False)
            for kind, name in kinds
        ),
        min_width=190,
        gap=4,
    )


def chart_offers(chart: PointsChart) -> list[Widget]:
    """Return both sides' offers in words, by the numbers they have on the chart."""
    rows: list[Widget] = []
    for kind, head, points in (
        ("offers", chart.names.offers, chart.offers),
        ("theirs", chart.names.theirs, chart.theirs),
    ):
        if points:
            rows.append(Row(Sign(kind), Grow(Paragraph(bold(head), "label")), gap=6, wrap=False))
            rows.append(Label(chart.names.pair, "small", colour="faded"))
            rows += [_told(point) for point in points]
    return rows


def _told(point: ChartPoint) -> Widget:
    number = Label(f"{point.label}  ({point.x} | {point.y})", "small", bold=True)
    words = Column(number, Paragraph(point.detail, "small"), gap=1)
    return Told(point.ask.id, point.ask.label, words) if point.ask is not None else words
