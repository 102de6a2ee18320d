"""The signing: the instrument as a page of a treaty, with places for the hands and the seals."""

from functools import lru_cache

import pygame

from game import places
from game.ui.kit import (
    Align,
    Canvas,
    Column,
    Columns,
    Grid,
    Pad,
    Pane,
    Panel,
    Paragraph,
    Rule,
    Scroll,
    Sheet,
    Space,
    Theme,
    Widget,
)
from game.ui.kit.widget import Size
from game.ui.screens.explain_screen import explained
from game.ui.screens.frame import bold, page, said, slanted
from game.ui.screens.pieces import button
from game.ui.screens.signing_presenter import SigningModel

SEALS = ("seal-ussr", "seal-japan")  # in the order of the parties of every scenario that has these two


class SigningScreen:
    name = "signing"

    def __init__(self, model: SigningModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        sheets: list[Widget] = [Sheet(self._treaty(), pad=34)]
        sheets += [Sheet(self._letter(letter), pad=30) for letter in model.letters]
        paper = Align(Column(*sheets, gap=16), "centre", max_width=760)
        aside = Panel(
            Column(
                said(model.verdict, "lead"),
                Rule(),
                said(model.left_out),
                *(() if model.sign.enabled else (Rule(), Paragraph(model.sign.reason, colour="red"))),
                Rule(),
                *(self._sealed(n) for n in range(len(model.signatures))),
                gap=10,
            )
        )
        scroll = Scroll("treaty", Pad(Column(paper), 8))
        body = Columns(
            "signing",
            Pane("treaty", f"§ 1-{len(model.articles)}" if model.articles else model.title, scroll, 520, 2.4),
            Pane("home", model.sign.label, Scroll("home", Pad(Column(aside), 4)), 280),
        )
        foot = (button(model.back), button(model.sign, "brass", size="lead", icon="quill-ink"))
        return explained(
            page(model.place or model.title, body, *foot, subtitle=model.date), model.explanation
        )

    def _treaty(self) -> Widget:
        model = self.model
        rows: list[Widget] = [Double(), _centred(model.title, "title"), Double(), Space(4)]
        rows += [Paragraph(each) for each in model.preamble]
        for article in model.articles:
            rows += [Space(2), _centred(f"{article.number}", "lead")]
            rows += [Paragraph(each) for each in article.paragraphs]
        if model.testimonium:
            rows += [Space(4), *(Paragraph(slanted(each)) for each in model.testimonium)]
        where = ", ".join(part for part in (model.place, model.date) if part)
        rows += [Paragraph(where, align="right"), Space(6)]
        hands = (
            _hand(party, lines, signed, SEALS[n]) for n, (party, lines, signed) in enumerate(model.signatures)
        )
        rows.append(Grid(*hands, min_width=220, gap=20))
        return Column(*rows, gap=10)

    def _sealed(self, n: int) -> Widget:
        party, _, signed = self.model.signatures[n]
        return _hand(party, (), signed, SEALS[n])

    def _letter(self, letter: tuple[str, ...]) -> Widget:
        head = _centred(self.model.letters_title, "lead")
        return Column(head, Rule("ink"), *(Paragraph(each, face="typed") for each in letter), gap=10)


def _centred(text: str, size: str) -> Widget:
    return Paragraph(bold(text), size, "map", align="centre")


def _hand(party: str, lines: tuple[str, ...], signed: bool, seal: str) -> Widget:
    names = [Paragraph(slanted(line), align="centre") for line in lines]
    return Column(
        Paragraph(party, "small", "map", "faded", align="centre"),
        Seal(seal, signed),
        Rule("ink", 1),
        *names,
        gap=4,
    )


class Double(Widget):
    """Two lines across the page, a thick and a thin one, as at the head of a treaty."""

    def size(self, theme: Theme, width: int) -> Size:
        return width, theme.px(6)

    def draw(self, canvas: Canvas) -> None:
        px = canvas.theme.px
        for y, high in ((0, 3), (5, 1)):
            line = pygame.Rect(self.rect.x, self.rect.y + px(y), self.rect.w, px(high))
            canvas.box(line, "ink", None, radius=0, host=False)


class Seal(Widget):
    """The seal of a delegation that has signed; a dotted ring where it will be pressed."""

    def __init__(self, name: str, pressed: bool) -> None:
        self.name, self.pressed = name, pressed

    def minimum(self, theme: Theme) -> int:
        return theme.px(92)

    def size(self, theme: Theme, width: int) -> Size:
        return width, theme.px(92)

    def draw(self, canvas: Canvas) -> None:
        theme = canvas.theme
        side = theme.px(88)
        where = pygame.Rect(0, 0, side, side)
        where.center = self.rect.center
        picture = _seal(self.name, side)
        if self.pressed and picture is not None:
            canvas.image(where, picture)
            return
        colour = theme.colour("red" if self.pressed else "edge")
        canvas.image(where, _ring(side, colour, self.pressed))


@lru_cache(maxsize=8)
def _seal(name: str, side: int) -> pygame.Surface | None:
    file = places.assets_folder() / "pictures" / f"{name}.png"
    return (
        pygame.transform.smoothscale(pygame.image.load(str(file)), (side, side)) if file.is_file() else None
    )


@lru_cache(maxsize=8)
def _ring(side: int, colour: tuple[int, int, int], full: bool) -> pygame.Surface:
    """Return a ring of dots, or a disc where no picture of the seal is there."""
    k = 4
    n = side * k
    big = pygame.Surface((n, n), pygame.SRCALPHA)
    big.fill((*colour, 0))
    if full:
        pygame.draw.circle(big, colour, (n / 2, n / 2), n * 0.46)
    else:
        arm, middle = pygame.Vector2(0, n * 0.44), pygame.Vector2(n / 2, n / 2)
        for step in range(48):
            pygame.draw.circle(big, colour, arm.rotate(step * 7.5) + middle, n * 0.011)
    return pygame.transform.smoothscale(big, (side, side))
