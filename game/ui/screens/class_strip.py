"""The strip over a table of a class drawn: a slim dark bar above whatever is shown."""

from game.ui.kit import Grow, Label, Paragraph, Row, Space, Theme, Widget
from game.ui.kit.text import Span
from game.ui.screens.class_strip_presenter import ClassStripModel
from game.ui.screens.pieces import links, roomy
from game.ui.screens.top_bar import Bar

ROOMY = 760  # unscaled pixels as words see them
SIGN, DEEDS = 7, 240  # of a small sign, and of what can be done, about; roles beyond that are told when asked


def class_strip(model: ClassStripModel, theme: Theme, size: tuple[int, int]) -> Widget:
    """Return the strip: the table, its clock, and what may be done."""
    name = Paragraph(
        (Span(model.name.label, link=model.name.id, colour="gilt", bold=True),), "small", "control"
    )
    tone = "gilt" if model.late else "light"
    clock = [Label(model.clock, "small", "control", tone, bold=True)] if model.clock else []
    deeds = links(model.deeds, size="small")
    room = roomy(theme, size)
    if room < ROOMY:
        return Bar(Row(name, *clock, deeds, gap=14, lines=4), down=2)
    signs = len(model.name.label) + len(model.roles) + len(model.clock)
    roles = [Label(model.roles, "small", colour="dim")] if SIGN * signs < room - DEEDS else []
    return Bar(Row(name, *roles, Grow(Space()), *clock, Space(6), deeds, gap=16, align="middle"), down=2)
