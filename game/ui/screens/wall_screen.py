"""The wall drawn in large type: where and when, the clock, both sides' offers beside each other, the news."""

from game.ui.kit import (
    Column,
    Grid,
    Grow,
    HeaderBar,
    Label,
    Pad,
    Panel,
    Paragraph,
    Row,
    Scroll,
    Theme,
    Widget,
)
from game.ui.kit.widgets.table import Table
from game.ui.screens.frame import bold
from game.ui.screens.pieces import button, roomy
from game.ui.screens.wall_presenter import WallModel, WallRow

WIDE = 900  # unscaled pixels as words see them
FEW = 6  # questions that leave room for larger type


class WallScreen:
    name = "wall"

    def __init__(self, model: WallModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        wide = roomy(theme, size) >= WIDE
        parts: list[Widget] = [self._when(wide), Panel(self._table(), pad=18)]
        rest = [each for each in (self._news(), self._agreed()) if each is not None]
        if rest:
            parts.append(Grid(*rest, min_width=380, gap=12))
        body = Scroll("wall", Pad(Column(*parts, gap=12), 16 if wide else 8, 12))
        foot = Pad(Row(button(model.back), gap=12), 16, 8)
        whole = Column(HeaderBar(model.title, model.table), Grow(body), foot, gap=0)
        whole.begin = model.back.id
        return whole

    def _when(self, wide: bool) -> Widget:
        model = self.model
        quiet = "  ·  ".join(each for each in (*model.meters, model.before) if each)
        left = Column(
            Paragraph(model.when, "title", "reading", "light"),
            *(Paragraph(line, "lead", "reading", "dim") for line in (model.left, quiet) if line),
            gap=3,
        )
        turn = Label(model.turn, "title", "heading", "gilt", bold=True)
        clock = [Label(line, "title", "heading", "light", bold=True) for line in model.clock]
        if wide:
            return Row(Grow(left), Column(turn, *clock, gap=3), gap=30, align="top", wrap=False)
        return Column(left, turn, *clock, gap=6)

    def _table(self) -> Widget:
        model = self.model
        if not model.rows:
            return Paragraph(model.none, "title")
        size = "title" if len(model.rows) <= FEW else "lead"
        rows = [_row(row, size) for row in model.rows]
        return Table(model.heads, rows, weights=(1, 1, 1), size=size)

    def _agreed(self) -> Widget | None:
        model = self.model
        if not model.agreed:
            return None
        rows = (Paragraph(f"✓ {line}", "lead", colour="green") for line in model.agreed)
        return Panel(Column(Paragraph(bold(model.agreed_heading), "lead"), *rows, gap=6), pad=16)

    def _news(self) -> Widget | None:
        model = self.model
        if not model.news:
            return None
        lines = (Paragraph(line, "lead") for line in model.news)
        return Panel(Column(Paragraph(bold(model.news_heading), "lead"), *lines, gap=6), pad=16)


def _row(row: WallRow, size: str) -> tuple[Widget, ...]:
    tone = "green" if row.is_level else "ink"
    offers = (Label(each or "-", size, bold=row.is_level, colour=tone) for each in row.offers)
    return (Label(row.question, size), *offers)
