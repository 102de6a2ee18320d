"""A table: heads and cells in columns whose widths come from what is in them. Too narrow, it becomes a
list."""

from collections.abc import Sequence

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.text import Words, plain
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Size, Widget
from game.ui.kit.widgets.label import Label

Cell = Words | Widget


class Table(Widget):
    """`weights` say who takes what is left; without them each column gets by its natural width."""

    def __init__(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        align: Sequence[str] = (),
        weights: Sequence[float] | None = None,
        size: str = "label",
        colour: str = "ink",
    ) -> None:
        count = max([len(head), *(len(row) for row in rows)])
        sides = [*align, *["left"] * count][:count]
        self.weights = list(weights) if weights else None
        quiet = "faded" if colour == "ink" else "dim"
        self.line = "edge" if colour == "ink" else "felt"
        self.heads = [
            Label(text, size, bold=True, colour=quiet, align=a) for text, a in zip(head, sides, strict=False)
        ]
        self.named = [plain(text) for text in head]
        self.cells = [
            [
                cell if isinstance(cell, Widget) else Label(cell, size, align=a, colour=colour)
                for cell, a in zip(row, sides, strict=False)
            ]
            for row in rows
        ]
        # The narrow form: each cell under its head.
        self.caps = [[Label(text, "small", colour=quiet) for text in self.named] for _ in rows]
        self.count = count
        self.stacked = False

    def children(self) -> Sequence[Widget]:
        heads = [cap for row in self.caps for cap in row] if self.stacked else self.heads
        return (*heads, *(cell for row in self.cells for cell in row))

    def _columns(self) -> list[list[Widget]]:
        lines: list[Sequence[Widget]] = [self.heads, *self.cells] if self.heads else list(self.cells)
        return [[line[n] for line in lines if n < len(line)] for n in range(self.count)]

    def _least_columns(self, theme: Theme) -> list[int]:
        return [max([1, *(w.least(theme) for w in column)]) for column in self._columns()]

    def minimum(self, theme: Theme) -> int:
        return max(self._least_columns(theme), default=0)

    def _gap(self, theme: Theme) -> int:
        return theme.px(14)

    def _widths(self, theme: Theme, width: int) -> list[int] | None:
        """Return the widths of the columns, or None where they do not fit side by side."""
        least = self._least_columns(theme)
        room = width - self._gap(theme) * (self.count - 1)
        if sum(least) > room:
            return None
        wish = [max(w.measure(theme, 100_000)[0] for w in column) for column in self._columns()]
        wish = [max(a, b) for a, b in zip(wish, least, strict=True)]
        over = sum(wish) - room
        if over > 0:
            # The widest give way first: a short column keeps its words on one line.
            cap = max(wish)
            while sum(max(low, min(w, cap)) for w, low in zip(wish, least, strict=True)) > room:
                cap -= 1
            return [max(low, min(w, cap)) for w, low in zip(wish, least, strict=True)]
        weights = self.weights or [1.0] * self.count
        left, total = -over, sum(weights) or 1
        return [w + int(left * weight / total) for w, weight in zip(wish, weights, strict=False)]

    def _walk(
        self, theme: Theme, width: int, x0: int = 0, y0: int = 0, place: bool = False
    ) -> tuple[int, list[int]]:
        """Return the height and where lines go between rows; place everything if asked."""
        widths = self._widths(theme, width)
        self.stacked = widths is None
        gap, air = self._gap(theme), theme.px(5)
        y, rules = y0, []
        if widths is None:
            for caps, cells in zip(self.caps, self.cells, strict=True):
                for n, cell in enumerate(cells):
                    for widget in [*caps[n : n + 1], cell]:
                        high = widget.measure(theme, width)[1]
                        if place:
                            widget.place(pygame.Rect(x0, y, width, high))
                        y += high
                rules.append(y + air)
                y += 2 * air
            return y - y0, rules
        lines: list[Sequence[Widget]] = [self.heads, *self.cells] if self.heads else [*self.cells]
        for row in lines:
            high = max((w.measure(theme, widths[n])[1] for n, w in enumerate(row)), default=0)
            x = x0
            for n, widget in enumerate(row):
                widget.measure(theme, widths[n])
                if place:
                    widget.place(pygame.Rect(x, y, widths[n], high))
                x += widths[n] + gap
            y += high
            rules.append(y + air)
            y += 2 * air
        return y - y0, rules

    def size(self, theme: Theme, width: int) -> Size:
        if width < 100_000:
            return width, self._walk(theme, width)[0]
        columns = [max(w.measure(theme, width)[0] for w in column) for column in self._columns()]
        return sum(columns) + self._gap(theme) * (self.count - 1), 0

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        self._rules = self._walk(theme, rect.w, rect.x, rect.y, place=True)[1]

    def draw(self, canvas: Canvas) -> None:
        for y in self._rules[:-1]:
            canvas.line(self.line, (self.rect.x, y), (self.rect.right - 1, y))
        super().draw(canvas)
