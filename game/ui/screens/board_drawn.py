"""The board of the table drawn: a ladder for each open question, a line for what is agreed or not ripe."""

import pygame

from game.ui.kit import Column, Fold, Label, Ladder, Row, Rule, Rung, Theme, Widget, paint
from game.ui.kit.canvas import Canvas
from game.ui.kit.widget import Size
from game.ui.screens import table_model as of
from game.ui.screens.pieces import button

ICONS = {
    "islands": "islands",
    "rest": "scroll-unfurled",
    "letters": "envelope",
    "okinawa": "anchor",
    "war": "peace-dove",
    "un": "globe",
    "prisoners": "prisoner",
    "detainees": "prisoner",
    "fisheries": "fishing-boat",
    "fishery": "fishing-boat",
    "trade": "trade",
    "claims": "scales",
    "reparations": "scales",
    "relations": "shaking-hands",
    "instrument": "wax-seal",
    "missing": "prisoner",
    "world": "magnifying-glass",
    "principles": "open-book",
    "alliances": "linked-rings",
    "interference": "house",
    "ratification": "stamper",
    "straits": "compass",
    "demilitarisation": "peace-dove",
}
SIDES = ("ussr", "japan")  # the markers of party 0 and party 1


def board(rows: tuple[of.BoardRow, ...]) -> Widget:
    """Return the board: open ladders first, then what is folded to one line each."""
    parts: list[Widget] = []
    for number, row in enumerate(rows):
        if number:
            parts.append(Rule(gap=0))
        parts.append(_folded(row) if row.folded else _ladder(row))
    return Column(*parts, gap=2)


def _ladder(row: of.BoardRow) -> Widget:
    tone = "faded" if row.steps is None else "green" if row.steps == 0 else "amber"
    ladder = Ladder(
        row.why,
        row.label,
        tuple(_rung(row, rung) for rung in row.rungs),
        gap=row.agreed or row.gap,
        gap_tone="green" if row.agreed else tone,
        icon=ICONS.get(row.id, "quill-ink"),
        mark="light-bulb" if row.suggested else "",
        min_rung=92,
    )
    under: list[Widget] = [Label(line, "small", "reading", "faded", italic=True) for line in row.learnt]
    if row.origin:
        under.append(Label(row.origin, "small", "reading", "faded", italic=True))
    if not row.gap:  # agreed, or not ripe: it can be folded away again
        again = [button(each, size="small") for each in (row.unfold, row.reopen) if each is not None]
        under.append(Row(*again, gap=8))
    return Column(ladder, *under, gap=3)


def _rung(row: of.BoardRow, rung: of.Rung) -> Rung:
    mine, theirs = SIDES if row.mine_left else SIDES[::-1]
    markers = (*((mine,) if rung.mine else ()), *((theirs,) if rung.theirs else ()))
    letters = "/".join(each for each in (rung.mine, rung.theirs) if each not in ("", "*"))
    return Rung(
        rung.put.id,
        f"{rung.label} ({letters})" if letters else rung.label,
        markers,
        "agreed" if rung.agreed else "draft" if rung.chosen else "",
        locked=rung.lock > 0,
        reason=rung.lock_reason or rung.put.note or rung.put.reason,
        note=rung.note,
        signs=rung.signs,
    )


def _folded(row: of.BoardRow) -> Widget:
    return Fold(row.unfold.id, row.label, row.agreed, done=bool(row.agreed))


class Sign(Widget):
    """One sign of the board with what it means; not a control."""

    def __init__(self, kind: str, words: str) -> None:
        self.kind, self.label = kind, Label(words, "small")

    def _left(self, theme: Theme) -> int:
        return theme.px(16) + theme.px(4)

    def minimum(self, theme: Theme) -> int:
        return self._left(theme) + self.label.least(theme)

    def size(self, theme: Theme, width: int) -> Size:
        w, h = self.label.measure(theme, max(1, width - self._left(theme)))
        return w + self._left(theme), max(h, theme.px(16))

    def arrange(self, theme: Theme, rect: pygame.Rect) -> None:
        left = self._left(theme)
        self.label.set_in(theme, pygame.Rect(rect.x + left, rect.y, rect.w - left, rect.h))

    def draw(self, canvas: Canvas) -> None:
        side = canvas.theme.px(16)
        first = canvas.theme.size("small") * 13 // 10
        box = pygame.Rect(self.rect.x, self.rect.y + max(0, first - side) // 2, side, side)
        if self.kind in SIDES:
            canvas.image(box, paint.marker(self.kind, side))
        elif self.kind == "locked":
            canvas.image(box, paint.lock(side, canvas.theme.colour("faded")))
        else:
            fill = "green" if self.kind == "agreed" else "brass"
            canvas.box(box.inflate(-2, -2), fill, "ink", radius=3, host=False)
        self.label.paint(canvas)


def key_line(names: of.PartNames) -> Widget:
    """Return what the signs of the board mean."""
    mine = 0 if names.mine_first else 1
    return Row(
        Sign(SIDES[mine], names.mine),
        Sign(SIDES[1 - mine], names.theirs),
        Sign("draft", names.draft),
        Sign("agreed", names.agreed),
        Sign("locked", names.locked),
        gap=9,
        lines=3,
    )
