"""The debrief, one step at a time: a rail of steps, the step on paper, back and next at the foot."""

from game.ui.kit import (
    Button,
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
    Sheet,
    Space,
    TextField,
    Theme,
    Widget,
)
from game.ui.screens.chart import chart_panel
from game.ui.screens.compared_text import verdict_panel
from game.ui.screens.debrief_presenter import DebriefModel, Departure, MarkLine, OtherWay, StepKind
from game.ui.screens.frame import Slip, bold, page, prose, slanted
from game.ui.screens.pieces import button
from game.ui.screens.table_model import LogEntry

VOICES = {"you": "green", "they": "amber", "other": "faded"}
BULLETS = {"you": "■", "they": "▲", "other": "·"}


class DebriefScreen:
    name = "debrief"

    def __init__(self, model: DebriefModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        parts = Column(*self._parts(), gap=12)
        steps = [
            Button(each.id, f"{n}. {each.label}", tone="brass" if each.on else "quiet", size="label")
            for n, each in enumerate(model.steps, start=1)
        ]
        # Each step scrolls, and where there is no room for the rail has its tabs, on its own.
        body = Columns(
            ("debrief", model.number),
            Pane("step", model.title, Scroll(("step", model.number), Pad(parts, 4)), 560, 3.2),
            Pane(
                "steps", f"{model.number} / {model.of}", Scroll("steps", Pad(Column(*steps, gap=5), 4)), 220
            ),
            gap=14,
        )
        foot: list[Widget] = [button(model.previous) if model.previous is not None else Space()]
        foot.append(button(model.next, "brass", size="lead"))
        return page(model.title, body, *foot, subtitle=f"{model.number} / {model.of} · {model.party}")

    def _parts(self) -> list[Widget]:
        model = self.model
        inside: list[Widget] = []
        if model.step is StepKind.OUT:
            heads = [Paragraph(line, "title", "map", align="centre") for line in model.lines]
            return [Sheet(Column(*heads, gap=24), pad=44)]
        if model.lines:
            first, *rest = model.lines
            inside.append(Paragraph(first, "lead"))
            if model.chart is not None:
                inside.append(chart_panel(model.chart))
            inside += [Paragraph(line) for line in rest]
        for asked, told in model.plan:
            inside += [*([Rule()] if inside else []), Paragraph(bold(asked)), Paragraph(told, face="typed")]
        inside += [_mark(mark) for mark in model.marks]
        if model.departure is not None:
            inside += _departure(model.departure)
        for field in model.ticket:
            inside.append(TextField(field.id, field.text, field.label, lines=3, limit=field.limit))
        if model.story:
            inside += [Rule(), *(_entry(entry) for entry in model.story)]
        if model.sources:
            inside += [Rule(), *(Paragraph(slanted(each), "small", colour="faded") for each in model.sources)]
        panels: list[Widget] = [Panel(Column(*inside, gap=9), pad=20)] if inside else []
        panels += [verdict_panel(each) for each in model.verdicts]
        if model.ways:
            panels.append(Grid(*(_way(each) for each in model.ways), min_width=340, gap=14))
        return panels


def _mark(mark: MarkLine) -> Widget:
    pips = Label("●" * mark.score + "○" * (2 - mark.score), "body", colour="green", bold=True)
    return Row(pips, Grow(Paragraph(mark.text)), gap=12, align="top", wrap=False)


def _departure(found: Departure) -> list[Widget]:
    rows: list[Widget] = [
        Paragraph(bold(found.sentence), "lead"),
        Paragraph(slanted(found.heading), colour="faded"),
    ]
    for number, moment in enumerate(found.timeline, start=1):
        sign = Label(
            f"{number} {'=' if moment.same else '≠'}", colour="green" if moment.same else "red", bold=True
        )
        if moment.same:
            told: Widget = Paragraph(moment.history)
        else:
            then, here = (
                Slip(Paragraph(moment.history), "card", 8),
                Slip(Paragraph(bold(moment.here)), "card", 8),
            )
            told = Grid(then, here, min_width=240)
        rows += [Rule(gap=1), Row(sign, Grow(told), gap=12, align="top", wrap=False)]
    return rows


def _entry(entry: LogEntry) -> Widget:
    sign = Label(
        BULLETS.get(entry.voice, "·") if not entry.indent else "  ", "small", colour=VOICES[entry.voice]
    )
    words = Paragraph(entry.text if entry.indent else bold(entry.text), "label", colour="ink")
    return Row(sign, Grow(words), gap=8, align="top", wrap=False)


def _way(way: OtherWay) -> Widget:
    return Sheet(Column(Paragraph(bold(way.title), "title", "map"), Rule(), prose(way.lines), gap=8), pad=22)
