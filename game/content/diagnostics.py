"""What is wrong with an author's file, as values: a code, a place, a sentence and at most one suggestion.

Whoever finds a fault calls `Report.add` and goes on; the sentences stand in `codes.py`.
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from game.content.suggest import closest

SHOWN_PER_FILE = 20
"""Diagnostics printed for one file before "and 7 more"."""

_LINE_WIDTH = 96  # signs of a source line that are shown
_VALUE_WIDTH = 60  # signs of an author's word that are repeated in a sentence
_LOOKED_AT = 2_000  # signs of it that are looked at

COMPARED_LIMIT = 5_000
"""Words that are compared with wrong ones to find what was meant; an honest scenario needs some hundred."""


class Severity(Enum):
    """What follows from a fault: *error* cannot be played, *warning* is probably not meant, *hint* style."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line of a source file. Lines and columns count from 1; line 0 is the whole file."""

    file: str
    line: int = 0
    column: int = 0
    end: int = 0  # the column after the last sign meant


class Placed(Protocol):
    """Anything that knows where it was written, as every node does."""

    @property
    def place(self) -> Place:
        """Where it was written."""
        ...


class Text(Protocol):
    """A source file as the report needs it, to show the line."""

    @property
    def name(self) -> str:
        """The name that places carry."""
        ...

    def line(self, number: int) -> str:
        """Return the line counted from 1, "" beyond the end."""
        ...


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault: the templates of its sentence and of its help.

    Every `{name}` of `sentence` must be given; the help is dropped where one of its values is not given
    or empty, so that there is no silly suggestion.
    """

    id: str
    severity: Severity
    sentence: str
    help: str = ""

    def says(self, values: Mapping[str, object]) -> str:
        """Return the sentence; raise `LookupError` for a value of the template that was not given."""
        missing = [name for name in template_names(self.sentence) if name not in values]
        if missing:
            raise LookupError(f"{self.id} needs the value {missing[0]!r}; got {sorted(values)}")
        return self.sentence.format_map({name: shown_value(value) for name, value in values.items()})

    def suggests(self, values: Mapping[str, object]) -> str:
        """Return the help, "" where a value of it is missing or empty."""
        if any(values.get(name) in (None, "") for name in template_names(self.help)):
            return ""
        return self.help.format_map({name: shown_value(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault at one place, ready to be shown."""

    code: Code
    place: Place
    message: str
    suggestion: str  # "" for none
    source_line: str  # "" where the place is a whole file
    silenced: str = ""
    """Why the author silenced it, "" where it is not silenced."""

    def render(self) -> str:
        """Return the message, the line with the stretch marked, and the help, without a last line break."""
        place, code = self.place, self.code
        spot = f":{place.line}:{place.column}" if place.line else ""
        said = [f"{shown_name(place.file)}{spot}: {code.severity.value} {code.id}: {self.message}"]
        if place.line:
            excerpt, before, marked = _excerpt(self.source_line, place)
            said.append(f"{place.line:>4} | {excerpt}".rstrip())
            said.append(f"     | {' ' * before}{'^' * marked}")
        if self.suggestion:
            said.append(f"  help: {self.suggestion}")
        return "\n".join(said)

    def as_dict(self) -> dict[str, str | int]:
        """Return it in the words of an editor's interface; `end` is the column after the stretch."""
        return {
            "file": shown_name(self.place.file),
            "line": self.place.line,
            "column": self.place.column,
            "end": self.place.end,
            "severity": self.code.severity.value,
            "code": self.code.id,
            "message": self.message,
            "help": self.suggestion,
            "silenced": self.silenced,
        }


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some lines of a file, from the first sign of one place to the last of another."""

    first: Place
    last: Place

    def holds(self, place: Place) -> bool:
        """Say whether a place begins inside it."""
        begins = (place.line, place.column)
        return place.file == self.first.file and (self.first.line, self.first.column) <= begins <= (
            self.last.line,
            self.last.end,
        )


@dataclass(frozen=True, slots=True)
class Silence:
    """A warning or hint that its author accepts, and why."""

    code: str
    because: str
    place: Place
    stretches: tuple[Stretch, ...] | None = None
    """Where alone it is accepted; None: anywhere in the scenario."""

    def covers(self, found: Diagnostic) -> bool:
        """Say whether it speaks of a diagnostic."""
        if found.code.id != self.code or found.code.severity is Severity.ERROR:
            return False
        return self.stretches is None or any(each.holds(found.place) for each in self.stretches)


@dataclass(slots=True)
class Report:
    """Collects diagnostics while files are read; the same fault at the same place is kept once.

    What an author silenced is kept apart: it is counted and shown by `silenced` and `silences` alone.
    """

    _found: dict[tuple[Place, str, str], Diagnostic] = field(default_factory=dict)
    _texts: dict[str, Text] = field(default_factory=dict)
    _silences: tuple[Silence, ...] = ()
    _compared: int = 0

    def register(self, text: Text) -> None:
        """Remember a source file, so that its lines can be shown and its place in the order is known."""
        self._texts.setdefault(text.name, text)

    def add(self, code: Code, where: Place | Placed, /, **values: object) -> None:
        """Add the fault `code` at `where`; raise `LookupError` if the sentence lacks a value."""
        place = where if isinstance(where, Place) else where.place
        message = code.says(values)
        text = self._texts.get(place.file)
        line = text.line(place.line) if text is not None and place.line else ""
        diagnostic = Diagnostic(code, place, message, code.suggests(values), line)
        self._found.setdefault((place, code.id, message), diagnostic)

    def closest(self, word: str, known: Collection[str]) -> str:
        """Return the one of `known` that may have been meant by `word`, "" for none.

        Nor for any once many words have been compared: each wrong name against each right one would take
        quadratic time, and nobody reads the thousandth suggestion.
        """
        self._compared += len(known)
        return closest(word, known) if self._compared <= COMPARED_LIMIT else ""

    def take(self, other: Report) -> None:
        """Add what another report has found."""
        for text in other._texts.values():
            self.register(text)
        for key, found in other._found.items():
            self._found.setdefault(key, found)

    def silence(self, silences: tuple[Silence, ...]) -> None:
        """Keep apart from now on what these cover, whether it is found already or later."""
        self._silences = silences

    def __iter__(self) -> Iterator[Diagnostic]:
        """Yield the diagnostics by file in the order of reading, then by place."""
        return (found for found in self.everything() if not found.silenced)

    def everything(self) -> Iterator[Diagnostic]:
        """Yield also those that are silenced, in the same order."""
        order = {name: position for position, name in enumerate(self._texts)}
        yield from sorted(
            (replace(found, silenced=self._silenced(found)) for found in self._found.values()),
            key=lambda found: (order.get(found.place.file, len(order)), found.place, found.code.id),
        )

    def silences(self) -> tuple[tuple[Silence, int], ...]:
        """Return every silence with the number of diagnostics that it covers."""
        found = self._found.values()
        return tuple((silence, sum(map(silence.covers, found))) for silence in self._silences)

    def _silenced(self, found: Diagnostic) -> str:
        return next((silence.because for silence in self._silences if silence.covers(found)), "")

    def __len__(self) -> int:
        """Return how many there are, of any severity."""
        return sum(not self._silenced(found) for found in self._found.values())

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that cannot be played."""
        return any(found.code.severity is Severity.ERROR for found in self._found.values())

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have that severity."""
        told = (found for found in self._found.values() if found.code.severity is severity)
        return sum(not self._silenced(found) for found in told)

    def codes(self) -> tuple[str, ...]:
        """Return the ids of the codes found, in the order of `__iter__`."""
        return tuple(found.code.id for found in self)

    def render(self) -> str:
        """Return everything as text for people, "" if nothing was found; at most 20 for each file."""
        said: list[str] = []
        by_file: dict[str, list[Diagnostic]] = {}
        for found in self:
            by_file.setdefault(found.place.file, []).append(found)
        for file, all_found in by_file.items():
            said.extend(found.render() for found in all_found[:SHOWN_PER_FILE])
            if len(all_found) > SHOWN_PER_FILE:
                said.append(f"{shown_name(file)}: and {len(all_found) - SHOWN_PER_FILE} more")
        return "\n".join(said) + "\n" if said else ""


@lru_cache(maxsize=1024)  # one of each code's two templates
def template_names(template: str) -> tuple[str, ...]:
    """Return the names of the `{values}` of a template.

    >>> template_names("no party is called '{name}'")
    ('name',)
    """
    return tuple(name for _, name, _, _ in string.Formatter().parse(template) if name)


def shown_name(file: str) -> str:
    """Return the name of a file relative to the current folder where it lies inside it."""
    path = Path(file)
    if not path.is_absolute():
        return path.as_posix()
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def shown_value(value: object) -> str:
    """Return a value as a sentence may repeat it: on one line, printable, at most 60 signs."""
    text = printable(" ".join(str(value)[:_LOOKED_AT].split()))
    return text if len(text) <= _VALUE_WIDTH else text[: _VALUE_WIDTH - 3] + "..."


def printable(text: str) -> str:
    """Return `text` with every control, direction or other invisible sign as a question mark."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _excerpt(line: str, place: Place) -> tuple[str, int, int]:
    """Return the shown part of a line, and the widths before the mark and of the mark."""
    start = max(place.column - 1, 0)
    stop = max(place.end - 1, start + 1)
    near = stop <= _LINE_WIDTH or start < _LINE_WIDTH // 2
    cut = 0 if near else max(min(start - 10, len(line) - _LINE_WIDTH), 0)
    shown = printable(line.replace("\t", " ")[cut : cut + _LINE_WIDTH])
    before = _width(shown[: start - cut].ljust(start - cut))
    return shown, before, max(_width(shown[start - cut : stop - cut]), 1)


def _width(text: str) -> int:
    """Return the columns that `text` takes on a screen of fixed-width signs."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
