"""The game in its window: by keys alone, with the list of keys, explanations and the settings taken at
once."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.ui.app import App
from game.ui.flow import Flow
from game.ui.intents import Back, Help, Larger, Pressed, Why
from game.ui.kit import faults
from game.ui.window import VIEWS, Window, dressed
from game.ui.wishes import Screen
from game.ui.worker import AtOnce
from tests.ui.windows import disk


class Seat:
    """A window as `run` opens it, stepped by the test."""

    def __init__(self, folder: Path) -> None:
        self.flow = Flow(disk(folder, "the-deletion"), AtOnce())
        self.app = App(self.flow.handle, theme=dressed(self.flow.settings))
        self.window = Window(self.flow, self.app)
        self.app.handler, self.app.ticker = self.handle, self.tick
        self.refresh()

    def refresh(self) -> None:
        if not self.window.over:
            self.app.dress(self.window.theme())
            self.app.show(self.window.view())

    def handle(self, intent) -> None:
        self.window.handle(intent)
        self.refresh()

    def tick(self) -> bool:
        changed = self.window.tick()
        if changed:
            self.refresh()
        return changed

    def press(self, *ids: str) -> None:
        """Go to each thing with Tab and press it with Enter; the mouse is not used."""
        for id in ids:
            for _ in range(400):
                if self.app.stage.focused == id:
                    break
                self.key(pygame.K_TAB)
            else:
                raise AssertionError(f"{id} is not reached by Tab on {self.flow.screen}")
            self.key(pygame.K_RETURN)

    def key(self, code: int, mod: int = 0, unicode: str = "") -> None:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=unicode))
        self.app.step()


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    opened = Seat(tmp_path)
    opened.app.step()
    yield opened
    opened.flow.close()
    opened.app.close()


def said(seat: Seat) -> str:
    seat.app.draw()
    assert seat.app.canvas is not None
    assert faults(seat.app.canvas) == []
    return seat.app.canvas.said()


def test_every_screen_has_a_class_that_draws_it_under_its_own_name() -> None:
    assert set(VIEWS) == set(Screen)
    assert {screen.value for screen in VIEWS} == {getattr(view, "name", "") for view in VIEWS.values()}


def test_from_the_title_to_the_table_by_keys_alone(seat: Seat) -> None:
    seat.press("new_game")
    assert seat.flow.screen is Screen.NEW_GAME
    seat.press("begin", "ready", "skip")
    for _ in range(6):
        said(seat)
        if seat.flow.screen is Screen.ROUND_CARD:
            seat.press("go_on")
        if seat.flow.screen is Screen.DECISION:
            seat.key(pygame.K_1, unicode="1")
    assert seat.flow.screen is Screen.TABLE
    seat.key(pygame.K_SLASH, pygame.KMOD_SHIFT, "?")
    assert seat.flow.explanation is not None
    assert seat.flow.explanation.title in said(seat).replace("\n", " ")
    seat.key(pygame.K_ESCAPE)
    assert seat.flow.explanation is None
    said(seat)


def test_f1_lists_the_keys_and_esc_closes_the_list(seat: Seat) -> None:
    seat.key(pygame.K_F1)
    assert "full screen and back" in said(seat)
    seat.key(pygame.K_ESCAPE)
    assert "full screen and back" not in said(seat)
    assert seat.flow.screen is Screen.TITLE
    seat.handle(Help())
    seat.handle(Pressed("close_keys"))
    assert "full screen and back" not in said(seat)


def test_text_grows_at_once_by_its_keys_and_is_kept(seat: Seat) -> None:
    before = seat.app.theme.size("body")
    seat.handle(Larger(1))
    assert seat.app.theme.size("body") > before
    assert seat.flow.settings.text == 125
    seat.handle(Larger(-1))
    assert seat.app.theme.size("body") == before


def test_leaving_ends_the_window(seat: Seat) -> None:
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    seat.app.step()
    assert seat.window.over


def test_random_keys_never_raise_nor_lose_the_focus(seat: Seat) -> None:
    """From the title on, wherever they lead; only leaving is taken back."""
    chance = random.Random(1956)
    codes = [
        pygame.K_TAB, pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_UP, pygame.K_DOWN,
        pygame.K_LEFT,
        pygame.K_RIGHT, pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_1, pygame.K_3, pygame.K_F1,
        pygame.K_SLASH,
        pygame.K_HOME, pygame.K_END, pygame.K_BACKSPACE, pygame.K_ESCAPE,
    ]  # fmt: skip
    seen = set()
    for _ in range(800):
        code = chance.choice(codes)
        shifted = code in (pygame.K_SLASH, pygame.K_TAB) and chance.random() < 0.4
        seat.key(code, pygame.KMOD_SHIFT if shifted else 0)
        if seat.window.over:
            seat.flow.over = seat.window.over = False
            seat.refresh()
        seen.add(seat.flow.screen)
        items = {item.id for item in seat.app.stage.items}
        assert not items or seat.app.stage.focused in items
    assert len(seen) >= 4
    seat.handle(Why("nothing of the kind"))
    seat.handle(Back())


@pytest.mark.long
def test_the_window_takes_every_theme(seat: Seat) -> None:
    seat.press("new_game")
    for text in (100, 125, 150, 200):
        for contrast in (False, True):
            for size in ((1024, 640), (1280, 800), (1920, 1080)):
                seat.flow.settings = replace(seat.flow.settings, text=text, contrast=contrast)
                seat.refresh()
                seat.app.resize(size)
                said(seat)
