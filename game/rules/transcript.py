"""A negotiation is its list of records: save, load, undo, replay and fork are folds over it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.rules.apply import apply, open_negotiation
from game.rules.happenings import Happening
from game.rules.legality import refusal
from game.rules.moves import Move
from game.rules.refusals import Refusal
from game.rules.scenario import INSTRUCTOR, Scenario
from game.rules.state import State


@dataclass(frozen=True, slots=True)
class Made:
    """A move that was made."""

    author: int  # a party, or nature, home, instructor
    move: Move
    id: str = ""  # the command's, "" for the session's own records
    wall: str = ""  # clock time, for people only


@dataclass(frozen=True, slots=True)
class Rewound:
    """The game goes on from after the first `to` records of the mainline so far."""

    to: int
    id: str = ""
    wall: str = ""
    author: int = INSTRUCTOR  # who asked for it: a party that undoes its move, or the instructor


Record = Made | Rewound


def mainline(records: Iterable[Record]) -> tuple[Made, ...]:
    """Return the moves that count, those taken back left out.

    >>> from game.rules.moves import Hold
    >>> a, b, c = (Made(0, Hold(word)) for word in "abc")
    >>> mainline([a, b, Rewound(1), c]) == (a, c)
    True
    """
    line: list[Made] = []
    for record in records:
        match record:
            case Made():
                line.append(record)
            case Rewound(to):
                del line[to:]
    return tuple(line)


@dataclass(frozen=True, slots=True)
class Replay:
    """A line of moves played out: `states` has one more entry than `moves`, the opening first."""

    states: tuple[State, ...]
    moves: tuple[Made, ...]
    happenings: tuple[tuple[Happening, ...], ...]  # [0] of the opening, then per move
    error: Refusal | None  # why the next move was refused, if one was

    @property
    def final(self) -> State:
        """The last state reached."""
        return self.states[-1]


def replay(scenario: Scenario, moves: Sequence[Made]) -> Replay:
    """Play `moves` from the opening, as far as they are legal.

    A damaged or foreign line opens up to its last good move, as in scalachess's `playWhileValid`.
    """
    opened = open_negotiation(scenario)
    states = [opened.state]
    happenings = [opened.happenings]
    for made in moves:
        error = refusal(scenario, states[-1], made.author, made.move)
        if error is not None:
            good = tuple(moves[: len(states) - 1])
            return Replay(tuple(states), good, tuple(happenings), error)
        applied = apply(scenario, states[-1], made.author, made.move)
        states.append(applied.state)
        happenings.append(applied.happenings)
    return Replay(tuple(states), tuple(moves), tuple(happenings), None)


def fork(records: Iterable[Record], step: int) -> tuple[Made, ...]:
    """Return the first `step` moves of the mainline: the beginning of another game."""
    return mainline(records)[:step]
