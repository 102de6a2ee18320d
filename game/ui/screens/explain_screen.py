"""The answer to "why?" as a slip of paper over the screen that was asked."""

from game.ui.kit import Column, Dialog, Grow, Label, Overlay, Pad, Paragraph, Row, Rule, Widget
from game.ui.screens import explain_rows
from game.ui.screens.frame import bold, slanted
from game.ui.screens.parts import Explanation
from game.ui.screens.pieces import button


def explained(base: Widget, explanation: Explanation | None) -> Widget:
    """Return `base`, with the explanation over it if there is one; Esc and its button close it."""
    if explanation is None:
        return base
    return Overlay(base, explanation_dialog(explanation))


def explanation_dialog(explanation: Explanation) -> Dialog:
    """Return the chain of reasons: the result in larger words, amounts in a column, the sources last."""
    made = [_drawn(row) for row in explain_rows.rows(explanation)]
    closing = (button(explanation.close, "brass"),) if explanation.close is not None else ()
    dialog = Dialog(explanation.title, Column(*made, gap=7), closing, max_width=680)
    dialog.begin = explanation.close.id if explanation.close is not None else None
    return dialog


def _drawn(row: explain_rows.Row) -> Widget:
    match row.kind:
        case "head":
            made: Widget = Paragraph(bold(row.text), "lead")
        case "amount":
            amount = Label(row.amount, "body", bold=True, align="right")
            made = Row(Grow(Paragraph(row.text)), amount, gap=18, align="top", wrap=False)
        case "total":
            amount = Label(row.amount, "lead", colour="green", bold=True, align="right")
            sum_ = Row(Grow(Paragraph(bold(row.text), "lead")), amount, gap=18, wrap=False)
            made = Column(Rule("ink", 1), sum_, gap=2)
        case "source":
            made = Paragraph(slanted(row.text), "label", colour="faded")
        case _:
            made = Paragraph(row.text)
    return Pad(made, 16, 0) if row.indented else made
