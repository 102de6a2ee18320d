"""Which numbers of a scenario sway its endings most: each moved as far as the facts of the record let it.

In two looks, since there are hundreds: a short one at every number, moved the way in which it has more room;
then a long one at the leaders, moved both ways. What is played is kept line by line, so that a run that was
stopped goes on where it was.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import Final

from game.analysis.simulate import Played
from game.analysis.sway import Sway, floor_of, sway
from game.content.authored import Authored, authored
from game.content.slack import Leeway, slack
from game.desk.series import Pair
from game.rules.scenario import Scenario

FARTHEST: Final = 5
"""Points that a worth is moved by at most, of about a hundred, even where no fact holds it."""

FARTHEST_STEP: Final = 2
"""Steps that any other number is moved by at most, most of them on scales from 0 to 10."""

FIRST_LOOK: Final = 10
"""The first look has one game for so many of the second."""

LEADERS: Final = 25
"""Numbers that are looked at twice."""

SEEDS: Final = 8
"""Other seeds from which it is told what chance alone would do."""

_WORTHS: Final = ("points.", "linkages.")


@dataclass(frozen=True, slots=True)
class Move:
    """A number and the value that it is given."""

    name: str
    label: str
    value: int
    to: int


@dataclass(frozen=True, slots=True)
class Swayed:
    """What moving a number did."""

    move: Move
    sway: Sway


@dataclass(frozen=True, slots=True)
class Found:
    """What two looks came to."""

    numbers: int  # that can be moved at all
    looked: int  # that were looked at, fewer where the run was stopped
    leaders: tuple[Swayed, ...]  # the weightiest first, each number once
    floor: int  # thousandths, see `floor_of`
    is_whole: bool


def farthest(name: str) -> int:
    """Return by how much the number called `name` is moved at most."""
    is_worth = name.startswith(_WORTHS) or ".reservation." in name
    return FARTHEST if is_worth else FARTHEST_STEP


def moves_of(scenario: Scenario) -> Iterator[tuple[Move, ...]]:
    """Yield for each number the moves that break no fact, at most one each way, the longer one first.

    Raises:
        LookupError: the numbers break a fact as they stand.
    """
    for leeway in slack(scenario, map(_narrowed, authored(scenario))):
        number = leeway.number
        ends = sorted(_ends(leeway), key=lambda to: (-abs(to - number.value), -to))
        moves = tuple(Move(number.name, number.label, number.value, to) for to in ends)
        if moves:
            yield moves


def _narrowed(number: Authored) -> Authored:
    reach = farthest(number.name)
    least, most = max(number.least, number.value - reach), min(number.most, number.value + reach)
    return replace(number, least=least, most=most)


def _ends(leeway: Leeway) -> Iterator[int]:
    number = leeway.number
    down = number.value - number.least if leeway.falls is None else leeway.falls.room
    up = number.most - number.value if leeway.rises is None else leeway.rises.room
    if down > 0:
        yield number.value - down
    if up > 0:
        yield number.value + up


class Kept:
    """What a run has played so far, a line each; one of another run is not gone on with."""

    def __init__(self, head: dict[str, object], lines: Iterable[str], add: Callable[[str], None]) -> None:
        """Take up `lines`; `add` keeps one more.

        Raises:
            ValueError: the lines are of another run, or none of a run at all.
        """
        self._add = add
        self._found: dict[tuple[str, int, int], Sway] = {}
        first, *rest = [json.loads(line) for line in lines] or [None]
        if first is None:
            add(json.dumps(head))
        elif first != head:
            raise ValueError("these are the lines of another run")
        for one in rest:
            self._found[one["name"], one["to"], one["sway"]["games"]] = Sway(**one["sway"])

    def get(self, move: Move, games: int) -> Sway | None:
        """Return what a move did in so many games, None where it was not played yet."""
        return self._found.get((move.name, move.to, games))

    def put(self, move: Move, found: Sway) -> None:
        """Keep what a move did."""
        self._found[move.name, move.to, found.games] = found
        self._add(json.dumps({"name": move.name, "to": move.to, "sway": asdict(found)}))


def swayed(
    pair: Pair,
    moves: Sequence[tuple[Move, ...]],
    games: int,
    executor: Executor,
    workers: int,
    kept: Kept,
    progress: Callable[[int], Callable[[int], None]],
) -> Found:
    """Return which numbers sway how the games of `pair` end.

    Stopped from the keyboard it returns what it has; everything that was played is kept.

    Args:
        games: of the long look.
        workers: pieces of work that are given out ahead.
        progress: called at each look with how many moves there are, and what it returns with those done.
    """
    first = max(1, games // FIRST_LOOK)
    short: list[Swayed] = []
    long: list[Swayed] = []
    floor = 0
    try:
        seeds = [replace(pair, seed=pair.seed + further) for further in range(SEEDS + 1)]
        base, *others = executor.map(_Games(range(games)), seeds)
        floor = floor_of((base, *others))
        look = _Look(base[:first], pair, executor, workers, kept, progress)
        short = list(look.at([each[0] for each in moves]))
        leading = {each.move.name for each in sorted(short, key=_weight)[:LEADERS]}
        look = _Look(base, pair, executor, workers, kept, progress)
        both = [move for each in moves if each[0].name in leading for move in each]
        long = list(look.at(both))
        is_whole = len(long) == len(both)
    except KeyboardInterrupt:
        is_whole = False
    best: dict[str, Swayed] = {}
    for each in sorted(long or short, key=_weight):
        best.setdefault(each.move.name, each)
    return Found(len(moves), len(short), tuple(best.values()), floor, is_whole)


def _weight(each: Swayed) -> tuple[int, int, str]:
    return -each.sway.apart, -each.sway.turned, each.move.name


@dataclass(frozen=True, slots=True)
class _Games:
    """The same games of one pair after the other."""

    numbers: range

    def __call__(self, pair: Pair) -> tuple[Played, ...]:
        return pair(self.numbers)


@dataclass(frozen=True, slots=True)
class _Look:
    """So many games for every move, held against the games without it."""

    base: Sequence[Played]
    pair: Pair
    executor: Executor
    ahead: int
    kept: Kept
    progress: Callable[[int], Callable[[int], None]]

    def at(self, moves: Sequence[Move]) -> Iterator[Swayed]:
        """Yield what each of `moves` did, in their order, with a few pieces of work given out ahead."""
        waiting = iter(moves)
        given: list[tuple[Move, Future[tuple[Played, ...]] | None]] = []
        done, told = 0, self.progress(len(moves))
        try:
            while True:
                given += [self._give(move) for move in islice(waiting, 2 * self.ahead - len(given))]
                if not given:
                    return
                move, future = given.pop(0)
                yield Swayed(move, self._result(move, future))
                done += 1
                told(done)
        finally:
            for _, future in given:
                if future is not None:
                    future.cancel()

    def _give(self, move: Move) -> tuple[Move, "Future[tuple[Played, ...]] | None"]:
        if self.kept.get(move, len(self.base)) is not None:
            return move, None
        played = replace(self.pair, moved=(move.name, move.to))
        return move, self.executor.submit(played, range(len(self.base)))

    def _result(self, move: Move, future: "Future[tuple[Played, ...]] | None") -> Sway:
        found = self.kept.get(move, len(self.base))
        if found is None and future is not None:
            found = sway(self.base, future.result())
            self.kept.put(move, found)
        assert found is not None, "what was not kept was given out"
        return found
