"""A whole game in text mode: briefing, the table seat by seat, the end; begun anew or resumed."""

import time
from enum import Enum, auto

from game import places
from game.desk.local import LocalGame, NotKept
from game.desk.timing import clock_of, is_fixed
from game.rules.scenario import Scenario
from game.rules.state import to_move
from game.terminal.chair import After, Chair
from game.terminal.commands import Command, Unknown, parse
from game.terminal.console import Console, Leave
from game.terminal.ending import show_end
from game.terminal.looking import LOOKING
from game.terminal.papers import briefing, rules_check
from game.terminal.table import turn
from game.text.catalogue import Catalogue
from game.text.wording import Wording


class Left(Enum):
    """How a game in text mode was left."""

    ENDED = auto()
    SAVED = auto()  # before its end; it can be resumed


def play(console: Console, game: LocalGame, say: Catalogue, *, resumed: bool) -> Left:
    """Play until the end or until the person leaves; each person's chair is one that no bot sits in."""
    scenario = game.session.scenario
    persons = [party for party, (_, sitter) in enumerate(game.session.header.seats) if sitter.is_person]
    session = game.session
    clock = clock_of(session, time.monotonic, by_lines=True)
    fixed, may_undo = is_fixed(session), session.header.placed.undo
    chairs = {
        party: Chair(console, game, say, party, clock=clock, clock_fixed=fixed, may_undo=may_undo)
        for party in persons
    }
    try:
        if resumed:
            _resumed(console, game, chairs)
        else:
            _begun(console, game, say, chairs)
        _talks(console, game, chairs)
    except (Leave, KeyboardInterrupt):
        return _left(console, game, say)
    except NotKept as fault:
        console.line(str(fault))
        return _left(console, game, say)
    if game.session.state.outcome is None:
        return _left(console, game, say)
    _debrief(console, game, scenario, chairs)
    return Left.ENDED


def _begun(console: Console, game: LocalGame, say: Catalogue, chairs: dict[int, Chair]) -> None:
    """Hand out the papers, one chair after the other, and open the talks."""
    game.session.brief()
    for chair in chairs.values():
        if len(chairs) > 1:
            _pass_to(chair)
        console.line()
        briefing(chair)
        if chair.view.scenario.briefing.rules_check:
            console.line()
            _offer_check(chair)
    game.begin()
    if len(chairs) == 1:
        console.line(say("play.begin"))


def _offer_check(chair: Chair) -> None:
    """Offer the rules check until it is taken or left; the words that only look work here too."""
    console, say = chair.console, chair.say
    questions = len(chair.view.scenario.briefing.rules_check)
    while typed := console.ask(say("briefing.check", n=questions)):
        match parse(typed):
            case Unknown("yes" | "y"):
                return rules_check(chair)
            case Unknown("no" | "n"):
                return None
            case Command("quit"):
                raise Leave
            case Command(name, rest) if name in LOOKING:
                LOOKING[name](chair, rest)
            case Command(name):
                console.line(say("briefing.at_the_table", word=name))
            case Unknown(word, nearest):
                key = "problem.no_command_near" if nearest else "problem.no_command"
                console.line(say(key, word=word, nearest=nearest))
    return None


def _resumed(console: Console, game: LocalGame, chairs: dict[int, Chair]) -> None:
    """Say that the game goes on; what was told before is in the log."""
    for chair in chairs.values():
        chair.told = len(game.news(chair.party))
        console.line(chair.say("play.resumed"))
        break
    for chair in chairs.values():
        chair.told = len(game.news(chair.party))


def _talks(console: Console, game: LocalGame, chairs: dict[int, Chair]) -> None:
    """Give each person their turns until all is over."""
    last: int | None = None
    while True:
        game.advance()
        party = to_move(game.session.state)
        if party not in chairs:
            break
        chair = chairs[party]
        if len(chairs) > 1 and last != party:
            _pass_to(chair)
        last = party
        after = turn(chair)
        if after is After.QUIT:
            raise Leave
        if after is After.UNDONE:
            for each in chairs.values():
                each.told = min(each.told, len(game.news(each.party)))


def _pass_to(chair: Chair) -> None:
    """Clear what the other delegation has read, and wait for this one to sit down."""
    party = chair.view.scenario.parties[chair.party]
    chair.console.hide()
    chair.console.ask(chair.say("play.pass_chair", capital=party.capital))


def _debrief(console: Console, game: LocalGame, scenario: Scenario, chairs: dict[int, Chair]) -> None:
    """Tell the last news and show the end, to each chair its own results."""
    from game.terminal.news import tell

    course = game.replayed()
    for chair in chairs.values():
        if len(chairs) > 1:
            console.line()
            console.line(chair.say("play.results_of", party=scenario.parties[chair.party].name))
        tell(chair)
        wording = Wording(chair.say, scenario, chair.party)
        show_end(console, wording, scenario, course, chair.party, game.guesses(chair.party))
    first = next(iter(chairs.values()))
    console.line()
    console.line(first.say("ending.replay"))
    console.raw(typed(first.say, "ending.replay_command", game.where_saved()))


def _left(console: Console, game: LocalGame, say: Catalogue) -> Left:
    console.line()
    console.line(say("play.goodbye"))
    console.raw(typed(say, "play.resume_text", game.where_saved()))
    console.flush()
    return Left.SAVED


def typed(say: Catalogue, key: str, file: str) -> str:
    """Return the command called `key` with a file's name as both may be typed here."""
    name = f'"{file}"' if any(sign in file for sign in " ()'&;") else file
    return say(key, program=places.program(), name=name)
