"""How far a number may move is what a search by hand finds, and what nothing holds is called free."""

from pathlib import Path

import pytest

from game.content.authored import authored, numbered
from game.content.load import load
from game.content.slack import Leeway, Limit, broken, courses_of, slack
from game.content.trial import played
from game.rules.scenario import Scenario

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def found(ports: Scenario) -> dict[str, Leeway]:
    return {each.number.name: each for each in slack(ports)}


def test_every_number_can_be_put_back_and_the_scenario_is_as_it_was(ports: Scenario) -> None:
    for number in authored(ports):
        again = numbered(number.put(number.least), number.name)
        assert again.value == number.least
        assert numbered(again.put(number.value), number.name).value == number.value
        assert [each.value for each in authored(number.put(number.value))] == [
            each.value for each in authored(ports)
        ]


def test_every_number_has_a_name_of_its_own(ports: Scenario) -> None:
    names = [number.name for number in authored(ports)]
    assert len(names) == len(set(names))


def test_one_step_beyond_a_limit_breaks_what_it_names_and_the_limit_itself_breaks_nothing(
    ports: Scenario, found: dict[str, Leeway]
) -> None:
    held = [each for each in found.values() if each.room_disputed is not None]
    assert len(held) >= 10
    for each in held:
        ways = ((-1, each.falls, each.falls_disputed), (1, each.rises, each.rises_disputed))
        for way, firm, disputed in ways:
            for limit in (firm, disputed):
                if limit is None:
                    continue
                at, beyond = (
                    _broken(ports, each.number.name, each.number.value + way * (limit.room + step))
                    for step in (0, 1)
                )
                assert limit.breaks in beyond, each.number.name
                assert limit.breaks not in at, each.number.name


def _broken(scenario: Scenario, name: str, value: int) -> list[str]:
    changed = numbered(scenario, name).put(value)
    return [each.id for each in broken(changed, courses_of(changed))]


def test_the_limits_of_points_are_those_of_the_difference_they_make(found: dict[str, Leeway]) -> None:
    """fact_2: for Tarn, a daily ferry is worth more than a weekly one."""
    daily, weekly = found["points.tarn.ferry.daily"], found["points.tarn.ferry.weekly"]
    difference = daily.number.value - weekly.number.value
    assert daily.falls == Limit(difference - 1, "fact_2")
    assert weekly.rises == Limit(difference - 1, "fact_2")
    assert (daily.rises, found["points.tarn.dues.nothing"].room) == (None, None)


def test_points_change_the_course_of_no_line(ports: Scenario) -> None:
    line = ports.history[0]
    course = played(ports, line)
    for number in authored(ports):
        if not number.on_the_line:
            changed = played(number.put(number.most), line)
            assert (changed.made, changed.error) == (course.made, course.error)
            assert changed.opened.keys() == course.opened.keys()


@pytest.mark.long
def test_the_deletion_has_a_tightest_number_and_free_ones() -> None:
    scenario = load(ROOT / "scenarios/the-deletion").scenario
    assert scenario is not None
    found = list(slack(scenario))
    assert any(each.room is not None for each in found)
    assert any(each.room_disputed is None for each in found)
