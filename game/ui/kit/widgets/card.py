"""A card: an action one may take, with what it does, what it costs, and the digit that takes it."""

from collections.abc import Hashable, Iterator

import pygame

from game.ui.intents import Intent, Pressed, Why
from game.ui.kit import paint
from game.ui.kit.canvas import Canvas
from game.ui.kit.icons import icon
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget
from game.ui.kit.widgets.button import lighter

HEADS = {
    "baize": ("felt", "light"),
    "brass": ("brass", "brass_ink"),
    "red": ("red", "light"),
    "green": ("green", "light"),
}


class Card(Widget):
    """A closed card stays readable: its head is hatched, a lock stands in it, and the reason is its body."""

    def __init__(
        self,
        id: Hashable,
        title: str,
        body: str,
        cost: str = "",
        shortcut: str = "",
        enabled: bool = True,
        reason: str = "",
        tone: str = "baize",
        icon: str = "",
    ) -> None:
        self.id, self.title, self.body, self.cost, self.shortcut = id, title, body, cost, shortcut
        self.enabled, self.reason, self.tone, self.icon = enabled, reason, tone, icon

    def _words(self) -> str:
        return self.reason if not self.enabled and self.reason else self.body

    def _sign(self, theme: Theme) -> int:
        """Return the room for the icon or the lock in the head."""
        return round(theme.size("body") * 1.4) + theme.px(6) if self.icon or not self.enabled else 0

    def _digit(self, theme: Theme) -> int:
        return theme.size("label") + theme.px(8) if self.shortcut else 0

    def minimum(self, theme: Theme) -> int:
        title = narrowest(self.title, "reading", theme.size("body"), bold=True) + self._sign(theme)
        body = narrowest(self._words(), "control", theme.size("label"))
        cost = (
            narrowest(self.cost, "control", theme.size("small"), bold=True) + self._digit(theme) + theme.px(6)
        )
        return max(title, body, cost) + 2 * theme.px(12)

    def _parts(self, theme: Theme, width: int) -> tuple[int, int, int]:
        """Return the heights of head, body and foot."""
        inside = max(1, width - 2 * theme.px(12))
        title_room = max(1, inside - self._sign(theme))
        title = wrap(self.title, "reading", theme.size("body"), title_room, bold=True).height
        body = wrap(self._words(), "control", theme.size("label"), inside).height
        foot_room = max(1, inside - self._digit(theme) - theme.px(6))
        foot = (
            wrap(self.cost, "control", theme.size("small"), foot_room, bold=True).height if self.cost else 0
        )
        foot = max(foot, self._digit(theme))
        return title + 2 * theme.px(7), body + 2 * theme.px(8), foot + (theme.px(8) if foot else 0)

    def size(self, theme: Theme, width: int) -> Size:
        wide = min(width, max(self.least(theme), theme.wide(190)))
        return wide, sum(self._parts(theme, min(width, wide)))

    def measure(self, theme: Theme, width: int) -> Size:
        # The wish for width is modest, but the height must be that of the width really given.
        w, _ = super().measure(theme, width)
        return w, sum(self._parts(theme, width if width < 100_000 else w))

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        head_high, _, foot_high = self._parts(theme, rect.w)
        head_role, words = HEADS[self.tone] if self.enabled else ("closed", "faded")
        canvas.paper(rect, "card" if self.enabled else "closed", radius=6, shadow=8 if self.enabled else 4)
        head = pygame.Rect(rect.x, rect.y, rect.w, head_high)
        ground = theme.colour(head_role)
        if canvas.hover == self.id and self.enabled:
            ground = lighter(ground, 0.14)
        with canvas.clipped(head):
            canvas.box(pygame.Rect(head.x, head.y, head.w, head.h + theme.px(8)), ground, "edge", radius=6)
        if not self.enabled:
            strip = pygame.Rect(head.x + 2, head.bottom - theme.px(6), head.w - 4, theme.px(6))
            canvas.image(strip, paint.hatch(strip.size, theme.colour("edge"), theme.px(6), 0))
        side, sign = theme.px(12), self._sign(theme)
        pixels = round(theme.size("body") * 1.4)
        colour = theme.colour(words)
        if not self.enabled:
            lock = paint.lock(theme.size("body"), colour)
            canvas.image(lock.get_rect(midleft=(rect.x + side, head.centery)), lock)
        elif self.icon and (picture := icon(self.icon, pixels, colour)):
            canvas.image(picture.get_rect(midleft=(rect.x + theme.px(8), head.centery)), picture)
        title = pygame.Rect(rect.x + side + sign, head.y, rect.w - 2 * side - sign, head.h)
        canvas.text(title, self.title, face="reading", colour=words, bold=True, middle=True)
        inside = pygame.Rect(rect.x + side, head.bottom + theme.px(8), rect.w - 2 * side, 0)
        inside.h = rect.bottom - foot_high - inside.y
        canvas.text(inside, self._words(), size="label", colour="ink" if self.enabled else "faded")
        self._foot(canvas, foot_high, side)

    def _foot(self, canvas: Canvas, high: int, side: int) -> None:
        theme, rect = canvas.theme, self.rect
        digit = self._digit(theme)
        if self.cost:
            foot = pygame.Rect(rect.x + side, rect.bottom - high, rect.w - 2 * side - digit - theme.px(6), 0)
            foot.h = high - theme.px(8)
            canvas.text(foot, self.cost, size="small", colour="faded", bold=True, middle=True)
        if digit:
            box = pygame.Rect(rect.right - side - digit, rect.bottom - theme.px(8) - digit, digit, digit)
            canvas.box(box, "paper", "edge", radius=4)
            canvas.text(
                box, self.shortcut, size="small", colour="faded", bold=True, align="centre", middle=True
            )

    def own_items(self) -> Iterator[Item]:
        told = ". ".join(part.rstrip(".") for part in (self.title, self.body, self.cost) if part)
        yield Item(self.id, self.rect, told, "card", self.enabled, self.reason, "", self.shortcut)

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(self.id) if self.enabled else Why(self.id)
