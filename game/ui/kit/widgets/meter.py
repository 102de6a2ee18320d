"""A meter: pips that can be counted and words that say what they mean; never a colour alone."""

from collections.abc import Hashable, Iterator

import pygame

from game.ui.intents import Intent, Why
from game.ui.kit.canvas import Canvas
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget

FILLS = {"green": (104, 160, 120), "brass": (214, 178, 98), "red": (206, 92, 84)}


class Meter(Widget):
    """`value` of `most`; up to 12 pips, above that a bar. `dark` says that it stands on baize."""

    def __init__(
        self,
        id: Hashable,
        label: str,
        value: int,
        most: int,
        words: str = "",
        tone: str = "green",
        dark: bool = True,
        hint: str = "",
    ) -> None:
        self.id, self.label, self.value, self.most = id, label, value, max(1, most)
        self.words, self.tone, self.dark, self.hint = words, tone, dark, hint

    def _text(self) -> str:
        return self.words or f"{self.value}/{self.most}"

    def _pips(self, theme: Theme) -> tuple[int, int]:
        high = max(8, theme.size("small") * 3 // 5)
        return (high * self.most + theme.px(2) * (self.most - 1)) if self.most <= 12 else high * 10, high

    def minimum(self, theme: Theme) -> int:
        label = narrowest(self.label, "control", theme.size("label"), bold=True)
        words = narrowest(self._text(), "control", theme.size("small"))
        return max(label, words, self._pips(theme)[0])

    def _blocks(self, theme: Theme, width: int) -> tuple[int, int, int]:
        """Return the width of the whole and the heights of label and words; side by side if it fits."""
        label = wrap(self.label, "control", theme.size("label"), width, bold=True)
        words = wrap(self._text(), "control", theme.size("small"), width)
        return max(label.width, words.width, self._pips(theme)[0]), label.height, words.height

    def size(self, theme: Theme, width: int) -> Size:
        wide, label, words = self._blocks(theme, width)
        return wide, label + self._pips(theme)[1] + words + 2 * theme.px(3)

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        _, label_high, _ = self._blocks(theme, rect.w)
        ink, dim = ("light", "dim") if self.dark else ("ink", "faded")
        top = pygame.Rect(rect.x, rect.y, rect.w, label_high)
        canvas.text(top, self.label, size="label", colour=ink, bold=True)
        wide, high = self._pips(theme)
        y = top.bottom + theme.px(3)
        line = theme.colour("dim" if self.dark else "faded")
        fill = FILLS[self.tone] if self.dark else theme.colour({"brass": "amber"}.get(self.tone, self.tone))
        if self.most <= 12:
            for n in range(self.most):
                pip = pygame.Rect(rect.x + n * (high + theme.px(2)), y, high, high)
                # A full pip is filled, an empty one is only an outline: told apart without colour.
                canvas.box(
                    pip,
                    fill if n < self.value else None,
                    fill if n < self.value else line,
                    radius=2,
                    host=False,
                )
        else:
            canvas.box(pygame.Rect(rect.x, y, wide, high), None, line, radius=2, host=False)
            canvas.box(
                pygame.Rect(rect.x, y, max(2, wide * max(0, min(self.value, self.most)) // self.most), high),
                fill, None, radius=2, host=False,
            )  # fmt: skip
        foot = pygame.Rect(rect.x, y + high + theme.px(3), rect.w, rect.bottom - y - high - theme.px(3))
        canvas.text(foot, self._text(), size="small", colour=dim)

    def own_items(self) -> Iterator[Item]:
        told = f"{self.label}: {self.value} / {self.most}" + (f". {self.words}" if self.words else "")
        yield Item(self.id, self.rect, told, "meter", hint=self.hint)

    def do(self, id: Hashable) -> Intent | None:
        return Why(self.id)
