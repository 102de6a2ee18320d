"""An issue as a ladder: its options as rungs, the markers of both sides, locks, what is agreed, the gap in
words."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.intents import Chosen, Intent, Why
from game.ui.kit import paint
from game.ui.kit.canvas import Canvas
from game.ui.kit.icons import icon
from game.ui.kit.layout import Grid
from game.ui.kit.text import Words, narrowest, wrap
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Item, Size, Widget
from game.ui.kit.widgets.button import lighter


@dataclass(frozen=True)
class Rung:
    """One option. `state`: "" not proposed, "draft" in the package being composed, "agreed".

    `markers` are sides that last offered it. A locked rung can be chosen to hear why it is locked.
    """

    value: Hashable
    label: str
    markers: tuple[str, ...] = ()
    state: str = ""
    locked: bool = False
    reason: str = ""
    note: str = ""
    signs: str = ""  # what its markers and marks say, in words


MOST_LINES = 9  # of the words on a rung, before its row is left as it is
WORDS = "small"  # the size of the words on a rung: six ladders are to be seen at once


def _marker_size(theme: Theme) -> int:
    return max(theme.px(16), theme.size(WORDS) * 9 // 10)


class _Step(Widget):
    def __init__(self, ladder: Hashable, rung: Rung) -> None:
        self.id, self.ladder, self.rung = (ladder, rung.value), ladder, rung

    def _side(self, theme: Theme) -> int:
        return theme.px(6)

    def _down(self, theme: Theme) -> int:
        return theme.px(3)

    def _sign(self, theme: Theme) -> int:
        """Return the room of the lock, the pen or the tick before the words."""
        return theme.size(WORDS) + theme.px(4) if self.rung.locked or self.rung.state else 0

    def _bold(self) -> bool:
        return bool(self.rung.state)

    def _edges(self, theme: Theme) -> int:
        return self._sign(theme) + 2 * self._side(theme)

    def minimum(self, theme: Theme) -> int:
        words = narrowest(self.rung.label, "control", theme.size(WORDS), bold=True)
        return words + self._edges(theme)

    def size(self, theme: Theme, width: int) -> Size:
        room = max(1, width - self._edges(theme))
        block = wrap(self.rung.label, "control", theme.size(WORDS), room, bold=self._bold())
        return block.width + self._edges(theme), block.height + 2 * self._down(theme)

    def narrowest(self, theme: Theme, lines: int, most: int) -> int:
        """Return the least width at which the words take no more than `lines`; more than `most` if none."""
        low, high = self.least(theme), most + 1
        while low < high:
            middle = (low + high) // 2
            room = max(1, middle - self._edges(theme))
            block = wrap(self.rung.label, "control", theme.size(WORDS), room, bold=self._bold())
            if len(block.lines) <= lines:
                high = middle
            else:
                low = middle + 1
        return low

    def draw(self, canvas: Canvas) -> None:
        theme, rect, rung = canvas.theme, self.rect, self.rung
        fill, border, ink, line = "card", "edge", "ink", 1
        if rung.state == "agreed":
            fill, border, ink, line = "green", "green", "light", 1
        elif rung.state == "draft":
            fill, border, ink, line = "brass", "ink", "brass_ink", 2
        elif rung.locked:
            fill, ink = "closed", "faded"
        ground = theme.colour(fill)
        if canvas.hover == self.id:
            ground = lighter(ground, 0.15)
        canvas.box(rect, ground, border, radius=4, line=line)
        if rung.locked and not rung.state:
            high = theme.px(3)  # a hatched strip at the foot, clear of the words
            strip = pygame.Rect(rect.x + 2, rect.bottom - high - 2, rect.w - 4, high)
            canvas.image(strip, paint.hatch(strip.size, theme.colour("faded"), theme.px(5), 0))
        size, sign = theme.size(WORDS), self._sign(theme)
        words = pygame.Rect(
            rect.x + self._side(theme) + sign, rect.y, rect.w - 2 * self._side(theme) - sign, rect.h
        )
        if sign:
            picture = (
                paint.lock(size, theme.colour(ink)) if rung.locked else paint.tick(size, theme.colour(ink))
            )
            if rung.state == "draft" and not rung.locked:
                picture = _pen(size, theme.colour(ink))
            canvas.image(picture.get_rect(midleft=(rect.x + self._side(theme), rect.centery)), picture)
        canvas.text(
            words, rung.label, size=WORDS, colour=ink, bold=self._bold(), middle=True,
            align="left" if sign else "centre",
        )  # fmt: skip
        self._markers(canvas)

    def _markers(self, canvas: Canvas) -> None:
        """Hang the markers over the upper edge: the Soviet one left, the Japanese one right, history in the
        middle."""
        theme, rect = canvas.theme, self.rect
        size = _marker_size(theme)
        places = {
            "ussr": rect.x + size // 3,
            "japan": rect.right - size - size // 3,
            "history": rect.centerx - size // 2,
        }
        for kind in self.rung.markers:
            x = places.get(kind, rect.x)
            canvas.image(pygame.Rect(x, rect.y - size * 3 // 4, size, size), paint.marker(kind, size))

    def own_items(self) -> Iterator[Item]:
        told = f"{self.rung.label}. {self.rung.note}" if self.rung.note else self.rung.label
        reason = self.rung.reason if self.rung.locked else ""
        free, on = not self.rung.locked, bool(self.rung.state)
        yield Item(
            self.id, self.rect, told, "rung", free, reason, self.rung.note, on=on, state=self.rung.signs
        )

    def do(self, id: Hashable) -> Intent | None:
        # A locked rung may still be asked for: home can widen the orders. The screen answers with the ways.
        return Chosen(self.ladder, self.rung.value)


def _pen(size: int, colour: tuple[int, int, int]) -> pygame.Surface:
    """Return the sign of what is being drafted: a pen's point."""
    k = 4
    n = size * k
    big = pygame.Surface((n, n), pygame.SRCALPHA)
    big.fill((*colour, 0))
    corners = ((0.05, 0.95), (0.18, 0.6), (0.78, 0.04), (0.96, 0.22), (0.4, 0.82))
    pygame.draw.polygon(big, colour, [(n * x, n * y) for x, y in corners])
    return pygame.transform.smoothscale(big, (size, size))


