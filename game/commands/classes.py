"""What may be typed for a class: a table opened by its file."""

import argparse

from game.commands.typed import Command, saves_argument
from game.desk.seating import class_called
from game.terminal.tables import table, write
from game.terminal.world import World
from game.text.catalogue import Catalogue


def class_commands(command: Command, say: Catalogue) -> None:
    """Add what opens a table of a class."""
    opened = command("table", _table)
    opened.add_argument("file", help=say("cli.class_file"))
    opened.add_argument("--number", type=int, metavar="N", help=say("cli.table_number"))
    opened.add_argument("--new", action="store_true", help=say("cli.table_new"))
    opened.add_argument("--text", action="store_true", help=say("cli.text"))
    opened.add_argument("--write", action="store_true", help=say("cli.table_write"))
    saves_argument(opened, say)


def _table(world: World, words: argparse.Namespace) -> int:
    if words.write:
        return write(world, words.file)
    file = class_called(world.say, words.file)
    return table(world, file, number=words.number, fresh=words.new, named=words.saves is not None)
