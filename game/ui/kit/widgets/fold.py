"""A question folded to one line that opens: its title, and what is settled on it."""

from collections.abc import Hashable, Iterator

import pygame

from game.ui.intents import Intent, Pressed
from game.ui.kit import paint
from game.ui.kit.canvas import Canvas
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget

WORDS = "small"  # the size of the summary


class Fold(Widget):
    """One line that opens: a title and a summary, with a tick where it is `done`; gives `Pressed(id)`."""

    def __init__(self, id: Hashable, title: str, summary: str = "", done: bool = False) -> None:
        self.id, self.title, self.summary, self.done = id, title, summary, done

    def _sign(self, theme: Theme) -> int:
        """Return the room of the arrow, and of the tick."""
        return (theme.size("label") + theme.px(4)) * (2 if self.done else 1)

    def minimum(self, theme: Theme) -> int:
        title = narrowest(self.title, "reading", theme.size("label"), bold=True)
        return self._sign(theme) + max(title, narrowest(self.summary, "control", theme.size(WORDS)))

    def _parts(self, theme: Theme, width: int) -> tuple[pygame.Rect, pygame.Rect]:
        sign, gap = self._sign(theme), theme.px(10)
        title = wrap(self.title, "reading", theme.size("label"), max(1, width - sign), bold=True)
        first = pygame.Rect(sign, 0, title.width, title.height)
        rest = wrap(self.summary, "control", theme.size(WORDS), max(1, width - first.right - gap))
        second = pygame.Rect(first.right + gap, 0, rest.width, rest.height)
        lean = narrowest(self.summary, "control", theme.size(WORDS))
        if len(rest.lines) > 2 or width - first.right - gap < lean:
            rest = wrap(self.summary, "control", theme.size(WORDS), max(1, width - sign))
            second = pygame.Rect(sign, first.bottom, rest.width, rest.height)
        elif rest.height < first.h:
            second.bottom = first.bottom - theme.px(1)
        return first, second

    def size(self, theme: Theme, width: int) -> Size:
        first, second = self._parts(theme, width)
        return max(first.right, second.right if self.summary else 0), max(
            first.bottom, second.bottom if self.summary else 0
        ) + 2 * theme.px(1)

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        first, second = self._parts(theme, self.rect.w)
        corner = (self.rect.x, self.rect.y + theme.px(1))
        n = theme.size("label")
        x, y = corner[0] + n // 4, corner[1] + first.h // 2
        canvas.polygon("faded", [(x, y - n // 3), (x, y + n // 3), (x + n // 3, y)])
        if self.done:
            canvas.image(pygame.Rect(x + n * 2 // 3, y - n // 2, n, n), paint.tick(n, theme.colour("green")))
        canvas.text(first.move(corner), self.title, size="label", face="reading", bold=True)
        canvas.text(second.move(corner), self.summary, size=WORDS, colour="green" if self.done else "faded")

    def own_items(self) -> Iterator[Item]:
        yield Item(
            self.id, self.rect, f"{self.title}: {self.summary}" if self.summary else self.title, "fold"
        )

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(self.id)
