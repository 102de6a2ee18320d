"""`include:` of library folders and their files, and the merging of whole sections by id.

A library is a folder `_name` beside the scenarios, without a `scenario.yaml`. Where the files come from, a
disk or the strings that a save keeps, makes no difference to the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from game.content import codes
from game.content.diagnostics import Report
from game.content.reading import shape, spot
from game.content.source import Entry, ListNode, MapNode, Node, ScalarNode, Source, read_text, read_tree
from game.content.tags import FOLDER as TRANSLATIONS
from game.content.tags import is_translation

ENDING: Final = ".yaml"
MOST_FILES: Final = 100
"""Files of one scenario, its own among them."""

_MOST_LANGUAGES: Final = 20

_INCLUDED = re.compile(r"_[a-z0-9][a-z0-9_-]*(/[a-z0-9_][a-z0-9_-]*)?", re.ASCII)

Sections = Mapping[str, tuple[Node, ...]]
"""Every section by name: its parts in the order of the files, no id twice."""


class Shelf(Protocol):
    """Where the files of libraries stand. Keys are relative to the scenarios folder, parted by '/'."""

    def keys(self, name: str) -> list[str]:
        """Return the keys of the files that the include `name` means, in order, none where there are none."""
        ...

    def libraries(self) -> list[str]:
        """Return the names that could be included."""
        ...

    def translations(self, folder: str) -> list[str]:
        """Return the keys of the translations of what lies in a folder, in order."""
        ...

    def source(self, key: str, report: Report) -> Source | None:
        """Return the file of a key, or None with the reason reported."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """The scenarios folder of a disk."""

    root: Path

    def keys(self, name: str) -> list[str]:
        """Return the keys of the files of a library or of its one file."""
        single = self.root / f"{name}{ENDING}"
        files = [single] if "/" in name else sorted((self.root / name).glob(f"*{ENDING}"))
        return [file.relative_to(self.root).as_posix() for file in files if self._is_within(file)]

    def libraries(self) -> list[str]:
        """Return the library folders and their files."""
        files = [file for file in sorted(self.root.glob(f"_*/*{ENDING}")) if self._is_within(file)]
        folders = dict.fromkeys(file.parent.name for file in files)
        return [*folders, *(f"{file.parent.name}/{file.stem}" for file in files)]

    def translations(self, folder: str) -> list[str]:
        """Return the keys of the translations of what lies in a folder."""
        files = sorted((self.root / folder / TRANSLATIONS).glob(f"*{ENDING}"))
        return [file.relative_to(self.root).as_posix() for file in files if self._is_within(file)]

    def source(self, key: str, report: Report) -> Source | None:
        """Read the file of a key."""
        return read_text(self.root / key, report)

    def _is_within(self, file: Path) -> bool:
        """Say whether a file lies in the scenarios folder, links followed."""
        return file.is_file() and file.resolve().is_relative_to(self.root.resolve())


@dataclass(frozen=True, slots=True)
class Stored:
    """The source files that a save keeps, by key."""

    texts: Mapping[str, str]

    def keys(self, name: str) -> list[str]:
        """Return the keys of the files of a library or of its one file."""
        if "/" in name:
            return [key for key in self.texts if key == f"{name}{ENDING}"]
        inside = (key for key in self.texts if key.startswith(f"{name}/") and key.endswith(ENDING))
        return sorted(key for key in inside if key.count("/") == 1)

    def libraries(self) -> list[str]:
        """Return the library folders and their files."""
        own = (key for key in self.texts if key.startswith("_") and not is_translation(key))
        files = sorted(key.removesuffix(ENDING) for key in own)
        return [*dict.fromkeys(file.partition("/")[0] for file in files), *files]

    def translations(self, folder: str) -> list[str]:
        """Return the keys of the translations of what lies in a folder."""
        inside = f"{folder}/{TRANSLATIONS}/"
        return sorted(key for key in self.texts if key.startswith(inside) and key.endswith(ENDING))

    def source(self, key: str, report: Report) -> Source | None:
        """Return the string of a key."""
        return Source(key, self.texts[key])


@dataclass(slots=True)
class Gathered:
    """The files of a scenario as read: their texts by key and the top of each tree, the own file last."""

    texts: dict[str, str] = field(default_factory=dict)
    tops: list[MapNode] = field(default_factory=list)
    is_whole: bool = True
    """Whether every file could be read."""
    folders: list[str] = field(default_factory=list)
    """Of each top the folder that its file lies in."""
    translations: dict[str, Source] = field(default_factory=dict)
    """The translations beside the files, by key; nothing is looked for in them here."""
    unread: Report = field(default_factory=Report)
    """Why a translation could not be read, which is no fault of the scenario."""


def gathered(main: Source, key: str, shelf: Shelf, report: Report) -> Gathered:
    """Return the scenario's own file `main`, whose key is `key`, with all that it includes."""
    found = Gathered({key: main.text})
    top = _top(main, report)
    if top is None:
        found.is_whole = False
        return found
    for name in _included(top, report, found):
        keys = shelf.keys(name.text)
        if not keys:
            found.is_whole = False
            report.add(codes.N802, name, name=name.text, closest=report.closest(name.text, shelf.libraries()))
        for each in keys:
            if each in found.texts:
                continue
            if len(found.texts) < MOST_FILES:
                _read_library(each, shelf, report, found)
            elif found.is_whole:  # once is enough
                found.is_whole = False
                report.add(codes.N806, name, limit=MOST_FILES)
    found.tops.append(top)
    found.folders.append(key.rpartition("/")[0])
    for folder in dict.fromkeys(reversed(found.folders)):
        for each in shelf.translations(folder)[:_MOST_LANGUAGES]:
            translation = shelf.source(each, found.unread)
            if translation is not None:
                found.translations[each] = translation
    return found


