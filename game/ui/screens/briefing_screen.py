"""The briefing: what everybody knows, one's own orders as a typed paper, and home with the rules check."""

from game.ui.kit import (
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
    Theme,
    Widget,
)
from game.ui.screens.briefing_presenter import BriefingModel
from game.ui.screens.frame import bold, page, prose, said, slanted
from game.ui.screens.home_faces import faces_grid
from game.ui.screens.parts import Said
from game.ui.screens.pieces import button


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
                Pane("public", model.public_heading, self._public(), 300),
                Pane("orders", model.orders_heading, self._orders(), 340, 1.15),
                Pane("home", model.check_heading or model.home_heading, self._home(), 320),
                gap=14,
            ),
            button(model.back),
            button(model.ready, "brass", size="lead"),
            subtitle=model.party,
        )

    def _public(self) -> Widget:
        model = self.model
        rows: list[Widget] = [Label(model.public_heading, "title", "reading", bold=True), Rule()]
        rows.append(prose(model.public, id="public"))
        if model.agreed:
            rows += [Rule(), prose(model.agreed, "label", colour="green", id="agreed")]
        if model.documents:
            rows += [Rule(), *(button(each, "plain", "label", icon="papers") for each in model.documents)]
        return Scroll("public", Panel(Column(*rows, gap=8)))

    def _orders(self) -> Widget:
        model = self.model
        rows: list[Widget] = [
            Label(model.orders_heading, "title", "map", "red", bold=True),
            Paragraph(slanted(model.head), colour="faded"),
            Rule("ink"),
            prose(model.confidential, face="typed", id="orders"),
        ]
        if model.locks:
            rows += [Rule("ink"), *(_locked(each) for each in model.locks)]
        if model.batna:
            rows += [Rule("ink"), prose(model.batna, face="typed", id="batna")]
        return Scroll("orders", Pad(Sheet(Column(*rows, gap=9)), 4))

    def _home(self) -> Widget:
        model = self.model
        rows: list[Widget] = []
        if model.questions:
            rows += [Label(model.check_heading, "title", "reading", bold=True), Rule()]
            for question in model.questions:
                rows.append(Paragraph(bold(question.text)))
                if question.answer:
                    rows.append(
                        Row(
                            Label("→", colour="green"),
                            Grow(Paragraph(question.answer)),
                            align="top",
                            wrap=False,
                        )
                    )
                else:
                    rows.append(Row(button(question.show, "plain", "label")))
            rows.append(Rule())
        rows += [Label(model.home_heading, "title", "reading", bold=True), Rule()]
        rows += [faces_grid(model.faces, notes=True), Paragraph(slanted(model.home_note), colour="faded")]
        if model.open_issues:
            rows += [Rule(), *(said(each) for each in model.open_issues)]
        return Scroll("home", Panel(Column(*rows, gap=8)))


def _locked(order: Said) -> Widget:
    return Row(
        Label("■", "small", colour="red"), Grow(said(order, face="typed")), gap=8, align="top", wrap=False
    )
