"""How the map is drawn: sea, land, fills with their hatching, names with their halo. Sizes in pixels."""

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache

import pygame

from game.ui.map_status import Stage, Status, Term

Point = tuple[float, float]
Colour = tuple[int, int, int]

SEA, SEA_DEEP, SEA_LINE = (186, 208, 211), (166, 194, 200), (124, 160, 170)
GRATICULE, INK, SEA_INK = (148, 178, 185), (52, 42, 30), (52, 92, 110)
LAND, LAND_EDGE, PAPER = (228, 214, 176), (88, 66, 38), (243, 235, 215)
AGREED_EDGE = (24, 62, 44)


class Hatch(Enum):
    """The second channel beside colour: every term has its own."""

    PLAIN = "plain"
    SOLID = "solid"
    RISING = "rising"
    FALLING = "falling"
    CROSSED = "crossed"
    DOTS = "dots"
    LEVEL = "level"


FILLS: dict[Term, tuple[Colour, Colour, Hatch]] = {
    Term.AT_ONCE: ((38, 92, 138), (38, 92, 138), Hatch.SOLID),
    Term.AFTER_TREATY: ((126, 178, 208), (28, 84, 128), Hatch.RISING),
    Term.NAMED: ((217, 140, 43), (122, 66, 8), Hatch.CROSSED),
    Term.WORDS: ((240, 184, 104), (168, 94, 16), Hatch.FALLING),
    Term.SILENT: ((246, 240, 224), (96, 84, 66), Hatch.DOTS),
    Term.CLOSED: ((112, 98, 86), (206, 194, 174), Hatch.LEVEL),
    Term.UNTOUCHED: (LAND, LAND, Hatch.PLAIN),
}
"""Ground, hatching and its kind. Blue for handing over, orange for talks; they stay apart for people who see
red and green alike."""

_PERIOD = 8  # of the hatching, in pixels of the finished picture


