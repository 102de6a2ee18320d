"""The instructor's corner drawn: what the last save led to, and the page that is open."""

from collections.abc import Sequence

from game.ui.kit import (
    Column,
    Columns,
    Grid,
    Grow,
    HeaderBar,
    Label,
    Pad,
    Pane,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Space,
    Tab,
    Tabs,
    Theme,
    Widget,
)
from game.ui.screens.corner_boxes import NodeBox, RoundsChart, Tree
from game.ui.screens.corner_model import (
    Cluster,
    CornerModel,
    DiagramPage,
    Fact,
    FactGroup,
    FaultRow,
    FaultsPage,
    StatePage,
)
from game.ui.screens.frame import Told
from game.ui.screens.pieces import button, roomy
from game.ui.screens.stationery import Stamp
from game.ui.screens.trouble_screen import fault_slip

SHORT = 18  # signs of a value that stands beside its label
WIDE, MIDDLING = 1130, 760  # unscaled pixels as words see them
SIGNS = {"sound": ("●", "green"), "stopped": ("▲", "amber"), "broken": ("■", "red")}
"""What stands before the status; its shape tells it without colour too."""


class CornerScreen:
    name = "corner"

    def __init__(self, model: CornerModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model, room = self.model, roomy(theme, size)
        slim = room < MIDDLING
        head = [self._status(room)]
        page = self._page(head if slim else [], wide=room >= WIDE)
        shown = Tabs(
            "corner",
            tuple(Tab(each.id, each.label, page if each.on else Space()) for each in model.tabs),
            chosen=f"page:{model.shown.value}",
        )
        body = Column(*([] if slim else head), Grow(shown), gap=9)
        foot = Row(*(button(each) for each in model.controls), gap=12, spread=True)
        bar = HeaderBar(model.title, "" if slim else model.whose)
        return Column(bar, Grow(Pad(body, 12, 9)), Pad(foot, 14, 8), gap=0)

    def _status(self, room: float) -> Widget:
        model = self.model
        sign, colour = SIGNS[model.tone]
        told = Told(
            model.status.id,
            model.status.label,
            Row(
                Label(sign, "lead", "control", colour, bold=True),
                Grow(Paragraph(model.status.label, "body")),
                gap=10,
                align="top",
                wrap=False,
            ),
            reach=0,
        )
        rows: list[Widget] = [told]
        if model.kept:
            first, *rest = model.kept
            rows.append(Row(button(first, "brass", "label"), *(button(each, size="label") for each in rest)))
        return Panel(Column(*rows, gap=13), pad=12)

    def _page(self, head: list[Widget], *, wide: bool) -> Widget:
        model = self.model
        if model.faults is not None:
            return Panel(Scroll("faults", Column(*head, faults_drawn(model.faults, wide=wide), gap=12)))
        if model.diagram is not None:
            return diagram_drawn(model.diagram, head, wide=wide)
        if model.state is not None:
            return Panel(Scroll("state", Column(*head, state_drawn(model.state), gap=12)))
        return Panel(Scroll("none", Column(*head, Paragraph(model.none), gap=12)))


def faults_drawn(page: FaultsPage, *, wide: bool) -> Widget:
    """Return what is wrong, a slip each, with the way to its place."""
    count = Told(page.count.id, page.count.label, Label(page.count.label, "lead", "reading", bold=True))
    rows: list[Widget] = [count]
    if page.none:
        rows.append(Paragraph(page.none))
    rows += [_fault(row, wide=wide) for row in page.rows]
    if page.more:
        rows.append(Label(page.more, colour="faded"))
    return Column(*rows, gap=10, pad=4)


def _fault(row: FaultRow, *, wide: bool) -> Widget:
    slip = Told(row.ask.id, f"{row.ask.label}: {row.fault.message}", fault_slip(row.fault), reach=0)
    if row.copy is None:
        return slip
    copy = button(row.copy, size="small")
    if wide:
        return Row(Grow(slip), copy, gap=12, align="middle", wrap=False)
    return Column(slip, Row(copy), gap=5)


def diagram_drawn(page: DiagramPage, head: list[Widget], *, wide: bool) -> Widget:
    """Return the diagram: rounds beside the rest where there is room, else one under the other."""
    key = Paragraph(page.key, "small", "reading", "faded")
    # Where there is little room, the drawing comes first.
    rounds = Column(_title(page.rounds.title), RoundsChart(page.rounds.nodes), gap=8)
    rest = Column(*(_cluster(each) for each in page.clusters), gap=14)
    if not wide:
        whole = Column(*head, rounds, rest, key, gap=14, pad=4)
        return _begun(Panel(Scroll("diagram", whole), pad=10), page)
    left = Panel(Scroll("rounds", Column(key, rounds, gap=12, pad=4)), pad=10)
    right = Panel(Scroll("rest", Column(rest, pad=4)), pad=10)
    columns = Columns(
        "drawn",
        Pane("rounds", page.rounds.title, left, 420, 1),
        Pane("rest", page.clusters[0].title if page.clusters else page.rounds.title, right, 460, 1.2),
        gap=9,
    )
    return _begun(columns, page)


def _begun(widget: Widget, page: DiagramPage) -> Widget:
    """Let the focus begin where the talks are."""
    widget.begin = next((node.ask.id for node in page.rounds.nodes if node.is_now), None)
    return widget


def _title(words: str) -> Widget:
    return Column(Label(words, "lead", "reading", bold=True), Rule("edge", 1), gap=2)


def _cluster(cluster: Cluster) -> Widget:
    trees = (Tree(node) if node.below else NodeBox(node) for node in cluster.nodes)
    return Column(_title(cluster.title), Grid(*trees, min_width=270, gap=10), gap=8)


def state_drawn(page: StatePage) -> Widget:
    """Return the values in groups, a stamp on each that one side must not see."""
    groups = Grid(*(_group(group) for group in page.groups), min_width=330, gap=12)
    return Column(Paragraph(page.note, "label", "reading", "faded"), groups, gap=12, pad=4)


def _group(group: FactGroup) -> Widget:
    named: list[Widget] = [Label(group.title, "lead", "reading", bold=True)]
    if group.secret:
        named.append(Label(group.secret, "small", "control", "red", bold=True))
    head: list[Widget] = [Grow(Column(*named, gap=1))]
    if group.stamp:
        head.append(Stamp(group.stamp))
    rows: Sequence[Widget] = [_fact(fact) for fact in group.facts]
    return Panel(Column(Row(*head, gap=10), Rule("edge", 1), *rows, gap=5), "card", pad=12)


def _fact(fact: Fact) -> Widget:
    words: Widget = Row(
        Grow(Label(fact.label, "label")),
        Label(fact.value, "label", bold=True, align="right"),
        gap=14,
        align="top",
    )
    if len(fact.value) > SHORT:
        words = Column(Label(fact.label, "label"), Label(fact.value, "label", bold=True), gap=1)
    return Told(fact.ask.id, f"{fact.label}: {fact.value}", words, reach=2)
