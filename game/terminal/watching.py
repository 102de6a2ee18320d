"""`watch`: two bots play, and the game is told as it goes, in the sentences of `play`."""

from collections import Counter

from game.desk.beginning import Wish, begin, persona_name
from game.desk.finding import scenario_called
from game.desk.local import LocalGame, NotKept
from game.rules.scenario import Scenario
from game.terminal.ending import show_end_to_all
from game.terminal.news import narrate
from game.terminal.play import typed
from game.terminal.world import DONE, World
from game.text.wording import Wording


def watch(
    world: World, name: str, personas: tuple[str, str], *, seed: int | None, delay: float, games: int
) -> int:
    """Let two bots play games, each saved like any other, and tell them.

    Args:
        personas: who plays each party, "" for the first that may.
        seed: of the first game; each further one has the next.
        delay: seconds to wait after each move that is told.
    """
    scenario, loaded = scenario_called(world.say, name)
    first = world.seed if seed is None else seed
    ended: Counter[int] = Counter()
    for number in range(games):
        wish = Wish((), "", first + number, True, world.saves(), world.wall, personas)
        game = begin(world.say, scenario, loaded, wish)
        if games > 1:
            world.console.line()
            world.console.line(world.say("watch.game", number=number + 1, n=games))
        ending = _watched(world, game, delay)
        if ending is None:
            break
        ended[ending] += 1
    if games > 1 and ended:
        _tell_endings(world, scenario, ended)
    return DONE


def watch_on(world: World, game: LocalGame, delay: float = 0) -> int:
    """Tell a saved game of two bots from where it was left to its end."""
    _watched(world, game, delay, told=len(game.news(None)))
    return DONE


def _watched(world: World, game: LocalGame, delay: float, told: int = 0) -> int | None:
    """Tell a game to its end and return the ending; None where it was left before."""
    say, console, scenario = world.say, world.console, game.session.scenario
    wording = Wording(say, scenario, None)
    try:
        if told:
            console.line(say("play.resumed"))
        else:
            _tell_seats(world, game)
            game.begin()
        while True:
            news = game.news(None)
            if len(news) > told:
                narrate(console, wording, news, told)
                told = len(news)
                console.flush()
                if delay > 0 and game.session.state.outcome is None:
                    world.pause(delay)
            if not game.step():
                break
    except (KeyboardInterrupt, NotKept) as left:
        console.line(str(left))
    finally:
        game.session.close()
    outcome = game.session.state.outcome
    if outcome is None:
        console.line(say("play.goodbye"))
        console.raw(typed(say, "play.resume_command", game.where_saved()))
        console.flush()
        return None
    show_end_to_all(console, wording, scenario, game.replayed())
    console.line()
    console.line(say("ending.replay"))
    console.raw(typed(say, "ending.replay_command", game.where_saved()))
    return outcome.ending


def _tell_seats(world: World, game: LocalGame) -> None:
    say, console, header = world.say, world.console, game.session.header
    scenario = game.session.scenario
    console.line(say("play.head", title=scenario.title, summary=" ".join(scenario.summary.split())))
    for party, (_, sitter) in zip(scenario.parties, header.seats, strict=True):
        console.line(say("watch.seat", party=party.name, name=persona_name(say, scenario, sitter.persona)))
    console.line(say("play.seed", seed=header.seed))
    console.line(say("save.already", where=game.where_saved()))


def _tell_endings(world: World, scenario: Scenario, ended: Counter[int]) -> None:
    say, console = world.say, world.console
    console.line()
    console.line(say("watch.endings", n=ended.total()))
    for index, ending in enumerate(scenario.endings):
        if ended[index]:
            console.line(say("watch.ending", title=ending.title, n=ended[index]), indent=2)
