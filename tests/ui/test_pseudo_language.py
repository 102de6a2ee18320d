"""The whole interface walked in the pseudo-language: what is still English there is wired into the program.

Scenario and catalogue are both said in it, so that a word without an accent comes from neither. Citations,
names of files and tags of languages are nobody's sentences.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.content.load import Loaded
from game.rules.scenario import Basis
from game.text.catalogue import Catalogue
from game.text.languages import NAMES
from game.ui.intents import Why
from game.ui.window import View
from tests.ui.numbers import SILENT
from tests.ui.positions import KEPT
from tests.ui.screen_checks import staged
from tests.ui.test_why_on_everything import PLACES
from tests.ui.windows import Person

SIZE = (1280, 800)
UNSEEN = {*SILENT, *KEPT}
_WORD = re.compile(r"[^\W\d_]{3,}")
_ACCENTED = re.compile("[aeiouycnszAEIOUCNSZ]")  # a word without any of these has no accent to show

ASKED = 3
"""Controls of each place whose answer to `?` is read too."""

ONCE_EACH = {
    "title", "new game", "load", "settings", "keys", "a key asked for", "declare", "trouble",
    "planning", "privacy", "round card",
    "offer in hand", "refusal", "decision", "history", "watching", "home and a draft", "signing",
    "ratification", "debrief, story",
}  # fmt: skip
"""One place of each screen; the others are walked in the long run. Credits are a file of their own."""

LOADED: dict[tuple[str, str], Loaded] = {}


def words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text) if word.isascii() and _ACCENTED.search(word)}


def cited(value: Any, name: str = "") -> Iterator[str]:
    """Yield every citation of a scenario."""
    match value:
        case str() if name in ("source", "evidence", "sources"):
            yield value
        case Basis(text, is_source=True):
            yield text
        case Mapping():
            yield from (text for pair in value.items() for text in pair if isinstance(text, str))
        case tuple():
            for each in value:
                yield from cited(each, name)
        case _ if is_dataclass(value):
            for each in fields(value):
                yield from cited(getattr(value, each.name), each.name)


def sentences(value: Any) -> Iterator[str]:
    """Yield every text of a model that is shown or read aloud."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from sentences(each)
    elif is_dataclass(value) and type(value).__module__.startswith("game.ui.screens"):
        for each in fields(value):
            if each.name not in UNSEEN:
                yield from sentences(getattr(value, each.name))


def shown(person: Person) -> Iterator[str]:
    """Yield all that is drawn on the screen and read aloud, and what the first controls answer to `?`."""
    stage = staged(View(person.flow), SIZE, 1.0)
    canvas = stage.paint(pygame.Surface(SIZE))
    yield from (written.text for written in canvas.record.texts)
    yield from (f"{item.label} {item.reason}" for item in stage.items)
    for item in stage.items[:ASKED]:
        person.flow.handle(Why(item.id, item.role, item.label))
        yield from sentences(person.flow.explanation)
        person.flow.why = ""


def free(person: Person, folder: Path) -> set[str]:
    """Return the words that stand in no catalogue and are no sentence."""
    found = words(" ".join((str(folder), *NAMES.values(), "pseudo negotiation jsonl saves error")))
    for save in person.world.saves():
        found |= words(save)
    for loaded in LOADED.values():
        found |= words(" ".join(cited(loaded.scenario)))
    return found


def untranslated(place: str, folder: Path) -> set[str]:
    _, scenario, way = PLACES[place]
    person = Person(folder, scenario)
    person.world._loaded = LOADED  # each scenario is read once for all places
    person.flow.speak("pseudo")
    way(person)
    found = set().union(*map(words, shown(person))) - free(person, folder)
    return {word for word in found if word not in str(folder).lower()}  # a long path is broken anywhere


@pytest.mark.parametrize(
    "place",
    [
        name if name in ONCE_EACH else pytest.param(name, marks=pytest.mark.long)
        for name in PLACES
        if name != "credits"
    ],
)
def test_no_english_word_is_left_in_the_pseudo_language(window: None, tmp_path: Path, place: str) -> None:
    if place == "trouble":  # its sentence is the test's own
        assert untranslated(place, tmp_path) <= {"disk", "full", "the"}
    else:
        assert untranslated(place, tmp_path) == set()


def test_a_sentence_wired_into_a_screen_is_found(
    window: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.ui import pages

    made = pages.title_model
    wired = lambda *given, **named: replace(made(*given, **named), warning="Zebras are wired in.")  # noqa: E731
    monkeypatch.setattr(pages, "title_model", wired)
    assert "Zebras" in untranslated("title", tmp_path)


def test_a_sentence_that_falls_back_on_english_is_found(
    window: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.ui import world

    def lacking(path: Path, language: str = "") -> Catalogue:
        whole = load(path, language)
        less = {key: said for key, said in whole.sentences.items() if key != "ui.title.settings"}
        return Catalogue(language, less, load(path).sentences)

    load = world.load_sentences
    monkeypatch.setattr(world, "load_sentences", lacking)
    assert "Settings" in untranslated("title", tmp_path)
