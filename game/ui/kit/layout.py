"""Rows, columns and grids whose sizes come from what is in them. Numbers are unscaled pixels."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.intents import Chosen, Intent
from game.ui.kit.canvas import Canvas
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Memory, Size, Widget
from game.ui.kit.widgets.tabs import Tab, Tabs

WIDEST = 100_000


class Grow(Widget):
    """Takes what is left in a row or column, shared by `weight`; at least what its widget needs."""

    def __init__(self, widget: Widget, weight: float = 1) -> None:
        self.widget, self.weight = widget, weight

    def children(self) -> Sequence[Widget]:
        return (self.widget,)


class Space(Widget):
    """Nothing, `n` wide and high."""

    def __init__(self, n: float = 0) -> None:
        self.n = n

    def minimum(self, theme: Theme) -> int:
        return theme.px(self.n)

    def size(self, theme: Theme, width: int) -> Size:
        return theme.px(self.n), theme.px(self.n)


class Rule(Widget):
    """A thin line across a column."""

    def __init__(self, colour: str = "edge", gap: float = 4) -> None:
        self.colour, self.gap = colour, gap

    def size(self, theme: Theme, width: int) -> Size:
        return width, 2 * theme.px(self.gap) + theme.px(1)

    def draw(self, canvas: Canvas) -> None:
        y = self.rect.centery
        canvas.line(self.colour, (self.rect.x, y), (self.rect.right - 1, y))


class Pad(Widget):
    """Room around a widget: `n` on all sides, or across and along apart."""

    def __init__(self, widget: Widget, n: float = 8, down: float | None = None) -> None:
        self.widget, self.across, self.down = widget, n, n if down is None else down

    def children(self) -> Sequence[Widget]:
        return (self.widget,)

    def minimum(self, theme: Theme) -> int:
        return self.widget.least(theme) + 2 * theme.px(self.across)

    def size(self, theme: Theme, width: int) -> Size:
        x, y = 2 * theme.px(self.across), 2 * theme.px(self.down)
        w, h = self.widget.measure(theme, max(1, width - x))
        return w + x, h + y

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        self.widget.set_in(theme, rect.inflate(-2 * theme.px(self.across), -2 * theme.px(self.down)))


class Align(Widget):
    """A widget no wider than it wants, at the left, the centre or the right; `max_width` limits reading
    lines."""

    def __init__(
        self, widget: Widget, align: str = "centre", max_width: float | None = None, middle: bool = False
    ):
        self.widget, self.align, self.max_width, self.middle = widget, align, max_width, middle

    def children(self) -> Sequence[Widget]:
        return (self.widget,)

    def size(self, theme: Theme, width: int) -> Size:
        return self.widget.measure(theme, self._width(theme, width))

    def _width(self, theme: Theme, width: int) -> int:
        return width if self.max_width is None else min(width, theme.wide(self.max_width))

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        w, h = self.widget.measure(theme, self._width(theme, rect.w))
        if self.max_width is not None:
            w = self._width(theme, rect.w)
        w = min(w, rect.w)
        x = {"left": 0, "centre": (rect.w - w) // 2, "right": rect.w - w}[self.align]
        y = (rect.h - h) // 2 if self.middle and h < rect.h else 0
        self.widget.set_in(theme, pygame.Rect(rect.x + x, rect.y + y, w, rect.h if not y else h))


class Stack(Widget):
    """Widgets one over the other in the same place."""

    def __init__(self, *widgets: Widget) -> None:
        self.widgets = widgets

    def children(self) -> Sequence[Widget]:
        return self.widgets


class Column(Widget):
    """Widgets one under the other, each as wide as the column."""

    def __init__(self, *widgets: Widget, gap: float = 8, pad: float = 0) -> None:
        self.widgets, self.gap, self.pad = widgets, gap, pad

    def children(self) -> Sequence[Widget]:
        return self.widgets

    def minimum(self, theme: Theme) -> int:
        return super().minimum(theme) + 2 * theme.px(self.pad)

    def size(self, theme: Theme, width: int) -> Size:
        pad, gap = theme.px(self.pad), theme.px(self.gap)
        sizes = [w.measure(theme, max(1, width - 2 * pad)) for w in self.widgets]
        high = sum(h for _, h in sizes) + gap * max(0, len(sizes) - 1)
        return max((w for w, _ in sizes), default=0) + 2 * pad, high + 2 * pad

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        pad, gap = theme.px(self.pad), theme.px(self.gap)
        inside = rect.inflate(-2 * pad, -2 * pad)
        heights = [w.measure(theme, max(1, inside.w))[1] for w in self.widgets]
        room = inside.h - gap * max(0, len(heights) - 1)
        heights = _shared(heights, [_weight(w) for w in self.widgets], room)
        y = inside.y
        for widget, high in zip(self.widgets, heights, strict=True):
            widget.place(pygame.Rect(inside.x, y, inside.w, high))
            y += high + gap


class Row(Widget):
    """Widgets side by side; where their narrowest widths do not fit they go on in further lines, which
    stand `gap` apart, or `lines`."""

    def __init__(
        self,
        *widgets: Widget,
        gap: float = 8,
        pad: float = 0,
        align: str = "middle",
        wrap: bool = True,
        spread: bool = False,
        lines: float | None = None,
    ) -> None:
        self.widgets, self.gap, self.pad, self.align = widgets, gap, pad, align
        self.between = gap if lines is None else lines
        self.wrap, self.spread = wrap, spread

    def children(self) -> Sequence[Widget]:
        return self.widgets

    def minimum(self, theme: Theme) -> int:
        pad = 2 * theme.px(self.pad)
        if self.wrap:
            return super().minimum(theme) + pad
        gaps = theme.px(self.gap) * max(0, len(self.widgets) - 1)
        return sum(w.least(theme) for w in self.widgets) + gaps + pad

    def _lines(self, theme: Theme, width: int) -> list[list[tuple[Widget, int]]]:
        """Return the lines, each widget with its width."""
        gap = theme.px(self.gap)
        lines: list[list[Widget]] = [[]]
        used = 0
        for widget in self.widgets:
            # What cannot grow is wanted at its natural width, and squeezed only when it is alone in its line.
            least = widget.least(theme)
            wish = (
                least
                if isinstance(widget, Grow)
                else max(least, min(widget.measure(theme, WIDEST)[0], width))
            )
            ask = least if not self.wrap or len(self.widgets) == 1 else min(wish, max(least, width // 2))
            if self.wrap and lines[-1] and used + ask > width:
                lines.append([])
                used = 0
            lines[-1].append(widget)
            used += ask + gap
        return [self._widths(theme, line, width - gap * max(0, len(line) - 1)) for line in lines if line]

    def _widths(self, theme: Theme, line: list[Widget], room: int) -> list[tuple[Widget, int]]:
        least = [w.least(theme) for w in line]
        wish: list[int] = [
            low if isinstance(w, Grow) else max(low, min(w.measure(theme, WIDEST)[0], room))
            for w, low in zip(line, least, strict=True)
        ]
        over = sum(wish) - room
        slack = sum(wish) - sum(least)
        if over > 0 and slack > 0:
            share = min(1.0, over / slack)
            wish = [w - round((w - low) * share) for w, low in zip(wish, least, strict=True)]
        total = sum(wish)
        if total > max(0, room):
            wish = [max(1, w * room // total) for w in wish]
        return list(zip(line, _shared(wish, [_weight(w) for w in line], room), strict=True))

    def size(self, theme: Theme, width: int) -> Size:
        pad, gap = theme.px(self.pad), theme.px(self.gap)
        lines = self._lines(theme, max(1, width - 2 * pad))
        widest = max((sum(w for _, w in line) + gap * (len(line) - 1) for line in lines), default=0)
        high = sum(max(w.measure(theme, wide)[1] for w, wide in line) for line in lines)
        between = theme.px(self.between) * max(0, len(lines) - 1)
        return min(width, widest + 2 * pad), high + between + 2 * pad

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        pad, gap = theme.px(self.pad), theme.px(self.gap)
        inside = rect.inflate(-2 * pad, -2 * pad)
        lines = self._lines(theme, max(1, inside.w))
        highs = [max(w.measure(theme, wide)[1] for w, wide in line) for line in lines]
        highs = _shared(highs, [1] * len(highs), inside.h - theme.px(self.between) * max(0, len(lines) - 1))
        y = inside.y
        for line, high in zip(lines, highs, strict=True):
            x = inside.x
            free = inside.w - sum(wide for _, wide in line) - gap * (len(line) - 1)
            extra = free // max(1, len(line) - 1) if self.spread and len(line) > 1 else 0
            for widget, wide in line:
                own = high if self.align == "fill" else min(high, widget.measure(theme, wide)[1])
                down = {"middle": (high - own) // 2, "bottom": high - own}.get(self.align, 0)
                if isinstance(widget, Grow):
                    own, down = (high, 0) if self.align == "fill" else (own, down)
                widget.measure(theme, wide)
                widget.place(pygame.Rect(x, y + down, wide, own))
                x += wide + gap + max(0, extra)
            y += high + theme.px(self.between)


class Grid(Widget):
    """As many equal columns as fit (or `columns`), rows of equal height within a row."""

    def __init__(
        self, *widgets: Widget, min_width: float = 120, gap: float = 8, columns: int | None = None
    ) -> None:
        self.widgets, self.min_width, self.gap, self.columns = widgets, min_width, gap, columns

    def children(self) -> Sequence[Widget]:
        return self.widgets

    def count(self, theme: Theme, width: int) -> int:
        """Return how many columns there are in `width` pixels."""
        gap = theme.px(self.gap)
        need = max([1, *(w.least(theme) for w in self.widgets)])
        if self.columns is None:
            need = max(need, min(theme.wide(self.min_width), width))
        most = max(1, (width + gap) // (need + gap))
        wanted = len(self.widgets) if self.columns is None else self.columns
        count = max(1, min(most, wanted))
        rows = -(-len(self.widgets) // count)
        return max(1, -(-len(self.widgets) // rows)) if self.columns is None and rows else count

    def _rows(self, theme: Theme, width: int) -> tuple[list[list[tuple[Widget, int]]], int]:
        count, gap = self.count(theme, width), theme.px(self.gap)
        wide = max(1, (width - gap * (count - 1)) // count)
        rows = [self.widgets[n : n + count] for n in range(0, len(self.widgets), count)]
        return [[(w, w.measure(theme, wide)[1]) for w in row] for row in rows], wide

    def size(self, theme: Theme, width: int) -> Size:
        rows, _ = self._rows(theme, width)
        gap = theme.px(self.gap)
        return width, sum(max(h for _, h in row) for row in rows) + gap * max(0, len(rows) - 1)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        rows, wide = self._rows(theme, rect.w)
        gap = theme.px(self.gap)
        heights = [max(h for _, h in row) for row in rows]
        heights = _shared(heights, [1] * len(rows), rect.h - gap * max(0, len(rows) - 1))
        y = rect.y
        for row, high in zip(rows, heights, strict=True):
            for n, (widget, _) in enumerate(row):
                widget.place(pygame.Rect(rect.x + n * (wide + gap), y, wide, high))
            y += high + gap


@dataclass(frozen=True)
class Pane:
    """A part of `Columns`: what it is called when it becomes a tab, and the narrowest it can be used at."""

    key: Hashable
    title: str
    widget: Widget
    min_width: float = 240
    weight: float = 1


class Columns(Widget):
    """Panes side by side, or as tabs where the window is too narrow for the size of the text."""

    def __init__(self, id: Hashable, *panes: Pane, gap: float = 10, chosen: Hashable | None = None) -> None:
        self.id, self.panes, self.gap = id, panes, gap
        self.tabs = Tabs(id, tuple(Tab(p.key, p.title, p.widget) for p in panes), chosen=chosen)
        self.side_by_side = True

    def children(self) -> Sequence[Widget]:
        return (self.tabs,)

    def shown(self) -> Sequence[Widget]:
        return tuple(p.widget for p in self.panes) if self.side_by_side else (self.tabs,)

    def minimum(self, theme: Theme) -> int:
        return self.tabs.least(theme)

    def needs(self, theme: Theme) -> list[int]:
        return [max(p.widget.least(theme), theme.wide(p.min_width)) for p in self.panes]

    def _fits(self, theme: Theme, width: int) -> bool:
        gaps = theme.px(self.gap) * (len(self.panes) - 1)
        return sum(self.needs(theme)) + gaps <= width

    def _widths(self, theme: Theme, width: int) -> list[int]:
        room = width - theme.px(self.gap) * (len(self.panes) - 1)
        needs = self.needs(theme)
        total = sum(p.weight for p in self.panes)
        # First by weight; who would fall under the least takes it, and the others share what is left.
        wish = [max(need, round(room * p.weight / total)) for need, p in zip(needs, self.panes, strict=True)]
        over, slack = sum(wish) - room, sum(wish) - sum(needs)
        if over > 0 and slack > 0:
            wish = [w - -(-(w - need) * over // slack) for w, need in zip(wish, needs, strict=True)]
        return wish

    def size(self, theme: Theme, width: int) -> Size:
        if not self._fits(theme, width):
            return self.tabs.measure(theme, width)
        widths = self._widths(theme, width)
        return width, max(p.widget.measure(theme, w)[1] for p, w in zip(self.panes, widths, strict=True))

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        self.side_by_side = self._fits(theme, rect.w)
        if not self.side_by_side:
            self.tabs.set_in(theme, rect)
            return
        x = rect.x
        for pane, wide in zip(self.panes, self._widths(theme, rect.w), strict=True):
            pane.widget.set_in(theme, pygame.Rect(x, rect.y, wide, rect.h))
            x += wide + theme.px(self.gap)

    def adopt(self, memory: Memory) -> None:
        pass

    def do(self, id: Hashable) -> Intent | None:
        return Chosen(self.id, id)


def _weight(widget: Widget) -> float:
    return widget.weight if isinstance(widget, Grow) else 0


def _shared(sizes: list[int], weights: Sequence[float], room: int) -> list[int]:
    """Return the sizes with what is left of `room` shared by weight."""
    left, total = room - sum(sizes), sum(weights)
    if left <= 0 or not total:
        return sizes
    out = []
    for size, weight in zip(sizes, weights, strict=True):
        add = round(left * weight / total) if total else 0
        left, total = left - add, total - weight
        out.append(size + add)
    return out
