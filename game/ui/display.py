"""The display: opened without a word, or a sentence why it cannot be; how large a window is to be."""

import os

import pygame

from game.ui.quiet import quiet

SMALLEST = (1024, 640)
USUAL = (1280, 800)
NO_DISPLAY_DRIVERS = ("dummy", "offscreen", "evdev")


class NoDisplay(Exception):
    """There is no display to open a window on; the text is a sentence that says what to do instead."""


def usual_size() -> tuple[int, int]:
    """Return the size of a new window on the screen there is."""
    sizes = pygame.display.get_desktop_sizes()
    there = sizes and pygame.display.get_driver().lower() not in NO_DISPLAY_DRIVERS
    return opening_size(sizes[0]) if there else USUAL


def open_display() -> None:
    """Open the display and the fonts.

    Raises:
        NoDisplay: no display, or one that nobody can see which nobody asked for.
    """
    asked = os.environ.get("SDL_VIDEODRIVER", "")
    try:
        with quiet():
            pygame.display.init()
    except pygame.error as fault:
        raise NoDisplay(no_display_sentence(str(fault))) from fault
    driver = pygame.display.get_driver()
    if driver.lower() in NO_DISPLAY_DRIVERS and driver.lower() != asked.lower():
        pygame.display.quit()
        raise NoDisplay(no_display_sentence("there is no display"))
    pygame.font.init()
    pygame.event.clear()


def no_display_sentence(reason: str) -> str:
    """Return what is told where no window can be opened."""
    return f"W01: no window can be opened here ({reason.rstrip('.')}); the game goes on in this terminal."


def opening_size(desktop: tuple[int, int]) -> tuple[int, int]:
    """Return the size of a new window: the usual one, more on a screen of many pixels, never over its edge.

    Where a screen packs its pixels closely (a laptop of 3840 x 2160, say) a window of the usual size would be
    a stamp with words nobody can read. SDL's own means do not serve: `SCALED` draws small and blows it up,
    which blurs the words, and `allow_high_dpi` belongs to `pygame.Window`, not to `set_mode`. With the
    awareness asked for above, Windows gives true pixels, as X11 does anyway.
    """
    factor = max(1.0, min(desktop[0] / 1920, desktop[1] / 1080, 2.5))
    wide, high = (round(side * factor) for side in USUAL)
    return min(wide, desktop[0]), min(high, max(desktop[1] - 72, desktop[1] * 9 // 10))


def laid_out(window: tuple[int, int]) -> tuple[int, int]:
    """Return the size to lay out for: the window's own, or, below the smallest, a larger one of its shape."""
    factor = max(1.0, SMALLEST[0] / max(1, window[0]), SMALLEST[1] / max(1, window[1]))
    return (
        max(SMALLEST[0], round(window[0] * factor)),
        max(SMALLEST[1], round(window[1] * factor)),
    )