@lru_cache(maxsize=128)
def _tile(term: Term, unit: int) -> pygame.Surface:
    """Return a square that repeats without a seam; `unit` pixels stand for one of the finished picture."""
    ground, ink, hatch = FILLS[term]
    size = _PERIOD * unit
    tile = pygame.Surface((size, size))
    tile.fill(ground)
    thick = max(1, round(1.6 * unit))
    for y in range(size):
        for x in range(size):
            on = {
                Hatch.PLAIN: False,
                Hatch.SOLID: False,
                Hatch.RISING: (x + y) % size < thick * 1.4,
                Hatch.FALLING: (x - y) % size < thick * 1.4,
                Hatch.CROSSED: x < thick or y < thick,
                Hatch.LEVEL: y % (size // 2) < thick * 0.8,
                Hatch.DOTS: _in_dot(x, y, size, thick),
            }[hatch]
            if on:
                tile.set_at((x, y), ink)
    return tile


def _in_dot(x: int, y: int, size: int, radius: float) -> bool:
    half = size // 2
    return any(
        (x - cx) ** 2 + (y - cy) ** 2 <= (radius * 0.8) ** 2
        for cx, cy in ((half // 2, half // 2), (half // 2 + half, half // 2 + half))
    )


def fill(size: tuple[int, int], status: Status, unit: int) -> pygame.Surface:
    """Return a surface covered with what `status` shows: one fill, or broad bands where offers differ."""
    surface = pygame.Surface(size, pygame.SRCALPHA)
    terms = status.terms
    _cover(surface, _tile(terms[0], unit))
    band = 11 * unit
    for index, other in enumerate(terms[1:], 1):
        layer = pygame.Surface(size, pygame.SRCALPHA)
        _cover(layer, _tile(other, unit))
        mask = pygame.Surface(size, pygame.SRCALPHA)
        width, height = size
        period = band * len(terms)
        for start in range(-height - period, width + height, period):
            x = start + band * index
            pygame.draw.polygon(
                mask,
                (255, 255, 255, 255),
                [(x, height), (x + band, height), (x + band + height // 2, 0), (x + height // 2, 0)],
            )
        layer.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        surface.blit(layer, (0, 0))
    return surface


def _cover(surface: pygame.Surface, tile: pygame.Surface) -> None:
    for x in range(0, surface.get_width(), tile.get_width()):
        for y in range(0, surface.get_height(), tile.get_height()):
            surface.blit(tile, (x, y))


def stroke(surface: pygame.Surface, colour: Colour, points: Sequence[Point], width: int) -> None:
    """Draw a closed line with round joints."""
    pygame.draw.lines(surface, colour, True, points, width)
    if width > 3:
        for x, y in points:
            pygame.draw.circle(surface, colour, (round(x), round(y)), width // 2)


def thinned(points: Sequence[Point], least: float) -> list[Point]:
    """Return `points` less those nearer than `least` to the one before."""
    kept = [points[0]]
    for x, y in points[1:]:
        if (x - kept[-1][0]) ** 2 + (y - kept[-1][1]) ** 2 >= least * least:
            kept.append((x, y))
    return kept if len(kept) > 2 else list(points)


def water_lines(surface: pygame.Surface, coasts: Iterable[Sequence[Point]], unit: int) -> None:
    """Draw the lines that follow a coast out to sea, and the water darker towards it."""
    coasts = [thinned(coast, 1.5 * unit) for coast in coasts]
    steps = ((15.0, 0.10), (10.5, 0.30), (6.5, 0.55), (3.2, 0.85))
    for distance, near in steps:
        line = mixed(SEA, SEA_LINE, 0.35 + 0.65 * near)
        water = mixed(SEA, SEA_DEEP, near)
        for colour, reach in ((line, distance), (water, distance - 0.9)):
            for coast in coasts:
                stroke(surface, colour, coast, max(1, round(2 * reach * unit)))


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return a colour `share` of the way from one to the other."""
    r, g, b = (round(a + (c - a) * share) for a, c in zip(one, other, strict=True))
    return r, g, b


def shadow(surface: pygame.Surface, coasts: Iterable[Sequence[Point]], unit: int) -> None:
    """Draw the soft shadow of the land, down and to the right."""
    width, height = surface.get_size()
    coarse = 2 * unit
    small = pygame.Surface((max(1, width // coarse), max(1, height // coarse)), pygame.SRCALPHA)
    small.fill((24, 44, 54, 0))
    for coast in coasts:
        pygame.draw.polygon(
            small, (24, 44, 54, 105), [(x / coarse + 1.4, y / coarse + 1.6) for x, y in coast]
        )
    surface.blit(pygame.transform.smoothscale(small, (width, height)), (0, 0))


def land(surface: pygame.Surface, outline: Sequence[Point], status: Status, unit: int) -> None:
    """Draw a piece of land with its fill and its coast; a heavier coast where something is agreed."""
    width, height = surface.get_size()
    left = max(0, int(min(x for x, _ in outline)) - 1)
    top = max(0, int(min(y for _, y in outline)) - 1)
    right = min(width, int(max(x for x, _ in outline)) + 2)
    bottom = min(height, int(max(y for _, y in outline)) + 2)
    if right <= left or bottom <= top:
        return
    if status.stage is Stage.NONE:
        pygame.draw.polygon(surface, LAND, outline)
    else:
        mask = pygame.Surface((right - left, bottom - top), pygame.SRCALPHA)
        pygame.draw.polygon(mask, (255, 255, 255, 255), [(x - left, y - top) for x, y in outline])
        layer = fill(mask.get_size(), status, unit)
        layer.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        surface.blit(layer, (left, top))
    agreed = status.stage is Stage.AGREED
    # A heavy coast would hide a small island's fill.
    across = min(right - left, bottom - top) / unit
    weight = 0.8 if across < 10 else 2.2 if agreed and across > 24 else 1.2
    edge = max(1, round(weight * unit))
    stroke(surface, AGREED_EDGE if agreed else LAND_EDGE, thinned(outline, 0.8 * unit), edge)


@lru_cache(maxsize=8)
def paper(size: tuple[int, int]) -> pygame.Surface:
    """Return the grain of the sheet, to be multiplied upon a picture; the same every time."""
    side = 96
    small = pygame.Surface((side, side))
    seed = 19561019
    for y in range(side):
        for x in range(side):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            tone = 246 + (seed >> 16) % 10
            small.set_at((x, y), (tone, tone, tone - 3))
    sheet = pygame.Surface(size)
    _cover(sheet, pygame.transform.smoothscale(small, (side * 3, side * 3)))
    return sheet


def haloed(font: pygame.font.Font, text: str, ink: Colour, halo: Colour, reach: int) -> pygame.Surface:
    """Return `text` with a halo `reach` pixels wide all round, so that it reads on any ground."""
    body = font.render(text, True, ink)
    glow = font.render(text, True, halo)
    surface = pygame.Surface((body.get_width() + 2 * reach, body.get_height() + 2 * reach), pygame.SRCALPHA)
    for dx in range(-reach, reach + 1):
        for dy in range(-reach, reach + 1):
            if 0 < dx * dx + dy * dy <= reach * reach + 1:
                surface.blit(glow, (reach + dx, reach + dy))
    surface.blit(body, (reach, reach))
    return surface
