"""What commands share in what may be typed: options that several take, and numbers within bounds."""

import argparse
import sys
from collections.abc import Callable
from typing import NoReturn

from game.terminal.world import FAILED, World
from game.text.catalogue import Catalogue

DEFAULT_SCENARIO = "the-deletion"

Errand = Callable[[World, argparse.Namespace], int]
"""What a command does: from where it runs and the words as read to the exit code."""

Command = Callable[[str, Errand], argparse.ArgumentParser]
"""Makes the parser of a command that has a name and an errand."""


class CommandParser(argparse.ArgumentParser):
    """A parser whose complaints are coded sentences."""

    say: Catalogue

    def error(self, message: str) -> NoReturn:
        print(self.say("error.usage", problem=message, program=self.prog), file=sys.stderr)
        raise SystemExit(FAILED)


def seconds(word: str) -> float:
    """Return a time to wait: up to an hour, or the clock of the system may refuse it."""
    wait = float(word)
    if not 0 <= wait <= 3600:
        raise ValueError("a delay is 0 to 3600 seconds")
    return wait


def count(word: str) -> int:
    """Return a number of games."""
    number = int(word)
    if number < 1:
        raise ValueError("there is at least one game")
    return number


def debug_argument(made: argparse.ArgumentParser, say: Catalogue, *, default: object) -> None:
    """Add the word that lets an unexpected exception through."""
    made.add_argument("--debug", action="store_true", default=default, help=say("cli.debug"))


def language_arguments(made: argparse.ArgumentParser, say: Catalogue) -> None:
    """Add the words for the language and the names of places."""
    made.add_argument("--language", metavar="TAG", default="", help=say("cli.language"))
    made.add_argument("--names", metavar="PARTY", default="", help=say("cli.names"))


def saves_argument(made: argparse.ArgumentParser, say: Catalogue) -> None:
    """Add the word for another folder of saves."""
    made.add_argument("--saves", metavar="FOLDER", help=say("cli.saves"))
