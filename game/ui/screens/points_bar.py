"""One's own points as a bar: of what stood before, of the package in hand, and of having no agreement."""

from collections.abc import Iterator

import pygame

from game.ui.intents import Intent, Why
from game.ui.kit.canvas import Canvas
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget
from game.ui.screens.parts import Said


class PointsBar(Widget):
    """A bar to `most`: filled to `after`, a pin at `before`, a notch at `reservation`; words say it too."""

    def __init__(self, said: Said, before: int, after: int, reservation: int, most: int) -> None:
        self.said, self.before, self.after = said, before, after
        self.reservation, self.most = reservation, max(1, most)

    def minimum(self, theme: Theme) -> int:
        return max(theme.px(120), narrowest(self.said.text, "control", theme.size("label"), bold=True))

    def _high(self, theme: Theme) -> int:
        return theme.px(13)

    def size(self, theme: Theme, width: int) -> Size:
        words = wrap(self.said.text, "control", theme.size("label"), width, bold=True)
        return width, words.height + theme.px(5) + self._high(theme) + theme.px(4)

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        words = wrap(self.said.text, "control", theme.size("label"), rect.w, bold=True)
        canvas.block(pygame.Rect(rect.x, rect.y, rect.w, words.height), words)
        bar = pygame.Rect(rect.x, rect.y + words.height + theme.px(5), rect.w, self._high(theme))
        canvas.box(bar, "closed", "edge", radius=3, host=False)
        enough = self.after >= self.reservation
        filled = pygame.Rect(bar.x, bar.y, self._at(bar, self.after) - bar.x, bar.h)
        if filled.w > 1:
            canvas.box(filled, "green" if enough else "amber", "edge", radius=3, host=False)
        self._notch(canvas, bar, self.reservation)
        self._pin(canvas, bar, self.before)

    def _at(self, bar: pygame.Rect, value: int) -> int:
        return bar.x + bar.w * max(0, min(self.most, value)) // self.most

    def _notch(self, canvas: Canvas, bar: pygame.Rect, value: int) -> None:
        """Mark having no agreement: a line across the bar with a foot on both sides."""
        px, x = canvas.theme.px, self._at(bar, value)
        canvas.box(
            pygame.Rect(x - px(1), bar.y - px(3), px(3), bar.h + px(6)), "red", None, radius=1, host=False
        )

    def _pin(self, canvas: Canvas, bar: pygame.Rect, value: int) -> None:
        """Mark the points before: a small triangle standing on the bar."""
        px, x = canvas.theme.px, self._at(bar, value)
        canvas.polygon("ink", [(x - px(5), bar.y - px(4)), (x + px(5), bar.y - px(4)), (x, bar.y + px(5))])

    def own_items(self) -> Iterator[Item]:
        yield Item(self.said.why, self.rect, self.said.text, "meter")

    def do(self, id: object) -> Intent | None:
        return Why(self.said.why)
