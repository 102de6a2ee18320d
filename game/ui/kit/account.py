"""What a drawn screen holds for those who do not see it: the same words in reading order, as values.

Controls keep the labels, reasons and hints that they show; words that belong to no control stand between
them. What is scrolled out of sight is told of controls only: paging brings the words.
"""

from collections.abc import Hashable, Iterator
from itertools import groupby
from typing import NamedTuple

import pygame

from game.ui.kit.canvas import Canvas, Written
from game.ui.kit.stage import Stage
from game.ui.kit.widget import Item
from game.ui.kit.widgets.dialog import Overlay

WORDS = "words"
"""The role of what is only read."""


class Part(NamedTuple):
    """A control, or words between two of them."""

    id: Hashable
    role: str  # as in `Item`, or `WORDS`
    label: str
    told: str  # why it is closed, else what it is for
    enabled: bool
    on: bool | None
    state: str
    shortcut: str
    place: tuple[int, int, int, int]  # left, top, right, bottom in pixels of the stage


class Account(NamedTuple):
    """A screen as told."""

    screen: str
    asks: bool  # a dialog lies over it, and only that is told
    parts: tuple[Part, ...]
    focus: Hashable | None
    passing: str  # the passing word, "" for none

    @property
    def focused(self) -> Part | None:
        """The part that has the focus."""
        return next((part for part in self.parts if part.role != WORDS and part.id == self.focus), None)

    @property
    def words(self) -> tuple[str, ...]:
        """What is read and not pressed, in reading order."""
        return tuple(part.label for part in self.parts if part.role in (WORDS, "text"))


def account(stage: Stage, canvas: Canvas) -> Account:
    """Return what a stage holds, drawn on a canvas just now."""
    root, items = stage.root, stage.items
    asks = isinstance(root, Overlay) and root.dialog is not None
    passing = root.toast.text if isinstance(root, Overlay) and root.toast is not None else ""
    mute = {passing, *(item.reason or item.hint for item in items)}  # a tip repeats what its control tells
    order: list[Part] = []
    left = {item.id: item for item in items}
    for words, where in blocks(canvas, least=1 if asks else 0):
        links = [each for each in items if each.role == "link" and each.rect.colliderect(where)]
        item = _owner(items, where)
        if links:  # a line of links, perhaps with words between them
            between = words
            for link in links:
                between = between.replace(link.label, "", 1)
            if any(sign.isalnum() for sign in between):
                order.append(_words((WORDS, words, 0), words, where))
            order += [_part(left.pop(link.id)) for link in links if link.id in left]
        elif item is not None and item.id in left:
            order.append(_part(left.pop(item.id)))
        elif item is None and words not in mute:
            same = sum(part.label == words for part in order)
            order.append(_words((WORDS, words, same), words, where))
    order += map(_part, left.values())
    return Account(stage.screen, asks, tuple(order), stage.focused, passing)


def blocks(canvas: Canvas, least: int) -> Iterator[tuple[str, pygame.Rect]]:
    """Yield what was written and can be seen, lines that were written together as one.

    Args:
        least: the lowest layer that is told.
    """
    seen = [each for each in canvas.record.texts if each.layer >= least and each.rect.colliderect(each.clip)]

    def together(written: Written) -> tuple[int, ...]:
        return (*written.box, written.layer)

    for _, lines in groupby(seen, together):
        found = list(lines)
        yield (
            " ".join(line.text.strip() for line in found),
            found[0].rect.unionall([line.rect for line in found[1:]]),
        )


def _owner(items: tuple[Item, ...], where: pygame.Rect) -> Item | None:
    """Return the smallest control that words stand in."""
    over = [item for item in items if item.role != "scroll" and item.seen().collidepoint(where.center)]
    return min(over, key=lambda item: item.rect.w * item.rect.h, default=None)


def _part(item: Item) -> Part:
    told = item.reason or item.hint
    told = "" if told in item.label else told
    return Part(
        item.id, item.role, item.label, told, item.enabled, item.on, item.state, item.shortcut,
        _corners(item.rect),
    )  # fmt: skip


def _words(id: Hashable, words: str, where: pygame.Rect) -> Part:
    return Part(id, WORDS, words, "", True, None, "", "", _corners(where))


def _corners(rect: pygame.Rect) -> tuple[int, int, int, int]:
    return rect.left, rect.top, rect.right, rect.bottom
