"""The kit is tested without a window: fonts are opened, everything is drawn to surfaces."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from collections.abc import Iterator

import pygame
import pytest


@pytest.fixture(autouse=True)
def display() -> Iterator[None]:
    """Open the libraries anew for each test that lost them; fonts from before a quit must not be used."""
    from game.ui.kit import fonts, text

    if not pygame.font.get_init():
        text.forget()
        fonts.forget()
    pygame.display.init()
    pygame.font.init()
    pygame.event.clear()
    return
