"""Both texts of an article side by side; what was struck and what is new is marked by lines too."""

import pygame

from game.ui.kit import Canvas, Column, Grid, Label, Panel, Paragraph, Row, Span, Widget
from game.ui.kit.layout import Grow
from game.ui.screens.frame import Slip, bold, slanted
from game.ui.screens.verdict_presenter import ArticleVerdict, Piece

SIGNS = {"same": "=", "closer": "≈", "different": "≠", "absent": "□", "additional": "+"}
TONES = {"same": "green", "closer": "amber", "different": "red", "absent": "red", "additional": "link"}
STRUCK, ADDED = "closed", "gilt"  # the grounds of marked words, which also tell the lines to draw
PARAGRAPH = "¶"


class Compared(Paragraph):
    """Running text in which struck words have a line through them and new words a line under them."""

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        thick = max(1, canvas.theme.size(self.role) // 12)
        for y, block in self._laid(canvas.theme, self.rect.w):
            for line in block.lines:
                for piece in line.pieces:
                    mark = piece.span.mark
                    if mark not in (STRUCK, ADDED) or not piece.text.strip():
                        continue
                    top = self.rect.y + y + line.y
                    base = top + line.ascent
                    at = base - canvas.theme.size(self.role) // 4 if mark == STRUCK else base + thick
                    x = self.rect.x + piece.x
                    colour = "red" if mark == STRUCK else "green"
                    bar = pygame.Rect(x, at, piece.width, thick)
                    canvas.polygon(colour, [bar.topleft, bar.topright, bar.bottomright, bar.bottomleft])


def spans(pieces: tuple[Piece, ...], shown: str) -> tuple[Span, ...]:
    """Return one of the two texts out of their comparison: `shown` is the mark that belongs to it."""
    found = []
    for piece in pieces:
        if piece.mark not in ("kept", shown):
            continue
        words = piece.words.replace(f" {PARAGRAPH} ", "\n").replace(PARAGRAPH, "\n")
        if piece.mark == "kept":
            found.append(Span(words + " "))
        elif piece.mark == "struck":
            found += [Span(words, mark=STRUCK, colour="red"), Span(" ")]
        else:
            found += [Span(words, bold=True, mark=ADDED, colour="ink"), Span(" ")]
    return tuple(found)


def text_key(struck: str, added: str) -> Widget:
    """Return what the marks in two compared texts mean, each in its own marks."""
    words = (Span(struck, mark=STRUCK, colour="red"), Span("   "), Span(added, bold=True, mark=ADDED))
    return Compared(words, "small")


def verdict_panel(verdict: ArticleVerdict) -> Widget:
    """Return an article: the verdict in sign and words, why, and both texts."""
    tone = TONES.get(verdict.finding, "ink")
    sign = Label(SIGNS.get(verdict.finding, "?"), "title", "control", tone, bold=True)
    told = Paragraph(bold(verdict.ask.label), "lead", colour=tone, id=verdict.ask.id)
    head = Row(sign, Grow(told), gap=10, align="middle", wrap=False)
    rows: list[Widget] = [head]
    rows += [Paragraph(line) for line in verdict.deviations]
    rows.append(Paragraph(slanted(verdict.ground), "label", colour="faded"))
    rows.append(_texts(verdict))
    return Panel(Column(*rows, gap=7), "paper", 16)


def _texts(verdict: ArticleVerdict) -> Widget:
    if verdict.finding == "same" or not (verdict.official or verdict.draft):
        return _column("", _plain(verdict.draft or verdict.official))
    if verdict.pieces:
        left, right = spans(verdict.pieces, "struck"), spans(verdict.pieces, "added")
    else:
        left = (Span("\n".join(verdict.official), mark=STRUCK, colour="red"),) if verdict.official else ()
        right = (Span("\n".join(verdict.draft), bold=True, mark=ADDED),) if verdict.draft else ()
    return Grid(
        _column(verdict.official_head, left), _column(verdict.draft_head, right), min_width=300, gap=12
    )


def _plain(paragraphs: tuple[str, ...]) -> tuple[Span, ...]:
    return (Span("\n".join(paragraphs)),)


def _column(head: str, text: tuple[Span, ...]) -> Widget:
    rows: list[Widget] = [Label(head, "small", "map", "faded", bold=True)] if head else []
    rows.append(Compared(text if text else "—", "label"))
    return Slip(Column(*rows, gap=5), "card", 10)
