"""A decision drawn: the situation and the papers that bear on it, and the answers with what may follow."""

from game.ui.kit import (
    Column,
    Columns,
    Grow,
    HeaderBar,
    Label,
    ListRow,
    ListView,
    Pad,
    Pane,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Theme,
    Widget,
)
from game.ui.screens.answer_card import AnswerCard
from game.ui.screens.decision_presenter import DecisionModel
from game.ui.screens.explain_screen import explained
from game.ui.screens.frame import said
from game.ui.screens.pieces import button, roomy
from game.ui.screens.stationery import Double, Flag

WIDE = 840  # unscaled pixels as words see them; below, the answers lie under the situation


class DecisionScreen:
    """A card that waits for an answer before anything else."""

    name = "decision"

    def __init__(self, model: DecisionModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        undo = (button(model.undo, "quiet", size="label", icon="backward-time"),) if model.undo else ()
        answers = Column(
            *(AnswerCard(each, n) for n, each in enumerate(model.answers, start=1)), gap=10, pad=4
        )
        story = Column(*self._story(), gap=10)
        wide = roomy(theme, size) >= WIDE
        if wide:
            body: Widget = Columns(
                "columns",
                Pane("story", model.kicker, Scroll("story", Column(Panel(story, pad=24), pad=4)), 330, 1),
                Pane("answers", model.title, Scroll("answers", answers), 380, 1.35),
                gap=14,
            )
        else:
            body = Scroll("decision", Column(Panel(story, pad=16), answers, gap=12))
        whole = Column(HeaderBar(model.title, model.kicker, *undo), Grow(Pad(body, 14)), gap=0)
        whole.begin = next((each.control.id for each in model.answers if each.control.enabled), None)
        if not wide and model.source is not None:
            whole.begin = model.source.why  # the answers are further down
        return explained(whole, model.explanation)

    def _story(self) -> list[Widget]:
        model = self.model
        who = Label(model.who, "label", "reading", "faded", italic=True)
        rows: list[Widget] = [
            Row(Flag(model.flag, 30), Grow(who), gap=14, wrap=False),
            Double(),
            *(Paragraph(line, "lead") for line in model.text),
        ]
        if model.source is not None:
            rows.append(said(model.source, "label", colour="link"))
        if model.documents:
            papers = tuple(ListRow(each.label, each.id, "", each.note) for each in model.documents)
            rows += [Rule(), Label(model.papers_title, "label", bold=True)]
            rows.append(ListView("papers", papers, face="reading", min_height=900))
        return rows
