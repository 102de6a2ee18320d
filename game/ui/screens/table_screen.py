"""The table drawn: bar, map, board with the offer in hand, tabs, cards. Wide, in two columns, or in tabs."""

from collections.abc import Hashable

from game.ui.kit import (
    Column,
    Columns,
    Dialog,
    Grow,
    Overlay,
    Pad,
    Pane,
    Panel,
    Rule,
    Scroll,
    Tab,
    Tabs,
    Theme,
    Widget,
)
from game.ui.screens.action_strip import action_strip, cards, opposite_panel
from game.ui.screens.board_drawn import board, key_line
from game.ui.screens.explain_screen import explained
from game.ui.screens.map_legend import Legend
from game.ui.screens.map_picture import MapPicture
from game.ui.screens.offer_drawn import at_home, composer_rest, composer_summary, suggested, their_offers
from game.ui.screens.pieces import button, noted, roomy
from game.ui.screens.refusal_slip import refusal_dialog
from game.ui.screens.side_drawn import side_tabs
from game.ui.screens.table_model import Picker, TableModel
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
        base.begin = self._first()
        return explained(asked(base, self.model), self.model.explanation)

    def _first(self) -> Hashable | None:
        """Return what a newcomer does first: the suggested step, else the first rung of the board."""
        take = self.model.suggestion.take
        if take is not None:
            return take.id
        rungs = ((row.why, rung.put.id) for row in self.model.rows if not row.folded for rung in row.rungs)
        return next(rungs, None)

    def _wide(self) -> Widget:
        model = self.model
        middle = self._centre(wide=True)
        if model.chart.places:
            middle = Columns(
                "middle",
                Pane("map", model.names.map, self._left(), 262, 0.74),
                Pane("board", model.names.board, middle, 420, 1.42),
                gap=8,
            )
        whole = Columns(
            "columns",
            Pane(
                "board", model.names.board, Column(Grow(middle), action_strip(model.actions), gap=8), 700, 2.3
            ),
            Pane("side", model.names.offer, self._side(), 300, 1.02),
            gap=8,
        )
        inside = Column(*self._advised(), Grow(whole), gap=7)
        return Column(top_bar(model.top, model.menu), Grow(Pad(inside, 10, 7)), gap=0)

    def _middling(self) -> Widget:
        model = self.model
        side = Tabs("parts", (*self._parts(), *side_tabs(model.tabs, mine_first=model.names.mine_first)))
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
            *side_tabs(model.tabs, mine_first=model.names.mine_first),
        )
        return Column(slim_bar(model.top), Grow(Pad(Tabs("parts", own), 6, 5)), gap=0)

    def _parts(self) -> tuple[Tab, ...]:
        """Return what stands beside the board in a wide window, as tabs."""
        model = self.model
        deeds = Column(opposite_panel(model), cards(model.actions), gap=10, pad=4)
        offers = Panel(Scroll("offers", their_offers(model)), pad=12)
        islands = (Grow(self._map(240)),) if model.chart.places else ()
        map_part = Column(state_of(model.top, model.menu), *islands, gap=10, pad=8)
        return (
            Tab("actions", model.names.actions, Scroll("deeds", deeds)),
            Tab("offers", model.names.offer, offers),
            Tab("map", model.names.map, Scroll("state", map_part)),
        )

    def _map(self, high: float = 300) -> Widget:
        chart = self.model.chart
        return Column(Grow(MapPicture(chart.places, high)), Legend(chart.why, chart.legend), gap=5)

    def _left(self) -> Widget:
        """Return the map, and under it how home stands."""
        made = self.model.composer
        home = [Panel(at_home(made), pad=9)] if made else []
        return Column(Grow(self._map(130)), *home, gap=8)

    def _centre(self, *, wide: bool = False, pinned: bool = True) -> Widget:
        """Return the board with the offer in hand; `pinned` keeps its points and button always in sight.

        In a wide window advice stands elsewhere, and home beside the map where there is one.
        """
        model = self.model
        parts: list[Widget] = [] if wide else self._advised()
        open_now = tuple(row for row in model.rows if row.gap)
        rest = tuple(row for row in model.rows if not row.gap)
        if open_now:
            parts.append(board(open_now))
        foot: list[Widget] = []
        if model.composer:
            parts.append(composer_rest(model.composer, home=not (wide and model.chart.places)))
            (foot if pinned else parts).append(composer_summary(model.composer))
        (foot if pinned else parts).append(key_line(model.names))
        if rest:
            parts += [*([Rule(gap=2)] if parts else []), board(rest)]
        scroll = Grow(Scroll("board", Column(*parts, gap=8), min_height=100))
        return Panel(Column(scroll, *foot, gap=6), pad=9)

    def _advised(self) -> list[Widget]:
        """Return the next step that is suggested; nothing where nothing is told of it."""
        return [suggested(self.model.suggestion)] if self.model.suggestion.text else []

    def _side(self) -> Widget:
        model = self.model
        tabs = Tabs(
            "side",
            side_tabs(model.tabs, mine_first=model.names.mine_first),
            chosen=f"tab:{model.tabs.shown.value}",
        )
        offers = Panel(Scroll("offers", their_offers(model), min_height=180), pad=10)
        return Column(offers, Grow(tabs), opposite_panel(model), gap=8)


def asked(base: Widget, model: TableModel) -> Widget:
    """Return the table with what it asks first: a refusal's ways on, what an action is meant for."""
    if model.refusal is not None:
        return Overlay(base, refusal_dialog(model.refusal))
    if model.picker is not None:
        return Overlay(base, picker_dialog(model.picker))
    return base


def picker_dialog(picker: Picker) -> Dialog:
    """Return what an action may be taken on."""
    return Dialog(
        picker.heading, Column(*(noted(each) for each in picker.choices), gap=9), (button(picker.back),)
    )
