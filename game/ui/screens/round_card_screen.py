"""The round card drawn: where and when, who came, what has changed, as a printed card on the baize."""

from game.ui.kit import (
    Align,
    Column,
    Grid,
    Grow,
    Label,
    Meter,
    Pad,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Sheet,
    Theme,
    Widget,
)
from game.ui.screens.frame import bold
from game.ui.screens.pieces import button, roomy
from game.ui.screens.round_card_presenter import CameModel, RoundCardModel
from game.ui.screens.stationery import Double, Flag
from game.ui.screens.table_model import LogEntry

WIDE = 840  # unscaled pixels as words see them; below, its two halves lie one under the other


class RoundCardScreen:
    """A card between two rounds."""

    name = "round_card"

    def __init__(self, model: RoundCardModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        wide = roomy(theme, size) >= WIDE
        left, right = self._told(), self._stands()
        if self.model.changes:
            left, right = [*left, *right], self._changes()
        if wide and right:
            halves = (Grow(Column(*left, gap=10), 1.1), Grow(Column(*right, gap=7)))
            parts: list[Widget] = [Row(*halves, gap=34, align="top", wrap=False)]
        else:
            parts = [*left, *([Rule(), *right] if right else [])]
        body = Pad(Column(self._head(wide), *parts, gap=12), 6, 2)
        # As high as its words, at most as the window leaves beside margins and the button.
        room = (size[1] - theme.px(150) - 3 * theme.size("body")) / (theme.scale * theme.text)
        scroll = Scroll("card", body, min_height=max(80, room))
        card = Column(scroll, Align(button(model.go_on, "brass", size="lead"), "centre"), gap=12)
        sheet = Align(Sheet(card, pad=34 if wide else 14), "centre", max_width=1080, middle=True)
        whole = Column(Grow(sheet), pad=20 if wide else 8)
        whole.begin = model.go_on.id
        return whole

    def _head(self, wide: bool) -> Widget:
        model = self.model
        words = Column(
            Label(model.title, "display" if wide else "title", "heading", bold=True, align="centre"),
            Label(model.when, "lead", "reading", "faded", italic=True, align="centre"),
            gap=6,
        )
        flags = [Flag(each.flag, 44 if wide else 26) for each in model.delegations]
        top = Row(flags[0], Grow(words), flags[-1], gap=18, wrap=False) if len(flags) > 1 else words
        return Column(top, Double(), gap=10)

    def _told(self) -> list[Widget]:
        model = self.model
        rows: list[Widget] = [Paragraph(line, "lead") for line in model.setting]
        if model.delegations:
            came = Grid(*(_came(each) for each in model.delegations), min_width=190, gap=20)
            rows += [_title(model.heads.came), came]
        return rows

    def _changes(self) -> list[Widget]:
        model = self.model
        return [_title(model.heads.changes), *(_change(each) for each in model.changes)]

    def _stands(self) -> list[Widget]:
        """Return the orders and the meters, as they are now."""
        model = self.model
        rows: list[Widget] = []
        if model.orders:
            rows.append(_title(model.heads.orders))
            rows += [Paragraph(each.label, "label", id=each.id) for each in model.orders]
        if model.meters:
            meters = (Meter(each.why, each.label, each.level, 10, dark=False) for each in model.meters)
            rows += [_title(model.heads.meters), Grid(*meters, min_width=130, gap=14)]
        return rows


def _change(entry: LogEntry) -> Widget:
    return Paragraph(entry.text, "label", id=entry.ask.id if entry.ask is not None else None)


def _title(text: str) -> Widget:
    return Column(Paragraph(bold(text), "label", "map", "amber"), Rule(gap=1), gap=2)


def _came(came: CameModel) -> Widget:
    names: list[Widget] = [Label(came.party, "label", bold=True), Paragraph(bold(came.head))]
    return Column(*names, *([Paragraph(came.members, "label")] if came.members else []), gap=2)
