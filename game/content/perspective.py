"""The names that one side uses, put in the place of the neutral ones wherever the scenario itself speaks.

What is quoted stays: documents, the instrument, what others wrote. So does the glossary, which tells of both
names, and every text in which nobody speaks to a player.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from game.content.diagnostics import Place
from game.content.include import Sections
from game.content.source import MapNode, Node, ScalarNode
from game.content.translatable import is_instrument, keys

_KEPT: Final = ("glossary.", "contested.", "sources.", "declaration.", "cast.", "scenario.id")
_QUOTED: Final = ("documents.", "history.")

Tongue = Callable[[ScalarNode], str]


def as_called(tongue: Tongue, tops: Iterable[MapNode], sections: Sections, party: str) -> Tongue:
    """Return what says a text with the names of `party`, as far as the glossary has any.

    Args:
        tongue: what says it otherwise.
        tops: the files as read.
    """
    names = dict(_names(sections.get("glossary", ()), party))
    if not names:
        return tongue
    longest_first = sorted(names, key=len, reverse=True)
    any_of = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
    kept: frozenset[Place] = frozenset(node.place for top in tops for key, node in keys(top) if _is_kept(key))

    def spoken(node: ScalarNode) -> str:
        text = tongue(node)
        return text if node.place in kept else any_of.sub(lambda found: names[found.group()], text)

    return spoken


def _names(glossary: Iterable[Node], party: str) -> Iterable[tuple[str, str]]:
    """Yield each term with what the party calls it."""
    for node in glossary:
        for entry in node.entries.values() if isinstance(node, MapNode) else ():
            term = entry.value.get("term") if isinstance(entry.value, MapNode) else None
            called = entry.value.get("called") if isinstance(entry.value, MapNode) else None
            own = called.get(party) if isinstance(called, MapNode) else None
            if isinstance(term, ScalarNode) and isinstance(own, ScalarNode):
                yield term.text.strip(), own.text.strip()


def _is_kept(key: str) -> bool:
    if key.startswith(_QUOTED):
        return key.endswith((".text", ".words", ".reason"))
    return key.startswith(_KEPT) or is_instrument(key)
