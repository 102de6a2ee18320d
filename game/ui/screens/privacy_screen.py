"""The privacy screen drawn: an empty table, whose turn it is, one button."""

from game.ui.kit import Align, Column, Grow, Label, Paragraph, Scroll, Space, Theme, Widget
from game.ui.kit.widgets.panel import Sheet
from game.ui.screens.pieces import button
from game.ui.screens.privacy_presenter import PrivacyModel


class PrivacyScreen:
    """Hand over to the other delegation."""

    name = "privacy"

    def __init__(self, model: PrivacyModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        words = Column(
            Label(model.title, "display", "heading", bold=True, align="centre"),
            Space(6),
            Paragraph(model.text, "lead", align="centre"),
            Space(14),
            Align(button(model.ready, "brass"), "centre"),
            gap=12,
        )
        sheet = Align(
            Sheet(words, pad=40 if size[0] > theme.wide(700) else 16), "centre", max_width=640, middle=True
        )
        return Column(Grow(Scroll("privacy", sheet)), pad=14)
