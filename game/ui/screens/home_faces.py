"""The constituencies at home as faces: for, away or against, by mouth, by words, and only then by colour."""

import math
from collections.abc import Iterator
from functools import lru_cache

import pygame

from game.ui.intents import Intent, Why
from game.ui.kit.canvas import Canvas
from game.ui.kit.layout import Grid, Row
from game.ui.kit.text import Block, narrowest, wrap
from game.ui.kit.theme import Colour, Theme
from game.ui.kit.widget import Item, Size, Widget
from game.ui.screens.home_presenter import Face

GROUND = {1: "green", 0: "faded", -1: "red"}


class HomeFace(Widget):
    """One constituency: its face and name; with `notes` also how it stands and what its vote is."""

    def __init__(self, face: Face, notes: bool = False) -> None:
        self.face, self.notes = face, notes
        self.id = face.why or f"face:{face.id}"

    def _side(self, theme: Theme) -> int:
        return round(theme.size("body") * (1.5 if self.notes else 1.15))

    def _left(self, theme: Theme) -> int:
        return self._side(theme) + theme.px(6)

    def _under(self) -> str:
        told = (self.face.standing, self.face.note) if self.notes else ()
        return ", ".join(each for each in told if each)

    def minimum(self, theme: Theme) -> int:
        label = narrowest(self.face.label, "control", theme.size("small"), bold=self.notes)
        return self._left(theme) + max(label, narrowest(self._under(), "control", theme.size("small")))

    def size(self, theme: Theme, width: int) -> Size:
        label, under = self._blocks(theme, width)
        wide = self._left(theme) + max(label.width, under.width)
        return wide, max(self._side(theme), label.height + self._lower(under))

    def _blocks(self, theme: Theme, width: int) -> tuple[Block, Block]:
        room = max(1, width - self._left(theme))
        label = wrap(self.face.label, "control", theme.size("small"), room, bold=self.notes)
        return label, wrap(self._under(), "control", theme.size("small"), room)

    def _lower(self, under: Block) -> int:
        return under.height if self._under() else 0

    def draw(self, canvas: Canvas) -> None:
        theme, rect = canvas.theme, self.rect
        side = self._side(theme)
        picture = portrait(self.face.mood, side, theme.colour(GROUND[self.face.mood]), theme.colour("card"))
        canvas.image(pygame.Rect(rect.x, rect.y, side, side), picture)
        label, under = self._blocks(theme, rect.w)
        words = pygame.Rect(rect.x + self._left(theme), rect.y, rect.w - self._left(theme), label.height)
        canvas.block(words, label)
        if self._under():
            colour = GROUND[self.face.mood]
            canvas.block(pygame.Rect(words.x, words.bottom, words.w, under.height), under, colour=colour)

    def own_items(self) -> Iterator[Item]:
        told = ", ".join(part for part in (self.face.label, self.face.standing, self.face.note) if part)
        hint = ", ".join(part for part in (self.face.standing, self.face.note) if part)
        yield Item(self.id, self.rect, told, "text", hint=hint)

    def do(self, id: object) -> Intent | None:
        return Why(self.id)


def faces_grid(faces: tuple[Face, ...], min_width: float = 130, notes: bool = False) -> Grid:
    """Return the faces in as many columns as fit."""
    return Grid(*(HomeFace(face, notes) for face in faces), min_width=min_width, gap=8)


def faces_row(faces: tuple[Face, ...]) -> Row:
    """Return the faces with their names alone, one after the other."""
    return Row(*(HomeFace(face) for face in faces), gap=9, lines=3)


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
