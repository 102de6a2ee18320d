"""What a command hands over: to the file that was named, whole or not at all, or to the screen."""

import sys
from pathlib import Path

from game.desk.finding import shown
from game.desk.outgoing import write_whole
from game.terminal.world import World


def hand_over(world: World, body: bytes, file: str | None) -> None:
    """Write `body` into `file`, or onto the screen where none was named.

    A file of that name is replaced, but never a saved game: its moves exist nowhere else.

    Raises:
        Trouble: the file is a save, or cannot be written.
    """
    if file is None:
        world.console.raw(body.decode("utf-8").removesuffix("\n"))
        return
    write_whole(world.say, Path(file), body)
    world.console.line(world.say("export.written", where=shown(Path(file))))


def aside(sentence: str) -> None:
    """Tell what is no part of what is handed over, which may be on its way into another program."""
    print(sentence, file=sys.stderr)
