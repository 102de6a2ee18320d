"""`fork`: a new save that begins with the first moves of another."""

from game.desk.finding import save_called, shown
from game.desk.forking import fork_save
from game.terminal.play import quoted
from game.terminal.world import DONE, World


def fork(world: World, name: str, *, step: int, title: str) -> int:
    """Make a new save from the first `step` moves of a saved game, and say how to go on with it."""
    save = save_called(world.say, name, world.saves)
    path = fork_save(world.say, save, step, name=title, folder=world.saves(), wall=world.wall)
    world.console.line(world.say("fork.made", n=step, where=shown(path)))
    world.console.raw(world.say("play.resume_command", name=quoted(shown(path))))
    return DONE
