"""The legend of the map, as a strip of fills and words that stands under it."""

from collections.abc import Iterator

import pygame

from game.ui import map_view
from game.ui.intents import Intent, Why
from game.ui.kit import Item, Label, Pad, Row, Theme, Widget
from game.ui.kit.canvas import Canvas
from game.ui.kit.widget import Size
from game.ui.map_status import LegendRow


class Swatch(Widget):
    """A fill of the map with what it means."""

    def __init__(self, row: LegendRow) -> None:
        self.row, self.label = row, Label(row.text, "small", colour="light")

    def _box(self, theme: Theme) -> tuple[int, int]:
        return round(theme.size("small") * 1.7), theme.size("small")

    def _left(self, theme: Theme) -> int:
        return self._box(theme)[0] + theme.px(6)

    def minimum(self, theme: Theme) -> int:
        return self._left(theme) + self.label.least(theme)

    def size(self, theme: Theme, width: int) -> Size:
        w, h = self.label.measure(theme, max(1, width - self._left(theme)))
        return w + self._left(theme), h

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        left = self._left(theme)
        self.label.set_in(theme, pygame.Rect(rect.x + left, rect.y, rect.w - left, rect.h))

    def draw(self, canvas: Canvas) -> None:
        size = self._box(canvas.theme)
        corner = (self.rect.x, self.rect.y + canvas.theme.px(3))
        canvas.image(pygame.Rect(corner, size), map_view.swatch(size, self.row.status))
        self.label.paint(canvas)


class Legend(Pad):
    """The rows of the legend one after the other; it can have the focus, to be read aloud and asked about."""

    def __init__(self, id: str, rows: tuple[LegendRow, ...]) -> None:
        super().__init__(Row(*(Swatch(row) for row in rows), gap=10, lines=1), 2)
        self.id, self.told = id, " · ".join(row.text for row in rows)

    def own_items(self) -> Iterator[Item]:
        yield Item(self.id, self.rect, self.told, "text")

    def do(self, id: object) -> Intent | None:
        return Why(self.id)
