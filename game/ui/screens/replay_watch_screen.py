"""Two bots at the table, drawn: the table for reading, what they do and why, the pace at the foot."""

from game.ui.kit import (
    Choice,
    Column,
    Columns,
    Grid,
    Grow,
    Label,
    Pad,
    Pane,
    Panel,
    Row,
    Scroll,
    Space,
    Tab,
    Tabs,
    Theme,
    Widget,
)
from game.ui.screens.frame import chosen, options
from game.ui.screens.pieces import button, roomy
from game.ui.screens.replay_drawn import (
    caption_card,
    scene_bar,
    scene_board,
    scene_log,
    scene_map,
    scene_time,
)
from game.ui.screens.replay_model import WatchModel
from game.ui.screens.replay_screen import MIDDLING, WIDE
from game.ui.screens.replay_track import VoiceSign
from game.ui.screens.top_bar import SlimMeter


class WatchScreen:
    name = "watch"

    def __init__(self, model: WatchModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model, room = self.model, roomy(theme, size)
        wide = room >= WIDE
        body = self._wide() if wide else self._tabs(beside=room >= MIDDLING)
        whole = Column(
            scene_bar(model.scene, model.title, model.doing, meters=wide),
            Grow(Pad(body, 10, 7)),
            Pad(self._foot(wide=wide), 10, 6),
            gap=0,
        )
        whole.begin = model.step.id if not model.pause.enabled else model.pause.id
        return whole

    def _wide(self) -> Widget:
        model = self.model
        shown = scene_map(model.scene, 150)
        left = Column(Grow(shown if shown is not None else Space()), self._who(), gap=8)
        return Columns(
            "columns",
            Pane("state", model.scene.map_heading, left, 270, 0.8),
            Pane("board", model.scene.board_heading, scene_board(model.scene), 420, 1.45),
            Pane("story", model.log_heading, self._story(), 320, 1.1),
            gap=9,
        )

    def _story(self) -> Widget:
        model = self.model
        return Column(
            Grow(caption_card(model.caption, model.caption_heading), 1.1),
            Grow(scene_log(model.log, model.log_heading), 1),
            gap=8,
        )

    def _tabs(self, *, beside: bool) -> Widget:
        """Return the parts as tabs, the board `beside` them where there is room for it."""
        model = self.model
        where = scene_time(model.scene, "label")
        meters = Grid(*(SlimMeter(each) for each in model.scene.meters), min_width=110, gap=10)
        shown = scene_map(model.scene, 220)
        state: list[Widget] = [where, meters, self._who(), *([shown] if shown is not None else [])]
        tabs = [
            Tab("caption", model.caption_heading, caption_card(model.caption, model.caption_heading)),
            Tab("log", model.log_heading, scene_log(model.log, model.log_heading)),
            Tab("state", model.scene.map_heading, Scroll("state", Column(*state, gap=10, pad=6))),
        ]
        board = scene_board(model.scene)
        if not beside:
            return Tabs("parts", (tabs[0], Tab("board", model.scene.board_heading, board), *tabs[1:]))
        return Columns(
            "columns",
            Pane("board", model.scene.board_heading, board, 330, 1.15),
            Pane("side", model.caption_heading, Tabs("parts", tabs), 300, 1),
            gap=10,
        )

    def _who(self) -> Widget:
        """Return who plays each side, with its sign on the board."""
        rows = [
            Row(VoiceSign(voice), Grow(Label(name, "label", "reading", bold=True)), gap=9, wrap=False)
            for voice, name in zip(("first", "second"), self.model.who, strict=True)
        ]
        return Panel(Column(*rows, gap=7), pad=10)

    def _foot(self, *, wide: bool) -> Widget:
        model = self.model
        size = "label"
        pace = Choice("pace", options(model.paces), chosen(model.paces), min_width=110)
        ways = [
            button(model.pause, "brass", size),
            button(model.step, size=size),
            button(model.leave, size=size),
        ]
        if not wide:
            return Column(pace, Row(*ways, gap=7, lines=5), gap=6)
        head = Label(model.pace_heading, "label", "reading", "light", bold=True)
        return Panel(Row(head, Grow(pace, 3), *ways, gap=12), "dark", pad=8)
