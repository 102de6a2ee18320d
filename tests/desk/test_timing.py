"""The clock of a table as it is told, and how it is made."""

from dataclasses import replace

import pytest

from game import places
from game.desk.timing import clock_of, left, standing
from game.rules.scenario import Scenario
from game.session.clock import Rung, TableClock
from game.session.placed import Placed, Timing
from game.session.session import Session
from game.session.store import MemoryStore
from game.text.catalogue import load
from tests.session.tables import header_of
from tests.session.test_clock import Time, runs

SAY = load(places.sentences_file())


def begun(ports: Scenario, timing: Timing, time: Time, *, by_lines: bool = False) -> TableClock | None:
    header = replace(header_of(ports), placed=Placed("Table 7", clock=timing))
    session = Session(ports, header, MemoryStore())
    session.begin()
    return clock_of(session, time, by_lines=by_lines)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (240, "4 minutes"),
        (181, "4 minutes"),
        (61, "2 minutes"),
        (60, "60 seconds"),
        (51, "60 seconds"),
        (1, "10 seconds"),
        (0, "time is up"),
    ],
)
def test_time_is_told_in_steps_that_never_say_less_than_there_is(seconds: int, told: str) -> None:
    assert left(SAY, seconds) == told


def test_where_nothing_is_timed_there_is_no_clock(ports: Scenario) -> None:
    assert begun(ports, Timing(), Time()) is None


def test_between_two_lines_no_turn_is_passed_and_every_gap_counts(ports: Scenario) -> None:
    time = Time()
    clock = begun(ports, Timing(1, 40, passes=True), time, by_lines=True)
    assert clock is not None
    time.now_s += 500
    assert clock.tick() == (Rung.TURN_OVER,)
    assert clock.session.records == ()
    assert standing(SAY, clock)[0] == "This turn: time is up."
    passing = begun(ports, Timing(1, passes=True), time := Time())
    assert passing is not None
    assert runs(passing, time, 60) == [Rung.TURN_PASSED]
