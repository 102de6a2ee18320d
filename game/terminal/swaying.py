"""`simulate --slack`: which numbers sway the endings most, each moved as far as the facts let it."""

import os
from pathlib import Path

from game.desk.finding import Trouble, scenario_called, shown
from game.desk.outgoing import write_whole
from game.desk.series import Pair, percent
from game.desk.swaying import FARTHEST, FARTHEST_STEP, Found, Kept, moves_of, swayed
from game.rules.scenario import Scenario
from game.terminal.simulating import executor_of, progress, seated
from game.terminal.world import DONE, NO, World

TOLD = 20
"""Numbers that are told."""


def simulate_slack(
    world: World,
    name: str,
    personas: tuple[str, str],
    *,
    games: int,
    workers: int,
    seed: int,
    kept: str | None,
) -> int:
    """Tell which numbers sway how the games end; exit 1 if it was stopped before the end.

    Args:
        games: of each move of the numbers that lead; the first look at all of them takes a tenth.
        workers: processes; 0 for as many as there are cores.
        kept: the file that keeps what was played; one that is there is gone on with.
    """
    scenario, loaded = scenario_called(world.say, name)
    pair = Pair(tuple(loaded.sources.items()), seated(world, scenario, personas), seed)
    so_far = _kept(world, pair, scenario, games, kept)
    moves = tuple(moves_of(scenario))
    many = workers or os.cpu_count() or 1
    with executor_of(many) as executor:
        found = swayed(pair, moves, games, executor, many, so_far, lambda of: progress(world, of))
    _tell(world, scenario, found)
    return DONE if found.is_whole else NO


def _kept(world: World, pair: Pair, scenario: Scenario, games: int, name: str | None) -> Kept:
    """Return what the file called `name` keeps of this very run, or the beginning of it.

    Raises:
        Trouble: the file is of another run, of none, or cannot be read or written.
    """
    head = {
        "scenario": scenario.fingerprint,
        "personas": list(pair.personas),
        "seed": pair.seed,
        "games": games,
    }
    if name is None:
        return Kept(head, (), lambda line: None)
    file, lines = Path(name), list[str]()

    def add(line: str) -> None:
        lines.append(f"{line}\n")
        write_whole(world.say, file, "".join(lines).encode("utf-8"))

    try:
        if file.exists():
            lines += file.read_text(encoding="utf-8").splitlines(keepends=True)
        return Kept(head, tuple(lines), add)
    except (OSError, ValueError, KeyError, TypeError):
        raise Trouble(world.say("sway.other_run", where=shown(file))) from None


def _tell(world: World, scenario: Scenario, found: Found) -> None:
    say, console = world.say, world.console
    if found.leaders:
        games = found.leaders[0].sway.games
        console.line(
            say("sway.head", n=found.numbers, worth=FARTHEST, step=FARTHEST_STEP, looked=found.looked)
        )
        console.line(say("sway.floor", percent=percent(found.floor, 1000), n=games))
        console.line()
    for place, each in enumerate(found.leaders[:TOLD], start=1):
        move, sway = each.move, each.sway
        label = say("slack.label", label=move.label) if move.label else ""
        console.line(
            say(
                "sway.number",
                place=place,
                name=move.name,
                label=label,
                value=move.value,
                to=move.to,
                percent=percent(sway.apart, 1000),
                turned=percent(sway.turned, sway.games),
            ),
            indent=2,
        )
        if sway.most >= 0:
            key = "sway.more" if sway.by > 0 else "sway.fewer"
            title = scenario.endings[sway.most].title
            console.line(say(key, percent=percent(abs(sway.by), sway.games), title=title), indent=6)
    if not found.is_whole:
        console.line(say("sway.stopped", looked=found.looked, n=found.numbers))
