"""The tree that screen readers get, as the library builds it; a reader's wishes go the way of the keyboard.

Needs the extra `screen-reader`. That a program of the system reads and presses is tried by
`python -m tests.ui.screen_reader`.
"""

from types import SimpleNamespace

import pygame
import pytest

from game.ui.intents import Pressed
from game.ui.kit import Button, Choice, Column, Label, Option, Overlay, Stage, TextField, Theme
from game.ui.kit.account import Account, account
from game.ui.reader import ASKED, PASSING, ROOT, Reader, screen_readers

accesskit = pytest.importorskip("accesskit")


class Adapter:
    """Stands for the system: keeps what it is given, as an adapter without a reader does."""

    def __init__(self, tree: object, act: object, away: object) -> None:
        self.updates: list[object] = []
        self.fails = False

    def update_if_active(self, tree):  # type: ignore[no-untyped-def]
        if self.fails:
            raise BaseException("a panic")
        self.updates.append(tree())


def screen() -> tuple[Stage, Account]:
    stage = Stage(Theme(), (800, 600))
    field = TextField("words", "as written", label="Words")
    shut = Option(2, "South", enabled=False, reason="It is frozen.")
    body = Column(Label("Where to?"), Choice("c", (Option(1, "North"), shut), 1), Button("go", "Go"), field)
    stage.show(Overlay(body, None, "Saved."), "here")
    return stage, account(stage, stage.paint(pygame.Surface((800, 600))))


def reader() -> tuple[Reader, Adapter]:
    made, found = Reader(accesskit, "The game"), []

    def adapter(*given: object) -> Adapter:
        found.append(Adapter(*given))
        return found[0]

    made.attach(adapter)
    return made, found[0]


def nodes(update: object) -> dict[int, object]:
    return dict(update.nodes)  # type: ignore[attr-defined]


def test_the_tree_has_every_part_with_its_label_role_state_and_place(window: None) -> None:
    made, adapter = reader()
    stage, told = screen()
    made.show(told)
    (update,) = adapter.updates
    found = nodes(update)
    assert found[ROOT].label == "The game"
    assert found[ROOT].children == [made.number(part.id) for part in told.parts] + [PASSING]
    assert found[PASSING].value == "Saved."
    assert found[PASSING].live == accesskit.Live.POLITE
    assert update.focus == made.number(stage.focused)
    north, south = (found[made.number(("c", which))] for which in (1, 2))
    assert (north.role, north.label, north.toggled) == (
        accesskit.Role.RADIO_BUTTON,
        "North",
        accesskit.Toggled.TRUE,
    )
    assert (south.is_disabled, south.description) == (True, "It is frozen.")
    go = found[made.number("go")]
    box = next(item.rect for item in stage.items if item.id == "go")
    assert (go.bounds.x0, go.bounds.y0, go.bounds.x1, go.bounds.y1) == (
        box.left,
        box.top,
        box.right,
        box.bottom,
    )
    field = found[made.number("words")]
    assert (field.role, field.label, field.value) == (accesskit.Role.TEXT_INPUT, "Words", "as written")


def test_a_part_keeps_its_number_from_frame_to_frame(window: None) -> None:
    made, adapter = reader()
    _, told = screen()
    made.show(told)
    made.show(told._replace(parts=told.parts[::-1]))
    first, second = map(nodes, adapter.updates)
    assert set(first) == set(second)
    assert second[made.number("go")].label == "Go"


def test_a_reader_moves_the_focus_and_presses_through_the_window(window: None) -> None:
    made, _ = reader()
    stage, told = screen()
    made.show(told)
    for action in (accesskit.Action.FOCUS, accesskit.Action.CLICK, accesskit.Action.SCROLL_UP):
        made.act(SimpleNamespace(target=made.number("go"), action=action))
    made.act(SimpleNamespace(target=99999, action=accesskit.Action.CLICK))
    asked = [event for event in pygame.event.get() if event.type == ASKED]
    assert [(event.id, event.press) for event in asked] == [("go", False), ("go", True)]
    assert stage.ask("go", press=False) == ()
    assert stage.focused == "go"
    assert stage.ask("go", press=True) == (Pressed("go"),)
    assert stage.ask("gone", press=True) == ()


def test_a_library_that_breaks_down_does_not_take_the_game_with_it(window: None) -> None:
    made, adapter = reader()
    _, told = screen()
    adapter.fails = True
    made.show(told)
    adapter.fails = False
    made.show(told)
    assert adapter.updates == []
    assert screen_readers() is accesskit
