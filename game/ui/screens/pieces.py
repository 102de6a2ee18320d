"""Small things that several screens are built of: controls as buttons, an explanation over a screen."""

from game.ui.kit import (
    Align,
    Button,
    Column,
    Label,
    Paragraph,
    Widget,
)
from game.ui.kit.text import Span
from game.ui.kit.theme import Theme
from game.ui.screens.parts import Control


def button(
    control: Control, tone: str = "plain", size: str = "body", icon: str = "", shortcut: str = ""
) -> Button:
    """Return a control as a button; its note is told when it has the focus."""
    return Button(
        control.id,
        control.label,
        tone=tone,
        enabled=control.enabled,
        reason=control.reason,
        hint=control.note,
        icon=icon,
        size=size,
        shortcut=shortcut,
    )


def noted(control: Control, tone: str = "plain", colour: str = "faded", icon: str = "") -> Widget:
    """Return a control as a button with its note, or the reason why it is closed, under it."""
    told = control.note if control.enabled else control.reason
    made = Align(button(control, tone, icon=icon), "left")
    return Column(made, Label(told, "small", colour=colour), gap=3) if told else made


def links(
    controls: tuple[Control, ...], colour: str = "gilt", size: str = "label", between: str = "   "
) -> Paragraph:
    """Return controls as links in a line of text."""
    spans: list[Span] = []
    for control in controls:
        if spans:
            spans.append(Span(between))
        spans.append(Span(control.label, link=control.id, colour=colour))
    return Paragraph(tuple(spans), size, "control")


def roomy(theme: Theme, size: tuple[int, int]) -> float:
    """Return the width of the window in unscaled pixels as words see it: half as much at twice the text."""
    return size[0] / (theme.scale * theme.text)
