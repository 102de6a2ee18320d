"""The briefing: a public dossier, the confidential instructions as a typed paper, and these in short."""

from game.ui.kit import (
    Canvas,
    Column,
    Columns,
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
    Span,
    Theme,
    Widget,
    paint,
)
from game.ui.kit.widget import Size
from game.ui.screens.briefing_presenter import BriefingModel, Question
from game.ui.screens.frame import Told, bold, page, slanted
from game.ui.screens.home_faces import faces_grid
from game.ui.screens.pieces import button, links
from game.ui.screens.stationery import Stamp, letterhead


class BriefingScreen:
    name = "briefing"

    def __init__(self, model: BriefingModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        return page(
            model.title,
            Columns(
                "briefing",
                Pane("public", model.public_heading, self._public(), 290),
                Pane("orders", model.letterhead, self._instructions(), 350, 1.2),
                Pane("home", model.orders_heading, self._short(), 340, 1.05),
                gap=12,
            ),
            button(model.back),
            button(model.ready, "brass", size="lead"),
            subtitle=model.hint,
            pad=10,
        )

    def _public(self) -> Widget:
        model = self.model
        known = Column(
            Label(model.when, "small", "control", "faded", bold=True),
            _head(model.public_heading),
            Rule("edge", 2),
            Paragraph("\n".join(model.public)),
            gap=7,
        )
        rows: list[Widget] = [Told("public", model.public_heading, known, reach=14)]
        if model.documents:
            rows += [Rule("edge", 2), _kicker(model.documents_heading), links(model.documents, "link")]
        if model.pages:
            rows += [Rule("edge", 2), _kicker(model.pages_heading), links(model.pages, "link")]
        if model.agreed:
            rows += [Rule("edge", 2), _kicker(model.agreed_heading)]
            rows.append(Paragraph("; ".join(model.agreed) + ".", "label", colour="faded"))
        return Scroll("public", Pad(Panel(Column(*rows, gap=7), pad=16), 3))

    def _instructions(self) -> Widget:
        model = self.model
        words: list[Span] = []
        for n, each in enumerate(model.confidential):
            words += [Span("\n" if n else ""), Span(f"{each.lead}\n", bold=True) if each.lead else Span("")]
            words.append(Span(each.text))
        letter = Column(
            letterhead((model.party,), model.letterhead, model.reconstructed),
            Row(Grow(Paragraph(slanted(model.head), "label", colour="faded")), Stamp(model.stamp), gap=12),
            Paragraph(tuple(words), "body", "typed"),
            gap=10,
        )
        told: Widget = Told("orders", model.letterhead, letter, reach=22)
        if model.roles:
            told = Column(told, Rule(), _kicker(model.roles_heading), links(model.roles, "link"), gap=8)
        return Scroll("orders", Pad(Sheet(told, pad=24), 4))

    def _short(self) -> Widget:
        model = self.model
        locks = Column(
            _head(model.orders_heading),
            *(Row(Lock(), Grow(Paragraph(each)), gap=9, align="top", wrap=False) for each in model.locks),
            gap=5,
        )
        fails = Column(_kicker(model.batna_heading), Paragraph(model.batna.text, "label"), gap=3)
        home = Column(
            _kicker(model.home_heading),
            faces_grid(model.faces, notes=True),
            Paragraph(slanted(model.home_note), "label", colour="faded"),
            gap=6,
        )
        rows: list[Widget] = [
            Told(model.orders, " ".join(model.locks), locks),
            Rule("edge", 2),
            Told(model.home, model.home_heading, home),
            Rule("edge", 2),
            Told(model.batna.why, model.batna.text, fails),
        ]
        if model.questions:
            rows += [Rule("edge", 2), _kicker(model.check_heading), *map(_question, model.questions)]
        return Scroll("home", Pad(Panel(Column(*rows, gap=7), pad=16), 3))


def _head(text: str) -> Widget:
    return Label(text, "title", "reading", bold=True)


def _kicker(text: str) -> Widget:
    return Label(text, "label", "control", "green", bold=True)


class Lock(Widget):
    """The sign of an order that binds."""

    def size(self, theme: Theme, width: int) -> Size:
        return theme.size("body"), round(theme.size("body") * 1.4)

    def minimum(self, theme: Theme) -> int:
        return theme.size("body")

    def draw(self, canvas: Canvas) -> None:
        lock = paint.lock(canvas.theme.size("body"), canvas.theme.colour("red"))
        canvas.image(lock.get_rect(center=self.rect.center), lock)


def _question(question: Question) -> Widget:
    asked = Paragraph(bold(question.text), "label")
    if question.answer:
        told = Row(Label("→", colour="green"), Grow(Paragraph(question.answer)), align="top", wrap=False)
        return Column(asked, told, gap=3)
    return Column(asked, Row(button(question.show, "plain", "label")), gap=5)
