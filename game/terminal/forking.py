"""`fork`: a new save that begins with the first moves of another, of a documented line, or of a plan."""

from pathlib import Path

from game.desk.beginning import Wish
from game.desk.finding import line_called, save_called, scenario_called, shown, side_called
from game.desk.forking import fork_line, fork_plan, fork_save
from game.desk.plan_called import plan_called
from game.terminal.play import typed
from game.terminal.world import DONE, World


def fork(world: World, name: str, *, step: int, title: str) -> int:
    """Make a new save from the first `step` moves of a saved game, and say how to go on with it."""
    save = save_called(world.say, name, world.saves)
    path = fork_save(world.say, save, step, name=title, folder=world.saves(), wall=world.wall)
    return _made(world, path, step)


def fork_written(
    world: World, name: str, *, line: str, plan: str, step: int, title: str, side: str, against: str
) -> int:
    """Make a new save from the first `step` moves of a documented line of a scenario, or of a plan.

    Args:
        line: the documented line, "" for a plan.
        side: who is played by persons from there on, as in `play`; "" for both chairs.
        against: who sits in the other chair, "" for the first that may.
    """
    say = world.say
    scenario, loaded = scenario_called(say, name)
    persons = side_called(say, scenario, side) if side else (0, 1)
    wish = Wish(persons, against, world.seed, True, world.saves(), world.wall)
    files = tuple(loaded.kept.items())
    if line:
        path = fork_line(say, scenario, files, line_called(say, scenario, line), step, title, wish)
    else:
        path = fork_plan(say, scenario, files, plan_called(say, loaded, plan), step, title, wish)
    return _made(world, path, step)


def _made(world: World, path: Path, step: int) -> int:
    world.console.line(world.say("fork.made", n=step, where=shown(path)))
    world.console.raw(typed(world.say, "play.resume_command", shown(path)))
    return DONE
