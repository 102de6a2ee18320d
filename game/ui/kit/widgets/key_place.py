"""The place where a key is struck that is to be chosen: all but Tab and Esc are taken as they are."""

from collections.abc import Hashable, Iterator

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget


class KeyPlace(Widget):
    """A field for one key; the stage answers with `Struck(id, chord)` while it has the focus."""

    def __init__(self, id: Hashable, text: str) -> None:
        self.id, self.text = id, text

    def minimum(self, theme: Theme) -> int:
        return narrowest(self.text, "control", theme.size("lead"), bold=True) + 2 * theme.px(18)

    def size(self, theme: Theme, width: int) -> Size:
        block = wrap(self.text, "control", theme.size("lead"), max(1, width - 2 * theme.px(18)), bold=True)
        return width, block.height + 2 * theme.px(18)

    def draw(self, canvas: Canvas) -> None:
        px = canvas.theme.px
        canvas.box(self.rect, "card", "ink", radius=6, line=2)
        inside = pygame.Rect(self.rect).inflate(-2 * px(18), -2 * px(10))
        canvas.text(inside, self.text, size="lead", bold=True, align="centre", middle=True)

    def own_items(self) -> Iterator[Item]:
        yield Item(self.id, self.rect, self.text, "key")
