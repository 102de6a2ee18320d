"""`project --text`: what both sides know of a saved game, as lines."""

from game.desk.finding import save_called
from game.desk.public import news_lines, public, public_lines
from game.rules.transcript import mainline, replay
from game.terminal.world import DONE, World

NEWS = 6
"""Lines of what both heard last."""


def wall(world: World, name: str) -> int:
    """Print what both sides know of a saved game, and nothing else."""
    save = save_called(world.say, name, world.saves)
    course = replay(save.scenario, mainline(save.records))
    position = public(save.scenario, course.final)
    news = news_lines(world.say, save.scenario, course.happenings, position)
    world.console.lines(list(public_lines(world.say, position, news[-NEWS:])))
    return DONE
