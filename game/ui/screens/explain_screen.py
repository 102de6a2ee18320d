"""The answer to "why?" as a slip of paper over the screen that was asked."""

from game.ui.kit import Column, Dialog, Label, Overlay, Paragraph, Row, Scroll, Space, Widget
from game.ui.kit.layout import Grow
from game.ui.screens.parts import Explanation
from game.ui.screens.pieces import button


def explained(base: Widget, explanation: Explanation | None) -> Widget:
    """Return `base`, with the explanation over it if there is one; Esc and its button close it."""
    if explanation is None:
        return base
    return Overlay(base, explanation_dialog(explanation))


def explanation_dialog(explanation: Explanation) -> Dialog:
    """Return the chain of reasons: the result first, in larger words, each step below it, the source last."""
    first, *chain = explanation.lines
    steps = [
        Row(Label("•", colour="amber", bold=True), Grow(Paragraph(line)), align="top", wrap=False)
        for line in chain
    ]
    body = Column(Paragraph(first, "lead"), *([Space(2)] if steps else []), *steps, gap=7)
    closing = (button(explanation.close, "brass"),) if explanation.close is not None else ()
    return Dialog(explanation.title, Scroll("explanation", body, min_height=420), closing)
