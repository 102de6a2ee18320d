"""The window: opens it, turns its events into intents, shows screens and draws only when something changed.

What the intents mean is the business of the flow behind it; a screen is drawn to a surface like any other
picture.
"""

import os
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any, Protocol

import pygame

from game.ui.display import NoDisplay, laid_out, open_display, usual_size
from game.ui.held import Held
from game.ui.intents import Chosen, Full, Intent, Larger, Leave, Pressed
from game.ui.kit import fonts, paint, text
from game.ui.kit.account import Account, account
from game.ui.kit.canvas import Canvas
from game.ui.kit.stage import Stage
from game.ui.kit.theme import TEXT_FACTORS, Theme, scale_for
from game.ui.kit.widget import Widget
from game.ui.kit.widgets.text_field import TextField
from game.ui.reader import ASKED, attached, hides_first, screen_readers
from game.ui.sound import Sounds

FRAMES = 60  # looks at the events a second; frames are drawn only when something changed
SHOWN = (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN, pygame.WINDOWFOCUSGAINED)
ACTS = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, ASKED)
POINTED = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
COMMANDS = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META
HANDED_OVER = "privacy"  # the screen that stands between two delegations at one machine
DOUBLE, NEAR = 350, 8  # milliseconds and pixels within which two clicks are a double click


class Screen(Protocol):
    """What the app can show: built anew whenever something changed, from a model that stands still."""

    @property
    def name(self) -> str: ...

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget: ...


