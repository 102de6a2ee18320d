"""What is asked of a command before the rules are: who may ask for it, by which id, in which phase."""

from __future__ import annotations

from typing import assert_never

from game.rules.moves import Answer, Broadcast, Draw, Expire, Inject, Move, Pause, Resume, Vote
from game.rules.scenario import HOME, INSTRUCTOR, NATURE
from game.session.answers import Denial
from game.session.codec import ID_LIMIT
from game.session.lifecycle import Phase
from game.session.strict import forbidden_sign

QUIET = (Pause, Resume, Broadcast)
"""Moves that change nothing in the talks: no place in fate's count, never too late to be said."""


def may_come_from(author: int, move: Move) -> bool:
    """Say whether `move` is one of those that `author` makes at all."""
    match move:
        case Inject() | Broadcast() | Pause() | Resume():
            return author == INSTRUCTOR
        case Draw() | Expire() | Answer() | Vote():
            return author in (NATURE, HOME)
        case _:
            return author in (0, 1)


def is_id(id: str) -> bool:
    """Say whether `id` can name a command."""
    return 1 <= len(id) <= ID_LIMIT and forbidden_sign(id) is None


def phase_denies(phase: Phase, author: int, move: Move) -> Denial | None:
    """Say why the phase of the session forbids what the rules might allow, if it does."""
    match phase:
        case Phase.LOBBY | Phase.BRIEFING:
            return Denial.NOT_BEGUN
        case Phase.PAUSED:
            if author != INSTRUCTOR:
                return Denial.PAUSED
            return Denial.NOT_NOW if isinstance(move, Pause) else None
        case Phase.NEGOTIATING:
            return Denial.NOT_NOW if isinstance(move, Resume) else None
        case Phase.DEBRIEF:
            return Denial.NOT_NOW if isinstance(move, Pause | Resume) else None
    assert_never(phase)
