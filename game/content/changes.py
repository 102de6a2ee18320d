"""What differs between two versions of a scenario, in the author's own terms: ids, fields and values.

The files are compared as written, not as the rules see them: layout, quotes, comments, the order of fields
and the division into files do not count; the order of ids does, where it has a meaning. What stands under
another id and is otherwise mostly the same is taken to be renamed, and what only repeats the new id is then
no change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import Enum
from typing import Final

from game.content.diagnostics import Report
from game.content.source import ListNode, MapNode, Node, ScalarNode, Source, read_tree

Value = str | list["Value"] | dict[str, "Value"]
"""A file's content without its layout: texts, lists and fields; what is empty is left out."""

ORDER: Final = (
    "scenario",
    "parties",
    "rounds",
    "delegates",
    "opening",
    "issues",
    "declaration",
    "points",
    "linkages",
    "mandates",
    "meters",
    "flags",
    "conduct",
    "homes",
    "constituencies",
    "events",
    "decisions",
    "actions",
    "documents",
    "endings",
    "personas",
    "briefing",
    "roles",
    "cast",
    "glossary",
    "contested",
    "timeline",
    "disputes",
    "lessons",
    "teaching",
    "history",
    "calibration",
    "sources",
    "map",
    "silence",
)
"""The sections in the order in which an author thinks of them."""

_BY_PARTY: Final = frozenset(("points", "mandates", "homes"))
_SINGLE: Final = frozenset(
    ("scenario", "opening", "declaration", "conduct", "briefing", "teaching", "linkages", "silence", "map")
)
_OWNED: Final = frozenset(("options", "choices", "outcomes", "slots"))
_IN_ORDER: Final = frozenset(
    ("parties", "rounds", "issues", "endings", "meters", "constituencies", "options")
)
_REASONS: Final = frozenset(("source", "assumption"))
_ALIKE: Final = 0.5
_MOST_PAIRS: Final = 2_500
_ALIKE_ALONE: Final = 0.25  # where nothing else went or came
_FLAGS: Final = {"true": "yes", "false": "no"}


class Kind(Enum):
    """What happened to a thing."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `path` in the words of the newer version, of what was removed in those of the older."""

    kind: Kind
    path: tuple[str, ...]
    old: str = ""
    new: str = ""

    def as_dict(self) -> dict[str, str]:
        """Return it for other programs."""
        path = ".".join(self.path)
        return {"change": self.kind.value, "path": path, "old": self.old, "new": self.new}


def changes(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Change, ...]:
    """Return the differences between two scenarios, given as the texts of their files."""
    before, after = _content(old), _content(new)
    comparing = _Comparing()
    comparing.find_renamed(before, after)
    found: list[Change] = []
    known = [*ORDER, *sorted({*before, *after} - {*ORDER})]
    for section in known:
        one, other = before.get(section, {}), after.get(section, {})
        found += comparing.between((section,), one, other)
    return tuple(found)


def _content(sources: Mapping[str, str]) -> dict[str, Value]:
    """Return the sections of all files of a scenario together."""
    found: dict[str, Value] = {}
    for name in sorted(sources, key=lambda key: (not key.startswith("_"), key)):
        tree = read_tree(Source(name, sources[name]), Report())
        for section, entry in tree.entries.items() if isinstance(tree, MapNode) else ():
            value = _value(entry.value)
            if section in ("format", "include") or value == "":
                continue
            already = found.get(section)
            if isinstance(already, dict) and isinstance(value, dict):
                found[section] = already | value
            elif isinstance(already, list) and isinstance(value, list):
                found[section] = already + value
            else:
                found[section] = value
    return found


def _value(node: Node) -> Value:
    match node:
        case ScalarNode() if node.is_empty:
            return ""
        case ScalarNode():
            paragraphs = re.split(r"\n\s*\n", node.text.strip())
            text = "\n\n".join(" ".join(each.split()) for each in paragraphs)
            return text if node.style else _FLAGS.get(text, text)
        case MapNode():
            fields = {name: _value(entry.value) for name, entry in node.entries.items()}
            return {name: value for name, value in fields.items() if value != ""}
        case ListNode():
            items = [_value(each) for each in node.items]
            ids = [each["id"] for each in items if isinstance(each, dict) and isinstance(each.get("id"), str)]
            if items and len(set(map(str, ids))) == len(items):
                return {str(id): item for id, item in zip(ids, items, strict=True)}
            return items


