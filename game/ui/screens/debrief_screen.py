"""The debrief, one step at a time: the steps at the left, the step on paper, back and next at the foot."""

from game.ui.kit import Column, Columns, Grow, Pad, Pane, Row, Scroll, Space, Theme, Widget
from game.ui.screens.debrief_drawn import step_drawn
from game.ui.screens.debrief_model import DebriefModel
from game.ui.screens.frame import page
from game.ui.screens.pieces import button, roomy
from game.ui.screens.stepper import Stepper

WIDE = 840  # unscaled pixels as words see them; below, the steps are a tab
TWO = 1100  # from here on two papers may lie side by side


class DebriefScreen:
    name = "debrief"

    def __init__(self, model: DebriefModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        room = roomy(theme, size)
        step = step_drawn(model, wide=room >= TWO)
        steps = Scroll("steps", Pad(Stepper(model.steps), 4, 8))
        if room >= WIDE:
            body: Widget = Row(Rail(steps), Grow(step), gap=16, align="fill", wrap=False)
        else:
            # Each step has its tabs on its own: after the next one its text is shown, not the steps.
            body = Columns(
                ("debrief", model.number),
                Pane("step", model.title, step, 600),
                Pane("steps", f"{model.number} / {model.of}", steps, 400),
            )
        foot: list[Widget] = [button(model.previous) if model.previous is not None else Space()]
        foot.append(button(model.next, "brass", size="lead"))
        whole = page(model.title, body, *foot, subtitle=f"{model.number} / {model.of} · {model.party}")
        whole.begin = model.next.id
        return whole


class Rail(Column):
    """A column of a width of its own, whatever its words would like."""

    def __init__(self, widget: Widget) -> None:
        super().__init__(Grow(widget), gap=0)

    def minimum(self, theme: Theme) -> int:
        return max(super().minimum(theme), theme.wide(196))

    def size(self, theme: Theme, width: int) -> tuple[int, int]:
        return self.least(theme), super().size(theme, width)[1]
