"""Pictures made by code: paper, baize, rounded boxes, shadows, markers. All are cached by what decides them.

The caches hold little more than one screen's worth: a sheet of paper that fills a window is eight megabytes.
"""

import math
from functools import lru_cache

import pygame

from game import places
from game.ui.kit.theme import Colour

MEAN = {"paper": 248, "baize": 216}  # must agree with assets/build/paper.py


@lru_cache(maxsize=12)
def grain(stuff: str, colour: Colour) -> pygame.Surface:
    """Return a seamless tile of "paper" or "baize" whose mean is `colour`; of the bare colour if the file is
    gone."""
    try:
        grey = pygame.image.load(str(places.assets_folder() / "paper" / f"{stuff}.png"))
    except (pygame.error, FileNotFoundError):
        grey = pygame.Surface((64, 64))
        grey.fill((MEAN[stuff],) * 3)
    tile = pygame.Surface(grey.get_size())
    tile.blit(grey, (0, 0))
    r, g, b = (min(255, round(c * 255 / MEAN[stuff])) for c in colour)
    tile.fill((r, g, b), special_flags=pygame.BLEND_RGB_MULT)
    return tile


def tiled(size: tuple[int, int], tile: pygame.Surface, shift: tuple[int, int] = (0, 0)) -> pygame.Surface:
    """Return a surface covered with a tile; `shift` tells which of its pixels lies in the corner."""
    whole = pygame.Surface(size)
    wide, high = tile.get_size()
    for y in range(-(shift[1] % high), size[1], high):
        for x in range(-(shift[0] % wide), size[0], wide):
            whole.blit(tile, (x, y))
    return whole


