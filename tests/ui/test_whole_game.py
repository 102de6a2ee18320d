"""A whole game played in the window by the keyboard alone is the game that text mode plays by typed lines."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from game import cli
from game.session.saves import saves_in
from game.ui.wishes import Screen
from tests.ui.keys import Keyboard, MouseUsed, keyboard

TYPED = Path(__file__).parent / "game_by_keys.txt"


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Keyboard]:
    with keyboard(tmp_path / "window") as seated:
        yield seated


def test_a_whole_game_by_keys_alone_leaves_the_records_of_the_same_game_in_text(
    person: Keyboard, tmp_path: Path
) -> None:
    to_the_table(person)
    opening_offer(person)
    asked_twice(person)
    refused_once(person)
    taken_back(person)
    signed(person)
    read_to_the_end(person)
    assert {pygame.K_TAB, pygame.K_RETURN, pygame.K_UP, pygame.K_DOWN, pygame.K_RIGHT} <= {
        code for code, _ in person.struck
    }
    person.flow.close()
    assert records(tmp_path / "window" / "saves") == records(in_text(tmp_path / "text"))


def to_the_table(person: Keyboard) -> None:
    person.press("new_game", "side:japan", "opponent:khrushchev", "more")
    person.go("seed")
    person.write("11")
    person.press("begin")
    assert "For your eyes only" in person.said() or person.flow.screen is Screen.BRIEFING
    person.press("ready")
    assert person.flow.screen is Screen.PLANNING
    person.press("most:islands", "failing:go_lower", "predict:70", "lock")
    assert person.flow.screen is Screen.ROUND_CARD
    person.press("go_on")
    assert person.flow.screen is Screen.TABLE


def opening_offer(person: Keyboard) -> None:
    """Read a paper, then table an offer on three questions and answer what Moscow puts."""
    person.press("document:party_line")
    assert person.flow.screen is Screen.DOCUMENT
    assert person.flow.model.title in person.said()
    person.key(pygame.K_ESCAPE)
    assert person.flow.screen is Screen.TABLE
    person.press("put:islands:two_at_once", "put:rest:words", "put:letters:stand", "table_offer")
    assert person.flow.screen is Screen.DECISION
    person.press("choice:2")
    assert person.flow.screen is Screen.TABLE


def asked_twice(person: Keyboard) -> None:
    """Ask why a word may not be spoken and why a meter stands where it does; close one answer by its button,
    the other by Esc."""
    person.go("put:rest:silent")
    person.ask()
    told = person.flow.explanation
    assert told is not None
    assert any("must say that the territorial question stays open" in line for line in told.lines)
    assert told.title in person.said()
    person.press("close_why")
    assert person.flow.explanation is None
    person.go("meter:trust")
    person.ask()
    told = person.flow.explanation
    assert told is not None
    assert any("of 10" in line for line in told.lines)
    person.key(pygame.K_ESCAPE)
    assert person.flow.explanation is None
    assert person.item.id == "meter:trust", "the focus comes back to what was asked of"


def refused_once(person: Keyboard) -> None:
    """Offer what the orders forbid, leave it, and offer what they allow."""
    person.press("put:rest:silent", "table_offer")
    assert "The text must say that the territorial question stays open" in person.said()
    person.press("refusal_back")
    assert person.flow.model.refusal is None
    person.press("put:islands:two_after", "put:okinawa:clause_out", "put:rest:words")
    person.press("put:missing:tracing", "put:un:no_link", "put:world:out", "put:trade:protocol")
    person.press("table_offer")


def taken_back(person: Keyboard) -> None:
    person.press("hold")
    person.key(pygame.K_z, pygame.KMOD_CTRL)
    assert "Your last move is taken back." in person.said()
    person.press("hold", "hold")


def signed(person: Keyboard) -> None:
    """Accept beyond the orders, on the delegation's own word, and sign."""
    person.press("accept:0", "way:1", "sign")
    assert person.flow.screen is Screen.SIGNING
    person.press("sign")


def read_to_the_end(person: Keyboard) -> None:
    while person.flow.screen is not Screen.RATIFICATION:
        onward = {Screen.ROUND_CARD: "go_on", Screen.DECISION: "choice:1", Screen.TABLE: "hold"}
        person.press(onward[person.flow.screen])
    while person.flow.screen is Screen.RATIFICATION:
        person.press("go_on")
    steps = person.flow.model.of
    for step in range(1, steps + 1):
        assert person.flow.screen is Screen.DEBRIEF
        assert person.flow.model.number == step
        person.said()
        person.press("next")
    assert person.flow.screen is Screen.TITLE


def in_text(saves: Path) -> Path:
    """Play the typed lines in the terminal; return where the save is."""
    first, *lines = TYPED.read_text("utf-8").splitlines()
    typed = io.StringIO("".join(f"{line.removeprefix('>').strip()}\n" for line in lines))
    words = [*first.removeprefix("$ ").split(), "--saves", str(saves)]
    assert cli.main(words, typed, io.StringIO()) == 0
    return saves


def records(saves: Path) -> list[bytes]:
    """Return the lines of the one save in a folder without their times, ids and seals."""
    (path,) = saves_in(saves)
    kept = [json.loads(line) for line in path.read_bytes().splitlines()]
    return [json.dumps(without(line), sort_keys=True).encode() for line in kept]


def without(line: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name not in ("id", "wall", "created", "hash")}


def test_a_mouse_is_noticed(person: Keyboard) -> None:
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(10, 10), button=1))
    with pytest.raises(MouseUsed):
        person.app.step()
    with pytest.raises(MouseUsed):
        pygame.mouse.get_pos()
