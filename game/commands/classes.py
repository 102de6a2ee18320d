"""What may be typed for a class: a table opened by its file, and what both sides know, for a wall."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.commands.typed import Command, count, language_arguments, saves_argument
from game.content.classroom import ClassFile
from game.desk.seating import class_called, saves_of, seated
from game.terminal.tables import in_class, table, write
from game.terminal.wall import wall
from game.terminal.world import DONE, World
from game.text.catalogue import Catalogue

if TYPE_CHECKING:
    from game.ui.flow import Flow
    from game.ui.world import Disk


def class_commands(command: Command, say: Catalogue) -> None:
    """Add what opens a table of a class, and the wall."""
    opened = command("table", _table)
    opened.add_argument("file", help=say("cli.class_file"))
    opened.add_argument("--number", type=count, metavar="N", help=say("cli.table_number"))
    opened.add_argument("--new", action="store_true", help=say("cli.table_new"))
    opened.add_argument("--text", action="store_true", help=say("cli.text"))
    opened.add_argument("--write", action="store_true", help=say("cli.table_write"))
    saves_argument(opened, say)

    shown = command("project", _project)
    shown.add_argument("save", help=say("cli.save"))
    shown.add_argument("--text", action="store_true", help=say("cli.project_text"))
    language_arguments(shown, say)
    saves_argument(shown, say)


def _table(world: World, words: argparse.Namespace) -> int:
    if words.write:
        return write(world, words.file)
    file, named = class_called(world.say, words.file), words.saves is not None
    if not words.text:
        no_window = _in_a_window(world, file, words, named=named)
        if not no_window:
            return DONE
        world.console.line(no_window)
    return table(world, file, number=words.number, fresh=words.new, named=named)


def _in_a_window(world: World, file: ClassFile, words: argparse.Namespace, *, named: bool) -> str:
    # Met here and not above, since the text mode starts without pygame.
    from game.ui.classing import begin_class
    from game.ui.world import Disk

    say = in_class(world.say, file)
    disk = Disk(world.say, scenario=file.scenario.id, saves_folder=saves_of(file, world.saves, named=named))
    kept = disk.settings()
    language = say.language if file.language else kept.language
    spoken = disk.speak(language, say.whose or kept.whose)
    seating = seated(spoken, file, words.number)
    return _shown(disk, lambda flow: begin_class(flow, seating, fresh=words.new))


def _project(world: World, words: argparse.Namespace) -> int:
    if not words.text:
        # Met here and not above, since the text mode starts without pygame.
        from game.ui.classing import begin_wall
        from game.ui.world import Disk

        disk = Disk(world.say, saves_folder=world.saves)
        kept = disk.settings()
        disk.speak(words.language or kept.language, words.names or kept.whose)
        no_window = _shown(disk, lambda flow: begin_wall(flow, words.save))
        if not no_window:
            return DONE
        world.console.line(no_window)
    return wall(world, words.save)


def _shown(disk: "Disk", begin: "Callable[[Flow], None]") -> str:
    """Show a flow in a window; return "" when it was closed, or a sentence why none can be opened."""
    from game.ui.app import NoDisplay, open_display
    from game.ui.flow import Flow
    from game.ui.window import run

    try:
        open_display()  # before anything is begun that would have to be saved
    except NoDisplay as reason:
        return str(reason)
    flow = Flow(disk)
    begin(flow)
    run(flow)
    return ""
