"""The scenario's own voice takes no side; whoever is quoted may."""

from pathlib import Path

import pytest

from game.content.load import load_sources

PORTS = Path(__file__).parents[1] / "scenarios" / "two-ports" / "scenario.yaml"


def codes_with(words: str) -> tuple[str, ...]:
    text = PORTS.read_text(encoding="utf-8")
    old = "public: Two towns, one estuary, one week."
    assert text.count(old) == 1
    return load_sources(
        {"two-ports/scenario.yaml": text.replace(old, f"public: |\n    {words}")}
    ).report.codes()


@pytest.mark.parametrize(
    "words", ["The Northern Territories.", "A GIFT.", "It was to be  returned.", "the inherent territory"]
)
def test_a_contested_word_is_told(words: str) -> None:
    assert codes_with(words) == ("N510",)


@pytest.mark.parametrize(
    "words",
    [
        "He spoke of \u201cthe Northern Territories\u201d.",
        'He spoke of "a gift".',
        "They call it the 'inherent territory'.",
        "He returned to the island, gifted and preoccupied.",
    ],
)
def test_what_is_quoted_or_part_of_another_word_is_not(words: str) -> None:
    assert codes_with(words) == ()
