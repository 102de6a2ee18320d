"""The window is tested without one: fonts are opened, everything is drawn to surfaces."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame
import pytest


@pytest.fixture
def window() -> None:
    """Have the libraries open, as the app has them; fonts from before a quit must not be used."""
    from game.ui.kit import fonts, text

    if not pygame.font.get_init():
        text.forget()
        fonts.forget()
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((64, 64))
    pygame.event.clear()
