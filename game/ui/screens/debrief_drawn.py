"""What each step of the debrief looks like on its paper."""

from collections.abc import Callable, Sequence

from game.ui.kit import (
    Align,
    Column,
    Grid,
    Grow,
    Label,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Sheet,
    Space,
    TextField,
    Widget,
)
from game.ui.screens.chart import chart_key, chart_offers, chart_plot
from game.ui.screens.compared_text import text_key, verdict_panel
from game.ui.screens.debrief_model import (
    Believed,
    DebriefModel,
    Disputed,
    Figure,
    MarkLine,
    OtherWay,
    StepKind,
)
from game.ui.screens.frame import Slip, Told, bold, prose, slanted
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button
from game.ui.screens.stationery import EmptyTable, Flag
from game.ui.screens.table_model import LogEntry
from game.ui.screens.timeline import timeline

DEEDS = {"again": "hourglass", "history": "open-book", "export": "papers"}
VOICES = {"you": "green", "they": "amber", "other": "faded"}
BULLETS = {"you": "■", "they": "▲", "other": "·"}


def step_drawn(model: DebriefModel, wide: bool) -> Widget:
    """Return the paper of a step; `wide` says that two may lie side by side."""
    return DRAWN[model.step](model, wide)


def _sheet(model: DebriefModel, *parts: Widget, middle: bool = False, gap: float = 14) -> Widget:
    """Return parts one under the other on a sheet that takes all the room there is."""
    body: Widget = Column(*parts, gap=gap)
    if middle:
        body = Align(body, "centre", max_width=820, middle=True)
    return Panel(Scroll(("step", model.number), body), pad=22)


def _two(model: DebriefModel, wide: bool, left: Sequence[Widget], right: Sequence[Widget]) -> Widget:
    """Return two papers side by side that scroll apart, or one under the other on one sheet."""
    if not wide:
        return _sheet(model, *left, Rule(), *right, gap=9)
    one = Panel(Scroll(("left", model.number), Column(*left, gap=10)), pad=20)
    other = Panel(Scroll(("right", model.number), Column(*right, gap=9)), pad=20)
    return Row(Grow(one, 1), Grow(other, 1), gap=14, align="fill", wrap=False)


def _headed(model: DebriefModel, head: Widget, rest: Widget, wide: bool) -> Widget:
    """Return papers under a head that stays in sight where there is room for it."""
    if wide:
        return Column(head, Grow(Scroll(("step", model.number), rest)), gap=12)
    return Scroll(("step", model.number), Column(head, rest, gap=12))


def _out(model: DebriefModel, wide: bool) -> Widget:
    first, *rest = model.lines
    head = Row(Flag(model.flag, 40), Grow(Paragraph(bold(first), "title", "map")), gap=20, wrap=False)
    return _sheet(
        model,
        head,
        *(Paragraph(slanted(line), "lead") for line in rest),
        Rule(),
        _figures(model.figures),
        Rule(),
        *_questions(model, "lead"),
        middle=True,
        gap=16,
    )


def _plan(model: DebriefModel, wide: bool) -> Widget:
    cards = [
        Slip(Column(Paragraph(bold(asked)), Rule(), Paragraph(told, face="typed"), gap=4), "card", 16)
        for asked, told in model.plan
    ]
    guessed = model.believed is not None and model.believed.marks
    planned: list[Widget] = [
        *(Paragraph(line, "title", "map") for line in model.lines),
        *([Grid(*cards, min_width=400 if wide and guessed else 230, gap=14)] if cards else []),
        *(_beside(each) for each in model.figures),
    ]
    notebook = _believed(model.believed) if model.believed is not None else []
    if not guessed:
        rest = [Rule(), *_questions(model, "lead"), Rule(), *notebook]
        return _sheet(model, *planned, *rest, middle=True)
    return _two(model, wide, [*planned, Rule(), *_questions(model, "body")], notebook)


