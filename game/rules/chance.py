"""Counter-based integer draws, and the record that nature or a home must make now.

A draw depends on (seed, game, ply, purpose) alone, so that undo meets the same fate, any number of
workers gives the same result, and no generator has a state to save.
"""

from hashlib import blake2b

from game.rules.home import answer
from game.rules.moves import Answer, Draw, Move, Vote
from game.rules.scenario import HOME, NATURE, Event, Scenario
from game.rules.state import State, question_due, to_move


def draw(seed: int, game: int, ply: int, purpose: str, sides: int) -> int:
    """Return an integer 0 to `sides` - 1, the same for the same arguments on every machine.

    >>> draw(1, 0, 0, "example", 6) == draw(1, 0, 0, "example", 6)
    True

    Raises:
        ValueError: `sides` is not positive.
    """
    if sides <= 0:
        raise ValueError(f"a draw needs at least one side; got {sides}")
    key = f"{seed}:{game}:{ply}:{purpose}".encode()
    return int.from_bytes(blake2b(key, digest_size=16).digest(), "big") % sides


def outcome_at(event: Event, roll: int) -> int:
    """Return the outcome of `event` that a roll of 0 to 99 falls upon."""
    for index, outcome in enumerate(event.outcomes):
        roll -= outcome.odds
        if roll < 0:
            return index
    return len(event.outcomes) - 1


def automatic(
    scenario: Scenario, state: State, seed: int, game: int, ply: int, chance_on: bool = True
) -> tuple[int, Move] | None:
    """Return whose record is due and which, where nature or a home must speak; None where a party must.

    `apply` never draws: the session computes the outcome here and submits it, so that it is recorded.
    """
    match to_move(state):
        case int(who) if who == NATURE:
            index = state.draws[0]
            event = scenario.events[index]
            roll = draw(seed, game, ply, f"event:{event.id}", 100)
            return NATURE, Draw(index, outcome_at(event, roll) if chance_on else event.usual)
        case int(who) if who == HOME:
            due = question_due(state)
            if due is not None:
                question = state.questions[due]
                return HOME, Answer(question.party, answer(scenario, state, question))
            return HOME, Vote(0 if state.votes[0] is None else 1)
        case _:
            return None
