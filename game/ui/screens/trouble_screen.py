"""What went wrong outside the game: a sentence, the lines that are meant, what may help, and the way on."""

from game.ui.kit import (
    Align,
    Column,
    Label,
    Pad,
    Panel,
    Paragraph,
    Row,
    Scroll,
    Span,
    TextField,
    Theme,
    Widget,
)
from game.ui.screens.frame import Slip, Told, page, slanted
from game.ui.screens.pieces import button
from game.ui.screens.trouble_presenter import Excerpt, Fault, TroubleModel


class TroubleScreen:
    name = "trouble"

    def __init__(self, model: TroubleModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        rows: list[Widget] = [Paragraph(model.sentence, "lead")]
        if model.count:
            rows.append(Label(model.count, bold=True, colour="red"))
        if model.folder is not None:
            field = model.folder
            rows.append(TextField(field.id, field.text, field.label, limit=field.limit))
        rows += [
            Told(f"fault:{n}", fault.message, fault_slip(fault), reach=0)
            for n, fault in enumerate(model.faults)
        ]
        if model.more:
            rows.append(Label(model.more, colour="faded"))
        # A list of faults hangs from the head of the screen, a few words stand in its middle.
        sheet = Panel(Column(*rows, gap=12), pad=22)
        body: Widget = Align(sheet, "centre", max_width=700, middle=True)
        if model.faults:
            body = Column(Align(sheet, "centre", max_width=1000))
        *before, last = model.controls
        others = [button(control, "brass" if n == 0 else "plain") for n, control in enumerate(before)]
        foot = [button(last, "plain" if others else "brass"), *([Row(*others, gap=12)] if others else [])]
        whole = page(model.title, Scroll("trouble", Pad(body, 4)), *foot)
        if model.faults:  # a list is read from its head: what to do has the focus first
            whole.begin = model.controls[0].id
        return whole


def fault_slip(fault: Fault) -> Slip:
    """Return a fault on a slip: where, what kind, the sentence, the line with its stretch, what may help."""
    colour = "red" if fault.is_error else "amber"
    sign = "■" if fault.is_error else "□"
    head = Row(
        Label(f"{sign} {fault.kind} {fault.code}", "small", "typed", colour, bold=True),
        Label(fault.where, "small", "typed", "faded"),
        gap=18,
        lines=2,
    )
    rows: list[Widget] = [head, Paragraph(fault.message)]
    if fault.excerpt is not None:
        rows.append(Paragraph(_marked(fault.excerpt), "label", "typed"))
    if fault.suggestion:
        rows.append(Paragraph(slanted(fault.suggestion), "label", colour="green"))
    return Slip(Column(*rows, gap=5), pad=14)


def _marked(line: Excerpt) -> tuple[Span, ...]:
    return (
        Span(f"{line.number} | ", colour="faded"),
        Span(line.before),
        Span(line.marked, bold=True, mark="edge", colour="ink"),
        Span(line.after),
    )
