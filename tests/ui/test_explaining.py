"""Whatever is asked "why?", there is an answer, and a way out of it by key and by button."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.ui.intents import Back, Pressed, Typed, Why
from game.ui.kit import Stage, Theme
from game.ui.window import View
from game.ui.wishes import Screen
from tests.ui.windows import Person

WAYS = {
    Screen.TITLE: (),
    Screen.NEW_GAME: ("new_game",),
    Screen.SETTINGS: ("go:settings",),
    Screen.CREDITS: ("go:credits",),
    Screen.LOAD: ("go:load",),
    Screen.DECLARE: ("go:declare",),
    Screen.BRIEFING: ("new_game", "side:vale", "begin"),
    Screen.PLANNING: ("new_game", "side:vale", "begin", "ready"),
    Screen.ROUND_CARD: ("new_game", "side:vale", "begin", "ready", "skip"),
    Screen.TABLE: ("new_game", "side:vale", "more", Typed("seed", "3"), "begin", "ready", "skip", "go_on"),
}


@pytest.fixture(params=WAYS, ids=lambda screen: screen.value)
def person(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Person]:
    somebody = Person(tmp_path).do(*WAYS[request.param])
    assert somebody.flow.screen is request.param
    yield somebody
    somebody.flow.close()


def staged(person: Person) -> Stage:
    stage = Stage(Theme(), (1280, 800))
    shown = View(person.flow)
    stage.show(shown.build(stage.theme, stage.size), shown.name)
    return stage


def test_every_answer_has_a_button_that_closes_it_and_esc_does(person: Person, window: None) -> None:
    asked = [item.id for item in staged(person).items]
    assert asked
    for id in asked:
        for closing in ("button", "key"):
            person.do(Why(id))
            told = person.flow.explanation
            assert told is not None, id
            assert told.close is not None, id
            stage = staged(person)
            assert told.close.id in {item.id for item in stage.items}, id
            person.do(Pressed(told.close.id) if closing == "button" else Back())
            assert person.flow.explanation is None, (id, closing)
            assert {item.id for item in staged(person).items} >= set(asked), (id, closing)
