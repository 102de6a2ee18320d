"""Keys struck at random, on every screen and through the game: nothing raises and the focus is never lost."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.ui.intents import Scrolled
from game.ui.kit import Button, Column, Item, Key, Stage, Theme, Widget, faults
from game.ui.previewing import begin_preview
from game.ui.wishes import Screen
from tests.ui.every_screen import EVERY
from tests.ui.keys import Keyboard, keyboard
from tests.ui.screen_checks import staged
from tests.ui.windows import PORTS

OFTEN = (pygame.K_TAB, pygame.K_RETURN, pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT)
SELDOM = (
    pygame.K_SPACE, pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END, pygame.K_BACKSPACE,
    pygame.K_DELETE, pygame.K_ESCAPE, pygame.K_F1, pygame.K_SLASH, pygame.K_a, pygame.K_z, pygame.K_s,
    pygame.K_c, pygame.K_v, pygame.K_x, pygame.K_1, pygame.K_2, pygame.K_5, pygame.K_9, pygame.K_KP_3,
    pygame.K_MINUS, pygame.K_EQUALS, pygame.K_F7, pygame.K_INSERT, pygame.K_F2, pygame.K_F3,
)  # fmt: skip
SHORT, LONG = 200, 2_000
LOOKS = 25  # a frame is drawn after as many keys; what was scrolled to must fit


def strokes(chance: random.Random) -> Iterator[Any]:
    """Yield events as a keyboard sends them: keys with and without Shift and Ctrl, and what they write."""
    while True:
        code = chance.choice(OFTEN if chance.random() < 0.6 else SELDOM)
        mod = chance.choice((0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL))
        sign = chr(code) if 32 <= code < 127 and not mod & pygame.KMOD_CTRL else ""
        yield pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=sign)
        if sign:
            yield pygame.event.Event(pygame.TEXTINPUT, text=sign)
        if chance.random() < 0.9:  # else it is still held when the next is struck
            yield pygame.event.Event(pygame.KEYUP, key=code, mod=mod)


def has_focus(stage: Stage) -> bool:
    """Say whether what has the focus is there to be seen now; a screen without items has none."""
    ids = {item.id for item in stage.root.items()}
    return stage.focused in ids or not ids


def strike(screen: Any, times: int, size: tuple[int, int], text: float, seed: int = 1956) -> None:
    """Strike so many keys on a screen, which is built anew after every wish, as the window does."""
    stage, chance = staged(screen, size, text), random.Random(seed)
    surface, coming = pygame.Surface(size), strokes(chance)
    assert has_focus(stage), f"{screen.name} begins without a focus"
    for struck in range(times):
        event = next(coming)
        asked = stage.event(event)
        assert has_focus(stage), f"the focus is lost on {screen.name} by {event} at key {struck}"
        if asked and not isinstance(asked[0], Scrolled):
            stage.show(screen.build(stage.theme, size), screen.name)
            assert has_focus(stage), f"the focus is lost on {screen.name}, shown again after {asked}"
        if struck % LOOKS == LOOKS - 1:
            assert faults(stage.paint(surface)) == []


@pytest.mark.parametrize("name", EVERY)
def test_two_hundred_keys_on_every_screen(window: None, name: str) -> None:
    strike(EVERY[name](), SHORT, (1024, 640), 2.0)


@pytest.mark.long
@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("name", EVERY)
def test_two_thousand_keys_on_every_screen(
    window: None, name: str, size: tuple[int, int], text: float
) -> None:
    strike(EVERY[name](), LONG, size, text)


# The game itself


def through_the_game(person: Keyboard, times: int, seed: int) -> set[Screen]:
    """Strike keys wherever they lead; only leaving the game is taken back. Return the screens met."""
    coming, seen, stage = strokes(random.Random(seed)), set(), person.app.stage
    for struck in range(times):
        event = next(coming)
        pygame.event.post(event)
        person.settle()
        if person.window.over:
            person.flow.over = person.window.over = False
            person.refresh()
        seen.add(person.flow.screen)
        assert has_focus(stage), f"the focus is lost on {person.flow.screen} by {event} at key {struck}"
    return seen


def at_the_title(person: Keyboard) -> None:
    assert person.flow.screen is Screen.TITLE


def at_the_table(person: Keyboard) -> None:
    person.press("new_game", "side:japan", "more")
    person.go("seed")
    person.write("11")
    person.press("begin", "ready", "skip", "go_on")
    assert person.flow.screen is Screen.TABLE


def at_the_end(person: Keyboard) -> None:
    at_the_table(person)
    person.press("walk_out", "walk_out")
    assert person.flow.screen is Screen.DEBRIEF


def at_work(person: Keyboard) -> None:
    begin_preview(person.flow, PORTS)
    person.refresh()
    person.settle()
    assert person.flow.preview is not None


BEGINNINGS = (at_the_title, at_the_table, at_the_end, at_work)


@pytest.mark.parametrize("begin", [*BEGINNINGS[:-1], pytest.param(at_work, marks=pytest.mark.long)])
def test_random_keys_through_the_game(tmp_path: Path, begin: Callable[[Keyboard], None]) -> None:
    with keyboard(tmp_path) as person:
        begin(person)
        through_the_game(person, SHORT, 1956)


@pytest.mark.long
@pytest.mark.parametrize("begin", BEGINNINGS)
def test_two_thousand_random_keys_through_the_game_thrice(
    tmp_path: Path, begin: Callable[[Keyboard], None]
) -> None:
    met: set[Screen] = set()
    for seed in range(3):
        with keyboard(tmp_path / str(seed)) as person:
            begin(person)
            met |= through_the_game(person, LONG, seed)
    assert len(met) > 3, "keys that lead nowhere prove nothing"


# The harness notices what it is there to notice


class Planted:
    """A screen of two buttons and a widget with a fault."""

    name = "planted"

    def __init__(self, fault: Callable[[], Widget]) -> None:
        self.fault = fault

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        return Column(Button("one", "One"), self.fault(), Button("two", "Two"))


class Losing(Widget):
    """Takes another name while it has the focus, and tells nobody."""

    times = 0

    def own_items(self) -> Iterator[Item]:
        yield Item(("losing", self.times), self.rect, "Losing")

    def key(self, id: object, key: Key) -> None:
        self.times += key.name in ("home", "end", "pageup", "pagedown")


class Raising(Losing):
    """Cannot bear a key."""

    def key(self, id: object, key: Key) -> None:
        if key.name in ("home", "end", "pageup", "pagedown", "a"):
            raise ZeroDivisionError("a fault of this screen")


def test_a_screen_that_loses_its_focus_is_caught(window: None) -> None:
    with pytest.raises(AssertionError, match="the focus is lost on planted"):
        strike(Planted(Losing), SHORT, (1280, 800), 1.0)


def test_a_screen_that_raises_on_a_key_is_caught(window: None) -> None:
    with pytest.raises(ZeroDivisionError):
        strike(Planted(Raising), SHORT, (1280, 800), 1.0)
    strike(Planted(lambda: Button("three", "Three")), SHORT, (1280, 800), 1.0)
