"""What a lesson of a shipped scenario names in quotation marks stands on the screen, in these very words."""

import re
from pathlib import Path

import pytest

from game import places
from game.rules.scenario import Scenario
from tests.conftest import DELETION, loaded

SPOKEN = re.compile(r'"([^"]+)"')
SENTENCES = (places.assets_folder() / "text" / "en.yaml").read_text("utf-8")


def on_screen(scenario: Scenario, words: str) -> bool:
    """Whether some sentence of the program is or begins with these words, a name standing where one may."""
    if words == "?" or any(words == action.label for action in scenario.actions):
        return True
    for party in scenario.parties:
        words = words.replace(party.name, "{party}")
    return f'"{words}' in SENTENCES


@pytest.mark.parametrize(
    "folder", sorted(DELETION.parent.glob("[a-z]*/scenario.yaml")), ids=lambda f: f.parent.name
)
def test_what_a_lesson_puts_in_quotation_marks_stands_on_the_screen(folder: Path) -> None:
    scenario = loaded(folder.parent)
    named = [
        words
        for lesson in scenario.dossier.lessons
        for stage in lesson.stages
        for words in SPOKEN.findall(stage.text)
        if not words.endswith(".")  # whole sentences are for the board in the room
    ]
    assert [words for words in named if not on_screen(scenario, words.rstrip(",:"))] == []


def test_a_lesson_lasts_as_long_as_its_stages_and_names_something(deletion: Scenario) -> None:
    assert {lesson.minutes for lesson in deletion.dossier.lessons} == {50, 90}
    assert any(
        '"Table offer"' in stage.text for lesson in deletion.dossier.lessons for stage in lesson.stages
    )
