"""A few words: a caption, a number, a heading. They wrap where the place is narrow; they never clip."""

import pygame

from game.ui.kit.canvas import Canvas
from game.ui.kit.text import Block, Words, narrowest, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Size, Widget


class Label(Widget):
    def __init__(
        self,
        text: Words,
        size: str = "body",
        face: str = "control",
        colour: str = "ink",
        bold: bool = False,
        italic: bool = False,
        align: str = "left",
    ) -> None:
        self.text, self.role, self.face, self.colour = text, size, face, colour
        self.bold, self.italic, self.align = bold, italic, align

    def minimum(self, theme: Theme) -> int:
        return narrowest(self.text, self.face, theme.size(self.role), self.bold, self.italic)

    def block(self, theme: Theme, width: int) -> Block:
        return wrap(self.text, self.face, theme.size(self.role), width, bold=self.bold, italic=self.italic)

    def size(self, theme: Theme, width: int) -> Size:
        block = self.block(theme, width)
        return block.width, block.height

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        pass

    def draw(self, canvas: Canvas) -> None:
        block = self.block(canvas.theme, self.rect.w)
        canvas.block(self.rect, block, colour=self.colour, align=self.align)
