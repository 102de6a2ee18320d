"""The pieces of which the models of all screens are made: values with their `why`, and controls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.rules.reasons import Reasoned
    from game.ui.wishes import Wish


@dataclass(frozen=True, slots=True)
class Said:
    """Words on a screen, with the topic that `why` explains them by."""

    text: str
    why: str = ""  # for AskWhy; "" where there is nothing to explain


@dataclass(frozen=True, slots=True)
class Control:
    """Something that may be pressed: a button, a radio button, a card, a tab.

    A screen gives its widget this `id` (or, in a choice or ladder, this `id` as the option's value); the
    flow finds the control again in the model and does its `wish`. `Why` of the id is answered by `why`.
    """

    id: str  # stable while the screen is shown, unique on it
    label: str
    wish: Wish
    note: str = ""  # a second line: what it costs, what follows
    on: bool = False  # chosen, ticked, shown
    enabled: bool = True
    reason: str = ""  # why it is not enabled; read aloud with the label
    why: str = ""
    does: str = ""  # what it does, for "why?" where nothing else is told of it
    reasons: tuple[Reasoned, ...] = ()  # what its numbers are made of, where its note tells them


@dataclass(frozen=True, slots=True)
class Field:
    """Something that may be written into; the flow finds it by its `id` and asks for `kind(text)`."""

    id: str
    label: str
    text: str
    kind: Callable[..., Wish]  # the wish that is made of the text
    limit: int = 200  # signs
    at: int | None = None  # given to `kind` before the text, where there are several of one kind


@dataclass(frozen=True, slots=True)
class Slide:
    """A place on a track; the flow finds it by its `id` and asks for `kind(place)`."""

    id: str
    label: str
    place: int  # 0 to last
    last: int
    kind: Callable[[int], Wish]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The answer to "why?": a heading, then lines from the result down to its source."""

    topic: str
    title: str
    lines: tuple[str, ...]
    close: Control | None = None
    total: str = ""  # what the sum of the amounts among the lines is called; "" where they do not add up
    marks: tuple[str, ...] = ()  # how lines that tell a source or an assumption begin
    reasons: tuple[Reasoned, ...] = ()  # the values that are explained, with what makes them
