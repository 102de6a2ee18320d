"""Which sections a scenario has, which it needs, and of what shape they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.content import codes
from game.content.diagnostics import Place, Report, Severity
from game.content.include import Sections
from game.content.reading import shape
from game.content.source import ListNode, MapNode, Node, ScalarNode

Keys = Mapping[str, ScalarNode]
"""The name of each section where it stands first."""

BY_ID: Final = frozenset(
    (
        "sources",
        "parties",
        "meters",
        "flags",
        "issues",
        "points",
        "linkages",
        "mandates",
        "homes",
        "constituencies",
        "rounds",
        "delegates",
        "documents",
        "actions",
        "decisions",
        "events",
        "endings",
        "personas",
        "history",
        "calibration",
        "silence",
        "map",
        "roles",
        "cast",
        "glossary",
        "contested",
        "timeline",
        "disputes",
        "lessons",
    )
)
"""Sections whose parts may stand in several files, each id in one of them."""

_ALONE: Final = frozenset(("scenario", "declaration", "conduct", "opening", "briefing", "teaching"))
_LISTS: Final = frozenset(("linkages", "silence", "map"))
_NEEDED: Final = (
    "scenario",
    "parties",
    "meters",
    "issues",
    "points",
    "mandates",
    "conduct",
    "homes",
    "constituencies",
    "rounds",
    "endings",
    "opening",
    "briefing",
)


def sections_are_sound(sections: Sections, keys: Keys, main: Place, report: Report) -> bool:
    """Say whether every section is known, there and of the right shape.

    Where one is not, reading the rest would give many messages for one fault.
    """
    before = report.count(Severity.ERROR)
    absent = [name for name in _NEEDED if name not in sections]
    known = sorted(BY_ID | _ALONE | {"format", "include"})
    for name, nodes in sections.items():
        if name not in known:
            meant = report.closest(name, absent) or report.closest(name, known)
            absent = [each for each in absent if each != meant]
            report.add(codes.N101, keys[name], field=name, what="the scenario", closest=meant)
            continue
        for node in nodes:
            _check_shape(name, node, report)
    for name in absent:
        report.add(codes.N117, main, section=name)
    return report.count(Severity.ERROR) == before


def _check_shape(name: str, node: Node, report: Report) -> None:
    wanted: type[Node] = ListNode if name in _LISTS else MapNode
    if isinstance(node, wanted) or (isinstance(node, ScalarNode) and node.is_empty and name not in _NEEDED):
        return
    expected = "a list" if wanted is ListNode else "fields with values"
    report.add(codes.N103, node, what=f"the section '{name}'", expected=expected, found=shape(node))