class App:
    """One window. `handler` gets every intent; `ticker` is asked between frames and says if anything
    changed."""

    def __init__(
        self,
        handler: Callable[[Intent], None],
        ticker: Callable[[], bool] = lambda: False,
        *,
        theme: Theme | None = None,
        size: tuple[int, int] | None = None,
        title: str = "Plenipotentiary",
        sound: bool = True,
        plain: bool = False,
        readers: bool = False,
    ) -> None:
        """Open the window.

        Args:
            size: in pixels; as suits the screen if left out.
            readers: whether screen readers are let in, where the extra for them is installed.

        Raises:
            NoDisplay: there is none to open it on.
        """
        self.handler, self.ticker = handler, ticker
        if plain:
            # A software path without the copy to the graphics card: four times less work over a slow line.
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        open_display()
        pygame.display.set_caption(title)
        self.full = False
        kit = screen_readers() if readers else None
        self.surface = self._window(size or usual_size(), hidden=hides_first(kit))
        self.reader = attached(kit, title)
        # Told every frame that is drawn, and whether it follows from what a person did in the same turn.
        self.listener: Callable[[Account, bool], None] | None = None
        if hides_first(kit):
            self.surface = self._window(self.surface.get_size())
        self._before = self.surface.get_size()  # of the window before it filled the screen
        self.size = laid_out(self.surface.get_size())
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
        self.held = Held()
        self._typing: TextField | None = None
        self._acted = False  # a person did something in this turn
        self._away = False  # nobody can see the window
        self._dragged = False  # its size changed in this turn
        self._last: tuple[int, tuple[int, int], str, Hashable] = (
            -DOUBLE,
            (0, 0),
            "",
            None,
        )  # the last click: when, where, on which screen, on what
        self._clock = pygame.time.Clock()

    def _window(self, size: tuple[int, int], *, hidden: bool = False) -> pygame.Surface:
        if self.full:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        return pygame.display.set_mode(size, pygame.RESIZABLE | (pygame.HIDDEN if hidden else 0))

    def show(self, screen: Screen, focus: Any = None) -> None:
        """Show a screen; the same name as before keeps focus, scrolling and what is typed.

        When the chair is handed over nothing is kept: it would show the one side what the other looked at.
        """
        self.screen = screen
        self.stage.show(screen.build(self.theme, self.size), screen.name, focus)
        if screen.name == HANDED_OVER:
            self.stage.forget()

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

    def resize(self, window: tuple[int, int]) -> None:
        """Lay out for another size of the window; below the smallest size all of it is drawn smaller."""
        size = laid_out(window)
        if size != self.size:
            self.size = size
            text.forget()
            paint.forget()
            self.theme = self.theme.fitted(size)
            self._rebuild()
        self.stage.dirty = True

    def toggle_full(self) -> None:
        """Go to full screen, or back to the window as it was."""
        if not self.full:
            self._before = self.surface.get_size()
        self.full = not self.full
        self.surface = self._window(self._before)
        self.resize(self.surface.get_size())

    def spot(self, window: tuple[int, int]) -> tuple[int, int]:
        """Return which spot of what is laid out is shown at a spot of the window."""
        wide, high = self.surface.get_size()
        return window[0] * self.size[0] // max(1, wide), window[1] * self.size[1] // max(1, high)

    def step(self) -> tuple[Intent, ...]:
        """Do one turn of the loop: events, what changed by itself, a frame if needed. Return the intents."""
        asked: list[Intent] = []
        self._acted = False
        for event in self.held.meant(pygame.event.get()):
            self._acted = self._acted or event.type in ACTS
            for intent in self._event(self._written(event)):
                asked.append(intent)
                self._answer(intent)
        if self.ticker():
            self.stage.dirty = True
        self._text_input()
        if self.stage.dirty and not self._away:
            self.draw()
        self._dragged = False
        if not self.sounds.sought:  # the device is opened when there is something to see
            self.sounds.open()
        return tuple(asked)

    def _written(self, event: Any) -> Any:
        """Return a letter struck in the same turn as the Tab into its field as text: the system was not yet
        asked for any."""
        late = event.type == pygame.KEYDOWN and self._typing is None and self.stage.field() is not None
        if late and event.unicode.isprintable() and event.unicode and not event.mod & COMMANDS:
            return pygame.event.Event(pygame.TEXTINPUT, text=event.unicode)
        return event

    def _event(self, event: Any) -> tuple[Intent, ...]:
        if event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            self.surface = pygame.display.get_surface() or self.surface
            self._dragged = laid_out(self.surface.get_size()) != self.size
            self.resize(self.surface.get_size())
            return ()
        if event.type == ASKED:
            return self.stage.ask(event.id, press=event.press)
        if self.reader is not None and event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            self.reader.has_focus(event.type == pygame.WINDOWFOCUSGAINED)
        if event.type in SHOWN:
            self._away = False
            self.stage.dirty = True
            return ()
        if event.type in (pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN):
            self._away = True
            return ()
        if event.type in POINTED:
            where = {"pos": self.spot(event.pos)}
            event = pygame.event.Event(event.type, {**event.dict, **where})
            if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and self._is_slip(event.pos):
                return ()
        if event.type == pygame.MOUSEWHEEL:
            return self.stage.wheel(event.y, self.spot(pygame.mouse.get_pos()))
        return self.stage.event(event)

    def _is_slip(self, spot: tuple[int, int]) -> bool:
        """Say whether this is the second half of a double click whose first half changed what lies there.

        Otherwise who clicks twice on "new game" presses what the next screen happens to have in that place.
        """
        at, where, screen, id = self._last
        under, now = self.stage.item_at(spot), pygame.time.get_ticks()
        self._last = (now, spot, self.stage.screen, under.id if under else None)
        near = max(abs(spot[0] - where[0]), abs(spot[1] - where[1])) <= NEAR
        return now - at < DOUBLE and near and (screen, id) != self._last[2:]

    def _answer(self, intent: Intent) -> None:
        if isinstance(intent, Pressed | Chosen):
            self.sounds.play("key")
        if isinstance(intent, Full):
            self.toggle_full()
        else:
            self.handler(intent)

    def _text_input(self) -> None:
        """Let the input method work while a text field has the focus, and only then: else it eats the
        keys."""
        field = self.stage.field()
        if field is not None:
            self._show_caret(field)
        before, self._typing = self._typing, field
        if field is None and before is not None:
            pygame.key.stop_text_input()
        elif field is not None and before is None:
            pygame.key.start_text_input()
        if before is not None and (field is None or field.id != before.id):
            before.typing.composing = ""  # what was not finished is dropped with the focus

    def _show_caret(self, field: TextField) -> None:
        """Tell the input method where its candidates belong: at the caret, in pixels of the window."""
        spot, (wide, high) = field.caret(), self.surface.get_size()
        across, down = wide / self.size[0], high / self.size[1]
        pygame.key.set_text_input_rect(
            pygame.Rect(
                round(spot.x * across), round(spot.y * down), round(spot.w * across), round(spot.h * down)
            )
        )

    def draw(self) -> None:
        """Draw a frame; the first comes soon, and those while the size changes: what takes long is left to
        the next."""
        hurried = self.frames == 0 or self._dragged
        if self.surface.get_size() == self.size:
            self.canvas = self.stage.paint(self.surface, hurried=hurried)
        else:  # a window below the smallest size shows a larger picture, shrunk to fit
            whole = pygame.Surface(self.size)
            self.canvas = self.stage.paint(whole, hurried=hurried)
            self.surface.blit(pygame.transform.smoothscale(whole, self.surface.get_size()), (0, 0))
        pygame.display.flip()
        self.frames += 1
        if self.reader is not None or self.listener is not None:
            self._tell(account(self.stage, self.canvas))

    def _tell(self, told: Account) -> None:
        if self.reader is not None:
            self.reader.show(told)
        if self.listener is not None:
            self.listener(told, self._acted)

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
