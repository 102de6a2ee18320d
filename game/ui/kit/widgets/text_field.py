"""The one field for free text: caret, selection, clipboard, words at a time, and an input method's
composition."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

import pygame

from game.ui.intents import Intent, Pressed, Typed
from game.ui.kit.canvas import Canvas
from game.ui.kit.text import Style, line_height, narrowest, width_of, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Key, Memory, Size, Widget


@dataclass
class Typing:
    """What a field keeps: the text, the caret, the other end of the selection, what an input method
    composes."""

    text: str
    given: str  # what the screen gave last; a new value replaces what was typed
    caret: int
    anchor: int
    composing: str = ""
    goal: int | None = None  # the x that up and down try to keep

    @property
    def selected(self) -> tuple[int, int]:
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    def put(self, text: str, limit: int) -> None:
        start, end = self.selected
        room = limit - (len(self.text) - (end - start))
        text = text[: max(0, room)]
        self.text = self.text[:start] + text + self.text[end:]
        self.caret = self.anchor = start + len(text)

    def move(self, to: int, extend: bool) -> None:
        self.caret = max(0, min(len(self.text), to))
        if not extend:
            self.anchor = self.caret

    def word(self, step: int) -> int:
        """Return where the caret stands a word further or back."""
        at = self.caret
        if step < 0:
            while at > 0 and self.text[at - 1].isspace():
                at -= 1
            while at > 0 and not self.text[at - 1].isspace():
                at -= 1
        else:
            while at < len(self.text) and not self.text[at].isspace():
                at += 1
            while at < len(self.text) and self.text[at].isspace():
                at += 1
        return at


_clipboard = ""  # stands in where the system has no clipboard for us


class TextField(Widget):
    def __init__(
        self,
        id: Hashable,
        text: str = "",
        label: str = "",
        lines: int = 1,
        limit: int = 400,
        colour: str = "ink",
    ) -> None:
        self.id, self.text, self.label, self.lines, self.limit, self.colour = (
            id,
            text,
            label,
            lines,
            limit,
            colour,
        )
        self.typing = Typing(text, text, len(text), len(text))
        self._caret: pygame.Rect | None = None

    def adopt(self, memory: Memory) -> None:
        kept = memory.get(("typing", self.id))
        if not isinstance(kept, Typing):
            memory[("typing", self.id)] = self.typing
            return
        if self.text != kept.given and self.text != kept.text:
            kept.text, kept.caret, kept.anchor = self.text, len(self.text), len(self.text)
        kept.given = self.text
        self.typing = kept

    def _style(self, theme: Theme) -> Style:
        return Style("control", theme.size("body"))

    def _label_high(self, theme: Theme, width: int) -> int:
        if not self.label:
            return 0
        return wrap(self.label, "control", theme.size("label"), width, bold=True).height + theme.px(4)

    def minimum(self, theme: Theme) -> int:
        return max(theme.wide(120), narrowest(self.label, "control", theme.size("label"), bold=True))

    def size(self, theme: Theme, width: int) -> Size:
        box = line_height(self._style(theme)) * self.lines + 2 * theme.px(8)
        return min(width, theme.wide(360)), self._label_high(theme, width) + box

    def _box(self) -> pygame.Rect:
        high = self._label_high(self.theme, self.rect.w)
        return pygame.Rect(self.rect.x, self.rect.y + high, self.rect.w, self.rect.h - high)

    def rows(self, theme: Theme, width: int) -> list[tuple[int, int]]:
        """Return the lines of the text as pairs of offsets; together they cover all of it."""
        text, style = self.typing.text, self._style(theme)
        if self.lines == 1:
            return [(0, len(text))]
        rows: list[tuple[int, int]] = []
        start = 0
        for part in text.split("\n"):
            end = start + len(part)
            at = start
            while width_of(style, text[at:end]) > width and end - at > 1:
                stop = at + 1
                while stop < end and width_of(style, text[at : stop + 1]) <= width:
                    stop += 1
                space = text.rfind(" ", at, stop)
                stop = space + 1 if space > at else stop
                rows.append((at, stop))
                at = stop
            rows.append((at, end))
            start = end + 1
        return rows

    def _row_of(self, rows: list[tuple[int, int]], at: int) -> int:
        return max(n for n, (start, _) in enumerate(rows) if start <= at) if rows else 0

    def draw(self, canvas: Canvas) -> None:
        theme, typing, style = canvas.theme, self.typing, self._style(canvas.theme)
        if self.label:
            top = pygame.Rect(self.rect.x, self.rect.y, self.rect.w, self._label_high(theme, self.rect.w))
            canvas.text(top, self.label, size="label", colour=self.colour, bold=True)
        box = self._box()
        canvas.box(box, "card", "ink", radius=3)
        inside = box.inflate(-2 * theme.px(8), -2 * theme.px(8))
        rows = self.rows(theme, inside.w - 2)
        high = line_height(style)
        at_row = self._row_of(rows, typing.caret)
        start = rows[at_row][0]
        caret_x = width_of(style, typing.text[start : typing.caret] + typing.composing)
        # One line slides sideways, several slide up, so that the caret is always seen.
        left = max(0, caret_x - inside.w + 2) if self.lines == 1 else 0
        first = max(0, at_row - self.lines + 1)
        low, last = typing.selected
        with canvas.clipped(inside.inflate(2, 2)):
            for n, (begin, end) in enumerate(rows[first:], first):
                y = inside.y + (n - first) * high
                words = typing.text[begin:end]
                if low < last and low < end + 1 and last > begin:
                    x1 = width_of(style, typing.text[begin : max(begin, low)])
                    x2 = width_of(style, typing.text[begin : min(end, last)])
                    canvas.box(
                        pygame.Rect(inside.x + x1 - left, y, max(2, x2 - x1), high),
                        "gilt",
                        None,
                        radius=0,
                        host=False,
                    )
                if n == at_row and typing.composing:
                    cut = typing.caret - begin
                    words = words[:cut] + typing.composing + words[cut:]
                self._write(canvas, words, pygame.Rect(inside.x - left, y, inside.w, high))
            y = inside.y + (at_row - first) * high
            self._caret = pygame.Rect(inside.x + caret_x - left, y, theme.px(2), high)
            if typing.composing:
                # Underlined as everywhere: it is not yet part of the text.
                wide = width_of(style, typing.composing)
                under = pygame.Rect(self._caret.x - wide, y + high - theme.px(2), wide, theme.px(2))
                canvas.box(under, "ink", None, radius=0, host=False)
            if canvas.focus == self.id:
                canvas.box(self._caret, "red", None, radius=0, host=False)

    def _write(self, canvas: Canvas, words: str, where: pygame.Rect) -> None:
        # What is typed slides under the edge of its field on purpose, so it is drawn as a picture.
        from game.ui.kit.text import ascent_of, drawn, top_of

        style = self._style(canvas.theme)
        if words.strip():
            picture = drawn(style, words, canvas.theme.colour("ink"))
            canvas.image(
                pygame.Rect(where.x, top_of(style, words, where.y + ascent_of(style)), 1, 1), picture
            )

    def caret(self) -> pygame.Rect:
        """Return where the caret was drawn last, for an input method; the field itself before that."""
        return self._caret or self._box()

    def own_items(self) -> Iterator[Item]:
        yield Item(self.id, self._box(), self.label or "text", "field", state=self.typing.text)

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(self.id) if self.lines == 1 else None

    def click(self, spot: tuple[int, int], extend: bool = False) -> None:
        """Put the caret where the pointer is."""
        theme, style = self.theme, self._style(self.theme)
        inside = self._box().inflate(-2 * theme.px(8), -2 * theme.px(8))
        rows = self.rows(theme, inside.w - 2)
        at_row = self._row_of(rows, self.typing.caret)
        first = max(0, at_row - self.lines + 1)
        n = max(0, min(len(rows) - 1, first + (spot[1] - inside.y) // line_height(style)))
        start, end = rows[n]
        caret_x = width_of(style, self.typing.text[rows[at_row][0] : self.typing.caret])
        left = max(0, caret_x - inside.w + 2) if self.lines == 1 else 0
        self.typing.move(self._nearest(start, end, spot[0] - inside.x + left), extend)

    def _nearest(self, start: int, end: int, x: int) -> int:
        style, text = self._style(self.theme), self.typing.text
        return min(range(start, end + 1), key=lambda at: abs(width_of(style, text[start:at]) - x))

    def key(self, id: Hashable, key: Key) -> Intent | bool | None:
        typing = self.typing
        before = typing.text
        if key.name == "editing":
            typing.composing = key.text
            return True
        if key.name == "text":
            typing.composing = ""
            typing.put("".join(c for c in key.text if c.isprintable()), self.limit)
        elif typing.composing:
            return True  # the keys belong to the input method
        elif not self._edit(key):
            return None
        if key.name not in ("up", "down"):
            typing.goal = None
        return Typed(self.id, typing.text) if typing.text != before else True

    def _edit(self, key: Key) -> bool:
        """Do what a key says; False if it is not for a field."""
        typing = self.typing
        chosen = typing.selected[0] != typing.selected[1]
        match key.name:
            case "left" | "right":
                step = -1 if key.name == "left" else 1
                if key.ctrl:
                    typing.move(typing.word(step), key.shift)
                elif chosen and not key.shift:
                    typing.move(typing.selected[0 if step < 0 else 1], False)
                else:
                    typing.move(typing.caret + step, key.shift)
            case "up" | "down" if self.lines > 1:
                return self._line(-1 if key.name == "up" else 1, key.shift)
            case "home" | "end":
                rows = self.rows(self.theme, max(1, self._box().w - 2 * self.theme.px(8) - 2))
                start, end = rows[self._row_of(rows, typing.caret)]
                if key.ctrl:
                    start, end = 0, len(typing.text)
                typing.move(start if key.name == "home" else end, key.shift)
            case "backspace" | "delete":
                if not chosen:
                    step = -1 if key.name == "backspace" else 1
                    typing.move(typing.word(step) if key.ctrl else typing.caret + step, True)
                typing.put("", self.limit)
            case "enter" if self.lines > 1:
                typing.put("\n", self.limit)
            case "a" if key.ctrl:
                typing.anchor, typing.caret = 0, len(typing.text)
            case "c" | "x" if key.ctrl and chosen:
                start, end = typing.selected
                copy(typing.text[start:end])
                if key.name == "x":
                    typing.put("", self.limit)
            case "v" if key.ctrl:
                text = pasted()
                typing.put(text if self.lines > 1 else " ".join(text.split()), self.limit)
            case _:
                return False
        return True

    def _line(self, step: int, extend: bool) -> bool:
        typing, style = self.typing, self._style(self.theme)
        rows = self.rows(self.theme, max(1, self._box().w - 2 * self.theme.px(8) - 2))
        here = self._row_of(rows, typing.caret)
        to = here + step
        if not 0 <= to < len(rows):
            return False  # the arrows leave the field at its first and last line
        if typing.goal is None:
            typing.goal = width_of(style, typing.text[rows[here][0] : typing.caret])
        start, end = rows[to]
        if to + 1 < len(rows) and end == rows[to + 1][0] and end > start:
            end -= 1
        typing.move(self._nearest(start, end, typing.goal), extend)
        return True


def copy(text: str) -> None:
    """Put text on the clipboard."""
    global _clipboard
    _clipboard = text
    try:
        pygame.scrap.put_text(text)
    except (pygame.error, AttributeError):
        return  # no system clipboard; ours serves within the game


def pasted() -> str:
    """Return the text on the clipboard."""
    try:
        return str(pygame.scrap.get_text()) or _clipboard
    except (pygame.error, AttributeError):
        return _clipboard
