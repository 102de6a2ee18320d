"""A button: what it does in words, perhaps an icon, perhaps the digit that presses it."""

from collections.abc import Hashable, Iterator

import pygame

from game.ui.intents import Intent, Pressed, Why
from game.ui.kit import paint
from game.ui.kit.canvas import Canvas
from game.ui.kit.icons import icon
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget

TONES: dict[str, tuple[str | None, str, str]] = {  # ground, words, border
    "plain": ("card", "ink", "edge"),
    "brass": ("brass", "brass_ink", "gilt"),
    "green": ("green", "light", "edge"),
    "red": ("red", "light", "edge"),
    "quiet": ("dark", "light", "felt"),
}


def lighter(colour: tuple[int, int, int], by: float = 0.10) -> tuple[int, int, int]:
    """Return a colour a little nearer to white: what lies under the pointer."""
    r, g, b = (round(c + (255 - c) * by) for c in colour)
    return r, g, b


class Button(Widget):
    def __init__(
        self,
        id: Hashable,
        text: str,
        tone: str = "plain",
        enabled: bool = True,
        reason: str = "",
        hint: str = "",
        shortcut: str = "",
        icon: str = "",
        size: str = "body",
    ) -> None:
        self.id, self.text, self.tone, self.enabled, self.reason = id, text, tone, enabled, reason
        self.hint, self.shortcut, self.icon, self.role = hint, shortcut, icon, size

    def _edges(self, theme: Theme) -> tuple[int, int]:
        """Return what stands left and right of the words: padding, icon, digit."""
        side, size = theme.px(14), theme.size(self.role)
        left = side + (round(size * 1.3) + theme.px(8) if self.icon or not self.enabled else 0)
        right = side + (size + theme.px(12) if self.shortcut else 0)
        return left, right

    def minimum(self, theme: Theme) -> int:
        return narrowest(self.text, "control", theme.size(self.role), bold=True) + sum(self._edges(theme))

    def size(self, theme: Theme, width: int) -> Size:
        edges = sum(self._edges(theme))
        block = wrap(self.text, "control", theme.size(self.role), max(1, width - edges), bold=True)
        return block.width + edges, block.height + 2 * theme.px(8)

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        fill, words, border = TONES[self.tone]
        if not self.enabled:
            fill, words, border = "closed", "faded", "edge"
        ground = theme.colour(fill or "card")
        if canvas.hover == self.id and self.enabled:
            ground = lighter(ground)
        canvas.box(rect, ground, border, radius=5, shadow=5 if self.enabled else 0)
        left, right = self._edges(theme)
        size = theme.size(self.role)
        colour = theme.colour(words)
        if not self.enabled:
            canvas.image(
                pygame.Rect(rect.x + theme.px(12), rect.centery - size // 2, size, size),
                paint.lock(size, colour),
            )
        elif self.icon and (picture := icon(self.icon, round(size * 1.3), colour)):
            canvas.image(picture.get_rect(midleft=(rect.x + theme.px(12), rect.centery)), picture)
        inside = pygame.Rect(rect.x + left, rect.y, max(1, rect.w - left - right), rect.h)
        align = "centre" if left + right <= 2 * theme.px(14) else "left"
        canvas.text(inside, self.text, size=self.role, colour=words, bold=True, align=align, middle=True)
        if self.shortcut:
            side = size + theme.px(4)
            digit = pygame.Rect(rect.right - theme.px(8) - side, rect.centery - side // 2, side, side)
            canvas.text(digit, self.shortcut, size="small", colour=words, align="centre", middle=True)

    def own_items(self) -> Iterator[Item]:
        yield Item(
            self.id, self.rect, self.text, "button", self.enabled, self.reason, self.hint, self.shortcut
        )

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(self.id) if self.enabled else Why(self.id)
