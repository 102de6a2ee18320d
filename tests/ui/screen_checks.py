"""What every screen is held to: text fits at all sizes, and keys reach every control."""

from typing import Any

import pygame

from game.ui.finding import parts
from game.ui.kit import Column, Item, Label, Pad, Stage, Theme, Widget, faults
from game.ui.screens.parts import Control, Field
from tests.ui.positions import FACTORS, SIZES, longer


def staged(screen: Any, size: tuple[int, int], text: float) -> Stage:
    """Return a stage that shows a screen."""
    theme = Theme(text=text).fitted(size)
    stage = Stage(theme, size)
    stage.show(screen.build(theme, size), screen.name)
    return stage


def misfits(screen: Any, size: tuple[int, int], text: float) -> list[str]:
    """Return the faults of a screen, of each of its tabs where it has become tabs."""
    stage, found = staged(screen, size, text), []
    surface = pygame.Surface(size)
    tabs = [item.id for item in stage.items if item.role == "tab"]
    for tab in [None, *tabs]:
        if tab is not None and any(item.id == tab for item in stage.items):
            stage.press(tab)
            stage.show(screen.build(stage.theme, size), screen.name)
        found += [f"{size} {text} {tab}: {fault}" for fault in faults(stage.paint(surface, tips=False))]
        ids = {item.id for item in stage.items}
        assert stage.focused in ids or not ids, "the focus is lost"
    return found


EVERYWHERE = tuple((size, text) for size in SIZES for text in FACTORS)
TIGHTEST = (((1280, 800), 1.0), ((1280, 800), 1.5), ((1024, 640), 2.0))  # one of each layout of the table


def misfits_everywhere(make: Any, model: Any, places: Any = EVERYWHERE) -> list[str]:
    """Return the faults at every size and text size, in English and in the pseudo-language."""
    shown = (model, longer(model))
    return [fault for each in shown for size, text in places for fault in misfits(make(each), size, text)]


class Overflowing(Pad):
    """A screen with one label pressed into less room than its words need."""

    def __init__(self, base: Widget) -> None:
        self.bad = Squeezed()
        super().__init__(Column(base, self.bad), 0)


class Squeezed(Label):
    """A label that says that it needs next to nothing."""

    def __init__(self) -> None:
        super().__init__("These words do not fit where they were put")

    def minimum(self, theme: Theme) -> int:
        return 1

    def size(self, theme: Theme, width: int) -> tuple[int, int]:
        return 40, 6


class Planted:
    """A screen made of another one, with words that overflow."""

    def __init__(self, screen: Any) -> None:
        self.screen, self.name = screen, screen.name

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        return Overflowing(self.screen.build(theme, size))


def shown_items(screen: Any, size: tuple[int, int], text: float) -> list[Item]:
    """Return all that can have the focus, on every tab."""
    stage = staged(screen, size, text)
    found = list(stage.items)
    for tab in [item.id for item in stage.items if item.role == "tab"]:
        if any(item.id == tab for item in stage.items):
            stage.press(tab)
            stage.show(screen.build(stage.theme, size), screen.name)
            found += stage.items
    return found


def shown_ids(screen: Any, size: tuple[int, int], text: float) -> set[Any]:
    """Return the ids of all that Tab reaches, on every tab; of a pair, its value too."""
    stage, found = staged(screen, size, text), set()
    tabs = [item.id for item in stage.items if item.role == "tab"]
    for tab in [None, *tabs]:
        if tab is not None and any(item.id == tab for item in stage.items):
            stage.press(tab)
            stage.show(screen.build(stage.theme, size), screen.name)
        walked = set()
        for _ in stage.items:
            walked.add(stage.focused)
            stage.event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode=""))
        assert walked == {item.id for item in stage.items}, "Tab does not reach every control"
        found |= walked
    return found | {each[-1] for each in found if isinstance(each, tuple)}


def unreached(screen: Any, size: tuple[int, int], text: float) -> set[Any]:
    """Return the controls of the model that no key can reach."""
    wanted = {each.id for each in parts(screen.model) if isinstance(each, Control | Field)}
    return wanted - shown_ids(screen, size, text)


def unreached_by_arrows(stage: Stage) -> set[Any]:
    """Return what arrows do not reach from the first item; what has the focus is scrolled into sight."""
    start = stage.items[0].id
    todo, seen = [start], {start}
    while todo:
        here = todo.pop()
        for key in (pygame.K_RIGHT, pygame.K_LEFT, pygame.K_DOWN, pygame.K_UP):
            stage.focus.go(here)
            stage.reveal()
            stage.event(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
            if stage.focused not in seen:
                seen.add(stage.focused)
                todo.append(stage.focused)
    return {item.id for item in stage.items} - seen
