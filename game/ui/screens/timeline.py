"""Two courses of the same talks beside each other: one road while they agree, two from where they part."""

import pygame

from game.ui.kit import Canvas, Column, Grid, Grow, Label, Paragraph, Row, Theme, Widget
from game.ui.kit.widget import Size
from game.ui.screens.debrief_model import Departure, Moment
from game.ui.screens.frame import Slip, bold, slanted


def timeline(found: Departure) -> list[Widget]:
    """Return the first departure in a sentence, and the moves up to it and a few beyond on a line."""
    heads = Grid(
        Label(found.history_head, "label", "map", bold=True),
        Label(found.here_head, "label", "map", bold=True),
        min_width=220,
    )
    rows: list[Widget] = [
        Paragraph(bold(found.sentence), "title", "map"),
        Paragraph(slanted(found.heading), colour="faded"),
        Row(Node("", True, "none"), Grow(heads), gap=14, wrap=False),
    ]
    last = len(found.timeline)
    line: list[Widget] = []
    for n, moment in enumerate(found.timeline, start=1):
        ends = "both" if 1 < n < last else "below" if n < last else "above" if n > 1 else "none"
        node = Node(str(n), moment.same, ends)
        line.append(Row(node, Grow(_told(moment)), gap=14, align="fill", wrap=False))
    return [*rows, Column(*line, gap=0)]


def _told(moment: Moment) -> Widget:
    if moment.same:
        return Column(Grid(Slip(Paragraph(moment.history, "label"), "card", 8), columns=1), gap=0, pad=4)
    then = Slip(Paragraph(moment.history, "label"), "card", 8)
    here = Slip(Paragraph(bold(moment.here), "label"), "card", 8)
    return Column(Grid(then, here, min_width=220), gap=0, pad=4)


class Node(Widget):
    """A stop on the line: its number, and = in a disc where the courses agree, ≠ in a square where not."""

    def __init__(self, number: str, same: bool, ends: str) -> None:
        self.number, self.same, self.ends = number, same, ends

    def _side(self, theme: Theme) -> int:
        return round(theme.size("label") * 1.8)

    def minimum(self, theme: Theme) -> int:
        return self._side(theme) * 2

    def size(self, theme: Theme, width: int) -> Size:
        return self._side(theme) * 2, self._side(theme)

    def draw(self, canvas: Canvas) -> None:
        if not self.number:
            return
        theme, side = canvas.theme, self._side(canvas.theme)
        spot = pygame.Rect(self.rect.x + side, self.rect.y, side, side)
        spot.centery = self.rect.centery
        top = self.rect.top if self.ends in ("both", "above") else spot.centery
        foot = self.rect.bottom if self.ends in ("both", "below") else spot.centery
        line = pygame.Rect(spot.centerx - theme.px(1), top, theme.px(3), foot - top)
        canvas.box(line, "faded", None, radius=0, host=False)
        ground = "green" if self.same else "red"
        canvas.box(spot, ground, "ink", radius=side if self.same else 3, host=False)
        sign = "=" if self.same else "≠"
        canvas.text(spot, sign, colour="light", bold=True, align="centre", middle=True)
        number = pygame.Rect(self.rect.x, spot.y, side - theme.px(4), side)
        canvas.text(number, self.number, size="label", colour="faded", bold=True, align="right", middle=True)
