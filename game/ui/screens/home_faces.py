"""The constituencies at home as faces: for, away or against, by mouth, by words, and only then by colour."""

import math
from collections.abc import Iterator
from functools import lru_cache

import pygame

from game.ui.intents import Intent, Why
from game.ui.kit.canvas import Canvas
from game.ui.kit.layout import Grid
from game.ui.kit.text import narrowest, wrap
from game.ui.kit.theme import Colour, Theme
from game.ui.kit.widget import Item, Size, Widget
from game.ui.screens.home_presenter import Face

GROUND = {1: "green", 0: "faded", -1: "red"}


class HomeFace(Widget):
    """One constituency: its face, its name, how it stands, and with `notes` what its vote is."""

    def __init__(self, face: Face, notes: bool = False) -> None:
        self.face, self.notes = face, notes
        self.id = face.why or f"face:{face.id}"

    def _left(self, theme: Theme) -> int:
        return round(theme.size("body") * 1.5) + theme.px(7)

    def _under(self) -> str:
        return (
            f"{self.face.standing}, {self.face.note}" if self.notes and self.face.note else self.face.standing
        )

    def minimum(self, theme: Theme) -> int:
        label = narrowest(self.face.label, "control", theme.size("small"), bold=True)
        return self._left(theme) + max(label, narrowest(self._under(), "control", theme.size("small")))

    def size(self, theme: Theme, width: int) -> Size:
        label, under = self._blocks(theme, width)
        wide = self._left(theme) + max(label.width, under.width)
        return wide, max(round(theme.size("body") * 1.5), label.height + under.height)

    def _blocks(self, theme: Theme, width: int):  # type: ignore[no-untyped-def]
        room = max(1, width - self._left(theme))
        label = wrap(self.face.label, "control", theme.size("small"), room, bold=True)
        return label, wrap(self._under(), "control", theme.size("small"), room)

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        side = round(theme.size("body") * 1.5)
        picture = portrait(self.face.mood, side, theme.colour(GROUND[self.face.mood]), theme.colour("card"))
        canvas.image(pygame.Rect(rect.x, rect.y, side, side), picture)
        label, under = self._blocks(theme, rect.w)
        words = pygame.Rect(rect.x + self._left(theme), rect.y, rect.w - self._left(theme), label.height)
        canvas.block(words, label)
        colour = {1: "green", 0: "faded", -1: "red"}[self.face.mood]
        canvas.block(pygame.Rect(words.x, words.bottom, words.w, under.height), under, colour=colour)

    def own_items(self) -> Iterator[Item]:
        told = ", ".join(part for part in (self.face.label, self.face.standing, self.face.note) if part)
        yield Item(self.id, self.rect, told, "text", hint=self.face.note)

    def do(self, id: object) -> Intent | None:
        return Why(self.id)


def faces_grid(faces: tuple[Face, ...], min_width: float = 130, notes: bool = False) -> Grid:
    """Return the faces in as many columns as fit."""
    return Grid(*(HomeFace(face, notes) for face in faces), min_width=min_width, gap=8)


@lru_cache(maxsize=64)
def portrait(mood: int, side: int, ground: Colour, paper: Colour) -> pygame.Surface:
    """Return a face of nobody: a disc with eyes and a mouth up, straight or down."""
    k = 4
    n = side * k
    big = pygame.Surface((n, n), pygame.SRCALPHA)
    big.fill((*ground, 0))
    pygame.draw.circle(big, ground, (n / 2, n / 2), n * 0.48)
    for x in (0.34, 0.66):
        pygame.draw.circle(big, paper, (n * x, n * 0.4), n * 0.065)
    line = max(1, round(n * 0.075))
    if mood == 0:
        pygame.draw.line(big, paper, (n * 0.3, n * 0.68), (n * 0.7, n * 0.68), line)
    else:
        # The mouth as a row of discs along an arc: pygame's own thick arcs have holes.
        middle = n * (0.5 if mood > 0 else 0.88)
        for step in range(41):
            angle = math.pi * (0.18 + 0.64 * step / 40) * (1 if mood > 0 else -1)
            spot = (n / 2 + math.cos(angle) * n * 0.25, middle + math.sin(angle) * n * 0.25)
            pygame.draw.circle(big, paper, spot, line / 2)
    return pygame.transform.smoothscale(big, (side, side))
