"""Where the program begins: the title's window first, then what reads and does the words that were typed."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from game import places
from game.text.catalogue import Catalogue, load

if TYPE_CHECKING:
    from game.ui.app import App


def main(
    argv: Sequence[str] | None = None, source: TextIO | None = None, target: TextIO | None = None
) -> int:
    """Carry out a command line and return the exit code.

    Args:
        argv: the words after the program's name, the process's own by default.
        source: what the person types, standard input by default.
        target: what the person reads, standard output by default.
    """
    words = (sys.argv[1:] if argv is None else list(argv)) or _class()
    say = load(places.sentences_file())
    # Nothing asked for means the title: it is shown before the greater part of the program is read.
    opened = None if words or source is not None or target is not None else _title(say)
    from game.commands.carrying_out import carry_out

    return carry_out(words, say, source, target, opened)


def _class() -> list[str]:
    """Return the words that open a table of a class where a class file lies in the person's folder."""
    file = places.home_folder() / places.CLASS_FILE
    return ["table", str(file)] if file.is_file() else []


def _title(say: Catalogue) -> "App | Exception":
    """Return the window with the title on it, or the fault, which is told where all faults are told."""
    from game.ui.opening import opened

    try:
        return opened(say, places.home_folder(), places.saves_folder)
    except Exception as fault:
        return fault
