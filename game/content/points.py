"""The sections `points:` and `linkages:`: what each option and combination is worth to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.content.reader import Fields, all_listed, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Basis, Linkage

POINTS: Final = (-1000, 1000)
"""The least and the most points of one option or linkage."""


@dataclass(frozen=True, slots=True)
class Points:
    """Points by party, issue and option, and the basis of each row."""

    points: tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]
    basis: tuple[tuple[Basis, ...], tuple[Basis, ...]]


Row = tuple[tuple[int, ...], Basis]
_NOT_MEANT: Final = Basis("The issue is left out of this party's points.", is_source=False)


def read_points(reading: Reading, nodes: Iterable[Node]) -> Points:
    """Return the points; an issue left out counts 0 throughout."""
    rows: list[dict[int, Row]] = [{}, {}]
    for party, fields in all_named(reading, nodes, "points"):
        side = reading.names.parties.get(party)
        if side is None:
            reading.unknown(reading.at("points", party), "party", party, reading.names.parties)
            continue
        for issue, index in reading.names.issues.items():
            if fields.has(issue):
                rows[side][index] = _row(reading, fields, issue, index, party)
        fields.close_ids(reading.names.issues, "issue")
    first, second = (_table(reading, each) for each in rows)
    return Points((first[0], second[0]), (first[1], second[1]))


def _row(reading: Reading, fields: Fields, issue: str, index: int, party: str) -> Row:
    below = fields.below(issue, f"the points of '{party}' on '{issue}'")
    options = reading.names.options[index]
    points = tuple(below.number(option, *POINTS) for option in options)
    below.close()
    return points, below.basis


def _table(reading: Reading, rows: dict[int, Row]) -> tuple[tuple[tuple[int, ...], ...], tuple[Basis, ...]]:
    full = [
        rows.get(index, ((0,) * len(reading.names.options[index]), _NOT_MEANT))
        for index in range(len(reading.names.options))
    ]
    return tuple(points for points, _ in full), tuple(basis for _, basis in full)


def read_linkages(reading: Reading, nodes: Iterable[Node]) -> tuple[Linkage, ...]:
    """Return the points for combinations."""
    found: list[Linkage] = []
    for fields in all_listed(reading, nodes, "a linkage"):
        found.append(
            Linkage(
                party=fields.party(),
                when=fields.package_condition("when"),
                points=fields.number("points", *POINTS),
                why=fields.prose("why"),
                basis=fields.basis,
            )
        )
        fields.close()
    return tuple(found)
