"""The privacy screen drawn: an empty table, a card with the flag of those whose turn it is, one button."""

from game.ui.kit import Align, Column, Grow, Label, Paragraph, Scroll, Space, Theme, Widget
from game.ui.kit.widgets.panel import Sheet
from game.ui.screens.frame import slanted
from game.ui.screens.pieces import button
from game.ui.screens.privacy_presenter import PrivacyModel
from game.ui.screens.stationery import Double, Flag


class PrivacyScreen:
    """Hand over to the other delegation."""

    name = "privacy"

    def __init__(self, model: PrivacyModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        words = Column(
            Align(Flag(model.party, 96), "centre"),
            Space(4),
            Label(model.talks, "label", "control", "faded", bold=True, align="centre"),
            Label(model.title, "display", "heading", bold=True, align="centre"),
            Double(),
            Paragraph(slanted(model.delegation), "lead", align="centre", colour="faded"),
            Paragraph(model.text, "lead", align="centre"),
            Space(10),
            Align(button(model.ready, "brass", size="lead"), "centre"),
            gap=12,
        )
        sheet = Align(
            Sheet(words, pad=44 if size[0] > theme.wide(700) else 16), "centre", max_width=680, middle=True
        )
        return Column(Grow(Scroll("privacy", sheet)), pad=14)
