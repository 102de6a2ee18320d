"""Saved games as a pile of folders, the last played on top."""

from game.ui.kit import Align, Column, Label, Pad, Panel, Paragraph, Rule, Scroll, Theme, Widget
from game.ui.screens.frame import page, slanted
from game.ui.screens.load_presenter import LoadModel
from game.ui.screens.pieces import button


class LoadScreen:
    name = "load"

    def __init__(self, model: LoadModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        rows: list[Widget] = [Paragraph(model.note), Rule()]
        rows += [
            button(save, "brass" if n == 0 else "plain", icon="tied-scroll")
            for n, save in enumerate(model.saves)
        ]
        if model.empty:
            rows.append(Paragraph(slanted(model.empty), "lead", colour="faded"))
        rows += [Rule(), Label(model.folder, "small", colour="faded")]
        body = Align(Panel(Column(*rows, gap=10), pad=20), "centre", max_width=760)
        return page(model.title, Scroll("saves", Pad(Column(body), 6)), button(model.back))