def _believed(believed: Believed) -> list[Widget]:
    """Return the notebook beside the truth: the score, a line a guess, and a question to think over."""
    rows: list[Widget] = [Label(believed.heading, "title", "map", bold=True)]
    if believed.score is None:
        return [*rows, Paragraph(believed.counted)]
    number = Label(believed.score.label, "display", "heading", "green", bold=True)
    told = Paragraph(believed.score_told, id=believed.score.id)
    beside = Column(told, Paragraph(believed.counted, "label"), gap=2)
    rows.append(Row(number, Grow(beside), gap=18, wrap=False))
    rows += [Rule(), *(_mark(mark, of=3, size="label") for mark in believed.marks)]
    return [*rows, Rule(), Paragraph(bold(believed.question), "lead")]


def _story(model: DebriefModel, wide: bool) -> Widget:
    head, *rest = model.lines
    ending: list[Widget] = [Paragraph(bold(head), "title", "map"), *(Paragraph(line) for line in rest)]
    ending += [Rule()] if model.sources else []
    ending += [Paragraph(slanted(each), "small", colour="faded") for each in model.sources]
    ending += _deeds(model)
    return _two(model, wide, ending, [_entry(entry) for entry in model.story])


def _text(model: DebriefModel, wide: bool) -> Widget:
    if not model.verdicts:
        words = (Paragraph(line, "title", "map", align="centre") for line in model.lines)
        return _sheet(model, EmptyTable(model.flags), *words, middle=True)
    asks = (Paragraph(bold(each.label), "lead", id=each.id) for each in model.asks)
    told = Column(*asks, *(Paragraph(line) for line in model.lines), gap=3)
    head = Panel(Row(Grow(told), text_key(model.key_struck, model.key_added), gap=18), pad=16)
    verdicts = Column(*(verdict_panel(each) for each in model.verdicts), gap=12)
    return _headed(model, head, verdicts, wide)


def _points(model: DebriefModel, wide: bool) -> Widget:
    told = [_ask(each, "lead") for each in model.asks]
    lines = [Paragraph(line, "label") for line in model.lines]
    if model.chart is None:
        return _sheet(model, *told, *lines)
    offers = chart_offers(model.chart)
    if not wide:
        return _sheet(model, *told, *chart_plot(model.chart), chart_key(model.chart), *lines, *offers, gap=7)
    above, plot, below = chart_plot(model.chart)
    left = Panel(Column(*told, above, Grow(plot), below, chart_key(model.chart), gap=6), pad=18)
    right = Panel(Scroll(("right", model.number), Column(*lines, Rule(), *offers, gap=8)), pad=18)
    return Row(Grow(left, 1.9), Grow(right), gap=14, align="fill", wrap=False)


def _process(model: DebriefModel, wide: bool) -> Widget:
    never, *_ = model.lines
    return _sheet(
        model,
        _figures(model.figures),
        Paragraph(bold(never), "lead", align="centre"),
        Rule(),
        *(_mark(mark) for mark in model.marks),
        middle=True,
        gap=11,
    )


def _departure(model: DebriefModel, wide: bool) -> Widget:
    rows = timeline(model.departure) if model.departure is not None else []
    return _sheet(model, *rows, *_deeds(model), Rule(), *_questions(model, "body"), gap=10)


def _other_ways(model: DebriefModel, wide: bool) -> Widget:
    first = Panel(Column(*(Paragraph(line, "lead") for line in model.lines)), pad=16)
    ways = Grid(*(_way(each) for each in model.ways), min_width=340, gap=14)
    return _headed(model, first, ways, wide)


def _disputes(model: DebriefModel, wide: bool) -> Widget:
    first = Panel(
        Column(*(Paragraph(line, "lead" if n == 0 else "body") for n, line in enumerate(model.lines))), pad=16
    )
    cards = Grid(*(_dispute(each) for each in model.disputes), min_width=340, gap=14)
    return _headed(model, first, cards, wide)


def _ticket(model: DebriefModel, wide: bool) -> Widget:
    first, *rest = model.lines
    fields = [TextField(each.id, each.text, each.label, lines=4, limit=each.limit) for each in model.ticket]
    notes = [Paragraph(slanted(line), "label", colour="faded") for line in rest]
    left = [Paragraph(bold(first), "lead"), *fields, *notes, *_deeds(model)]
    return _two(model, wide, left, _questions(model, "lead"))


