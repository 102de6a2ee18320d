import pytest

from game.rules.moves import Pause, Resume
from game.rules.scenario import Scenario
from game.session.clock import ASLEEP_S, MOST_S, Rung, TableClock
from game.session.placed import Timing
from tests.session.tables import Table, table


class Time:
    """A clock that stands where it is put."""

    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def at_clock(
    ports: Scenario,
    turn: int = 2,
    lesson: int = 0,
    *,
    passes: bool = False,
    persons: tuple[int, ...] = (0, 1),
) -> tuple[Table, Time, TableClock]:
    at_table, time = table(ports), Time()
    timing = Timing(turn, lesson, passes)
    return at_table, time, TableClock(at_table.session, timing, persons=persons, now_s=time)


def runs(clock: TableClock, time: Time, seconds: int, *, held: bool = False) -> list[Rung]:
    rung: list[Rung] = []
    for _ in range(seconds):
        time.now_s += 1
        rung += clock.tick(held=held)
    return rung


def test_the_end_of_a_turn_is_told_a_minute_before_and_once(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports)
    assert runs(clock, time, 59) == []
    assert runs(clock, time, 1) == [Rung.TURN_WARNING]
    assert clock.turn_s == 60
    assert runs(clock, time, 59) == []
    assert runs(clock, time, 600) == [Rung.TURN_OVER]
    assert clock.turn_s == 0
    assert at_table.session.records == (), "what is only told makes no move"


def test_a_turn_of_one_minute_begins_without_a_warning(ports: Scenario) -> None:
    _, time, clock = at_clock(ports, turn=1)
    assert runs(clock, time, 59) == []


def test_where_it_is_laid_down_a_late_turn_is_passed(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports, passes=True)
    assert runs(clock, time, 120) == [Rung.TURN_WARNING, Rung.TURN_PASSED]
    assert at_table.session.state.turn == 1
    assert clock.turn_s == 120
    assert runs(clock, time, 120) == [Rung.TURN_WARNING, Rung.TURN_PASSED]


def test_a_move_in_the_last_second_counts_and_begins_a_full_turn(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports, passes=True)
    runs(clock, time, 119)
    at_table.make("vale propose ferry=none")
    assert runs(clock, time, 1) == []
    assert clock.turn_s == 119
    assert len(at_table.session.records) == 1


def test_an_action_within_the_turn_gives_no_new_time(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports)
    runs(clock, time, 15)
    at_table.make("vale act toast")
    runs(clock, time, 1)
    assert clock.turn_s == 104


def test_the_clock_stands_while_it_is_paused_or_the_table_is(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports, lesson=5)
    clock.paused = True
    assert runs(clock, time, 600) == []
    clock.paused = False
    at_table.instruct(Pause())
    assert runs(clock, time, 600) == []
    at_table.instruct(Resume())
    assert (clock.turn_s, clock.lesson_s) == (120, 300)


def test_while_the_chairs_are_changed_only_the_lesson_goes_on(ports: Scenario) -> None:
    _, time, clock = at_clock(ports, lesson=5)
    runs(clock, time, 20, held=True)
    assert (clock.turn_s, clock.lesson_s) == (120, 280)


def test_a_minute_more_is_announced_anew_when_it_runs_out(ports: Scenario) -> None:
    _, time, clock = at_clock(ports)
    runs(clock, time, 200)
    clock.extend(60)
    assert clock.turn_s == 60
    assert runs(clock, time, 60) == [Rung.TURN_WARNING, Rung.TURN_OVER]


def test_no_turn_is_extended_without_end(ports: Scenario) -> None:
    _, _, clock = at_clock(ports, lesson=5)
    for _ in range(2000):
        clock.extend(60)
    assert (clock.turn_s, clock.lesson_s) == (MOST_S, MOST_S)


def test_only_persons_are_timed(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports, passes=True, persons=(1,))
    assert runs(clock, time, 600) == []
    assert clock.turn_s is None
    at_table.make("vale hold")
    runs(clock, time, 1)
    assert clock.turn_s == 119


def test_the_lesson_ends_apart_from_the_turn(ports: Scenario) -> None:
    _, time, clock = at_clock(ports, turn=0, lesson=2)
    assert clock.turn_s is None
    assert runs(clock, time, 300) == [Rung.LESSON_WARNING, Rung.LESSON_OVER]
    assert clock.lesson_s == 0


def test_when_the_talks_are_over_nothing_is_timed(ports: Scenario) -> None:
    at_table, time, clock = at_clock(ports, lesson=2)
    at_table.make("vale walk out")
    assert runs(clock, time, 600) == []
    assert (clock.turn_s, clock.lesson_s) == (None, None)


@pytest.mark.parametrize("asleep_s", [ASLEEP_S, 900.0])
def test_the_sleep_of_the_computer_is_not_counted(ports: Scenario, asleep_s: float) -> None:
    at_table, time = table(ports), Time()
    clock = TableClock(at_table.session, Timing(20), persons=(0, 1), now_s=time, asleep_s=asleep_s)
    time.now_s += asleep_s + 1
    assert clock.tick() == ()
    assert clock.turn_s == 1200
    time.now_s += asleep_s
    clock.tick()
    assert clock.turn_s == 1200 - asleep_s
