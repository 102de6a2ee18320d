"""Declare: at the left the questions by the article they settle, at the right the comparison with history."""

from game.ui.kit import (
    Button,
    Choice,
    Column,
    Columns,
    Grid,
    Grow,
    Label,
    Pad,
    Pane,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    TextField,
    Theme,
    Widget,
)
from game.ui.screens.compared_text import SIGNS, TONES, verdict_panel
from game.ui.screens.declare_presenter import DeclareGroup, DeclareModel, DeclareRow, Line
from game.ui.screens.frame import bold, chosen, options, page, slanted
from game.ui.screens.pieces import button, links


class DeclareScreen:
    name = "declare"

    def __init__(self, model: DeclareModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        groups: list[Widget] = []
        if len(model.scenarios) > 1:
            choice = Choice("scenario", options(model.scenarios), chosen(model.scenarios))
            groups.append(Panel(choice, pad=12))
        field = model.team
        kept = Row(
            Grow(TextField(field.id, field.text, field.label, limit=field.limit)),
            button(model.keep),
            wrap=False,
        )
        groups.append(Panel(kept, pad=12))
        groups.append(Grid(*map(_group, model.groups), min_width=430, gap=10))
        panes = Columns(
            "declare",
            Pane("rows", model.groups_heading, Scroll("rows", Pad(Column(*groups, gap=10), 3)), 400, 1.1),
            Pane(
                "verdicts",
                model.same.label if model.same is not None else "?",
                Scroll("verdicts", Pad(self._verdicts(), 3)),
                400,
            ),
            gap=10,
        )
        return page(
            model.title,
            panes,
            button(model.back),
            Row(button(model.clear, "quiet"), button(model.as_history), gap=12),
            subtitle=model.intro,
            pad=10,
        )

    def _verdicts(self) -> Widget:
        model = self.model
        rows: list[Widget] = []
        if model.problem:
            rows.append(Panel(Paragraph(model.problem, "lead", colour="red")))
        if model.same is not None:
            short = [each for each in model.lines if each.control.label.isdigit()]
            others = [each for each in model.lines if each not in short]
            summary = Column(
                Paragraph(bold(model.same.label), "title", id=model.same.id),
                Rule("edge", 2),
                Grid(*map(_chip, short), min_width=62, gap=6),
                Row(*map(_chip, others), gap=6),
                gap=8,
            )
            rows.append(Panel(summary, pad=16))
        if model.shown is not None:
            rows.append(verdict_panel(model.shown))
        return Column(*rows, gap=10)


def _chip(line: Line) -> Button:
    tone = "green" if line.finding == "same" else "plain"
    tone = "brass" if line.control.on else tone
    sign = SIGNS.get(line.finding, "?")
    return Button(line.control.id, f"{line.control.label} {sign}", tone=tone, size="label")


def _group(group: DeclareGroup) -> Widget:
    head: list[Widget] = [Grow(links((group.jump,), "link", "body"))]
    if group.finding:
        tone = TONES.get(group.finding, "ink")
        head.append(Label(SIGNS.get(group.finding, "?"), "lead", "control", tone, bold=True))
    rows = [Row(*head, gap=10, wrap=False), *map(_question, group.rows)]
    return Panel(Column(*rows, gap=8), pad=14)


def _question(row: DeclareRow) -> Widget:
    return Column(
        Paragraph((*bold(f"{row.label}.  "), *slanted(row.question)), "label"),
        Choice(("row", row.label), options(row.options), chosen(row.options), min_width=150),
        gap=4,
    )
