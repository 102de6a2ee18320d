"""The settings: size of text, and what is on or off."""

from game.ui.kit import Align, Choice, Column, Label, Pad, Panel, Scroll, Theme, Tick, Widget
from game.ui.screens.frame import chosen, options, page
from game.ui.screens.pieces import button
from game.ui.screens.settings_presenter import SettingsModel


class SettingsScreen:
    name = "settings"

    def __init__(self, model: SettingsModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        text = Choice("text", options(model.text), chosen(model.text), min_width=100)
        switches = [Tick(each.id, each.label, each.on, each.note) for each in model.switches]
        body = Column(
            Panel(text, title=model.text_heading),
            Panel(Column(*switches, gap=8), title=model.switches_heading),
            Label(model.kept, "small", colour="dim"),
            gap=14,
        )
        return page(
            model.title,
            Scroll("settings", Pad(Column(Align(body, "centre", max_width=760)), 6)),
            button(model.back),
        )
