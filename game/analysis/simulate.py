"""Many games of two bots: how they ended, what each chair got for itself, and which choices decided.

Who plays is passed in as a function from the numbers of games to what came of them, and so is the executor
that it runs in. A game is a function of its number alone, so that the result is the same for any number of
workers, in one process or several.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass

from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.legal_moves import LegalMoves
from game.rules.legality import refusal
from game.rules.moves import Hold, PartyMove
from game.rules.package import Package
from game.rules.scenario import Scenario, Trigger
from game.rules.state import State, to_move

SHARE = 20
"""Games in a piece of work: the same for any number of workers."""

RECORDS_LIMIT = 2_000
"""Records after which a game is given up; every meeting ends, so that only a fault gets so far."""

Choose = Callable[[State, int, int, int], PartyMove]
"""(state, party, game, ply) -> the move of that party."""

Play = Callable[[range], tuple["Played", ...]]
"""The numbers of games -> what came of each, in their order."""


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one game."""

    number: int  # from 0
    ending: int
    trigger: Trigger
    package: Package  # what was signed; open throughout where nothing was
    signed: bool
    ratified: bool
    surplus: tuple[int, int]  # per party, points above its own reservation value; never to be added
    choices: tuple[int, ...]  # per decision: the choice taken, -1 where it was not put
    records: int
    faults: int  # moves of a bot that were refused, so that another was made


@dataclass(frozen=True, slots=True)
class Spread:
    """What a chair got over several games, on its own scale."""

    least: int
    middle: int  # the lower median
    most: int
    total: int
    below: int  # games with less than nothing


@dataclass(frozen=True, slots=True)
class Family:
    """Games that came to the same: one ending, one signed package, ratified or not."""

    ending: int
    package: Package
    signed: bool
    ratified: bool
    games: int
    surplus: tuple[Spread, Spread]


@dataclass(frozen=True, slots=True)
class Deciding:
    """How the games ended in which a party took a choice.

    `weight` says how far that is from how all the games ended in which the decision was put: the share of
    games, in thousandths, that would have to end otherwise to make the two alike; 0 means that it made no
    difference. It tells what went together, not what caused what.
    """

    decision: int
    choice: int
    games: int
    endings: tuple[int, ...]  # per ending
    weight: int


@dataclass(frozen=True, slots=True)
class Series:
    """What came of many games; `games` in the order of their numbers."""

    games: tuple[Played, ...]
    families: tuple[Family, ...]  # the commonest first
    endings: tuple[int, ...]  # games per ending
    surplus: tuple[Spread, Spread]
    deciding: tuple[Deciding, ...]  # the weightiest first


def simulated(
    scenario: Scenario, play: Play, games: int, executor: Executor, told: Callable[[int], None]
) -> Series:
    """Return what came of the games 0 to `games` - 1.

    Args:
        play: called in the executor; of one that works in other processes it must be picklable.
        told: called with the number of games done whenever a piece of work is.
    """
    pieces = [range(first, min(first + SHARE, games)) for first in range(0, games, SHARE)]
    futures: list[Future[tuple[Played, ...]]] = [executor.submit(play, piece) for piece in pieces]
    done = 0
    try:
        for future in as_completed(futures):
            done += len(future.result())
            told(done)
    except BaseException:
        for future in futures:
            future.cancel()
        raise
    return series(scenario, [one for future in futures for one in future.result()])


def one_game(scenario: Scenario, choose: Choose, seed: int, number: int, *, chance_on: bool = True) -> Played:
    """Play the game `number` of `seed` to its end.

    A move that is refused counts as a fault, and the party holds, or makes the first legal move where it
    may not: one bad move must not end a series.

    Raises:
        RuntimeError: the game does not end.
    """
    state, faults = open_negotiation(scenario).state, 0
    for ply in range(RECORDS_LIMIT):
        due = automatic(scenario, state, seed, number, ply, chance_on)
        if due is None:
            party = to_move(state)
            if party not in (0, 1):
                return _result(state, number, ply, faults)
            move = choose(state, party, number, ply)
            if refusal(scenario, state, party, move) is not None:
                faults += 1
                legal = LegalMoves(scenario, state, party)
                move = Hold() if Hold() in legal else next(iter(legal))
            due = party, move
        state = apply(scenario, state, *due).state
    raise RuntimeError(f"game {number} of seed {seed} does not end within {RECORDS_LIMIT} records")


def _result(state: State, number: int, records: int, faults: int) -> Played:
    outcome = state.outcome
    if outcome is None:
        raise RuntimeError(f"game {number} stands still: nobody is to move and it has not ended")
    first, second = (got - without for got, without in zip(outcome.points, outcome.reservation, strict=True))
    return Played(
        number=number,
        ending=outcome.ending,
        trigger=outcome.trigger,
        package=outcome.package,
        signed=outcome.signed,
        ratified=outcome.ratified,
        surplus=(first, second),
        choices=state.taken,
        records=records,
        faults=faults,
    )


def series(scenario: Scenario, games: Iterable[Played]) -> Series:
    """Return what `games`, in any order, came to."""
    played = tuple(sorted(games, key=lambda one: one.number))
    alike: dict[tuple[int, Package, bool, bool], list[Played]] = {}
    for one in played:
        alike.setdefault((one.ending, one.package, one.signed, one.ratified), []).append(one)
    families = [Family(*key, len(inside), _both(inside)) for key, inside in alike.items()]
    families.sort(key=lambda each: (-each.games, each.ending, each.package, each.ratified))
    counted = Counter(one.ending for one in played)
    return Series(
        games=played,
        families=tuple(families),
        endings=tuple(counted[ending] for ending in range(len(scenario.endings))),
        surplus=_both(played),
        deciding=_deciding(scenario, played),
    )


def _both(games: Sequence[Played]) -> tuple[Spread, Spread]:
    return _spread([one.surplus[0] for one in games]), _spread([one.surplus[1] for one in games])


def _spread(values: list[int]) -> Spread:
    ordered = sorted(values) or [0]
    below = sum(value < 0 for value in values)
    return Spread(ordered[0], ordered[(len(ordered) - 1) // 2], ordered[-1], sum(values), below)


def _deciding(scenario: Scenario, games: Sequence[Played]) -> tuple[Deciding, ...]:
    ended = range(len(scenario.endings))
    found = []
    for index, decision in enumerate(scenario.decisions):
        put = [one for one in games if one.choices[index] >= 0]
        all_ended = Counter(one.ending for one in put)
        for choice in range(len(decision.choices)):
            taken = [one for one in put if one.choices[index] == choice]
            if not taken:
                continue
            mine = Counter(one.ending for one in taken)
            apart = sum(abs(mine[each] * len(put) - all_ended[each] * len(taken)) for each in ended)
            weight = 1000 * apart // (2 * len(put) * len(taken))
            found.append(Deciding(index, choice, len(taken), tuple(mine[each] for each in ended), weight))
    found.sort(key=lambda each: (-each.weight, each.decision, each.choice))
    return tuple(found)
