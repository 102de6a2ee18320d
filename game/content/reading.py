"""What all sections of a scenario share while they are read: the report, the names, and what was noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from game.content import codes
from game.content.diagnostics import Code, Place, Placed, Report, shown_name
from game.content.expressions import Parsed
from game.content.names import Names
from game.content.notes import Notes
from game.content.source import ListNode, MapNode, Node, ScalarNode
from game.content.vocabulary import RESERVED
from game.rules.scenario import Basis, Effect, Seen

BASES: Final = ("source", "assumption", "evidence")
"""Fields that say why a number is what it is."""

_ID = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
_CODE = re.compile(r"[A-Z][A-Za-z-]*[0-9][A-Za-z0-9-]*", re.ASCII)
_OWNED: Final = ("option of", "choice of", "outcome of")


def as_written(node: ScalarNode) -> str:
    """Return a text in the language of its author, without the white space around it."""
    return node.text.strip()


@dataclass(frozen=True, slots=True)
class Said:
    """A text that people read, the shape that it stands in, and the signs it may have."""

    where: str
    node: ScalarNode
    limit: int
    name: str
    """The field."""


@dataclass(slots=True)
class Ground:
    """A written `source:` or `assumption:` and how many numbers lean on it."""

    basis: Basis
    node: Node
    numbers: int = 0
    where: str = ""
    """The shape that it stands in."""


@dataclass(frozen=True, slots=True)
class Audience:
    """An expression and those who must see all that it reads, for they see what follows from it."""

    parsed: Parsed
    seen: Seen


@dataclass(frozen=True, slots=True)
class Caused:
    """An effect as written, with the expressions in it; of a back-room action without footprint, also
    the action and who may take it."""

    effect: Effect
    node: Node
    read: tuple[Parsed, ...]
    action: str = ""
    takers: Seen = (False, False)


@dataclass(slots=True)
class Reading:
    """What all sections of one scenario share while they are read."""

    report: Report
    names: Names
    citations: Mapping[str, str]
    main: Place
    """The scenario's own file as a whole."""
    notes: Notes | None = None
    """What is asked for, noted only where somebody wants to know."""
    grounds: list[Ground] = field(default_factory=list)
    audiences: list[Audience] = field(default_factory=list)
    parsed: list[Parsed] = field(default_factory=list)
    caused: list[Caused] = field(default_factory=list)
    neutral: list[ScalarNode] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    contested: dict[str, str] = field(default_factory=dict)
    """Words that take a side, with what is to be thought of each."""
    places: dict[tuple[str, str], Placed] = field(default_factory=dict)
    """Where each thing was written, by kind and id, for checks that come later."""
    tongue: Callable[[ScalarNode], str] = as_written
    """What a text is called in the language that is wanted."""

    def at(self, kind: str, id: str) -> Placed | Place:
        """Return where the `kind` called `id` was written, the whole scenario where it was not."""
        return self.places.get((kind, id), self.main)

    def cite(self, node: ScalarNode) -> None:
        """Report every code of a citation that `sources:` does not have.

        The code is what stands before a comma, colon, semicolon or bracket; a semicolon parts several.
        """
        self._cite(node, 0, len(node.text), codes.N603)

    def cite_within(self, node: ScalarNode) -> None:
        """Report every code in square brackets within a text, as in `a guess [K18; Z155]`, that is unknown.

        Brackets without any code that is known, or looks like one, are taken for words.
        """
        for found in _BRACKETS.finditer(node.text):
            named = {_code_of(piece) for piece in found[1].split(";")}
            if named & self.citations.keys() or all(map(_CODE.fullmatch, named)):
                self._cite(node, *found.span(1), codes.N913)

    def _cite(self, node: ScalarNode, start: int, end: int, unknown: Code) -> None:
        for piece in node.text[start:end].split(";"):
            code = _code_of(piece)
            at = start + piece.index(code)
            if self.notes is not None and code in self.citations:
                self.notes.mention("source", node, at, at + len(code))
            if code and code not in self.citations:
                where = node.at(at, at + len(code))
                self.report.add(unknown, where, name=code, closest=self.report.closest(code, self.citations))
            start += len(piece) + 1

    def unknown(self, node: Placed | Place, kind: str, name: str, known: Collection[str]) -> None:
        """Report a name that nothing has."""
        if kind.startswith(_OWNED) and not list(known):
            return  # an issue without options is reported where it stands, and once is enough
        self.report.add(codes.N201, node, kind=kind, name=name, closest=self.report.closest(name, known))

    def twice(self, node: Placed, kind: str, name: str, first: Placed) -> None:
        """Report an id that two things of a kind have."""
        self.report.add(codes.N202, node, name=name, kind=kind, first=spot(first.place))

    def wrong(self, node: Node, what: str, expected: str) -> None:
        """Report something of the wrong shape."""
        self.report.add(codes.N103, node, what=what, expected=expected, found=shape(node))

    def by_party(self, node: Node, what: str) -> Iterator[tuple[str, Node]]:
        """Yield what stands under each party's id, reporting any other name."""
        if not isinstance(node, MapNode):
            self.wrong(node, what, "something for each party")
            return
        for entry in node.entries.values():
            name = entry.key.text
            if name in self.names.parties:
                if self.notes is not None:
                    self.notes.mention("party", entry.key)
                yield name, entry.value
            elif name not in BASES:
                self.unknown(entry.key, "party", name, self.names.parties)


def _code_of(piece: str) -> str:
    """Return the code with which a piece of a citation begins."""
    return re.split(r"[,:(]", piece, maxsplit=1)[0].strip()


def spot(place: Place) -> str:
    """Return a place in words for the inside of a sentence."""
    return f"{shown_name(place.file)}:{place.line}:{place.column}"


def is_sound_id(report: Report, node: ScalarNode) -> bool:
    """Say whether a text can be an id, reporting it where not."""
    if node.text in RESERVED:
        report.add(codes.N206, node, value=node.text)
        return False
    if _ID.fullmatch(node.text):
        return True
    near = re.sub(r"[^a-z0-9_]+", "_", node.text.lower()).strip("_")
    report.add(codes.N108, node, value=node.text, closest=near if _ID.fullmatch(near) else "an_id")
    return False


def shape(node: Node) -> str:
    """Return in words what a node is."""
    match node:
        case MapNode():
            return "fields"
        case ListNode():
            return "a list"
        case ScalarNode():
            return "empty" if node.is_empty else f"the text '{node.text}'"
