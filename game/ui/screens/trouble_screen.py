"""What went wrong outside the game: a sentence, where it is, what may help, and the way on."""

from game.ui.kit import Align, Column, Label, Pad, Panel, Paragraph, Rule, Scroll, TextField, Theme, Widget
from game.ui.screens.frame import page, slanted
from game.ui.screens.pieces import button
from game.ui.screens.trouble_presenter import Fault, TroubleModel


class TroubleScreen:
    name = "trouble"

    def __init__(self, model: TroubleModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        rows: list[Widget] = [Paragraph(model.sentence, "lead")]
        if model.folder is not None:
            field = model.folder
            rows.append(TextField(field.id, field.text, field.label, limit=field.limit))
        rows += [_fault(fault) for fault in model.faults]
        if model.more:
            rows.append(Label(model.more, colour="faded"))
        body = Align(Panel(Column(*rows, gap=14), pad=22), "centre", max_width=880)
        *before, last = model.controls
        others = [button(control, "brass" if n == 0 else "plain") for n, control in enumerate(before)]
        foot = [button(last, "plain" if others else "brass"), *others]
        return page(model.title, Scroll("trouble", Pad(Column(body), 4)), *foot)


def _fault(fault: Fault) -> Widget:
    sign = "■" if fault.is_error else "□"
    rows: list[Widget] = [
        Rule(),
        Label(
            f"{sign}  {fault.code}   {fault.where}", "small", "typed", "red" if fault.is_error else "amber"
        ),
        Paragraph(fault.message),
    ]
    if fault.suggestion:
        rows.append(Paragraph(slanted(fault.suggestion), colour="faded"))
    return Column(*rows, gap=4)
