"""The round card drawn: where and when, who came, what has changed, as a printed card on the baize."""

from game.ui.kit import (
    Align,
    Column,
    Grid,
    Grow,
    Label,
    Pad,
    Paragraph,
    Rule,
    Scroll,
    Sheet,
    Space,
    Theme,
    Widget,
)
from game.ui.screens.pieces import button
from game.ui.screens.round_card_presenter import RoundCardModel


class RoundCardScreen:
    """A card between two rounds."""

    name = "round_card"

    def __init__(self, model: RoundCardModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        came = Grid(*(self._delegation(*each) for each in model.delegations), min_width=240, gap=24)
        words = Column(
            Label(model.title, "display", "heading", bold=True, align="centre"),
            Label(
                f"{model.place}  ·  {model.dates}", "lead", "reading", "faded", italic=True, align="centre"
            ),
            Rule(gap=6),
            *(Paragraph(line, "lead") for line in model.setting),
            *([Rule(gap=6), came] if model.delegations else []),
            *([Rule(gap=6)] if model.changes else []),
            *(Paragraph(said.text, id=said.why or None) for said in model.changes),
            Space(4),
            gap=10,
        )
        wide = size[0] > theme.wide(760)
        # As high as its words, at most as the window leaves beside margins and the button.
        room = (size[1] - theme.px(150) - 3 * theme.size("body")) / (theme.scale * theme.text)
        scroll = Scroll("card", Pad(words, 8, 4), min_height=max(80, room))
        card = Column(scroll, Align(button(model.go_on, "brass"), "centre"), gap=10)
        sheet = Align(Sheet(card, pad=34 if wide else 14), "centre", max_width=820, middle=True)
        return Column(Grow(sheet), pad=22 if wide else 8)

    def _delegation(self, party: str, who: str) -> Widget:
        return Column(
            Label(party[:1].upper() + party[1:], "label", bold=True, colour="amber"), Paragraph(who), gap=3
        )
