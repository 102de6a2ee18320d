"""What a replay and a watched game have in common as they are drawn: bar, board, map, the move in focus."""

from game.ui.kit import Column, Grow, Label, Panel, Paragraph, Row, Rule, Scroll, Widget
from game.ui.screens.board_drawn import Sign, board
from game.ui.screens.frame import bold, slanted
from game.ui.screens.map_legend import Legend
from game.ui.screens.map_picture import MapPicture
from game.ui.screens.replay_board import SIDES
from game.ui.screens.replay_model import Caption, Scene
from game.ui.screens.replay_track import VoiceSign
from game.ui.screens.side_drawn import log
from game.ui.screens.table_model import LogEntry
from game.ui.screens.top_bar import Bar, SlimMeter

MARKERS = {"first": SIDES[0], "second": SIDES[1], "you": "", "they": ""}


def scene_bar(scene: Scene, title: str, note: str, *, meters: bool) -> Widget:
    """Return the bar at the head: what is looked at, where and when, the meters where there is room."""
    name = Label(title, "lead", "heading", "light", bold=True)
    if not meters:
        return Bar(Row(name, Label(note or scene.title, "label", colour="gilt"), gap=18, spread=True), down=4)
    left = Column(
        Row(name, Label(note, "small", "reading", "gilt"), gap=16), scene_time(scene, "small"), gap=0
    )
    shown = [SlimMeter(gauge) for gauge in scene.meters]
    return Bar(Row(Grow(left), *shown, gap=20), down=4)


def scene_time(scene: Scene, size: str) -> Widget:
    """Return where and when it is, to be asked of how many meetings and exchanges."""
    words = f"{scene.title}  ·  {scene.when}"
    return Paragraph(slanted(words), size, "reading", "dim", id="time")


def scene_board(scene: Scene) -> Widget:
    """Return the board for reading: open questions as ladders, the rest folded, what its signs mean."""
    open_now = tuple(row for row in scene.rows if row.gap)
    rest = tuple(row for row in scene.rows if not row.gap)
    parts: list[Widget] = [board(open_now)] if open_now else []
    if open_now and rest:
        parts.append(Rule(gap=2))
    parts += [board(rest)] if rest else []
    key = Row(*(Sign(kind, words) for kind, words in scene.key), gap=12, lines=3)
    return Panel(
        Column(Grow(Scroll("board", Column(*parts, gap=8), min_height=100)), Rule(gap=0), key, gap=6), pad=9
    )


def scene_map(scene: Scene, high: float = 200) -> Widget | None:
    """Return the map with its legend, None where the talks are not about its places."""
    if scene.chart is None:
        return None
    return Column(
        Grow(MapPicture(scene.chart.places, high)), Legend(scene.chart.why, scene.chart.legend), gap=5
    )


def caption_card(caption: Caption, heading: str) -> Widget:
    """Return the move in focus: who made it, its sentence, what followed, what is known of it."""
    head = Row(
        Grow(Label(heading, "small", bold=True, colour="amber")),
        Label(caption.number, "small", colour="faded"),
    )
    sentence = Row(
        VoiceSign(caption.voice),
        Grow(Paragraph(bold(caption.sentence), "body", "reading", id=caption.ask.id)),
        gap=9,
        align="top",
        wrap=False,
    )
    rows: list[Widget] = [head, sentence]
    if caption.note:
        rows += [Paragraph(slanted(caption.note), "label", "reading", "faded"), Rule(gap=1)]
    rows += [Paragraph(line, "label", "reading") for line in caption.told]
    rows += [
        Rule(gap=1),
        *(Paragraph(each.label, "small", "control", "faded", id=each.id) for each in caption.worth),
    ]
    return Panel(Scroll(("caption", caption.number), Column(*rows, gap=6), min_height=150), "card", pad=12)


def scene_log(entries: tuple[LogEntry, ...], title: str) -> Widget:
    """Return what happened up to here, the newest last."""
    return log(entries, MARKERS, title)
