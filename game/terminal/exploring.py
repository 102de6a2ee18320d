"""`explore`: what of a scenario can be met, a line of play for each thing, what its author should look at."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from game.analysis.explore import Exploration, explore, patience
from game.analysis.outlining import outlined
from game.analysis.promela import TooLong, promela
from game.analysis.relaxation import relaxed
from game.analysis.things import Kind
from game.desk.finding import Trouble, scenario_called
from game.desk.outgoing import write_whole
from game.desk.plan_called import free_moves
from game.desk.plan_playing import plans_played
from game.desk.proving import prove
from game.desk.series import percent
from game.desk.witnesses import (
    exploration_json,
    id_of,
    id_of_guard,
    is_note,
    keep_witnesses,
    refused_words,
)
from game.rules.scenario import Scenario
from game.terminal.world import DONE, World
from game.text.wording import Wording

PER_LINE = 8
"""Names on a line of a list."""


def explored(world: World, name: str, *, seconds: float | None, as_json: bool, folder: str | None) -> int:
    """Explore a scenario and tell what was found.

    Args:
        seconds: how long at most, about; None for what a scenario of its size may need.
        folder: where a saved game for each witness is written, None for nowhere.
    """
    scenario, loaded = scenario_called(world.say, name)
    plans = [free_moves(play) for play in plans_played(loaded)]
    limit = patience(scenario) if seconds is None else seconds
    found = explore(scenario, limit, time.monotonic, _progress(world), plans)
    files = {}
    if folder is not None:
        files = keep_witnesses(world.say, loaded, found, Path(folder), world.wall)
    prove(loaded)
    if as_json:
        body = exploration_json(scenario, found, files, [each.as_dict() for each in loaded.report])
        world.console.raw(body.decode("utf-8").removesuffix("\n"))
        return DONE
    _tell(world, scenario, found)
    for line in loaded.report.render().splitlines():
        world.console.raw(line)
    if files:
        world.console.line(world.say("explore.kept", n=len(files), where=folder))
    return DONE


def outlined_for_spin(world: World, name: str, file: str) -> int:
    """Write the outline that an exploration goes through as a model in Promela; nothing is searched."""
    scenario, _ = scenario_called(world.say, name)
    outline = outlined(scenario, relaxed(scenario))
    try:
        model = promela(outline, scenario.title)
    except TooLong:
        raise Trouble(world.say("error.too_long_for_spin", name=scenario.id)) from None
    write_whole(world.say, Path(file), model.encode())
    world.console.line(world.say("explore.promela", where=file, n=len(outline.commands)))
    return DONE


def _progress(world: World) -> Callable[[int, int], None]:
    if not sys.stderr.isatty():
        return lambda met, of: None

    def draw(met: int, of: int) -> None:
        full = 40 * met // of
        bar = f"[{'#' * full}{'.' * (40 - full)}]"
        sys.stderr.write(f"\r{bar} {world.say('explore.progress', met=met, of=of)}")
        sys.stderr.flush()

    return draw


def _tell(world: World, scenario: Scenario, found: Exploration) -> None:
    say, console, wording = world.say, world.console, Wording(world.say, scenario, None)
    console.line(say("explore.head", title=scenario.title))
    for kind in Kind:
        met, proved, unmet, of = found.share(kind)
        if of:
            name = say(f"explore.kind.{kind.value}")
            told = say("explore.share", kind=name, met=met, proved=proved, unmet=unmet, of=of)
            console.line(told, indent=2)
    met, proved, unmet, of = found.share()
    console.line(say("explore.all", percent=percent(met + proved, of), met=met, proved=proved, unmet=unmet))
    outline = found.outline
    key = "explore.outline.complete" if outline.complete else "explore.outline.share"
    console.line(say(key, states=outline.states, n=outline.folded, seconds=f"{outline.seconds:.1f}"))
    longest = max(found.lines, key=lambda line: len(line.moves), default=None)
    if longest is not None:
        id = id_of(scenario, longest.thing)
        console.line(say("explore.longest", n=len(longest.moves), id=id))
    if found.proved:
        console.line(say("explore.proved", n=len(found.proved), facts=found.facts))
        _listed(world, [id_of(scenario, thing) for thing in found.proved])
    if found.unmet:
        seconds = f"{found.seconds:.0f}"
        console.line(say("explore.unmet", n=len(found.unmet), states=found.states, seconds=seconds))
        _listed(world, [id_of(scenario, thing) for thing in found.unmet])
    for stuck in found.stuck:
        console.line(say("explore.stuck", n=len(stuck)))
        console.line(" ".join(wording.move(made.author, made.move) for made in stuck[-3:]), indent=2)
    for each in found.one_sided:
        if not (each.proved or is_note(each)):  # what is proved is told with its line, as `check` does
            key = "explore.true_asked" if each.holds else "explore.false_asked"
            console.line(say(key, id=id_of_guard(scenario, each.key), n=each.asked))
    if found.games:
        rare = sorted(
            (found.hits[line.thing], id_of(scenario, line.thing))
            for line in found.lines
            if line.thing.kind not in (Kind.REFUSAL, Kind.OPTION)
        )[:PER_LINE]
        console.line(say("explore.rare", n=found.games))
        _listed(world, [say("explore.hits", id=id, n=hits) for hits, id in rare])
    shown = [line for line in found.lines if line.refused is not None]
    console.line(say("explore.refused", n=len(shown)))
    for line in shown:
        id, words = id_of(scenario, line.thing), refused_words(wording, line)
        console.line(say("explore.refusal", id=id, n=len(line.moves), move=words), indent=2)
    seconds = f"{found.seconds:.1f}"
    console.line(
        say("explore.work", states=found.states, kept=found.kept, seconds=seconds, games=found.games)
    )


def _listed(world: World, names: list[str]) -> None:
    for first in range(0, len(names), PER_LINE):
        world.console.line(", ".join(names[first : first + PER_LINE]), indent=2)
