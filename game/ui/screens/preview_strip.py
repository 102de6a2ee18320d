"""The strip over a table that its author tries, and a screen of the game with it above."""

from collections.abc import Sequence

from game.ui.app import Screen
from game.ui.kit import Column, Grow, Label, Overlay, Row, Space, Theme, Widget
from game.ui.screens.class_strip import class_strip
from game.ui.screens.class_strip_presenter import ClassStripModel
from game.ui.screens.pieces import button, roomy
from game.ui.screens.preview_presenter import StripModel
from game.ui.screens.top_bar import Bar

TONES = {"sound": "quiet", "stopped": "brass", "broken": "red"}
"""How the status is drawn; its sign and its words tell it without colour too."""

NAMED = 760  # unscaled pixels as words see them, from which the strip says what it is


def strip(model: StripModel, theme: Theme, size: tuple[int, int]) -> Widget:
    """Return the strip: that this is a preview, what the last save led to, whose seat it is, the corner."""
    status = button(model.status, TONES[model.tone], "small")
    ways = (button(model.seat, "quiet", "small"), button(model.corner, "quiet", "small"))
    if roomy(theme, size) < NAMED:
        name = Label(model.name, "small", "heading", "gilt", bold=True)
        return Bar(Row(name, status, *ways, gap=8, lines=4), down=3)
    title = Label(model.title, "label", "heading", "gilt", bold=True)
    return Bar(Row(title, status, Grow(Space()), *ways, gap=12, align="middle"), down=3)


class Under:
    """A screen of the game under a strip."""

    def __init__(self, inner: Screen, model: StripModel | ClassStripModel) -> None:
        self.inner, self.model = inner, model

    @property
    def name(self) -> str:
        return self.inner.name

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        if isinstance(self.model, ClassStripModel):
            head = class_strip(self.model, theme, size)
        else:
            head = strip(self.model, theme, size)
        left = (size[0], max(1, size[1] - head.measure(theme, size[0])[1]))
        root = self.inner.build(theme, left)
        if isinstance(root, Overlay):
            root.base = under(head, root.base)
            return root
        return under(head, root)


class Headed(Column):
    """A screen under a strip; keys come to the strip last, so that the focus begins in the screen."""

    def children(self) -> Sequence[Widget]:
        return self.widgets[::-1]


def under(head: Widget, base: Widget) -> Widget:
    """Return a screen with the strip above it."""
    return Headed(head, Grow(base), gap=0)
