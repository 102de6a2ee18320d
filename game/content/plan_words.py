"""One line of a plan, taken word by word: every id is looked up and its place remembered for `rename`.

The first fault of a line is reported and ends it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NoReturn

from game.content import codes
from game.content.diagnostics import Code, Place, Report
from game.content.expressions import condition
from game.content.mentions import Spot, spots_in
from game.content.names import Names
from game.content.plan import Holds
from game.content.source import ScalarNode, Source, to_integer
from game.content.suggest import closest
from game.rules.expressions import Comparison
from game.rules.package import OPEN, Package

WORDS_LIMIT: Final = 400
"""Words of one line; the longest offer of three alternatives has fewer."""

SIGNS: Final = tuple(each.value for each in Comparison)
"""The comparisons."""

_WORD: Final = re.compile(r'(?:"[^"]*"?|[^\s"])+')
_STRAIGHT: Final = str.maketrans("\u201c\u201d", '""')


class LineFault(Exception):
    """The line is at fault; the fault is in the report."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line and where it begins and ends, counted from 0."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a line up to a comment; what stands in double quotes belongs to one word.

    >>> [word.text for word in words_of('ussr hold "Let us wait." # for the evening')]
    ['ussr', 'hold', '"Let us wait."']
    """
    found = []
    for match in _WORD.finditer(text.translate(_STRAIGHT)):
        if match[0].startswith("#"):
            break
        found.append(Word(match[0], match.start(), match.end()))
    return found


class Words:
    """The words of one line, the first of them next."""

    def __init__(self, names: Names, source: Source, number: int, report: Report, spots: set[Spot]) -> None:
        self.names = names
        self.usage = ""
        """How a line that begins so is written, for messages."""
        self._source, self._number = source, number
        self._report, self._spots = report, spots
        self._words = words_of(source.line(number))
        self._next = 0
        if len(self._words) > WORDS_LIMIT:
            self.fault(codes.N937, self.place, what="the line", limit=WORDS_LIMIT, things="words")

    @property
    def place(self) -> Place:
        """The whole line, without the white space and the comment around it."""
        if not self._words:
            return Place(self._source.name, self._number)
        return self._place(self._words[0].start, self._words[-1].end)

    @property
    def text(self) -> str:
        """The whole line, a blank between two words."""
        return " ".join(word.text for word in self._words)

    @property
    def are_left(self) -> bool:
        """Whether a word is left."""
        return self._next < len(self._words)

    def peek(self, ahead: int = 0) -> str:
        """Return the next word, or one after it, "" beyond the end of the line."""
        at = self._next + ahead
        return self._words[at].text if at < len(self._words) else ""

    def take(self, wanted: str) -> Word:
        """Return the next word and go past it; report that `wanted` is missing where there is none."""
        if not self.are_left:
            end = self._words[-1].end
            self.fault(codes.N931, self._place(end, end + 1), wanted=wanted, usage=self.usage)
        self._next += 1
        return self._words[self._next - 1]

    def takes(self, *texts: str) -> bool:
        """Go past the next words where they are `texts`, and say whether they were."""
        if any(self.peek(ahead).casefold() != text for ahead, text in enumerate(texts)):
            return False
        self._next += len(texts)
        return True

    def fault(self, code: Code, where: Word | Place, **values: object) -> NoReturn:
        """Report what is wrong with the line and leave it."""
        place = where if isinstance(where, Place) else self._place(where.start, where.end)
        self._report.add(code, place, **values)
        raise LineFault

    def wrong(self, word: Word) -> NoReturn:
        """Report a word that cannot stand where it does."""
        self.fault(codes.N932, word, word=word.text, usage=self.usage)

    def close(self) -> None:
        """Report a word that is left over."""
        if self.are_left:
            self.wrong(self._words[self._next])

    # Ids

    def reference(self, known: Mapping[str, int], kind: str, owner: str = "") -> int:
        """Return the index of the thing that the next word is the id of."""
        return self._found(self.take(f"the id of the {kind}"), known, kind, owner)

    def one_of(self, known: Mapping[str, int], kind: str) -> int:
        """Return the index of one of a closed set of words, which no author can call otherwise."""
        word = self.take(f"a {kind}")
        if word.text not in known:
            self.fault(codes.N201, word, kind=kind, name=word.text, closest=closest(word.text, known))
        return known[word.text]

    def party(self) -> int:
        """Return the party that the next word names."""
        return self.reference(self.names.parties, "party")

    def issue(self) -> int:
        """Return the issue that the next word names."""
        return self.reference(self.names.issues, "issue")

    def package(self) -> Package:
        """Return the package of all `issue=option` words that come next; there must be one."""
        chosen = [OPEN] * len(self.names.issues)
        self._option(chosen)
        while "=" in self.peek():
            self._option(chosen)
        return tuple(chosen)

    def maybe_package(self) -> Package | None:
        """Return the package of the words that come next, None where none is described."""
        return self.package() if "=" in self.peek() else None

    def _option(self, chosen: list[int]) -> None:
        word = self.take("issue=option")
        name, _, value = word.text.partition("=")
        if not name or not value:
            self.wrong(word)
        issue = self._found(Word(name, word.start, word.start + len(name)), self.names.issues, "issue")
        if chosen[issue] != OPEN:
            self.wrong(word)
        option = Word(value, word.end - len(value), word.end)
        chosen[issue] = self._found(option, self.names.options[issue], "option", name)

    def _found(self, word: Word, known: Mapping[str, int], kind: str, owner: str = "") -> int:
        if word.text not in known:
            named = f"{kind} of '{owner}'" if owner else kind
            self.fault(codes.N201, word, kind=named, name=word.text, closest=closest(word.text, known))
        place = self._place(word.start, word.start + len(word.text))
        self._spots.add(Spot(place, kind, word.text, owner))
        return known[word.text]

    # Other words

    def count(self, wanted: str, low: int, high: int) -> int:
        """Return the whole number that comes next."""
        word = self.take(wanted)
        value = to_integer(word.text)
        if value is None or not low <= value <= high:
            self.wrong(word)
        return value

    def comparison(self) -> Comparison:
        """Return the comparison that comes next."""
        word = self.take("a comparison, as in >=")
        if word.text not in SIGNS:
            self.wrong(word)
        return Comparison(word.text)

    def quoted(self) -> str:
        """Return the words in double quotes that come next, "" where none do."""
        if not self.peek().startswith('"'):
            return ""
        return self.take("words").text.strip('"').strip()

    def condition(self) -> Holds:
        """Return the rest of the line as a condition in the language of the scenario."""
        start, end = self.take("a condition").start, self._words[-1].end
        self._next = len(self._words)
        text = self._source.line(self._number)[start:end]
        node = ScalarNode(text, self._place(start, end), source=self._source)
        parsed = condition(node, self.names, self._report)
        if parsed is None:
            raise LineFault
        self._spots |= spots_in(parsed, self.names)
        return Holds(parsed.expression, parsed.uses)

    def _place(self, start: int, end: int) -> Place:
        return Place(self._source.name, self._number, start + 1, end + 1)
