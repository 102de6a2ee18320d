"""What may be done now: the actions as cards, the moves of a turn, and who sits opposite."""

import re

import pygame

from game.ui.kit import Card, Column, Grid, Grow, Label, Panel, Paragraph, Picture, Row, Scroll, Widget
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button
from game.ui.screens.stationery import picture
from game.ui.screens.table_model import TableModel

ICONS = {
    "sound_out": "human-ear",
    "ask_why": "help",
    "cite": "papers",
    "recall": "papers",
    "cable": "radio-tower",
    "consult": "capitol",
    "decide": "gavel",
    "threaten": "warning",
    "brief": "conversation",
    "hatoyama": "three-friends",
    "hokkaido": "fishing-boat",
    "show": "vote",
    "name": "calendar",
}
PERSONS = ("person", "person-glasses")
TONES = {"walk_out": "red", "sign": "green"}
IN_STRIP = 4  # cards side by side in the strip
STRIP, SHUT = 149, 92  # height of the strip of cards, and where all are closed; unscaled


def _icon(control: Control) -> str:
    name = control.id.removeprefix("action:")
    return next((icon for start, icon in ICONS.items() if name.startswith(start)), "conversation")


def cards(controls: tuple[Control, ...], columns: int | None = None) -> Widget:
    """Return the actions as cards: those open now first, with the digits of the first nine; then the closed
    ones, smaller, under their reason where they have it in common.

    Args:
        columns: how many stand side by side at most; as many as there is room for if left out.
    """

    def grid(made: list[Widget]) -> Grid:
        return Grid(*made, min_width=185, gap=7, columns=columns)

    open_now = [control for control in controls if control.enabled]
    parts: list[Widget] = []
    if open_now:
        parts.append(grid([_open(control, number) for number, control in enumerate(open_now, start=1)]))
    reasons = dict.fromkeys(control.reason for control in controls if not control.enabled)
    alone: list[Widget] = []
    for reason in reasons:
        closed = [control for control in controls if not control.enabled and control.reason == reason]
        if len(closed) == 1:
            alone.append(_closed(closed[0], brief(reason)))
        else:
            parts.append(Label(reason, "label", "reading", "light", italic=True))
            parts.append(grid([_closed(control, "") for control in closed]))
    if alone:
        parts.append(grid(alone))
    return Column(*parts, gap=7)


def brief(text: str, most: int = 72) -> str:
    """Return the first clause of a text, cut at a word where it is longer than `most` signs.

    >>> brief("There is nothing to answer: it has not been cited.")
    'There is nothing to answer.'
    >>> brief("There is nothing to answer", 12)
    'There is…'
    """
    first = re.split(r"[.:;](?:\s|$)", text.strip(), maxsplit=1)[0]
    if len(first) > most:
        return f"{first[:most].rsplit(' ', 1)[0]}…"
    return f"{first}." if first else ""


def _open(control: Control, number: int) -> Card:
    where, *more = control.note.split("\n")
    body, cost = (*more, "", "")[:2]
    head, _, price = cost.partition(": ")
    return Card(
        control.id,
        control.label,
        brief(body),
        cost=f"{head}: {brief(price, 46)}" if price else where,
        shortcut=str(number) if number < 10 else "",
        tone="red" if control.id.startswith("action:threaten") else "baize",
        icon=_icon(control),
        hint=control.note,
        small=True,
    )


def _closed(control: Control, told: str) -> Card:
    return Card(control.id, control.label, "", enabled=False, reason=control.reason, brief=told, small=True)


def action_strip(controls: tuple[Control, ...]) -> Widget:
    """Return the cards with a row of them in sight; where none is open the board gets the room."""
    high = STRIP if any(control.enabled for control in controls) else SHUT
    return Scroll("cards", cards(controls, IN_STRIP), min_height=high)


def opposite_panel(model: TableModel) -> Widget:
    """Return who sits opposite, what they do and did last, and the moves besides an offer."""
    them = model.opposite
    words: list[Widget] = [
        Label(them.name, "label", "reading", "gilt", bold=True),
        Label(them.doing, "small", colour="light"),
    ]
    if them.last.text:
        words.append(Paragraph(them.last.text, "small", "reading", "dim", id=them.last.why))
    head = Row(_portrait(them.name), Grow(Column(*words, gap=1)), gap=10, wrap=False, align="top")
    return Panel(Column(head, moves(model.moves), gap=7), "dark", pad=9)


def _portrait(name: str) -> Picture:
    """Return a silhouette: always the same for a name, and of nobody."""
    person = PERSONS[sum(map(ord, name)) % len(PERSONS)]
    return Picture(lambda wide, high: picture(person, wide, high) or pygame.Surface((1, 1)), name, (50, 50))


def moves(controls: tuple[Control, ...]) -> Widget:
    """Return the moves besides an offer as buttons, with what is to be known before."""
    made = []
    for control in controls:
        tone = TONES.get(control.id, "plain") if control.enabled else "plain"
        made.append(button(control, tone, size="small"))
    notes = [Label(c.note, "small", colour="dim") for c in controls if c.note and c.enabled]
    return Column(Grid(*made, min_width=100, gap=6), *notes, gap=6)
