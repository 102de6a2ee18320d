"""Typed reading of a mapping, field by field: the field decides the type, never the look of the text.

A reader reports what is wrong and returns a harmless value, so that reading goes on; no `Scenario` is made
from a report with errors. What a field is for is known by the section files.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Final, TypeVar

from game.content import codes
from game.content.expressions import Parsed, amount, condition
from game.content.notes import KEYED_BY, Ask
from game.content.reading import BASES, Audience, Ground, Reading, Said, is_sound_id, shape
from game.content.source import ListNode, MapNode, Node, ScalarNode, to_integer
from game.content.vocabulary import Context
from game.rules.expressions import Expression, constant
from game.rules.package import OPEN, Package, empty
from game.rules.scenario import Basis, Seen

T = TypeVar("T")

TEXT_LIMIT: Final = 12_000
"""Signs of one text field."""

LABEL_LIMIT: Final = 200
"""Signs of a label, a title or a sentence for a list."""

UNITS: Final = {
    "minutes": "minutes",
    "exchanges": "exchanges",
    "odds": "in a hundred",
    "votes": "votes",
    "quorum": "votes",
    "answers_in": "meetings",
    "asked_answers_in": "meetings",
    "in": "meetings",
    "lapse_after": "meetings",
    "points": "points",
    "refused_cost": "points",
    "margins": "points",
    "floor": "points",
    "beta_percent": "hundredths",
    "boldness": "in a hundred",
    "asks": "in a hundred",
}
"""What the numbers of a field count, for messages."""

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_YES_OR_NO: Final = {"yes": True, "true": True, "no": False, "false": False}


NOBODY_ASKS: Final[Seen] = (False, False)
"""The audience of an expression that may read anything."""

_NO_BASIS: Final = Basis("", is_source=False)


class Fields:
    """The fields of one mapping, each taken by name and type; `close` reports those that nobody took."""

    __slots__ = (
        "_absent",
        "_node",
        "_opened",
        "_taken",
        "ground",
        "is_open",
        "key",
        "reading",
        "what",
        "where",
    )

    def __init__(
        self,
        reading: Reading,
        node: Node,
        what: str,
        ground: Ground | None = None,
        key: ScalarNode | None = None,
        where: str = "",
    ) -> None:
        """Open the mapping `node`, called `what` in messages.

        Args:
            ground: the basis above it.
            key: the name under which it stands, for messages about the whole.
            where: its shape, for those who want to know what is asked for.
        """
        self.reading = reading
        self.what = what
        self.ground = ground
        self.key: Node = key if key is not None else node
        self.is_open = isinstance(node, MapNode)
        self._taken: set[str] = set()
        self._absent: list[str] = []
        self.where = where
        if isinstance(node, MapNode):
            self._node = node
            self._read_ground()
        else:
            reading.wrong(node, what, "fields with values")
            self._node = MapNode({}, node.place)
        self._opened = None if reading.notes is None else reading.notes.open(where, self._node, self.key)

    @property
    def node(self) -> MapNode:
        """The mapping as written."""
        return self._node

    def has(self, name: str) -> bool:
        """Say whether the field is written and not empty."""
        if self._opened is not None:
            self._opened.look(name)
        return self._value(name) is not None

    def at(self, name: str) -> Node:
        """Return the value of a field for its place, the whole mapping where it is not written."""
        return self._node.get(name) or self._node

    def ignore(self, *names: str) -> None:
        """Count fields as known that another reader takes."""
        self._taken.update(names)

    def _ask(
        self,
        name: str,
        form: str,
        required: bool,
        default: object = None,
        sizes: tuple[int, int] | None = None,
        words: Iterable[str] = (),
        of: str = "",
    ) -> None:
        """Note that a field is asked for, where anybody wants to know."""
        if self._opened is not None:
            low, high = sizes or (None, None)
            value = self._value(name)
            self._opened.asks.append(Ask(name, form, required, default, low, high, tuple(words), of, value))

    # -- texts ---------------------------------------------------------------------------------------

    def text(self, name: str, default: str | None = None, limit: int = TEXT_LIMIT) -> str:
        """Return a text without the white space around it; without a default it is needed and not empty."""
        self._ask(name, "text", default is None, default, (0, limit))
        node = self._scalar(name, "text", required=default is None)
        if node is None:
            return default or ""
        text = node.text.strip()
        if not text:
            self.reading.report.add(codes.N110, node, field=name, what=self.what)
        if len(text) > limit:
            self.reading.report.add(codes.N111, node, field=name, count=len(text), limit=limit)
        return self._said(node, name, limit)

    def _said(self, node: ScalarNode, name: str, limit: int = TEXT_LIMIT) -> str:
        """Return what a text that people read is called in the language wanted."""
        self.reading.said.append(Said(self.where, node, limit, name))
        return self.reading.tongue(node)

    def prose(self, name: str, default: str | None = None) -> str:
        """Return a text in the scenario's own voice, whose words should be neutral."""
        text = self.text(name, default)
        node = self._node.get(name)
        if isinstance(node, ScalarNode):
            self.reading.neutral.append(node)
        return text

    def label(self, name: str, default: str | None = None) -> str:
        """Return a short text in the scenario's own voice."""
        text = self.text(name, default, LABEL_LIMIT)
        node = self._node.get(name)
        if isinstance(node, ScalarNode):
            self.reading.neutral.append(node)
        return text

    def identifier(self, name: str) -> str:
        """Return an id."""
        self._ask(name, "id", True)
        node = self._scalar(name, "text", required=True)
        if node is None or not is_sound_id(self.reading.report, node):
            return ""
        return node.text

    def citation(self, name: str = "source", default: str | None = "") -> str:
        """Return a citation, every code of it being in `sources:`."""
        self._ask(name, "citation", default is None, default)
        node = self._scalar(name, "text", required=default is None)
        if node is None:
            return default or ""
        if name not in BASES:  # the others were looked up when the mapping was opened
            self.reading.cite(node)
        return node.text.strip()

    def pattern(self, name: str, form: re.Pattern[str], expected: str) -> str:
        """Return a text that must have a certain form."""
        self._ask(name, "pattern", True, words=(form.pattern, expected))
        node = self._scalar(name, "text", required=True)
        if node is None:
            return ""
        if form.fullmatch(node.text) is None:
            shown = shape(node)
            self.reading.report.add(codes.N103, node, what=f"'{name}'", expected=expected, found=shown)
        return node.text

    def word(self, name: str) -> str:
        """Return a text as written, "" for anything else, without taking the field."""
        node = self._value(name)
        return node.text if isinstance(node, ScalarNode) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list, () where it is not written."""
        self._ask(name, "texts", False, ())
        found: list[str] = []
        for node in self.items(name, None):
            scalar = self._as_scalar(node, name, "text")
            if scalar is not None:
                found.append(self._said(scalar, name))
        return tuple(found)

    def citations(self, name: str) -> tuple[str, ...]:
        """Return the citations of a list, () where it is not written."""
        self._ask(name, "texts", False, ())
        found: list[str] = []
        for node in self.items(name, None):
            scalar = self._as_scalar(node, name, "text")
            if scalar is not None:
                self.reading.cite(scalar)
                found.append(scalar.text.strip())
        return tuple(found)

    def words(self, name: str, known: Mapping[str, T]) -> tuple[T, ...]:
        """Return the meanings of a list of one or more of a closed set of words."""
        self._ask(name, "words", True, words=known)
        found: list[T] = []
        for node in self.items(name, (1, len(known))):
            scalar = self._as_scalar(node, name, "one word")
            if scalar is not None and scalar.text in known:
                found.append(known[scalar.text])
            elif scalar is not None:
                self._unknown_word(scalar, name, known)
        return tuple(found)

    def flag(self, name: str, default: bool | None = None) -> bool:
        """Return a yes or a no, written so or as true or false."""
        self._ask(name, "flag", default is None, default)
        node = self._scalar(name, "yes or no", required=default is None)
        if node is None:
            return bool(default)
        if node.text not in _YES_OR_NO:
            self.reading.report.add(codes.N106, node, field=name, value=node.text)
            return bool(default)
        return _YES_OR_NO[node.text]

    def date(self, name: str, default: int | None = None) -> int:
        """Return a day as a proleptic Gregorian ordinal."""
        self._ask(name, "date", default is None)
        if default is not None and not self.has(name):
            return default
        node = self._scalar(name, "a date", required=True)
        if node is None:
            return 1
        found = _DATE.fullmatch(node.text)
        try:
            if found is not None:
                return date(*map(int, found.groups())).toordinal()
        except ValueError:
            pass
        self.reading.report.add(codes.N107, node, value=node.text)
        return 1

    def one_of(self, name: str, known: Mapping[str, T], default: T | None = None) -> T:
        """Return the meaning of one of a closed set of words."""
        if self._opened is not None:
            usual = next((word for word, meaning in known.items() if meaning == default), None)
            self._ask(name, "word", default is None, usual, words=known)
        return self._one_of(name, known, default)

    def _one_of(self, name: str, known: Mapping[str, T], default: T | None) -> T:
        first = next(iter(known.values()))
        node = self._scalar(name, "one word", required=default is None)
        if node is None:
            return first if default is None else default
        if node.text in known:
            return known[node.text]
        self._unknown_word(node, name, known)
        return first

    def _unknown_word(self, node: ScalarNode, name: str, known: Collection[str]) -> None:
        meant, listed = self.reading.report.closest(node.text, known), ", ".join(known)
        self.reading.report.add(codes.N109, node, value=node.text, field=name, known=listed, closest=meant)

    # -- numbers -------------------------------------------------------------------------------------

    def count(self, name: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number of the form (meetings, minutes), which needs no reason."""
        self._ask(name, "count", default is None, default, (low, high))
        node = self._scalar(name, "a whole number", required=default is None)
        return self._whole(node, name, low, high) if node is not None else default or 0

    def number(self, name: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number of the model, which needs a `source:` or an `assumption:` in scope."""
        self._ask(name, "number", default is None, default, (low, high))
        node = self._scalar(name, "a whole number", required=default is None)
        if node is None:
            return default or 0
        self.lean(node)
        return self._whole(node, name, low, high)

    def numbers(self, name: str, low: int, high: int, sizes: tuple[int, int]) -> tuple[int, ...]:
        """Return a list of whole numbers of the model, with between `sizes` entries."""
        self._ask(name, "numbers", True, sizes, (low, high))
        found: list[int] = []
        for node in self.items(name, sizes):
            scalar = self._as_scalar(node, name, "a whole number")
            if scalar is not None:
                self.lean(scalar)
                found.append(self._whole(scalar, name, low, high))
        return tuple(found)

    def lean(self, node: Node) -> None:
        """Count a number of the model on the basis in scope, or report that there is none."""
        if self.ground is not None:
            self.ground.numbers += 1
        else:
            self.reading.report.add(codes.N601, self.key, what=self.what)

    def claim(self) -> None:
        """Report that what is told here is claimed to be so, and there is no basis in scope."""
        if self.ground is None and self.is_open:
            self.reading.report.add(codes.N911, self.key, what=self.what)

    @property
    def basis(self) -> Basis:
        """The basis in scope, an empty assumption where there is none."""
        return self.ground.basis if self.ground is not None else _NO_BASIS

    # -- expressions ---------------------------------------------------------------------------------

    def condition(
        self, name: str, seen: Seen = NOBODY_ASKS, context: Context = Context.TALKS
    ) -> Expression | None:
        """Return a condition, None where it is not written. `seen` are those who must see all it reads."""
        self._ask(name, "condition", False)
        node = self._scalar(name, "a condition", required=False)
        if node is None:
            return None
        return self._expression(condition(node, self.reading.names, self.reading.report, context), seen)

    def needed_condition(
        self, name: str, seen: Seen = NOBODY_ASKS, context: Context = Context.TALKS
    ) -> Expression:
        """Return a condition that must be written."""
        self._ask(name, "condition", True)
        if not self.has(name):
            self._scalar(name, "a condition", required=True)
        return self.condition(name, seen, context) or constant(0)

    def package_condition(self, name: str) -> Expression:
        """Return a condition that must be written and be judged on a package alone."""
        return self.needed_condition(name, context=Context.PACKAGE)

    def amount(self, name: str, seen: Seen = NOBODY_ASKS, context: Context = Context.TALKS) -> Expression:
        """Return an amount that must be written; it needs a basis in scope."""
        self._ask(name, "amount", True)
        node = self._scalar(name, "an amount", required=True)
        if node is None:
            return constant(0)
        self.lean(node)
        plain = to_integer(node.text)
        if plain is not None:
            return constant(plain)
        found = self._expression(amount(node, self.reading.names, self.reading.report, context), seen)
        return found or constant(0)

    def _expression(self, found: Parsed | None, seen: Seen) -> Expression | None:
        if found is None:
            return None
        self.reading.parsed.append(found)
        if seen != NOBODY_ASKS:
            self.reading.audiences.append(Audience(found, seen))
        return found.expression

    # -- references ----------------------------------------------------------------------------------

    def reference(self, name: str, known: Mapping[str, int], kind: str) -> int:
        """Return the index of the thing named."""
        self._ask(name, "reference", True, of=kind)
        node = self._scalar(name, f"the id of a {kind}", required=True)
        return 0 if node is None else self._found(node, known, kind)

    def maybe_reference(self, name: str, known: Mapping[str, int], kind: str) -> int | None:
        """Return the index of the thing named, None where the field is not written."""
        self._ask(name, "reference", False, of=kind)
        node = self._scalar(name, f"the id of a {kind}", required=False)
        return None if node is None else self._found(node, known, kind)

    def references(self, name: str, known: Mapping[str, int], kind: str) -> tuple[int, ...]:
        """Return the indices of the things named in a list, () where it is not written."""
        self._ask(name, "references", False, (), of=kind)
        found: list[int] = []
        for node in self.items(name, None):
            scalar = self._as_scalar(node, name, f"the id of a {kind}")
            if scalar is not None:
                found.append(self._found(scalar, known, kind))
        return tuple(found)

    def party(self, name: str = "party") -> int:
        """Return a party's index."""
        return self.reference(name, self.reading.names.parties, "party")

    def issue(self, name: str = "issue") -> int:
        """Return an issue's index."""
        return self.reference(name, self.reading.names.issues, "issue")

    def option(self, name: str) -> tuple[int | None, int | None]:
        """Return the issue and the option that `issue.option` names, None for what is unknown."""
        self._ask(name, "option", True)
        node = self._scalar(name, "an option as issue.option", required=True)
        return (None, None) if node is None else self._option(node)

    def options(self, name: str) -> frozenset[tuple[int, int]]:
        """Return the options named in a list as `issue.option`, none where it is not written."""
        self._ask(name, "options", False, ())
        found: set[tuple[int, int]] = set()
        for node in self.items(name, None):
            scalar = self._as_scalar(node, name, "an option as issue.option")
            issue, option = (None, None) if scalar is None else self._option(scalar)
            if issue is not None and option is not None:
                found.add((issue, option))
        return frozenset(found)

    def _option(self, node: ScalarNode) -> tuple[int | None, int | None]:
        names = self.reading.names
        issue, dot, option = node.text.partition(".")
        if not dot:
            self.reading.wrong(node, f"an entry of {self.what}", "an option as issue.option")
            return None, None
        if issue not in names.issues:
            where = node.at(0, max(len(issue), 1))
            near = self.reading.report.closest(issue, names.issues)
            self.reading.report.add(codes.N201, where, kind="issue", name=issue, closest=near)
            return None, None
        index = names.issues[issue]
        known = names.options[index]
        if option not in known:
            where, kind = node.at(len(issue) + 1, max(len(node.text), 1)), f"option of '{issue}'"
            near = self.reading.report.closest(option, known)
            self.reading.report.add(codes.N201, where, kind=kind, name=option, closest=near)
            return index, None
        self._mention("issue", node, 0, len(issue))
        self._mention(f"option of '{issue}'", node, len(issue) + 1)
        return index, known[option]

    def seen(self, name: str, default: Seen | None = None) -> Seen:
        """Return for each party whether it is named: `both`, or one party."""
        self._ask(name, "seen", default is None, default)
        self._mention("party", self.at(name))
        return self._one_of(name, self.reading.names.seats, default)

    def _mention(self, kind: str, node: Node, start: int = 0, end: int | None = None) -> None:
        if self.reading.notes is not None:
            self.reading.notes.mention(kind, node, start, end)

    def _found(self, node: ScalarNode, known: Mapping[str, int], kind: str) -> int:
        if node.text in known:
            self._mention(kind, node)
            return known[node.text]
        self.reading.unknown(node, kind, node.text, known)
        return 0

    # -- what lies below -----------------------------------------------------------------------------

    def below(self, name: str, what: str, shape: str = "") -> Fields:
        """Open the mapping of a field that must be written; `shape` where several are alike."""
        shape = shape or self._shape(name)
        self._ask(name, "fields", True, of=shape)
        node = self._value(name)
        self._taken.add(name)
        if node is None:
            self._absent.append(name)
            opened = Fields(self.reading, MapNode({}, self._node.place), what, self.ground)
            opened.is_open = False
            return opened
        return Fields(self.reading, node, what, self.ground, self._node.entries[name].key, shape)

    def _shape(self, name: str) -> str:
        """Return the shape of what lies under a field, a field called by an id by the kind of that."""
        kind = KEYED_BY.get(self.where)
        known = {"party": self.reading.names.parties, "issue": self.reading.names.issues}.get(kind or "", ())
        return f"{self.where}.<{kind}>" if name in known else f"{self.where}.{name}"

    def items(self, name: str, sizes: tuple[int, int] | None) -> tuple[Node, ...]:
        """Return the entries of a list; `sizes` are the least and the most, None: it may be left out."""
        node = self._value(name)
        self._taken.add(name)
        if node is None:
            if sizes is not None:
                self._absent.append(name)
            return ()
        if not isinstance(node, ListNode):
            self.reading.wrong(node, f"'{name}' of {self.what}", "a list")
            return ()
        if sizes is not None and not sizes[0] <= len(node.items) <= sizes[1]:
            low, high = sizes
            expected = str(low) if low == high else f"{low} to {high}"
            self.reading.report.add(codes.N112, node, field=name, count=len(node.items), expected=expected)
        return node.items

    def each(self, name: str, what: str, *, needed: bool = False, shape: str = "") -> Iterator[Fields]:
        """Open every mapping of a list, one after the other; `shape` where several lists are alike."""
        shape = shape or self._shape(name)
        self._ask(name, "list", needed, of=shape)
        for node in self.items(name, (1, 200) if needed else None):
            yield Fields(self.reading, node, what, self.ground, where=shape)

    def named(self, name: str, what: str, *, needed: bool = True) -> Iterator[tuple[str, Fields]]:
        """Open every mapping of a mapping by its id, one after the other; `{}` in `what` is the id."""
        shape = self._shape(name)
        self._ask(name, "entries", needed, of=shape)
        node = self._value(name)
        self._taken.add(name)
        if node is None:
            if needed:
                self._absent.append(name)
            return
        of = f"'{name}' of {self.what}"
        yield from named_fields(self.reading, node, what, self.ground, of=of, where=shape)

    def package(self, name: str, what: str) -> Package:
        """Return the package that the field gives, a mapping of issues to options."""
        self._ask(name, "package", True)
        node = self._value(name)
        self._taken.add(name)
        if node is None:
            self._absent.append(name)
            return empty(len(self.reading.names.issues))
        return self._package(node, what)

    def packages(self, name: str, sizes: tuple[int, int]) -> tuple[Package, ...]:
        """Return the packages of a list with between `sizes` entries."""
        self._ask(name, "packages", True, sizes=sizes)
        return tuple(self._package(node, f"a package of {self.what}") for node in self.items(name, sizes))

    def _package(self, node: Node, what: str) -> Package:
        names = self.reading.names
        chosen = [OPEN] * len(names.issues)
        if not isinstance(node, MapNode):
            self.reading.wrong(node, what, "options by issue")
            return tuple(chosen)
        for entry in node.entries.values():
            issue = names.issues.get(entry.key.text)
            if issue is None:
                self._found(entry.key, names.issues, "issue")
                continue
            self._mention("issue", entry.key)
            option = self._as_scalar(entry.value, entry.key.text, "the id of an option")
            if option is not None:
                chosen[issue] = self._found(option, names.options[issue], f"option of '{entry.key.text}'")
        return tuple(chosen)

    def close_ids(self, known: Collection[str], kind: str) -> None:
        """Report the fields that are the id of nothing, where every field is the id of a `kind`."""
        for entry in self._node.entries.values():
            if entry.key.text not in BASES and entry.key.text not in known:
                self.reading.unknown(entry.key, kind, entry.key.text, known)

    def close(self) -> None:
        """Report the fields that nobody took and those that were missed.

        A field written wrongly and the one it was meant to be give one message.
        """
        if not self.is_open:
            return  # what could not be opened is reported; nothing is missing from it
        absent = list(self._absent)
        known = self._taken | set(BASES)
        for entry in self._node.entries.values():
            name = entry.key.text
            if name in self._taken or (name in BASES and name != "evidence"):
                continue
            report = self.reading.report
            meant = report.closest(name, absent) or report.closest(name, sorted(known))
            if meant in absent:
                absent.remove(meant)
            report.add(codes.N101, entry.key, field=name, what=self.what, closest=meant)
        for name in absent:
            self.reading.report.add(codes.N102, self.key, field=name, what=self.what)

    # -- inside --------------------------------------------------------------------------------------

    def _value(self, name: str) -> Node | None:
        node = self._node.get(name)
        return None if isinstance(node, ScalarNode) and node.is_empty else node

    def _scalar(self, name: str, expected: str, *, required: bool) -> ScalarNode | None:
        self._taken.add(name)
        node = self._value(name)
        if node is not None:
            return self._as_scalar(node, name, expected)
        if required:
            self._absent.append(name)
        elif (blank := self._node.get(name)) is not None and isinstance(blank, ScalarNode) and not blank.text:
            where = self._node.entries[name].key  # `~` says that nothing is meant, a blank may be forgotten
            self.reading.report.add(codes.N110, where, field=name, what=self.what, help=name)
        return None

    def _as_scalar(self, node: Node, name: str, expected: str) -> ScalarNode | None:
        if isinstance(node, ScalarNode):
            return node
        self.reading.wrong(node, f"'{name}' of {self.what}", expected)
        return None

    def _whole(self, node: ScalarNode, name: str, low: int, high: int) -> int:
        value = to_integer(node.text)
        if value is None:
            self.reading.report.add(codes.N104, node, field=name, value=node.text)
            return low
        if not low <= value <= high:
            unit = UNITS.get(name, "")
            within = f"{low} to {high} {unit}".strip()
            self.reading.report.add(codes.N105, node, field=name, value=value, range=within)
            return low
        return value

    def _read_ground(self) -> None:
        """Take the basis written on this mapping; `evidence:` carries the numbers of an action or choice."""
        if self._node.entries.keys().isdisjoint(BASES):
            return
        written = [name for name in BASES if self._value(name) is not None]
        if "source" in written and "assumption" in written:
            where = self._node.entries["assumption"].key
            self.reading.report.add(codes.N113, where, field="source", other="assumption", what=self.what)
        for name in written:
            node = self._node.get(name)
            if not isinstance(node, ScalarNode):
                if node is not None:
                    self.reading.wrong(node, f"'{name}' of {self.what}", "text")
                continue
            if name == "assumption":
                self.reading.cite_within(node)
            else:
                self.reading.cite(node)
            self._taken.add(name) if name != "evidence" else None
        chosen = next((name for name in ("assumption", "source", "evidence") if name in written), None)
        node = None if chosen is None else self._node.get(chosen)
        if isinstance(node, ScalarNode):
            is_source = chosen != "assumption"
            text = node.text.strip() if is_source else self.reading.tongue(node)
            self.ground = Ground(Basis(text, is_source), node, where=self.where)
            self.reading.grounds.append(self.ground)


def named_fields(
    reading: Reading, node: Node, what: str, ground: Ground | None = None, of: str = "", where: str = ""
) -> Iterator[tuple[str, Fields]]:
    """Open every mapping of `node` by its id; a basis among them covers all of them."""
    if not isinstance(node, MapNode):
        reading.wrong(node, of or what, "entries by id")
        return
    ground = shared_ground(reading, node, of or what, ground)
    for entry in node.entries.values():
        id = entry.key.text
        if id in ("source", "assumption"):
            continue
        is_sound_id(reading.report, entry.key)
        if reading.notes is not None:
            reading.notes.define(where, what, entry.key)
        yield id, Fields(reading, entry.value, what.format(id), ground, entry.key, where)


def shared_ground(reading: Reading, node: MapNode, what: str, ground: Ground | None) -> Ground | None:
    """Return the basis that a mapping of ids carries for all its entries, `ground` where it has none."""
    if "source" not in node.entries and "assumption" not in node.entries:
        return ground
    return Fields(reading, node, what, ground).ground


def all_named(reading: Reading, nodes: Iterable[Node], kind: str) -> Iterator[tuple[str, Fields]]:
    """Open every thing of a section, whose parts may stand in several files; note where each is."""
    for node in nodes:
        if isinstance(node, MapNode):
            for entry in node.entries.values():
                reading.places.setdefault((kind, entry.key.text), entry.key)
        of = f"the section of each {kind}"
        yield from named_fields(reading, node, f"the {kind} '{{}}'", of=of, where=kind)


def all_listed(reading: Reading, nodes: Iterable[Node], what: str) -> Iterator[Fields]:
    """Open every mapping of a section that is a list."""
    for node in nodes:
        if not isinstance(node, ListNode):
            reading.wrong(node, what, "entries of a list")
            continue
        for item in node.items:
            yield Fields(reading, item, what, where=what.rpartition(" ")[2])
