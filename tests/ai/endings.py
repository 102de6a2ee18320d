"""Which endings one person reaches, from either chair, against the opponent that sits opposite by itself.

    python -m tests.ai.endings two-islands [--games 300] [--against PERSONA] [--least 8]

The person of these games is not clever: in every other game it works for the text that some ending asks
for, else it plays like one of the opponents for its own chair; and in both it answers its cards as they
are drawn. So what it reaches a prepared person reaches too, who may choose. The opponent sees its own
view and nothing else, and draws as in any game. Every game counted is told again from its records, and
must end as it did; one for each ending is named by its number, which with the seed gives the same game
again. Exit code 1 where a chair reaches fewer endings than `--least`.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from game.ai.bot import Bot, keyed
from game.ai.registry import bot_for, bots_for
from game.analysis.driving import Die, driving, target_for
from game.analysis.suggested import suggested
from game.analysis.things import Kind, Thing
from game.content.load import load
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic, draw
from game.rules.legality import refusal
from game.rules.moves import PartyMove, WalkOut
from game.rules.package import Package
from game.rules.scenario import Scenario, Trigger
from game.rules.state import State, to_move
from game.rules.transcript import Made, replay
from game.rules.view import view_for
from game.session.bots import plain_move
from tests.conftest import ROOT

SEED = 1
PLIES = 1000


class Person:
    """One who plays a chair: what it works for, and how it answers."""

    def __init__(self, scenario: Scenario, party: int, game: int) -> None:
        self.scenario, self.party, self.game = scenario, party, game
        known = bots_for(scenario, party)
        self._like: Bot = bot_for(scenario, known[self._die("like", len(known))], party)
        self._ending = self._die("ending", len(scenario.endings))
        self._target: Package | None = None

    def _die(self, purpose: str, sides: int) -> int:
        return draw(SEED, self.game, 0, f"person:{self.party}:{purpose}", sides)

    def _at(self, ply: int) -> Die:
        return lambda purpose, sides: self._die(f"{ply}:{purpose}", sides)

    def move(self, state: State, ply: int) -> PartyMove:
        """Return its move."""
        scenario, party, die = self.scenario, self.party, self._at(ply)
        if state.pending[party]:
            answers = suggested(scenario, state, party)
            return answers[die("card", len(answers))]
        ending = scenario.endings[self._ending]
        reached = ending.when is None or ending.when.evaluate(state.provisional, state, scenario)
        if (
            reached
            and Trigger.WALK_OUT in ending.after
            and refusal(scenario, state, party, WalkOut()) is None
        ):
            return WalkOut()
        if self.game % 2:
            view = view_for(scenario, state, party, ply)
            move = self._like.choose(view, keyed(SEED, self.game, ply, party)).move
        else:
            if self._target is None or die("again", 12) == 0:
                wanted = Thing(Kind.ENDING, self._ending)
                self._target = target_for(scenario, state, wanted, die, vary=bool(die("vary", 3)))
            move = driving(scenario, state, party, self._target, die("move", 10_000))
        return move if refusal(scenario, state, party, move) is None else plain_move(scenario, state, party)


def played(scenario: Scenario, party: int, against: str, game: int) -> tuple[int, tuple[Made, ...]]:
    """Return how a game ends in which a person plays `party`, and its records."""
    person, bot = Person(scenario, party, game), bot_for(scenario, against, 1 - party)
    state, moves = open_negotiation(scenario).state, list[Made]()
    for ply in range(PLIES):
        if state.outcome is not None:
            return state.outcome.ending, tuple(moves)
        due = automatic(scenario, state, SEED, game, ply)
        if due is None:
            mover = to_move(state)
            if mover == party:
                due = party, person.move(state, ply)
            else:
                view = view_for(scenario, state, mover, ply)
                move = bot.choose(view, keyed(SEED, game, ply, mover)).move
                sound = refusal(scenario, state, mover, move) is None
                due = mover, move if sound else plain_move(scenario, state, mover)
        state = apply(scenario, state, *due).state
        moves.append(Made(*due))
    raise AssertionError(f"game {game} does not end")


def reached(scenario: Scenario, party: int, against: str, games: int) -> tuple[Counter[int], dict[int, int]]:
    """Return how often each ending was reached from a chair, and the first game that reached it."""
    counted, first = Counter[int](), dict[int, int]()
    for game in range(games):
        ending, moves = played(scenario, party, against, game)
        counted[ending] += 1
        if ending not in first:
            course = replay(scenario, moves)
            assert course.error is None, f"game {game} is not legal"
            assert course.final.outcome is not None, f"game {game} is not over"
            assert course.final.outcome.ending == ending, f"game {game} ends otherwise when it is told again"
            first[ending] = game
    return counted, first


def told(scenario: Scenario, party: int, against: str, games: int) -> Iterator[str]:
    """Yield a table of the endings that were reached from a chair."""
    counted, first = reached(scenario, party, against, games)
    yield f"{scenario.parties[party].id}, against {against}: {len(counted)} endings in {games} games"
    for ending, number in counted.most_common():
        yield f"  {scenario.endings[ending].id:26}{number:6}   first in game {first[ending]}"


def main(argv: list[str]) -> int:
    """Play, and tell what was reached."""
    words = argparse.ArgumentParser(prog="python -m tests.ai.endings")
    words.add_argument("scenario", help="the name of a scenario that is shipped, or a folder")
    words.add_argument("--games", type=int, default=300, help="games from each chair")
    words.add_argument("--against", default="", help="the opponent; the first that may sit there, by default")
    words.add_argument("--least", type=int, default=8, help="endings that each chair must reach")
    given = words.parse_args(argv)
    shipped = ROOT / "scenarios" / given.scenario
    scenario = load(shipped if shipped.is_dir() else Path(given.scenario)).scenario
    if scenario is None:
        print(f"{given.scenario} cannot be played", file=sys.stderr)
        return 2
    enough = True
    for party in (0, 1):
        known = bots_for(scenario, 1 - party)
        against = given.against if given.against in known else known[0]
        lines = list(told(scenario, party, against, given.games))
        print("\n".join(lines), flush=True)
        enough &= len(lines) > given.least
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
