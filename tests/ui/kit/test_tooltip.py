"""A tooltip covers neither what it is about nor, where there is room, anything else."""

import pygame
import pytest

from game.ui.kit import Button, Column, Label, Row, Space, Stage, Theme
from game.ui.kit.widgets.tooltip import place_beside

WINDOW = pygame.Rect(0, 0, 1280, 800)
TOLD = "It lies outside your orders: two islands at once, and talks on the others to go on."


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("spot", [(10, 10), (600, 10), (1150, 10), (10, 740), (600, 400), (1150, 740)])
def test_a_tip_stands_in_the_window_and_beside_its_item(spot: tuple[int, int], text: float) -> None:
    item = pygame.Rect(*spot, 120, 44)
    place = place_beside(Theme(text=text), TOLD, item, WINDOW)
    assert WINDOW.contains(place)
    assert not place.colliderect(item)


def test_a_tip_makes_way_for_the_next_control() -> None:
    column = [pygame.Rect(100, 60 + 52 * n, 400, 44) for n in range(12)]
    for n, item in enumerate(column):
        place = place_beside(Theme(), TOLD, item, WINDOW, column[:n] + column[n + 1 :])
        assert place.collidelist(column) == -1


def test_a_tip_makes_way_for_words() -> None:
    item, words = pygame.Rect(100, 100, 300, 44), pygame.Rect(90, 150, 500, 300)
    assert not place_beside(Theme(), TOLD, item, WINDOW, (), [words]).colliderect(words)


def test_what_fills_the_window_still_has_its_tip_in_the_window() -> None:
    assert WINDOW.contains(place_beside(Theme(text=2.0), TOLD * 3, WINDOW.copy(), WINDOW))


def test_the_tip_of_a_drawn_button_leaves_the_others_free(window: None) -> None:
    stage = Stage(Theme(), (1280, 800))
    buttons = [Button(n, f"Button {n}", hint=TOLD) for n in range(8)]
    stage.show(Row(Column(*buttons), Space(40), Label("Words at the side of them, in the way.")), "buttons")
    for n in range(8):
        stage.focus.go(n)
        canvas = stage.paint(pygame.Surface((1280, 800)))
        over = [box.rect for box in canvas.record.boxes if box.layer]
        assert over
        rects = [item.rect for item in stage.items]
        assert all(box.collidelist(rects) == -1 for box in over)
