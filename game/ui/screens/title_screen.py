"""The title: the name in the face of the map, what can be done, and the islands in their frame."""

from dataclasses import replace

from game.ui.kit import (
    Align,
    Column,
    Grow,
    Label,
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
from game.ui.screens.frame import slanted
from game.ui.screens.pieces import button, roomy
from game.ui.screens.title_map import TitleMap
from game.ui.screens.title_presenter import TitleModel

ICONS = {
    "continue": "hourglass",
    "new_game": "shaking-hands",
    "go:load": "papers",
    "history": "open-book",
    "go:declare": "scroll-unfurled",
    "go:settings": "cog",
    "go:credits": "quill-ink",
    "quit": "exit-door",
}


class TitleScreen:
    name = "title"

    def __init__(self, model: TitleModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        first = model.controls[0].id
        parts: list[Widget] = [
            Label(model.title.upper(), "display", "map", "light"),
            Rule("gilt", 6),
            Paragraph(slanted(model.subtitle), "lead", colour="dim"),
            Space(10),
        ]
        if model.warning:
            parts.append(Panel(Paragraph(model.warning, colour="red"), pad=10))
        for control in model.controls:
            tone = "brass" if control.id == first else "plain"
            size_of = "lead" if tone == "brass" else "body"
            # What "continue" goes on with is said under it, not in a tip over what stands there.
            parts.append(button(replace(control, note=""), tone, size_of, ICONS.get(control.id, "")))
            if control.id == "continue" and model.last_game:
                parts += [Label(model.last_game, "small", colour="dim"), Space(2)]
        parts += [Space(4), Label(model.version, "small", colour="dim")]
        left = Column(*parts, gap=8)
        if roomy(theme, size) < 900:
            return Scroll("title", Pad(Align(left, "centre", max_width=520), 20))
        column = Scroll("title", Pad(Align(left, "centre", max_width=430, middle=True), 34, 20))
        sheet = Pad(TitleMap(size[1] / theme.scale - 60), 26, 30)
        return Row(Grow(column, 1), Grow(sheet, 1), gap=0, align="fill", wrap=False)
