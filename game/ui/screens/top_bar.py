"""The bar at the head of the table: where and when, the meters, what can be opened at any time."""

from collections.abc import Iterator

import pygame

from game.ui.intents import Intent, Why
from game.ui.kit import Column, Grid, Grow, HeaderBar, Item, Label, Paragraph, Row, Span, Theme, Widget
from game.ui.kit.canvas import Canvas
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.widget import Size
from game.ui.screens.parts import Control
from game.ui.screens.pieces import links
from game.ui.screens.table_model import Gauge, TopLine

MOST = 10  # pips of a meter
LOW, HIGH = (206, 92, 84), (104, 160, 120)


class SlimMeter(Widget):
    """A meter in two lines: its name with the number, ten pips below."""

    def __init__(self, gauge: Gauge) -> None:
        self.gauge = gauge

    def _words(self) -> str:
        return f"{self.gauge.label} {self.gauge.level}"

    def _pip(self, theme: Theme) -> tuple[int, int]:
        return theme.px(8), theme.px(9)

    def minimum(self, theme: Theme) -> int:
        wide = self._pip(theme)[0]
        return max(
            narrowest(self._words(), "control", theme.size("small")), MOST * wide + (MOST - 1) * theme.px(2)
        )

    def size(self, theme: Theme, width: int) -> Size:
        words = wrap(
            self._words(), "control", theme.size("small"), max(self.least(theme), min(width, theme.wide(170)))
        )
        return max(self.least(theme), words.width), words.height + theme.px(3) + self._pip(theme)[1]

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        words = wrap(self._words(), "control", theme.size("small"), rect.w)
        canvas.block(pygame.Rect(rect.x, rect.y, rect.w, words.height), words, colour="light")
        wide, high = self._pip(theme)
        top = rect.y + words.height + theme.px(3)
        fill = LOW if self.gauge.level <= 2 else HIGH
        for n in range(MOST):
            pip = pygame.Rect(rect.x + n * (wide + theme.px(2)), top, wide, high)
            full = n < self.gauge.level
            canvas.box(pip, fill if full else None, fill if full else "dim", radius=2, host=False)

    def own_items(self) -> Iterator[Item]:
        yield Item(self.gauge.why, self.rect, f"{self.gauge.label}: {self.gauge.level} / {MOST}", "meter")

    def do(self, id: object) -> Intent | None:
        return Why(self.gauge.why)


def when(top: TopLine) -> str:
    """Return place, date and what is left of the time in one line."""
    return "  ·  ".join(
        part for part in (top.place, top.date, top.exchange.rstrip("."), top.left.rstrip(".")) if part
    )


def top_bar(top: TopLine, menu: tuple[Control, ...]) -> Widget:
    """Return the bar with everything on it, for a window wide enough."""
    left = Column(
        Label(top.title, "lead", "heading", "light", bold=True),
        Paragraph((Span(when(top), italic=True),), "small", "reading", "dim", id="time"),
        gap=0,
    )
    meters = [SlimMeter(gauge) for gauge in top.meters]
    return Bar(Row(Grow(left), *meters, Column(links(menu[:2]), links(menu[2:]), gap=1), gap=20), down=4)


def slim_bar(top: TopLine, turn: bool = True) -> Widget:
    """Return the bar for a small window: the title, and whose turn it is."""
    title = Label(top.title, "lead", "heading", "light", bold=True)
    return Bar(Row(title, Label(top.turn, "label", colour="gilt"), gap=18, spread=True), down=5)


def state_of(top: TopLine, menu: tuple[Control, ...]) -> Widget:
    """Return what the slim bar leaves out."""
    where = Paragraph(when(top), "label", "reading", "dim", id="time")
    return Column(
        where, Grid(*(SlimMeter(gauge) for gauge in top.meters), min_width=110, gap=10), links(menu), gap=9
    )


class Bar(HeaderBar):
    """The dark bar with a line of brass under it, around any row of widgets."""

    def __init__(self, row: Row, down: float = 7) -> None:
        self.row, self.down = row, down

    def size(self, theme: Theme, width: int) -> Size:
        h = self.row.measure(theme, max(1, width - 2 * theme.px(16)))[1]
        return width, h + 2 * theme.px(self.down) + theme.px(2)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        inside = rect.inflate(-2 * theme.px(16), -2 * theme.px(self.down))
        inside.h -= theme.px(2)
        self.row.set_in(theme, inside)
