"""A part that scrolls."""

import pygame
import pytest

from game.ui.kit import Scroll, Space, Theme


@pytest.mark.usefixtures("window")
def test_a_log_scrolled_up_comes_back_to_its_end_with_a_new_line() -> None:
    memory: dict[object, object] = {}

    def log(lines: int) -> Scroll:
        part = Scroll("log", Space(30 * lines), end=True)
        part.adopt(memory)
        part.set_in(Theme(), pygame.Rect(0, 0, 100, 90))
        return part

    first = log(10)
    first.by(-60)
    again = log(10)
    assert again.offset == again.most - 60
    grown = log(11)
    assert grown.offset == grown.most
