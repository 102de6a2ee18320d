"""The ratification: two halls, those who speak one by one, and what they weigh together."""

from collections.abc import Iterator
from functools import lru_cache

import pygame

from game.ui.intents import Intent, Pressed
from game.ui.kit import (
    Canvas,
    Column,
    Grid,
    Grow,
    Label,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Space,
    Theme,
    Widget,
    paint,
)
from game.ui.kit.theme import Colour
from game.ui.kit.widget import Item, Size
from game.ui.screens.explain_screen import explained
from game.ui.screens.frame import bold, page, slanted
from game.ui.screens.home_faces import portrait
from game.ui.screens.pieces import button, roomy
from game.ui.screens.ratification_presenter import HomeVote, RatificationModel, Voice
from game.ui.screens.stationery import Flag

GROUND = {1: "green", 0: "faded", -1: "red"}
WIDE = 1100  # unscaled pixels as words see them; below, the halls scroll as one


class RatificationScreen:
    name = "ratification"

    def __init__(self, model: RatificationModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        speaking = Panel(Label(model.speaking, "title", "reading", "light", align="centre"), "dark")
        if roomy(theme, size) >= WIDE:
            side_by_side = Row(*(Grow(_hall(home, apart=True)) for home in model.homes), gap=14, align="fill")
            body: Widget = Column(speaking, Grow(side_by_side), gap=14)
        else:
            halls = Grid(*(_hall(home, apart=False) for home in model.homes), min_width=370, gap=14)
            body = Scroll("homes", Column(speaking, halls, gap=14))
        whole = page(model.title, body, Space(), button(model.go_on, "brass", size="lead"))
        whole.begin = model.go_on.id
        return explained(whole, model.explanation)


def _hall(home: HomeVote, *, apart: bool) -> Widget:
    """Return a home; `apart` lets its voices scroll by themselves above the scales."""
    name = Column(
        Label(home.capital, "title", "map", bold=True), Paragraph(slanted(home.body), colour="faded"), gap=2
    )
    voices: list[Widget] = [VoiceRow(each) for each in home.voices]
    if home.guests:
        guests = Column(
            Label(home.guests_title, "small", "map", "faded", bold=True),
            *(VoiceRow(each) for each in home.guests),
            gap=3,
        )
        voices += [Rule(gap=1), guests]
    spoken = Column(*voices, gap=6)
    rows: list[Widget] = [
        Row(Flag(home.flag, 34), Grow(name), gap=14, align="top", wrap=False),
        Rule(),
        Grow(Scroll(("voices", home.flag), spoken)) if apart else spoken,
        Rule(),
    ]
    rows += [
        Scales(home.cast, home.sides),
        Paragraph(bold(home.result or home.count), "lead", id=home.ask.id),
    ]
    return Panel(Column(*rows, gap=6), pad=16)


class VoiceRow(Widget):
    """A constituency: its face, or an empty seat, its name, how it stands and what it weighs."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        spoken = voice.mood is not None
        colour = GROUND[voice.mood] if voice.mood is not None else "faded"
        note = f"{voice.told} · {voice.note}" if voice.note else voice.told
        self.words = Column(
            Label(voice.ask.label, "body", "reading", "ink" if spoken else "faded", bold=spoken),
            Label(note, "label", colour=colour),
            gap=1,
        )

    def children(self) -> tuple[Widget, ...]:
        return (self.words,)

    def _side(self, theme: Theme) -> int:
        return round(theme.size("body") * 2.1)

    def _left(self, theme: Theme) -> int:
        return self._side(theme) + theme.px(12)

    def minimum(self, theme: Theme) -> int:
        return self.words.least(theme) + self._left(theme)

    def size(self, theme: Theme, width: int) -> Size:
        w, h = self.words.measure(theme, max(1, width - self._left(theme)))
        return w + self._left(theme), max(h, self._side(theme))

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        left = self._left(theme)
        high = self.words.measure(theme, max(1, rect.w - left))[1]
        top = rect.y + max(0, (rect.h - high) // 2)
        self.words.set_in(theme, pygame.Rect(rect.x + left, top, rect.w - left, high))

    def draw(self, canvas: Canvas) -> None:
        theme, side, mood = canvas.theme, self._side(canvas.theme), self.voice.mood
        where = pygame.Rect(self.rect.x, self.rect.y + (self.rect.h - side) // 2, side, side)
        if mood is None:
            canvas.box(where.inflate(-4, -4), None, "edge", radius=side, line=2, host=False)
        else:
            canvas.image(where, portrait(mood, side, theme.colour(GROUND[mood]), theme.colour("card")))
        super().draw(canvas)

    def own_items(self) -> Iterator[Item]:
        told = f"{self.voice.ask.label}, {self.voice.told}, {self.voice.note}"
        yield Item(self.voice.ask.id, self.rect, told, "text")

    def do(self, id: object) -> Intent | None:
        return Pressed(self.voice.ask.id)


class Scales(Widget):
    """Votes as squares on the two arms of a balance: full for, hatched against, outlines not cast."""

    def __init__(self, cast: tuple[int, int, int], sides: tuple[str, str]) -> None:
        self.cast, self.sides = cast, sides

    def minimum(self, theme: Theme) -> int:
        return theme.px(220)

    def size(self, theme: Theme, width: int) -> Size:
        return width, theme.size("label") + theme.px(38)

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        against, total = self.cast[1], max(1, sum(self.cast))
        middle = rect.centerx
        room = rect.w // 2 - theme.px(16)
        step = min(theme.px(22), room // total)
        side = max(3, step - theme.px(4))
        # The beam leans to the heavier side, by no more than the room above it.
        lean = (self.cast[0] - against) / total * theme.px(9)
        beam = rect.bottom - theme.px(11)
        picture = _beam(2 * room, round(2 * lean), theme.px(4), theme.colour("ink"))
        canvas.image(picture.get_rect(center=(middle, beam + theme.px(2))), picture)
        foot = [(middle, beam), (middle - theme.px(8), rect.bottom), (middle + theme.px(8), rect.bottom)]
        canvas.polygon("ink", foot)
        for arm, (count, colour) in enumerate(((self.cast[0], "green"), (against, "red"))):
            for n in range(count):
                x = middle - theme.px(12) - (n + 1) * step if arm == 0 else middle + theme.px(16) + n * step
                y = beam + lean * (1 if arm == 0 else -1) * (abs(x - middle) / max(1, room)) - side - 3
                box = pygame.Rect(x, round(y), side, side)
                canvas.box(box, colour if arm == 0 else "card", colour, radius=2, line=2, host=False)
                if arm:
                    canvas.image(box, paint.hatch(box.size, theme.colour(colour), 4, 0))
        size = theme.size("label")
        for arm, align in enumerate(("left", "right")):
            where = pygame.Rect(rect.x if arm == 0 else middle, rect.y, rect.w // 2, round(size * 1.4))
            words = f"{self.sides[arm]}: {self.cast[arm]}"
            canvas.text(where, words, size="label", colour=("green", "red")[arm], bold=True, align=align)


@lru_cache(maxsize=16)
def _beam(wide: int, lean: int, thick: int, colour: Colour) -> pygame.Surface:
    """Return the beam of a balance; `lean` is how much lower its left end lies than its right one."""
    k = 4
    high = abs(lean) + thick
    big = pygame.Surface((wide * k, high * k), pygame.SRCALPHA)
    big.fill((*colour, 0))
    left, right = (max(0, lean) * k, max(0, -lean) * k)
    corners = [(0, left), (wide * k, right), (wide * k, right + thick * k), (0, left + thick * k)]
    pygame.draw.polygon(big, colour, corners)
    return pygame.transform.smoothscale(big, (wide, high))
