"""Saved games as folders on the table, the last played first."""

from collections.abc import Iterator

from game.ui.intents import Intent, Pressed, Why
from game.ui.kit import (
    Align,
    Canvas,
    Column,
    Grid,
    Grow,
    Item,
    Label,
    Pad,
    Panel,
    Paragraph,
    Row,
    Scroll,
    Theme,
    Widget,
)
from game.ui.kit.theme import Colour
from game.ui.kit.widgets.button import lighter
from game.ui.screens.frame import page, slanted
from game.ui.screens.load_presenter import LoadModel, SaveRow
from game.ui.screens.pieces import button
from game.ui.screens.stationery import Flag

FEW = 4
"""As many saves lie one under the other; more in two columns where they fit."""


class LoadScreen:
    name = "load"

    def __init__(self, model: LoadModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        rows: list[Widget] = []
        if model.trouble:
            rows.append(Panel(Paragraph(model.trouble, colour="red"), pad=12))
        few = len(model.saves) <= FEW
        if model.saves:
            rows.append(Grid(*map(Folder, model.saves), columns=1 if few else None, min_width=520, gap=12))
        if model.empty:
            nothing = Panel(Paragraph(slanted(model.empty), "lead", colour="faded", align="centre"), pad=40)
            rows.append(Align(nothing, "centre", max_width=620))
        rows += [Label(each, "small", colour="dim") for each in (model.older, model.folder) if each]
        body = Align(Column(*rows, gap=12), "centre", max_width=900 if few else 1500, middle=few)
        return page(
            model.title,
            Scroll("saves", Pad(body, 6)),
            button(model.back),
            subtitle=model.note,
        )


class Folder(Panel):
    """A saved game as a sheet that is pressed as a whole; one that cannot be opened says why."""

    def __init__(self, row: SaveRow) -> None:
        self.row, self.control = row, row.control
        head = Row(
            Grow(Label(row.control.label, "lead", "reading", bold=True)),
            Label(row.saved, "small", colour="faded"),
            gap=16,
            align="middle",
        )
        rows: list[Widget] = [head]
        if row.who:
            rows.append(Label(row.who, bold=True))
        if row.where:
            sign = "■" if row.over else "▲"
            again = [button(row.again, size="small", icon="hourglass")] if row.again is not None else []
            moves = Label(row.moves, "small", colour="faded")
            rows.append(Row(Grow(Label(f"{sign}  {row.where}")), moves, *again, gap=16))
        if row.fault:
            rows.append(Paragraph(row.fault, "label", colour="red"))
        flags = [Column(*(Flag(party, 30) for party in row.flags), gap=8)] if row.flags else []
        body = Row(*flags, Grow(Column(*rows, gap=4)), gap=18, align="top", wrap=False)
        super().__init__(body, "card" if row.control.enabled else "paper", 16)

    def draw(self, canvas: Canvas) -> None:
        if canvas.hover != self.control.id or not self.control.enabled:
            super().draw(canvas)
            return
        ground: Colour = lighter(canvas.theme.colour(self.kind), 0.5)
        canvas.box(self.rect, ground, "brass", radius=5, shadow=10)
        Widget.draw(self, canvas)

    def own_items(self) -> Iterator[Item]:
        row = self.row
        told = ". ".join(part for part in (row.control.label, row.who, row.where, row.moves) if part)
        yield Item(self.control.id, self.rect, told, "card", self.control.enabled, hint="", reason="")

    def do(self, id: object) -> Intent | None:
        return Pressed(self.control.id) if self.control.enabled else Why(self.control.id)
