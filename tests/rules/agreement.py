"""Both engines side by side: the same refusals, and after every move the same table and the same told.

    python -m tests.rules.agreement --scenarios 2000 --games 20 --workers 2

prints how much was compared, and what of the format and the rules was never met. A difference is told with
the scenario, the game, the moves so far and what each engine says.
"""

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from random import Random

from game.rules import apply as engine
from game.rules import chance, home, legality
from game.rules.happenings import Happening
from game.rules.moves import (
    Accept,
    Answer,
    Broadcast,
    Decide,
    Draw,
    Expire,
    Hold,
    Inject,
    Move,
    Pause,
    Resume,
    Sign,
    Vote,
    WalkOut,
)
from game.rules.refusals import Refusal, Why
from game.rules.scenario import Scenario
from game.rules.state import to_move
from tests.rules import features, literal
from tests.rules.attempting import attempt, author_of
from tests.rules.generating import generated
from tests.rules.projecting import facts, projection

ATTEMPTS = 8
"""Moves tried at each position, legal or not."""

PLIES = 300
"""Records after which a game is given up; none should last so long."""


class Differs(AssertionError):
    """The two engines say different things."""


@dataclass
class Figures:
    """What was compared, and what was met on the way."""

    scenarios: int = 0
    games: int = 0
    moves: int = 0
    refusals: int = 0
    met: Counter = field(default_factory=Counter)

    def add(self, other: "Figures") -> None:
        for name in ("scenarios", "games", "moves", "refusals"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.met.update(other.met)

    def unmet(self) -> list[str]:
        """Return what of `features.EVERYTHING` was never met."""
        return sorted(name for name in features.EVERYTHING if not self.met[name])


def told(found: Refusal | None):
    """Return an engine's refusal as the second engine writes it: the code and, where said, the place."""
    if found is None:
        return None
    match found.why:
        case Why.BEYOND_MANDATE:
            return found.why.value, tuple(sorted(found.orders))
        case Why.REQUIRED_OPEN | Why.NO_FULL_POWERS:
            return found.why.value, tuple(sorted(found.issues))
        case Why.CHOICE_CLOSED:
            return found.why.value, told(found.because)
    placed = (
        Why.NEEDS,
        Why.NOT_ON_AGENDA,
        Why.ISSUE_CLOSED,
        Why.NOT_IN_OFFER,
        Why.NOT_AGREED,
        Why.ALREADY_KNOWN,
    )
    return found.why.value, found.issue if found.why in placed else None


class Table:
    """A game played by both engines at once."""

    def __init__(self, sc: Scenario, figures: Figures) -> None:
        self.sc = sc
        self.figures = figures
        opened = engine.open_negotiation(sc)
        self.state = opened.state
        self.other = literal.begun(sc)
        self.line: list[tuple[int, Move]] = []
        self.check()
        self.hear(opened.happenings)

    def check(self) -> None:
        one, two = projection(self.sc, self.state), literal.projection(self.sc, self.other)
        if one != two:
            lines = [f"{key}: {one[key]!r}, literally {two[key]!r}" for key in one if one[key] != two[key]]
            raise Differs("\n  ".join([self.story(), *lines]))

    def hear(self, happenings: tuple[Happening, ...]) -> None:
        """Hold what is told of a move against what the second engine noted of it."""
        one, two = facts(happenings), literal.told(self.other)
        if one != two:
            alone = [f"told: {fact}" for fact in one if fact not in two]
            alone += [f"literally: {fact}" for fact in two if fact not in one]
            raise Differs(
                "\n  ".join([self.story(), *(alone or ["something is told twice, literally once"])])
            )

    def story(self) -> str:
        return "\n  ".join(["after", *(f"{author} {move}" for author, move in self.line)])

    def refusal(self, author: int, move: Move):
        """Return the refusal on which both engines agree."""
        one = told(legality.refusal(self.sc, self.state, author, move))
        two = literal.refused(self.sc, self.other, author, move)
        if one != two:
            raise Differs(f"{self.story()}\n  then {author} {move}: {one}, literally {two}")
        self._count(one)
        return one

    def _count(self, found) -> None:
        self.figures.refusals += 1
        while found is not None and found[0] == "CHOICE_CLOSED":
            self.figures.met["refused CHOICE_CLOSED"] += 1
            found = found[1]
        if found is None:
            return
        why, place = found
        self.figures.met[f"refused {why}"] += 1
        if why == "NO_FULL_POWERS" and place:
            self.figures.met["powers end at an issue"] += 1
        if why == "BEYOND_MANDATE" and any(self.sc.orders[order].issue is None for order in place):
            self.figures.met["order on a combination"] += 1

    def make(self, author: int, move: Move) -> None:
        self.line.append((author, move))
        before = self.state
        applied = engine.apply(self.sc, before, author, move)
        self.state = applied.state
        literal.play(self.sc, self.other, author, move)
        features.met(self.sc, before, author, move, applied, self.other["left by"], self.figures.met)
        self.figures.moves += 1
        self.check()
        self.hear(applied.happenings)


RARE = (WalkOut, Inject, Broadcast, Pause, Resume, Expire)


def game(
    sc: Scenario, seed: int, figures: Figures, attempts: int = ATTEMPTS, table: Table | None = None
) -> Table:
    """Play one game by both engines, from the opening of `table` if it is given; raise `Differs` where they
    part."""
    random = Random(seed)
    table = table or Table(sc, figures)
    figures.games += 1
    patience = random.choice((0.0, 0.1, 0.5))  # how often a hold is preferred, so that some games last
    zeal = random.choice((0.0, 0.6, 0.9))  # how often agreement is sought first, so that some are signed
    for _ in range(PLIES):
        who = to_move(table.state)
        legal: list[tuple[int, Move]] = []
        for _ in range(attempts):
            side = who if who in (0, 1) and random.random() < 0.93 else random.randrange(2)
            move = attempt(sc, table.state, random, side)
            author = author_of(move, table.state, random)
            if table.refusal(author, move) is None:
                legal.append((author, move))
        if table.state.outcome is not None:
            return table
        author, move = _owed(table, random, seed) or _chosen(table, random, legal, patience, zeal)
        found = table.refusal(author, move)
        if found is not None:
            raise AssertionError(f"{table.story()}\n  {author} {move} is refused: {found}")
        table.make(author, move)
    raise AssertionError(f"{table.story()}\n  the game does not end")


def _owed(table: Table, random: Random, seed: int) -> tuple[int, Move] | None:
    """Return what nature or a home owes, now and then otherwise than it would say."""
    sc, state = table.sc, table.state
    due = chance.automatic(sc, state, seed, 0, len(table.line))
    if due is None:
        return None
    author, move = due
    match move:
        case Answer():
            question = next(q for q in state.questions if q.due <= 0)
            said = literal.answer(sc, table.other)
            if home.answer(sc, state, question) != said:
                raise Differs(f"{table.story()}\n  the home answers otherwise than {said} to {question}")
            if random.random() < 0.5:
                move = Answer(move.party, not move.yes)
        case Draw():
            move = Draw(move.event, random.randrange(len(sc.events[move.event].outcomes)))
        case Vote():
            move = Vote(random.choice([party for party in (0, 1) if state.votes[party] is None]))
    return author, move


def _chosen(
    table: Table, random: Random, legal: list[tuple[int, Move]], patience: float, zeal: float
) -> tuple[int, Move]:
    """Return the next record of those that were found legal, or a hold."""
    sc, state = table.sc, table.state
    who = to_move(state)
    rare = [item for item in legal if isinstance(item[1], RARE)]
    if rare and random.random() < 0.06:
        return random.choice(rare)
    if state.pending[who]:
        choices = [
            (party, Decide(decision, choice))
            for party in (who, 1 - who)
            for decision in state.pending[party]
            for choice in range(len(sc.decisions[decision].choices))
            if party == who or state.turn not in (0, 1)
        ]
        random.shuffle(choices)
        for item in choices:
            if table.refusal(*item) is None:
                return item
        raise AssertionError(f"{table.story()}\n  no choice is open")
    common = [item for item in legal if not isinstance(item[1], (*RARE, Hold))]
    if random.random() < zeal:
        for move in (Sign(), Accept(0), Accept(0, ad_referendum=True)):
            if table.refusal(who, move) is None and random.random() < 0.7:
                return who, move
    if common and random.random() >= patience:
        return random.choice(common)
    return who, Hold()


def compared(seeds: range, games: int) -> Figures:
    """Play `games` games of every scenario in `seeds`; raise `Differs` where the engines part."""
    figures = Figures()
    for seed in seeds:
        sc = generated(seed)
        figures.scenarios += 1
        figures.met.update(set(features.written(sc)))
        for number in range(games):
            try:
                game(sc, seed * 1000 + number, figures)
            except AssertionError as fault:
                fault.add_note(
                    f"scenario {seed}, game {seed * 1000 + number}: python -m tests.rules.generating {seed}"
                )
                raise
    return figures


def compared_apart(scenarios: int, games: int, workers: int) -> Figures:
    """Do as `compared` on the first `scenarios` seeds, in several processes."""
    figures = Figures()
    step = 25
    chunks = [range(low, min(low + step, scenarios)) for low in range(0, scenarios, step)]
    with ProcessPoolExecutor(workers) as pool:
        for part in pool.map(compared, chunks, [games] * len(chunks)):
            figures.add(part)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.rules.agreement", description=__doc__)
    parser.add_argument("--scenarios", type=int, default=100)
    parser.add_argument("--games", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    began = time.perf_counter()
    figures = compared_apart(given.scenarios, given.games, given.workers)
    took = time.perf_counter() - began
    print(
        f"{figures.scenarios} scenarios, {figures.games} games, {figures.moves} moves, "
        f"{figures.refusals} refusals compared in {took:.0f} s: no difference"
    )
    for prefix in ("ended", "left"):
        counts = {name: n for name, n in sorted(figures.met.items()) if name.startswith(prefix)}
        print(", ".join(f"{name} {n}" for name, n in counts.items()))
    rarest = sorted((figures.met[name], name) for name in features.EVERYTHING)[:12]
    print("rarest:", ", ".join(f"{name} {n}" for n, name in rarest))
    unmet = figures.unmet()
    print(f"{len(features.EVERYTHING) - len(unmet)} of {len(features.EVERYTHING)} features met")
    if unmet:
        print("never met:", ", ".join(unmet))
        sys.exit(1)


if __name__ == "__main__":
    main()
