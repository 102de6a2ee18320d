"""The interface in German: every sentence that is translated fits its original, and fits the screens."""

from pathlib import Path
from typing import Any

import pytest

from game import places
from game.desk.translating import INTERFACE, examined, parts_of
from game.text.catalogue import Catalogue, load
from tests.ui import positions, shown, test_card_screens, test_table_screen
from tests.ui.every_screen import EVERY
from tests.ui.screen_checks import TIGHTEST, misfits
from tests.ui.test_pseudo_language import words
from tests.ui.windows import Person

SAMPLE = ("settings",)
GERMAN = "de"


def german() -> Catalogue:
    return load(places.sentences_file(), GERMAN)


@pytest.fixture
def in_german(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the screens of the tests made from the German sentences."""
    catalogue = german()
    for module in (shown, positions, test_card_screens, test_table_screen):
        if hasattr(module, "say"):
            monkeypatch.setattr(module, "say", lambda: catalogue)


def test_nothing_is_wrong_in_the_translation_and_little_is_missing() -> None:
    """What was added since is said in English until it is translated, which `i18n check` lists."""
    (part,) = parts_of(german(), INTERFACE, GERMAN)
    report = examined((part,))
    assert not report.has_errors, report.render()
    figures = part.figures()
    assert figures["right"] > figures["n"] * 95 // 100


@pytest.mark.parametrize(
    "name", [name if name in SAMPLE else pytest.param(name, marks=pytest.mark.long) for name in EVERY]
)
def test_every_screen_has_room_for_german(window: None, in_german: None, name: str) -> None:
    screen: Any = EVERY[name]()
    assert [fault for size, text in TIGHTEST for fault in misfits(screen, size, text)] == []


@pytest.mark.long
def test_a_game_is_played_in_german_from_the_title_to_the_table(tmp_path: Path) -> None:
    person = Person(tmp_path, "two-towns")
    person.flow.speak(GERMAN)
    person.flow._refresh()
    assert "Neues Spiel" in str(person.model)
    person.begin("skerry", "mayor").do("choice:0", "go_on")
    told = str(person.model.moves)
    assert "Abwarten" in told
    assert not words(told) & {"Hold", "Reject", "Leave"}
