"""The tabs beside the board: papers, log, draft treaty, notebook."""

import pygame

from game.ui.kit import (
    Choice,
    Column,
    Fold,
    Grow,
    Label,
    Pad,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Sheet,
    Space,
    Tab,
    TextField,
    Theme,
    Widget,
    paint,
)
from game.ui.kit.canvas import Canvas
from game.ui.kit.widget import Size
from game.ui.screens.board_drawn import SIDES
from game.ui.screens.frame import chosen, options
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button, links
from game.ui.screens.table_model import GuessPage, LogEntry, Notes, Paper, TabsModel


def side_tabs(model: TabsModel, *, mine_first: bool) -> tuple[Tab, ...]:
    """Return the four tabs with what they hold; their keys are the ids of the model's controls.

    Args:
        mine_first: whether one's own party is the scenario's first: it has the first marker.
    """
    mine, theirs = SIDES if mine_first else SIDES[::-1]
    titles = {control.id.removeprefix("tab:"): control.label for control in model.tabs}
    drawn = {
        "documents": papers(model.paper, model.documents, model.documents_heading),
        "log": log(model.log, {"you": mine, "they": theirs}, titles["log"]),
        "draft": draft(model.draft),
        "notebook": notebook(model),
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


def log(entries: tuple[LogEntry, ...], markers: dict[str, str], title: str) -> Widget:
    """Return what has happened, the newest last, each deed with the mark of its side."""
    rows = [_entry(entry, markers.get(entry.voice, "") if not entry.indent else "") for entry in entries]
    return Panel(Scroll("log", Column(*rows, gap=5), end=True, label=title), pad=10)


def _entry(entry: LogEntry, marker: str) -> Widget:
    colour = "faded" if entry.indent else "ink"
    words = Paragraph(
        entry.text, "label", "reading", colour, id=entry.ask.id if entry.ask is not None else None
    )
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


def notebook(model: TabsModel) -> Widget:
    """Return what was learnt of them, what we believe of them, question by question, and the other notes."""
    learnt, *others = model.notebook
    rows = _notes(learnt)
    rows += [Rule(gap=1), Label(model.guesses_heading, "label", "reading", bold=True)]
    rows.append(Paragraph(model.guesses_note, "small", "reading", "faded"))
    rows += [_guess(page) for page in model.guesses]
    for part in others:
        rows += [Rule(gap=1), *_notes(part)]
    return Panel(Scroll("notebook", Column(*rows, gap=6)), pad=12)


def _notes(part: Notes) -> list[Widget]:
    return [
        Label(part.heading, "label", "reading", bold=True),
        *(Paragraph(line, "label", "reading") for line in part.lines),
    ]


def _guess(page: GuessPage) -> Widget:
    """Return the page on a question as one line, or open: four answers and a line to write on."""
    fold = Fold(page.fold.id, page.fold.label, page.fold.note)
    if page.words is None:
        told = [Paragraph(page.written, "small", "typed")] if page.written else []
        return Column(fold, *(Pad(each, 18, 0) for each in told), gap=1)
    bands = Choice(page.fold.id, options(page.bands), chosen(page.bands), min_width=100)
    words = TextField(page.words.id, page.words.text, page.words.label, 2, page.words.limit)
    return Column(fold, Pad(Column(bands, words, gap=6), 8, 2), gap=3)
