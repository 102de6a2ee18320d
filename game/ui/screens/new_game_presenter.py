"""The new game: scenario, side, opponent, and under "more" the seed and chance."""

from dataclasses import dataclass

from game.ui.screens.parts import Control, Field


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
