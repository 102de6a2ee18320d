"""What every widget is: something that can be measured, placed and drawn, and that may hold what can be
focused."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, NamedTuple

import pygame

from game.ui.intents import Intent
from game.ui.kit.canvas import Canvas
from game.ui.kit.theme import Theme

Size = tuple[int, int]


class Item(NamedTuple):
    """Something that can be focused. `label`, `role` and `reason` are words for people and for screen
    readers."""

    id: Hashable
    rect: pygame.Rect
    label: str
    role: str = "button"  # button link choice tick tab field card rung meter row scroll text track
    enabled: bool = True
    reason: str = ""  # why it is closed, told when it has the focus
    hint: str = ""  # what it is for, told when it has the focus
    shortcut: str = ""  # the digit that presses it
    clip: pygame.Rect | None = None  # what it can be seen through
    on: bool | None = None  # chosen or not; None where it is nothing to be chosen
    state: str = ""  # in words: what its signs say, what is written in it

    def seen(self) -> pygame.Rect:
        """Return the part of it that can be seen."""
        return self.rect if self.clip is None else self.rect.clip(self.clip)


class Key(NamedTuple):
    """A key for the focused widget. `name` is pygame's ("left", "backspace", "a"); "text" and "editing"
    carry words."""

    name: str
    text: str = ""
    shift: bool = False
    ctrl: bool = False


Memory = dict[Hashable, Any]
"""What widgets keep by id between one build of a screen and the next: offsets, chosen tabs, what is typed."""


class Widget:
    """Subclass and override `minimum`, `size`, `arrange`, `draw`, and for what can be focused `own_items`
    and `do`.

    A parent measures a child with its final width before it places it. A widget that keeps something between
    builds takes it from the memory in `adopt`.
    """

    rect: pygame.Rect = pygame.Rect(0, 0, 0, 0)
    theme: Theme = Theme()
    begin: Hashable | None = None  # the item below it that has the focus first
    _sizes: dict[int, Size]  # by width, for the theme named below; None: measured never or not any more
    _theme_of_sizes: Theme | None = None
    _least: int
    _theme_of_least: Theme | None = None

    # to be overridden

    def children(self) -> Sequence["Widget"]:
        return ()

    def shown(self) -> Sequence["Widget"]:
        """Return the children that are on the screen now."""
        return self.children()

    def minimum(self, theme: Theme) -> int:
        """Return the narrowest width in pixels in which no word is broken."""
        return max((child.least(theme) for child in self.shown()), default=0)

    def size(self, theme: Theme, width: int) -> Size:
        """Return the size wanted when no more than `width` is there; the height is the least that loses
        nothing."""
        sizes = [child.measure(theme, width) for child in self.shown()]
        return max((w for w, _ in sizes), default=0), max((h for _, h in sizes), default=0)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        for child in self.shown():
            child.set_in(theme, rect)

    def draw(self, canvas: Canvas) -> None:
        for child in self.shown():
            child.paint(canvas)

    def own_items(self) -> Iterator[Item]:
        return iter(())

    def do(self, id: Hashable) -> Intent | None:
        """Act on an item of its own."""
        return None

    def point(self, id: Hashable, spot: tuple[int, int]) -> Intent | None:
        """Act on a press of the pointer at a spot of an item whose role is "track"."""
        return None

    def key(self, id: Hashable, key: Key) -> "Intent | bool | None":
        """Answer a key while an item in this widget has the focus; None or False: not used here."""
        return None

    def adopt(self, memory: Memory) -> None:
        """Take from the memory what belongs to this widget's id."""

    # the rest is for parents and for the stage

    def least(self, theme: Theme) -> int:
        of = self._theme_of_least
        if of is not theme and of != theme:
            self._least = self.minimum(theme)
            self._theme_of_least = theme
        return self._least

    def measure(self, theme: Theme, width: int) -> Size:
        of = self._theme_of_sizes
        if of is not theme and of != theme:
            self._sizes = {}
            self._theme_of_sizes = theme
        self.theme = theme
        found = self._sizes.get(width)
        if found is None:
            found = self._sizes[width] = self.size(theme, width)
        return found

    def forget_size(self) -> None:
        """Measure anew the next time."""
        self._theme_of_least = self._theme_of_sizes = None

    def place(self, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        self.arrange(self.theme, self.rect)

    def set_in(self, theme: Theme, rect: pygame.Rect) -> None:
        """Measure with the width of `rect` and place there."""
        self.measure(theme, rect.w)
        self.place(rect)

    def paint(self, canvas: Canvas) -> None:
        # Shadows and rings reach out of the rect a little.
        if canvas.shows(self.rect.inflate(24, 24)):
            self.draw(canvas)

    def items(self) -> Iterator[Item]:
        """Yield all that can be focused, in reading order."""
        yield from self.own_items()
        for child in self.shown():
            yield from child.items()

    def act(self, id: Hashable) -> Intent | None:
        """Act on the item `id`, wherever in this widget it is."""
        owner = next((w for w in reversed(self.path(id)) if any(i.id == id for i in w.own_items())), None)
        return owner.do(id) if owner else None

    def first(self) -> Hashable | None:
        """Return the item that has the focus when this is shown for the first time; None: the first one."""
        if self.begin is not None:
            return self.begin
        return next((id for child in self.shown() if (id := child.first()) is not None), None)

    def path(self, id: Hashable) -> list["Widget"]:
        """Return the widgets from this one down to the owner of item `id`; empty if it is not here."""
        if any(item.id == id for item in self.own_items()):
            return [self]
        for child in self.shown():
            if below := child.path(id):
                return [self, *below]
        return []

    def at(self, spot: tuple[int, int]) -> list["Widget"]:
        """Return the widgets under a point, from this one down."""
        if not self.rect.collidepoint(spot):
            return []
        for child in reversed(self.shown()):
            if below := child.at(spot):
                return [self, *below]
        return [self]

    def everything(self) -> Iterator["Widget"]:
        """Yield this widget and all below it, shown or not."""
        waiting: list[Widget] = [self]
        while waiting:
            widget = waiting.pop()
            yield widget
            waiting.extend(reversed(widget.children()))


def seen_through(items: Iterator[Item], clip: pygame.Rect) -> Iterator[Item]:
    """Yield the items as seen through a hole."""
    for item in items:
        yield item._replace(clip=clip if item.clip is None else item.clip.clip(clip))
