"""A person with a keyboard and no mouse at the real window: events posted, the focus walked by keys."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.ui.app import App
from game.ui.flow import Flow
from game.ui.intents import Intent
from game.ui.kit import faults
from game.ui.kit.widget import Item
from game.ui.window import Window, dressed
from game.ui.worker import AtOnce
from tests.ui.windows import disk

NEAR = 3  # as many strokes of Tab are no longer way than arrows


class MouseUsed(AssertionError):
    """The mouse moved, was pressed or was asked where it is."""


class KeysOnly(App):
    """The window of the game; any event of a mouse fails."""

    def _event(self, event: Any) -> tuple[Intent, ...]:
        if "MOUSE" in pygame.event.event_name(event.type).upper():
            raise MouseUsed(str(event))
        return super()._event(event)


def never(*_: object) -> Any:
    """Stand where the place of the mouse is read."""
    raise MouseUsed("the place of the mouse was read")


class Keyboard:
    """A window as `game.ui.window.run` opens it, stepped by the test."""

    def __init__(
        self, folder: Path, scenario: str = "the-deletion", size: tuple[int, int] = (1280, 800)
    ) -> None:
        self.flow = Flow(disk(folder, scenario), AtOnce())
        self.app = KeysOnly(self.flow.handle, theme=dressed(self.flow.settings), size=size)
        self.window = Window(self.flow, self.app)
        self.app.handler, self.app.ticker = self.handle, self.tick
        self.struck: list[tuple[int, int]] = []  # keys with what was held down
        self.refresh()
        self.settle()

    def refresh(self) -> None:
        if not self.window.over:
            self.app.dress(self.window.theme())
            self.app.show(self.window.view())

    def handle(self, intent: Intent) -> None:
        self.window.handle(intent)
        self.refresh()

    def tick(self) -> bool:
        changed = self.window.tick()
        if changed:
            self.refresh()
        return changed

    # What a finger does

    def key(self, code: int, mod: int = 0, unicode: str = "") -> None:
        """Strike a key, and let the bots answer."""
        self.struck.append((code, mod))
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=unicode))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=code, mod=mod))
        self.settle()

    def settle(self) -> None:
        """Let what was struck be answered, by the bots too, and be drawn to the last stroke."""
        self.app.step()
        while self.tick() or self.app.stage.dirty:
            self.app.step()

    def write(self, text: str) -> None:
        """Strike the keys of a text, one by one."""
        for sign in text:
            pygame.event.post(pygame.event.Event(pygame.TEXTINPUT, text=sign))
            self.key(ord(sign.lower()), unicode=sign)

    def ask(self) -> None:
        """Ask why, of what has the focus."""
        self.key(pygame.K_SLASH, pygame.KMOD_SHIFT, "?")

    def press(self, *ids: Hashable) -> None:
        """Walk to each thing and press Enter."""
        for id in ids:
            self.go(id)
            self.key(pygame.K_RETURN)

    # What an eye sees

    @property
    def item(self) -> Item:
        """What has the focus."""
        found = self.app.stage.focus.item
        assert found is not None, f"nothing has the focus on {self.flow.screen}"
        return found

    def find(self, id: Hashable) -> Item | None:
        """Return the item that stands for a control: its own, or one of a choice or ladder."""
        return next((item for item in self.app.stage.items if stands_for(item, id)), None)

    def said(self) -> str:
        """Return all the words on the screen, which must fit."""
        self.app.draw()
        assert self.app.canvas is not None
        assert faults(self.app.canvas) == []
        return self.app.canvas.said().replace("\n", " ")

    # What leads from the one to the other

    def go(self, id: Hashable) -> None:
        """Walk to a thing: by arrows while they lead nearer, else by Tab; where it is not, through tabs."""
        if self._walked(id):
            return
        for head in [item.id for item in self.app.stage.items if item.role == "tab"]:
            if self._walked(head):
                self.key(pygame.K_RETURN)
                if self._walked(id):
                    return
        raise AssertionError(f"no key leads to {id} on {self.flow.screen}")

    def _walked(self, id: Hashable) -> bool:
        if self.find(id) is None:
            return False
        while abs(self._stops(id)) > NEAR and self._nearer_by_arrow(id):
            pass
        while (stops := self._stops(id)) != 0:
            before = self.item.id
            self.key(pygame.K_TAB, pygame.KMOD_SHIFT if stops < 0 else 0)
            assert self.item.id != before, "Tab leads nowhere"
        return True

    def _stops(self, id: Hashable) -> int:
        """Return how often Tab must be struck to come to a thing; below nought, Tab with Shift."""
        ids = [item.id for item in self.app.stage.items]
        there = self.find(id)
        assert there is not None, f"{id} went away while it was walked to"
        ahead = (ids.index(there.id) - ids.index(self.item.id)) % len(ids)
        return ahead if 2 * ahead <= len(ids) else ahead - len(ids)

    def _away(self, id: Hashable) -> tuple[int, int]:
        """Return how far right and down of the focus a thing lies, in pixels."""
        there = self.find(id)
        assert there is not None
        return there.rect.centerx - self.item.rect.centerx, there.rect.centery - self.item.rect.centery

    def _nearer_by_arrow(self, id: Hashable) -> bool:
        """Strike the arrow that points to a thing, and say whether it led nearer."""
        x, y = self._away(id)
        if self.item.role == "field" or x == y == 0:
            return False
        if abs(y) >= abs(x):
            self.key(pygame.K_DOWN if y > 0 else pygame.K_UP)
        else:
            self.key(pygame.K_RIGHT if x > 0 else pygame.K_LEFT)
        return sum(map(abs, self._away(id))) < abs(x) + abs(y)


def stands_for(item: Item, id: Hashable) -> bool:
    """Say whether an item is that of a control, or the part of a choice or ladder that stands for it."""
    return item.id == id or (isinstance(item.id, tuple) and item.id[-1] == id and item.role != "scroll")


@contextmanager
def keyboard(folder: Path, make: Callable[..., Keyboard] = Keyboard, **how: Any) -> Iterator[Keyboard]:
    """Open a window that is worked by keys alone, and close it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pygame.mouse, "get_pos", never)
        patch.setattr(pygame.mouse, "get_pressed", never)
        person = make(folder, **how)
        try:
            yield person
        finally:
            person.flow.close()
            person.app.close()
