"""The new game: which talks, which side, who sits opposite; begin is one key away."""

from game.ui.kit import (
    Choice,
    Column,
    Grid,
    Option,
    Pad,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    TextField,
    Theme,
    Tick,
    Widget,
)
from game.ui.screens.frame import chosen, options, page, slanted
from game.ui.screens.new_game_presenter import NewGameModel
from game.ui.screens.pieces import button


class NewGameScreen:
    name = "new_game"

    def __init__(self, model: NewGameModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        cards = [each.control for each in model.scenarios]
        talks = [
            Option(each.control.id, each.control.label, each.minutes or each.summary)
            for each in model.scenarios
        ]
        first: list[Widget] = [Choice("scenario", talks, chosen(cards), down=True)]
        if model.pitch:
            first.append(Paragraph(model.pitch))
        panels = [Panel(Column(*first, gap=12), title=model.scenario_heading)]
        if model.sides:
            side = Choice("side", options(model.sides), chosen(model.sides), down=True)
            panels.append(Panel(Column(side, *self._more(), gap=12), title=model.side_heading))
        if model.opponents:
            names = [Option(each.id, each.label) for each in model.opponents]
            opposite: list[Widget] = [Choice("opponent", names, chosen(model.opponents), down=True)]
            if model.about:
                opposite.append(Paragraph(slanted(model.about), colour="faded"))
            panels.append(Panel(Column(*opposite, gap=12), title=model.opponent_heading))
        return page(
            model.title,
            Scroll("new_game", Pad(Grid(*panels, min_width=320, gap=14), 4)),
            button(model.back),
            Row(
                button(model.more, "quiet"), button(model.begin, "brass", size="lead"), gap=12, align="middle"
            ),
        )

    def _more(self) -> list[Widget]:
        model = self.model
        rows: list[Widget] = []
        if model.seed is not None:
            field = model.seed
            rows += [Rule(), TextField(field.id, field.text, field.label, limit=field.limit)]
        if model.chance is not None:
            rows.append(Tick(model.chance.id, model.chance.label, model.chance.on))
        return rows
