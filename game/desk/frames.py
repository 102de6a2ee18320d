"""A game taken apart position by position, for a reader who knows everything or for one party's seat.

A seat's frames are those records of which it learnt something, numbered for itself: what the other side
did unseen leaves no gap. Screens and files that tell a game again are made from these.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.happenings import (
    ActionFelt,
    ActionTaken,
    Announced,
    EventFelt,
    Happening,
    Held,
    IssueReopened,
    OfferAccepted,
    OfferRejected,
    OfferTabled,
    SignedBy,
    WalkedOut,
)
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.transcript import Made, Replay
from game.rules.view import PartyView, seen_by, view_for

OPENLY_MADE = (
    OfferTabled,
    OfferAccepted,
    OfferRejected,
    Held,
    IssueReopened,
    ActionTaken,
    SignedBy,
    WalkedOut,
)
"""Happenings of their author's own doing, which show both seats that it moved."""

_TRACES = (ActionFelt, EventFelt)


@dataclass(frozen=True, slots=True)
class Frame:
    """One position of a game as its reader may know it."""

    number: int  # 0 is the opening
    step: int  # how many moves of the game led here; a seat is never shown it
    made: Made | None  # the move; of a seat, its own moves alone
    author: int | None  # who moved, as far as the reader can tell
    happenings: tuple[Happening, ...]
    scenario: Scenario  # the whole one, or the party's brief
    state: State  # the true one, or as the party may know it
    view: PartyView | None  # of a seat; its number counts as the session's do, nothing taken back
    note: str = ""  # of a documented line: what is known of this step


def frames(
    scenario: Scenario, course: Replay, party: int | None, notes: Sequence[str] = ()
) -> tuple[Frame, ...]:
    """Return every position of a game, the opening first.

    Args:
        party: whose seat it is told for; None for a reader who may know all.
        notes: one for each move, "" for none.
    """
    return _whole(scenario, course, notes) if party is None else _seat(scenario, course, party, notes)


def _whole(scenario: Scenario, course: Replay, notes: Sequence[str]) -> tuple[Frame, ...]:
    made: list[Made | None] = [None, *course.moves]
    return tuple(
        Frame(
            number=number,
            step=number,
            made=move,
            author=None if move is None else move.author,
            happenings=whole(happenings),
            scenario=scenario,
            state=state,
            view=None,
            note=_note(notes, number),
        )
        for number, (move, happenings, state) in enumerate(
            zip(made, course.happenings, course.states, strict=True)
        )
    )


def _seat(scenario: Scenario, course: Replay, party: int, notes: Sequence[str]) -> tuple[Frame, ...]:
    made: list[Made | None] = [None, *course.moves]
    found: list[Frame] = []
    seen_so_far = 0
    for step, (move, happenings, state) in enumerate(
        zip(made, course.happenings, course.states, strict=True)
    ):
        told = seen_by(scenario, happenings, party)
        if move is not None and not told:
            continue
        if move is not None and not all(isinstance(item, Announced) for item in told):
            seen_so_far += 1
        view = view_for(scenario, state, party, seen_so_far)
        own = move if move is not None and move.author == party else None
        found.append(
            Frame(
                number=len(found),
                step=step,
                made=own,
                author=None if move is None else _author(move, told, party),
                happenings=told,
                scenario=view.scenario,
                state=view.state,
                view=view,
                note=_note(notes, step),
            )
        )
    return tuple(found)


def _author(made: Made, told: tuple[Happening, ...], party: int) -> int | None:
    """Return who moved if `party` can tell: where only a trace is left, it cannot."""
    if made.author == 1 - party and not is_open(told, made.author):
        return None
    return made.author


def whole(happenings: tuple[Happening, ...]) -> tuple[Happening, ...]:
    """Return what a reader who may know all is told: the deeds themselves, not the traces they left."""
    return tuple(item for item in happenings if not isinstance(item, _TRACES))


def is_open(seen: tuple[Happening, ...], author: int) -> bool:
    """Say whether what was seen shows that `author` moved: a trace of the back room does not."""
    return any(isinstance(each, OPENLY_MADE) and each.party == author for each in seen)


def _note(notes: Sequence[str], step: int) -> str:
    return notes[step - 1] if 0 < step <= len(notes) else ""
