"""What official papers carry: flags, seals of wax with a ribbon, stamps, and the head of a letter."""

from collections.abc import Sequence
from functools import lru_cache

import pygame

from game import places
from game.ui.kit import Canvas, Column, Grow, Label, Row, Theme, Widget
from game.ui.kit.text import Style, drawn
from game.ui.kit.theme import Colour
from game.ui.kit.widget import Size

TILT = 6  # degrees that a stamp stands askew


@lru_cache(maxsize=32)
def picture(name: str, wide: int, high: int) -> pygame.Surface | None:
    """Return a picture of the assets shrunk into a box; None where there is none of that name."""
    file = places.assets_folder() / "pictures" / f"{name}.png"
    if not file.is_file():
        return None
    whole = pygame.image.load(str(file))
    k = min(wide / whole.get_width(), high / whole.get_height())
    size = (max(1, round(whole.get_width() * k)), max(1, round(whole.get_height() * k)))
    return pygame.transform.smoothscale(whole.convert_alpha(), size)


class Flag(Widget):
    """The flag of a party, by its id; plain cloth with its initial where no picture of it is there."""

    def __init__(self, party: str, high: float = 26) -> None:
        self.party, self.high = party, high

    def minimum(self, theme: Theme) -> int:
        return theme.px(self.high * 1.5)

    def size(self, theme: Theme, width: int) -> Size:
        return self.minimum(theme), theme.px(self.high)

    def draw(self, canvas: Canvas) -> None:
        # All flags have one size here, whatever their own shape is.
        box = pygame.Rect(0, 0, *self.size(canvas.theme, self.rect.w))
        box.center = self.rect.center
        found = picture(f"flag-{self.party}", box.w * 2, box.h * 2)
        whole = pygame.Surface(box.size)
        if found is not None:
            whole.blit(pygame.transform.smoothscale(found, box.size), (0, 0))
        else:
            whole.fill(canvas.theme.colour("felt"))
            initial = drawn(
                Style("heading", box.h * 2 // 3, True), self.party[:1].upper(), canvas.theme.colour("light")
            )
            whole.blit(initial, initial.get_rect(center=whole.get_rect().center))
        canvas.box(box.inflate(2, 2), "edge", "faded", radius=1, shadow=4, host=False)
        canvas.image(box, whole)


class Seal(Widget):
    """The seal of a party that has signed, on its ribbon; a dotted ring where it will be pressed."""

    def __init__(self, party: str, pressed: bool, side: float = 84) -> None:
        self.party, self.pressed, self.side = party, pressed, side

    def minimum(self, theme: Theme) -> int:
        return theme.px(self.side)

    def size(self, theme: Theme, width: int) -> Size:
        return theme.px(self.side), theme.px(self.side)

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        side = theme.px(self.side)
        where = pygame.Rect(0, 0, side, side)
        where.center = self.rect.center
        found = picture(f"seal-{self.party}", side, side) if self.pressed else None
        if found is None:
            colour = theme.colour("red" if self.pressed else "faded")
            canvas.image(where, _ring(side, colour, self.pressed))
            return
        for lean in (-1, 1):  # two ends of a ribbon under the wax
            x, y, w = where.centerx + lean * side // 9, where.centery, side // 9
            foot = where.bottom + side // 14
            canvas.polygon(
                "red",
                [
                    (x - w, y),
                    (x + w, y),
                    (x + w + lean * w, foot),
                    (x + lean * w, foot - w),
                    (x - w + lean * w, foot),
                ],
            )
        canvas.image(where, found)


@lru_cache(maxsize=8)
def _ring(side: int, colour: Colour, full: bool) -> pygame.Surface:
    """Return a ring of dots, or a disc where no picture of the seal is there."""
    k = 4
    n = side * k
    big = pygame.Surface((n, n), pygame.SRCALPHA)
    big.fill((*colour, 0))
    if full:
        pygame.draw.circle(big, colour, (n / 2, n / 2), n * 0.46)
    else:
        arm, middle = pygame.Vector2(0, n * 0.42), pygame.Vector2(n / 2, n / 2)
        for step in range(40):
            pygame.draw.circle(big, colour, arm.rotate(step * 9) + middle, n * 0.013)
    return pygame.transform.smoothscale(big, (side, side))


class Stamp(Widget):
    """A rubber stamp: words in a double frame, a little askew."""

    def __init__(self, words: str, colour: str = "red") -> None:
        self.words, self.colour = words.upper(), colour

    def minimum(self, theme: Theme) -> int:
        return self.size(theme, 0)[0]

    def size(self, theme: Theme, width: int) -> Size:
        # The picture itself gives the size: however long the words, they lie within their frame.
        return _stamp(
            Style("map", theme.size("label"), True), self.words, theme.colour(self.colour)
        ).get_size()

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        made = _stamp(Style("map", theme.size("label"), True), self.words, theme.colour(self.colour))
        canvas.image(made.get_rect(center=self.rect.center), made)


@lru_cache(maxsize=16)
def _stamp(style: Style, words: str, colour: Colour) -> pygame.Surface:
    text = drawn(style, words, colour)
    air = style.size * 2 // 3
    flat = pygame.Surface((text.get_width() + 2 * air, text.get_height() + air), pygame.SRCALPHA)
    flat.fill((*colour, 0))
    line = max(1, style.size // 9)
    pygame.draw.rect(flat, colour, flat.get_rect(), 2 * line, border_radius=3 * line)
    pygame.draw.rect(
        flat, colour, flat.get_rect().inflate(-6 * line, -6 * line), line, border_radius=2 * line
    )
    flat.blit(text, (air, air // 2))
    return pygame.transform.rotozoom(flat, TILT, 1.0)


def letterhead(parties: tuple[str, ...], name: str, note: str) -> Widget:
    """Return the head of an official paper: whose it is with flag and seal, or with both flags; a note."""
    head = Label(name, "lead", "map", bold=True, align="centre")
    first, *others = parties or ("",)
    other: Widget = Flag(others[0], 28) if others else Seal(first, True, 42)
    return Column(
        Row(Flag(first, 28), Grow(head), other, gap=14, wrap=False),
        Label(note, "small", "reading", "faded", italic=True, align="centre"),
        Double(),
        gap=4,
    )


class Double(Widget):
    """Two lines across the page, a thick and a thin one, as at the head of a treaty."""

    def size(self, theme: Theme, width: int) -> Size:
        return width, theme.px(6)

    def draw(self, canvas: Canvas) -> None:
        px = canvas.theme.px
        for y, high in ((0, 3), (5, 1)):
            line = pygame.Rect(self.rect.x, self.rect.y + px(y), self.rect.w, px(high))
            canvas.box(line, "ink", None, radius=0, host=False)


class EmptyTable(Widget):
    """A table between two flags with nothing on it: no text, no pens."""

    def __init__(self, parties: Sequence[str]) -> None:
        self.flags = tuple(Flag(party, 34) for party in parties)

    def children(self) -> tuple[Widget, ...]:
        return self.flags

    def minimum(self, theme: Theme) -> int:
        return theme.px(240)

    def size(self, theme: Theme, width: int) -> Size:
        return min(width, theme.px(360)), theme.px(150)

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        wide, high = theme.px(51), theme.px(34)
        for n, flag in enumerate(self.flags):
            side = rect.centerx - theme.px(100) if n == 0 else rect.centerx + theme.px(100) - wide
            flag.set_in(theme, pygame.Rect(side, rect.y + theme.px(4), wide, high))

    def draw(self, canvas: Canvas) -> None:
        px, x, y = canvas.theme.px, self.rect.centerx, self.rect.y
        for side in (-1, 1):
            pole = x + side * px(74) - side * px(26)
            canvas.box(pygame.Rect(pole, y + px(2), px(3), px(66)), "faded", None, radius=1, host=False)
        top = [(x - px(130), y + px(68)), (x + px(130), y + px(68))]
        edge = [(x + px(165), y + px(104)), (x - px(165), y + px(104))]
        canvas.polygon("felt", [*top, *edge])
        board = pygame.Rect(x - px(165), y + px(104), px(330), px(9))
        canvas.box(board, (74, 50, 30), None, radius=0, host=False)
        for side in (-1, 1):
            leg = pygame.Rect(x + side * px(140) - px(5), board.bottom, px(10), px(34))
            canvas.box(leg, (58, 40, 24), None, radius=0, host=False)
        super().draw(canvas)
