"""A game begun anew or taken up again: who sits where, the seed, the save."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from game import __version__
from game.ai.bot import Bot
from game.ai.registry import PARTNERS, bot_for, bots_for
from game.content.load import Loaded
from game.desk.finding import Trouble, persona_called, stored
from game.desk.local import LocalGame, NotKept
from game.rules.scenario import Scenario
from game.session.faults import SaveFault
from game.session.lifecycle import Phase
from game.session.placed import Placed
from game.session.saves import Header, Save, new_save
from game.session.seats import Sitter
from game.session.session import Session
from game.session.strict import CodecFault
from game.text.catalogue import Catalogue

Files = tuple[tuple[str, str], ...]
"""Name and text of each file of a scenario."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The game that a person wants."""

    persons: tuple[int, ...]  # the parties that persons play
    against: str  # the id of the opponent, "" for the first that may sit there
    seed: int
    chance_on: bool
    folder: Path  # of the saves
    wall: Callable[[], str]  # the time for people
    bots: tuple[str, str] = ("", "")  # per party, who plays it where no person does; "" for `against`
    teams: tuple[str, str] = ("", "")  # per party, what its persons call themselves
    placed: Placed = field(default_factory=Placed)  # what an instructor laid down for the table


def begin(say: Catalogue, scenario: Scenario, loaded: Loaded, wish: Wish) -> LocalGame:
    """Return a new game, its save made.

    Raises:
        Trouble: nobody may sit in the empty chair, or the save cannot be written.
    """
    header = header_of(say, scenario, tuple(loaded.kept.items()), wish)
    bots = _bots(scenario, header)
    try:
        title = wish.placed.name or title_of(scenario, wish.persons)
        store = new_save(wish.folder, title, header)
    except SaveFault as fault:
        raise Trouble(str(fault)) from None
    except CodecFault as fault:
        raise Trouble(say("error.bad_wish", problem=fault.sentence)) from None
    return LocalGame(Session(scenario, header, store, bots=bots, wall=wish.wall), say)


def header_of(say: Catalogue, scenario: Scenario, files: Files, wish: Wish) -> Header:
    """Return what a new game is begun with: who sits where, the seed, the files of its scenario.

    Raises:
        Trouble: nobody may sit in the empty chair.
    """
    sitters: list[Sitter] = [Sitter(name=team) for team in wish.teams]
    for party in (0, 1):
        if party in wish.persons:
            continue
        known = bots_for(scenario, party)
        if not known:
            raise Trouble(say("play.no_personas", party=scenario.parties[party].name))
        wanted = wish.bots[party] or wish.against
        id = persona_called(say, known, wanted) if wanted else known[0]
        sitters[party] = Sitter(id, persona_name(say, scenario, id))
    seats = tuple((party.id, sitter) for party, sitter in zip(scenario.parties, sitters, strict=True))
    return Header(
        scenario=scenario.id,
        files=files,
        fingerprint=scenario.fingerprint,
        seats=seats,
        seed=wish.seed,
        chance_on=wish.chance_on,
        created=wish.wall(),
        version=__version__,
        placed=wish.placed,
    )


def resume(save: Save, say: Catalogue, wall: Callable[[], str]) -> LocalGame:
    """Return the game that a save holds, ready to go on.

    Raises:
        Trouble: the save cannot be written any more.
    """
    save = replace(save, header=_named(say, save.header, save.scenario))
    bots = _bots(save.scenario, save.header)
    try:
        session = Session.resume(save, bots=bots, wall=wall)
    except SaveFault as fault:
        raise Trouble(str(fault)) from None
    game = LocalGame(session, say)
    if session.phase is Phase.LOBBY:
        try:
            game.begin()
        except NotKept as fault:
            session.close()
            raise Trouble(str(fault)) from None
    return game


def _bots(scenario: Scenario, header: Header) -> dict[int, Bot]:
    """Return the opponents that sit in the chairs, by party."""
    return {
        party: bot_for(scenario, sitter.persona, party)
        for party, (_, sitter) in enumerate(header.seats)
        if not sitter.is_person
    }


def told_in(game: LocalGame, say: Catalogue) -> LocalGame:
    """Return a game that goes on in the language of a catalogue; the one it was is not used any more.

    What was played stays: records, save, the reasons that bots gave.
    """
    session = game.session
    scenario = stored(dict(session.header.files), say.language, say.whose)
    header = _named(say, session.header, scenario)
    return LocalGame(session.told_in(scenario, header, _bots(scenario, header)), say)


def _named(say: Catalogue, header: Header, scenario: Scenario) -> Header:
    """Return a header with the opponents called as the scenario calls them now; a save tells them by id."""
    seats = tuple(
        (
            id,
            sitter if sitter.is_person else replace(sitter, name=persona_name(say, scenario, sitter.persona)),
        )
        for id, sitter in header.seats
    )
    return replace(header, seats=seats)


def title_of(scenario: Scenario, persons: tuple[int, ...]) -> str:
    """Return the name of a new save."""
    match persons:
        case ():
            side = "watched"
        case (party,):
            side = scenario.parties[party].id
        case _:
            side = "both"
    return f"{scenario.id}-{side}"


def persona_name(say: Catalogue, scenario: Scenario, id: str) -> str:
    """Return what an opponent is called on screens: by the scenario, or in general as a simple partner."""
    own = next((persona.name for persona in scenario.personas if persona.id == id), "")
    return own or (say(f"partner.{id}") if id in PARTNERS else id.replace("_", " "))


def persona_about(scenario: Scenario, id: str) -> str:
    """Return what is told of an opponent, "" where nothing is."""
    return next((persona.about for persona in scenario.personas if persona.id == id), "")
