# ruff: noqa: RUF001 - the marks of Japanese and Russian are meant
"""Text: cut into tokens, broken into lines that fit, drawn run by run in the face that has the characters.

Lines break between tokens only. The rules of Japanese line breaking (kinsoku: no line begins with a closing
mark or a small kana, none ends with an opening bracket) are kept by gluing such marks to their neighbour.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import pygame

from game.ui.kit.fonts import Face, chain
from game.ui.kit.theme import Colour

NO_START = set(
    "、。，．・：；？！」』）】〉》〕々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;!?)]}»”’%…"
)
NO_END = set("「『（【〈《〔([{«“‘")
WORDS = re.compile(r"\s+|\S+")
RICH = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]+)\]\(([^)]+)\)", re.DOTALL)


class Span(NamedTuple):
    """Words in one style. `link` is the id of what they lead to; `mark` the role of a ground behind them."""

    text: str
    bold: bool = False
    italic: bool = False
    link: Hashable | None = None
    mark: str = ""
    colour: str = ""  # a role; empty: that of the paragraph
    face: str = ""  # empty: that of the paragraph


Words = str | tuple[Span, ...]


def rich(text: str) -> tuple[Span, ...]:
    """Read `**bold**`, `*italic*` and `[shown](link id)`; everything else stays as it is."""
    spans: list[Span] = []
    at = 0
    for found in RICH.finditer(text):
        if found.start() > at:
            spans.append(Span(text[at : found.start()]))
        bold, italic, shown, link = found.groups()
        if bold:
            spans.append(Span(bold, bold=True))
        elif italic:
            spans.append(Span(italic, italic=True))
        else:
            spans.append(Span(shown, link=link))
        at = found.end()
    if at < len(text):
        spans.append(Span(text[at:]))
    return tuple(spans)


def spans_of(words: Words) -> tuple[Span, ...]:
    return (Span(words),) if isinstance(words, str) else words


def plain(words: Words) -> str:
    """Return the words without their styles."""
    return words if isinstance(words, str) else "".join(span.text for span in words)


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    """Return what one token is where there may be Japanese; it takes long to compile."""
    return re.compile(
        r"\s+|[（(][\u3005-\u9fff]{1,6}[)）]|[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+"
    )


def tokens(text: str) -> list[str]:
    """Cut a text where a line may break. Joined again they give the text.

    >>> tokens("「引き渡す」 or (重光葵).")
    ['「引', 'き', '渡', 'す」', ' ', 'or', ' ', '(重光葵).']
    """
    out: list[str] = []
    for token in (WORDS if text.isascii() else _token()).findall(text):
        glue = out and not token.isspace() and not out[-1].isspace()
        if glue and (token[0] in NO_START or out[-1][-1] in NO_END):
            out[-1] += token
        else:
            out.append(token)
    return out


class Style(NamedTuple):
    """All that decides how a run of characters looks but its colour."""

    face: str
    size: int
    bold: bool = False
    italic: bool = False

    def faces(self) -> tuple[Face, ...]:
        return chain(self.face, self.bold, self.italic, self.size)


@lru_cache(maxsize=16384)
def itemise(style: Style, text: str) -> tuple[tuple[Face, str], ...]:
    """Cut a text into runs, each with the first face of the chain that has its characters.

    What is no character (the name of a file may hold any bytes) is drawn as a question mark.
    """
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "?")
    faces = style.faces()
    runs: list[tuple[Face, str]] = []
    for char in text:
        face = runs[-1][0] if char.isspace() and runs else next((f for f in faces if f.draws(char)), faces[0])
        if runs and runs[-1][0] is face:
            runs[-1] = (face, runs[-1][1] + char)
        else:
            runs.append((face, char))
    return tuple(runs)


@lru_cache(maxsize=32768)
def width_of(style: Style, text: str) -> int:
    """Return the width of a text on one line in pixels."""
    return sum(face.font.size(run)[0] for face, run in itemise(style, text))


def ascent_of(style: Style) -> int:
    return style.faces()[0].ascent


def line_height(style: Style) -> int:
    """Return the distance of two lines: the face's own height, with air for reading faces."""
    air = 1.12 if style.face in ("reading", "typed", "soviet") else 1.04
    return max(style.size, round(style.faces()[0].height * air))