DRAWN: dict[StepKind, Callable[[DebriefModel, bool], Widget]] = {
    StepKind.OUT: _out,
    StepKind.PLAN: _plan,
    StepKind.STORY: _story,
    StepKind.TEXT: _text,
    StepKind.POINTS: _points,
    StepKind.PROCESS: _process,
    StepKind.DEPARTURE: _departure,
    StepKind.OTHER_WAYS: _other_ways,
    StepKind.DISPUTES: _disputes,
    StepKind.TICKET: _ticket,
}


def _ask(control: Control, size: str = "body") -> Widget:
    """Return a result that can be asked why."""
    return Paragraph(control.label, size, id=control.id)


def _figures(figures: Sequence[Figure]) -> Widget:
    """Return numbers large and side by side, each over what it counts."""
    return Grid(
        *(
            Told(
                each.ask.id,
                each.ask.label,
                Slip(
                    Column(
                        Label(each.number, "display", "heading", "green", bold=True, align="centre"),
                        Label(each.text, "label", colour="faded", align="centre"),
                        gap=2,
                    ),
                    "card",
                    12,
                ),
            )
            for each in figures
        ),
        min_width=140,
        gap=14,
    )


def _beside(figure: Figure) -> Widget:
    """Return a number large, with what it counts beside it."""
    number = Label(figure.number, "display", "heading", "green", bold=True)
    row = Row(number, Grow(Paragraph(figure.text)), gap=18, wrap=False)
    return Told(figure.ask.id, figure.ask.label, row)


def _questions(model: DebriefModel, size: str) -> list[Widget]:
    """Return the things to think about, numbered, under their heading."""
    if not model.prompts:
        return []
    rows: list[Widget] = [Label(model.prompts_title, "lead", "map", bold=True)]
    for n, each in enumerate(model.prompts, start=1):
        number = Label(f"{n}", size, "heading", "amber", bold=True)
        rows.append(Row(number, Grow(Paragraph(each, size)), gap=14, align="top", wrap=False))
    return rows


def _deeds(model: DebriefModel) -> list[Widget]:
    """Return what can be done besides reading on, each with what it does beside it."""
    return [
        Row(
            button(each, icon=DEEDS[each.id]),
            Grow(Paragraph(slanted(each.does), "label", colour="faded")),
            gap=14,
        )
        for each in model.deeds
    ]


def _mark(mark: MarkLine, of: int = 2, size: str = "body") -> Widget:
    pips = Label("●" * mark.score + "○" * (of - mark.score), "lead", colour="green", bold=True)
    return Row(pips, Grow(_ask(mark.ask, size)), gap=16, align="top", wrap=False)


def _entry(entry: LogEntry) -> Widget:
    sign = Label(
        BULLETS.get(entry.voice, "·") if not entry.indent else "  ", "small", colour=VOICES[entry.voice]
    )
    asked = entry.ask.id if entry.ask is not None else None
    words = Paragraph(entry.text if entry.indent else bold(entry.text), "label", colour="ink", id=asked)
    return Row(sign, Grow(words), gap=8, align="top", wrap=False)


def _dispute(dispute: Disputed) -> Widget:
    rows: list[Widget] = [Paragraph(bold(dispute.title), "title", "map"), Paragraph(dispute.text), Rule()]
    for text, sources in dispute.readings:
        rows.append(Paragraph(text))
        rows += [Paragraph(slanted(each), "small", colour="faded") for each in sources]
        rows.append(Rule())
    return Sheet(Column(*rows, Paragraph(bold(dispute.question), "lead"), gap=8), pad=22)


def _way(way: OtherWay) -> Widget:
    rows: list[Widget] = [
        Paragraph(bold(way.title), "title", "map"),
        Paragraph(bold(way.plausibility), "label", colour="amber"),
        Rule(),
        prose(way.lines),
        Space(2),
        *(Paragraph(slanted(each), "small", colour="faded") for each in way.sources),
    ]
    return Sheet(Column(*rows, gap=8), pad=22)
