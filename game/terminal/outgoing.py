"""What a command hands over: to the file that was named, whole or not at all, or to the screen."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from game.desk.finding import Trouble, shown
from game.session.names import SUFFIX
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
    path = Path(file)
    if path.name.endswith(SUFFIX):
        raise Trouble(world.say("error.would_replace_save", name=path.name, suffix=SUFFIX))
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.is_dir():
            raise IsADirectoryError(None, "it is a folder")
        beside.write_bytes(body)
        os.replace(beside, path)
    except (OSError, ValueError) as fault:
        with suppress(OSError, ValueError):
            beside.unlink(missing_ok=True)
        reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
        raise Trouble(world.say("error.not_written", name=file, reason=reason)) from None
    world.console.line(world.say("export.written", where=shown(path)))


def aside(sentence: str) -> None:
    """Tell what is no part of what is handed over, which may be on its way into another program."""
    print(sentence, file=sys.stderr)