class Piece(NamedTuple):
    """Some words of a line, `x` pixels from its left."""

    x: int
    width: int
    text: str
    style: Style
    span: Span


class Line(NamedTuple):
    pieces: tuple[Piece, ...]
    y: int
    width: int
    height: int
    ascent: int


class Block(NamedTuple):
    """Lines laid out; `width` is of the longest."""

    lines: tuple[Line, ...]
    width: int
    height: int

    def text(self) -> str:
        return "\n".join("".join(piece.text for piece in line.pieces) for line in self.lines)


def narrowest(words: Words, face: str, size: int, bold: bool = False, italic: bool = False) -> int:
    """Return the width of the widest token: a box of this width breaks no word."""
    return _narrowest(spans_of(words), face, size, bold, italic)


@lru_cache(maxsize=4096)
def _narrowest(spans: tuple[Span, ...], face: str, size: int, bold: bool, italic: bool) -> int:
    widest = 0
    for span in spans:
        style = Style(span.face or face, size, span.bold or bold, span.italic or italic)
        widest = max([widest, *(width_of(style, t) for t in tokens(span.text) if not t.isspace())])
    return widest


def wrap(
    words: Words, face: str, size: int, width: int, *, bold: bool = False, italic: bool = False
) -> Block:
    """Break words into lines no wider than `width` pixels; a newline breaks always.

    A token wider than the box is cut between characters, because words that leave their box are worse;
    layouts
    ask `narrowest` first so that it is rare.
    """
    return _wrap(spans_of(words), face, size, max(1, width), bold, italic)


