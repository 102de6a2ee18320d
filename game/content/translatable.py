"""Which texts of a scenario can be translated, each under a key of ids that stays when lines are moved.

The readers know which fields are texts and keep a list of them (`Reading.said`). A key is the way from the
section down: `issues.islands.options.two_after.label`. In a list it is the entry's own `id` or `number`, else
its place, counted from 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.content.diagnostics import Place
from game.content.reader import LABEL_LIMIT, TEXT_LIMIT
from game.content.reading import Reading
from game.content.room import most_signs
from game.content.source import ListNode, MapNode, Node, ScalarNode

_KEPT: Final = frozenset({"fact", "silence", "contested", "word.said"})
"""Shapes whose texts no player reads, or which are words of another language as they stand."""

_NO_WORDS: Final = frozenset({"source", "title_issue", "number", "issue", "run_on"})
"""Fields of the declaration that are no words of it."""


Way = tuple[tuple[str, ScalarNode | None], ...]
"""The steps of a key, each with where it is written; None for the place in a list."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text that can be translated."""

    key: str
    text: str
    place: Place
    limit: int = TEXT_LIMIT
    """The signs that it may have."""
    optional: frozenset[str] = frozenset()
    """Marks that a translation may leave out: the number in `one day`."""

    @property
    def is_instrument(self) -> bool:
        """Whether it is a piece of what is signed, or of the official text that this is compared with."""
        return is_instrument(self.key)


def is_instrument(key: str) -> bool:
    """Say whether the text of a key is part of the instrument or of the real declaration.

    >>> [is_instrument(f"issues.bank.{rest}") for rest in ("options.season.clause", "label")]
    [True, False]
    >>> [is_instrument(f"declaration.{rest}") for rest in ("articles.1.official", "articles.1.source")]
    [True, False]
    """
    section, field = key.partition(".")[0], key.rpartition(".")[2]
    if section == "declaration":
        return field not in _NO_WORDS or key.startswith(("declaration.titles.", "declaration.signatures."))
    return section == "issues" and field in ("clause", "letter")


def keys(node: Node) -> Iterator[tuple[str, ScalarNode]]:
    """Yield every scalar below a node with its key, in the order of the file."""
    for way, scalar in ways(node):
        yield ".".join(name for name, _ in way), scalar


def ways(node: Node, above: Way = ()) -> Iterator[tuple[Way, ScalarNode]]:
    """Yield every scalar below a node with the way that leads to it."""
    match node:
        case ScalarNode():
            yield above, node
        case MapNode(entries=entries):
            for name, entry in entries.items():
                yield from ways(entry.value, (*above, (name, entry.key)))
        case ListNode(items=items):
            for position, item in enumerate(items, start=1):
                name_node = _name(item)
                name = str(position) if name_node is None else name_node.text
                yield from ways(item, (*above, (name, name_node)))


def _name(item: Node) -> ScalarNode | None:
    """Return where an entry of a list says what it is called, None where it has no name of its own."""
    for field in ("id", "number"):
        value = item.get(field) if isinstance(item, MapNode) else None
        if isinstance(value, ScalarNode):
            return value
    return None


def texts(tops: Iterable[MapNode], reading: Reading) -> tuple[Text, ...]:
    """Return what can be translated of a scenario, in the order of its files.

    Args:
        tops: the files as read.
        reading: what was noted while they were.
    """
    limits: dict[Place, int] = {}
    for said in reading.said:
        if said.where not in _KEPT:
            limits[said.node.place] = most_signs(said)
    for ground in reading.grounds:  # who asks why is told the assumption
        if not ground.basis.is_source and ground.where not in _KEPT:
            limits[ground.node.place] = LABEL_LIMIT * 3
    found: dict[Place, Text] = {}
    for top in tops:
        for key, node in keys(top):
            text = node.text.strip()
            if node.place in limits and node.place not in found and text:
                found[node.place] = Text(key, text, node.place, limits[node.place])
    return tuple(found.values())
