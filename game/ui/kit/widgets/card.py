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
    """A closed card stays readable: its head is hatched, a lock stands in it, and the reason is its body.

    `brief` is what a closed card shows of its reason, all of it if left out; `hint` is told when the card has
    the focus. With `small` words and margins are those of a strip of many cards.
    """

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
        brief: str | None = None,
        hint: str = "",
        small: bool = False,
    ) -> None:
        self.id, self.title, self.body, self.cost, self.shortcut = id, title, body, cost, shortcut
        self.enabled, self.reason, self.tone, self.icon = enabled, reason, tone, icon
        self.brief, self.hint = reason if brief is None else brief, hint
        self.title_size, self.body_size = ("label", "small") if small else ("body", "label")
        self.across, self.down = (9, 4) if small else (12, 8)

    def _words(self) -> str:
        return self.brief if not self.enabled and self.reason else self.body

    def _sign(self, theme: Theme) -> int:
        """Return the room for the icon or the lock in the head."""
        return round(theme.size(self.title_size) * 1.4) + theme.px(6) if self.icon or not self.enabled else 0

    def _digit(self, theme: Theme) -> int:
        return theme.size(self.body_size) + theme.px(7) if self.shortcut else 0

    def minimum(self, theme: Theme) -> int:
        title = narrowest(self.title, "reading", theme.size(self.title_size), bold=True)
        title += self._sign(theme) + self._digit(theme)
        body = narrowest(self._words(), "control", theme.size(self.body_size))
        cost = narrowest(self.cost, "control", theme.size("small"), bold=True)
        return max(title, body, cost) + 2 * theme.px(self.across)

    def _parts(self, theme: Theme, width: int) -> tuple[int, int, int]:
        """Return the heights of head, body and foot."""
        inside = max(1, width - 2 * theme.px(self.across))
        title_room = max(1, inside - self._sign(theme) - self._digit(theme))
        title = wrap(self.title, "reading", theme.size(self.title_size), title_room, bold=True).height
        body = foot = 0
        if self._words():
            words = wrap(self._words(), "control", theme.size(self.body_size), inside)
            body = words.height + 2 * theme.px(self.down)
        if self.cost:
            foot = wrap(self.cost, "control", theme.size("small"), inside, bold=True).height
            foot += theme.px(self.down)
        return title + 2 * theme.px(self.down - 1), body, foot

    def size(self, theme: Theme, width: int) -> Size:
        wide = min(width, max(self.least(theme), theme.wide(190)))
        return wide, sum(self._parts(theme, min(width, wide)))

    def measure(self, theme: Theme, width: int) -> Size:
        # The wish for width is modest, but the height must be that of the width really given.
        w, _ = super().measure(theme, width)
        return w, sum(self._parts(theme, width if width < 100_000 else w))

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        head_high, body_high, foot_high = self._parts(theme, rect.w)
        head_role, words = HEADS[self.tone] if self.enabled else ("closed", "faded")
        canvas.paper(rect, "card" if self.enabled else "closed", radius=6, shadow=8 if self.enabled else 4)
        head = pygame.Rect(rect.x, rect.y, rect.w, head_high if body_high else rect.h)
        ground = theme.colour(head_role)
        if canvas.hover == self.id and self.enabled:
            ground = lighter(ground, 0.14)
        with canvas.clipped(head):
            deeper = theme.px(8) if body_high else 0
            canvas.box(pygame.Rect(head.x, head.y, head.w, head.h + deeper), ground, "edge", radius=6)
        if not self.enabled:
            high = theme.px(4)
            strip = pygame.Rect(head.x + 2, head.bottom - high, head.w - 4, high)
            canvas.image(strip, paint.hatch(strip.size, theme.colour("edge"), theme.px(6), 0))
        side, sign = theme.px(self.across), self._sign(theme)
        pixels = round(theme.size(self.title_size) * 1.4)
        colour = theme.colour(words)
        if not self.enabled:
            lock = paint.lock(theme.size(self.title_size), colour)
            canvas.image(lock.get_rect(midleft=(rect.x + side, head.centery)), lock)
        elif self.icon and (picture := icon(self.icon, pixels, colour)):
            canvas.image(picture.get_rect(midleft=(rect.x + theme.px(8), head.centery)), picture)
        title = pygame.Rect(rect.x + side + sign, head.y, rect.w - 2 * side - sign, head.h)
        title.w -= self._digit(theme)
        canvas.text(
            title, self.title, size=self.title_size, face="reading", colour=words, bold=True, middle=True
        )
        if body_high:
            inside = pygame.Rect(rect.x + side, head.bottom + theme.px(self.down), rect.w - 2 * side, 0)
            inside.h = rect.bottom - foot_high - inside.y
            ink = "ink" if self.enabled else "faded"
            canvas.text(inside, self._words(), size=self.body_size, colour=ink)
        if self.cost:
            foot = pygame.Rect(rect.x + side, rect.bottom - foot_high, rect.w - 2 * side, foot_high)
            canvas.text(foot, self.cost, size="small", colour="faded", bold=True)
        if self.shortcut:
            self._key(canvas, pygame.Rect(title.right, head.y, rect.right - title.right, head.h))

    def _key(self, canvas: Canvas, place: pygame.Rect) -> None:
        """Draw the digit that takes the card."""
        side = canvas.theme.size(self.body_size) * 7 // 5
        box = pygame.Rect(place.right - side - canvas.theme.px(6), 0, side, side)
        box.centery = place.centery
        canvas.box(box, "paper", "edge", radius=4)
        canvas.text(box, self.shortcut, size="small", colour="faded", bold=True, align="centre", middle=True)

    def own_items(self) -> Iterator[Item]:
        told = ". ".join(part.rstrip(".") for part in (self.title, self.body, self.cost) if part)
        yield Item(self.id, self.rect, told, "card", self.enabled, self.reason, self.hint, self.shortcut)

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(self.id) if self.enabled else Why(self.id)
