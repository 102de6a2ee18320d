"""The frame of most screens: a bar at the head, what it is about on baize, the buttons at the foot."""

from collections.abc import Hashable, Iterator, Sequence

from game.ui.intents import Intent, Pressed
from game.ui.kit import (
    Canvas,
    Column,
    Grow,
    HeaderBar,
    Item,
    Option,
    Pad,
    Panel,
    Paragraph,
    Row,
    Span,
    Widget,
)
from game.ui.kit.text import Words
from game.ui.screens.parts import Control, Said


def page(title: str, body: Widget, *foot: Widget, subtitle: str = "", pad: float = 14) -> Widget:
    """Return a whole screen; the body takes what is left of the window."""
    rows: list[Widget] = [HeaderBar(title, subtitle), Grow(Pad(body, pad))]
    if foot:
        rows.append(Pad(Row(*foot, gap=12, align="middle", spread=len(foot) > 1), 16, 10))
    return Column(*rows, gap=0)


class Slip(Panel):
    """A slip of lighter paper that lies flat on a sheet."""

    def draw(self, canvas: Canvas) -> None:
        canvas.box(self.rect, "card", "edge", radius=3)
        Widget.draw(self, canvas)


class Told(Widget):
    """Several things that are read, and asked why of, as one: one stop for the keys.

    What it holds may be longer than the view; arrows scroll on before they leave it. The ring stands
    `reach` unscaled pixels around it.
    """

    def __init__(self, id: str, label: str, widget: Widget, reach: float = 4) -> None:
        self.id, self.label, self.widget, self.reach = id, label, widget, reach

    def children(self) -> Sequence[Widget]:
        return (self.widget,)

    def items(self) -> Iterator[Item]:
        yield from self.own_items()

    def own_items(self) -> Iterator[Item]:
        reach = 2 * self.theme.px(self.reach)
        yield Item(self.id, self.rect.inflate(reach, reach), self.label, "text")

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(self.id)


def options(controls: Sequence[Control]) -> tuple[Option, ...]:
    """Return controls as the options of a choice; their ids are its values."""
    return tuple(Option(each.id, each.label, each.note, each.enabled, each.reason) for each in controls)


def chosen(controls: Sequence[Control]) -> str | None:
    """Return the id of the control that is on."""
    return next((each.id for each in controls if each.on), None)


def said(value: Said, size: str = "body", face: str = "reading", colour: str = "ink") -> Paragraph:
    """Return a value of a model; where it can be explained it can be focused."""
    return Paragraph(value.text, size, face, colour, id=value.why or None)


def bold(text: str) -> Words:
    """Return words in bold."""
    return (Span(text, bold=True),)


def slanted(text: str) -> Words:
    """Return words in italics."""
    return (Span(text, italic=True),)


def prose(paragraphs: Sequence[str], size: str = "body") -> Column:
    """Return paragraphs one under the other."""
    return Column(*(Paragraph(each, size) for each in paragraphs), gap=9)
