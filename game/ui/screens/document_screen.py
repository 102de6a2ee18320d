"""A document drawn: a typed sheet with its letterhead, stamp and citation, and words to search for."""

from game.ui.kit import (
    Align,
    Column,
    Columns,
    Grow,
    HeaderBar,
    Label,
    ListRow,
    ListView,
    Pad,
    Pane,
    Panel,
    Row,
    Rule,
    Scroll,
    Sheet,
    Space,
    Span,
    TextField,
    Theme,
    Widget,
)
from game.ui.screens.document_presenter import DocumentModel
from game.ui.screens.matches import FOUND, Matched, NextMatch
from game.ui.screens.pieces import button, noted, roomy
from game.ui.screens.stationery import Stamp, letterhead

WIDE = 840  # unscaled pixels as words see them; below, what stands beside the paper lies under it


class DocumentScreen:
    """A paper to be read."""

    name = "document"

    def __init__(self, model: DocumentModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        bar = HeaderBar(model.title, model.date, button(model.back, "brass", size="label"))
        words = [
            Matched(
                tuple(Span(text, bold=found, mark=FOUND if found else "") for text, found in each),
                "lead",
                "typed",
            )
            for each in model.paragraphs
        ]
        if roomy(theme, size) >= WIDE:
            # As high as its words: a short paper is a short sheet.
            paper = Scroll(
                "paper", Column(Align(Sheet(self._paper(words), pad=38), "centre", max_width=780), pad=8)
            )
            beside = Panel(self._beside(paper, words, scrolls=True), pad=16)
            body: Widget = Columns(
                "columns",
                Pane("paper", model.title, paper, 420, 2.3),
                Pane("beside", model.search.label, beside, 260, 1),
                gap=16,
            )
        else:
            whole = Column(gap=12, pad=4)
            paper = Scroll("paper", whole)
            beside = Panel(self._beside(paper, words, scrolls=False), pad=14)
            whole.widgets = (Sheet(self._paper(words), pad=18), beside)
            body = paper
        made = Column(bar, Grow(Pad(body, 12, 10)), gap=0)
        made.begin = model.back.id
        return made

    def _paper(self, words: list[Matched]) -> Widget:
        model = self.model
        head = Column(
            Label(model.title, "title", "typed", bold=True),
            *([Label(model.date, "body", "typed")] if model.date else []),
            gap=4,
        )
        return Column(
            letterhead(model.parties, model.letterhead, model.note),
            Space(2),
            Row(Grow(head), *([Stamp(model.stamp)] if model.stamp else []), gap=16, align="top"),
            Space(2),
            *words,
            Space(8),
            Rule(),
            *([Label(model.label, "label", "reading", bold=True)] if model.label else []),
            *([Label(model.source, "label", "reading", "faded", italic=True)] if model.source else []),
            gap=10,
        )

    def _beside(self, paper: Scroll, words: list[Matched], *, scrolls: bool) -> Widget:
        model = self.model
        parts: list[Widget] = [
            TextField(model.search.id, model.search.text, model.search.label, 1, model.search.limit)
        ]
        if model.found:
            found = Label(model.found, "label", colour="green" if model.count else "red", bold=True)
            step = (
                [NextMatch("next_match", model.next_match, paper, words, model.count)] if model.count else []
            )
            parts.append(Row(found, *step, gap=12))
        if model.use is not None:
            parts += [Rule(), noted(model.use, "brass", icon="papers")]
        rows = tuple(ListRow(each.label, each.id, "", each.note) for each in model.others)
        if rows:
            parts += [Rule(), Label(model.others_title, "label", bold=True)]
            listed = ListView("papers", rows, face="reading", min_height=120 if scrolls else 900)
            parts.append(Grow(listed) if scrolls else listed)
        return Column(*parts, gap=10)