def _read_library(key: str, shelf: Shelf, report: Report, found: Gathered) -> None:
    source = shelf.source(key, report)
    top = None if source is None else _top(source, report)
    if source is None or top is None:
        found.is_whole = False
        return
    found.texts[key] = source.text
    if "include" in top.entries:
        report.add(codes.N804, top.entries["include"].key)
    found.tops.append(top)
    found.folders.append(key.rpartition("/")[0])


def _top(source: Source, report: Report) -> MapNode | None:
    tree = read_tree(source, report)
    if tree is None or isinstance(tree, MapNode):
        return tree
    report.add(codes.N103, tree, what="the file", expected="sections by name", found=shape(tree))
    return None


def _included(top: MapNode, report: Report, found: Gathered) -> list[ScalarNode]:
    """Return the names under `include:` that may be looked for."""
    node = top.get("include")
    if node is None:
        return []
    if not isinstance(node, ListNode):
        report.add(codes.N103, node, what="'include'", expected="a list of libraries", found=shape(node))
        found.is_whole = False
        return []
    names: list[ScalarNode] = []
    for item in node.items:
        if isinstance(item, ScalarNode) and _INCLUDED.fullmatch(item.text):
            names.append(item)
        else:
            shown = item.text if isinstance(item, ScalarNode) else shape(item)
            report.add(codes.N801, item, name=shown)
            found.is_whole = False
    return names


def merged(
    tops: Iterable[MapNode], by_id: frozenset[str], report: Report
) -> tuple[Sections, Mapping[str, ScalarNode]]:
    """Return the sections of all files together, and the name of each where it stands first.

    A section of `by_id` may stand in several files, each id in one of them; any other stands in one file.
    """
    sections: dict[str, list[Node]] = {}
    keys: dict[str, ScalarNode] = {}
    ids: dict[tuple[str, str], ScalarNode] = {}
    for top in tops:
        for name, entry in top.entries.items():
            if name in ("format", "include"):
                continue
            if name in sections and name not in by_id:
                first = spot(keys[name].place)
                report.add(codes.N803, entry.key, section=name, first=first)
                continue
            keys.setdefault(name, entry.key)
            sections.setdefault(name, []).append(_without_twice(name, entry.value, ids, report))
    return {name: tuple(nodes) for name, nodes in sections.items()}, keys


def _without_twice(section: str, node: Node, ids: dict[tuple[str, str], ScalarNode], report: Report) -> Node:
    """Return a part of a section without the ids that an earlier file has, which are reported."""
    if not isinstance(node, MapNode):
        return node
    kept: dict[str, Entry] = {}
    for id, entry in node.entries.items():
        first = entry.key if id in ("source", "assumption") else ids.setdefault((section, id), entry.key)
        if first is entry.key:
            kept[id] = entry
            continue
        report.add(codes.N202, entry.key, name=id, kind=f"entry of '{section}'", first=spot(first.place))
    return MapNode(kept, node.place)
