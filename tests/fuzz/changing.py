"""Changes of an input that keep to the form of its text: lines that belong together, words, numbers.

Changes of single bytes rarely get past the first check of a format; these do. All chance comes from the seed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*|-?[0-9]+")
_NUMBERS = (
    "0",
    "1",
    "-1",
    "2",
    "10",
    "24",
    "25",
    "100",
    "101",
    "200",
    "1000",
    "1000000000000",
    "-1000000000001",
)
_PIECE = re.compile(r"[A-Za-z_][A-Za-z0-9_-]* ?|[0-9]+|[^\w\s] ?")
_AGAIN = (2, 5, 22, 24, 25, 200)
_TIMES = (2, 3, 30, 300, 1_000)
_MANY = 0.02  # of the changes; long inputs take the time of many short ones
_MANY_WHERE_LONG = 0.15


class Changer:
    """Makes a new text of one, with the words of the format and pieces of other inputs."""

    def __init__(self, words: Sequence[str], donors: Sequence[bytes], literals: Sequence[str] = ()) -> None:
        self._words = words
        self._literals = literals or words
        self._donors = donors
        self._room = 0  # bytes by which the text may still grow
        self._ways: tuple[Callable[[list[str], random.Random], None], ...] = (
            self._drop,
            self._double,
            self._swap,
            self._word,
            self._word,
            self._word,
            self._number,
            self._insert,
            self._insert,
            self._graft,
            self._shift,
            self._stutter,
        )

    def changed(self, data: bytes, largest: int, seed: int) -> bytes:
        """Return `data` with one to four changes, not longer than `largest` bytes."""
        drawn = random.Random(seed)
        self._room = largest - len(data)
        lines = data.decode("utf-8", errors="surrogateescape").split("\n")
        for _ in range(drawn.choice((1, 1, 1, 2, 2, 4))):
            often = _MANY_WHERE_LONG if self._room > 20_000 else _MANY
            way = self._many if drawn.random() < often else drawn.choice(self._ways)
            way(lines, drawn)
            if not lines:
                lines.append("")
        return "\n".join(lines).encode("utf-8", errors="surrogatepass")[:largest]

    def _block(self, lines: list[str], drawn: random.Random) -> tuple[int, int]:
        """Return a line and the end of those that are further in below it."""
        first = drawn.randrange(len(lines))
        inside = _indent(lines[first])
        stop = first + 1
        while stop < len(lines) and _indent(lines[stop]) > inside:
            stop += 1
        return first, stop

    def _drop(self, lines: list[str], drawn: random.Random) -> None:
        first, stop = self._block(lines, drawn)
        del lines[first:stop]

    def _double(self, lines: list[str], drawn: random.Random) -> None:
        first, stop = self._block(lines, drawn)
        again = lines[first:stop]
        if drawn.random() < 0.7:
            again[0] = _numbered(again[0], 1)
        lines[stop:stop] = again

    def _swap(self, lines: list[str], drawn: random.Random) -> None:
        one, other = self._block(lines, drawn), self._block(lines, drawn)
        (a, b), (c, d) = sorted((one, other))
        if b <= c:
            lines[a:d] = lines[c:d] + lines[b:c] + lines[a:b]

    def _word(self, lines: list[str], drawn: random.Random) -> None:
        at = drawn.randrange(len(lines))
        found = list(_WORD.finditer(lines[at]))
        if not found:
            return
        old = drawn.choice(found)
        pick = drawn.random()
        if pick < 0.5:
            elsewhere = _WORD.findall(drawn.choice(lines)) or [""]
            new = drawn.choice(elsewhere)
        elif pick < 0.7:
            new = drawn.choice(self._words)
        elif pick < 0.9:
            new = drawn.choice(self._literals)
        else:
            new = old.group()[: drawn.randrange(len(old.group()))]
        lines[at] = lines[at][: old.start()] + new + lines[at][old.end() :]

    def _number(self, lines: list[str], drawn: random.Random) -> None:
        with_number = [at for at, line in enumerate(lines) if re.search("[0-9]", line)]
        if with_number:
            at = drawn.choice(with_number)
            lines[at] = re.sub(
                "-?[0-9]+", lambda _: drawn.choice(_NUMBERS), lines[at], count=drawn.randrange(3)
            )

    def _insert(self, lines: list[str], drawn: random.Random) -> None:
        word, at = drawn.choice(self._words), drawn.randrange(len(lines))
        if drawn.random() < 0.5:
            cut = drawn.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:cut] + word + lines[at][cut:]
        else:
            lines.insert(at, " " * _indent(lines[at]) + word)

    def _graft(self, lines: list[str], drawn: random.Random) -> None:
        if not self._donors:
            return
        other = drawn.choice(self._donors).decode("utf-8", errors="surrogateescape").split("\n")
        first, stop = self._block(other, drawn)
        at = drawn.randrange(len(lines) + 1)
        lines[at:at] = other[first:stop]

    def _many(self, lines: list[str], drawn: random.Random) -> None:
        """Write a block many times, each with its own number: what grows faster than the file shows here."""
        first, stop = self._block(lines, drawn)
        times = drawn.choice(_TIMES)
        block = lines[first:stop]
        times = min(
            times, self._room // (sum(map(len, block)) + 5 * len(block))
        )  # what is cut off is no file
        lines[stop:stop] = [
            line for number in range(times) for line in (_numbered(block[0], number), *block[1:])
        ]

    def _stutter(self, lines: list[str], drawn: random.Random) -> None:
        """Say one piece of a line several times, to beyond a limit of depth: `not not not`, `[[[[`."""
        at = drawn.randrange(len(lines))
        pieces = list(_PIECE.finditer(lines[at]))
        if pieces:
            piece = drawn.choice(pieces)
            again = piece.group() * drawn.choice(_AGAIN)
            lines[at] = lines[at][: piece.start()] + again + lines[at][piece.end() :]

    def _shift(self, lines: list[str], drawn: random.Random) -> None:
        first, stop = self._block(lines, drawn)
        by = drawn.choice((-2, 2))
        for at in range(first, stop):
            lines[at] = " " * by + lines[at] if by > 0 else lines[at].removeprefix("  ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _numbered(line: str, number: int) -> str:
    """Return a line whose first word has a number at its end."""
    return re.sub(r"[A-Za-z_][A-Za-z0-9_-]*", lambda word: f"{word.group()}{number}", line, count=1)
