"""What is told of the focused thing: why it is closed, or what it is for. It stands beside it, never on
it."""

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.text import wrap
from game.ui.kit.theme import Theme


def place_beside(theme: Theme, text: str, item: pygame.Rect, window: pygame.Rect) -> pygame.Rect:
    """Return where a tooltip for `item` goes: below it, else above, else at the side with more room."""
    pad, gap = theme.px(10), theme.px(9)
    most = min(theme.wide(340), window.w - 2 * gap)
    block = wrap(text, "control", theme.size("label"), max(1, most - 2 * pad))
    w, h = block.width + 2 * pad + 2, block.height + 2 * theme.px(7)
    x = max(gap, min(item.centerx - w // 2, window.right - w - gap))
    for y in (item.bottom + gap, item.top - h - gap):
        if y >= window.top + 2 and y + h <= window.bottom - 2:
            return pygame.Rect(x, y, w, h)
    x = item.right + gap if window.right - item.right > item.left else item.left - w - gap
    y = max(2, min(item.centery - h // 2, window.bottom - h - 2))
    return pygame.Rect(max(2, min(x, window.right - w - 2)), y, w, h)


def paint(canvas: Canvas, text: str, item: pygame.Rect) -> None:
    """Draw a tooltip for what stands in `item`, over everything."""
    window = canvas.surface.get_rect()
    rect = place_beside(canvas.theme, text, item, window)
    px = canvas.theme.px
    with canvas.layer():
        canvas.box(rect, "dark", "gilt", radius=5, shadow=8)
        canvas.text(rect.inflate(-2 * px(10), -2 * px(7)), text, size="label", colour="light")
