"""The signing: the instrument as a page of a treaty, with places for the hands and the seals at its foot."""

from game.ui.kit import (
    Align,
    Column,
    Columns,
    Grid,
    Grow,
    Label,
    Pad,
    Pane,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Sheet,
    Space,
    Theme,
    Widget,
)
from game.ui.screens.explain_screen import explained
from game.ui.screens.frame import bold, page, said, slanted
from game.ui.screens.pieces import button, roomy
from game.ui.screens.signing_presenter import Hand, SigningModel
from game.ui.screens.stationery import Double, EmptyTable, Flag, Seal, Stamp

WIDE = 840  # unscaled pixels as words see them; below, the hands are at the end of the text


class SigningScreen:
    name = "signing"

    def __init__(self, model: SigningModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        wide = roomy(theme, size) >= WIDE
        name = f"§ 1-{len(model.articles)}" if model.articles else model.title
        body = Columns(
            "signing",
            Pane("treaty", name, self._treaty(wide), 480, 2.4),
            Pane("home", model.sign.label, self._aside(), 260),
            gap=16,
        )
        foot = (button(model.back), button(model.sign, "brass", size="lead", icon="quill-ink"))
        whole = page(model.place or model.title, body, *foot, subtitle=model.date)
        whole.begin = model.sign.id if model.sign.enabled else model.back.id
        return explained(whole, model.explanation)

    def _treaty(self, wide: bool) -> Widget:
        """Return the page; where there is room the hands stay at its foot while the text scrolls."""
        if self.model.empty:
            words = Paragraph(bold(self.model.empty), "title", "map", align="centre")
            return Panel(
                Align(
                    Column(EmptyTable([hand.id for hand in self.model.hands]), words, gap=18),
                    "centre",
                    middle=True,
                ),
                pad=30,
            )
        hands = Grid(*(_hand(hand) for hand in self.model.hands), min_width=200, gap=30)
        if not wide:
            return Sheet(Scroll("treaty", Column(*self._text(), hands, *self._letters(), gap=10)), pad=16)
        text = Scroll("treaty", Pad(Column(*self._text(), *self._letters(), gap=10), 10, 2))
        return Align(Sheet(Column(Grow(text), Rule("ink"), hands, gap=8), pad=28), "centre", max_width=860)

    def _text(self) -> list[Widget]:
        model = self.model
        title: Widget = _centred(model.title, "title")
        if model.draft:
            title = Row(Grow(title), Stamp(model.draft), gap=10)
        rows: list[Widget] = [Double(), title, Double(), Space(4)]
        rows += [Paragraph(each) for each in model.preamble]
        for article in model.articles:
            rows += [Space(2), _centred(f"{article.number}", "title")]
            rows += [Paragraph(each) for each in article.paragraphs]
        if model.testimonium:
            rows += [Space(4), *(Paragraph(slanted(each)) for each in model.testimonium)]
        where = ", ".join(part for part in (model.place, model.date) if part)
        rows.append(Paragraph(where, align="right"))
        names = [
            Column(*(Paragraph(slanted(line), align="centre") for line in hand.lines), gap=2)
            for hand in model.hands
            if hand.lines
        ]
        return [*rows, Grid(*names, min_width=200, gap=30)] if names else rows

    def _letters(self) -> list[Widget]:
        if not self.model.letters:
            return []
        rows: list[Widget] = [Space(8), Double(), _centred(self.model.letters_title, "lead")]
        for letter in self.model.letters:
            rows += [Rule("ink"), *(Paragraph(each, face="typed") for each in letter)]
        return rows

    def _aside(self) -> Widget:
        model = self.model
        rows: list[Widget] = []
        if model.verdict is not None:
            rows += [said(model.verdict, "lead"), Rule()]
        if not model.sign.enabled:
            rows += [Paragraph(bold(model.sign.reason), colour="red"), Rule()]
        rows.append(said(model.left_out))
        for hand in model.hands:
            told = Column(
                Label(hand.party, "label", bold=True), Label(hand.told, "label", colour="faded"), gap=0
            )
            rows += [Rule(), Row(Flag(hand.id, 26), Grow(told), gap=12, wrap=False)]
        # As high as its words: beside the page it is a note, not a second page.
        return Scroll("home", Column(Panel(Column(*rows, gap=9), pad=16), pad=4))


def _centred(text: str, size: str) -> Widget:
    return Paragraph(bold(text), size, "map", align="centre")


def _hand(hand: Hand) -> Widget:
    """Return the place where a delegation signs: its seal or the ring for it, and the line for the name."""
    words = Column(
        Label(hand.party, "lead", "map", bold=True),
        Rule("ink"),
        Label(hand.told, "small", "reading", "faded", italic=True),
        gap=2,
    )
    return Row(Seal(hand.id, hand.signed, 76), Grow(words), gap=14, wrap=False)
