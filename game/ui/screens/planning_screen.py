"""The planning card: three questions on one card of paper each."""

from game.ui.kit import Align, Choice, Column, Grid, Pad, Panel, Paragraph, Scroll, Theme, Widget
from game.ui.screens.frame import chosen, options, page, slanted
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
        cards = [
            Panel(Choice(id, options(controls), chosen(controls), down=True), title=heading)
            for id, heading, controls in asked
        ]
        body = Column(
            Paragraph(slanted(model.intro), "lead", colour="light"),
            Grid(*cards, min_width=320, gap=14),
            gap=14,
        )
        return page(
            model.title,
            Scroll("planning", Pad(Align(body, middle=True), 4)),
            button(model.skip, "quiet"),
            button(model.lock, "brass", size="lead"),
        )
