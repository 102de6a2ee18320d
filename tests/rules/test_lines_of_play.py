"""The lines of play of three tiny scenarios are as many as their files say, by both engines."""

from collections.abc import Callable

import pytest

from tests.rules.lines_of_play import (
    DEEP,
    NAMES,
    SHALLOW,
    counted_by_rules,
    counted_literally,
    scenario,
    stored,
    written,
)

BOTH = pytest.mark.parametrize("counted", [counted_by_rules, counted_literally], ids=["rules", "literally"])


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_short_lines_are_as_many_as_stored(name: str, counted: Callable) -> None:
    depth = SHALLOW[name]
    assert written(counted(scenario(name), depth)) == stored(name)[:depth]


@pytest.mark.long
@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_long_lines_are_as_many_as_stored(name: str, counted: Callable) -> None:
    assert written(counted(scenario(name), DEEP[name])) == stored(name)
