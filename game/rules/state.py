"""All that is needed to judge the next move, and nothing else. One immutable `State` follows another
only through `apply`."""

from dataclasses import dataclass
from enum import Enum

from game.rules.package import Package
from game.rules.scenario import EITHER, HOME, NATURE, NOBODY, Scenario, Trigger


@dataclass(frozen=True, slots=True)
class Offer:
    """What a party has on the table."""

    packages: tuple[Package, ...]  # one to three alternatives, open where already agreed
    linked: bool
    ad_referendum: bool
    words: str
    changes: int  # `State.changes` when it was tabled: a repeat is refused while nothing changed
    slot: int  # ordinal of the slot in which it was tabled or last improved


class QuestionKind(Enum):
    """Why home was asked."""

    PERMISSION = "permission"  # asked before the table is told
    CONFIRMATION = "confirmation"  # of what was agreed ad referendum


@dataclass(frozen=True, slots=True)
class Question:
    """Something a home must answer once `due` slots have opened."""

    party: int
    kind: QuestionKind
    package: Package
    due: int  # slots still to open; 0: now
    issues: tuple[int, ...] = ()  # of a confirmation: what the delegation went beyond its orders on


class KnownKind(Enum):
    """What was learnt of the other side."""

    BAND = "band"
    INTEREST = "interest"


@dataclass(frozen=True, slots=True)
class Known:
    """Something learnt of the other side: `low` to `high` are bands 0 little to 3 most; `room` is the
    level of the other's mandate one step nearer (0 free, 1 on request, 2 closed), -1 if not told."""

    kind: KnownKind
    issue: int
    low: int = -1
    high: int = -1
    room: int = -1


class Standing(Enum):
    """How a constituency stands to a package."""

    FOR = "for"
    AWAY = "away"
    AGAINST = "against"


UNTOLD = -1
"""The support of a constituency in a vote of the other home, which only its own side knows."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A home's vote: standings in the order of the scenario's constituencies of that party."""

    party: int
    standings: tuple[tuple[int, Standing, int], ...]  # (constituency, standing, support 0 to 10 or UNTOLD)
    votes_for: int
    votes_against: int
    carried: bool
    blockers: tuple[int, ...]  # constituencies without which it would have carried


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended."""

    trigger: Trigger
    ending: int
    package: Package  # what was signed; open throughout where nothing was
    signed: bool
    ratified: bool
    points: tuple[int, int]  # each party's own scale, never to be compared
    reservation: tuple[int, int]  # at the signing, else at the end


@dataclass(frozen=True)
class State:
    """A moment of the negotiation. Pairs are per party; longer tuples follow the scenario's order.

    Without slots, so that `Draft` can copy its fields in one step: that is a third of the price of a move.
    """

    round: int
    slot: int  # index within the round
    exchange: int  # 0-based within the slot
    turn: int  # the party whose turn it is or will be once nature and home have spoken, or `EITHER`
    acted: bool  # that party has taken its action this turn
    lost: int  # exchanges that actions of this exchange have cost
    delegates: tuple[int, int]  # who speaks for each party: a delegate, or -1 for the round's own
    agenda: tuple[bool, ...]  # per issue
    provisional: Package
    referendum: tuple[tuple[bool, bool], ...]  # per issue, who agreed to it ad referendum
    offers: tuple[Offer | None, Offer | None]
    last_packages: tuple[tuple[Package, ...], tuple[Package, ...]]  # each party's last offer, even fallen
    signed: tuple[bool, bool]
    meters: tuple[int, ...]
    flags: tuple[bool, ...]
    levels: tuple[int, ...]  # per order: its present `Level`
    pending: tuple[tuple[int, ...], tuple[int, ...]]  # decisions awaiting the party, oldest first
    taken: tuple[int, ...]  # per decision: the choice, or -1
    put: tuple[bool, ...]  # per decision: it has been put
    uses: tuple[tuple[int, ...], tuple[int, ...]]  # per party, per action
    issue_uses: frozenset[tuple[int, int, int, int]]  # (party, action, issue, which time) of those per issue
    fired: tuple[int, ...]  # per event
    draws: tuple[int, ...]  # events waiting for nature, oldest first
    questions: tuple[Question, ...]
    no_from_home: tuple[bool, bool]  # home has refused permission once
    scheduled: tuple[tuple[int, int], ...]  # (event, slot ordinal)
    known: tuple[tuple[Known, ...], tuple[Known, ...]]
    cited: tuple[int, ...]  # documents on the table, in order
    countered: tuple[int, ...]
    published: tuple[bool, ...]  # per document: open to both
    holds: tuple[int, int]  # running
    passes: int  # holds in a row in this meeting, of both
    moved_reservation: tuple[int, int]
    changes: int  # visible changes at the table so far
    voting: bool
    votes: tuple[Tally | None, Tally | None]
    signed_package: Package | None
    signed_weight: tuple[int, int]
    signed_reservation: tuple[int, int]
    ended: Trigger | None  # set when the talks must leave the round
    outcome: Outcome | None


def to_move(state: State) -> int:
    """Return who must make the next record: a party, `NATURE`, `HOME`, or `NOBODY` after the end."""
    if state.outcome is not None:
        return NOBODY
    if state.draws:
        return NATURE
    if state.voting or question_due(state) is not None:
        return HOME
    if state.turn == EITHER:
        return next((party for party in (0, 1) if state.pending[party]), NOBODY)
    return state.turn


def has_the_word(state: State, party: int) -> bool:
    """Say whether `party` may make a record now: it is to move, or either may answer a decision."""
    if to_move(state) == party:
        return True
    return state.turn == EITHER and to_move(state) in (0, 1) and bool(state.pending[party])


def uses_on_issue(state: State, party: int, action: int, issue: int) -> int:
    """Return how often `party` has taken an action that counts per issue on `issue`."""
    return sum(use[:3] == (party, action, issue) for use in state.issue_uses)


def question_due(state: State) -> int | None:
    """Return the position in `state.questions` of the oldest that must be answered now, if any.

    A question's `due` counts down with the slots and is due at 0, so that no calendar is needed here.
    """
    for position, question in enumerate(state.questions):
        if question.due <= 0:
            return position
    return None


def slot_ordinal(scenario: Scenario, state: State) -> int:
    """Return the present slot's place in the whole calendar."""
    return scenario.rounds[state.round].slots[state.slot].ordinal


def today(scenario: Scenario, state: State) -> int:
    """Return the present day as a proleptic Gregorian ordinal."""
    return scenario.rounds[state.round].slots[state.slot].date
