"""The table drawn: bar, map, board with the offer in hand, tabs, cards. Wide, in two columns, or in tabs."""

from game.ui.kit import (
    Column,
    Columns,
    Dialog,
    Grow,
    Label,
    Overlay,
    Pad,
    Pane,
    Panel,
    Paragraph,
    Row,
    Scroll,
    Space,
    Tab,
    Tabs,
    Theme,
    Widget,
)
from game.ui.screens.action_strip import action_list, action_strip, moves_panel
from game.ui.screens.board_drawn import board, key_line
from game.ui.screens.explain_screen import explained
from game.ui.screens.map_picture import MapPicture
from game.ui.screens.offer_drawn import composer_rest, composer_summary, step_bar, suggested, their_offers
from game.ui.screens.pieces import button, noted, roomy
from game.ui.screens.side_drawn import side_tabs
from game.ui.screens.table_model import Picker, RefusalBox, TableModel
from game.ui.screens.top_bar import slim_bar, state_of, top_bar

WIDE, MIDDLING = 1130, 700  # unscaled pixels as words see them


class TableScreen:
    """The table of one delegation."""

    name = "table"

    def __init__(self, model: TableModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        room = roomy(theme, size)
        if room >= WIDE:
            base = self._wide()
        elif room >= MIDDLING:
            base = self._middling()
        else:
            base = self._narrow()
        return explained(asked(base, self.model), self.model.explanation)

    def _wide(self) -> Widget:
        model = self.model
        middle = Columns(
            "columns",
            Pane("map", model.names.map, self._map(), 300, 0.9),
            Pane("board", model.names.board, self._centre(advice=False), 420, 1.3),
            Pane("side", model.names.offer, self._side(), 300, 1.16),
            gap=12,
        )
        foot = Row(Grow(action_strip(model.actions)), moves_panel(model), gap=12, align="fill", wrap=False)
        step = [step_bar(model.suggestion)] if model.suggestion else []
        inside = Column(*step, Grow(middle), foot, gap=9)
        return Column(top_bar(model.top, model.menu), Grow(Pad(inside, 12, 9)), gap=0)

    def _middling(self) -> Widget:
        model = self.model
        side = Tabs("parts", (*self._parts(), *side_tabs(model.tabs)))
        middle = Columns(
            "columns",
            Pane("board", model.names.board, self._centre(), 330, 1.15),
            Pane("side", model.names.actions, side, 280, 1),
            gap=10,
        )
        return Column(slim_bar(model.top), Grow(Pad(middle, 10, 8)), gap=0)

    def _narrow(self) -> Widget:
        model = self.model
        own = (
            Tab("board", model.names.board, self._centre(pinned=False)),
            *self._parts(),
            *side_tabs(model.tabs),
        )
        return Column(slim_bar(model.top), Grow(Pad(Tabs("parts", own), 6, 5)), gap=0)

    def _parts(self) -> tuple[Tab, ...]:
        """Return what stands beside the board in a wide window, as tabs."""
        model = self.model
        deeds = Column(moves_panel(model, turn=False), action_list(model.actions), gap=10, pad=4)
        offers = Panel(Scroll("offers", their_offers(model)), pad=12)
        map_part = Column(state_of(model.top, model.menu), Grow(self._map(240)), gap=10, pad=8)
        return (
            Tab("actions", model.names.actions, Scroll("deeds", deeds)),
            Tab("offers", model.names.offer, offers),
            Tab("map", model.names.map, Scroll("state", map_part)),
        )

    def _map(self, high: float = 300) -> Widget:
        return MapPicture(self.model.chart.places, self.model.chart.legend, high)

    def _centre(self, advice: bool = True, pinned: bool = True) -> Widget:
        """Return the board with the offer in hand; `pinned` keeps its points and button always in sight."""
        model = self.model
        parts: list[Widget] = [suggested(model.suggestion)] if model.suggestion and advice else []
        parts += [key_line(model.names), board(model.rows)]
        foot: list[Widget] = []
        if model.composer:
            parts.append(composer_rest(model.composer))
            (foot if pinned else parts).append(composer_summary(model.composer))
        scroll = Grow(Scroll("board", Column(*parts, gap=10), min_height=100))
        return Panel(Column(scroll, *foot, gap=8), pad=12)

    def _side(self) -> Widget:
        model = self.model
        tabs = Tabs("side", side_tabs(model.tabs), chosen=f"tab:{model.tabs.shown.value}")
        offers = Panel(Scroll("offers", their_offers(model), min_height=176), pad=12)
        return Column(offers, Grow(tabs), gap=10)


def asked(base: Widget, model: TableModel) -> Widget:
    """Return the table with what it asks first: a refusal's ways on, what an action is meant for."""
    if model.refusal is not None:
        return Overlay(base, refusal_dialog(model.refusal))
    if model.picker is not None:
        return Overlay(base, picker_dialog(model.picker))
    return base


def refusal_dialog(refusal: RefusalBox) -> Dialog:
    """Return why a move was refused, and the ways on with their price."""
    body = Column(
        Label(refusal.sentence.text, "lead", "reading", "red", bold=True),
        *(Paragraph(line) for line in refusal.lines),
        Space(2),
        *(noted(way, "brass") for way in refusal.ways),
        gap=9,
    )
    return Dialog(refusal.heading, body, (button(refusal.back),))


def picker_dialog(picker: Picker) -> Dialog:
    """Return what an action may be taken on."""
    return Dialog(
        picker.heading, Column(*(noted(each) for each in picker.choices), gap=9), (button(picker.back),)
    )
