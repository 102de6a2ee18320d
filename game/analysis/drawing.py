"""Games by drawn moves, from a seed: how many of them meet each thing."""

from collections.abc import Callable
from itertools import count

from game.analysis.search import GAME_LIMIT, Search
from game.analysis.suggested import suggested
from game.analysis.witness import Node
from game.rules.chance import automatic, draw
from game.rules.legal_moves import LegalMoves
from game.rules.moves import PartyMove
from game.rules.state import to_move


def drawn(search: Search, seed: int, games: int, going: Callable[[], bool]) -> None:
    """Play `games` games by drawn moves and count how many met each thing.

    Two games in three draw among the moves worth trying, the third among all legal ones.
    """
    scenario, found = search.scenario, search.found
    while found.games < games and going():
        number = found.games
        found.games += 1
        node, met = search.root, set(search.at_opening)
        for ply in range(GAME_LIMIT):
            if node.state.outcome is not None or not going():
                break
            due = automatic(scenario, node.state, seed, number, ply)
            if due is None:
                who = to_move(node.state)
                if who not in (0, 1):
                    break
                due = who, _drawn_move(search, node, who, seed, number, ply)
            node, now = search.made(node, *due)
            if search.missing & search.refusable and draw(seed, number, ply, "attempt", 25) == 0:
                search.attempt(node)
            met |= set(now)
        found.hits.update(met)


def _drawn_move(search: Search, node: Node, party: int, seed: int, number: int, ply: int) -> PartyMove:
    asked = count()

    def die(sides: int) -> int:
        return draw(seed, number, ply, f"explore:{next(asked)}", sides)

    if number % 3 == 2:
        return LegalMoves(search.scenario, node.state, party).sample(die)
    search.ask(node.state, party)
    moves = suggested(search.scenario, node.state, party)
    if not moves:
        return LegalMoves(search.scenario, node.state, party).sample(die)
    kinds = sorted({type(move).__name__ for move in moves} - {"WalkOut"} or {"WalkOut"})
    kind = kinds[die(len(kinds))]
    if die(60) == 0:
        kind = "WalkOut"
    of_kind = [move for move in moves if type(move).__name__ == kind] or moves
    return of_kind[die(len(of_kind))]
