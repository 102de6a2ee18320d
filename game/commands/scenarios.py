"""What may be typed about a scenario as it stands: checked, its history played, declared upon, printed."""

import argparse

from game.commands.typed import Command, language_arguments, saves_argument
from game.terminal import errands
from game.terminal.checking import Asked, check
from game.terminal.world import World
from game.text.catalogue import Catalogue


def scenario_commands(command: Command, say: Catalogue) -> None:
    """Add what is done with a scenario."""
    checked = command("check", _check)
    checked.add_argument("path", nargs="+", help=say("cli.path"))
    checked.add_argument("--json", action="store_true", help=say("cli.json"))
    checked.add_argument("--reasons", action="store_true", help=say("cli.reasons"))
    checked.add_argument("--reading", action="store_true", help=say("cli.reading"))
    checked.add_argument("--slack", action="store_true", help=say("cli.slack"))

    history = command("history", _history)
    history.add_argument("scenario", help=say("cli.scenario"))
    language_arguments(history, say)
    history.add_argument("--line", default="", metavar="NAME", help=say("cli.line"))

    declare = command("declare", _declare)
    declare.add_argument("scenario", help=say("cli.scenario"))
    language_arguments(declare, say)
    declare.add_argument("options", nargs="*", metavar="issue=option", help=say("cli.options"))
    declare.add_argument(
        "--from",
        dest="base",
        choices=("history", "opening", "nothing"),
        help=say("cli.base"),
    )
    declare.add_argument("--keep", metavar="NAME", help=say("cli.keep"))
    saves_argument(declare, say)

    printed = command("print", _print)
    printed.add_argument("scenario", help=say("cli.scenario"))
    language_arguments(printed, say)
    whose = printed.add_mutually_exclusive_group()
    whose.add_argument(
        "--for", dest="readers", choices=("students", "teacher"), default="", help=say("cli.for")
    )
    whose.add_argument("--side", default="", metavar="PARTY", help=say("cli.print_side"))
    printed.add_argument("-o", dest="file", metavar="FILE", help=say("cli.file"))
    printed.add_argument("--pdf", metavar="FILE", help=say("cli.pdf"))


def _check(world: World, words: argparse.Namespace) -> int:
    asked = Asked(reasons=words.reasons, leeway=words.slack, reading=words.reading)
    return check(world, words.path, as_json=words.json, asked=asked)


def _history(world: World, words: argparse.Namespace) -> int:
    return errands.history(world, words.scenario, words.line)


def _declare(world: World, words: argparse.Namespace) -> int:
    base = words.base or ("history" if words.keep is None else "opening")
    return errands.declare(world, words.scenario, words.options, base, keep=words.keep)


def _print(world: World, words: argparse.Namespace) -> int:
    # Met here and not above: no other command needs it.
    from game.report.print_pack import print_pack

    return print_pack(
        world, words.scenario, readers=words.readers, side=words.side, file=words.file, pdf=words.pdf
    )
