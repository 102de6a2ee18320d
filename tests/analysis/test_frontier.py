from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.analysis.frontier import Homes, Point, frontier, left_on_the_table, valued
from game.analysis.space import packages
from game.rules.expressions import Comparison, Expression, IssueCompare, constant
from game.rules.package import empty
from game.rules.scenario import Term
from tests.analysis.games import moment
from tests.rules.drafting import GUESS, ISSUES, scenario

pairs = st.tuples(st.integers(-20, 120), st.integers(-20, 120))
narrow = st.tuples(st.integers(0, 4), st.integers(0, 4))
clouds = st.lists(st.one_of(pairs, narrow), max_size=40)


def points(values: list[tuple[int, int]]) -> list[Point]:
    return [Point((index,), value) for index, value in enumerate(values)]


def dominates(one: Point, another: Point) -> bool:
    (a, b), (c, d) = one.values, another.values
    return a >= c and b >= d and (a, b) != (c, d)


@given(clouds)
def test_the_frontier_is_what_no_other_dominates(values: list[tuple[int, int]]) -> None:
    cloud = points(values)
    efficient = {p for p in cloud if not any(dominates(other, p) for other in cloud)}
    assert set(frontier(cloud)) == efficient
    assert len(frontier(cloud)) == len(efficient)


@given(clouds)
def test_along_the_frontier_one_party_gains_what_the_other_loses(values: list[tuple[int, int]]) -> None:
    found = [point.values for point in frontier(points(values))]
    assert found == sorted(found, key=lambda v: (-v[0], v[1]))
    assert [second for _, second in found] == sorted(second for _, second in found)


@given(clouds)
def test_the_frontier_of_the_frontier_is_itself(values: list[tuple[int, int]]) -> None:
    once = frontier(points(values))
    assert frontier(once) == once


@given(clouds, narrow)
def test_nothing_is_left_on_the_table_by_a_point_of_the_frontier(
    values: list[tuple[int, int]], extra: tuple[int, int]
) -> None:
    cloud = points([*values, extra])
    efficient = frontier(cloud)
    for point in cloud:
        left = [left_on_the_table(cloud, point.values, party) for party in (0, 1)]
        assert (left == [0, 0]) == (point in efficient)


def test_the_gain_left_on_the_table_costs_the_other_nothing() -> None:
    cloud = points([(10, 10), (14, 10), (12, 12), (30, 9)])
    assert left_on_the_table(cloud, (10, 10), 0) == 4
    assert left_on_the_table(cloud, (10, 10), 1) == 2
    assert left_on_the_table([], (10, 10), 0) == 0


def test_every_package_is_valued_where_homes_are_not_asked() -> None:
    base = scenario()
    every = list(packages(base, moment(base), range(len(ISSUES)), empty(len(ISSUES))))
    found = list(valued(base, moment(base), every, Homes.NOT_ASKED))
    assert [point.package for point in found] == every
    assert found[0].values == (sum(len(issue.options) - 1 for issue in ISSUES), 0)


def test_packages_that_a_home_would_refuse_are_left_out_where_homes_are_asked() -> None:
    base = scenario()
    daily = Expression.of("ferry == daily", IssueCompare(0, Comparison.EQ, 2))
    hostile = Term(constant(-8), daily, "The boatmen sit on the board.", GUESS)
    boards = (replace(base.constituencies[0], terms=(hostile,)), base.constituencies[1])
    base = replace(base, constituencies=boards)
    every = list(packages(base, moment(base), range(len(ISSUES)), empty(len(ISSUES))))
    found = [point.package for point in valued(base, moment(base), every, Homes.BOTH_CARRY)]
    assert found == [package for package in every if package[0] != 2]
