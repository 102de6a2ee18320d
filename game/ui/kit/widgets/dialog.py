"""A question over the screen. While it is there only it has the focus; Esc is `Back`."""

from collections.abc import Iterator, Sequence

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.layout import Column, Grow, Row, Rule
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget
from game.ui.kit.widgets.label import Label
from game.ui.kit.widgets.scroll import Scroll
from game.ui.kit.widgets.toast import Toast


class Dialog(Widget):
    """A title, a body that scrolls if it must, and buttons."""

    def __init__(
        self, title: str, body: Widget, buttons: Sequence[Widget] = (), max_width: float = 620
    ) -> None:
        self.max_width = max_width
        self.title = Label(title, "title", "reading", bold=True)
        self.body = Scroll(("dialog", title), body, min_height=90)
        self.row = Row(*buttons, gap=10) if buttons else None
        self.inside = Column(self.title, Rule(), Grow(self.body), *([self.row] if self.row else []), gap=10)

    def children(self) -> Sequence[Widget]:
        return (self.inside,)

    def minimum(self, theme: Theme) -> int:
        return self.inside.least(theme) + 2 * theme.px(22)

    def size(self, theme: Theme, width: int) -> Size:
        w, h = self.inside.measure(theme, max(1, width - 2 * theme.px(22)))
        return w, h + 2 * theme.px(18)

    def wanted(self, theme: Theme, window: pygame.Rect) -> pygame.Rect:
        """Return where it stands in a window: as high as its words, if they fit."""
        wide = min(window.w - 2 * theme.px(20), max(theme.wide(self.max_width), self.least(theme)))
        room = max(1, wide - 2 * theme.px(22))
        full = self.body.widget.measure(theme, max(1, room - theme.px(14)))[1]
        least = self.inside.measure(theme, room)[1]
        short = self.body.measure(theme, room)[1]
        high = min(window.h - 2 * theme.px(16), least - short + full + 2 * theme.px(18) + theme.px(4))
        return pygame.Rect(0, 0, wide, high).move(window.centerx - wide // 2, window.centery - high // 2)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        self.inside.set_in(theme, rect.inflate(-2 * theme.px(22), -2 * theme.px(18)))

    def draw(self, canvas: Canvas) -> None:
        canvas.paper(self.rect, "paper", radius=7, shadow=22)
        super().draw(canvas)


class Overlay(Widget):
    """A screen, perhaps with a dialog or a passing word over it."""

    def __init__(self, base: Widget, dialog: Dialog | None = None, toast: str = "") -> None:
        self.base, self.dialog = base, dialog
        self.toast = Toast(toast) if toast else None

    def children(self) -> Sequence[Widget]:
        return tuple(w for w in (self.base, self.dialog, self.toast) if w is not None)

    def minimum(self, theme: Theme) -> int:
        return self.base.least(theme)

    def size(self, theme: Theme, width: int) -> Size:
        return self.base.measure(theme, width)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        self.base.set_in(theme, rect)
        if self.dialog:
            self.dialog.set_in(theme, self.dialog.wanted(theme, rect))
        if self.toast:
            self.toast.set_in(theme, self.toast.wanted(theme, rect))

    def draw(self, canvas: Canvas) -> None:
        self.base.paint(canvas)
        if self.dialog:
            with canvas.layer():
                veil = pygame.Surface(self.rect.size, pygame.SRCALPHA)
                veil.fill((*canvas.theme.colour("shadow"), 165))
                canvas.image(self.rect, veil)
                self.dialog.paint(canvas)
        if self.toast:
            with canvas.layer():
                self.toast.paint(canvas)

    def items(self) -> Iterator[Item]:
        yield from (self.dialog or self.base).items()

    def shown(self) -> Sequence[Widget]:
        return (self.dialog,) if self.dialog else (self.base,)
