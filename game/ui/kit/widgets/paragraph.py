"""Running text: paragraphs with bold, italic and links. Each link can be focused and gives
`Pressed(link)`."""

from collections.abc import Hashable, Iterator

import pygame

from game.ui.intents import Intent, Pressed
from game.ui.kit.canvas import Canvas
from game.ui.kit.text import Block, Span, Words, narrowest, plain, spans_of, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget


class Paragraph(Widget):
    """With an `id` the text itself can be focused too, to ask why of it or to have it read aloud."""

    def __init__(
        self,
        text: Words,
        size: str = "body",
        face: str = "reading",
        colour: str = "ink",
        align: str = "left",
        id: Hashable | None = None,
        gap: float = 0.45,
    ) -> None:
        self.text, self.role, self.face, self.colour, self.align = text, size, face, colour, align
        self.id, self.gap = id, gap

    def _parts(self) -> list[tuple[Span, ...]]:
        """Return the paragraphs, cut at newlines."""
        parts: list[list[Span]] = [[]]
        for span in spans_of(self.text):
            for row, text in enumerate(span.text.split("\n")):
                if row:
                    parts.append([])
                if text:
                    parts[-1].append(
                        Span(text, span.bold, span.italic, span.link, span.mark, span.colour, span.face)
                    )
        return [tuple(part) for part in parts]

    def _laid(self, theme: Theme, width: int) -> list[tuple[int, Block]]:
        """Return the paragraphs as blocks, each with its distance from the top."""
        size = theme.size(self.role)
        laid: list[tuple[int, Block]] = []
        y = 0
        for part in self._parts():
            if not part:  # an empty line is half a gap, not a line
                y += round(size * self.gap)
                continue
            block = wrap(part, self.face, size, width)
            laid.append((y, block))
            y += block.height + round(size * self.gap)
        return laid

    def minimum(self, theme: Theme) -> int:
        return narrowest(self.text, self.face, theme.size(self.role))

    def size(self, theme: Theme, width: int) -> Size:
        laid = self._laid(theme, width)
        if not laid:
            return 0, 0
        return max(block.width for _, block in laid), laid[-1][0] + laid[-1][1].height

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        pass

    def draw(self, canvas: Canvas) -> None:
        for y, block in self._laid(canvas.theme, self.rect.w):
            where = pygame.Rect(self.rect.x, self.rect.y + y, self.rect.w, block.height)
            canvas.block(where, block, colour=self.colour, align=self.align)

    def own_items(self) -> Iterator[Item]:
        if self.id is not None:
            yield Item(self.id, self.rect, plain(self.text), "text")
        if not any(span.link is not None for span in spans_of(self.text)):
            return
        told: set[Hashable] = set()
        for y, block in self._laid(self.theme, max(1, self.rect.w)):
            for line in block.lines:
                shift = {
                    "left": 0,
                    "centre": (self.rect.w - line.width) // 2,
                    "right": self.rect.w - line.width,
                }
                for piece in line.pieces:
                    if piece.span.link is None or piece.span.link in told:
                        continue
                    told.add(piece.span.link)
                    x, top = self.rect.x + shift[self.align] + piece.x, self.rect.y + y + line.y
                    rect = pygame.Rect(x, top, piece.width, line.height)
                    yield Item(piece.span.link, rect, piece.span.text, "link")

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(id)
