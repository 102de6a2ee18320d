"""A list of sentences that scrolls: the log, saves, diagnostics. Only the rows in view are drawn."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.intents import Intent, Pressed
from game.ui.kit.canvas import Canvas
from game.ui.kit.layout import Column
from game.ui.kit.text import Words, plain
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget
from game.ui.kit.widgets.paragraph import Paragraph
from game.ui.kit.widgets.scroll import Scroll

TONES = {"": "edge", "green": "green", "red": "red", "brass": "brass", "blue": "blue"}


@dataclass(frozen=True)
class ListRow:
    """A row; with an `id` it can be focused and pressed. `tone` colours the bar at its left."""

    text: Words
    id: Hashable | None = None
    tone: str = ""
    note: str = ""
    chosen: bool = False


class _Line(Widget):
    def __init__(self, row: ListRow, face: str) -> None:
        self.row = row
        words: list[Widget] = [Paragraph(row.text, "label", face)]
        if row.note:
            words.append(Paragraph(row.note, "small", "control", "faded"))
        self.inside = Column(*words, gap=1)

    def children(self) -> Sequence[Widget]:
        return (self.inside,)

    def _left(self, theme: Theme) -> int:
        return theme.px(12)

    def minimum(self, theme: Theme) -> int:
        return self.inside.least(theme) + self._left(theme) + theme.px(6)

    def size(self, theme: Theme, width: int) -> Size:
        w, h = self.inside.measure(theme, max(1, width - self._left(theme) - theme.px(6)))
        return w + self._left(theme) + theme.px(6), h + 2 * theme.px(4)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        left, down = self._left(theme), theme.px(4)
        self.inside.set_in(
            theme, pygame.Rect(rect.x + left, rect.y + down, rect.w - left - theme.px(6), rect.h - 2 * down)
        )

    def draw(self, canvas: Canvas) -> None:
        px = canvas.theme.px
        if self.row.chosen or (canvas.hover is not None and canvas.hover == self.row.id):
            canvas.box(self.rect, "card", "edge", radius=3, host=False)
        bar = pygame.Rect(self.rect.x + px(2), self.rect.y + px(4), px(3), self.rect.h - px(8))
        canvas.box(bar, TONES[self.row.tone], None, radius=1, host=False)
        super().draw(canvas)

    def own_items(self) -> Iterator[Item]:
        if self.row.id is not None:
            yield Item(self.row.id, self.rect, plain(self.row.text), "row", on=self.row.chosen or None)

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(id)


class ListView(Scroll):
    def __init__(
        self,
        id: Hashable,
        rows: Sequence[ListRow],
        end: bool = False,
        face: str = "control",
        min_height: float = 120,
        label: str = "",
    ) -> None:
        super().__init__(id, Column(*(_Line(row, face) for row in rows), gap=2), min_height, end, label)
