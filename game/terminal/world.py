"""What the commands of the program need of the world, and the exit codes they return.

Exit codes: 0 done; 1 done, and the answer is no (errors found, text not the same, save damaged);
2 what was asked for could not be done, with a coded sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.terminal.console import Console
from game.text.catalogue import Catalogue

DONE, NO, FAILED = 0, 1, 2
"""The exit codes."""


@dataclass(frozen=True, slots=True)
class World:
    """What the commands need of the world, passed in so that tests can make one."""

    console: Console
    say: Catalogue
    saves: Callable[[], Path]  # the folder of the saves, made when it is needed
    seed: int  # for a game that is given none
    wall: Callable[[], str]  # the time for people
    pause: Callable[[float], None]  # waits so many seconds
