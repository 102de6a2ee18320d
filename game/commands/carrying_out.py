"""A command line carried out: read, told where it runs, and every fault a sentence."""

import argparse
import io
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from game import __version__, places
from game.commands.authors import author_commands
from game.commands.classes import class_commands
from game.commands.games import game_commands
from game.commands.playing import play, play_arguments, play_commands
from game.commands.scenarios import scenario_commands
from game.commands.typed import CommandParser, Errand, debug_argument
from game.desk.finding import Trouble
from game.desk.translating import spoken
from game.terminal.console import WIDTH, Console, Leave
from game.terminal.tables import class_file_dropped
from game.terminal.world import DONE, FAILED, World
from game.text.catalogue import Catalogue

if TYPE_CHECKING:
    from game.ui.app import App

DEBUG_VARIABLE = "PLENIPOTENTIARY_DEBUG"
"""The environment variable that lets an unexpected exception through, as --debug does."""


def carry_out(
    argv: Sequence[str],
    say: Catalogue,
    source: TextIO | None = None,
    target: TextIO | None = None,
    opened: "App | Exception | None" = None,
) -> int:
    """Carry out a command line and return the exit code.

    Args:
        argv: the words after the program's name.
        source: what the person types, standard input by default.
        target: what the person reads, standard output by default.
        opened: the window with the title on it, where it is open already, or why it is not.
    """
    reads = source if source is not None else _utf8(sys.stdin)
    writes = target if target is not None else _utf8(sys.stdout)
    try:
        typed = list(argv)
        words = _words(parser(say), ["table", *typed] if class_file_dropped(typed) else typed)
    except SystemExit as left:
        return int(left.code or DONE)
    is_terminal = writes.isatty()
    width = min(WIDTH, shutil.get_terminal_size().columns) if is_terminal else WIDTH
    console = Console(reads, writes, echo=not reads.isatty(), clears=is_terminal, width=max(40, width))
    debug = words.debug or bool(os.environ.get(DEBUG_VARIABLE))
    try:
        return _carried_out(words, say, console, opened)
    except Leave:
        console.line(say("play.goodbye_unsaved"))
        return DONE
    except (Trouble, places.UnwritableFolder) as trouble:
        if isinstance(trouble, Trouble) and trouble.detail:
            print(trouble.detail, end="", file=sys.stderr)
        console.flush()
        print(trouble, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        console.line()
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone; there is nobody to tell
        return DONE
    except Exception as unexpected:
        if debug:
            raise
        what = f"{type(unexpected).__name__}: {unexpected}"
        saved = " ".join(getattr(unexpected, "__notes__", [])) or say("error.unexpected_unsaved")
        console.flush()
        print(say("error.unexpected", what=what, saved=saved), file=sys.stderr)
        return FAILED


def _words(top: argparse.ArgumentParser, argv: list[str]) -> argparse.Namespace:
    """Return the command line as read; issue=option may stand on either side of --from."""
    words, rest = top.parse_known_args(argv)
    if rest and hasattr(words, "options") and not any(word.startswith("-") for word in rest):
        words.options += rest
    elif rest:
        top.error(f"unrecognized arguments: {' '.join(rest)}")
    return words


def _utf8(stream: TextIO) -> TextIO:
    """Let a stream speak UTF-8 where it can be told to, whatever the system's own code page."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream


def _carried_out(
    words: argparse.Namespace, say: Catalogue, console: Console, opened: "App | Exception | None"
) -> int:
    language = getattr(words, "language", "")
    if language:
        say = spoken(say, language, getattr(words, "scenario", None) or "")
    say = replace(say, whose=getattr(words, "names", ""))
    world = World(
        console=console,
        say=say,
        saves=_saves(getattr(words, "saves", None)),
        seed=secrets.randbelow(1_000_000),
        wall=lambda: time.strftime("%Y-%m-%d %H:%M:%S"),
        pause=time.sleep,
    )
    errand: Errand = words.errand
    if errand is play:
        return play(world, words, opened)
    return errand(world, words)


def _saves(folder: str | None) -> Callable[[], Path]:
    """Return how the folder of saves is found; only a command that needs it makes it."""

    def found() -> Path:
        if folder is None:
            return places.saves_folder()
        Path(folder).mkdir(parents=True, exist_ok=True)
        return Path(folder)

    return found


def parser(say: Catalogue) -> argparse.ArgumentParser:
    """Return the parser of every command, its help from the catalogue."""
    CommandParser.say = say
    top = CommandParser(
        prog=places.program(),
        description=say("cli.about"),
        epilog=say("cli.codes"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=__version__)
    debug_argument(top, say, default=False)
    play_arguments(top, say)
    top.set_defaults(errand=play)
    commands = top.add_subparsers(title=say("cli.commands"), metavar="")

    def command(name: str, errand: Errand) -> argparse.ArgumentParser:
        about = say(f"cli.{name}")
        made = commands.add_parser(name, help=about, description=about)
        made.set_defaults(errand=errand)
        debug_argument(made, say, default=argparse.SUPPRESS)
        return made

    play_commands(command, say)
    scenario_commands(command, say)
    game_commands(command, say)
    class_commands(command, say)
    author_commands(command, say)

    if places.checkout():
        # main.py takes these before it comes here; they stand in the help so that nobody has to guess.
        commands.add_parser("test", help=say("cli.test"), add_help=False)
        commands.add_parser("bench", help=say("cli.bench"), add_help=False)
        commands.add_parser("wheels", help=say("cli.wheels"), add_help=False)
    return top
