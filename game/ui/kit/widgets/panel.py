"""What things lie on: boards of paper, cards, dark bars; a typed sheet; the bar at the head of a screen."""

from collections.abc import Sequence

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Size, Widget
from game.ui.kit.widgets.label import Label


class Panel(Widget):
    """A ground under a widget: "paper" and "card" take dark words, "baize" and "dark" light ones."""

    def __init__(self, widget: Widget, kind: str = "paper", pad: float = 14, title: str = "") -> None:
        from game.ui.kit.layout import Column, Grow, Rule

        self.kind, self.pad = kind, pad
        if title:
            on_paper = kind in ("paper", "card")
            head = Label(title, "title", "reading", "ink" if on_paper else "light", bold=True)
            widget = Column(head, Rule("edge" if on_paper else "gilt", 2), Grow(widget), gap=6)
        self.widget = widget

    def children(self) -> Sequence[Widget]:
        return (self.widget,)

    def minimum(self, theme: Theme) -> int:
        return self.widget.least(theme) + 2 * theme.px(self.pad)

    def size(self, theme: Theme, width: int) -> Size:
        pad = 2 * theme.px(self.pad)
        w, h = self.widget.measure(theme, max(1, width - pad))
        return w + pad, h + pad

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        pad = 2 * theme.px(self.pad)
        self.widget.set_in(theme, rect.inflate(-pad, -pad))

    def draw(self, canvas: Canvas) -> None:
        if self.kind in ("paper", "card"):
            canvas.paper(self.rect, self.kind)
        elif self.kind == "dark":
            canvas.box(self.rect, "dark", "gilt", radius=6, shadow=8)
        else:
            canvas.box(self.rect, None, "felt", radius=6)
        super().draw(canvas)


class Sheet(Panel):
    """A sheet of paper on which a document is typed or printed: square corners, wide margins, a deeper
    shadow."""

    def __init__(self, widget: Widget, pad: float = 26) -> None:
        super().__init__(widget, "paper", pad)

    def draw(self, canvas: Canvas) -> None:
        under = self.rect.move(canvas.theme.px(3), canvas.theme.px(3))
        canvas.box(under, "closed", "edge", radius=0, host=False)
        canvas.paper(self.rect, "paper", radius=0, shadow=12)
        Widget.draw(self, canvas)


class HeaderBar(Widget):
    """The dark bar at the head of a screen, with a line of brass under it; widgets stand at its right."""

    def __init__(self, title: str, subtitle: str = "", *widgets: Widget) -> None:
        from game.ui.kit.layout import Row

        heads: list[Widget] = [Label(title, "title", "heading", "light", bold=True)]
        if subtitle:
            heads.append(Label(subtitle, "body", "reading", "dim", italic=True))
        left = Row(*heads, gap=18, align="middle")
        self.row = Row(left, *([Row(*widgets, gap=18)] if widgets else []), gap=24, spread=True)

    def children(self) -> Sequence[Widget]:
        return (self.row,)

    def minimum(self, theme: Theme) -> int:
        return self.row.least(theme) + 2 * theme.px(16)

    def size(self, theme: Theme, width: int) -> Size:
        h = self.row.measure(theme, max(1, width - 2 * theme.px(16)))[1]
        return width, h + 2 * theme.px(9) + theme.px(2)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        inside = rect.inflate(-2 * theme.px(16), -2 * theme.px(9))
        inside.h -= theme.px(2)
        self.row.set_in(theme, inside)

    def draw(self, canvas: Canvas) -> None:
        canvas.box(self.rect, "dark", None, radius=0)
        line = pygame.Rect(
            self.rect.x, self.rect.bottom - canvas.theme.px(2), self.rect.w, canvas.theme.px(2)
        )
        canvas.box(line, "brass", None, radius=0, host=False)
        super().draw(canvas)
