from dataclasses import replace
from itertools import product

from game.analysis.space import (
    Count,
    bargained_issues,
    combinations,
    count,
    packages,
    within_reach,
)
from game.rules.package import OPEN, empty
from game.rules.scenario import Scenario
from tests.analysis.games import lively, moment
from tests.rules.drafting import ISSUES, need, scenario

ALL = range(len(ISSUES))


def with_need() -> Scenario:
    """Dues can be waived only where the ferry crosses every day; a treaty needs the flag flown."""
    issues = list(ISSUES)
    for issue, option, wanted, place in ((2, 3, 0, 2), (5, 2, 4, 2)):
        options = list(issues[issue].options)
        asked = need(wanted, place, "One needs the other.", issue, wanted)
        options[option] = replace(options[option], needs=(asked,))
        issues[issue] = replace(issues[issue], options=tuple(options))
    return scenario(tuple(issues))


def test_without_needs_every_combination_is_a_package() -> None:
    base = scenario()
    found = list(packages(base, moment(base), ALL, empty(len(ISSUES))))
    assert found == list(product(*(range(len(issue.options)) for issue in ISSUES)))
    assert len(found) == combinations(base, ALL)


def test_packages_whose_needs_fail_are_left_out_and_no_other() -> None:
    base = with_need()
    every = product(*(range(len(issue.options)) for issue in ISSUES))
    expected = [p for p in every if not (p[2] == 3 and p[0] != 2) and not (p[5] == 2 and p[4] != 2)]
    assert list(packages(base, moment(base), ALL, empty(len(ISSUES)))) == expected


def test_the_order_of_the_issues_changes_only_the_order_of_the_packages() -> None:
    base = with_need()
    one = set(packages(base, moment(base), ALL, empty(len(ISSUES))))
    other = set(packages(base, moment(base), reversed(ALL), empty(len(ISSUES))))
    assert one == other


def test_other_issues_stay_as_they_are_and_their_needs_bind() -> None:
    base = with_need()
    upon = base.historical_package()
    found = list(packages(base, moment(base), (2,), upon))
    assert [package[2] for package in found] == [0, 1, 2]
    assert all(package[:2] + package[3:] == upon[:2] + upon[3:] for package in found)


def test_a_need_of_an_issue_left_open_is_not_yet_judged() -> None:
    base = with_need()
    found = list(packages(base, moment(base), (2,), empty(len(ISSUES))))
    assert [package[2] for package in found] == [0, 1, 2, 3]


def test_what_contradicts_itself_from_the_start_has_no_packages() -> None:
    base = with_need()
    upon = (0, 1, 3, OPEN, OPEN, OPEN, OPEN)
    assert list(packages(base, moment(base), (4, 6), upon)) == []


def test_a_count_says_whether_it_stopped_at_its_limit() -> None:
    base = scenario()
    whole = combinations(base, ALL)
    start = empty(len(ISSUES))
    assert count(base, moment(base), ALL, start, whole) == Count(whole, complete=True)
    assert count(base, moment(base), ALL, start, whole - 1) == Count(whole - 1, complete=False)


def test_the_bargained_issues_are_those_open_at_the_opening() -> None:
    base = scenario(agreed=(OPEN, 1, OPEN, 1, 1, 1, 1))
    assert bargained_issues(base) == (0, 2)


def test_where_too_much_could_be_combined_the_round_says_what_is_within_reach() -> None:
    base = lively()
    state = moment(base)
    issues = bargained_issues(base)
    agenda = tuple(issue in issues[:1] for issue in range(len(base.issues)))
    narrow = replace(state, agenda=agenda)
    most = combinations(base, issues)
    assert within_reach(base, narrow, most) == (issues, base.opening.agreed)
    assert within_reach(base, narrow, most - 1) == (issues[:1], narrow.provisional)