class _Rungs(Widget):
    """Steps in one row, the wordy ones wider so that the row stays low; in several rows where they must."""

    GAP = 5

    def __init__(self, steps: Sequence[_Step], min_width: float) -> None:
        self.steps, self.grid = tuple(steps), Grid(*steps, min_width=min_width, gap=self.GAP)

    def children(self) -> Sequence[Widget]:
        return self.steps

    def minimum(self, theme: Theme) -> int:
        return self.grid.minimum(theme)

    def _widths(self, theme: Theme, width: int) -> list[int] | None:
        """Return the widths in one row with the fewest lines of words, None where no row has room for all."""
        room = width - theme.px(self.GAP) * (len(self.steps) - 1)
        best = [step.least(theme) for step in self.steps]
        if sum(best) > room:
            return None
        for lines in range(1, MOST_LINES):
            wanted = [step.narrowest(theme, lines, room) for step in self.steps]
            if sum(wanted) <= room:
                best = wanted
                break
        return _evened(best, room)

    def size(self, theme: Theme, width: int) -> Size:
        widths = self._widths(theme, width)
        if widths is None:
            return self.grid.measure(theme, width)
        return width, max(step.measure(theme, w)[1] for step, w in zip(self.steps, widths, strict=True))

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        widths = self._widths(theme, rect.w)
        if widths is None:
            self.grid.set_in(theme, rect)
            return
        x = rect.x
        for step, wide in zip(self.steps, widths, strict=True):
            step.set_in(theme, pygame.Rect(x, rect.y, wide, rect.h))
            x += wide + theme.px(self.GAP)


