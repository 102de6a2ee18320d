"""Excerpts: a game as one seat knew it, in a file that may be handed to whoever sat there.

A header line without seed, scenario files, the other's name or anything computed from secrets; then one
line for each position: its number, the seat's view number, the seat's own move, the happenings it saw,
its numbers, and all of it in sentences. `desk/exporting.py` makes them from the seat's view; nothing is
stripped here from a whole game. The lines are sealed like those of a save, against damage alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.session.chain import FIRST, chained, damaged, read_lines
from game.session.codec import Fields
from game.session.faults import Damage, SaveFault, Trouble
from game.session.reading import read_whole
from game.session.strict import INTEGER_LIMIT, CodecFault, Flaw, Json

KIND = "excerpt"
"""What the header of an excerpt says it is; a save has no such word."""

FORMAT = 1
"""The format written, and the newest that is read."""

_LINE_LIMIT = 200  # signs of a name
_TEXT_LIMIT = 20_000  # signs of a sentence: an author's whole text may be one
_SENTENCES_LIMIT = 500
_KEYS_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One position as the seat knew it."""

    number: int  # 0 is the opening
    view: int  # the seat's view number
    told: tuple[str, ...]  # what happened, in sentences
    board: tuple[str, ...]  # where the talks then stood, in sentences
    data: dict[str, Json]  # the same as data; `desk/game_json.py` says what there is


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A game as one seat knew it."""

    scenario: str  # its id
    title: str
    seat: str  # the party's id
    name: str  # of the party, for people
    entries: tuple[Entry, ...]
    version: str = ""  # of the game that wrote it
    damage: Damage | None = None


def encode_excerpt(excerpt: Excerpt) -> bytes:
    """Return the file of an excerpt."""
    header: dict[str, Json] = {
        "kind": KIND,
        "format": FORMAT,
        "version": excerpt.version,
        "scenario": excerpt.scenario,
        "title": excerpt.title,
        "seat": excerpt.seat,
        "name": excerpt.name,
    }
    bodies = [header]
    for entry in excerpt.entries:
        bodies.append(
            {
                "number": entry.number,
                "view": entry.view,
                "told": list(entry.told),
                "board": list(entry.board),
                "data": entry.data,
            }
        )
    return chained(bodies, FIRST)[0]


def open_excerpt(path: Path) -> Excerpt | None:
    """Return the excerpt at `path` as far as it is sound, or None for a file that is none.

    Raises:
        SaveFault: it cannot be read, is of a newer format, or its header is damaged.
    """
    lines = read_lines(read_whole(path))
    first = lines.bodies[0] if lines.bodies else None
    if not isinstance(first, dict) or first.get("kind") != KIND:
        return None
    try:
        found = _header(first)
    except CodecFault as fault:
        raise SaveFault(Trouble.NOT_A_SAVE, f"{path.name} is no excerpt: {fault.sentence}") from None
    except SaveFault as fault:
        raise SaveFault(fault.trouble, f"{path.name} cannot be opened: {fault.sentence}") from None
    entries: list[Entry] = []
    damage = lines.damage
    for number, body in enumerate(lines.bodies[1:]):
        try:
            entries.append(_entry(body, number))
        except CodecFault as fault:
            damage = damaged(number + 2, fault.sentence)
            break
    if not entries:
        raise SaveFault(Trouble.NOT_A_SAVE, f"{path.name} is no excerpt: it has no position")
    return Excerpt(found.scenario, found.title, found.seat, found.name, tuple(entries), found.version, damage)


def _header(value: Json) -> Excerpt:
    fields = Fields(value, "the header")
    fields.take("kind")
    number = fields.integer("format", 1, INTEGER_LIMIT)
    if number > FORMAT:
        sentence = f"it has format {number}; this game reads up to {FORMAT}; install a newer one"
        raise SaveFault(Trouble.NEWER, sentence)
    found = Excerpt(
        version=fields.text("version", _LINE_LIMIT),
        scenario=fields.text("scenario", _LINE_LIMIT),
        title=fields.text("title", _LINE_LIMIT),
        seat=fields.text("seat", _LINE_LIMIT),
        name=fields.text("name", _LINE_LIMIT),
        entries=(),
    )
    fields.close()
    return found


def _entry(value: Json, number: int) -> Entry:
    fields = Fields(value, "a position")
    if fields.integer("number", 0, INTEGER_LIMIT) != number:
        raise CodecFault(Flaw.WRONG_TYPE, f"it is not position {number}")
    view = fields.integer("view", 0, INTEGER_LIMIT)
    told, board = _sentences(fields, "told"), _sentences(fields, "board")
    data = fields.take("data")
    if not isinstance(data, dict) or len(data) > _KEYS_LIMIT:
        raise CodecFault(Flaw.WRONG_TYPE, "'data' must be an object")
    fields.close()
    return Entry(number, view, told, board, data)


def _sentences(fields: Fields, key: str) -> tuple[str, ...]:
    items: Sequence[object] = fields.items(key, _SENTENCES_LIMIT)
    return tuple(Fields({key: item}, "a position").text(key, _TEXT_LIMIT) for item in items)
