import pytest

from game.rules.moves import Pause, Resume
from game.rules.scenario import Scenario
from game.session.answers import Accepted
from game.session.clock import ASLEEP_S, TurnClock
from tests.session.tables import Table, table


class Time:
    """A clock that stands where it is put."""

    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def at_clock(ports: Scenario) -> tuple[Table, Time, TurnClock]:
    at_table, time = table(ports), Time()
    return at_table, time, TurnClock(at_table.session, allowed_s=20, now_s=time)


def passes(clock: TurnClock, time: Time, seconds: int) -> list[object]:
    answers = []
    for _ in range(seconds):
        time.now_s += 1
        answers.append(clock.tick())
    return [answer for answer in answers if answer is not None]


def test_a_turn_ends_when_its_time_is_over(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports)
    assert passes(clock, time, 19) == []
    assert clock.remaining_s == 1
    answers = passes(clock, time, 1)
    assert len(answers) == 1
    assert isinstance(answers[0], Accepted)
    assert at_table.session.state.turn == 1
    assert clock.remaining_s == 20


def test_a_new_turn_has_its_full_time(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports)
    passes(clock, time, 15)
    at_table.make("vale hold")
    passes(clock, time, 1)
    assert clock.remaining_s == 20


def test_an_action_within_the_turn_gives_no_new_time(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports)
    passes(clock, time, 15)
    at_table.make("vale act toast")
    passes(clock, time, 1)
    assert clock.remaining_s == 4


def test_the_clock_stands_still_while_the_table_waits(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports)
    at_table.instruct(Pause())
    assert passes(clock, time, 60) == []
    at_table.instruct(Resume())
    assert clock.remaining_s == 20


def test_the_sleep_of_the_computer_is_not_counted(ports: Scenario) -> None:
    _, time, clock = at_clock(ports)
    time.now_s += ASLEEP_S + 1
    assert clock.tick() is None
    assert clock.remaining_s == 20


def test_a_turn_needs_time(ports: Scenario) -> None:
    with pytest.raises(ValueError, match="needs time"):
        TurnClock(table(ports).session, allowed_s=0, now_s=Time())
