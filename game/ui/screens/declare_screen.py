"""Declare: what was agreed on paper is ticked at the left, the comparison with history grows at the right."""

from game.ui.kit import Choice, Column, Columns, Pad, Pane, Panel, Paragraph, Scroll, Theme, Widget
from game.ui.screens.compared_text import verdict_panel
from game.ui.screens.declare_presenter import DeclareModel
from game.ui.screens.frame import bold, chosen, options, page, slanted
from game.ui.screens.pieces import button


class DeclareScreen:
    name = "declare"

    def __init__(self, model: DeclareModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        rows: list[Widget] = [Paragraph(model.intro)]
        if len(model.scenarios) > 1:
            rows.append(Choice("scenario", options(model.scenarios), chosen(model.scenarios)))
        for n, row in enumerate(model.rows):
            rows += [
                Column(
                    Paragraph(bold(row.label), "lead"),
                    Paragraph(slanted(row.question), "label", colour="faded"),
                    Choice(("row", n), options(row.options), chosen(row.options), min_width=170),
                    gap=4,
                )
            ]
        left = Scroll("rows", Pad(Panel(Column(*rows, gap=14), pad=18), 4))
        told: list[Widget] = []
        if model.problem:
            told.append(Panel(Paragraph(model.problem, "lead", colour="red")))
        if model.same:
            told.append(Panel(Paragraph(model.same, "lead")))
        told += [verdict_panel(each) for each in model.verdicts]
        right = Scroll("verdicts", Pad(Column(*told, gap=10), 4))
        panes = Columns(
            "declare",
            Pane("rows", model.title, left, 380),
            Pane("verdicts", model.same or "=", right, 380, 1.1),
            gap=14,
        )
        return page(model.title, panes, button(model.back))
