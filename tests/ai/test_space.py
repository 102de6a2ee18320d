"""What a persona expects of rounds to come: the mean of what its orders leave open, nothing forbidden."""

from dataclasses import replace

import pytest

from game.ai.space import later_points
from game.content.load import load
from game.rules.apply import open_negotiation
from game.rules.mandate import level_of
from game.rules.package import OPEN, empty
from game.rules.scenario import Level, RoundKind, Scenario
from game.rules.state import State
from tests.plans import SCENARIOS


@pytest.fixture(scope="module")
def moscow() -> Scenario:
    scenario = load("moscow-1956", SCENARIOS).scenario
    assert scenario is not None
    return scenario


def later_issues(scenario: Scenario, state: State) -> list[int]:
    """Those that are not on the table and come to it in a round of talks further on."""
    ahead = [each for each in scenario.rounds[state.round + 1 :] if each.kind is RoundKind.TALKS]
    return [
        issue
        for issue in range(len(scenario.issues))
        if not state.agenda[issue] and any(issue in each.agenda for each in ahead)
    ]


def all_at(state: State, level: Level) -> State:
    return replace(state, levels=(level,) * len(state.levels))


def test_what_orders_forbid_is_not_expected_and_what_they_forbid_no_longer_is(moscow: Scenario) -> None:
    """By hand: of each issue that comes later the mean of its options, without those out of reach."""
    opened = open_negotiation(moscow).state
    nothing = empty(len(moscow.issues))
    issues = later_issues(moscow, opened)
    assert issues
    for party in (0, 1):
        for state in (opened, all_at(opened, Level.FREE), all_at(opened, Level.NEVER)):
            expected = 0
            for issue in issues:
                open_ = [
                    worth
                    for option, worth in enumerate(moscow.points[party][issue])
                    if level_of(moscow, state, party, issue, option) is not Level.NEVER
                ]
                expected += sum(open_) // len(open_)
            assert later_points(moscow, state, party, nothing) == expected


def test_a_forbidden_option_that_is_worth_much_makes_nobody_wait_for_it(moscow: Scenario) -> None:
    """An order on one option of a later issue: its points move what is expected only while it may be had."""
    state = open_negotiation(moscow).state
    nothing = empty(len(moscow.issues))
    party, issue, option = forbidden_later(moscow, all_at(state, Level.NEVER))
    tempting = promising(moscow, party, issue, option, 90)
    shut, free = all_at(state, Level.NEVER), all_at(state, Level.FREE)
    assert later_points(tempting, shut, party, nothing) == later_points(moscow, shut, party, nothing)
    assert later_points(tempting, free, party, nothing) > later_points(moscow, free, party, nothing)


def test_what_is_agreed_or_on_the_table_is_not_expected_a_second_time(moscow: Scenario) -> None:
    state = open_negotiation(moscow).state
    issues = later_issues(moscow, state)
    nothing = empty(len(moscow.issues))
    settled = tuple(0 if issue in issues else OPEN for issue in range(len(moscow.issues)))
    tabled = replace(state, agenda=(True,) * len(moscow.issues))
    for party in (0, 1):
        assert later_points(moscow, state, party, settled) == 0
        assert later_points(moscow, tabled, party, nothing) == 0


def forbidden_later(scenario: Scenario, state: State) -> tuple[int, int, int]:
    """The party, issue and option of an order that stands in the way of something that comes later."""
    return next(
        (party, issue, option)
        for party in (0, 1)
        for issue in later_issues(scenario, state)
        for option in range(len(scenario.issues[issue].options))
        if level_of(scenario, state, party, issue, option) is Level.NEVER
    )


def promising(scenario: Scenario, party: int, issue: int, option: int, worth: int) -> Scenario:
    """The scenario with so many points for one option."""
    mine = [list(each) for each in scenario.points[party]]
    mine[issue][option] = worth
    points = [tuple(scenario.points[0]), tuple(scenario.points[1])]
    points[party] = tuple(tuple(each) for each in mine)
    return replace(scenario, points=(points[0], points[1]))
