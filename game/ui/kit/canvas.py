"""The one way of drawing: onto a surface that is given, keeping a record of every text, box and line.

The record is what `lint.faults` reads. Parts that lie over others (a dialog, a tooltip) are drawn on a
higher layer.
"""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

import pygame

from game.ui.kit import paint
from game.ui.kit.text import Block, Style, drawn, plain, top_of, wrap
from game.ui.kit.text import Words as Words
from game.ui.kit.theme import Colour, Theme


class Written(NamedTuple):
    """A line of text as drawn: where, the box it was given, what it was clipped to, on which layer."""

    text: str
    rect: pygame.Rect
    box: pygame.Rect
    clip: pygame.Rect
    layer: int
    scrolls: bool


class Boxed(NamedTuple):
    rect: pygame.Rect
    layer: int


class Struck(NamedTuple):
    """A line drawn from one point to another."""

    start: tuple[int, int]
    end: tuple[int, int]
    layer: int


@dataclass
class Record:
    window: pygame.Rect
    texts: list[Written] = field(default_factory=list)
    boxes: list[Boxed] = field(default_factory=list)
    lines: list[Struck] = field(default_factory=list)


class Canvas:
    """Draws for widgets. `focus` and `hover` are ids; colours are given by role or as numbers.

    A `hurried` canvas is one whose frame must come soon: what takes long may be put off to the next.
    """

    def __init__(
        self,
        surface: pygame.Surface,
        theme: Theme,
        focus: Hashable = None,
        hover: Hashable = None,
        *,
        hurried: bool = False,
    ) -> None:
        self.surface = surface
        self.theme = theme
        self.focus = focus
        self.hover = hover
        self.record = Record(surface.get_rect())
        self.links: dict[Hashable, pygame.Rect] = {}
        self._layer = 0
        self._scrolls = False
        self._hurried = hurried
        self.has_put_off = False  # something was left to the next frame

    def put_off(self) -> bool:
        """Say whether what takes long should be left to the next frame, which then follows at once."""
        self.has_put_off = self.has_put_off or self._hurried
        return self._hurried

    def colour(self, role: str | Colour) -> Colour:
        return self.theme.colour(role) if isinstance(role, str) else role

    @contextmanager
    def clipped(self, rect: pygame.Rect, scrolls: bool = False) -> Iterator[None]:
        """Draw within `rect` only; `scrolls` says that what is cut off above and below can be scrolled to."""
        before, scrolling = self.surface.get_clip(), self._scrolls
        self.surface.set_clip(rect.clip(before))
        self._scrolls = scrolls or scrolling
        try:
            yield
        finally:
            self.surface.set_clip(before)
            self._scrolls = scrolling

    @contextmanager
    def layer(self) -> Iterator[None]:
        """Draw over what is there: texts of different layers may cross."""
        self._layer += 1
        before, self._scrolls = self._scrolls, False
        clip = self.surface.get_clip()
        self.surface.set_clip(None)
        try:
            yield
        finally:
            self.surface.set_clip(clip)
            self._scrolls = before

    def settle(self) -> None:
        """Go back to the lowest layer; only the stage calls this."""
        self._layer = 0

    def _hosts(self, rect: pygame.Rect) -> None:
        # Only the part that is seen: what is scrolled out lies under nothing.
        self.record.boxes.append(Boxed(rect.clip(self.surface.get_clip()), self._layer))

    def shows(self, rect: pygame.Rect) -> bool:
        return bool(self.surface.get_clip().colliderect(rect))

    def box(
        self,
        rect: pygame.Rect,
        fill: str | Colour | None = "card",
        border: str | Colour | None = None,
        *,
        radius: int = 5,
        line: int = 1,
        shadow: int = 0,
        host: bool = True,
    ) -> None:
        """Draw a box; `radius`, `line` and `shadow` are unscaled. `host` says that texts in it must stay in
        it."""
        if host:
            self._hosts(rect)
        if rect.w < 1 or rect.h < 1:
            return
        if shadow:
            self.shadow(rect, shadow)
        px = self.theme.px
        picture = paint.rounded(
            rect.size,
            None if fill is None else self.colour(fill),
            None if border is None else self.colour(border),
            px(radius),
            px(line),
        )
        self.surface.blit(picture, rect)

    def paper(self, rect: pygame.Rect, fill: str = "paper", *, radius: int = 5, shadow: int = 10) -> None:
        """Draw a sheet of paper with its grain."""
        self._hosts(rect)
        if rect.w < 1 or rect.h < 1:
            return
        if shadow:
            self.shadow(rect, shadow)
        theme = self.theme
        edge = theme.colour("edge")
        sheet = paint.paper(rect.size, theme.colour(fill), theme.px(radius), edge, not theme.plain)
        self.surface.blit(sheet, rect)

    def shadow(self, rect: pygame.Rect, spread: int = 10) -> None:
        if self.theme.plain:
            return
        far = self.theme.px(spread)
        # A thing that lies lower throws less.
        soft = paint.shadow(rect.size, far, self.theme.colour("shadow"), 90 if spread < 8 else 150)
        self.surface.blit(soft, (rect.x - far, rect.y - far + far // 4))

    def text(
        self,
        rect: pygame.Rect,
        words: Words,
        *,
        size: str | int = "body",
        face: str = "control",
        colour: str | Colour = "ink",
        bold: bool = False,
        italic: bool = False,
        align: str = "left",
        middle: bool = False,
    ) -> Block:
        """Write words broken to the width of `rect`, from its top (or its middle), and return them as laid
        out."""
        pixels = self.theme.size(size) if isinstance(size, str) else size
        block = wrap(words, face, pixels, rect.w, bold=bold, italic=italic)
        self.block(rect, block, colour=colour, align=align, middle=middle)
        return block

    def block(
        self,
        rect: pygame.Rect,
        block: Block,
        *,
        colour: str | Colour = "ink",
        align: str = "left",
        middle: bool = False,
    ) -> None:
        """Draw lines already broken. Lines outside the clip are neither drawn nor recorded."""
        top = rect.y + (max(0, rect.h - block.height) // 2 if middle else 0)
        ground = self.colour(colour)
        clip = self.surface.get_clip()
        for line in block.lines:
            shift = {"left": 0, "centre": (rect.w - line.width) // 2, "right": rect.w - line.width}[align]
            where = pygame.Rect(rect.x + shift, top + line.y, line.width, line.height)
            if not line.pieces or where.bottom < clip.top or where.top > clip.bottom:
                continue
            words = "".join(piece.text for piece in line.pieces)
            self.record.texts.append(
                Written(words, where, rect.copy(), clip.copy(), self._layer, self._scrolls)
            )
            for piece in line.pieces:
                self._piece(piece.style, piece.text, piece.span, where, piece.x, line.ascent, ground)

    def _piece(
        self, style: Style, text: str, span: object, line: pygame.Rect, x: int, ascent: int, ground: Colour
    ) -> None:
        link = getattr(span, "link", None)
        role = getattr(span, "colour", "") or ("link" if link is not None else "")
        colour = self.theme.colour(role) if role else ground
        picture = drawn(style, text, colour)
        mark = getattr(span, "mark", "")
        where = pygame.Rect(line.x + x, line.y, picture.get_width(), line.h)
        if mark:
            pygame.draw.rect(self.surface, self.theme.colour(mark), where)
        self.surface.blit(picture, (line.x + x, top_of(style, text, line.y + ascent)))
        if link is not None:
            under = line.y + ascent + max(2, style.size // 9)
            pygame.draw.line(self.surface, colour, (where.x, under), (where.right - 1, under))

    def image(self, rect: pygame.Rect, picture: pygame.Surface) -> None:
        """Draw a picture at the top left of `rect`."""
        self.surface.blit(picture, rect)

    def polygon(self, colour: str | Colour, points: list[tuple[int, int]], line: int = 0) -> None:
        pygame.draw.polygon(self.surface, self.colour(colour), points, line)

    def line(
        self, colour: str | Colour, start: tuple[int, int], end: tuple[int, int], width: int = 1
    ) -> None:
        """Draw a line; lint tells if the part of it that can be seen strikes through a text."""
        if seen := self.surface.get_clip().clipline(start, end):
            self.record.lines.append(Struck(*seen, self._layer))
        pygame.draw.line(self.surface, self.colour(colour), start, end, self.theme.px(width))

    def ring(self, rect: pygame.Rect, radius: int = 5) -> None:
        """Draw the double ring of the focus: ink outside, yellow within, seen on paper and on baize alike."""
        px = self.theme.px
        for grown, role, line in ((5, "ink", 2), (3, "focus", 3)):
            around = rect.inflate(2 * px(grown), 2 * px(grown))
            picture = paint.rounded(around.size, None, self.colour(role), px(radius + grown), px(line))
            self.surface.blit(picture, around)

    def said(self) -> str:
        """Return all text on the canvas, a line each, in the order drawn."""
        return "\n".join(written.text for written in self.record.texts)


__all__ = ["Boxed", "Canvas", "Record", "Struck", "Words", "Written", "plain"]
