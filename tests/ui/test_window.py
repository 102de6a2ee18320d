"""The game in its window: by keys alone, with the list of keys, explanations and the settings taken at
once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.ui.intents import Help, Larger, Pressed
from game.ui.window import VIEWS
from game.ui.wishes import Screen
from tests.ui.keys import Keyboard, keyboard


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Keyboard]:
    with keyboard(tmp_path) as seated:
        yield seated


def test_every_screen_has_a_class_that_draws_it_under_its_own_name() -> None:
    assert set(VIEWS) == set(Screen)
    assert {screen.value for screen in VIEWS} == {getattr(view, "name", "") for view in VIEWS.values()}


def test_from_the_title_to_the_table_by_keys_alone(seat: Keyboard) -> None:
    seat.press("new_game")
    assert seat.flow.screen is Screen.NEW_GAME
    seat.press("begin", "ready", "skip")
    for _ in range(6):
        seat.said()
        if seat.flow.screen is Screen.ROUND_CARD:
            seat.press("go_on")
        if seat.flow.screen is Screen.DECISION:
            seat.key(pygame.K_1, unicode="1")
    assert seat.flow.screen is Screen.TABLE
    seat.key(pygame.K_SLASH, pygame.KMOD_SHIFT, "?")
    assert seat.flow.explanation is not None
    assert seat.flow.explanation.title in seat.said()
    seat.key(pygame.K_ESCAPE)
    assert seat.flow.explanation is None
    seat.said()


def test_f1_lists_the_keys_and_esc_closes_the_list(seat: Keyboard) -> None:
    seat.key(pygame.K_F1)
    assert "Full screen and back" in seat.said()
    seat.key(pygame.K_ESCAPE)
    assert "Full screen and back" not in seat.said()
    assert seat.flow.screen is Screen.TITLE
    seat.handle(Help())
    seat.handle(Pressed("close_keys"))
    assert "Full screen and back" not in seat.said()


def test_text_grows_at_once_by_its_keys_and_is_kept(seat: Keyboard) -> None:
    before = seat.app.theme.size("body")
    seat.handle(Larger(1))
    assert seat.app.theme.size("body") > before
    assert seat.flow.settings.text == 125
    seat.handle(Larger(-1))
    assert seat.app.theme.size("body") == before


def test_leaving_ends_the_window(seat: Keyboard) -> None:
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    seat.app.step()
    assert seat.window.over


@pytest.mark.long
def test_the_window_takes_every_theme(seat: Keyboard) -> None:
    seat.press("new_game")
    for text in (100, 125, 150, 200):
        for contrast in (False, True):
            for size in ((1024, 640), (1280, 800), (1920, 1080)):
                seat.flow.settings = replace(seat.flow.settings, text=text, contrast=contrast)
                seat.refresh()
                seat.app.resize(size)
                seat.said()


def test_letters_struck_at_once_behind_the_tab_into_a_field_are_written(seat: Keyboard) -> None:
    seat.press("new_game", "more")
    seat.go("seed")
    seat.key(pygame.K_TAB, pygame.KMOD_SHIFT)
    for code, unicode in ((pygame.K_TAB, "\t"), (pygame.K_4, "4"), (pygame.K_2, "2")):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=unicode))
    seat.settle()
    assert seat.flow.new.seed == "42"
