"""The new game: scenario, side, opponent, and under "more" the seed and chance."""

from dataclasses import dataclass

from game.ai.registry import bots_for
from game.desk.beginning import persona_about, persona_name
from game.rules.scenario import Scenario
from game.text.catalogue import Catalogue
from game.text.wording import capital
from game.ui.screens.parts import Control, Field
from game.ui.wishes import (
    Back,
    Begin,
    ChooseOpponent,
    ChooseScenario,
    ChooseSide,
    SetChance,
    ShowMore,
    WriteSeed,
)


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """A scenario that may be chosen; a broken one opens its diagnostics."""

    control: Control
    summary: str
    minutes: str


@dataclass(frozen=True, slots=True)
class NewGameModel:
    """The screen of the new game."""

    title: str
    scenario_heading: str
    scenarios: tuple[ScenarioCard, ...]
    side_heading: str
    sides: tuple[Control, ...]  # each party, then both at one screen
    opponent_heading: str  # "" in hot seat
    opponents: tuple[Control, ...]
    about: str  # of the opponent chosen
    pitch: str  # one sentence: what the player is in for
    more: Control
    seed: Field | None  # where "more" is open
    chance: Control | None
    begin: Control
    back: Control


@dataclass(frozen=True, slots=True)
class Offered:
    """A scenario that is there to be chosen; without one where its file has errors."""

    name: str
    scenario: Scenario | None


@dataclass(frozen=True, slots=True)
class NewGame:
    """The new game as it is put together."""

    name: str = ""  # of the scenario
    persons: tuple[int, ...] = (0,)
    against: str = ""  # "" for the first that may sit there
    more: bool = False
    seed: str = ""
    chance_on: bool = True


def new_game_model(say: Catalogue, offered: tuple[Offered, ...], made: NewGame) -> NewGameModel:
    """Return the screen of the new game."""
    scenario = next((each.scenario for each in offered if each.name == made.name), None)
    ready = scenario is not None and (not made.seed or is_seed(made.seed))
    return NewGameModel(
        title=say("ui.new.title"),
        scenario_heading=say("ui.new.scenario"),
        scenarios=tuple(_card(say, each, made) for each in offered),
        side_heading=say("ui.new.side"),
        sides=_sides(say, scenario, made) if scenario is not None else (),
        opponent_heading=say("ui.new.opponent") if len(made.persons) == 1 else "",
        opponents=_opponents(scenario, made) if scenario is not None else (),
        about=_about(scenario, made) if scenario is not None else "",
        pitch=" ".join(scenario.summary.split()) if scenario is not None else "",
        more=Control("more", say("ui.new.less" if made.more else "ui.new.more"), ShowMore(), on=made.more),
        seed=Field("seed", say("ui.new.seed"), made.seed, WriteSeed, SEED_SIGNS) if made.more else None,
        chance=Control("chance", say("ui.new.chance"), SetChance(not made.chance_on), on=made.chance_on)
        if made.more
        else None,
        begin=Control(
            "begin",
            say("ui.new.begin"),
            Begin(),
            enabled=ready,
            reason="" if ready else say("ui.new.bad_seed" if scenario is not None else "ui.new.choose"),
        ),
        back=Control("back", say("ui.back"), Back()),
    )


SEED_SIGNS = 9


def is_seed(text: str) -> bool:
    """Say whether what was typed can be a seed."""
    return text.isascii() and text.isdigit() and len(text) <= SEED_SIGNS


def _card(say: Catalogue, each: Offered, made: NewGame) -> ScenarioCard:
    scenario = each.scenario
    title = scenario.title if scenario is not None else each.name
    summary = " ".join(scenario.summary.split()) if scenario is not None else say("ui.new.broken")
    control = Control(f"scenario:{each.name}", title, ChooseScenario(each.name), on=each.name == made.name)
    return ScenarioCard(control, summary, say("play.minutes", n=scenario.minutes) if scenario else "")


def _sides(say: Catalogue, scenario: Scenario, made: NewGame) -> tuple[Control, ...]:
    found = [
        Control(
            f"side:{party.id}",
            capital(party.name),
            ChooseSide((index,)),
            party.delegation,
            made.persons == (index,),
        )
        for index, party in enumerate(scenario.parties)
    ]
    both = Control("side:both", say("ui.new.both"), ChooseSide((0, 1)), on=len(made.persons) > 1)
    return (*found, both)


def chair_of_bot(made: NewGame) -> int | None:
    """Return the chair in which a bot sits, None in hot seat."""
    return 1 - made.persons[0] if len(made.persons) == 1 else None


def _opponents(scenario: Scenario, made: NewGame) -> tuple[Control, ...]:
    chair = chair_of_bot(made)
    if chair is None:
        return ()
    known = bots_for(scenario, chair)
    chosen = made.against if made.against in known else known[0] if known else ""
    return tuple(
        Control(
            f"opponent:{id}",
            capital(persona_name(scenario, id)),
            ChooseOpponent(id),
            note=" ".join(persona_about(scenario, id).split()),
            on=id == chosen,
        )
        for id in known
    )


def _about(scenario: Scenario, made: NewGame) -> str:
    return next((each.note for each in _opponents(scenario, made) if each.on), "")
