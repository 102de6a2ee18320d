"""What may be typed to play: in a window where one can be opened, else as lines of text."""

import argparse
from typing import TYPE_CHECKING

from game.commands.typed import DEFAULT_SCENARIO, Command, language_arguments, saves_argument
from game.desk.finding import Trouble, side_called
from game.terminal import errands
from game.terminal.world import DONE, World
from game.text.catalogue import Catalogue

if TYPE_CHECKING:
    from game.ui.app import App


def play_commands(command: Command, say: Catalogue) -> None:
    """Add what opens a game or a scenario to be played."""
    played = command("play", play)
    played.add_argument("scenario", nargs="?", default=DEFAULT_SCENARIO, help=say("cli.scenario"))
    play_arguments(played, say)

    shown = command("preview", _preview)
    shown.add_argument("scenario", help=say("cli.scenario"))
    shown.add_argument("--side", metavar="SIDE", help=say("cli.preview_side"))
    shown.add_argument("--seed", type=int, default=1, metavar="N", help=say("cli.seed"))
    shown.add_argument("--chance", choices=("on", "off"), default="on", help=say("cli.chance"))


def play_arguments(made: argparse.ArgumentParser, say: Catalogue) -> None:
    """Add how a game is to be played; these stand without a command too."""
    made.add_argument("--side", metavar="SIDE", help=say("cli.side"))
    made.add_argument("--against", metavar="PERSONA", default="", help=say("cli.against"))
    made.add_argument("--seed", type=int, metavar="N", help=say("cli.seed"))
    made.add_argument("--text", action="store_true", help=say("cli.text"))
    language_arguments(made, say)
    made.add_argument("--resume", metavar="SAVE", help=say("cli.resume"))
    made.add_argument("--chance", choices=("on", "off"), default="on", help=say("cli.chance"))
    saves_argument(made, say)


def play(world: World, words: argparse.Namespace, opened: "App | Exception | None" = None) -> int:
    """Play, in the window that is open already where there is one, or go on with a saved game."""
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