def _evened(widths: list[int], room: int) -> list[int]:
    """Return the widths with what is left of `room` given to the narrowest first."""
    out, left = list(widths), room - sum(widths)
    while left > 0:
        least = min(out)
        narrow = [n for n, wide in enumerate(out) if wide == least]
        above = min((wide for wide in out if wide > least), default=least + left)
        add = max(1, min(above - least, left // len(narrow)))
        for n in narrow[:left]:
            out[n] += add
            left -= add
    return out


class Ladder(Widget):
    """Rungs in a row where they fit, else in several; the title is an item of its own, to ask about the
    issue. `mark` is an icon behind the title: here something is suggested."""

    def __init__(
        self,
        id: Hashable,
        title: str,
        rungs: Sequence[Rung],
        gap: Words = "",
        gap_tone: str = "amber",
        icon: str = "",
        mark: str = "",
        min_rung: float = 84,
    ) -> None:
        self.id, self.title, self.gap, self.gap_tone = id, title, gap, gap_tone
        self.icon, self.mark = icon, mark
        self.rungs = _Rungs([_Step(id, rung) for rung in rungs], min_rung)
        self._head = pygame.Rect(0, 0, 0, 0)

    def children(self) -> Sequence[Widget]:
        return (self.rungs,)

    def _sign(self, theme: Theme) -> int:
        return self._picture(theme) + theme.px(6) if self.icon else 0

    def _picture(self, theme: Theme) -> int:
        return round(theme.size("label") * 1.3)

    def _marked(self, theme: Theme) -> int:
        """Return the room of the mark behind the title."""
        return self._picture(theme) + theme.px(4) if self.mark else 0

    def minimum(self, theme: Theme) -> int:
        title = narrowest(self.title, "reading", theme.size("label"), bold=True)
        gap = narrowest(self.gap, "control", theme.size(WORDS), bold=True)
        return max(title + self._sign(theme) + self._marked(theme), gap, self.rungs.least(theme))

    def _parts(self, theme: Theme, width: int) -> tuple[pygame.Rect, pygame.Rect, int]:
        """Return where title and gap stand from the top left, and the height of the head."""
        sign, marked = self._sign(theme), self._marked(theme)
        title = wrap(self.title, "reading", theme.size("label"), max(1, width - sign - marked), bold=True)
        gap = wrap(self.gap, "control", theme.size(WORDS), width, bold=True)
        heads = pygame.Rect(sign, 0, title.width, title.height)
        right = pygame.Rect(max(0, width - gap.width), 0, gap.width, gap.height)
        bottom = heads.bottom
        if self.gap and heads.right + marked + theme.px(10) + gap.width > width:
            right.topleft = (0, bottom)
            bottom = right.bottom
        elif self.gap:
            right.bottom = max(heads.bottom - theme.px(3), right.h)
            bottom = max(bottom, right.bottom)
        return heads, right, bottom

    def _hang(self, theme: Theme) -> int:
        """Return the room between head and rungs, where the markers hang, partly in the head's own air."""
        marked = any(step.rung.markers for step in self.rungs.steps)
        return _marker_size(theme) * 3 // 4 - theme.px(5) if marked else theme.px(2)

    def size(self, theme: Theme, width: int) -> Size:
        return width, self._parts(theme, width)[2] + self._hang(theme) + self.rungs.measure(theme, width)[1]

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        heads, _, bottom = self._parts(theme, rect.w)
        self._head = pygame.Rect(rect.x, rect.y, heads.right + self._marked(theme), heads.h)
        top = bottom + self._hang(theme)
        high = self.rungs.measure(theme, rect.w)[1]
        self.rungs.set_in(theme, pygame.Rect(rect.x, rect.y + top, rect.w, high))

    def draw(self, canvas: Canvas) -> None:
        theme, size = canvas.theme, self._picture(canvas.theme)
        heads, right, _ = self._parts(theme, self.rect.w)
        if self.icon and (picture := icon(self.icon, size, theme.colour("ink"))):
            canvas.image(picture.get_rect(midleft=(self.rect.x, self._head.centery)), picture)
        title = heads.move(self.rect.topleft)
        canvas.text(title, self.title, size="label", face="reading", bold=True)
        if self.mark and (picture := icon(self.mark, size, theme.colour("amber"))):
            canvas.image(picture.get_rect(midleft=(title.right + theme.px(4), title.centery)), picture)
        if self.gap:
            canvas.text(
                right.move(self.rect.topleft),
                self.gap,
                size=WORDS,
                colour=self.gap_tone,
                bold=True,
                align="right",
            )
        super().draw(canvas)

    def own_items(self) -> Iterator[Item]:
        yield Item(self.id, self._head, self.title, "issue")

    def do(self, id: Hashable) -> Intent | None:
        return Why(self.id)
