"""What may be done now: the actions as cards, the moves of a turn, and who is thinking."""

from game.ui.kit import Card, Column, Grid, Label, Panel, Scroll, Widget
from game.ui.kit.layout import Pad
from game.ui.kit.theme import Theme
from game.ui.kit.widget import Size
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button
from game.ui.screens.table_model import TableModel

ICONS = {
    "sound_out": "human-ear",
    "ask_why": "help",
    "cite": "papers",
    "recall": "papers",
    "cable": "radio-tower",
    "consult": "capitol",
    "decide": "gavel",
    "threaten": "warning",
    "brief": "conversation",
    "hatoyama": "three-friends",
    "hokkaido": "fishing-boat",
    "show": "vote",
    "name": "calendar",
}
STRIP = 164  # height of the strip of cards, unscaled


def _icon(control: Control) -> str:
    name = control.id.removeprefix("action:")
    return next((icon for start, icon in ICONS.items() if name.startswith(start)), "conversation")


def cards(controls: tuple[Control, ...]) -> tuple[Widget, ...]:
    """Return the actions as cards, those open now first; the digits take the first nine."""
    ordered = sorted(controls, key=lambda control: not control.enabled)
    return tuple(_card(control, number) for number, control in enumerate(ordered, start=1))


def _card(control: Control, number: int) -> Card:
    first, *more = control.note.split("\n")
    body = more[0] if more else ""
    cost = "  ·  ".join((first, *more[1:]))
    threat = control.id.startswith("action:threaten")
    return Card(
        control.id,
        control.label,
        body,
        cost=cost if control.enabled else "",
        shortcut=str(number) if control.enabled and number < 10 else "",
        enabled=control.enabled,
        reason=control.reason,
        tone="red" if threat else "baize",
        icon=_icon(control),
    )


def action_strip(controls: tuple[Control, ...]) -> Widget:
    """Return the cards in rows, of which one is in sight."""
    return Scroll("cards", Grid(*cards(controls), min_width=205, gap=10), min_height=STRIP)


def action_list(controls: tuple[Control, ...]) -> Widget:
    """Return the cards as a part that stands alone."""
    return Grid(*cards(controls), min_width=190, gap=10)


def moves_panel(model: TableModel, turn: bool = True) -> Widget:
    """Return whose turn it is and the moves besides an offer."""
    tones = {"walk_out": "red", "sign": "green"}
    icons = {
        "reject": "cross",
        "hold": "hourglass",
        "sign": "quill-ink",
        "walk_out": "exit-door",
        "undo": "backward-time",
    }
    made = []
    for control in model.moves:
        tone = tones.get(control.id, "plain") if control.enabled else "plain"
        made.append(button(control, tone, size="small", icon="" if turn else icons.get(control.id, "")))
    notes = [
        Label(c.note, "small", colour="dim") for c in model.moves if c.note and c.enabled and c.id != "undo"
    ]
    grid = Grid(*made, min_width=140, gap=6)
    if not turn:
        return Panel(Column(grid, *notes, gap=8), "dark", pad=10)
    said = Label(
        model.top.turn, "body", "reading", "gilt" if not model.top.thinking else "light", italic=True
    )
    return Panel(Width(Column(said, grid, gap=7), 350), "dark", pad=10)


class Width(Pad):
    """A part as wide as is said, in unscaled pixels, that grow with the text."""

    def __init__(self, widget: Widget, n: float) -> None:
        super().__init__(widget, 0)
        self.n = n

    def minimum(self, theme: Theme) -> int:
        return max(self.widget.least(theme), theme.wide(self.n))

    def size(self, theme: Theme, width: int) -> Size:
        wide = min(width, self.least(theme))
        return wide, self.widget.measure(theme, wide)[1]
