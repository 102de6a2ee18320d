"""The settings: size of text with a sample of it, the language, and what is on or off."""

from game.ui.kit import (
    Align,
    Choice,
    Column,
    Grid,
    Grow,
    Label,
    Pad,
    Panel,
    Paragraph,
    Row,
    Scroll,
    Theme,
    Tick,
    Widget,
)
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
        languages = Choice("language", options(model.languages), chosen(model.languages), min_width=100)
        switches = [
            Tick(each.id, each.label, each.on, each.note, each.enabled, each.reason)
            for each in model.switches
        ]
        left = Column(
            Panel(text, title=model.text_heading, pad=18),
            Panel(languages, title=model.languages_heading, pad=18),
            *self._names(),
            Grow(Panel(self._sample(), title=model.sample_heading, pad=18)),
            gap=14,
        )
        right = Panel(Column(*switches, gap=10), title=model.switches_heading, pad=18)
        body = Column(
            Grid(left, right, min_width=480, gap=14), Label(model.kept, "small", colour="dim"), gap=12
        )
        return page(
            model.title,
            Scroll("settings", Pad(Align(body, "centre", max_width=1240, middle=True), 6)),
            button(model.back),
            Row(button(model.keys), button(model.reset), gap=12),
        )

    def _names(self) -> list[Widget]:
        model = self.model
        if not model.names:
            return []
        names = Choice("names", options(model.names), chosen(model.names), min_width=100)
        return [Panel(names, title=model.names_heading, pad=18)]

    def _sample(self) -> Widget:
        read, typed, small = self.model.sample
        return Column(
            Paragraph(read),
            Paragraph(typed, face="typed"),
            Label(small, "small", colour="faded"),
            gap=10,
        )
