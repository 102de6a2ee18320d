"""The ratification: two halls; those who have spoken as faces, empty seats for those who have not."""

from game.ui.kit import (
    Align,
    Canvas,
    Column,
    Grid,
    Label,
    Pad,
    Panel,
    Paragraph,
    Rule,
    Scroll,
    Space,
    Theme,
    Widget,
)
from game.ui.kit.widget import Size
from game.ui.screens.explain_screen import explained
from game.ui.screens.frame import page, said, slanted
from game.ui.screens.home_faces import faces_grid
from game.ui.screens.pieces import button
from game.ui.screens.ratification_presenter import HomeVote, RatificationModel


class RatificationScreen:
    name = "ratification"

    def __init__(self, model: RatificationModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        speaking = Panel(Label(model.speaking, "title", "reading", "light", align="centre"), "dark")
        body = Column(speaking, Grid(*(_hall(home) for home in model.homes), min_width=420, gap=14), gap=14)
        return explained(
            page(
                model.title,
                Scroll("homes", Pad(Align(body, middle=True), 4)),
                Space(),
                button(model.go_on, "brass", size="lead"),
            ),
            model.explanation,
        )


def _hall(home: HomeVote) -> Widget:
    rows: list[Widget] = [
        Label(home.home, "title", "map", bold=True),
        Paragraph(slanted(home.body), colour="faded"),
        Rule(),
    ]
    if home.faces:
        rows.append(faces_grid(home.faces, 180, notes=True))
    if home.waiting:
        rows.append(EmptySeats(home.waiting))
    if home.count:
        rows += [Rule(), Label(home.count, bold=True)]
    if home.result is not None:
        rows.append(said(home.result, "lead"))
    return Panel(Column(*rows, gap=10))


class EmptySeats(Widget):
    """A ring for each who has not spoken yet."""

    def __init__(self, count: int) -> None:
        self.count = count

    def minimum(self, theme: Theme) -> int:
        return theme.px(34)

    def size(self, theme: Theme, width: int) -> Size:
        step = theme.px(34)
        in_row = max(1, width // step)
        return min(width, step * self.count), step * -(-self.count // in_row)

    def draw(self, canvas: Canvas) -> None:
        step, side = canvas.theme.px(34), canvas.theme.px(24)
        in_row = max(1, self.rect.w // step)
        for n in range(self.count):
            seat = self.rect.move(n % in_row * step, n // in_row * step)
            seat.size = (side, side)
            canvas.box(seat, None, "edge", radius=side, line=2, host=False)
