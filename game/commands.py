"""The commands of the program as typed: what may be written, and which errand it means; no logic."""

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
from typing import TYPE_CHECKING, NoReturn, TextIO

from game import __version__, places
from game.desk.finding import Trouble, side_called
from game.desk.translating import spoken
from game.terminal import errands
from game.terminal.authoring import author_commands
from game.terminal.checking import Asked, check
from game.terminal.console import WIDTH, Console, Leave
from game.terminal.exploring import explored, outlined_for_spin
from game.terminal.exporting import export
from game.terminal.forking import fork, fork_history
from game.terminal.graphing import FORMATS, graph
from game.terminal.simulating import Files, simulate
from game.terminal.stepping import replayed
from game.terminal.watching import watch
from game.terminal.world import DONE, FAILED, World
from game.text.catalogue import Catalogue

if TYPE_CHECKING:
    from game.ui.app import App

DEBUG_VARIABLE = "PLENIPOTENTIARY_DEBUG"
"""The environment variable that lets an unexpected exception through, as --debug does."""

DEFAULT_SCENARIO = "the-deletion"


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are coded sentences."""

    say: Catalogue

    def error(self, message: str) -> NoReturn:
        print(self.say("error.usage", problem=message, program=self.prog), file=sys.stderr)
        raise SystemExit(FAILED)


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
        words = _words(parser(say), list(argv))
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
    errand: Callable[[World, argparse.Namespace], int] = words.errand
    if errand is _play:
        return _play(world, words, opened)
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
    _Parser.say = say
    top = _Parser(
        prog="main.py",
        description=say("cli.about"),
        epilog=say("cli.codes"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=__version__)
    _debug(top, say, default=False)
    _play_arguments(top, say)
    top.set_defaults(errand=_play)
    commands = top.add_subparsers(title=say("cli.commands"), metavar="")

    play = _command(commands, say, "play", _play)
    play.add_argument("scenario", nargs="?", default=DEFAULT_SCENARIO, help=say("cli.scenario"))
    _play_arguments(play, say)

    checked = _command(commands, say, "check", _check)
    checked.add_argument("path", nargs="+", help=say("cli.path"))
    checked.add_argument("--json", action="store_true", help=say("cli.json"))
    checked.add_argument("--reasons", action="store_true", help=say("cli.reasons"))
    checked.add_argument("--reading", action="store_true", help=say("cli.reading"))
    checked.add_argument("--slack", action="store_true", help=say("cli.slack"))

    shown = _command(commands, say, "preview", _preview)
    shown.add_argument("scenario", help=say("cli.scenario"))
    shown.add_argument("--side", metavar="SIDE", help=say("cli.preview_side"))
    shown.add_argument("--seed", type=int, default=1, metavar="N", help=say("cli.seed"))
    shown.add_argument("--chance", choices=("on", "off"), default="on", help=say("cli.chance"))

    history = _command(commands, say, "history", _history)
    history.add_argument("scenario", help=say("cli.scenario"))
    _language_argument(history, say)
    history.add_argument("--line", default="", metavar="NAME", help=say("cli.line"))

    declare = _command(commands, say, "declare", _declare)
    declare.add_argument("scenario", help=say("cli.scenario"))
    _language_argument(declare, say)
    declare.add_argument("options", nargs="*", metavar="issue=option", help=say("cli.options"))
    declare.add_argument(
        "--from",
        dest="base",
        choices=("history", "opening", "nothing"),
        help=say("cli.base"),
    )
    declare.add_argument("--keep", metavar="NAME", help=say("cli.keep"))
    _saves_argument(declare, say)

    _game_commands(commands, say)
    author_commands(lambda name, errand: _command(commands, say, name, errand), say)

    # main.py takes these two before it comes here; they stand in the help so that nobody has to guess.
    commands.add_parser("test", help=say("cli.test"), add_help=False)
    commands.add_parser("bench", help=say("cli.bench"), add_help=False)
    return top


def _game_commands(commands: "argparse._SubParsersAction[_Parser]", say: Catalogue) -> None:
    """Add what is done with games: watched, told again, forked, handed on, drawn."""
    watching = _command(commands, say, "watch", _watch)
    watching.add_argument("scenario", nargs="?", default=DEFAULT_SCENARIO, help=say("cli.scenario"))
    _language_argument(watching, say)
    watching.add_argument("--as-a", default="", metavar="PERSONA", help=say("cli.as_a"))
    watching.add_argument("--as-b", default="", metavar="PERSONA", help=say("cli.as_b"))
    watching.add_argument("--seed", type=int, metavar="N", help=say("cli.seed"))
    watching.add_argument("--delay", type=_seconds, default=0.0, metavar="S", help=say("cli.delay"))
    watching.add_argument("--games", type=_count, default=1, metavar="N", help=say("cli.games"))
    _saves_argument(watching, say)

    many = _command(commands, say, "simulate", _simulate)
    many.add_argument("scenario", help=say("cli.scenario"))
    many.add_argument("--games", type=_count, default=1000, metavar="N", help=say("cli.simulated"))
    many.add_argument("--workers", type=_count, default=0, metavar="W", help=say("cli.workers"))
    many.add_argument("--as-a", default="", metavar="PERSONA", help=say("cli.as_a"))
    many.add_argument("--as-b", default="", metavar="PERSONA", help=say("cli.as_b"))
    many.add_argument("--seed", type=int, default=1, metavar="S", help=say("cli.seed"))
    many.add_argument("--csv", metavar="FILE", help=say("cli.simulate_csv"))
    many.add_argument("--json", metavar="FILE", help=say("cli.simulate_json"))
    many.add_argument("--chart", metavar="FILE", help=say("cli.chart"))

    explore = _command(commands, say, "explore", _explore)
    explore.add_argument("scenario", help=say("cli.scenario"))
    explore.add_argument("--seconds", type=_seconds, default=30.0, metavar="N", help=say("cli.seconds"))
    explore.add_argument("--json", action="store_true", help=say("cli.explore_json"))
    explore.add_argument("--lines", metavar="FOLDER", help=say("cli.lines"))
    explore.add_argument("--promela", metavar="FILE", help=say("cli.promela"))

    replay = _command(commands, say, "replay", _replay)
    replay.add_argument("save", help=say("cli.replayed"))
    _language_argument(replay, say)
    replay.add_argument("--seat", default="", metavar="PARTY", help=say("cli.seat"))
    replay.add_argument("--at", type=int, metavar="N", help=say("cli.at"))
    replay.add_argument("--line", default="", metavar="NAME", help=say("cli.replay_line"))
    replay.add_argument("--all", dest="whole", action="store_true", help=say("cli.all"))
    _saves_argument(replay, say)

    forked = _command(commands, say, "fork", _fork)
    forked.add_argument("save", help=say("cli.forked"))
    forked.add_argument("--at", type=int, required=True, metavar="N", help=say("cli.fork_at"))
    forked.add_argument("--name", default="", metavar="NAME", help=say("cli.fork_name"))
    forked.add_argument("--line", default="", metavar="NAME", help=say("cli.fork_line"))
    forked.add_argument("--side", default="", metavar="SIDE", help=say("cli.side"))
    forked.add_argument("--against", default="", metavar="PERSONA", help=say("cli.against"))
    _saves_argument(forked, say)

    exported = _command(commands, say, "export", _export)
    exported.add_argument("save", help=say("cli.save"))
    _language_argument(exported, say)
    exported.add_argument("--seat", default="", metavar="PARTY", help=say("cli.seat"))
    form = exported.add_mutually_exclusive_group()
    form.add_argument("--csv", dest="form", action="store_const", const="csv", help=say("cli.csv"))
    form.add_argument("--json", dest="form", action="store_const", const="json", help=say("cli.game_json"))
    exported.add_argument("-o", dest="file", metavar="FILE", help=say("cli.file"))
    exported.set_defaults(form="excerpt")
    _saves_argument(exported, say)

    printed = _command(commands, say, "print", _print)
    printed.add_argument("scenario", help=say("cli.scenario"))
    _language_argument(printed, say)
    whose = printed.add_mutually_exclusive_group()
    whose.add_argument(
        "--for", dest="readers", choices=("students", "teacher"), default="", help=say("cli.for")
    )
    whose.add_argument("--side", default="", metavar="PARTY", help=say("cli.print_side"))
    printed.add_argument("-o", dest="file", metavar="FILE", help=say("cli.file"))

    told = _command(commands, say, "report", _report)
    told.add_argument("save", metavar="SAVE|FOLDER", help=say("cli.reported"))
    _language_argument(told, say)
    told.add_argument("--with-names", action="store_true", help=say("cli.report_names"))
    told.add_argument("--check", metavar="FILE", help=say("cli.report_check"))
    told.add_argument("-o", dest="file", metavar="FILE", help=say("cli.file"))
    _saves_argument(told, say)

    drawn = _command(commands, say, "graph", _graph)
    drawn.add_argument("scenario", help=say("cli.scenario"))
    drawn.add_argument("--format", choices=tuple(FORMATS), default="mermaid", help=say("cli.format"))
    drawn.add_argument("--coverage", nargs="+", metavar="SAVE", help=say("cli.coverage"))
    drawn.add_argument("-o", dest="file", metavar="FILE", help=say("cli.file"))
    _saves_argument(drawn, say)


def _seconds(word: str) -> float:
    """Return a time to wait: up to an hour, or the clock of the system may refuse it."""
    seconds = float(word)
    if not 0 <= seconds <= 3600:
        raise ValueError("a delay is 0 to 3600 seconds")
    return seconds


def _count(word: str) -> int:
    """Return a number of games."""
    count = int(word)
    if count < 1:
        raise ValueError("there is at least one game")
    return count


def _command(
    commands: "argparse._SubParsersAction[_Parser]",
    say: Catalogue,
    name: str,
    errand: Callable[[World, argparse.Namespace], int],
) -> argparse.ArgumentParser:
    """Return the parser of one command."""
    about = say(f"cli.{name}")
    made = commands.add_parser(name, help=about, description=about)
    made.set_defaults(errand=errand)
    _debug(made, say, default=argparse.SUPPRESS)
    return made


def _debug(made: argparse.ArgumentParser, say: Catalogue, *, default: object) -> None:
    made.add_argument("--debug", action="store_true", default=default, help=say("cli.debug"))


def _language_argument(made: argparse.ArgumentParser, say: Catalogue) -> None:
    made.add_argument("--language", metavar="TAG", default="", help=say("cli.language"))
    made.add_argument("--names", metavar="PARTY", default="", help=say("cli.names"))


def _saves_argument(made: argparse.ArgumentParser, say: Catalogue) -> None:
    made.add_argument("--saves", metavar="FOLDER", help=say("cli.saves"))


def _play_arguments(made: argparse.ArgumentParser, say: Catalogue) -> None:
    made.add_argument("--side", metavar="SIDE", help=say("cli.side"))
    made.add_argument("--against", metavar="PERSONA", default="", help=say("cli.against"))
    made.add_argument("--seed", type=int, metavar="N", help=say("cli.seed"))
    made.add_argument("--text", action="store_true", help=say("cli.text"))
    _language_argument(made, say)
    made.add_argument("--resume", metavar="SAVE", help=say("cli.resume"))
    made.add_argument("--chance", choices=("on", "off"), default="on", help=say("cli.chance"))
    _saves_argument(made, say)


def _play(world: World, words: argparse.Namespace, opened: "App | Exception | None" = None) -> int:
    if not words.text and not (words.resume and errands.is_watched(world, words.resume)):
        no_window = _in_a_window(world, words, opened)
        if not no_window:
            return DONE
        world.console.line(no_window)
    if words.resume:
        return errands.play_on(world, words.resume)
    return errands.play_new(
        world,
        getattr(words, "scenario", DEFAULT_SCENARIO),
        side=words.side or "",
        against=words.against,
        seed=words.seed,
        chance_on=words.chance == "on",
    )


def _in_a_window(world: World, words: argparse.Namespace, opened: "App | Exception | None") -> str:
    """Play in a window; return "" when it was closed, or a sentence why none can be opened."""
    # Met here and not above, since the text mode starts without pygame.
    from game.ui.app import App, NoDisplay, open_display
    from game.ui.flow import Flow
    from game.ui.screens.new_game_presenter import NewGame
    from game.ui.window import run
    from game.ui.world import Disk

    try:
        if isinstance(opened, Exception):
            raise opened
        if opened is None:
            open_display()  # before anything is begun that would have to be saved
    except NoDisplay as reason:
        return str(reason)
    name = getattr(words, "scenario", DEFAULT_SCENARIO)
    disk = Disk(world.say, scenario=name, saves_folder=world.saves)
    kept = disk.settings()
    disk.speak(words.language or kept.language, words.names or kept.whose)
    flow = Flow(disk)
    if words.resume:
        flow.resume(words.resume)
    elif words.side or name != DEFAULT_SCENARIO:
        scenario = disk.load(name).scenario
        if scenario is None:
            flow.choose_scenario(name)  # shows what is wrong with its files
        elif words.side:
            persons = side_called(world.say, scenario, words.side)
            seed = "" if words.seed is None else str(words.seed)
            flow.new = NewGame(name, persons, words.against, seed=seed, chance_on=words.chance == "on")
            flow.begin()
    run(flow, opened if isinstance(opened, App) else None)
    return ""


def _preview(world: World, words: argparse.Namespace) -> int:
    """Show a scenario in a window while its author works on it."""
    from game.desk.rehearsal import Luck
    from game.ui.app import NoDisplay, open_display
    from game.ui.flow import Flow
    from game.ui.previewing import begin_preview
    from game.ui.window import run
    from game.ui.world import Disk

    disk = Disk(world.say, scenario=words.scenario, saves_folder=world.saves)
    if disk.file_of(words.scenario) is None:
        raise Trouble(world.say("preview.nothing", name=words.scenario))
    scenario = disk.load(words.scenario).scenario
    party = None
    if words.side and scenario is not None:
        party = side_called(world.say, scenario, words.side)[0]
    try:
        open_display()
    except NoDisplay:
        raise Trouble(world.say("preview.no_window", name=words.scenario)) from None
    flow = Flow(disk)
    begin_preview(flow, words.scenario, party, Luck(words.seed, words.chance == "on"))
    run(flow)
    return DONE


def _check(world: World, words: argparse.Namespace) -> int:
    asked = Asked(reasons=words.reasons, leeway=words.slack, reading=words.reading)
    return check(world, words.path, as_json=words.json, asked=asked)


def _history(world: World, words: argparse.Namespace) -> int:
    return errands.history(world, words.scenario, words.line)


def _declare(world: World, words: argparse.Namespace) -> int:
    base = words.base or ("history" if words.keep is None else "opening")
    return errands.declare(world, words.scenario, words.options, base, keep=words.keep)


def _watch(world: World, words: argparse.Namespace) -> int:
    personas = (words.as_a, words.as_b)
    return watch(world, words.scenario, personas, seed=words.seed, delay=words.delay, games=words.games)


def _simulate(world: World, words: argparse.Namespace) -> int:
    return simulate(
        world,
        words.scenario,
        (words.as_a, words.as_b),
        games=words.games,
        workers=words.workers,
        seed=words.seed,
        files=Files(words.csv, words.json, words.chart),
    )


def _explore(world: World, words: argparse.Namespace) -> int:
    if words.promela is not None:
        return outlined_for_spin(world, words.scenario, words.promela)
    return explored(world, words.scenario, seconds=words.seconds, as_json=words.json, folder=words.lines)


def _replay(world: World, words: argparse.Namespace) -> int:
    return replayed(world, words.save, seat=words.seat, line=words.line, at=words.at, whole=words.whole)


def _fork(world: World, words: argparse.Namespace) -> int:
    if not words.line:
        return fork(world, words.save, step=words.at, title=words.name)
    return fork_history(
        world,
        words.save,
        words.line,
        step=words.at,
        title=words.name,
        side=words.side,
        against=words.against,
    )


def _export(world: World, words: argparse.Namespace) -> int:
    return export(world, words.save, seat=words.seat, form=words.form, file=words.file)


def _print(world: World, words: argparse.Namespace) -> int:
    # Met here and not above: no other command needs it.
    from game.report.print_pack import print_pack

    return print_pack(world, words.scenario, readers=words.readers, side=words.side, file=words.file)


def _report(world: World, words: argparse.Namespace) -> int:
    # Met here and not above: no other command needs it.
    from game.report.errand import report

    return report(world, words.save, names=words.with_names, file=words.file, checked=words.check)


def _graph(world: World, words: argparse.Namespace) -> int:
    return graph(world, words.scenario, format=words.format, games=words.coverage, file=words.file)