@dataclass(slots=True)
class _Comparing:
    """One comparison, with the ids that are taken to be renamed."""

    renamed: dict[tuple[str, ...], str] = field(default_factory=dict)  # by the path in the older version
    words: dict[str, str] = field(default_factory=dict)

    def find_renamed(self, before: Mapping[str, Value], after: Mapping[str, Value]) -> None:
        for section in ORDER:
            one, other = before.get(section), after.get(section)
            if section in _SINGLE or not (isinstance(one, dict) and isinstance(other, dict)):
                continue
            if section == "mandates":
                for party in one.keys() & other.keys():
                    self._pair((section, party), one[party], other[party])
                continue
            if section not in _BY_PARTY:
                self._pair((section,), one, other)
            for id, body in one.items():
                twin = other.get(self.renamed.get((section, id), id))
                for name in _OWNED if isinstance(body, dict) and isinstance(twin, dict) else ():
                    self._pair((section, id, name), body.get(name), twin.get(name))  # type: ignore[union-attr]

    def _pair(self, path: tuple[str, ...], one: Value | None, other: Value | None) -> None:
        if not (isinstance(one, dict) and isinstance(other, dict)):
            return
        gone = [id for id in one if id not in other and id not in _REASONS]
        come = [id for id in other if id not in one and id not in _REASONS]
        if len(gone) * len(come) > _MOST_PAIRS:
            return  # so much is new that nothing is worth guessing
        likely = sorted(
            (
                (_likeness(self._written(one[a]), other[b]), -i, -k, a, b)
                for i, a in enumerate(gone)
                for k, b in enumerate(come)
            ),
            reverse=True,
        )
        enough = _ALIKE if len(gone) > 1 or len(come) > 1 else _ALIKE_ALONE
        taken: set[str] = set()
        for likeness, _, _, a, b in likely:
            if likeness >= enough and a not in taken and b not in taken:
                taken |= {a, b}
                self.renamed[*path, a] = b
                self.words[a] = b

    def between(self, path: tuple[str, ...], one: Value, other: Value) -> Iterator[Change]:
        """Yield the changes of what stands at `path`."""
        if isinstance(one, dict) and isinstance(other, dict):
            yield from self._fields(path, one, other)
        elif isinstance(one, list) and isinstance(other, list):
            yield from self._items(path, one, other)
        elif not self._same(one, other):
            yield Change(Kind.CHANGED, path, _shown(one), _shown(other))

    def _fields(
        self, path: tuple[str, ...], one: dict[str, Value], other: dict[str, Value]
    ) -> Iterator[Change]:
        pairs: list[tuple[str, str]] = []
        for name in one:
            twin = self.renamed.get((*path, name))
            if twin is None and name not in other and self.words.get(name) in other:
                twin = self.words[name]
            pairs.append((name, twin if twin is not None else name))
        kept = [(a, b) for a, b in pairs if b in other]
        if path[-1] in _IN_ORDER and (len(path) == 1 or path[-1] == "options"):
            now = [id for id in other if id in {b for _, b in kept}]
            if [b for _, b in kept] != now:
                yield Change(Kind.MOVED, path, ", ".join(a for a, _ in kept), ", ".join(now))
        for a, b in pairs:
            if b not in other:
                yield Change(Kind.REMOVED, (*path, a), old=_shown(one[a]))
                continue
            if (*path, a) in self.renamed:
                yield Change(Kind.RENAMED, (*path, b), a, b)
            yield from self.between((*path, b), one[a], other[b])
        reached = {b for _, b in kept}
        for b in other:
            if b not in reached:
                yield Change(Kind.ADDED, (*path, b), new=_shown(other[b]))

    def _items(self, path: tuple[str, ...], one: list[Value], other: list[Value]) -> Iterator[Change]:
        """Yield the changes of a list, whose entries are numbered from 1."""
        firsts, seconds = ([repr(each) for each in items] for items in (self._put(one), other))
        for verb, a, b, c, d in SequenceMatcher(None, firsts, seconds, autojunk=False).get_opcodes():
            if verb == "equal":
                continue
            both = min(b - a, d - c)
            for step in range(both):
                yield from self.between((*path, str(c + step + 1)), one[a + step], other[c + step])
            for position in range(a + both, b):
                yield Change(Kind.REMOVED, (*path, str(position + 1)), old=_shown(one[position]))
            for position in range(c + both, d):
                yield Change(Kind.ADDED, (*path, str(position + 1)), new=_shown(other[position]))

    def _same(self, one: Value, other: Value) -> bool:
        return one == other or self._written(one) == other

    def _put(self, items: list[Value]) -> list[Value]:
        return [self._written(each) for each in items]

    def _written(self, value: Value) -> Value:
        """Return a value of the older version in the ids of the newer one."""
        if isinstance(value, dict):
            return {self.words.get(name, name): self._written(each) for name, each in value.items()}
        if isinstance(value, list):
            return [self._written(each) for each in value]
        return re.sub(r"[a-z][a-z0-9_]*", lambda word: self.words.get(word[0], word[0]), value)


def _likeness(one: Value, other: Value) -> float:
    """Return which part of what two things say is the same, by its length: `both` says less than a sentence.

    Under which ids it stands does not count.
    """
    first, second = (Counter((path[-1:], text) for path, text in _leaves(each)) for each in (one, other))
    most = max(_length(first), _length(second))
    return _length(first & second) / most if most else 0.0


def _length(leaves: Counter[tuple[tuple[str, ...], str]]) -> int:
    return sum(len(text) * times for (path, text), times in leaves.items() if path != ("id",))


def _leaves(value: Value, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, str):
        yield path, value
        return
    for name, each in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _leaves(each, (*path, str(name)))


def _shown(value: Value) -> str:
    """Return a value on one line, as an author might write it."""
    if isinstance(value, dict):
        label = value.get("label") or value.get("title") or value.get("name")
        if isinstance(label, str):
            return label
        return "{" + ", ".join(f"{name}: {_shown(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    return value
