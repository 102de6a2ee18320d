"""One of several (round marks) and yes or no (a square one). The chosen one has a mark, not only a colour."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.intents import Chosen, Intent, Why
from game.ui.kit import paint
from game.ui.kit.canvas import Canvas
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget


@dataclass(frozen=True)
class Option:
    value: Hashable
    label: str
    note: str = ""
    enabled: bool = True
    reason: str = ""


class _Mark(Widget):
    """A box with a mark and words; what Choice and Tick are made of."""

    def __init__(self, id: Hashable, option: Option, on: bool, square: bool, intent: Intent) -> None:
        self.id, self.option, self.on, self.square, self.intent = id, option, on, square, intent

    def _left(self, theme: Theme) -> int:
        return theme.px(10) + theme.size("body") + theme.px(8)

    def _edges(self, theme: Theme) -> int:
        return self._left(theme) + theme.px(10)

    def minimum(self, theme: Theme) -> int:
        label = narrowest(self.option.label, "control", theme.size("body"), bold=self.on)
        note = narrowest(self.option.note, "control", theme.size("small"))
        return max(label, note) + self._edges(theme)

    def size(self, theme: Theme, width: int) -> Size:
        room = max(1, width - self._edges(theme))
        label = wrap(self.option.label, "control", theme.size("body"), room, bold=self.on)
        note = wrap(self.option.note, "control", theme.size("small"), room)
        high = label.height + (note.height + theme.px(2) if self.option.note else 0)
        return max(label.width, note.width) + self._edges(theme), high + 2 * theme.px(6)

    def draw(self, canvas: Canvas) -> None:
        theme, rect, option = canvas.theme, self.rect, self.option
        ground = "card" if option.enabled else "closed"
        canvas.box(rect, ground, "green" if self.on else "edge", line=2 if self.on else 1)
        size = theme.size("body")
        where = pygame.Rect(rect.x + theme.px(10), rect.y + theme.px(8), size, size)
        radius = 3 if self.square else size
        ink = "ink" if option.enabled else "faded"
        if option.enabled:
            canvas.box(where, "paper", ink, radius=radius, line=2, host=False)
            if self.on and self.square:
                canvas.image(where, paint.tick(size, theme.colour("green")))
            elif self.on:
                dot = where.inflate(-size * 2 // 5, -size * 2 // 5)
                canvas.box(dot, "green", None, radius=size, host=False)
        else:
            canvas.image(where, paint.lock(size, theme.colour(ink)))
        inside = pygame.Rect(
            rect.x + self._left(theme), rect.y + theme.px(6), rect.w - self._edges(theme), rect.h
        )
        inside.h = rect.h - 2 * theme.px(6)
        block = canvas.text(inside, option.label, colour=ink, bold=self.on)
        if option.note:
            inside.y += block.height + theme.px(2)
            inside.h -= block.height + theme.px(2)
            canvas.text(inside, option.note, size="small", colour="faded")

    def own_items(self) -> Iterator[Item]:
        told = f"{self.option.label}. {self.option.note}" if self.option.note else self.option.label
        role = "tick" if self.square else "choice"
        yield Item(self.id, self.rect, told, role, self.option.enabled, self.option.reason, on=self.on)

    def do(self, id: Hashable) -> Intent | None:
        return self.intent if self.option.enabled else Why(self.id)


class Choice(Widget):
    """`options` in a row where they fit, or one under the other (`down`); items are (id, value)."""

    def __init__(
        self,
        id: Hashable,
        options: Sequence[Option],
        chosen: Hashable | None = None,
        title: str = "",
        down: bool = False,
        min_width: float = 130,
        colour: str = "ink",
    ) -> None:
        from game.ui.kit.layout import Column, Grid
        from game.ui.kit.widgets.label import Label

        marks = [_Mark((id, o.value), o, o.value == chosen, False, Chosen(id, o.value)) for o in options]
        body: Widget = Column(*marks, gap=6) if down else Grid(*marks, min_width=min_width, gap=6)
        head = (Label(title, "label", bold=True, colour=colour),) if title else ()
        self.inside = Column(*head, body, gap=5)

    def children(self) -> Sequence[Widget]:
        return (self.inside,)


class Tick(_Mark):
    """Yes or no; gives `Chosen(id, not on)`."""

    def __init__(
        self, id: Hashable, label: str, on: bool, note: str = "", enabled: bool = True, reason: str = ""
    ) -> None:
        super().__init__(id, Option(True, label, note, enabled, reason), on, True, Chosen(id, not on))
