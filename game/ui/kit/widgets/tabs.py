"""Parts of which one is shown; the chosen one joins its paper and is underlined."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.intents import Chosen, Intent
from game.ui.kit.canvas import Canvas
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Memory, Size, Widget

SIDE = 6  # unscaled pixels beside the words of a head


@dataclass(frozen=True)
class Tab:
    key: Hashable
    title: str
    widget: Widget


class Tabs(Widget):
    """Items of the tabs are (id, "tab", key). Which is chosen is kept by id, unless `chosen` is given."""

    def __init__(self, id: Hashable, tabs: Sequence[Tab], chosen: Hashable | None = None) -> None:
        self.id, self.tabs, self.fixed = id, tuple(tabs), chosen
        self.memory: Memory = {}
        self._heads: list[pygame.Rect] = []

    def adopt(self, memory: Memory) -> None:
        self.memory = memory

    @property
    def tab(self) -> Tab:
        key = self.fixed if self.fixed is not None else self.memory.get(("tabs", self.id))
        return next((tab for tab in self.tabs if tab.key == key), self.tabs[0])

    def children(self) -> Sequence[Widget]:
        return tuple(tab.widget for tab in self.tabs)

    def shown(self) -> Sequence[Widget]:
        return (self.tab.widget,)

    def _least_head(self, theme: Theme) -> int:
        size = theme.size("label")
        return max(narrowest(tab.title, "control", size, bold=True) for tab in self.tabs) + 2 * theme.px(SIDE)

    def minimum(self, theme: Theme) -> int:
        return max(self._least_head(theme), *(tab.widget.least(theme) for tab in self.tabs))

    def _heads_in(self, theme: Theme, width: int) -> tuple[list[pygame.Rect], int]:
        """Return the places of the heads from the top left, and their height together."""
        gap = theme.px(3)
        count = len(self.tabs)
        fit = max(1, min(count, (width + gap) // (self._least_head(theme) + gap)))
        rows = -(-count // fit)
        fit = -(-count // rows)
        wide = (width - gap * (fit - 1)) // fit
        high = theme.px(13) + max(
            wrap(t.title, "control", theme.size("label"), max(1, wide - 2 * theme.px(SIDE)), bold=True).height
            for t in self.tabs
        )
        heads = [
            pygame.Rect(n % fit * (wide + gap), n // fit * (high + gap), wide, high) for n in range(count)
        ]
        return heads, rows * (high + gap) - gap

    def size(self, theme: Theme, width: int) -> Size:
        return width, self._heads_in(theme, width)[1] + self.tab.widget.measure(theme, width)[1]

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        heads, high = self._heads_in(theme, rect.w)
        self._heads = [head.move(rect.topleft) for head in heads]
        self.tab.widget.set_in(theme, pygame.Rect(rect.x, rect.y + high, rect.w, max(1, rect.h - high)))

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        for head, tab in zip(self._heads, self.tabs, strict=True):
            on = tab is self.tab
            body = head if not on else pygame.Rect(head.x, head.y, head.w, head.h + theme.px(4))
            canvas.box(body, "paper" if on else "felt", "edge" if on else "dark", radius=5)
            inside = head.inflate(-2 * theme.px(SIDE), 0)
            ink = "ink" if on else "light"
            canvas.text(inside, tab.title, size="label", colour=ink, bold=on, align="centre", middle=True)
            if on:
                bar = pygame.Rect(
                    head.x + theme.px(8), head.bottom - theme.px(5), head.w - theme.px(16), theme.px(3)
                )
                canvas.box(bar, "brass", None, radius=1, host=False)
        super().draw(canvas)

    def own_items(self) -> Iterator[Item]:
        for head, tab in zip(self._heads, self.tabs, strict=False):
            yield Item((self.id, "tab", tab.key), head, tab.title, "tab", on=tab is self.tab)

    def do(self, id: Hashable) -> Intent | None:
        key = next(tab.key for tab in self.tabs if (self.id, "tab", tab.key) == id)
        self.memory[("tabs", self.id)] = key
        return Chosen(self.id, key)