@lru_cache(maxsize=2)
def baize(size: tuple[int, int], colour: Colour, textured: bool) -> pygame.Surface:
    """Return the table under everything: dark cloth, a little darker towards the edges."""
    if not textured:
        whole = pygame.Surface(size)
        whole.fill(colour)
        return whole
    whole = tiled(size, grain("baize", colour))
    # The lamp over the middle: its light is the same in all four quarters.
    small = pygame.Surface((32, 20))
    for y in range(10):
        for x in range(16):
            far = math.hypot((x - 15.5) / 16, (y - 9.5) / 10)
            v = max(178, min(255, round(276 - 52 * far)))
            for spot in ((x, y), (31 - x, y), (x, 19 - y), (31 - x, 19 - y)):
                small.set_at(spot, (v, v, v))
    whole.blit(pygame.transform.smoothscale(small, size), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    return whole


@lru_cache(maxsize=80)
def rounded(
    size: tuple[int, int], fill: Colour | None, border: Colour | None, radius: int, line: int
) -> pygame.Surface:
    """Return a box with smooth corners."""
    return _box(size, fill, border, radius, line)


def _box(
    size: tuple[int, int], fill: Colour | None, border: Colour | None, radius: int, line: int
) -> pygame.Surface:
    """Return a box that is not kept, for a picture that is. Only its corners are drawn large and shrunk."""
    w, h = size
    radius = max(0, min(radius, w // 2, h // 2))
    whole = pygame.Surface(size, pygame.SRCALPHA)
    if fill:
        whole.fill(fill)
    if border and line:
        pygame.draw.rect(whole, border, whole.get_rect(), line)
    if radius:
        big = _disc(radius, fill, border, line)
        for cx, cy in ((0, 0), (1, 0), (0, 1), (1, 1)):
            spot = pygame.Rect(cx * (w - radius), cy * (h - radius), radius, radius)
            whole.fill((0, 0, 0, 0), spot)
            whole.blit(big, spot, (cx * radius, cy * radius, radius, radius))
    return whole


@lru_cache(maxsize=128)
def _disc(radius: int, fill: Colour | None, border: Colour | None, line: int) -> pygame.Surface:
    k = 4
    ground = fill or border or (0, 0, 0)
    big = pygame.Surface((2 * radius * k, 2 * radius * k), pygame.SRCALPHA)
    big.fill((*(border or ground), 0))
    centre = (radius * k, radius * k)
    if fill:
        pygame.draw.circle(big, fill, centre, radius * k)
    if border and line:
        pygame.draw.circle(big, border, centre, radius * k, line * k)
    return pygame.transform.smoothscale(big, (2 * radius, 2 * radius))


@lru_cache(maxsize=20)
def shadow(size: tuple[int, int], spread: int, colour: Colour, strength: int) -> pygame.Surface:
    """Return a soft shadow for a box of `size`; blit it `spread` up and left of the box."""
    w, h = size[0] + 2 * spread, size[1] + 2 * spread
    n = max(1, min(2 * spread, w // 2, h // 2))
    whole = pygame.Surface((w, h), pygame.SRCALPHA)
    whole.fill((*colour, strength))
    corner = _falling(n, colour, strength)
    column, row = corner.subsurface((n - 1, 0, 1, n)), corner.subsurface((0, n - 1, n, 1))
    parts = {(n, 0): (column, (w - 2 * n, n)), (0, n): (row, (n, h - 2 * n))}
    for (x, y), (strip, wide) in parts.items():
        edge = pygame.transform.scale(strip, (max(0, wide[0]), max(0, wide[1])))
        other = pygame.transform.flip(edge, x == 0, y == 0)
        for picture, spot in ((edge, (x, y)), (other, (x if x else w - n, y if y else h - n))):
            whole.fill((0, 0, 0, 0), picture.get_rect(topleft=spot))
            whole.blit(picture, spot)
    for right in (False, True):
        for low in (False, True):
            spot = (w - n if right else 0, h - n if low else 0)
            whole.fill((0, 0, 0, 0), (*spot, n, n))
            whole.blit(pygame.transform.flip(corner, right, low), spot)
    return whole


@lru_cache(maxsize=24)
def _falling(n: int, colour: Colour, strength: int) -> pygame.Surface:
    """Return the upper left corner of a shadow: nothing at its edges, all of it at its inner corner."""
    fall = [(3 - 2 * t) * t * t for t in ((i + 0.5) / n for i in range(n))]
    corner = pygame.Surface((n, n), pygame.SRCALPHA)
    for y in range(n):
        for x in range(n):
            corner.set_at((x, y), (*colour, round(strength * fall[x] * fall[y])))
    return corner


@lru_cache(maxsize=10)
def paper(
    size: tuple[int, int], colour: Colour, radius: int, edge: Colour | None, textured: bool
) -> pygame.Surface:
    """Return a sheet of paper: grain, a faint darker rim, smooth corners."""
    plain = _box(size, colour, edge, radius, 1)
    if not textured or size[0] < 24 or size[1] < 24:
        return plain
    sheet = pygame.Surface(size, pygame.SRCALPHA)
    # No two sheets are cut from the same place.
    sheet.blit(tiled(size, grain("paper", colour), (size[0] * 7, size[1] * 13)), (0, 0))
    # The rim is as broad on a large sheet as on a small one: a pixel of a picture made so much larger.
    broad = max(4, min(20, min(size) // 10))
    rim = pygame.Surface((max(4, size[0] // broad), max(4, size[1] // broad)))
    rim.fill((236, 228, 209))
    rim.fill((255, 255, 255), rim.get_rect().inflate(-2, -2))
    sheet.blit(pygame.transform.smoothscale(rim, size), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    # Round the corners by multiplying with a white box, then lay the edge over: the rim's shade stays in
    # them.
    sheet.blit(_box(size, (255, 255, 255), None, radius, 0), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    if edge:
        sheet.blit(_box(size, None, edge, radius, 1), (0, 0))
    return sheet


@lru_cache(maxsize=64)
def marker(kind: str, size: int) -> pygame.Surface:
    """Return the sign of a side: "japan" a disc in a ring, "ussr" a star, "history" a hollow diamond.

    They differ in outline, so that they are told apart without colour.
    """
    k = 4
    n = size * k
    big = pygame.Surface((n, n), pygame.SRCALPHA)
    mid = n / 2
    if kind == "ussr":
        big.fill((120, 20, 22, 0))
        points = [
            (
                mid + math.sin(i * math.pi / 5) * mid * (0.99 if i % 2 == 0 else 0.5),
                mid * 1.04 - math.cos(i * math.pi / 5) * mid * (0.99 if i % 2 == 0 else 0.5),
            )
            for i in range(10)
        ]
        pygame.draw.polygon(big, (38, 28, 20), points)
        inner = [(mid + (x - mid) * 0.74, mid * 1.04 + (y - mid * 1.04) * 0.74) for x, y in points]
        pygame.draw.polygon(big, (168, 24, 28), inner)
    elif kind == "history":
        big.fill((38, 28, 20, 0))
        pygame.draw.polygon(big, (38, 28, 20), [(mid, 0), (n, mid), (mid, n), (0, mid)])
        inset = n * 0.2
        pygame.draw.polygon(
            big, (214, 178, 98), [(mid, inset), (n - inset, mid), (mid, n - inset), (inset, mid)]
        )
    else:
        big.fill((38, 28, 20, 0))
        pygame.draw.circle(big, (38, 28, 20), (mid, mid), mid)
        pygame.draw.circle(big, (252, 248, 238), (mid, mid), mid * 0.88)
        pygame.draw.circle(big, (176, 22, 36), (mid, mid), mid * 0.5)
    return pygame.transform.smoothscale(big, (size, size))


@lru_cache(maxsize=64)
def lock(size: int, colour: Colour) -> pygame.Surface:
    """Return a small padlock, also told by its outline."""
    k = 4
    n = size * k
    big = pygame.Surface((n, n), pygame.SRCALPHA)
    big.fill((*colour, 0))
    pygame.draw.rect(big, colour, (n * 0.16, n * 0.45, n * 0.68, n * 0.5), border_radius=round(n * 0.08))
    pygame.draw.arc(big, colour, (n * 0.25, n * 0.05, n * 0.5, n * 0.75), 0, math.pi, max(1, round(n * 0.11)))
    for x in (0.25, 0.64):
        pygame.draw.rect(big, colour, (n * x, n * 0.4, n * 0.11, n * 0.12))
    return pygame.transform.smoothscale(big, (size, size))


@lru_cache(maxsize=64)
def tick(size: int, colour: Colour) -> pygame.Surface:
    k = 4
    n = size * k
    big = pygame.Surface((n, n), pygame.SRCALPHA)
    big.fill((*colour, 0))
    pygame.draw.lines(
        big,
        colour,
        False,
        [(n * 0.12, n * 0.55), (n * 0.4, n * 0.82), (n * 0.88, n * 0.2)],
        max(1, round(n * 0.15)),
    )
    return pygame.transform.smoothscale(big, (size, size))


@lru_cache(maxsize=32)
def hatch(size: tuple[int, int], colour: Colour, gap: int, radius: int) -> pygame.Surface:
    """Return thin slanting lines over a box: what is closed shows it without colour."""
    whole = pygame.Surface(size, pygame.SRCALPHA)
    whole.fill((*colour, 0))
    for x in range(-size[1], size[0], max(3, gap)):
        pygame.draw.aaline(whole, colour, (x, size[1]), (x + size[1], 0))
    if radius:
        mask = _box(size, (255, 255, 255), None, radius, 0)
        whole.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return whole


def forget() -> None:
    """Drop the pictures that depend on sizes, after the window changed."""
    for cache in (baize, rounded, shadow, paper, hatch):
        cache.cache_clear()
