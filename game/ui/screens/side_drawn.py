"""The tabs beside the board: papers, log, draft treaty, notebook."""

import pygame

from game.ui.kit import (
    Column,
    Grow,
    Label,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Sheet,
    Space,
    Tab,
    Theme,
    Widget,
    paint,
)
from game.ui.kit.canvas import Canvas
from game.ui.kit.widget import Size
from game.ui.screens.board_drawn import SIDES
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button, links
from game.ui.screens.table_model import LogEntry, Notes, Paper, TabsModel


def side_tabs(model: TabsModel, *, mine_first: bool) -> tuple[Tab, ...]:
    """Return the four tabs with what they hold; their keys are the ids of the model's controls.

    Args:
        mine_first: whether one's own party is the scenario's first: it has the first marker.
    """
    mine, theirs = SIDES if mine_first else SIDES[::-1]
    drawn = {
        "documents": papers(model.paper, model.documents, model.documents_heading),
        "log": log(model.log, {"you": mine, "they": theirs}),
        "draft": draft(model.draft),
        "notebook": notebook(model.notebook),
    }
    return tuple(
        Tab(control.id, control.label, drawn[control.id.removeprefix("tab:")]) for control in model.tabs
    )


def papers(paper: Paper | None, others: tuple[Control, ...], heading: str) -> Widget:
    """Return one paper as it was typed, the way to the next, and all of them to be read in full."""
    if paper is None:
        return Sheet(Space(1), pad=14)
    turning = Row(
        Grow(Label(paper.count, "small", colour="faded")),
        button(paper.previous, size="small"),
        button(paper.next, size="small"),
        gap=6,
    )
    words: list[Widget] = [
        Label(paper.title, "lead", "heading", bold=True, align="centre"),
        Label(paper.date, "small", "typed", align="centre"),
        *(Paragraph(each, "label", "typed") for each in paper.paragraphs),
    ]
    if paper.source:
        words.append(Label(paper.source, "small", "reading", "faded", italic=True))
    every = Column(Label(heading, "small", bold=True), links(others, "link", "small", between="  ·  "), gap=2)
    body = Column(turning, Rule(gap=0), *words, Rule(gap=1), every, gap=8)
    return Sheet(Scroll(f"paper:{paper.title}", body), pad=12)


def log(entries: tuple[LogEntry, ...], markers: dict[str, str]) -> Widget:
    """Return what has happened, the newest last, each deed with the mark of its side."""
    rows = [_entry(entry, markers.get(entry.voice, "") if not entry.indent else "") for entry in entries]
    return Panel(Scroll("log", Column(*rows, gap=5), end=True, label="log"), pad=10)


def _entry(entry: LogEntry, marker: str) -> Widget:
    colour = "faded" if entry.indent else "ink"
    words = Paragraph(entry.text, "label", "reading", colour)
    return Row(Mark(marker), Grow(words), gap=7, align="top", wrap=False)


class Mark(Widget):
    """The marker of a side at the head of a line; an empty place for nobody's."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def _side(self, theme: Theme) -> int:
        return theme.size("label")

    def minimum(self, theme: Theme) -> int:
        return self._side(theme)

    def size(self, theme: Theme, width: int) -> Size:
        return self._side(theme), self._side(theme) + theme.px(4)

    def draw(self, canvas: Canvas) -> None:
        side = self._side(canvas.theme)
        if self.kind:
            place = pygame.Rect(self.rect.x, self.rect.y + canvas.theme.px(4), side, side)
            canvas.image(place, paint.marker(self.kind, side))


def draft(lines: tuple[str, ...]) -> Widget:
    """Return the instrument as it would read now, typed."""
    head, *rest = lines or ("",)
    words = [Label(head, "body", "typed", bold=True, align="centre"), Space(4)]
    words += [Paragraph(line, "label", "typed") for line in rest]
    return Sheet(Scroll("draft", Column(*words, gap=9)), pad=18)


def notebook(parts: tuple[Notes, ...]) -> Widget:
    """Return what we believe of them, as notes under headings."""
    rows: list[Widget] = []
    for part in parts:
        rows.append(Label(part.heading, "label", "reading", bold=True))
        rows += [Paragraph(line, "label", "reading") for line in part.lines]
        rows.append(Rule(gap=1))
    return Panel(Scroll("notebook", Column(*rows[:-1], gap=6)), pad=12)
