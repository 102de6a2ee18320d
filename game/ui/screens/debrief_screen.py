"""The debrief, one step at a time: a rail of steps, the step on paper, back and next at the foot."""

from game.ui.kit import Button, Column, Grid, Grow, Label, Panel, Paragraph, Row, Rule, Scroll, Sheet, TextField, Theme
from game.ui.kit import Widget
from game.ui.screens.chart import chart_panel
from game.ui.screens.compared_text import verdict_panel
from game.ui.screens.debrief_presenter import DebriefModel, Departure, MarkLine, OtherWay
from game.ui.screens.frame import bold, page, prose, slanted
from game.ui.screens.pieces import button, roomy
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
        # Each step scrolls on its own: its place is kept when one comes back to it.
        step = ("debrief", model.number)
        if roomy(theme, size) >= 900:
            rail = Scroll("steps", Column(*steps, gap=5))
            body: Widget = Row(
                Grow(rail, 0.28), Grow(Scroll(step, parts), 1), gap=14, align="fill", wrap=False
            )
        else:
            body = Scroll(step, Column(parts, Grid(*steps, min_width=150, gap=6), gap=14))
        foot = [button(model.previous)] if model.previous is not None else []
        foot.append(button(model.next, "brass", size="lead"))
        return page(model.title, body, *foot, subtitle=f"{model.number} / {model.of} · {model.party}")

    def _parts(self) -> list[Widget]:
        model = self.model
        inside: list[Widget] = []
        if model.lines:
            first, *rest = model.lines
            inside.append(Paragraph(first, "lead"))
            inside += [Paragraph(line) for line in rest]
        for asked, told in model.plan:
            inside += [Rule(), Paragraph(bold(asked)), Paragraph(told, face="typed")]
        if model.chart is not None:
            inside += [Rule(), chart_panel(model.chart)]
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
    return Row(pips, Grow(Paragraph(mark.text)), gap=12, wrap=False)


def _departure(found: Departure) -> list[Widget]:
    rows: list[Widget] = [Paragraph(bold(found.sentence), "lead"), Paragraph(slanted(found.heading), colour="faded")]
    for number, moment in enumerate(found.timeline, start=1):
        sign = Label(f"{number} {'=' if moment.same else '≠'}", colour="green" if moment.same else "red", bold=True)
        if moment.same:
            told: Widget = Paragraph(moment.history)
        else:
            told = Grid(
                Panel(Paragraph(moment.history), "card", 8), Panel(Paragraph(bold(moment.here)), "card", 8), min_width=240
            )
        rows += [Rule(gap=1), Row(sign, Grow(told), gap=12, wrap=False)]
    return rows


def _entry(entry: LogEntry) -> Widget:
    sign = Label(BULLETS.get(entry.voice, "·") if not entry.indent else "  ", "small", colour=VOICES[entry.voice])
    words = Paragraph(entry.text if entry.indent else bold(entry.text), "label", colour="ink")
    return Row(sign, Grow(words), gap=8, wrap=False)


def _way(way: OtherWay) -> Widget:
    return Sheet(Column(Paragraph(bold(way.title), "title", "map"), Rule(), prose(way.lines), gap=8), pad=22)
