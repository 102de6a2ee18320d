"""The clock of a table as words: what is left, what it announces, what may be done with it."""

from collections.abc import Callable
from dataclasses import replace
from math import inf

from game.session.clock import ASLEEP_S, WARNING_S, Rung, TableClock
from game.session.session import Session
from game.text.catalogue import Catalogue

MORE_S = 60
"""Seconds that are given at a time."""

STEP_S = 10
"""Seconds by which the last minute is told: a number that moves all the time is not read but watched."""


def clock_of(session: Session, now_s: Callable[[], float], *, by_lines: bool = False) -> TableClock | None:
    """Return the clock of a game, None where nothing of it is timed.

    Args:
        now_s: seconds of a clock that never goes back.
        by_lines: it is looked at only when a line was typed; then no turn is passed, or what somebody was
            typing in time would be lost, and every gap counts.
    """
    timing = session.header.placed.clock
    if not timing.runs:
        return None
    persons = [party for party, (_, sitter) in enumerate(session.header.seats) if sitter.is_person]
    if by_lines:
        timing = replace(timing, passes=False)
    asleep_s = inf if by_lines else ASLEEP_S
    return TableClock(session, timing, persons=persons, now_s=now_s, asleep_s=asleep_s)


def left(say: Catalogue, seconds: int) -> str:
    """Return how much time is left, in begun minutes, at the end in tens of seconds."""
    if seconds == 0:
        return say("clock.none")
    if seconds > WARNING_S:
        return say("clock.minutes", n=-(-seconds // 60))
    return say("clock.seconds", n=-(-seconds // STEP_S) * STEP_S)


def standing(say: Catalogue, clock: TableClock) -> tuple[str, ...]:
    """Return what is left of the turn and of the lesson, each where it is timed now."""
    told = []
    if clock.turn_s is not None:
        told.append(say("clock.turn", left=left(say, clock.turn_s)))
    if clock.lesson_s is not None:
        told.append(say("clock.lesson", left=left(say, clock.lesson_s)))
    if clock.paused:
        told.append(say("clock.paused"))
    return tuple(told)


def announced(say: Catalogue, rung: Rung) -> str:
    """Return an announcement of the clock as a sentence."""
    return say(f"clock.{rung.value}")


def is_fixed(session: Session) -> bool:
    """Say whether students may not pause the clock or give more time."""
    return "clock" in session.header.placed.fixed
