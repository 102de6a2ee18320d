"""The new game: which talks, which chair, who sits opposite; begin is one key away."""

from collections.abc import Sequence

from game.ui.kit import (
    Align,
    Choice,
    Column,
    Columns,
    Grow,
    Label,
    Option,
    Pad,
    Pane,
    Panel,
    Paragraph,
    Row,
    Rule,
    Scroll,
    Space,
    TextField,
    Theme,
    Tick,
    Widget,
)
from game.ui.screens.frame import bold, options, page, slanted
from game.ui.screens.map_picture import MapPicture
from game.ui.screens.new_game_presenter import Chair, NewGameModel, Opponents, ScenarioCard
from game.ui.screens.parts import Control
from game.ui.screens.pieces import button
from game.ui.screens.stationery import Flag


class NewGameScreen:
    name = "new_game"

    def __init__(self, model: NewGameModel) -> None:
        self.model = model

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        model = self.model
        panes = [Pane("talks", model.scenario_heading, _sheet("talks", self._talks()), 330)]
        if model.chairs:
            side, opposite = _sheet("side", self._side()), _sheet("opposite", self._opposite())
            panes.append(Pane("side", model.side_heading, side, 350, 1.1))
            panes.append(Pane("opposite", model.opponent_heading, opposite, 340, 1.1))
        return page(
            model.title,
            Columns("new_game", *panes, gap=14),
            button(model.back),
            button(model.begin, "brass", size="lead"),
        )

    def _talks(self) -> list[Widget]:
        model = self.model
        rows: list[Widget] = [_heading(model.scenario_heading)]
        rows += [_talk(each) for each in model.scenarios]
        if model.pitch:
            rows.append(Paragraph(slanted(model.pitch), "lead"))
        if model.history is not None:
            rows.append(Align(button(model.history, size="label", icon="open-book"), "left"))
        if model.has_map:
            rows.append(Grow(MapPicture((), high=230)))
        return rows

    def _side(self) -> list[Widget]:
        model = self.model
        rows: list[Widget] = [_heading(model.side_heading)]
        for n, chair in enumerate(model.chairs):
            rows += ([Rule(gap=2)] if n and (chair.flags or model.chairs[n - 1].flags) else []) + [
                _chair(chair)
            ]
        rows += [Grow(Space()), Tick(model.more.id, model.more.label, model.more.on)]
        if model.seed is not None:
            field = model.seed
            rows.append(TextField(field.id, field.text, field.label, limit=field.limit))
        if model.chance is not None:
            rows.append(Tick(model.chance.id, model.chance.label, model.chance.on))
        return rows

    def _opposite(self) -> list[Widget]:
        model = self.model
        rows: list[Widget] = [_heading(model.opponent_heading)]
        if model.hot_seat:
            rows.append(
                Row(*(Flag(party, 72) for each in model.chairs for party in each.flags), gap=16, pad=8)
            )
        rows += [_step(n, each) for n, each in enumerate(model.hot_seat, start=1)]
        if model.paces:
            rows.append(_group(Opponents(model.pace_heading, model.paces), down=False))
            rows += [_group(each) for each in model.opponents]
            return rows + (
                [Tick(model.others.id, model.others.label, model.others.on)] if model.others else []
            )
        plain = model.opponents[-1:] if model.others is None or model.others.on else ()
        rows += [_group(each) for each in model.opponents if each not in plain]
        if model.others is not None:
            rows.append(Tick(model.others.id, model.others.label, model.others.on))
        rows += [_group(each) for each in plain]
        return rows


def _step(number: int, text: str) -> Widget:
    return Row(
        Label(str(number), "title", "map", "amber", bold=True),
        Grow(Paragraph(text, "lead")),
        gap=14,
        align="top",
        wrap=False,
    )


def _sheet(id: str, rows: Sequence[Widget]) -> Widget:
    return Scroll(id, Pad(Panel(Column(*rows, gap=7), pad=14), 3))


def _heading(text: str) -> Widget:
    return Column(Label(text, "title", "reading", bold=True), Rule("edge", 2), gap=4)


def _one(id: str, control: Control, note: str = "") -> Choice:
    """Return one of several that stand apart from each other."""
    option = Option(control.id, control.label, note or control.note)
    return Choice(id, (option,), control.id if control.on else None, down=True)


def _talk(card: ScenarioCard) -> Widget:
    told = "  ·  ".join(part for part in (card.when, card.minutes.rstrip(".")) if part)
    return _one("scenario", card.control, told)


def _chair(chair: Chair) -> Widget:
    if not chair.flags:
        return _one("side", chair.control, chair.hard)
    rows: list[Widget] = [
        Row(Flag(chair.flags[0], 26), Grow(_one("side", chair.control)), gap=12, wrap=False)
    ]
    rows.append(Paragraph(bold(chair.who), "label"))
    rows.append(Paragraph(chair.hard, "label", colour="faded"))
    return Column(*rows, gap=4)


def _group(group: Opponents, *, down: bool = True) -> Widget:
    on = next((each.id for each in group.controls if each.on), None)
    return Column(
        Label(group.heading, "label", "control", "green", bold=True),
        Choice("opponent", options(group.controls), on, down=down),
        gap=5,
    )
