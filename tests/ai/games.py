"""Whole games between two bots for tests, with what was seen and chosen at every ply."""

from collections.abc import Callable
from dataclasses import dataclass

from game.ai.bot import Bot, Chosen, keyed
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.legality import refusal
from game.rules.moves import PartyMove
from game.rules.scenario import Scenario
from game.rules.state import Outcome, State, to_move
from game.rules.view import PartyView, view_for

PLIES = 400


@dataclass(frozen=True)
class Spoken:
    """One party's move: the state before it, what that party saw of it, what it chose."""

    ply: int
    party: int
    before: State
    view: PartyView
    chosen: Chosen


@dataclass(frozen=True)
class Game:
    """A finished game."""

    seed: int
    said: tuple[Spoken, ...]
    outcome: Outcome

    @property
    def moves(self) -> tuple[PartyMove, ...]:
        return tuple(one.chosen.move for one in self.said)

    @property
    def agreed(self) -> bool:
        return self.outcome.signed


def played(
    scenario: Scenario,
    bots: tuple[Bot, Bot],
    seed: int,
    see: Callable[[Spoken], None] = lambda one: None,
    *,
    chance_on: bool = True,
) -> Game:
    """Play `bots` against each other to the end; `see` is called before every party's move is made.

    Every move is held against `refusal` on the true state, so that an illegal one fails the test.
    """
    state = open_negotiation(scenario).state
    said: list[Spoken] = []
    for ply in range(PLIES):
        due = automatic(scenario, state, seed, 0, ply, chance_on)
        if due is not None:
            state = apply(scenario, state, *due).state
            continue
        party = to_move(state)
        if party not in (0, 1):
            assert state.outcome is not None
            return Game(seed, tuple(said), state.outcome)
        view = view_for(scenario, state, party, len(said))
        one = Spoken(ply, party, state, view, bots[party].choose(view, keyed(seed, 0, ply, party)))
        see(one)
        said.append(one)
        refused = refusal(scenario, state, party, one.chosen.move)
        assert refused is None, (seed, ply, party, one.chosen, refused)
        state = apply(scenario, state, party, one.chosen.move).state
    raise AssertionError(f"seed {seed} does not end within {PLIES} records")


def seated(party: int, mine: Bot, theirs: Bot) -> tuple[Bot, Bot]:
    """Return the pair of bots with `mine` in the chair of `party`."""
    return (mine, theirs) if party == 0 else (theirs, mine)
