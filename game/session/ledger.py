"""The records of a session and all that follows from them: states, view numbers, answers given.

Kept while playing and rebuilt from a save by the same code, so that a restart forgets nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.apply import Applied, open_negotiation
from game.rules.happenings import Announced, Happening
from game.rules.moves import Move
from game.rules.scenario import HOME, INSTRUCTOR, NATURE, Scenario
from game.rules.state import State
from game.rules.transcript import Made, Record, Rewound
from game.rules.view import seen_by
from game.session.answers import Accepted
from game.session.gate import QUIET

SEATS = (0, 1, INSTRUCTOR)
"""Those who are told, by author: the two parties and the instructor."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given to a command, to be given again when it is repeated."""

    asked: Move | None  # None: to take something back
    answer: Accepted


@dataclass(frozen=True, slots=True)
class Notice:
    """What one record tells one seat."""

    seat: int
    number: int
    happenings: tuple[Happening, ...]
    rewound: bool


class Ledger:
    """Everything that has been recorded, in order, and where it leaves each seat."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        opened = open_negotiation(scenario)
        self.opening: tuple[Happening, ...] = opened.happenings
        self.records: list[Record] = []
        self.line: list[Made] = []  # the mainline
        self.states: list[State] = [opened.state]  # one more than `line`
        self.numbers: dict[int, int] = dict.fromkeys(SEATS, 0)
        self.given: dict[tuple[int, str], Given] = {}
        self._seen: list[frozenset[int]] = []  # per move of the mainline: the seats that it counts for
        self._answering: tuple[int, str] | None = None
        self._collected: tuple[Happening, ...] = ()

    @property
    def state(self) -> State:
        """The present state."""
        return self.states[-1]

    @property
    def ply(self) -> int:
        """How many moves led to the present state; what only stops or announces is none."""
        return sum(not isinstance(made.move, QUIET) for made in self.line)

    def ply_at(self, to: int) -> int:
        """Return the `ply` after the first `to` records of the mainline."""
        return sum(not isinstance(made.move, QUIET) for made in self.line[:to])

    def made(self, made: Made, applied: Applied) -> tuple[Notice, ...]:
        """Enter a move that led to `applied`; return what each seat is told."""
        self.records.append(made)
        self.line.append(made)
        self.states.append(applied.state)
        notices = []
        counted = set()
        for seat in SEATS:
            told = applied.happenings
            if seat != INSTRUCTOR:
                told = seen_by(self.scenario, told, seat)
            if _counts(seat, made.move, told):
                counted.add(seat)
                self.numbers[seat] += 1
            if told or isinstance(made.move, QUIET) or seat == INSTRUCTOR:
                notices.append(Notice(seat, self.numbers[seat], told, rewound=False))
        self._seen.append(frozenset(counted))
        self._answer(made.author, made.id, made.move, notices)
        return tuple(notices)

    def rewound(self, record: Rewound) -> tuple[Notice, ...]:
        """Enter that the moves after the first `record.to` were taken back; return what each seat is told.

        A seat to which none of them was visible is told nothing and keeps its number. Numbers never
        fall, or what was sent before would be taken for fresh.
        """
        self.records.append(record)
        lost = frozenset[int]().union(*self._seen[record.to :])
        del self.line[record.to :], self.states[record.to + 1 :], self._seen[record.to :]
        notices = []
        for seat in SEATS:
            if seat in lost:
                self.numbers[seat] += 1
                notices.append(Notice(seat, self.numbers[seat], (), rewound=True))
        self._answer(record.author, record.id, None, notices)
        return tuple(notices)

    def _answer(self, author: int, id: str, asked: Move | None, notices: list[Notice]) -> None:
        """Keep the answer to the command `id`; what nature and the homes do next belongs to it."""
        if id:
            self._answering = (author, id)
            self._collected = ()
        elif self._answering is None or author not in (NATURE, HOME):
            self._answering = None
            return
        else:
            asked = self.given[self._answering].asked
        seat = self._answering[0] if self._answering[0] in SEATS else INSTRUCTOR
        for notice in notices:
            if notice.seat == seat:
                self._collected += notice.happenings
        self.given[self._answering] = Given(asked, Accepted(self.numbers[seat], self._collected))


def _counts(seat: int, move: Move, told: tuple[Happening, ...]) -> bool:
    """Say whether a record moves the view number of `seat`."""
    if isinstance(move, QUIET):
        return any(not isinstance(item, Announced) for item in told)
    return bool(told) or seat == INSTRUCTOR
