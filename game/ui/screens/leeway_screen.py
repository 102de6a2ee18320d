"""Who at home could live with the draft: a card for each constituency, and the steps that would turn it."""

from game.ui.kit import (
    Align,
    Column,
    Grid,
    Grow,
    Label,
    Meter,
    Pad,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Space,
    Theme,
    Widget,
)
from game.ui.screens.frame import bold, page, slanted
from game.ui.screens.home_faces import GROUND, HomeFace
from game.ui.screens.leeway_presenter import LeewayModel, StandCard, Steps
from game.ui.screens.pieces import button
from game.ui.screens.stationery import Stamp

FEW = 4
"""As many groups stand in two columns where there is room, more in three."""


class LeewayScreen:
    name = "leeway"

    def __init__(self, model: LeewayModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        head: list[Widget] = [
            Paragraph(bold(model.verdict.text), "lead", "reading", id=model.verdict.why),
            Paragraph(model.draft, "label", "reading", "faded"),
        ]
        if model.decisive is not None:
            head += [Rule(gap=1), *_steps(model.decisive)]
        else:
            head += [Rule(gap=1), Paragraph(slanted(model.undecided), "label")]
        least = 330 if len(model.stands) > FEW else 460
        cards = Grid(*(_card(each) for each in model.stands), min_width=least, gap=12)
        note = Label(model.note, "small", "reading", "dim", italic=True)
        body = Column(Panel(Column(*head, gap=6), pad=14), cards, note, gap=12)
        return page(
            model.title,
            Scroll("leeway", Pad(Align(body, "centre", max_width=1320, middle=True), 3)),
            button(model.back),
            Space(),
        )


def _card(card: StandCard) -> Widget:
    tone = {"green": "green", "faded": "brass", "red": "red"}[GROUND[card.face.mood]]
    meter = Meter(("level", card.face.why), card.support, card.level, 10, tone=tone, dark=False)
    stamp: list[Widget] = [Stamp(card.blocks)] if card.blocks else []
    rows: list[Widget] = [Row(Grow(HomeFace(card.face, notes=True)), *stamp, gap=10, align="top"), meter]
    for steps in card.turns:
        rows += _steps(steps)
    if card.unturned:
        rows.append(Paragraph(slanted(card.unturned), "label", "reading", "faded"))
    return Panel(Column(*rows, gap=7), "card", pad=13)


def _steps(steps: Steps) -> list[Widget]:
    """Return steps as buttons in as many columns as fit, under what they would do."""
    made = [button(each, size="small") for each in steps.steps]
    return [Label(steps.heading, "label", "reading", bold=True), Grid(*made, min_width=240, gap=6)]
