"""A decision drawn: the card, its answers with what is believed to follow, the papers that bear on it."""

from game.ui.kit import (
    Card,
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
    Rule,
    Scroll,
    Theme,
    Widget,
)
from game.ui.screens.decision_presenter import DecisionModel
from game.ui.screens.explain_screen import explained
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button


class DecisionScreen:
    """A card that waits for an answer before anything else."""

    name = "decision"

    def __init__(self, model: DecisionModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        undo = (button(model.undo, "quiet", size="label", icon="backward-time"),) if model.undo else ()
        bar = HeaderBar(model.title, model.kicker, *undo)
        story = Column(
            Label(model.who, "label", "reading", "faded", italic=True),
            *(Paragraph(line, "lead" if not n else "body") for n, line in enumerate(model.text)),
            Rule(),
            *self._papers(),
            gap=10,
        )
        answers = Column(*(self._answer(n, each) for n, each in enumerate(model.choices)), gap=12, pad=4)
        middle = Columns(
            "columns",
            Pane("story", model.kicker, Panel(Scroll("story", story), pad=22), 330, 1),
            Pane("answers", model.title, Scroll("answers", answers), 330, 1.1),
            gap=14,
        )
        if theme.wide(330) * 2 + theme.px(60) > size[0]:
            whole = Column(Panel(story, pad=16), answers, gap=12)
            return explained(Column(bar, Grow(Pad(Scroll("decision", whole), 10)), gap=0), model.explanation)
        return explained(Column(bar, Grow(Pad(middle, 16, 14)), gap=0), model.explanation)

    def _papers(self) -> list[Widget]:
        rows = tuple(ListRow(each.label, each.id, "", each.note) for each in self.model.documents)
        parts: list[Widget] = [ListView("papers", rows, face="reading", min_height=900)] if rows else []
        if self.model.source:
            parts.append(Label(self.model.source, "small", colour="faded"))
        return parts

    def _answer(self, number: int, control: Control) -> Widget:
        card = Card(
            control.id,
            control.label,
            control.note,
            shortcut=str(number + 1) if control.enabled else "",
            enabled=control.enabled,
            reason=control.reason,
            tone="baize",
            icon="quill-ink",
        )
        ways = self.model.ways[number] if number < len(self.model.ways) else ()
        return Column(card, *(Label(line, "small", colour="dim") for line in ways), gap=5)
