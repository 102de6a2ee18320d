"""What is fuzzed: a name, what is done with the bytes, and what must be true of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.content.diagnostics import Diagnostic, Report, Severity

CORPUS = Path(__file__).with_name("corpus")

SAID_PER_FAULT = 1_200
"""Signs of one rendered diagnostic: its sentence, a line of the file, a mark and a help."""


class BrokenError(AssertionError):
    """A property that every input must keep does not hold."""


@dataclass(frozen=True)
class Target:
    """A reader of other people's bytes.

    `run` raises `BrokenError` where a property does not hold; any other exception is a crash. `words` are
    what the format is made of, for the changes. `lines` bounds the work: so many lines of Python whatever the
    input, and so many for each of its bytes.
    """

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], Mapping[str, bytes]]
    words: tuple[str, ...]
    usual: int  # bytes of an input for most of the time, for long ones take the time of many
    largest: int  # bytes of an input
    lines: tuple[int, int]

    def most_lines(self, data: bytes) -> int:
        """Return how many lines of Python an input may take."""
        return self.lines[0] + self.lines[1] * len(data)

    def corpus(self) -> list[Path]:
        """Return the kept inputs, by name."""
        return sorted((CORPUS / self.name).glob("*"))


def hold(true: bool, said: str) -> None:
    """Raise `BrokenError` with `said` unless `true`."""
    if not true:
        raise BrokenError(said)


def sound(report: Report, texts: Mapping[str, str]) -> None:
    """Hold that every diagnostic can be shown and stands at a place of one of `texts`."""
    lines = {name: text.replace("\r\n", "\n").replace("\r", "\n").split("\n") for name, text in texts.items()}
    found = list(report)
    for each in found:
        _placed(each, lines)
        hold(len(each.render()) <= SAID_PER_FAULT, f"{each.code.id} says too much")
    hold(bool(found) == bool(report.render()), "what was found is not said")
    json.dumps([each.as_dict() for each in found], ensure_ascii=False).encode()


def _placed(found: Diagnostic, lines: Mapping[str, list[str]]) -> None:
    place = found.place
    hold(place.file in lines, f"{found.code.id} stands in no file: {place.file[:80]!r}")
    if place.line == 0:
        return
    hold(place.line <= len(lines[place.file]), f"{found.code.id} stands below the file: line {place.line}")
    hold(1 <= place.column < place.end, f"{found.code.id} marks nothing: {place}")
    width = len(lines[place.file][place.line - 1])
    hold(place.column <= width + 1, f"{found.code.id} stands beside the line: {place}")


def errors(report: Report) -> int:
    """Return how many faults keep the scenario from being played."""
    return report.count(Severity.ERROR)
