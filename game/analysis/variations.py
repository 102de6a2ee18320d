"""Lines found before, played with one move otherwise and then on as they went: how late things are met.

What comes of a move late in long talks, such as which letters are published and what a home then votes, is
seen at the end only. A search that tries a move and looks one step further does not see it, and a drawn game
hardly comes so far. The line that led there knows how to go on: both sides make the moves that are left of
theirs, in their order, as far as these are still legal.
"""

from collections import deque
from collections.abc import Callable, Iterator
from typing import Final

from game.analysis.search import GAME_LIMIT, Search
from game.analysis.suggested import suggested
from game.analysis.things import Kind
from game.analysis.witness import Node
from game.rules.chance import automatic
from game.rules.legality import refusal
from game.rules.moves import Accept, Act, Decide, Draw, Hold, Move, PartyMove, Propose, WalkOut
from game.rules.package import OPEN, Package, decided
from game.rules.scenario import NATURE, ActionKind, Scenario
from game.rules.state import State, to_move

AHEAD: Final = 3
"""Moves left of a line of which the first that is legal is made; those before it are given up."""

FORKS: Final = 8
"""Courses of one variation at most: where a card comes that the line did not answer, each answer is one."""

Rest = tuple[deque[PartyMove], deque[PartyMove]]
"""What is left of a line, by party."""


def vary(search: Search, tried: dict[int, Node], most: int, going: Callable[[], bool]) -> None:
    """Play lines to an ending again with one move otherwise, what is nearest to the end first.

    Args:
        tried: places that are done, by identity and kept, or it could be another's; this adds to them.
        most: places that are tried now.
    """
    places: dict[int, tuple[int, Node, Node, Node]] = {}
    for witness in search.found.witnesses.values():
        end = witness.node
        if end.state.outcome is None:
            continue
        node, left = end, 0
        while node.parent is not None:
            places.setdefault(id(node), (left, node, node.parent, end))
            node, left = node.parent, left + 1
    new = sorted((each for each in places.items() if each[0] not in tried), key=lambda item: item[1][0])
    for number, (_, node, before, end) in new[:most]:
        tried[number] = node
        for author, move in _otherwise(search.scenario, before, end):
            if not (going() and search.missing):
                return
            _go_on(search, search.made(before, author, move)[0], before, end)


def _after(before: Node, end: Node) -> list[tuple[int, Move]]:
    """Return the records of the line to `end` that follow `before`."""
    found = []
    node: Node | None = end
    while node is not None and node is not before and node.move is not None:
        found.append((node.author, node.move))
        node = node.parent
    return found[::-1]


def _otherwise(scenario: Scenario, before: Node, end: Node) -> Iterator[tuple[int, Move]]:
    """Yield what may be done instead of the next record of a line."""
    author, made = _after(before, end)[0]
    if isinstance(made, Draw):
        outcomes = range(len(scenario.events[made.event].outcomes))
        yield from ((NATURE, Draw(made.event, outcome)) for outcome in outcomes if outcome != made.outcome)
    if author not in (0, 1):
        return
    moves: list[PartyMove] = [
        move
        for move in suggested(scenario, before.state, author)
        if not isinstance(move, Propose | WalkOut) and not (isinstance(move, Act) and move.package)
    ]
    if isinstance(made, Propose) and len(made.packages) == 1:
        moves += [
            Propose((each,), made.linked, made.ad_referendum) for each in _beside(scenario, made.packages[0])
        ]
    for move in moves:
        if move != made and refusal(scenario, before.state, author, move) is None:
            yield author, move


def _beside(scenario: Scenario, package: Package) -> Iterator[Package]:
    """Yield the packages that differ from one in one of its issues, which may be left out."""
    for issue, had in decided(package):
        for option in (OPEN, *range(len(scenario.issues[issue].options))):
            if option != had:
                changed = (*package[:issue], option, *package[issue + 1 :])
                if any(decided(changed)):
                    yield changed


def _go_on(search: Search, node: Node, before: Node, end: Node) -> None:
    """Play on from `node`, which stands where the line to `end` went another way from `before`."""
    later = _after(before, end)[1:]
    draws = {move.event: move.outcome for _, move in later if isinstance(move, Draw)}
    rest: Rest = (deque(), deque())
    for author, move in later:
        if author in (0, 1):
            rest[author].append(move)  # type: ignore[arg-type]  # a party's record is a party's move
    waiting = [(node, rest)]
    started = 1
    while waiting:
        node, rest = waiting.pop()
        while node.state.outcome is None and node.depth < GAME_LIMIT:
            due = automatic(search.scenario, node.state, 0, 0, 0, chance_on=False)
            who = to_move(node.state)
            if due is not None:
                author, move = due
                if isinstance(move, Draw):
                    move = Draw(move.event, draws.get(move.event, move.outcome))
                node = search.made(node, author, move)[0]
            elif who in (0, 1):
                _seize(search, node, who)
                moves = _next(search.scenario, node.state, who, rest[who])
                if not moves:
                    break  # nothing may be done: the search tells of such places by itself
                first, *others = moves
                for other in others[: FORKS - started]:
                    waiting.append((search.made(node, who, other)[0], (rest[0].copy(), rest[1].copy())))
                    started += 1
                node = search.made(node, who, first)[0]
            else:
                break


def _seize(search: Search, node: Node, party: int) -> None:
    """Make, beside the line, every move that is itself still missing and may be made now."""
    for thing in search.missing:
        match thing.kind:
            case Kind.CHOICE if thing.first in node.state.pending[party]:
                move: PartyMove = Decide(thing.first, thing.second)
            case Kind.ACTION if thing.second == party and not node.state.pending[party]:
                move = Act(thing.first)
            case _:
                continue
        if refusal(search.scenario, node.state, party, move) is None:
            search.made(node, party, move)


def _next(scenario: Scenario, state: State, party: int, left: deque[PartyMove]) -> list[PartyMove]:
    """Take the move that goes on as the line did from what is left of it; `Hold` where nothing does.

    A card that the line never answered, or not so that it may be answered now, has every answer; where
    nothing may be done there is none.
    """

    def legal(move: PartyMove) -> bool:
        return refusal(scenario, state, party, move) is None

    if state.pending[party]:
        answer = next((move for move in left if isinstance(move, Decide) and legal(move)), None)
        if answer is None:
            return suggested(scenario, state, party)
        left.remove(answer)
        return [answer]
    coming = [move for move in left if not isinstance(move, Decide)][:AHEAD]
    for number, move in enumerate(coming):
        if legal(move):
            for each in coming[: number + 1]:
                left.remove(each)
            return [move]
    wanted = next((move for move in coming if isinstance(move, Propose | Accept)), None)
    leave = None if wanted is None else _leave(scenario, state, party, wanted)
    move = leave or Hold()
    return [move] if legal(move) else []


def _leave(scenario: Scenario, state: State, party: int, move: Propose | Accept) -> Act | None:
    """Return an act by which what is to be offered or accepted comes within the mandate, if there is one."""
    theirs = state.offers[1 - party]
    packages = move.packages if isinstance(move, Propose) else theirs.packages if theirs else ()
    for package in packages:
        for index, action in enumerate(scenario.actions):
            act = Act(index, package=package)
            asks = action.kind in (ActionKind.ASK_HOME, ActionKind.DECIDE_ALONE)
            if asks and refusal(scenario, state, party, act) is None:
                return act
    return None
