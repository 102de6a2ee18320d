"""Icons by name: white pictures that came with the game, tinted and shrunk to the size asked for."""

from functools import lru_cache
from pathlib import Path

import pygame

from game import places
from game.ui.kit.theme import Colour


@lru_cache(maxsize=256)
def icon(name: str, size: int, colour: Colour) -> pygame.Surface | None:
    """Return the icon of `name`, or None if there is none: every icon has words beside it."""
    file = _file(name)
    if file is None:
        return None
    picture = pygame.image.load(str(file))
    tinted = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
    tinted.blit(picture, (0, 0))
    tinted.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    tinted.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.smoothscale(tinted, (size, size))


def _file(name: str) -> Path | None:
    file = places.assets_folder() / "icons" / f"{name}.png"
    return file if name and file.is_file() else None
