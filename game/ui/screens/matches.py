"""Words that were searched for, and the button that goes from one to the next."""

from collections.abc import Hashable, Sequence

import pygame

from game.ui.intents import Intent, Scrolled
from game.ui.kit import Button, Canvas, Memory, Paragraph, Scroll
from game.ui.kit.text import Span

FOUND = "focus"  # the ground of found words


class Matched(Paragraph):
    """Running text in which one of the words found may be the one that is looked at."""

    looked_at: int | None = None  # which of its own

    def places(self) -> list[pygame.Rect]:
        """Return where the found words lie, each by its first line."""
        found: list[pygame.Rect] = []
        last: Span | None = None
        for y, block in self._laid(self.theme, max(1, self.rect.w)):
            for line in block.lines:
                for piece in line.pieces:
                    if piece.span.mark == FOUND and piece.span is not last:
                        left, top = self.rect.x + piece.x, self.rect.y + y + line.y
                        found.append(pygame.Rect(left, top, piece.width, line.height))
                    last = piece.span
        return found

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        places = self.places() if self.looked_at is not None else []
        if self.looked_at is not None and self.looked_at < len(places):
            canvas.box(places[self.looked_at].inflate(6, 2), None, "red", radius=2, line=2, host=False)


class NextMatch(Button):
    """Scrolls to the next word found, round the end; which it is stands on the button."""

    def __init__(
        self, id: Hashable, label: str, scroll: Scroll, words: Sequence[Matched], count: int
    ) -> None:
        super().__init__(id, label, icon="magnifying-glass", size="label")
        self.label, self.scroll, self.words, self.count = label, scroll, words, count
        self.memory: Memory = {}

    def adopt(self, memory: Memory) -> None:
        self.memory = memory
        self._show(memory.get(self.id))

    def _show(self, at: int | None) -> None:
        """Mark the match that is looked at, and count it on the button."""
        if at is not None:
            at %= self.count
            self.text = f"{self.label} ({at + 1}/{self.count})"
        for each in self.words:
            own = sum(span.mark == FOUND for span in each.text) if not isinstance(each.text, str) else 0
            each.looked_at = at if at is not None and 0 <= at < own else None
            at = None if at is None else at - own

    def do(self, id: Hashable) -> Intent | None:
        at = (self.memory.get(self.id, -1) + 1) % self.count
        self.memory[self.id] = at
        places = [place for each in self.words for place in each.places()]
        if at < len(places):
            self.scroll.reveal(places[at])
        return Scrolled(self.scroll.id, self.scroll.offset)
