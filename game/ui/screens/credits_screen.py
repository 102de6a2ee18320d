"""The credits on a printed sheet, which scrolls by keys."""

from game.ui.kit import Align, Column, Label, Pad, Paragraph, Rule, Scroll, Sheet, Space, Theme, Widget
from game.ui.screens.credits_presenter import CreditsModel, CreditsPart
from game.ui.screens.frame import page, slanted
from game.ui.screens.pieces import button


class CreditsScreen:
    name = "credits"

    def __init__(self, model: CreditsModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        head = Align(Label(model.title, "display", "map", align="centre"), "centre")
        first, *parts = model.parts
        opening = Paragraph(slanted(" ".join(first.paragraphs)), "lead", align="centre", colour="faded")
        words = Column(head, opening, *map(_part, parts), gap=10)
        sheet = Sheet(words, pad=34)
        return page(
            model.title,
            Scroll("credits", Pad(Column(Align(sheet, "centre", max_width=820)), 8)),
            button(model.back, "brass"),
        )


def _part(part: CreditsPart) -> Widget:
    heading = Label(part.heading, "title", "reading", "green", bold=True)
    return Column(Space(4), heading, Rule("ink", 1), *map(Paragraph, part.paragraphs), gap=7)
