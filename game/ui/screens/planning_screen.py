"""The planning card: three questions side by side, and below them two more for who wants to."""

from collections.abc import Sequence

from game.ui.kit import (
    Align,
    Choice,
    Column,
    Grid,
    Label,
    Pad,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Theme,
    Widget,
)
from game.ui.kit.layout import Grow
from game.ui.screens.frame import bold, chosen, options, page, slanted
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button
from game.ui.screens.planning_presenter import PlanningModel


class PlanningScreen:
    name = "planning"

    def __init__(self, model: PlanningModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        asked = (
            ("most", model.most_heading, model.most),
            ("failing", model.failing_heading, model.failing),
            ("prediction", model.prediction_heading, model.prediction),
        )
        cards = [_card(n, *each) for n, each in enumerate(asked, start=1)]
        body = Column(Grid(*cards, min_width=300, gap=10), self._more(), gap=8)
        return page(
            model.title,
            Scroll("planning", Pad(Align(body, middle=True, max_width=1500), 2)),
            button(model.skip, "quiet"),
            button(model.lock, "brass", size="lead"),
            subtitle=model.intro,
            pad=8,
        )

    def _more(self) -> Widget:
        model = self.model
        heading = Label(model.more_heading, "lead", "reading", bold=True)
        if model.more_note:
            return Panel(Column(heading, Paragraph(slanted(model.more_note), colour="faded"), gap=4))
        asked = (
            ("first", model.first_heading, model.first, 220),
            ("give", model.give_heading, model.give, 135),
        )
        parts = [
            Column(
                Paragraph(bold(head), "label"),
                Choice(id, options(each), chosen(each), min_width=wide),
                gap=5,
            )
            for id, head, each, wide in asked
        ]
        return Panel(Column(heading, Grid(*parts, min_width=420, gap=18), gap=5), pad=10)


def _card(number: int, id: str, heading: str, controls: Sequence[Control]) -> Widget:
    head = Row(
        Label(str(number), "title", "map", "amber", bold=True),
        Grow(Label(heading, "lead", "reading", bold=True)),
        gap=12,
        wrap=False,
    )
    return Panel(
        Column(head, Rule("edge", 2), Choice(id, options(controls), chosen(controls), down=True), gap=5),
        pad=10,
    )
