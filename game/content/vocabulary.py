"""The words of the language of expressions, and what it asks of a scenario's names."""

from __future__ import annotations

import keyword
from collections import Counter
from collections.abc import Mapping
from enum import Enum
from typing import Final, Protocol

SPECIAL: Final = ("exchange", "slot", "round", "true", "false")
"""Words with a meaning of their own."""

FUNCTIONS: Final[Mapping[str, str]] = {
    "agreed": "an issue",
    "offered": "a party and a condition",
    "days_since": "a date in quotes",
    "days_until": "a date in quotes",
    "chose": "a decision and one of its choices",
    "done": "an action",
    "happened": "an event",
    "holds": "a party",
    "signed": "a party",
    "would_ratify": "a party",
    "support": "a constituency",
    "min": "two or more amounts",
    "max": "two or more amounts",
}
"""What each function is given, in the words of a message."""

RESERVED: Final = frozenset((*SPECIAL, *FUNCTIONS, *keyword.kwlist))
"""Words that nothing of a scenario may be called, for an expression could not read them."""


class Kind(Enum):
    """What a name stands for, in the words of a message."""

    PARTY = "party"
    METER = "meter"
    FLAG = "flag"
    ISSUE = "issue"
    OPTION = "option"
    ROUND = "round"
    SLOT = "slot"
    DECISION = "decision"
    CHOICE = "choice"
    ACTION = "action"
    EVENT = "event"
    CONSTITUENCY = "constituency"
    VOTE = "vote"  # would_ratify(party)


class Context(Enum):
    """Where an expression stands, which says what it may read."""

    PACKAGE = "package"  # points of a combination, needs: options only, for there is no moment
    HOME = "home"  # support: everything but a home's vote, which depends on it
    TALKS = "talks"  # everything else


class Vocabulary(Protocol):
    """The ids of a scenario with their indices; of slots, the place in the whole calendar."""

    @property
    def parties(self) -> Mapping[str, int]: ...
    @property
    def meters(self) -> Mapping[str, int]: ...
    @property
    def flags(self) -> Mapping[str, int]: ...
    @property
    def issues(self) -> Mapping[str, int]: ...
    @property
    def options(self) -> tuple[Mapping[str, int], ...]: ...  # by issue
    @property
    def rounds(self) -> Mapping[str, int]: ...
    @property
    def slots(self) -> Mapping[str, int]: ...
    @property
    def actions(self) -> Mapping[str, int]: ...
    @property
    def decisions(self) -> Mapping[str, int]: ...
    @property
    def choices(self) -> tuple[Mapping[str, int], ...]: ...  # by decision
    @property
    def events(self) -> Mapping[str, int]: ...
    @property
    def constituencies(self) -> Mapping[str, int]: ...


def standing_alone(names: Vocabulary) -> tuple[str, ...]:
    """Return the words that may stand outside a function: the first place to look for a slip."""
    return (*names.meters, *names.flags, *names.issues, *SPECIAL)


def ambiguous(names: Vocabulary) -> tuple[str, ...]:
    """Return the ids of meters, flags and issues that an expression could not tell apart."""
    times = Counter((*names.meters, *names.flags, *names.issues))
    return tuple(id for id, count in times.items() if count > 1)
