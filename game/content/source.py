"""From the bytes of an author's file to nodes that know their place, in bounded work whatever the bytes.

The signs are checked first, then the parser's events are walked and the nodes built from them, stopping at
the first breach of a limit: the C loader's own `compose` dies on deep nesting and every loader hangs on merge
keys. No value is converted here; the field that a text stands in decides what it means.
"""

from __future__ import annotations

import gc
import re
import stat
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml

from game.content.codes import (
    N001,
    N002,
    N003,
    N004,
    N005,
    N006,
    N007,
    N008,
    N009,
    N010,
    N011,
    N012,
    N013,
    N014,
    N015,
    N016,
    N017,
)
from game.content.diagnostics import Code, Place, Report
from game.content.suggest import closest
from game.content.syntax import report_syntax

BYTES_LIMIT: Final = 1 << 20
LINE_LIMIT: Final = 20_000
DEPTH_LIMIT: Final = 24
EVENTS_LIMIT: Final = 30_000
SCALAR_LIMIT: Final = 20_000

LARGEST_INTEGER: Final = 10**12
"""The largest amount that a scenario may write, either sign."""

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_SIGN = re.compile(r"\S")
_SIGN_IN_QUOTES = re.compile(r"''|\S")  # in single quotes '' is one sign
_LINE_BREAK = re.compile(r"\r\n|\r|\n")

