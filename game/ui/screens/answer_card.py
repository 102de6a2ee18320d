"""An answer to a decision: its digit, what it is, what is believed to follow, and what it is worth."""

from collections.abc import Hashable, Iterator

import pygame

from game.ui.intents import Intent, Pressed, Why
from game.ui.kit import Canvas, Column, Label, Paragraph, Theme, Widget, paint
from game.ui.kit.widget import Item, Size
from game.ui.screens.decision_presenter import Answer
from game.ui.screens.frame import bold


class AnswerCard(Widget):
    """A closed answer keeps its words, shows a lock for its digit, and says why."""

    def __init__(self, answer: Answer, number: int) -> None:
        control = answer.control
        self.control = control
        self.digit = str(number) if control.enabled and number < 10 else ""
        ink = "ink" if control.enabled else "faded"
        words: list[Widget] = [Paragraph(bold(control.label), colour=ink)]
        if control.note:
            words.append(Label(control.note, colour=ink))
        if not control.enabled:
            words.append(Label(control.reason, "label", colour="red", bold=True))
        words += [Label(way, "small", colour="faded") for way in answer.ways]
        self.words = Column(*words, gap=3)
        self.worth = Label(answer.worth, "lead", "heading", ink, bold=True, align="right")
        self.unit = Label(answer.unit, "small", colour="faded", align="right")

    def children(self) -> tuple[Widget, ...]:
        return (self.words, self.worth, self.unit) if self.worth.text else (self.words,)

    def _left(self, theme: Theme) -> int:
        return theme.px(12) + round(theme.size("body") * 1.7) + theme.px(12)

    def _right(self, theme: Theme) -> int:
        if not self.worth.text:
            return theme.px(12)
        least = max(self.worth.least(theme), self.unit.least(theme))
        wish = max(each.measure(theme, theme.wide(100))[0] for each in (self.worth, self.unit))
        return max(least, wish) + 3 * theme.px(12)  # before the line, behind it, at the edge

    def minimum(self, theme: Theme) -> int:
        return self._left(theme) + self.words.least(theme) + self._right(theme)

    def size(self, theme: Theme, width: int) -> Size:
        room = max(1, width - self._left(theme) - self._right(theme))
        w, h = self.words.measure(theme, room)
        number = 0
        if self.worth.text:
            column = self._right(theme) - 3 * theme.px(12)
            number = self.worth.measure(theme, column)[1] + self.unit.measure(theme, column)[1]
        high = max(h, number, round(theme.size("body") * 1.7)) + 2 * theme.px(10)
        return w + self._left(theme) + self._right(theme), high

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        left, right = self._left(theme), self._right(theme)
        room = max(1, rect.w - left - right)
        high = self.words.measure(theme, room)[1]
        self.words.set_in(theme, pygame.Rect(rect.x + left, rect.centery - high // 2, room, high))
        if self.worth.text:
            column = right - 3 * theme.px(12)
            number, unit = (each.measure(theme, column)[1] for each in (self.worth, self.unit))
            x, y = rect.right - theme.px(12) - column, rect.centery - (number + unit) // 2
            self.worth.set_in(theme, pygame.Rect(x, y, column, number))
            self.unit.set_in(theme, pygame.Rect(x, y + number, column, unit))

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        enabled = self.control.enabled
        lit = enabled and canvas.hover == self.control.id
        canvas.paper(rect, "card" if enabled else "closed", radius=6, shadow=8 if enabled else 3)
        side = round(theme.size("body") * 1.7)
        spot = pygame.Rect(rect.x + theme.px(12), rect.centery - side // 2, side, side)
        if enabled:
            canvas.box(spot, "brass" if lit else "felt", "gilt", radius=side, line=2, host=False)
            ink = "brass_ink" if lit else "light"
            canvas.text(spot, self.digit, colour=ink, bold=True, align="centre", middle=True)
        else:
            lock = paint.lock(side * 2 // 3, theme.colour("faded"))
            canvas.image(lock.get_rect(center=spot.center), lock)
        if self.worth.text:
            line = pygame.Rect(rect.right - self._right(theme) + theme.px(12), rect.y + theme.px(10), 1, 0)
            line.h = rect.h - 2 * theme.px(10)
            canvas.box(line, "edge", None, radius=0, host=False)
        super().draw(canvas)

    def own_items(self) -> Iterator[Item]:
        control = self.control
        told = ". ".join(part.rstrip(".") for part in (control.label, control.note) if part)
        yield Item(control.id, self.rect, told, "card", control.enabled, control.reason, "", self.digit)

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(self.control.id) if self.control.enabled else Why(self.control.id)
