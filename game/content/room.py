"""Texts that are too long for their place on the screen: labels, titles, names, and whole paragraphs.

The limits are measured, not chosen: in a window of 1024 x 640 with text at 150 % a label of so many signs
still takes no more than `lines` lines at the narrowest place where it is drawn. `tests/ui/test_room.py`
measures them anew on the real screens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from game.content import codes
from game.content.reading import Said

if TYPE_CHECKING:
    from game.content.load import Loaded


@dataclass(frozen=True, slots=True)
class Room:
    """The room that a text has."""

    signs: int
    lines: int
    place: str  # the narrowest, in words


ROOM: Final[dict[tuple[str, str], Room]] = {
    ("scenario", "title"): Room(76, 1, "the head of the briefing"),
    ("party", "name"): Room(48, 1, "a letterhead"),
    ("issue", "label"): Room(82, 1, "the line of a question"),
    ("issue.options", "label"): Room(76, 4, "a rung of the ladder"),
    ("meter", "label"): Room(36, 1, "the line of a meter"),
    ("round", "title"): Room(68, 1, "the bar at the head of the table"),
    ("action", "label"): Room(58, 3, "a card in the strip"),
    ("decision", "title"): Room(56, 1, "the head of a decision"),
    ("decision.choices", "label"): Room(112, 2, "an answer to a decision"),
    ("constituency", "label"): Room(72, 3, "a face at home"),
    ("document", "title"): Room(80, 1, "the list of documents"),
}
"""The room of each field, by its shape and name."""

SCREENFUL: Final = {"briefing.confidential": 130}
"""Words of a paragraph that a screen still shows whole, in the same window: of the typed instructions."""

SCREENFUL_ELSEWHERE: Final = 190
"""The same in the public briefing; other papers have more room."""

_QUOTED: Final = frozenset({"document", "declaration", "declaration.articles", "declaration.articles.parts"})
_NEVER_SHOWN: Final = frozenset({"fact", "silence", "line"})


def most_signs(said: Said) -> int:
    """Return how many signs a text may have, in whatever language, to fit its place and its field."""
    room = ROOM.get((said.where, said.name))
    return said.limit if room is None else min(said.limit, room.signs)


def check_room(loaded: Loaded) -> None:
    """Warn of texts that are too long for their place; what is quoted has the length that it has."""
    if loaded.reading is None:
        return
    for said in loaded.reading.said:
        if said.where in _NEVER_SHOWN | _QUOTED and said.name != "title":
            continue
        text = said.node.text.strip()
        room = ROOM.get((said.where, said.name))
        if room is not None and room.signs < len(text) <= said.limit:  # beyond that it is an error
            values = {"field": said.name, "count": len(text), "limit": room.signs, "place": room.place}
            loaded.report.add(codes.N907, said.node, **values)
        _check_paragraphs(loaded, said)


def _check_paragraphs(loaded: Loaded, said: Said) -> None:
    limit = SCREENFUL.get(said.where, SCREENFUL_ELSEWHERE)
    for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", said.node.text):
        count = len(found.group().split())
        if count > limit:
            where = said.node.at(found.start(), found.start() + 1)
            loaded.report.add(codes.N906, where, count=count, limit=limit)
