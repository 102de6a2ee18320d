"""What is told of the focused thing: why it is closed, or what it is for. It stands beside it, never on it.

Where there is any room it covers neither another control nor words.
"""

from collections.abc import Sequence

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.text import wrap
from game.ui.kit.theme import Theme

WIDTHS = (340, 240, 520)  # unscaled, in the order in which they are liked
CONTROL = 6  # how much worse it is to cover a control than words


def place_beside(
    theme: Theme,
    text: str,
    item: pygame.Rect,
    window: pygame.Rect,
    controls: Sequence[pygame.Rect] = (),
    words: Sequence[pygame.Rect] = (),
) -> pygame.Rect:
    """Return where a tooltip for `item` goes: below it, above or at a side, where it covers least.

    Args:
        controls: what else can be pressed.
        words: what else can be read.
    """
    best, least = pygame.Rect(0, 0, 0, 0), float("inf")
    for width in WIDTHS:
        size = _size(theme, text, min(theme.wide(width), window.w - 2 * theme.px(9)))
        for place in _places(theme, size, item, window):
            if place.colliderect(item) and least < float("inf"):
                continue
            covered = CONTROL * _covered(place, controls) + _covered(place, words)
            covered += 10 * CONTROL * _covered(place, [item])
            if covered < least:
                best, least = place, covered
            if covered == 0:
                return place
    return best


def _size(theme: Theme, text: str, most: int) -> tuple[int, int]:
    pad = theme.px(10)
    block = wrap(text, "control", theme.size("label"), max(1, most - 2 * pad))
    return block.width + 2 * pad + 2, block.height + 2 * theme.px(7)


def _places(theme: Theme, size: tuple[int, int], item: pygame.Rect, window: pygame.Rect) -> list[pygame.Rect]:
    """Return the places in the window for a tip of a size, the most usual first."""
    (w, h), gap = size, theme.px(9)
    found = []
    for x in (item.centerx - w // 2, item.left, item.right - w):
        across = max(gap, min(x, window.right - w - gap))
        found += [(across, item.bottom + gap), (across, item.top - h - gap)]
    for y in (item.centery - h // 2, item.top, item.bottom - h):
        down = max(2, min(y, window.bottom - h - 2))
        found += [(item.right + gap, down), (item.left - w - gap, down)]
    inside = [pygame.Rect(x, y, w, h) for x, y in found]
    inside = [place for place in inside if window.contains(place)]
    if inside:
        return inside
    # What fills the window leaves no room beside it: a corner, then, over its own edge.
    return [pygame.Rect(max(2, window.right - w - 2), max(2, window.bottom - h - 2), w, h)]


def _covered(place: pygame.Rect, others: Sequence[pygame.Rect]) -> float:
    """Return how many pixels of others a place covers."""
    hit = [place.clip(others[n]) for n in place.collidelistall(list(others))]
    return float(sum(each.w * each.h for each in hit))


def paint(canvas: Canvas, text: str, item: pygame.Rect, controls: Sequence[pygame.Rect] = ()) -> None:
    """Draw a tooltip for what stands in `item`, over everything."""
    window = canvas.surface.get_rect()
    words = [each.rect.clip(each.clip) for each in canvas.record.texts if not item.contains(each.rect)]
    rect = place_beside(canvas.theme, text, item, window, controls, words)
    px = canvas.theme.px
    with canvas.layer():
        canvas.box(rect, "dark", "gilt", radius=5, shadow=8)
        canvas.text(rect.inflate(-2 * px(10), -2 * px(7)), text, size="label", colour="light")
