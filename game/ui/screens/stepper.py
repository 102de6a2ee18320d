"""Numbered steps down a line: those behind with a tick, the present one in brass."""

from collections.abc import Hashable, Iterator

import pygame

from game.ui.intents import Intent, Pressed
from game.ui.kit import Canvas, Theme, Widget, paint
from game.ui.kit.text import Block, narrowest, wrap
from game.ui.kit.widget import Item, Size
from game.ui.screens.parts import Control


class Stepper(Widget):
    """Any step can be gone to; the control that is `on` is the present one."""

    def __init__(self, steps: tuple[Control, ...]) -> None:
        self.steps = steps
        self.now = next((n for n, each in enumerate(steps) if each.on), 0)

    def _disc(self, theme: Theme) -> int:
        return round(theme.size("label") * 1.75)

    def _left(self, theme: Theme) -> int:
        return self._disc(theme) + theme.px(10)

    def minimum(self, theme: Theme) -> int:
        words = (narrowest(each.label, "control", theme.size("label"), bold=True) for each in self.steps)
        return self._left(theme) + max(words) + theme.px(6)

    def _rows(self, theme: Theme, width: int) -> list[tuple[pygame.Rect, Block]]:
        room = max(1, width - self._left(theme) - theme.px(6))
        rows, y = [], 0
        for each in self.steps:
            block = wrap(each.label, "control", theme.size("label"), room, bold=each.on)
            high = max(self._disc(theme), block.height) + theme.px(8)
            rows.append((pygame.Rect(0, y, width, high), block))
            y += high + theme.px(6)
        return rows

    def size(self, theme: Theme, width: int) -> Size:
        rows = self._rows(theme, width)
        wide = max(block.width for _, block in rows) + self._left(theme) + theme.px(6)
        return min(width, wide), rows[-1][0].bottom

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        disc = self._disc(theme)
        rows = self._rows(theme, self.rect.w)
        x = self.rect.x + disc // 2 + theme.px(2)
        ends = [row.move(self.rect.topleft).centery for row in (rows[0][0], rows[-1][0])]
        line = pygame.Rect(x - theme.px(1), ends[0], theme.px(2), ends[1] - ends[0])
        canvas.box(line, "felt", None, radius=0, host=False)
        for n, (each, (row, block)) in enumerate(zip(self.steps, rows, strict=True)):
            row = row.move(self.rect.topleft)
            spot = pygame.Rect(0, 0, disc, disc)
            spot.center = (x, row.centery)
            ground, ink = ("brass", "brass_ink") if each.on else ("dark", "light")
            canvas.box(spot, ground, "gilt" if n <= self.now else "felt", radius=disc, line=2, host=False)
            if n < self.now:
                tick = paint.tick(disc // 2, theme.colour("gilt"))
                canvas.image(tick.get_rect(center=spot.center), tick)
            else:
                canvas.text(
                    spot, str(n + 1), size="label", colour=ink, bold=True, align="centre", middle=True
                )
            words = pygame.Rect(row.x + self._left(theme), row.y, row.w - self._left(theme), row.h)
            lit = each.on or canvas.hover == each.id
            canvas.block(words, block, colour="gilt" if lit else "light", middle=True)

    def own_items(self) -> Iterator[Item]:
        for each, (row, _) in zip(self.steps, self._rows(self.theme, max(1, self.rect.w)), strict=True):
            yield Item(each.id, row.move(self.rect.topleft), each.label, "row")

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(id)
