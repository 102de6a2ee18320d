"""The tabs beside the board: documents, log, draft treaty, notebook."""

from game.ui.kit import Column, Label, ListRow, ListView, Panel, Paragraph, Scroll, Sheet, Space, Tab, Widget
from game.ui.screens.table_model import LogEntry, TabsModel

TONES = {"you": "green", "they": "red", "other": ""}


def side_tabs(model: TabsModel) -> tuple[Tab, ...]:
    """Return the four tabs with what they hold; their keys are the ids of the model's controls."""
    drawn = {"documents": documents, "log": log, "draft": draft, "notebook": notebook}
    return tuple(
        Tab(control.id, control.label, drawn[control.id.removeprefix("tab:")](model))
        for control in model.tabs
    )


def documents(model: TabsModel) -> Widget:
    """Return the papers that may be opened."""
    rows = tuple(ListRow(each.label, each.id, "", each.note) for each in model.documents)
    return Panel(ListView("documents", rows, face="reading"), pad=10)


def log(model: TabsModel) -> Widget:
    """Return what has happened, the newest last."""
    return Panel(ListView("log", tuple(_row(entry) for entry in model.log), end=True, face="reading"), pad=10)


def _row(entry: LogEntry) -> ListRow:
    return ListRow(entry.text, None, TONES[entry.voice] if not entry.indent else "")


def draft(model: TabsModel) -> Widget:
    """Return the instrument as it would read now, typed."""
    head, *rest = model.draft or ("",)
    words = [Label(head, "body", "typed", bold=True, align="centre"), Space(4)]
    words += [Paragraph(line, "label", "typed") for line in rest]
    return Sheet(Scroll("draft", Column(*words, gap=9)), pad=18)


def notebook(model: TabsModel) -> Widget:
    """Return what we believe of them, as notes on a card."""
    lines = tuple(Paragraph(line, "label", "reading") for line in model.notebook)
    return Panel(Scroll("notebook", Column(*lines, gap=7)), pad=14)
