"""The keys drawn: what each does with its key on a button, and the card that waits for another."""

from game.ui.kit import (
    Align,
    Column,
    Dialog,
    Grid,
    Grow,
    Label,
    Overlay,
    Pad,
    Panel,
    Paragraph,
    Row,
    Scroll,
    Theme,
    Widget,
)
from game.ui.kit.widgets.key_place import KeyPlace
from game.ui.screens.frame import page
from game.ui.screens.keys_presenter import KeyCard, KeyRow, KeysModel
from game.ui.screens.pieces import button

PLACE = "struck"
"""The id of the place where a key is struck."""


class KeysScreen:
    name = "keys"

    def __init__(self, model: KeysModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        body = Column(
            Grid(
                Panel(Column(Paragraph(model.note), *map(_row, model.rows), gap=8), pad=18),
                Panel(Column(*map(_row, model.more), gap=8), title=model.more_heading, pad=18),
                min_width=480,
                gap=14,
            ),
            Label(model.kept, "small", colour="dim"),
            gap=12,
        )
        base = page(
            model.title,
            Scroll("keys", Pad(Align(body, "centre", max_width=1240, middle=True), 6)),
            button(model.back),
            Row(button(model.reset)),
        )
        return base if model.card is None else Overlay(base, _card(model.card))


def _row(row: KeyRow) -> Widget:
    stays = (Label(row.stays, colour="faded"),) if row.stays else ()
    return Row(Grow(Label(row.does)), *stays, button(row.key), gap=12, align="middle")


def _card(card: KeyCard) -> Dialog:
    place = KeyPlace(PLACE, card.waits)
    told = (Label(card.told, colour="red", bold=True),) if card.told else ()
    body = Column(Paragraph(card.text), place, *told, gap=14)
    dialog = Dialog(card.title, body, (button(card.leave), button(card.drop)), max_width=560)
    dialog.begin = PLACE
    return dialog
