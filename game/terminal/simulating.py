"""`simulate`: many games of two bots over the cores, and what they came to."""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from game.ai.registry import bots_for
from game.analysis.simulate import SHARE, Series, Spread, simulated
from game.desk.beginning import persona_name
from game.desk.finding import Trouble, persona_called, scenario_called
from game.desk.series import Pair, percent, series_chart, series_csv, series_json
from game.rules.scenario import Scenario
from game.terminal.outgoing import hand_over
from game.terminal.world import DONE, World
from game.text.wording import Wording

FAMILIES, CHOICES = 12, 12
"""How many lines of each table are printed; the files hold all."""


@dataclass(frozen=True, slots=True)
class Files:
    """Where a series is written, None for nowhere."""

    csv: str | None = None
    json: str | None = None
    chart: str | None = None


def simulate(
    world: World,
    name: str,
    personas: tuple[str, str],
    *,
    games: int,
    workers: int,
    seed: int,
    files: Files,
) -> int:
    """Play a series, print what it came to and write the files that were asked for.

    Args:
        workers: processes; 0 for as many as there are cores.
    """
    say = world.say
    scenario, loaded = scenario_called(say, name)
    ids = seated(world, scenario, personas)
    pair = Pair(tuple(loaded.sources.items()), ids, seed)
    many = workers or os.cpu_count() or 1
    began = time.perf_counter()
    with executor_of(min(many, -(-games // SHARE))) as executor:
        found = simulated(scenario, pair, games, executor, progress(world, games))
    elapsed = time.perf_counter() - began
    _tell(world, scenario, found, ids)
    rate = f"{games / elapsed:.1f}"
    world.console.line(say("simulate.time", n=games, seconds=f"{elapsed:.1f}", rate=rate, workers=many))
    if files.csv is not None:
        hand_over(world, series_csv(scenario, found), files.csv)
    if files.json is not None:
        hand_over(world, series_json(scenario, found, pair), files.json)
    if files.chart is not None:
        hand_over(world, series_chart(say, scenario, found), files.chart)
    return DONE


def seated(world: World, scenario: Scenario, wanted: tuple[str, str]) -> tuple[str, str]:
    """Return the ids of the two who play: as wanted, or the first that may.

    Raises:
        Trouble: nobody may sit there, or nobody of that name.
    """
    ids = []
    for party in (0, 1):
        known = bots_for(scenario, party)
        if not known:
            raise Trouble(world.say("play.no_personas", party=scenario.parties[party].name))
        ids.append(persona_called(world.say, known, wanted[party]) if wanted[party] else known[0])
    return ids[0], ids[1]


@contextmanager
def executor_of(workers: int) -> Iterator[Executor]:
    """One worker is a thread of this process; several are processes that begin afresh on every system."""
    if workers == 1:
        with ThreadPoolExecutor(1) as alone:
            yield alone
        return
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as several:
        yield several


def progress(world: World, games: int) -> Callable[[int], None]:
    """Return what draws a bar of signs on the second stream where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        return lambda done: None

    def draw(done: int) -> None:
        full = 40 * done // games
        said = world.say("simulate.progress", done=done, n=games)
        sys.stderr.write(f"\r[{'#' * full}{'.' * (40 - full)}] {said}" + ("\n" if done == games else ""))
        sys.stderr.flush()

    return draw


def _tell(world: World, scenario: Scenario, found: Series, personas: tuple[str, str]) -> None:
    say, console, wording = world.say, world.console, Wording(world.say, scenario, None)
    games = len(found.games)
    for party, id in zip(scenario.parties, personas, strict=True):
        console.line(say("watch.seat", party=party.name, name=persona_name(say, scenario, id)))
    console.line()
    console.line(say("watch.endings", n=games))
    for ending, count in sorted(enumerate(found.endings), key=lambda each: (-each[1], each[0])):
        share = percent(count, games)
        console.line(
            say("simulate.share", percent=share, n=count, title=scenario.endings[ending].title), indent=2
        )
    console.line()
    console.line(say("simulate.surplus"))
    for party, spread in zip(scenario.parties, found.surplus, strict=True):
        told = _spread(world, spread)
        below = say("simulate.below", n=spread.below)
        console.line(f"{say('simulate.chair', party=party.name, told=told)} {below}", indent=2)
    console.line()
    console.line(say("simulate.families", n=len(found.families)))
    for each in found.families[:FAMILIES]:
        text = wording.package(each.package) if each.signed else say("simulate.nothing_signed")
        share = percent(each.games, games)
        title = scenario.endings[each.ending].title
        console.line(say("simulate.share", percent=share, n=each.games, title=title), indent=2)
        console.line(text, indent=4)
        for party, spread in zip(scenario.parties, each.surplus, strict=True):
            told = _spread(world, spread)
            console.line(say("simulate.chair", party=party.name, told=told), indent=4)
    if len(found.families) > FAMILIES:
        console.line(say("simulate.more", n=len(found.families) - FAMILIES), indent=2)
    _tell_choices(world, scenario, found)
    faults = sum(one.faults for one in found.games)
    if faults:
        console.line(say("simulate.faults", n=faults))


def _spread(world: World, spread: Spread) -> str:
    return world.say("simulate.range", least=spread.least, middle=spread.middle, most=spread.most)


def _tell_choices(world: World, scenario: Scenario, found: Series) -> None:
    say, console = world.say, world.console
    if not found.deciding:
        return
    console.line()
    console.line(say("simulate.choices"))
    for each in found.deciding[:CHOICES]:
        decision = scenario.decisions[each.decision]
        choice = decision.choices[each.choice].label
        weight = percent(each.weight, 1000)
        console.line(
            say("simulate.choice", decision=decision.title, choice=choice, n=each.games, percent=weight),
            indent=2,
        )
        most = sorted(enumerate(each.endings), key=lambda one: (-one[1], one[0]))[:3]
        for ending, count in most:
            if count:
                share = percent(count, each.games)
                title = scenario.endings[ending].title
                console.line(say("simulate.share", percent=share, n=count, title=title), indent=4)
    console.line()
