"""A passing word at the foot of the window. It stays until the screen takes it away: nobody has to read
fast."""

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.text import wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Size, Widget


class Toast(Widget):
    def __init__(self, text: str) -> None:
        self.text = text

    def size(self, theme: Theme, width: int) -> Size:
        pad = 2 * theme.px(16)
        block = wrap(self.text, "control", theme.size("body"), max(1, min(theme.wide(560), width) - pad))
        return block.width + pad, block.height + 2 * theme.px(10)

    def wanted(self, theme: Theme, window: pygame.Rect) -> pygame.Rect:
        """Return where it stands in a window."""
        w, h = self.measure(theme, window.w - 2 * theme.px(16))
        return pygame.Rect(window.centerx - w // 2, window.bottom - h - theme.px(18), w, h)

    def measure(self, theme: Theme, width: int) -> Size:
        self.theme = theme
        return self.size(theme, width)

    def draw(self, canvas: Canvas) -> None:
        canvas.box(self.rect, "dark", "gilt", radius=8, line=2, shadow=10)
        px = canvas.theme.px
        # One pixel more than measured: the same words must not break anew.
        inside = self.rect.inflate(-2 * px(16) + 2, -2 * px(10))
        canvas.text(inside, self.text, colour="light", align="centre")
