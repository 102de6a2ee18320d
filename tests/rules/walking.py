"""Random play for tests: keyed draws, illegal attempts, and what was met on the way."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic, draw
from game.rules.happenings import Happening
from game.rules.legal_moves import LegalMoves
from game.rules.moves import (
    Accept,
    Act,
    Decide,
    Hold,
    Move,
    PartyMove,
    Propose,
    Reject,
    Reopen,
    Sign,
    WalkOut,
)
from game.rules.package import OPEN
from game.rules.scenario import ActionKind, Scenario
from game.rules.state import State, to_move
from tests.rules.byways import byways


@dataclass
class Dice:
    """Keyed draws counted up, so that a walk is a function of its seed."""

    seed: int
    count: int = 0

    def __call__(self, sides: int) -> int:
        self.count += 1
        return draw(self.seed, 0, self.count, "walk", sides)


@dataclass(frozen=True)
class Ply:
    """One step of a walk: the state before, who did what, and what followed."""

    before: State
    author: int
    move: Move
    after: State
    happenings: tuple[Happening, ...]


@dataclass
class Taste:
    """What a walk has met so far; a walker that knows it prefers what is new."""

    choices: set[tuple[int, int]] = field(default_factory=set)
    actions: set[int] = field(default_factory=set)


def walk(
    scenario: Scenario,
    seed: int,
    taste: Taste | None = None,
    astray: int = 0,
    limit: int = 400,
) -> Iterator[Ply]:
    """Play one game by legal moves drawn from `seed`, nature and homes included.

    Args:
        astray: 0 to wander from the start; n to follow a written line of history and leave it at one
            step in n, so that what lies beside it is met too.
    """
    dice = Dice(seed)
    state = open_negotiation(scenario).state
    written = _written(scenario, seed) if astray else [[], []]
    for ply in range(limit):
        due = automatic(scenario, state, seed, 0, ply)
        if due is None and to_move(state) not in (0, 1):
            return
        author, move = due or (to_move(state), _party_move(scenario, state, dice, taste, written, astray))
        applied = apply(scenario, state, author, move)
        yield Ply(state, author, move, applied.state, applied.happenings)
        state = applied.state
    raise AssertionError(f"seed {seed} does not end within {limit} records")


@lru_cache(maxsize=8)
def _lines(scenario: Scenario) -> list[list[tuple[int, PartyMove]]]:
    history = [[(step.author, step.move) for step in line.steps] for line in scenario.history]
    return [*history, *byways(scenario)]


def _written(scenario: Scenario, seed: int) -> list[list[PartyMove]]:
    """Return the moves of each party in a written line, of history or a byway; they take turns."""
    lines = _lines(scenario)
    if not lines:
        return [[], []]
    line = lines[seed // 4 % len(lines)]
    return [[move for author, move in line if author == party] for party in (0, 1)]


def _party_move(
    scenario: Scenario,
    state: State,
    dice: Dice,
    taste: Taste | None,
    written: list[list[PartyMove]],
    astray: int,
) -> Move:
    party = to_move(state)
    legal = LegalMoves(scenario, state, party)
    if astray and dice(astray) and (move := _next_written(state, legal, written[party])) is not None:
        return move
    tries = [legal.sample(dice) for _ in range(4 if taste else 1)]
    if taste is None:
        return tries[0]
    move = next((m for m in tries if _is_new(m, taste)), tries[0])
    match move:
        case Decide(decision, choice):
            taste.choices.add((decision, choice))
        case Act(action):
            taste.actions.add(action)
        case _:
            pass
    return move


def _next_written(state: State, legal: LegalMoves, moves: list[PartyMove]) -> PartyMove | None:
    """Return the next written move if it can be made now; decisions nobody wrote wait for no one."""
    pending = bool(state.pending[legal.party])
    while moves and isinstance(moves[0], Decide) and not pending:
        moves.pop(0)
    if not moves or isinstance(moves[0], Decide) is not pending:
        return None
    move = moves.pop(0)
    return move if move in legal else None


def _is_new(move: PartyMove, taste: Taste) -> bool:
    match move:
        case Decide(decision, choice):
            return (decision, choice) not in taste.choices
        case Act(action):
            return action not in taste.actions
        case _:
            return False


def attempts(scenario: Scenario, state: State, dice: Dice) -> list[PartyMove]:
    """Return moves of every kind drawn without regard to the rules, many of them illegal."""
    issues = len(scenario.issues)

    def package() -> tuple[int, ...]:
        return tuple(dice(len(issue.options)) if dice(2) else OPEN for issue in scenario.issues)

    agenda = tuple(
        dice(len(issue.options)) if on and dice(2) else OPEN
        for issue, on in zip(scenario.issues, state.agenda, strict=True)
    )
    single = tuple(o if i == dice(issues) else OPEN for i, o in enumerate(package()))
    action = dice(len(scenario.actions)) if scenario.actions else 0
    standing = state.offers[to_move(state)] if to_move(state) in (0, 1) else None
    again = (
        [Propose(standing.packages, standing.linked, standing.ad_referendum)] if standing is not None else []
    )
    orders = [order for order in scenario.orders if order.issue is not None]
    order = orders[dice(len(orders) or 1)] if orders else None
    asked = (
        tuple(order.option if i == order.issue else OPEN for i in range(issues))
        if order is not None and order.option is not None
        else agenda
    )
    home = [i for i, item in enumerate(scenario.actions) if item.kind is ActionKind.ASK_HOME]
    return [
        *again,
        *(Act(index, package=asked) for index in home),
        Propose((package(),)),
        Propose((agenda,), ad_referendum=bool(dice(2))),
        Propose((single,), linked=True),
        Propose(()),
        Propose((agenda, agenda)),
        Propose(((OPEN,) * issues,)),
        Propose((agenda,), words="x" * 201),
        Propose(((99,) * issues,)),
        Accept(dice(4), tuple(dice(issues) for _ in range(dice(3))), bool(dice(2))),
        Accept(0, (dice(issues),)),
        Reject(),
        Hold(),
        Reopen(dice(issues)),
        Act(action),
        Act(action, issue=dice(issues)),
        Act(action, package=agenda),
        Act(dice(len(scenario.actions) or 1), package=package()),
        Act(10_000),
        Decide(dice(len(scenario.decisions) or 1), dice(3)),
        Sign(),
        WalkOut(),
    ]
