"""One's own points as a bar: of what stood before, of the package in hand, and of having no agreement."""

from collections.abc import Iterator, Sequence

import pygame

from game.ui.intents import Intent, Why
from game.ui.kit.canvas import Canvas
from game.ui.kit.layout import Row
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget
from game.ui.kit.widgets.label import Label
from game.ui.screens.table_model import Composer


class PointsBar(Widget):
    """A bar to the most there could be: filled to the points now, a pin at those before, a line at those of
    no agreement; above it the three in words, each with its sign."""

    def __init__(self, made: Composer) -> None:
        self.made = made
        self.words = Row(
            Label(made.now, "label", bold=True),
            _Said("pin", made.earlier),
            _Said("notch", made.without),
            gap=12,
            lines=0,
        )

    def children(self) -> Sequence[Widget]:
        return (self.words,)

    def minimum(self, theme: Theme) -> int:
        return max(theme.px(120), self.words.least(theme))

    def _high(self, theme: Theme) -> int:
        return theme.px(11)

    def size(self, theme: Theme, width: int) -> Size:
        return width, self.words.measure(theme, width)[1] + theme.px(6) + self._high(theme) + theme.px(3)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        high = self.words.measure(theme, rect.w)[1]
        self.words.set_in(theme, pygame.Rect(rect.x, rect.y, rect.w, high))

    def draw(self, canvas: Canvas) -> None:
        theme, rect, made = canvas.theme, self.rect, self.made
        self.words.paint(canvas)
        bar = pygame.Rect(rect.x, self.words.rect.bottom + theme.px(6), rect.w, self._high(theme))
        canvas.box(bar, "closed", "edge", radius=3, host=False)
        filled = pygame.Rect(bar.x, bar.y, self._at(bar, made.after) - bar.x, bar.h)
        if filled.w > 1:
            tone = "green" if made.after >= made.reservation else "amber"
            canvas.box(filled, tone, "edge", radius=3, host=False)
        notch(canvas, self._at(bar, made.reservation), bar)
        pin(canvas, self._at(bar, made.before), bar)

    def _at(self, bar: pygame.Rect, value: int) -> int:
        most = max(1, self.made.most)
        return bar.x + bar.w * max(0, min(most, value)) // most

    def own_items(self) -> Iterator[Item]:
        yield Item(self.made.points.why, self.rect, self.made.points.text, "meter")

    def do(self, id: object) -> Intent | None:
        return Why(self.made.points.why)


def notch(canvas: Canvas, x: int, bar: pygame.Rect) -> None:
    """Mark having no agreement: a line across the bar that stands out on both sides."""
    px = canvas.theme.px
    line = pygame.Rect(x - px(1), bar.y - px(3), px(3), bar.h + px(6))
    canvas.box(line, "red", None, radius=1, host=False)


def pin(canvas: Canvas, x: int, bar: pygame.Rect) -> None:
    """Mark the points before: a small triangle standing on the bar."""
    px = canvas.theme.px
    canvas.polygon("ink", [(x - px(5), bar.y - px(5)), (x + px(5), bar.y - px(5)), (x, bar.y + px(4))])


class _Said(Widget):
    """A sign of the bar with its words."""

    def __init__(self, sign: str, words: str) -> None:
        self.sign, self.label = sign, Label(words, "small", colour="faded")

    def _left(self, theme: Theme) -> int:
        return theme.px(15)

    def minimum(self, theme: Theme) -> int:
        return self._left(theme) + self.label.least(theme)

    def size(self, theme: Theme, width: int) -> Size:
        w, h = self.label.measure(theme, max(1, width - self._left(theme)))
        return w + self._left(theme), h

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        left = self._left(theme)
        self.label.set_in(theme, pygame.Rect(rect.x + left, rect.y, rect.w - left, rect.h))

    def draw(self, canvas: Canvas) -> None:
        px, middle = canvas.theme.px, self.label.rect.y + canvas.theme.size("small") * 2 // 3
        if self.sign == "pin":
            pin(canvas, self.rect.x + px(5), pygame.Rect(self.rect.x, middle, px(10), px(8)))
        else:
            notch(canvas, self.rect.x + px(5), pygame.Rect(self.rect.x, middle - px(4), px(10), px(8)))
        self.label.paint(canvas)
