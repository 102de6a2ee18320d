"""A line of play kept by names, and played again over a scenario that its author has changed meanwhile.

Only the moves of the parties are kept: what chance and the homes do follows from the rules, and from them as
they are now.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game import __version__
from game.content.load import Loaded
from game.desk.local import LocalGame
from game.rules.moves import Move, PartyMove
from game.rules.package import OPEN, Package
from game.rules.scenario import Scenario
from game.session.codec import decode_move, encode_move
from game.session.saves import Header
from game.session.seats import Sitter, author_of, name_of
from game.session.session import Session
from game.session.store import MemoryStore
from game.session.strict import CodecFault, Json
from game.text.catalogue import Catalogue
from game.text.wording import Wording, capital


@dataclass(frozen=True, slots=True)
class Step:
    """A move of a party, by names: it can be tried on any scenario."""

    seat: str  # the party's id
    move: dict[str, Json]
    told: str  # in a sentence, as it was told where it was made


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a line of play could not go on."""

    number: int  # of the move, the first is 1
    told: str  # the move
    why: str  # a sentence


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A line of play as far as it could be played."""

    game: LocalGame
    stop: Stop | None  # None: to its end
    left: tuple[Step, ...]  # the move that stopped it and those after it


@dataclass(frozen=True, slots=True)
class Luck:
    """What chance does in a game that is tried."""

    seed: int = 1
    is_on: bool = True  # else every event of chance turns as usual


def line_of(say: Catalogue, session: Session) -> tuple[Step, ...]:
    """Return the moves of both parties that count, in order."""
    scenario = session.scenario
    wording = Wording(say, scenario, None)
    return tuple(
        Step(
            name_of(scenario, made.author),
            encode_move(scenario, made.move),
            wording.move(made.author, made.move),
        )
        for made in session.mainline
        if made.author in (0, 1)
    )


def rehearse(
    say: Catalogue, scenario: Scenario, loaded: Loaded, steps: Sequence[Step], luck: Luck
) -> Rehearsed:
    """Play `steps` over a scenario from its opening, as far as they have a meaning there and are legal.

    Args:
        loaded: where the scenario came from.
    """
    game = LocalGame(_session(say, scenario, loaded, luck), say)
    for place, step in enumerate(steps):
        why = _refused(say, game, step)
        if why:
            return Rehearsed(game, Stop(place + 1, step.told, capital(why)), tuple(steps[place:]))
    return Rehearsed(game, None, ())


def carried(before: Scenario, package: Package, after: Scenario) -> Package:
    """Return a package by the same names in another scenario; what is not there any more is open.

    >>> from game.content.load import load
    >>> ports = load("two-towns").scenario
    >>> all(option == OPEN for option in carried(ports, (OPEN,) * len(ports.issues), ports))
    True
    """
    chosen = {
        issue.id: issue.options[option].id
        for issue, option in zip(before.issues, package, strict=True)
        if option != OPEN
    }
    return tuple(issue.option_index.get(chosen.get(issue.id, ""), OPEN) for issue in after.issues)


def _session(say: Catalogue, scenario: Scenario, loaded: Loaded, luck: Luck) -> Session:
    header = Header(
        scenario=scenario.id,
        files=tuple(loaded.sources.items()),
        fingerprint=scenario.fingerprint,
        seats=tuple((party.id, Sitter()) for party in scenario.parties),
        seed=luck.seed,
        chance_on=luck.is_on,
        version=__version__,
    )
    session = Session(scenario, header, MemoryStore(say("preview.store")))
    session.brief()
    session.begin()
    return session


def _refused(say: Catalogue, game: LocalGame, step: Step) -> str:
    """Make a move, or return why it cannot be made now; "" where it was made."""
    scenario = game.session.scenario
    party = author_of(scenario, step.seat)
    if party not in (0, 1):
        return say("preview.no_party", id=step.seat)
    try:
        move = decode_move(scenario, step.move)
    except CodecFault as fault:
        return say("preview.no_such", problem=fault.sentence)
    refused = game.make(party, _of_party(move))
    return "" if refused is None else Wording(say, scenario, party).refusal(refused)


def _of_party(move: Move) -> PartyMove:
    assert isinstance(move, PartyMove), f"a party made {move}"
    return move
