"""Who sits at this table, on one sheet: the name, the side, the teams with their roles."""

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
    TextField,
    Theme,
    Widget,
)
from game.ui.screens.frame import bold, chosen, options, page
from game.ui.screens.pieces import button
from game.ui.screens.seating_presenter import SeatingModel, TeamModel
from game.ui.screens.stationery import Flag


class SeatingScreen:
    name = "seating"

    def __init__(self, model: SeatingModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        field = TextField(model.table.id, model.table.text, model.table.label, limit=model.table.limit)
        sides = Choice("sides", options(model.sides), chosen(model.sides), min_width=140)
        left = Column(
            Panel(field, title=model.table_heading, pad=18),
            Panel(sides, title=model.side_heading, pad=18),
            Panel(Column(*map(Paragraph, model.laid), gap=6), title=model.laid_heading, pad=18),
            gap=14,
        )
        parts: list[Widget] = [left]
        if model.teams:
            teams = Column(*map(_team, model.teams), gap=18)
            parts.append(Panel(teams, title=model.teams_heading, pad=18))
        body = Align(Grid(*parts, min_width=420, gap=14), "centre", max_width=1240, middle=True)
        whole = page(
            model.title,
            Scroll("seating", Pad(body, 6)),
            button(model.back),
            Row(button(model.begin, "brass")),
            subtitle=model.talks,
        )
        whole.begin = model.table.id if not model.table.text else model.begin.id
        return whole


def _team(team: TeamModel) -> Widget:
    head = Row(Flag(team.flag, 26), Grow(Label(team.party, "lead", "heading", bold=True)), gap=10, wrap=False)
    name = TextField(team.name.id, team.name.text, team.name.label, limit=team.name.limit)
    roles: list[Widget] = []
    if team.roles:
        roles = [Paragraph(bold(team.roles_heading), "label"), Paragraph("  ·  ".join(team.roles), "label")]
    return Column(head, name, *roles, gap=8)
