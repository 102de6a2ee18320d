"""A document drawn: a typed paper on the baize, with its date, its citation, and a search for words."""

from game.ui.kit import (
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
    Paragraph,
    Row,
    Rule,
    Scroll,
    Sheet,
    Span,
    TextField,
    Theme,
    Widget,
)
from game.ui.screens.document_presenter import DocumentModel
from game.ui.screens.pieces import button, noted


class DocumentScreen:
    """A paper to be read."""

    name = "document"

    def __init__(self, model: DocumentModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        bar = HeaderBar(model.title, model.date, button(model.back, "brass", size="label"))
        if theme.wide(400 + 260) + theme.px(60) > size[0]:
            whole = Column(self._paper(False), Panel(self._beside(False), pad=14), gap=12, pad=4)
            return Column(bar, Grow(Pad(Scroll("paper", whole), 8)), gap=0)
        middle = Columns(
            "columns",
            Pane("paper", model.title, self._paper(True), 400, 2),
            Pane("beside", model.search.label, Panel(self._beside(True), pad=14), 260, 1),
            gap=16,
        )
        return Column(bar, Grow(Pad(middle, 18, 14)), gap=0)

    def _paper(self, scrolls: bool) -> Widget:
        model = self.model
        words: list[Widget] = [
            Label(model.title, "title", "heading", bold=True, align="centre"),
            Label(model.date, "label", "typed", align="centre"),
            Rule(),
        ]
        for paragraph in model.paragraphs:
            spans = tuple(Span(text, bold=found, mark="focus" if found else "") for text, found in paragraph)
            words.append(Paragraph(spans, "body", "typed"))
        words.append(Rule())
        words += [
            Label(line, "small", "reading", "faded", italic=True)
            for line in (model.label, model.source)
            if line
        ]
        body = Column(*words, gap=12)
        return Sheet(Scroll("paper", body) if scrolls else body, pad=30 if scrolls else 16)

    def _beside(self, scrolls: bool) -> Widget:
        model = self.model
        field = TextField(model.search.id, model.search.text, model.search.label, 1, model.search.limit)
        parts: list[Widget] = [field]
        if model.found:
            parts.append(Label(model.found, "label", colour="green", bold=True))
        if model.use is not None:
            parts += [Rule(), noted(model.use, "brass", icon="papers")]
        rows = tuple(ListRow(each.label, each.id, "", each.note) for each in model.others)
        if rows:
            papers = ListView("papers", rows, face="reading")
            parts += [
                Rule(),
                Grow(papers)
                if scrolls
                else Column(*(Row(button(each, size="label")) for each in model.others), gap=7),
            ]
        return Column(*parts, gap=10)
