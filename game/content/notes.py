"""What the readers asked for while they read: every field by name and type, and every id that they met.

The readers are the one description of the file format. What they ask of a file is noted here, by shape: the
schema, the reference of all keys and `rename` are made of these notes, so none of them can part from what is
read. `where` is the shape that a mapping has, as `event.outcomes` for one outcome of an event.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from game.content.source import MapNode, Node, ScalarNode

KEYED_BY: Final[dict[str, str]] = {
    "issue.interests": "party",
    "declaration.titles": "option",
    "declaration.signatures": "party",
    "points": "issue",
    "points.<issue>": "option",
    "round.delegations": "party",
    "briefing.confidential": "party",
    "word.said": "party",
    "word.called": "party",
    "line.steps": "party",
    "line.draws": "event",
    "fact.whatever": "issue",
}
"""Shapes of which a field can be called by an id of the scenario, and what that is the id of."""

_DEFINED: Final = {
    "issue.options": "option of",
    "decision.choices": "choice of",
    "event.outcomes": "outcome of",
    "round.slots": "meeting",
    "points": "party",
    "home": "party",
}
"""What the keys of a shape are the ids of, where the shape is not called so itself."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One field asked for, in one mapping."""

    name: str
    form: str
    """What it must be: text, label, number, condition, fields, list ..."""
    required: bool
    default: object = None
    low: int | None = None
    high: int | None = None
    words: tuple[str, ...] = ()
    """The closed set of words that it may be."""
    of: str = ""
    """Of a reference the kind of thing meant; of fields and lists, the shape of what lies below."""
    value: Node | None = None


@dataclass(slots=True)
class Opened:
    """One mapping as it was read."""

    where: str
    node: MapNode
    key: Node
    asks: list[Ask] = field(default_factory=list)
    looked_for: set[str] = field(default_factory=set)
    """Fields of which it was asked first whether they are written: they may be left out."""

    def look(self, name: str) -> None:
        """Note the question whether a field is written."""
        if all(ask.name != name for ask in self.asks):
            self.looked_for.add(name)


@dataclass(frozen=True, slots=True)
class Mention:
    """An id where it stands in a file: a stretch of the text of `node`."""

    kind: str
    """In the words of messages: issue, option of 'bank', meeting ..."""
    name: str
    node: ScalarNode
    start: int
    end: int


@dataclass(slots=True)
class Notes:
    """Everything noted while one scenario was read."""

    opened: list[Opened] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def open(self, where: str, node: MapNode, key: Node) -> Opened:
        """Note that the mapping under `key` is read, and return where its fields are noted."""
        made = Opened(where, node, key)
        self.opened.append(made)
        return made

    def mention(self, kind: str, node: Node, start: int = 0, end: int | None = None) -> None:
        """Note that the text of `node`, or a stretch of it, is an id."""
        if isinstance(node, ScalarNode):
            end = len(node.text) if end is None else end
            self.mentions.append(Mention(kind, node.text[start:end], node, start, end))

    def define(self, where: str, what: str, key: ScalarNode) -> None:
        """Note an id that stands as a key; `what` is how messages speak of it: the option 'bank.{}'."""
        kind = _DEFINED.get(where, where)
        owner = what.partition("'")[2].partition(".")[0] if kind.endswith(" of") else ""
        self.mention(f"{kind} '{owner}'" if owner else kind, key)

    def keys(self, kind: str, nodes: Iterable[Node]) -> None:
        """Note the keys of mappings as ids of one kind."""
        for node in nodes:
            for entry in node.entries.values() if isinstance(node, MapNode) else ():
                if entry.key.text not in ("source", "assumption"):
                    self.mention(kind, entry.key)
