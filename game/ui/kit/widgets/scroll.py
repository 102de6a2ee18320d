"""A part that scrolls: by wheel, by keys, and by itself to show what gets the focus."""

from collections.abc import Hashable, Iterator, Sequence

import pygame

from game.ui.intents import Intent, Scrolled
from game.ui.kit.canvas import Canvas
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Key, Memory, Size, Widget, seen_through


class Scroll(Widget):
    """Shows its widget from `offset` on. It can be focused itself only when nothing in it can and there is
    more
    than fits. With `end` it starts at the end, and comes back to it with every new line (a log)."""

    def __init__(
        self, id: Hashable, widget: Widget, min_height: float = 120, end: bool = False, label: str = ""
    ) -> None:
        self.id, self.widget, self.min_height, self.end, self.label = id, widget, min_height, end, label
        self.memory: Memory = {}
        self.content = 0

    def adopt(self, memory: Memory) -> None:
        self.memory = memory

    def children(self) -> Sequence[Widget]:
        return (self.widget,)

    def _bar(self, theme: Theme) -> int:
        return theme.px(14)

    def minimum(self, theme: Theme) -> int:
        return self.widget.least(theme) + self._bar(theme)

    def size(self, theme: Theme, width: int) -> Size:
        w, h = self.widget.measure(theme, max(1, width - self._bar(theme)))
        return min(width, w + self._bar(theme)), min(h, theme.wide(self.min_height))

    @property
    def most(self) -> int:
        return max(0, self.content - self.rect.h)

    @property
    def offset(self) -> int:
        kept: int | None = self.memory.get(("scroll", self.id))
        if kept is None or (self.end and self.memory.get(("height", self.id)) != self.content):
            return self.most if self.end else 0
        return max(0, min(self.most, kept))

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        wide = max(1, rect.w - self._bar(theme))
        self.content = self.widget.measure(theme, wide)[1]
        if self.content <= rect.h:
            wide = rect.w  # nothing to scroll: the bar's room is given back if all still fits
            if self.widget.measure(theme, wide)[1] > rect.h:
                wide = max(1, rect.w - self._bar(theme))
            self.content = rect.h
        self.widget.set_in(theme, pygame.Rect(rect.x, rect.y - self.offset, wide, max(rect.h, self.content)))

    def to(self, offset: int) -> Intent:
        offset = max(0, min(self.most, offset))
        if self.end and offset == self.most:
            self.memory.pop(("scroll", self.id), None)
        else:
            self.memory[("scroll", self.id)], self.memory[("height", self.id)] = offset, self.content
        self.arrange(self.theme, self.rect)
        return Scrolled(self.id, offset)

    def by(self, pixels: int) -> Intent | None:
        """Scroll by some pixels; None if it stands at that end already."""
        before = self.offset
        wanted = max(0, min(self.most, before + pixels))
        return self.to(wanted) if wanted != before else None

    def reveal(self, rect: pygame.Rect) -> None:
        """Scroll as little as needed to show `rect`; of what is higher than the view, its top."""
        margin = min(self.theme.px(12), max(0, (self.rect.h - rect.h) // 2))
        if rect.top - margin < self.rect.top or rect.h > self.rect.h:
            self.by(rect.top - margin - self.rect.top)
        elif rect.bottom + margin > self.rect.bottom:
            self.by(rect.bottom + margin - self.rect.bottom)

    def draw(self, canvas: Canvas) -> None:
        with canvas.clipped(self.rect, scrolls=self.most > 0):
            self.widget.paint(canvas)
        if self.most:
            canvas.box(self._track(), "closed", "edge", radius=3, host=False)
            canvas.box(self.thumb(), "felt", "dark", radius=3, host=False)

    def _track(self) -> pygame.Rect:
        px = self.theme.px
        return pygame.Rect(self.rect.right - px(8), self.rect.y + px(2), px(6), self.rect.h - px(4))

    def thumb(self) -> pygame.Rect:
        """Return the part of the bar that can be dragged."""
        track = self._track()
        high = min(track.h, max(self.theme.px(24), track.h * self.rect.h // max(1, self.content)))
        y = track.y + (track.h - high) * self.offset // max(1, self.most)
        return pygame.Rect(track.x, y, track.w, high)

    def has_bar_at(self, spot: tuple[int, int]) -> bool:
        """Say whether a spot lies on the bar, or near enough to it for a hand that shakes."""
        return self.most > 0 and self._track().inflate(2 * self.theme.px(4), 0).collidepoint(spot)

    def drag(self, top: int) -> Intent | None:
        """Scroll so that the thumb's upper edge comes to `top`, in pixels of the window."""
        track, high = self._track(), self.thumb().h
        share = (top - track.y) / max(1, track.h - high)
        return self.by(round(max(0.0, min(1.0, share)) * self.most) - self.offset)

    def items(self) -> Iterator[Item]:
        inside = tuple(seen_through(self.widget.items(), self.rect))
        if not inside:
            yield from self.own_items()
        yield from inside

    def own_items(self) -> Iterator[Item]:
        if self.most and not any(True for _ in self.widget.items()):
            yield Item(self.id, self.rect, self.label, "scroll")

    def key(self, id: Hashable, key: Key) -> Intent | bool | None:
        step = self.theme.size("body") * 3
        pages = {"pageup": -1, "pagedown": 1}
        if key.name in pages:
            return self.by(pages[key.name] * max(step, self.rect.h - step)) or bool(self.most)
        if key.name in ("home", "end") and self.most:
            return self.to(0 if key.name == "home" else self.most)
        if key.name in ("up", "down") and (id == self.id or self._goes_on(id, key.name)):
            return self.by(step if key.name == "down" else -step)
        return None

    def _goes_on(self, id: Hashable, to: str) -> bool:
        """Say whether the text with the focus is longer than the view and goes on that way."""
        item = next((item for item in self.widget.items() if item.id == id), None)
        if item is None or item.role != "text" or item.rect.h <= self.rect.h:
            return False
        return item.rect.bottom > self.rect.bottom if to == "down" else item.rect.top < self.rect.top