@lru_cache(maxsize=4096)
def _wrap(spans: tuple[Span, ...], face: str, size: int, width: int, bold: bool, italic: bool) -> Block:
    base = Style(face, size, bold, italic)
    height, ascent = line_height(base), ascent_of(base)
    lines: list[Line] = []
    y = 0
    for line in _lines(spans, base, width):
        while line and line[-1][0].isspace():
            line.pop()
        pieces = tuple(_pieces(line))
        # A run in another face may stand higher than the line's own: make room.
        tall = max([height, *(line_height(p.style) for p in pieces)])
        high = max([ascent, *(ascent_of(p.style) for p in pieces)])
        end = pieces[-1].x + pieces[-1].width if pieces else 0
        lines.append(Line(pieces, y, end, tall, high + (tall - height) // 2))
        y += tall
    return Block(tuple(lines), max((line.width for line in lines), default=0), y)


Laid = list[tuple[str, Style, Span]]


def _lines(spans: tuple[Span, ...], base: Style, width: int) -> Iterator[Laid]:
    """Yield lines as lists of tokens with their styles."""
    line: Laid = []
    used = EMPTY
    for atoms in _unbreakable(spans, base):
        if isinstance(atoms, str):  # a newline
            yield line
            line, used = [], EMPTY
            continue
        blank = all(text.isspace() for text, _, _ in atoms)
        if blank and not line:
            continue
        longer = used.with_atoms(atoms)
        if longer.width > width and line and not blank:
            yield line
            line, used = [], EMPTY
            longer = used.with_atoms(atoms)
        if longer.width > width and not blank:
            for text, style, span in atoms:
                for part in _cut(text, style, width - used.width, width):
                    longer = used.with_atoms([(part, style, span)])
                    if longer.width > width and line:
                        yield line
                        line, longer = [], EMPTY.with_atoms([(part, style, span)])
                    line.append((part, style, span))
                    used = longer
            continue
        line.extend(atoms)
        used = longer
    yield line


class _Used(NamedTuple):
    """The width of a line so far, as it will be drawn: words of one style together, for kerning and
    rounding."""

    closed: int = 0
    run: str = ""
    style: Style | None = None
    span: Span | None = None

    @property
    def width(self) -> int:
        return self.closed + (width_of(self.style, self.run.rstrip()) if self.style else 0)

    def with_atoms(self, atoms: Laid) -> "_Used":
        closed, run, style, span = self.closed, self.run, self.style, self.span
        for text, its, whose in atoms:
            if style is not None and (its != style or whose is not span):
                closed, run = closed + width_of(style, run), ""
            run, style, span = run + text, its, whose
        return _Used(closed, run, style, span)


EMPTY = _Used()


def _unbreakable(spans: tuple[Span, ...], base: Style) -> Iterator[Laid | str]:
    """Yield what must stay together: tokens, joined over the edge of spans where no space stands between."""
    kept: Laid = []
    for span in spans:
        style = Style(span.face or base.face, base.size, span.bold or base.bold, span.italic or base.italic)
        for row, part in enumerate(span.text.split("\n")):
            if row:
                if kept:
                    yield kept
                    kept = []
                yield "\n"
            for token in tokens(part):
                if kept and (token.isspace() or _may_break(kept[-1][0], token, kept[-1][2] is span)):
                    yield kept
                    kept = []
                kept.append((token, style, span))
                if token.isspace():
                    yield kept
                    kept = []
    if kept:
        yield kept


def _may_break(before: str, after: str, same_span: bool) -> bool:
    if same_span:
        return True  # the tokeniser has already glued what must not part
    cjk = before[-1] >= "\u2e80" or after[0] >= "\u2e80"
    return cjk and after[0] not in NO_START and before[-1] not in NO_END


def _cut(text: str, style: Style, room: int, width: int) -> Iterator[str]:
    """Cut a token wider than the box between characters; the first part fits `room` if any part of it
    does."""
    part = ""
    for char in text:
        if part and width_of(style, part + char) > (room if room > style.size * 2 else width):
            yield part
            part, room = "", width
        part += char
    if part:
        yield part


def _pieces(line: Laid) -> Iterator[Piece]:
    """Join tokens of one style, so that kerning and underlines run through."""
    x = 0
    text = ""
    current: tuple[Style, Span] | None = None
    for token, style, span in line:
        if current is not None and current[0] == style and current[1] is span:
            text += token
            continue
        if current is not None:
            wide = width_of(current[0], text)
            yield Piece(x, wide, text, *current)
            x += wide
        current, text = (style, span), token
    if current is not None:
        yield Piece(x, width_of(current[0], text), text, *current)


@lru_cache(maxsize=512)
def drawn(style: Style, text: str, colour: Colour) -> pygame.Surface:
    """Return a picture of one line of text; runs of different faces stand on one baseline."""
    runs = itemise(style, text)
    ascent = max([ascent_of(style), *(face.ascent for face, _ in runs)])
    pictures = [(face, face.font.render(run, True, colour)) for face, run in runs]
    height = max([1, *(ascent - face.ascent + picture.get_height() for face, picture in pictures)])
    whole = pygame.Surface((max(1, sum(p.get_width() for _, p in pictures)), height), pygame.SRCALPHA)
    # Transparent in the text's own colour: half-covered edges must not darken towards black.
    whole.fill((*colour, 0))
    x = 0
    for face, picture in pictures:
        whole.blit(picture, (x, ascent - face.ascent))
        x += picture.get_width()
    return whole


def top_of(style: Style, text: str, baseline: int) -> int:
    """Return where the top of the picture of `text` goes so that it stands on `baseline`."""
    return baseline - max([ascent_of(style), *(face.ascent for face, _ in itemise(style, text))])


def forget() -> None:
    """Drop what is cached, after a change of size."""
    for cache in (itemise, width_of, _narrowest, _wrap, drawn):
        cache.cache_clear()


def missing(style: Style, texts: Iterable[str]) -> set[str]:
    """Return the characters that no face of the chain has."""
    faces = style.faces()
    return {c for text in texts for c in text if not c.isspace() and not any(f.draws(c) for f in faces)}
