"""The sections `meters:` and `flags:`: what moves besides the text."""

from collections.abc import Iterable
from typing import Final

from game.content.reader import all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Flag, Meter

LOWEST: Final = 0
HIGHEST: Final = 10
"""The ends of every meter and of every support."""


def read_meters(reading: Reading, nodes: Iterable[Node]) -> tuple[Meter, ...]:
    """Return the meters."""
    found: list[Meter] = []
    for id, fields in all_named(reading, nodes, "meter"):
        found.append(
            Meter(
                id=id,
                label=fields.label("label"),
                seen=fields.seen("seen_by"),
                start=fields.number("start", LOWEST, HIGHEST),
                note=fields.prose("note", ""),
                basis=fields.basis,
            )
        )
        fields.close()
    return tuple(found)


def read_flags(reading: Reading, nodes: Iterable[Node]) -> tuple[Flag, ...]:
    """Return the flags."""
    found: list[Flag] = []
    for id, fields in all_named(reading, nodes, "flag"):
        found.append(
            Flag(id, fields.label("label"), fields.seen("seen_by"), start=fields.flag("start", default=False))
        )
        fields.close()
    return tuple(found)
