"""Which parts of a scenario given games went through: how many games passed each way, ending, choice.

A way out of a round leaves no happening that names it, so it is watched at the table that the rules look
up: each guard tells when it was the one that held.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from game.rules.expressions import Evaluator, Expression, Truth
from game.rules.moves import Draw
from game.rules.package import Package
from game.rules.scenario import Edge, Scenario, Trigger
from game.rules.state import State
from game.rules.transcript import Made, replay

Way = tuple[int, Trigger, int]
"""A way out: its round, the trigger, its position among the round's ways on that trigger."""


@dataclass(frozen=True, slots=True)
class Passed:
    """What one game went through, each thing once."""

    rounds: frozenset[int]
    ways: frozenset[Way]
    endings: frozenset[int]
    decisions: frozenset[int]  # put before their party
    choices: frozenset[tuple[int, int]]
    events: frozenset[int]
    outcomes: frozenset[tuple[int, int]]  # (event, outcome) that chance took


@dataclass(slots=True)
class Coverage:
    """How many of `games` games passed each part; what none passed counts 0."""

    games: int = 0
    rounds: Counter[int] = field(default_factory=Counter)
    ways: Counter[Way] = field(default_factory=Counter)
    endings: Counter[int] = field(default_factory=Counter)
    decisions: Counter[int] = field(default_factory=Counter)
    choices: Counter[tuple[int, int]] = field(default_factory=Counter)
    events: Counter[int] = field(default_factory=Counter)
    outcomes: Counter[tuple[int, int]] = field(default_factory=Counter)


def coverage(scenario: Scenario, games: Iterable[Sequence[Made]]) -> Coverage:
    """Return how many of `games` went through each part of `scenario`; each game as far as it is legal."""
    found = Coverage()
    for moves in games:
        one = passed(scenario, moves)
        found.games += 1
        found.rounds.update(one.rounds)
        found.ways.update(one.ways)
        found.endings.update(one.endings)
        found.decisions.update(one.decisions)
        found.choices.update(one.choices)
        found.events.update(one.events)
        found.outcomes.update(one.outcomes)
    return found


def passed(scenario: Scenario, moves: Sequence[Made]) -> Passed:
    """Return what the game of `moves` went through."""
    ways: set[Way] = set()
    course = replay(_watched(scenario, ways), moves)
    last = course.final
    return Passed(
        rounds=frozenset(state.round for state in course.states),
        ways=frozenset(ways),
        endings=frozenset(() if last.outcome is None else (last.outcome.ending,)),
        decisions=frozenset(index for index, put in enumerate(last.put) if put),
        choices=frozenset((index, choice) for index, choice in enumerate(last.taken) if choice >= 0),
        events=frozenset(index for index, times in enumerate(last.fired) if times),
        outcomes=frozenset(
            (made.move.event, made.move.outcome) for made in course.moves if isinstance(made.move, Draw)
        ),
    )


def _watched(scenario: Scenario, ways: set[Way]) -> Scenario:
    """Return `scenario` with guards that enter in `ways` which of them held."""
    table = {
        (round_, trigger): tuple(
            Edge(_telling(edge.guard, ways, (round_, trigger, position)), edge.target)
            for position, edge in enumerate(edges)
        )
        for (round_, trigger), edges in scenario.protocol.items()
    }
    return replace(scenario, protocol=table)


def _telling(guard: Expression | None, ways: set[Way], way: Way) -> Expression:
    """Return `guard`, or one that always holds, which enters `way` where it holds."""
    judged = Expression.of("true", Truth(True)) if guard is None else guard

    def evaluate(package: Package, state: State, scenario: Scenario) -> int:
        holds = judged.evaluate(package, state, scenario)
        if holds:
            ways.add(way)
        return holds

    told: Evaluator = evaluate
    return Expression(judged.text, judged.tree, told)
