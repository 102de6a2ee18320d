"""The strip over a table of a class drawn: a slim dark bar above whatever is shown."""

from game.ui.kit import Grow, Label, Paragraph, Row, Space, Theme, Widget
from game.ui.kit.text import Span
from game.ui.screens.class_strip_presenter import ClassStripModel
from game.ui.screens.pieces import links, roomy
from game.ui.screens.top_bar import Bar

ROOMY = 760  # unscaled pixels as words see them


def class_strip(model: ClassStripModel, theme: Theme, size: tuple[int, int]) -> Widget:
    """Return the strip: the table, its clock, and what may be done."""
    name = Paragraph(
        (Span(model.name.label, link=model.name.id, colour="gilt", bold=True),), "small", "control"
    )
    clock = [Label(model.clock, "small", "control", "gilt" if model.late else "light", bold=True)]
    deeds = links(model.deeds, size="small")
    if roomy(theme, size) < ROOMY:
        return Bar(Row(name, *(clock if model.clock else ()), deeds, gap=14, lines=4), down=2)
    return Bar(
        Row(Grow(name), *(clock if model.clock else ()), Space(6), deeds, gap=16, align="middle"), down=2
    )
