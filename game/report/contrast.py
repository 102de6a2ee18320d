"""Which two tables of a class to lay side by side, and why; and which tables came to the same."""

from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from game.report.tables import Table
from game.rules.package import Package

LONG = 4
"""Moves that two games must share before their parting is worth telling by it."""


class Ground(Enum):
    """Why two tables are laid side by side, or why none are."""

    ALONE = "alone"  # there is one table
    SAME_GAMES = "same_games"  # all tables made the same moves
    SAME_ENDS = "same_ends"  # all came to the same, by ways of their own
    BEGINNING = "beginning"  # they went together longest of all that ended differently
    TEXTS = "texts"  # no beginning is long: their texts are the nearest of those that differ


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two tables to compare; `pair` is empty where there is no contrast, and none is invented."""

    ground: Ground
    pair: tuple[Table, ...] = ()
    common: int = 0  # moves that both made from the beginning
    differing: tuple[int, ...] = ()  # questions that their texts answer differently


Family = tuple[str, Package]
"""What a table came to: the ending's id ("" on paper) and what was signed."""


def family(table: Table) -> Family:
    """Return what a table came to."""
    outcome = table.outcome
    return ("" if outcome is None else table.scenario.endings[outcome.ending].id, table.package)


def families(tables: tuple[Table, ...]) -> tuple[tuple[Table, ...], ...]:
    """Return the tables by what they came to, the most frequent first."""
    found: dict[Family, list[Table]] = {}
    for table in tables:
        found.setdefault(family(table), []).append(table)
    return tuple(tuple(each) for each in sorted(found.values(), key=lambda each: -len(each)))


def common_moves(one: Table, other: Table) -> int:
    """Return how many moves two games share from their beginning, by whoever they were made."""
    if one.course is None or other.course is None:
        return 0
    count = 0
    for first, second in zip(one.course.moves, other.course.moves, strict=False):
        if (first.author, first.move) != (second.author, second.move):
            break
        count += 1
    return count


def differing(one: Table, other: Table) -> tuple[int, ...]:
    """Return the questions that two texts answer differently."""
    pairs = zip(one.package, other.package, strict=True)
    return tuple(issue for issue, (first, second) in enumerate(pairs) if first != second)


def contrast(tables: tuple[Table, ...]) -> Contrast:
    """Return the two tables from whose difference there is most to learn.

    Two that went together long and ended differently show which move parted them. Where no two did, the
    nearest texts with different results show what a clause was worth. Equal games make no contrast.
    """
    if len(tables) < 2:
        return Contrast(Ground.ALONE)
    if len({family(table) for table in tables}) == 1:
        first, *rest = tables
        played = first.course is not None and all(
            each.last == first.last == common_moves(first, each) for each in rest
        )
        return Contrast(Ground.SAME_GAMES if played else Ground.SAME_ENDS)
    unlike = [pair for pair in combinations(tables, 2) if family(pair[0]) != family(pair[1])]
    longest = max(unlike, key=lambda pair: common_moves(*pair))
    both_signed = [pair for pair in unlike if pair[0].signed and pair[1].signed and differing(*pair)]
    if common_moves(*longest) >= LONG or not both_signed:
        return _of(Ground.BEGINNING, longest)
    return _of(Ground.TEXTS, min(both_signed, key=lambda pair: len(differing(*pair))))


def _of(ground: Ground, pair: tuple[Table, Table]) -> Contrast:
    return Contrast(ground, pair, common_moves(*pair), differing(*pair))
