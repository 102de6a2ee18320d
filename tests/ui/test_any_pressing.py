"""Whatever is pressed, typed or asked, in whatever order: no screen fails, and every answer is a value."""

import random
from pathlib import Path

import pytest

from game.ui.finding import parts
from game.ui.intents import Back, Intent, Pressed, Typed, Undo, Why
from game.ui.screens.parts import Control, Field
from tests.ui.windows import PORTS, Person

LEAVING = {"quit", "title"}
SIDES = {
    PORTS: ("side:vale", "side:tarn", "side:both"),
    "the-deletion": ("side:japan", "side:ussr", "side:both"),
}


def something(person: Person, chance: random.Random) -> Intent:
    """Something that can be asked on the screen that is shown."""
    found = [each for each in parts(person.model) if isinstance(each, Control | Field)]
    found = [each for each in found if each.id not in LEAVING or chance.random() < 0.02]
    found = [each for each in found if each.id not in ("folder", "use_folder")]
    roll = chance.random()
    if roll < 0.05 or not found:
        return Back()
    if roll < 0.07:
        return Undo()
    each = chance.choice(found)
    if isinstance(each, Field):
        return Typed(each.id, chance.choice(["", "7", "half", "We wait.", "x" * 500]))
    return Why(each.id) if roll < 0.15 else Pressed(each.id)


def press(folder: Path, scenario: str, seed: int, times: int) -> set[object]:
    chance, person = random.Random(seed), Person(folder, scenario)
    person.do("new_game", chance.choice(SIDES[scenario]), "begin")
    for _ in range(times):
        asked = something(person, chance)
        person.do(asked)
        assert person.model is not None
        if isinstance(asked, Why):
            assert person.flow.explanation is not None
            assert person.flow.explanation.lines
        person.flow.over = False
    return set(person.seen)


@pytest.mark.parametrize("seed", range(3))
def test_any_pressing_leads_somewhere(tmp_path: Path, seed: int) -> None:
    assert len(press(tmp_path, PORTS, seed, 500)) > 6


@pytest.mark.long
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("scenario", [PORTS, "the-deletion"])
def test_two_thousand_presses_lead_somewhere(tmp_path: Path, scenario: str, seed: int) -> None:
    assert len(press(tmp_path, scenario, seed, 2000)) > 6
