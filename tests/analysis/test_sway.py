"""Two series held against each other: what moved, and what chance alone moves."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.simulate import Played
from game.analysis.sway import floor_of, sway
from game.rules.scenario import Trigger

GAME = Played(0, 0, Trigger.DEADLINE, (), False, False, (0, 0), (), 1, 0)


def games(endings: list[int]) -> list[Played]:
    return [replace(GAME, number=number, ending=ending) for number, ending in enumerate(endings)]


def test_what_moved_is_half_the_sum_of_the_differences() -> None:
    found = sway(games([0, 0, 1, 2]), games([0, 1, 1, 1]))
    assert (found.games, found.turned, found.apart) == (4, 2, 500)
    assert (found.most, found.by) == (1, 2)


def test_games_that_change_places_move_nothing() -> None:
    found = sway(games([0, 1]), games([1, 0]))
    assert (found.turned, found.apart, found.most, found.by) == (2, 0, -1, 0)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=40))
def test_no_more_moves_than_turned_and_it_is_as_far_there_as_back(pairs: list[tuple[int, int]]) -> None:
    before, after = games([one for one, _ in pairs]), games([other for _, other in pairs])
    found = sway(before, after)
    assert found.apart * found.games <= 1000 * found.turned
    assert (found.apart == 0) == (found.most == -1)
    assert sway(after, before).apart == found.apart
    assert floor_of((before, after, before)) == found.apart


def test_series_that_are_not_as_long_are_refused() -> None:
    with pytest.raises(ValueError, match="as many"):
        sway(games([0]), games([0, 1]))
