"""A translation as data: each text as it was and as another language has it, read from its file.

A file `i18n/<language>.yaml` lies beside what it translates. It is read like any file of an author, within
the same bounds; that it is missing, old or broken never keeps anybody from playing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from game.content import codes
from game.content.diagnostics import Place, Report
from game.content.reading import shape
from game.content.source import ListNode, MapNode, Node, ScalarNode, Source, read_tree
from game.content.suggest import closest
from game.content.tags import language_of

FORMAT: Final = "1"

_HEAD: Final = ("format", "instrument", "texts", "unused")
_FIELDS: Final = ("key", "from", "was", "to", "note")
_MARKS: Final = re.compile(r"\{[^{}]*\}|\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One text and its translation."""

    key: str
    """Where the text stands: ids from the section down, `issues.islands.options.two_after.label`."""
    source: str
    """The original that the file holds: what the translation belongs to."""
    to: str = ""
    was: str = ""
    """The original that the translation was made from, where it has changed since; "" where it has not."""
    note: str = ""
    """The translator's own words; kept and never shown."""
    place: Place = field(default=Place(""), compare=False)

    def serves(self, text: str) -> bool:
        """Say whether this is what `text` is called now, all marks in it, and not what it was once."""
        return bool(self.to) and not self.was and alike(self.source, text) and fits(text, self.to)


@dataclass(frozen=True, slots=True)
class Translation:
    """The texts of a scenario, of a library or of the interface in one language."""

    language: str
    instrument: bool = True
    """Whether the words of the instrument have another official version, given with the rest."""
    entries: tuple[Entry, ...] = ()
    unused: tuple[Entry, ...] = ()
    """Translations of texts that are no more, kept in case they come back."""
    place: Place = field(default=Place(""), compare=False)


def alike(one: str, other: str) -> bool:
    """Say whether two texts are the same but for white space: folding a line makes nothing stale.

    >>> alike("one  line\\n", "one line"), alike("one", "two")
    (True, False)
    """
    return one.split() == other.split()


def marks(text: str) -> frozenset[str]:
    """Return what a translation must carry over as it stands: `{names}` and where links lead.

    >>> sorted(marks("{n} days, see [it](document:x)"))
    ['](document:x)', '{n}']
    """
    return frozenset(_MARKS.findall(text))


def fits(text: str, to: str) -> bool:
    """Say whether nothing stands in a translation that would be filled in and has no value in the text."""
    return marks(to) <= marks(text) and to.count("{") == to.count("}") == len(re.findall(r"\{[^{}]*\}", to))


def read_translation(source: Source, report: Report) -> Translation | None:
    """Return the translation that a file holds, None with the reason reported where it is none.

    What is wrong in a single entry is reported, and the entry left out.
    """
    language = language_of(source.name)
    if not language:
        report.add(codes.N920, source.place, name=source.name.rpartition("/")[2])
        return None
    tree = read_tree(source, report)
    if tree is None:
        return None
    if not isinstance(tree, MapNode):
        report.add(codes.N103, tree, what="the translation", expected="fields", found=shape(tree))
        return None
    _known(tree, _HEAD, "the translation", report)
    number = tree.get("format")
    if not isinstance(number, ScalarNode) or number.text != FORMAT:
        value = number.text if isinstance(number, ScalarNode) else "no number"
        report.add(codes.N118, tree if number is None else number, value=value, known=FORMAT)
        return None
    return Translation(
        language,
        _truth(tree.get("instrument"), report),
        tuple(_texts(tree.get("texts"), report)),
        tuple(_unused(tree.get("unused"), report)),
        source.place,
    )


def _known(node: MapNode, names: tuple[str, ...], what: str, report: Report) -> None:
    for entry in node.entries.values():
        if entry.key.text not in names:
            near = closest(entry.key.text, names)
            report.add(codes.N101, entry.key, field=entry.key.text, what=what, closest=near)


def _truth(node: Node | None, report: Report) -> bool:
    known = {"yes": True, "true": True, "no": False, "false": False}
    if node is None:
        return True
    if isinstance(node, ScalarNode) and node.text in known:
        return known[node.text]
    value = node.text if isinstance(node, ScalarNode) else shape(node)
    report.add(codes.N106, node, field="instrument", value=value)
    return False


def _texts(node: Node | None, report: Report) -> Iterator[Entry]:
    if isinstance(node, MapNode):
        for entry in node.entries.values():
            found = _entry(entry.key.text, entry.value, entry.key.place, report)
            if found is not None:
                yield found
    elif node is not None and not (isinstance(node, ScalarNode) and node.is_empty):
        report.add(codes.N103, node, what="'texts'", expected="entries by key", found=shape(node))


def _unused(node: Node | None, report: Report) -> Iterator[Entry]:
    if isinstance(node, ListNode):
        for item in node.items:
            key = item.get("key") if isinstance(item, MapNode) else None
            found = _entry(key.text if isinstance(key, ScalarNode) else "", item, item.place, report)
            if found is not None:
                yield found
    elif node is not None and not (isinstance(node, ScalarNode) and node.is_empty):
        report.add(codes.N103, node, what="'unused'", expected="a list", found=shape(node))


def _entry(key: str, node: Node, place: Place, report: Report) -> Entry | None:
    what = f"the text '{key}'"
    if not isinstance(node, MapNode):
        report.add(codes.N103, node, what=what, expected="'from' and 'to'", found=shape(node))
        return None
    _known(node, _FIELDS, what, report)
    said = {}
    for name in _FIELDS:
        value = node.get(name)
        if value is not None and not isinstance(value, ScalarNode):
            report.add(codes.N103, value, what=f"'{name}' of {what}", expected="text", found=shape(value))
            return None
        said[name] = "" if value is None or value.is_empty else value.text
    if not said["from"]:
        report.add(codes.N102, place, what=what, field="from")
        return None
    return Entry(key, said["from"], said["to"], said["was"], said["note"], place)
