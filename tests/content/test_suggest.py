"""At most one suggestion, and none rather than a silly one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.suggest import closest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("reservaton_value", ["reservation_value", "batna"], "reservation_value"),
        ("BATNA", ["reservation_value", "batna"], "batna"),
        ("two-after", ["two_after", "two_at_once"], "two_after"),
        ("evening17", ["evening_17", "evening_18"], "evening_17"),
        ("helicopter", ["islands", "rest"], ""),
        ("", ["islands"], ""),
        ("islands", [], ""),
    ],
)
def test_the_closest_word_is_found_whatever_the_case_and_hyphens(word, known, meant):
    assert closest(word, known) == meant


def test_an_endless_word_is_not_compared():
    assert closest("x" * 100_000, ["x" * 100]) == ""


@given(st.text(), st.lists(st.text()))
def test_a_suggestion_is_one_of_the_known_words_or_nothing(word, known):
    assert closest(word, known) in (*known, "")
