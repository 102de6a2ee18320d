"""A game told again, drawn: the table for reading, the move in focus with the log, the track at the foot."""

from collections.abc import Sequence

from game.ui.kit import (
    Choice,
    Column,
    Columns,
    Dialog,
    Grid,
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
    TextField,
    Theme,
    Widget,
)
from game.ui.screens.explain_screen import explained
from game.ui.screens.frame import chosen, options, slanted
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button, roomy
from game.ui.screens.replay_drawn import (
    caption_card,
    scene_bar,
    scene_board,
    scene_log,
    scene_map,
    scene_time,
)
from game.ui.screens.replay_model import ForkCard, ReplayModel
from game.ui.screens.replay_track import TrackLine, Winding
from game.ui.screens.top_bar import SlimMeter

WIDE, MIDDLING = 1130, 760  # unscaled pixels as words see them


class ReplayScreen:
    name = "replay"

    def __init__(self, model: ReplayModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model, room = self.model, roomy(theme, size)
        wide = room >= WIDE
        body = self._wide() if wide else self._middling() if room >= MIDDLING else self._narrow()
        rows: list[Widget] = [scene_bar(model.scene, model.title, model.whose if wide else "", meters=wide)]
        if model.damage:
            rows.append(Pad(Panel(Paragraph(model.damage, "label", colour="red"), pad=6), 10, 4))
        rows += [Grow(Pad(body, 10, 7)), Pad(self._foot(wide=wide), 10, 6)]
        whole = Winding(Column(*rows, gap=0), model.track)
        whole.begin = model.track.slide.id
        base = Overlay(whole, fork_dialog(model.forking)) if model.forking is not None else whole
        return explained(base, model.explanation)

    def _wide(self) -> Widget:
        model = self.model
        return Columns(
            "columns",
            Pane("state", model.scene.map_heading, self._left(), 270, 0.8),
            Pane("board", model.scene.board_heading, scene_board(model.scene), 420, 1.45),
            Pane("story", model.log_heading, self._story(), 320, 1.1),
            gap=9,
        )

    def _middling(self) -> Widget:
        model = self.model
        tabs = Tabs("parts", (self._caption_tab(), self._log_tab(), self._state_tab()))
        return Columns(
            "columns",
            Pane("board", model.scene.board_heading, scene_board(model.scene), 330, 1.15),
            Pane("side", model.caption_heading, tabs, 300, 1),
            gap=10,
        )

    def _narrow(self) -> Widget:
        model = self.model
        board = Tab("board", model.scene.board_heading, scene_board(model.scene))
        return Tabs("parts", (self._caption_tab(), board, self._log_tab(), self._state_tab()))

    def _caption_tab(self) -> Tab:
        return Tab(
            "caption",
            self.model.caption_heading,
            caption_card(self.model.caption, self.model.caption_heading),
        )

    def _log_tab(self) -> Tab:
        return Tab("log", self.model.log_heading, scene_log(self.model.log, self.model.log_heading))

    def _state_tab(self) -> Tab:
        """Return what stands at the left and in the bar of a wide window."""
        model = self.model
        where = scene_time(model.scene, "label")
        meters = Grid(*(SlimMeter(each) for each in model.scene.meters), min_width=110, gap=10)
        whose = Label(model.whose, "label", "reading", "gilt")
        shown = scene_map(model.scene, 220)
        parts: list[Widget] = [where, whose, meters, self._choices(), *([shown] if shown is not None else [])]
        return Tab("state", model.seats_heading, Scroll("state", Column(*parts, gap=10, pad=6)))

    def _left(self) -> Widget:
        shown = scene_map(self.model.scene, 150)
        first = [Grow(shown)] if shown is not None else [Grow(Space())]
        return Column(*first, self._choices(), gap=8)

    def _choices(self) -> Widget:
        """Return for whom it is told, and which of the documented lines it is."""
        model = self.model
        parts = _choice("seats", model.seats_heading, model.seats, down=False)
        parts += _choice("lines", model.lines_heading, model.lines)
        return Panel(Column(*parts, gap=6), pad=10)

    def _story(self) -> Widget:
        model = self.model
        return Column(
            Grow(caption_card(model.caption, model.caption_heading), 1.1),
            Grow(scene_log(model.log, model.log_heading), 1),
            gap=8,
        )

    def _foot(self, *, wide: bool) -> Widget:
        model = self.model
        size = "label"
        moves = [button(each, size=size) for each in model.moves]
        leave = [
            button(model.fork, "brass" if model.fork.enabled else "plain", size),
            button(model.back, size=size),
        ]
        buttons = (
            Row(*moves, Grow(Space()), *leave, gap=8, lines=6)
            if wide
            else Row(*moves, *leave, gap=7, lines=5)
        )
        return Column(TrackLine(model.track, named=wide), buttons, gap=7)


def _choice(id: str, heading: str, controls: Sequence[Control], *, down: bool = True) -> list[Widget]:
    if not controls:
        return []
    return [
        Label(heading, "label", "reading", bold=True),
        Choice(id, options(controls), chosen(controls), down=down, min_width=115),
    ]


def fork_dialog(card: ForkCard) -> Dialog:
    """Return what is asked before a new game begins: its name, and who plays on."""
    body = Column(
        Paragraph(slanted(card.note), colour="faded"),
        TextField(card.name.id, card.name.text, card.name.label, limit=card.name.limit),
        Label(card.side_heading, "label", "reading", bold=True),
        Choice("fork_sides", options(card.sides), chosen(card.sides), down=True),
        gap=10,
    )
    dialog = Dialog(card.heading, body, (button(card.make, "brass"), button(card.back)), max_width=560)
    dialog.begin = card.name.id
    return dialog
