"""The credits on a printed sheet."""

from game.ui.kit import Align, Column, Label, Pad, Rule, Scroll, Sheet, Theme, Widget
from game.ui.screens.credits_presenter import CreditsModel
from game.ui.screens.frame import page, prose
from game.ui.screens.pieces import button


class CreditsScreen:
    name = "credits"

    def __init__(self, model: CreditsModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        heading = Label(model.title, "title", "map", bold=True, align="centre")
        sheet = Sheet(Column(Align(heading, "centre"), Rule("ink"), prose(model.paragraphs), gap=10))
        return page(
            model.title,
            Scroll("credits", Pad(Column(Align(sheet, "centre", max_width=800)), 8)),
            button(model.back, "brass"),
        )
