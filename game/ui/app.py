"""The window: opens it, turns its events into intents, shows screens and draws only when something changed.

What the intents mean is the business of the flow behind it; a screen is drawn to a surface like any other
picture.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_IME_SHOW_UI", "1")
if sys.platform == "win32":
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")

import pygame

from game.ui.intents import Chosen, Intent, Larger, Leave, Pressed
from game.ui.kit import fonts, paint, text
from game.ui.kit.canvas import Canvas
from game.ui.kit.stage import Stage
from game.ui.kit.theme import TEXT_FACTORS, Theme, scale_for
from game.ui.kit.widget import Widget
from game.ui.sound import Sounds

SMALLEST = (1024, 640)
USUAL = (1280, 800)
FRAMES = 60  # looks at the events a second; frames are drawn only when something changed
NO_DISPLAY_DRIVERS = ("dummy", "offscreen", "evdev")


class Screen(Protocol):
    """What the app can show: built anew whenever something changed, from a model that stands still."""

    @property
    def name(self) -> str: ...

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget: ...


class NoDisplay(Exception):
    """There is no display to open a window on; the text is a sentence that says what to do instead."""


class App:
    """One window. `handler` gets every intent; `ticker` is asked between frames and says if anything
    changed."""

    def __init__(
        self,
        handler: Callable[[Intent], None],
        ticker: Callable[[], bool] = lambda: False,
        *,
        theme: Theme | None = None,
        size: tuple[int, int] = USUAL,
        title: str = "Plenipotentiary",
        sound: bool = True,
        plain: bool = False,
    ) -> None:
        """Open the window.

        Raises:
            NoDisplay: there is none to open it on.
        """
        self.handler, self.ticker = handler, ticker
        if plain:
            # A software path without the copy to the graphics card: four times less work over a slow line.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        open_display()
        pygame.display.set_caption(title)
        self.size = size
        self.full = False
        self.surface = self._window(size)
        self.size = self.surface.get_size()
        # Held keys repeat: carets and lists move on.
        pygame.key.set_repeat(350, 40)
        pygame.key.stop_text_input()
        self.theme = replace((theme or Theme()).fitted(self.size), plain=plain)
        self.stage = Stage(self.theme, self.size)
        self.screen: Screen | None = None
        self.sounds = Sounds(on=sound)
        self.running = True
        self.canvas: Canvas | None = None
        self.frames = 0
        self._typing = False
        self._clock = pygame.time.Clock()

    def _window(self, size: tuple[int, int]) -> pygame.Surface:
        if self.full:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        return pygame.display.set_mode(size, pygame.RESIZABLE)

    def show(self, screen: Screen, focus: Any = None) -> None:
        """Show a screen; the same name as before keeps focus, scrolling and what is typed."""
        self.screen = screen
        self.stage.show(screen.build(self.theme, self.size), screen.name, focus)

    def dress(self, theme: Theme) -> None:
        """Take another theme (text size, contrast, plain); the scale stays that of the window."""
        theme = replace(theme, scale=scale_for(self.size))
        if theme != self.theme:
            self.theme = theme
            text.forget()
            paint.forget()
            self._rebuild()

    def _rebuild(self) -> None:
        self.stage.resize(self.size, self.theme)
        if self.screen is not None:
            self.stage.show(self.screen.build(self.theme, self.size), self.screen.name)

    def resize(self, size: tuple[int, int]) -> None:
        """Lay out for another size of the window; below the smallest it is drawn at the smallest and cut."""
        size = (max(size[0], SMALLEST[0]), max(size[1], SMALLEST[1]))
        if size != self.size:
            self.size = size
            text.forget()
            paint.forget()
            self.theme = self.theme.fitted(size)
            self._rebuild()
        self.stage.dirty = True

    def toggle_full(self) -> None:
        """Go to full screen, or back to a window."""
        self.full = not self.full
        self.surface = self._window(USUAL)
        self.resize(self.surface.get_size())

    def step(self) -> tuple[Intent, ...]:
        """Do one turn of the loop: events, what changed by itself, a frame if needed. Return the intents."""
        asked: list[Intent] = []
        for event in pygame.event.get():
            for intent in self._event(event):
                asked.append(intent)
                self._answer(intent)
        if self.ticker():
            self.stage.dirty = True
        self._text_input()
        if self.stage.dirty:
            self.draw()
        if not self.sounds.sought:  # the device is opened when there is something to see
            self.sounds.open()
        return tuple(asked)

    def _event(self, event: Any) -> tuple[Intent, ...]:
        if event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self.toggle_full()
            return ()
        if event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            self.surface = pygame.display.get_surface() or self.surface
            self.resize(self.surface.get_size())
            return ()
        if event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWFOCUSGAINED):
            self.stage.dirty = True
            return ()
        return self.stage.event(event)

    def _answer(self, intent: Intent) -> None:
        if isinstance(intent, Pressed | Chosen):
            self.sounds.play("key")
        self.handler(intent)

    def _text_input(self) -> None:
        """Let the input method work while a text field has the focus, and only then: else it eats the
        keys."""
        field = self.stage.field()
        if field is not None:
            pygame.key.set_text_input_rect(field.rect)
        if (field is not None) != self._typing:
            self._typing = field is not None
            if self._typing:
                pygame.key.start_text_input()
            else:
                pygame.key.stop_text_input()

    def draw(self) -> None:
        """Draw a frame; the first comes soon, with what takes long left to the second."""
        hurried = self.frames == 0
        if self.surface.get_size() == self.size:
            self.canvas = self.stage.paint(self.surface, hurried=hurried)
        else:  # a window below the smallest size shows the corner of a larger picture, shrunk to fit
            whole = pygame.Surface(self.size)
            self.canvas = self.stage.paint(whole)
            self.surface.blit(pygame.transform.smoothscale(whole, self.surface.get_size()), (0, 0))
        pygame.display.flip()
        self.frames += 1

    def run(self) -> None:
        """Run until `running` is False."""
        while self.running:
            self.step()
            self._clock.tick(FRAMES)

    def close(self) -> None:
        """Close the window and the sound, and let go of the fonts, which the library would leave dangling."""
        self.sounds.close()
        text.forget()
        fonts.forget()
        paint.forget()
        pygame.quit()


def open_display() -> None:
    """Open the display and the fonts.

    Raises:
        NoDisplay: no display, or one that nobody can see which nobody asked for.
    """
    asked = os.environ.get("SDL_VIDEODRIVER", "")
    try:
        pygame.display.init()
    except pygame.error as fault:
        raise NoDisplay(no_display_sentence(str(fault))) from fault
    driver = pygame.display.get_driver()
    if driver.lower() in NO_DISPLAY_DRIVERS and driver.lower() != asked.lower():
        pygame.display.quit()
        raise NoDisplay(no_display_sentence(f"only '{driver}' was found"))
    pygame.font.init()
    pygame.event.clear()


def no_display_sentence(reason: str) -> str:
    """Return what is told where no window can be opened."""
    return f"W01: no window can be opened here ({reason.rstrip('.')}); the game goes on in this terminal."


class Flow(Protocol):
    """What `play` needs of the flow of screens."""

    over: bool

    def handle(self, asked: Intent) -> None: ...

    def tick(self) -> bool: ...


def play(flow: Flow, view: Callable[[], Screen], theme: Callable[[], Theme], app: App) -> None:
    """Run a flow in a window until it is over.

    Args:
        view: makes the screen for where the flow stands now.
        theme: the person's settings as a theme; its scale is not used.
    """

    def handle(intent: Intent) -> None:
        flow.handle(intent)
        refresh()

    def tick() -> bool:
        changed = flow.tick()
        if changed:
            refresh()
        return changed

    def refresh() -> None:
        app.running = not flow.over
        app.dress(theme())
        if not flow.over:
            app.show(view())

    app.handler, app.ticker = handle, tick
    refresh()
    app.run()


def next_factor(factor: float, steps: int) -> float:
    """Return the text factor some steps larger or smaller."""
    at = min(range(len(TEXT_FACTORS)), key=lambda n: abs(TEXT_FACTORS[n] - factor))
    return TEXT_FACTORS[max(0, min(len(TEXT_FACTORS) - 1, at + steps))]


__all__ = ["App", "Larger", "Leave", "NoDisplay", "Screen", "next_factor", "open_display", "play"]
