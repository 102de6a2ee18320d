"""The sheets of a PDF: where the next line goes, how words break into lines, what heads and foots a sheet."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from xml.etree.ElementTree import Element

from fpdf import FPDF

from game.report.pdf_drawing import draw
from game.report.pdf_style import Colour, Style

LEFT, RIGHT, TOP, BOTTOM = 16.0, 194.0, 18.0, 279.0
"""The edges of what is written, in mm."""

SERIF, SANS, JAPANESE = "serif", "sans", "japanese"
"""The families that words may have."""

BOX = "\u25a1"
"""To be ticked, or in the place of a sign that no face has."""

_INK: Colour = (27, 26, 23)
_LEADING = 1.38
_HAIR = 0.01
"""Widths in mm that differ by less are the same."""
_MM_A_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Look:
    """How words look."""

    family: str = SERIF
    size: float = 10.5  # points
    emphasis: str = ""  # of the letters B, I, S and U: bold, italic, struck through, underlined

    @property
    def height(self) -> float:
        """Of a line, in mm."""
        return self.size * _MM_A_POINT * _LEADING


LOOK = Look()


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; a drawing instead, or a new line where the words are one."""

    words: str
    look: Look
    drawing: Element | None = None


Line = list[Run]


class Book:
    """A PDF that is being written."""

    def __init__(self, paper: FPDF, style: Style, title: str) -> None:
        """Begin without a sheet.

        Args:
            title: foots every sheet.
        """
        self.paper, self.style = paper, style
        self._title, self._head = title, ""
        self._held: list[tuple[Line, float]] = []
        self._widths: dict[tuple[str, Look], float] = {}
        self._latin, self._japanese = (frozenset(paper.fonts[name].cmap) for name in (SERIF, JAPANESE))
        self.y = BOTTOM
        paper.set_auto_page_break(False)
        paper.c_margin = 0

    def sheet(self, head: str | None = None) -> None:
        """Begin a sheet; what heads it stays until something else does."""
        self._write_held()
        self._begin(head)

    def _begin(self, head: str | None = None) -> None:
        self._head = self._head if head is None else head
        self.paper.add_page()
        small = Look(SANS, 8)
        self._put(small, LEFT, TOP - 9, self._head)
        number = str(self.paper.page_no())
        self._put(small, LEFT, BOTTOM + 6, self._title)
        self._put(small, RIGHT - self.width(number, small), BOTTOM + 6, number)
        self.y = TOP

    def hold(self, lines: Sequence[Line], before: float) -> None:
        """Keep a heading until it is known what stands under it, so that they stay together.

        Args:
            before: what is left blank above it, in mm.
        """
        self._held += [(line, 0.0 if n else before) for n, line in enumerate(lines)]

    def room(self, tall: float) -> None:
        """Go on to the next sheet where so many mm are not left on this one, and write the headings."""
        tall += sum(before + height([line]) for line, before in self._held)
        if self.y + min(tall, BOTTOM - TOP) > BOTTOM:
            self._begin()
        self._write_held()

    def _write_held(self) -> None:
        held, self._held = self._held, []
        for line, before in held:
            self.y += before if self.y > TOP else 0
            self.line(line, LEFT, self.y)
            self.y += height([line]) * (1.15 if line is held[-1][0] else 1)

    def width(self, words: str, look: Look) -> float:
        """Return how wide words are, in mm."""
        if (words, look) not in self._widths:
            self._font(look)
            self._widths[words, look] = float(self.paper.get_string_width(words))
        return self._widths[words, look]

    def _font(self, look: Look) -> None:
        self.paper.set_font(look.family, look.emphasis, look.size)

    def lines(self, runs: Iterable[Run], width: float) -> list[Line]:
        """Break runs into lines of a width in mm: at blanks, and within a word that alone is too long."""
        lines: list[Line] = [[]]
        left = width
        for run in self._faced(_pieces(runs)):
            if run.words == "\n":
                lines.append([])
                left = width
                continue
            wide = SWATCH if run.drawing is not None else self.width(run.words, run.look)
            if wide > left + _HAIR and lines[-1]:
                lines.append([])
                left = width
                if run.words == " ":
                    continue
            while wide > width + _HAIR and len(run.words) > 1:
                fits = self._fits(run, width)
                lines[-1].append(Run(run.words[:fits], run.look))
                lines.append([])
                run = Run(run.words[fits:], run.look)
                wide = self.width(run.words, run.look)
            lines[-1].append(run)
            left -= wide
        return lines if len(lines) > 1 or lines[0] else []

    def _faced(self, runs: Iterable[Run]) -> Iterator[Run]:
        """Yield runs each of which one face can draw; for what none can there is a box."""
        for run in runs:
            if all(ord(each) in self._latin for each in run.words) or run.words == "\n":
                yield run
                continue
            for is_latin, signs in groupby(run.words, key=lambda each: ord(each) in self._latin):
                if is_latin:
                    yield Run("".join(signs), run.look)
                    continue
                words = "".join(each if ord(each) in self._japanese else BOX for each in signs)
                yield Run(words, replace(run.look, family=JAPANESE, emphasis=""))

    def _fits(self, run: Run, width: float) -> int:
        count = 1
        while count < len(run.words) - 1 and self.width(run.words[: count + 1], run.look) <= width:
            count += 1
        return count

    def line(self, line: Line, x: float, y: float) -> None:
        """Write a line whose upper left corner is at `x` and `y`."""
        tall = height([line])
        for run in line:
            if run.drawing is not None:
                draw(self.paper, self.style, run.drawing, x, y + tall / 2 - SWATCH / 2, SWATCH)
                x += SWATCH
            else:
                x = self._put(run.look, x, y + tall - run.look.height, run.words)

    def _put(self, look: Look, x: float, y: float, words: str) -> float:
        wide = self.width(words, look)
        self._font(look)
        self.paper.set_text_color(*_INK)
        self.paper.set_xy(x, y)
        self.paper.cell(wide, look.height, words)
        return x + wide

    def bytes(self) -> bytes:
        """Return the file."""
        self._write_held()
        return bytes(self.paper.output())


SWATCH = 4.0
"""The side of a sign of a legend within a line, in mm."""


def height(lines: Iterable[Line], look: Look = LOOK) -> float:
    """Return how tall lines are, in mm; an empty one is as tall as words of `look`."""
    return sum(max((run.look.height for run in line), default=look.height) for line in lines)


def _pieces(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield words, blanks and new lines one by one, several blanks as one, none at the head of a line."""
    blank = True
    for run in runs:
        if run.drawing is not None:
            yield run
            blank = False
            continue
        for n, part in enumerate(run.words.replace("\u202f", "\u00a0").split("\n")):
            if n:
                yield Run("\n", run.look)
                blank = True
            for m, word in enumerate(part.split(" ")):
                if m and not blank:
                    yield Run(" ", run.look)
                    blank = True
                if word:
                    yield Run(word, run.look)
                    blank = False
