"""`graph`: a scenario drawn as text, marked with how many of some saved games passed each part."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from game.analysis.coverage import Coverage, coverage
from game.desk.diagram import diagram
from game.desk.dot import dot
from game.desk.finding import Trouble, save_called, scenario_called
from game.desk.mermaid import mermaid
from game.rules.scenario import Scenario
from game.rules.transcript import mainline
from game.session.saves import Save, saves_in
from game.terminal.outgoing import aside, hand_over
from game.terminal.world import DONE, World
from game.text.wording import Wording

FORMATS = {"mermaid": mermaid, "dot": dot}
"""The languages in which a diagram can be written."""


def graph(world: World, name: str, *, format: str, games: Sequence[str] | None, file: str | None) -> int:
    """Write the diagram of a scenario.

    Args:
        games: saves, or folders of saves, whose games are counted; None not to count.
    """
    scenario, _ = scenario_called(world.say, name)
    cover: Coverage | None = None
    if games is not None:
        found = list(_played(world, scenario, games))
        if not found:
            raise Trouble(world.say("error.no_games", scenario=scenario.id))
        cover = coverage(scenario, (mainline(save.records) for save in found))
    drawn = FORMATS[format](diagram(Wording(world.say, scenario, None), cover))
    hand_over(world, drawn.encode("utf-8"), file)
    return DONE


def _played(world: World, scenario: Scenario, games: Sequence[str]) -> Iterator[Save]:
    """Yield the saves meant; what cannot be counted is told on the second stream and left out."""
    for named in games:
        inside = saves_in(Path(named)) if Path(named).is_dir() else ()
        for each in [str(path) for path in inside] or [named]:
            try:
                save = save_called(world.say, each, world.saves)
            except Trouble as trouble:
                if not inside:
                    raise
                aside(world.say("diagram.not_a_save", reason=trouble))
                continue
            if save.scenario.fingerprint == scenario.fingerprint:
                yield save
                continue
            key = "other_scenario" if save.scenario.id != scenario.id else "other_version"
            aside(world.say(f"diagram.{key}", name=save.path.name, scenario=save.scenario.id))
