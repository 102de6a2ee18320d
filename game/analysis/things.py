"""What there is to be met in a scenario: rounds, endings, choices, events, actions, options, refusals."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from game.rules.happenings import DecisionPut, Happening, RoundEntered
from game.rules.moves import Act, Draw, Move
from game.rules.package import decided
from game.rules.refusals import Why
from game.rules.scenario import Scenario
from game.rules.state import State

REFUSALS = tuple(Why)
"""The refusal codes, as `Thing.first` counts them."""

NOT_OF_PARTIES = frozenset({Why.WRONG_AUTHOR, Why.NOT_DUE})
"""Refusals that nature, homes and the instructor are given, never a party that moves in its own name."""


class Kind(Enum):
    """What kind of thing may be met."""

    ROUND = "round"
    ENDING = "ending"
    DECISION = "decision"  # put before its party
    CHOICE = "choice"  # of a decision, taken
    EVENT = "event"
    OUTCOME = "outcome"  # of an event of chance
    ACTION = "action"  # taken by a party
    OPTION = "option"  # of an issue, agreed
    REFUSAL = "refusal"  # a code that a party is given


class Thing(NamedTuple):
    """One thing: indices of the scenario; of an action the party second, of a refusal its place in `Why`."""

    kind: Kind
    first: int
    second: int = -1


def things(scenario: Scenario) -> tuple[Thing, ...]:
    """Return all that the parties could meet, in the scenario's order.

    Events kept for the instructor are left out: no party and no calendar lets them happen.
    """
    return tuple(_things(scenario))


def _things(scenario: Scenario) -> Iterator[Thing]:
    yield from (Thing(Kind.ROUND, index) for index in range(len(scenario.rounds)))
    yield from (Thing(Kind.ENDING, index) for index in range(len(scenario.endings)))
    for index, decision in enumerate(scenario.decisions):
        yield Thing(Kind.DECISION, index)
        yield from (Thing(Kind.CHOICE, index, choice) for choice in range(len(decision.choices)))
    for index, event in enumerate(scenario.events):
        if not event.inject:
            yield Thing(Kind.EVENT, index)
            yield from (Thing(Kind.OUTCOME, index, outcome) for outcome in range(len(event.outcomes)))
    for index, action in enumerate(scenario.actions):
        yield from (Thing(Kind.ACTION, index, party) for party in (0, 1) if action.party[party])
    for index, issue in enumerate(scenario.issues):
        yield from (Thing(Kind.OPTION, index, option) for option in range(len(issue.options)))
    yield from (Thing(Kind.REFUSAL, n) for n, why in enumerate(REFUSALS) if why not in NOT_OF_PARTIES)


def met_at_opening(state: State, happenings: tuple[Happening, ...]) -> Iterator[Thing]:
    """Yield what is met before anybody has moved."""
    yield from _told(happenings)
    yield from (Thing(Kind.EVENT, index) for index, times in enumerate(state.fired) if times)
    yield from (Thing(Kind.OPTION, issue, option) for issue, option in decided(state.provisional))


def met_by(
    author: int, move: Move, before: State, after: State, happenings: tuple[Happening, ...]
) -> Iterator[Thing]:
    """Yield what a move that was made met."""
    match move:
        case Act(action):
            yield Thing(Kind.ACTION, action, author)
        case Draw(event, outcome):
            yield Thing(Kind.OUTCOME, event, outcome)
        case _:
            pass
    yield from _told(happenings)
    if before.fired is not after.fired:
        for index, (had, has) in enumerate(zip(before.fired, after.fired, strict=True)):
            if has > had:
                yield Thing(Kind.EVENT, index)
    if before.taken is not after.taken:
        for index, (was, now) in enumerate(zip(before.taken, after.taken, strict=True)):
            if was != now:
                yield Thing(Kind.CHOICE, index, now)
    if before.provisional is not after.provisional:
        for issue, option in decided(after.provisional):
            if before.provisional[issue] != option:
                yield Thing(Kind.OPTION, issue, option)
    if after.outcome is not None:
        yield Thing(Kind.ENDING, after.outcome.ending)


def _told(happenings: tuple[Happening, ...]) -> Iterator[Thing]:
    for happening in happenings:
        match happening:
            case RoundEntered(index):
                yield Thing(Kind.ROUND, index)
            case DecisionPut():
                yield Thing(Kind.DECISION, happening.decision)
            case _:
                pass