# Controls, soft hyphen, zero-width signs, direction signs, separators, byte order marks inside the text,
# surrogates and signs that are none: all that a reader of the file cannot see.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class Source:
    """A source file as text; a save keeps these, so nothing here needs a disk."""

    name: str
    text: str = field(repr=False)
    lines: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Split the lines as YAML does."""
        object.__setattr__(self, "lines", tuple(_LINE_BREAK.split(self.text)))

    def line(self, number: int) -> str:
        """Return the line counted from 1, "" beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    @property
    def place(self) -> Place:
        """The file as a whole."""
        return Place(self.name)

    def place_of(self, offset: int, length: int = 1) -> Place:
        """Return the place of the sign at `offset` of the text, counted from 0."""
        before = _LINE_BREAK.split(self.text[:offset])
        column = len(before[-1]) + 1
        return Place(self.name, len(before), column, column + length)


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A text as written, whatever it looks like; `style` is "" for plain, else the YAML sign: ' " | or >."""

    text: str
    place: Place
    style: str = ""
    source: Source | None = field(default=None, repr=False, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written, or `~` or `null` without quotes."""
        return not self.style and self.text in ("", "~", "null")

    def at(self, start: int, end: int) -> Place:
        """Return the place of the signs `start` to `end` of `text`, the whole scalar where it cannot be told.

        The signs that are no white space stand in the file in the same order as in the text, whatever the
        folding; only an escape in double quotes breaks that.
        """
        if self.source is None or (self.style == '"' and "\\" in self._written()):
            return self.place
        signs = _signs(self.text)
        which = bisect_left(signs, start)
        spots = _spots(self.source, self.place, self.style, len(signs) + 1)
        if which >= len(spots):
            return self.place
        line, column = spots[which]
        length = max(min(end - start, len(self.source.line(line)) - column), 1)
        return Place(self.place.file, line, column + 1, column + 1 + length)

    def _written(self) -> str:
        assert self.source is not None
        return self.source.line(self.place.line)[self.place.column - 1 : self.place.end - 1]


# A long text may be asked for very many places in it, one after the other, so the walk through it is kept.
@lru_cache(maxsize=4)
def _signs(text: str) -> tuple[int, ...]:
    """Return the offsets of the signs of a text that are no white space."""
    return tuple(found.start() for found in _SIGN.finditer(text))


@lru_cache(maxsize=4)
def _spots(source: Source, place: Place, style: str, count: int) -> tuple[tuple[int, int], ...]:
    """Return line and offset in it of the first `count` such signs written from where a scalar begins."""
    line, column = place.line, place.column - 1
    if style in ("|", ">"):
        line, column = line + 1, 0
    elif style:
        column += 1
    sign = _SIGN_IN_QUOTES if style == "'" else _SIGN
    spots: list[tuple[int, int]] = []
    while line <= len(source.lines) and len(spots) < count:
        spots.extend((line, found.start()) for found in sign.finditer(source.line(line), column))
        line, column = line + 1, 0
    return tuple(spots[:count])


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list as written."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: its name where it was written, and its value."""

    key: ScalarNode
    value: Node


@dataclass(frozen=True, slots=True)
class MapNode:
    """Fields by name, in the order of the file; each name once."""

    entries: dict[str, Entry]
    place: Place

    def get(self, name: str) -> Node | None:
        """Return the value of a field, None where it is not written."""
        entry = self.entries.get(name)
        return entry.value if entry is not None else None


Node = ScalarNode | ListNode | MapNode


def read_text(path: Path, report: Report) -> Source | None:
    """Return the text of a file, or None with the reason reported."""
    whole = Place(path.as_posix())
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            report.add(N002, whole, what="it is a folder" if stat.S_ISDIR(kind) else "")
            return None
        with path.open("rb") as file:
            content = file.read(BYTES_LIMIT + 1)
    except FileNotFoundError:
        report.add(N001, whole, closest=_neighbour(path))
        return None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        report.add(N003, whole, reason=getattr(error, "strerror", None) or str(error))
        return None
    return decoded(path.as_posix(), content, report)


def decoded(name: str, content: bytes, report: Report) -> Source | None:
    """Return the source called `name` with these bytes, or None with the reason reported."""
    if len(content) > BYTES_LIMIT:
        report.add(N004, Place(name), limit=BYTES_LIMIT)
        return None
    try:
        return Source(name, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = Source(name, content[: error.start].decode("utf-8", errors="replace"))
        report.register(Source(name, content.decode("utf-8", errors="replace")))
        report.add(N005, before.place_of(len(before.text)))
        return None


def read_tree(source: Source, report: Report) -> Node | None:
    """Return the nodes of a source, or None with the reason reported; never raises.

    A field written twice is reported and its first value kept.
    """
    report.register(source)
    if not signs_are_sound(source, report):
        return None
    collecting = gc.isenabled()
    gc.disable()  # many small values and no cycles: collecting would cost half the time
    try:
        return _Builder(source, report).tree()
    except yaml.YAMLError as error:
        report_syntax(error, source, report)
        return None
    finally:
        if collecting:
            gc.enable()


def to_integer(text: str) -> int | None:
    """Return the whole number that `text` is, None for any other text or beyond 10**12 either way.

    >>> to_integer("010"), to_integer("-4"), to_integer("1e3"), to_integer("9" * 5000)
    (10, -4, None, None)
    """
    if re.fullmatch(r"[+-]?[0-9]{1,15}", text, re.ASCII) is None:
        return None
    value = int(text)
    return value if abs(value) <= LARGEST_INTEGER else None


def _neighbour(path: Path) -> str:
    """Return the name of a file beside `path` that may have been meant, "" for none."""
    try:
        return closest(path.name, sorted(each.name for each in path.parent.iterdir())[:500])
    except OSError:
        return ""


def signs_are_sound(source: Source, report: Report) -> bool:
    """Say whether the text is short enough and has only signs that can be seen, reporting the first fault."""
    if len(source.text) > BYTES_LIMIT or len(source.text.encode(errors="replace")) > BYTES_LIMIT:
        report.add(N004, source, limit=BYTES_LIMIT)
        return False
    unseen = _UNSEEN.search(source.text)
    if unseen is not None:
        sign = unseen.group()
        name = unicodedata.name(sign, "a control sign").lower()
        report.add(N006, source.place_of(unseen.start()), sign=f"U+{ord(sign):04X} ({name})")
        return False
    for number, line in enumerate(source.lines, start=1):
        if len(line) > LINE_LIMIT:
            report.add(N007, Place(source.name, number, LINE_LIMIT + 1, LINE_LIMIT + 2), limit=LINE_LIMIT)
            return False
    return True


class _BreachError(Exception):
    """A limit was passed; the fault is reported already."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been met; `key` is the field name that awaits its value."""

    place: Place
    items: list[Node] | None  # None: a mapping
    entries: dict[str, Entry]
    in_brackets: bool
    key: ScalarNode | None = None
    twice: bool = False  # the awaited value is that of a second field of the same name

    def awaits_key(self) -> bool:
        return self.items is None and self.key is None


class _Builder:
    """Builds nodes from the parser's events on a stack of its own, so that nothing recurses."""

    def __init__(self, source: Source, report: Report) -> None:
        self._source = source
        self._report = report
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0

    def tree(self) -> Node | None:
        events: Iterator[Any] = yaml.parse(self._source.text, Loader=_LOADER)
        try:
            for number, event in enumerate(events):
                if number >= EVENTS_LIMIT:
                    self._stop(N009, event, limit=EVENTS_LIMIT)
                self._meet(event)
        except _BreachError:
            return None
        if self._root is None or (isinstance(self._root, ScalarNode) and self._root.is_empty):
            self._report.add(N017, Place(self._source.name))
            return None
        return self._root

    def _stop(self, code: Code, where: Any, **values: object) -> None:
        place = where if isinstance(where, Place) else self._place(where)
        self._report.add(code, place, **values)
        raise _BreachError

    def _place(self, event: Any) -> Place:
        """Return the first line of an event's stretch."""
        start, stop = event.start_mark, event.end_mark
        last = len(self._source.lines)
        if start.line >= last:  # a comment without a line end counts as a whole line with libyaml
            column = len(self._source.line(last)) + 1
            return Place(self._source.name, last, column, column + 1)
        column = start.column + 1
        if stop.line == start.line:
            end = max(stop.column + 1, column + 1)
        else:
            end = max(len(self._source.line(start.line + 1).rstrip()) + 1, column + 1)
        return Place(self._source.name, start.line + 1, column, end)

    def _meet(self, event: Any) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._stop(N011, event)
                if event.tags:
                    self._stop(N013, event, text="")
            case yaml.AliasEvent():
                self._stop(N012, event, text=f"*{event.anchor}")
            case yaml.ScalarEvent() | yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._begin(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._end(event)
            case _:
                pass

    def _begin(self, event: Any) -> None:
        if event.anchor is not None:
            self._stop(N012, self._first_word(event), text=f"&{event.anchor}")
        if event.tag is not None:
            self._stop(N013, self._first_word(event), text="")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
            return
        if self._stack and self._stack[-1].awaits_key():
            self._stop(N016, event)
        if len(self._stack) >= DEPTH_LIMIT:
            self._stop(N008, event, limit=DEPTH_LIMIT)
        items: list[Node] | None = [] if isinstance(event, yaml.SequenceStartEvent) else None
        self._stack.append(_Open(self._place(event), items, {}, bool(event.flow_style)))

    def _first_word(self, event: Any) -> Place:
        """Return the place of the anchor or tag with which an event begins."""
        place = self._place(event)
        line = self._source.line(place.line)[place.column - 1 :]
        length = len(line.split(maxsplit=1)[0]) if line.split() else 1
        return Place(place.file, place.line, place.column, place.column + length)

    def _scalar(self, event: Any) -> None:
        place = self._place(event)
        if len(event.value) > SCALAR_LIMIT:
            self._stop(N010, place, limit=SCALAR_LIMIT)
        node = ScalarNode(event.value, place, event.style or "", self._source)
        top = self._stack[-1] if self._stack else None
        if top is None or not top.awaits_key():
            self._put(node)
            return
        if node.text == "<<" and not node.style:
            self._stop(N014, node.place)
        if not node.text:
            self._stop(N016, node.place)
        first = top.entries.get(node.text)
        top.key, top.twice = node, first is not None
        if first is not None:
            self._report.add(N015, node, name=node.text, line=first.key.place.line)

    def _end(self, event: Any) -> None:
        done = self._stack.pop()
        place = done.place
        if done.in_brackets:  # the whole of it where it ends on its first line
            end = event.end_mark
            if end.line + 1 == place.line:
                place = Place(place.file, place.line, place.column, end.column + 1)
        elif done.items is None and done.entries:
            place = next(iter(done.entries.values())).key.place
        node: Node = (
            MapNode(done.entries, place) if done.items is None else ListNode(tuple(done.items), place)
        )
        self._put(node)

    def _put(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        if top.items is not None:
            top.items.append(node)
            return
        assert top.key is not None
        if not top.twice:
            top.entries[top.key.text] = Entry(top.key, node)
        top.key = None
