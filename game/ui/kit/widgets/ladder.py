"""An issue as a ladder: its options as rungs, the markers of both sides, locks, what is agreed, the gap in
words."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.intents import Chosen, Intent, Pressed, Why
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


def _marker_size(theme: Theme) -> int:
    return max(theme.px(18), theme.size("label") * 9 // 10)


class _Step(Widget):
    def __init__(self, ladder: Hashable, rung: Rung) -> None:
        self.id, self.ladder, self.rung = (ladder, rung.value), ladder, rung

    def _side(self, theme: Theme) -> int:
        return theme.px(8)

    def _top(self, theme: Theme) -> int:
        """Return the room above the words, where the markers hang in."""
        return _marker_size(theme) // 2

    def _sign(self, theme: Theme) -> int:
        size = theme.size("label")
        return size + theme.px(5) if self.rung.locked or self.rung.state else 0

    def _bold(self) -> bool:
        return bool(self.rung.state)

    def minimum(self, theme: Theme) -> int:
        words = narrowest(self.rung.label, "control", theme.size("label"), bold=True)
        return words + self._sign(theme) + 2 * self._side(theme)

    def size(self, theme: Theme, width: int) -> Size:
        room = max(1, width - 2 * self._side(theme) - self._sign(theme))
        block = wrap(self.rung.label, "control", theme.size("label"), room, bold=self._bold())
        return block.width + self._sign(theme) + 2 * self._side(theme), block.height + 2 * self._top(theme)

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
            inside = rect.inflate(-4, -4)
            # Two hatched strips at the foot and the head keep the words clear.
            for strip in (pygame.Rect(inside.x, inside.bottom - theme.px(4), inside.w, theme.px(4)),):
                canvas.image(strip, paint.hatch(strip.size, theme.colour("faded"), theme.px(5), 0))
        size, sign = theme.size("label"), self._sign(theme)
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
            words, rung.label, size="label", colour=ink, bold=self._bold(), middle=True,
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
            canvas.image(pygame.Rect(x, rect.y - size * 3 // 5, size, size), paint.marker(kind, size))

    def own_items(self) -> Iterator[Item]:
        told = f"{self.rung.label}. {self.rung.note}" if self.rung.note else self.rung.label
        reason = self.rung.reason if self.rung.locked else ""
        yield Item(self.id, self.rect, told, "rung", not self.rung.locked, reason, self.rung.note)

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


class Ladder(Widget):
    """Rungs in a row where they fit, else in several; the title is an item of its own, to ask about the
    issue."""

    def __init__(
        self,
        id: Hashable,
        title: str,
        rungs: Sequence[Rung],
        gap: Words = "",
        gap_tone: str = "amber",
        subtitle: str = "",
        icon: str = "",
        min_rung: float = 84,
    ) -> None:
        self.id, self.title, self.gap, self.gap_tone = id, title, gap, gap_tone
        self.subtitle, self.icon = subtitle, icon
        self.grid = Grid(*(_Step(id, rung) for rung in rungs), min_width=min_rung, gap=5)
        self._head = pygame.Rect(0, 0, 0, 0)

    def children(self) -> Sequence[Widget]:
        return (self.grid,)

    def _sign(self, theme: Theme) -> int:
        return round(theme.size("lead") * 1.25) + theme.px(8) if self.icon else 0

    def minimum(self, theme: Theme) -> int:
        title = narrowest(self.title, "reading", theme.size("lead"), bold=True) + self._sign(theme)
        gap = narrowest(self.gap, "control", theme.size("label"), bold=True)
        return max(title, gap, self.grid.least(theme))

    def _parts(self, theme: Theme, width: int) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect, int]:
        """Return where title, subtitle and gap stand from the top left, and the height of the head."""
        sign = self._sign(theme)
        title = wrap(self.title, "reading", theme.size("lead"), max(1, width - sign), bold=True)
        sub = wrap(self.subtitle, "reading", theme.size("label"), max(1, width - sign))
        gap = wrap(self.gap, "control", theme.size("label"), width, bold=True)
        space = theme.px(10)
        heads = pygame.Rect(sign, 0, title.width, title.height)
        right = pygame.Rect(max(0, width - gap.width), 0, gap.width, gap.height)
        under = pygame.Rect(heads.right + space, 0, sub.width, sub.height)
        used = heads.right + (space + sub.width if self.subtitle else 0)
        if self.subtitle and used > width:
            under.topleft = (sign, heads.bottom)
            used = max(heads.right, under.right)
        elif self.subtitle:
            under.bottom = heads.bottom - theme.px(2)
        bottom = max(heads.bottom, under.bottom if self.subtitle else 0)
        if self.gap and used + space + gap.width > width:
            right.topleft = (0, bottom)
            bottom = right.bottom
        elif self.gap:
            right.bottom = max(heads.bottom - theme.px(2), right.h)
            bottom = max(bottom, right.bottom)
        return heads, under, right, bottom

    def _hang(self, theme: Theme) -> int:
        return _marker_size(theme) // 2 + theme.px(1)  # between head and rungs, where the markers hang

    def size(self, theme: Theme, width: int) -> Size:
        return width, self._parts(theme, width)[3] + self._hang(theme) + self.grid.measure(theme, width)[1]

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        heads, _, _, bottom = self._parts(theme, rect.w)
        self._head = pygame.Rect(rect.x, rect.y, heads.right, heads.h)
        top = bottom + self._hang(theme)
        high = self.grid.measure(theme, rect.w)[1]
        self.grid.set_in(theme, pygame.Rect(rect.x, rect.y + top, rect.w, high))

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        heads, under, right, _ = self._parts(theme, self.rect.w)
        if self.icon and (picture := icon(self.icon, round(theme.size("lead") * 1.25), theme.colour("ink"))):
            canvas.image(picture.get_rect(midleft=(self.rect.x, self._head.centery)), picture)
        canvas.text(heads.move(self.rect.topleft), self.title, size="lead", face="reading", bold=True)
        if self.subtitle:
            canvas.text(
                under.move(self.rect.topleft), self.subtitle, size="label", face="reading", colour="faded"
            )
        if self.gap:
            canvas.text(
                right.move(self.rect.topleft),
                self.gap,
                size="label",
                colour=self.gap_tone,
                bold=True,
                align="right",
            )
        super().draw(canvas)

    def own_items(self) -> Iterator[Item]:
        yield Item(self.id, self._head, self.title, "issue")

    def do(self, id: Hashable) -> Intent | None:
        return Why(self.id)


class Fold(Widget):
    """One line that opens: a title and a summary; gives `Pressed(id)`."""

    def __init__(
        self, id: Hashable, title: str, summary: str = "", open: bool = False, tone: str = "faded"
    ) -> None:
        self.id, self.title, self.summary, self.open, self.tone = id, title, summary, open, tone

    def _sign(self, theme: Theme) -> int:
        return theme.size("label") + theme.px(4)

    def minimum(self, theme: Theme) -> int:
        title = narrowest(self.title, "reading", theme.size("body"), bold=True)
        return self._sign(theme) + max(title, narrowest(self.summary, "control", theme.size("label")))

    def _parts(self, theme: Theme, width: int) -> tuple[pygame.Rect, pygame.Rect]:
        sign, gap = self._sign(theme), theme.px(10)
        title = wrap(self.title, "reading", theme.size("body"), max(1, width - sign), bold=True)
        first = pygame.Rect(sign, 0, title.width, title.height)
        rest = wrap(self.summary, "control", theme.size("label"), max(1, width - first.right - gap))
        second = pygame.Rect(first.right + gap, 0, rest.width, rest.height)
        lean = narrowest(self.summary, "control", theme.size("label"))
        if len(rest.lines) > 2 or width - first.right - gap < lean:
            rest = wrap(self.summary, "control", theme.size("label"), max(1, width - sign))
            second = pygame.Rect(sign, first.bottom, rest.width, rest.height)
        elif rest.height < first.h:
            second.bottom = first.bottom - theme.px(1)
        return first, second

    def size(self, theme: Theme, width: int) -> Size:
        first, second = self._parts(theme, width)
        return max(first.right, second.right if self.summary else 0), max(
            first.bottom, second.bottom if self.summary else 0
        ) + 2 * theme.px(3)

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        first, second = self._parts(theme, self.rect.w)
        corner = (self.rect.x, self.rect.y + theme.px(3))
        n = theme.size("label")
        x, y = corner[0] + n // 4, corner[1] + first.h // 2
        points = (
            [(x - n // 6, y - n // 5), (x + n // 2, y - n // 5), (x + n // 6, y + n // 4)]
            if self.open
            else [(x, y - n // 3), (x, y + n // 3), (x + n // 3, y)]
        )
        canvas.polygon("faded", points)
        canvas.text(first.move(corner), self.title, face="reading", bold=True)
        canvas.text(second.move(corner), self.summary, size="label", colour=self.tone)

    def own_items(self) -> Iterator[Item]:
        yield Item(
            self.id, self.rect, f"{self.title}: {self.summary}" if self.summary else self.title, "fold"
        )

    def do(self, id: Hashable) -> Intent | None:
        return Pressed(self.id)
