from hypothesis import given
from hypothesis import strategies as st

from game.analysis.frontier import Point, frontier
from game.analysis.solutions import nash_points, nash_product, zopa

values = st.tuples(st.integers(-10, 60), st.integers(-10, 60))
clouds = st.lists(values, max_size=30).map(lambda found: [Point((i,), v) for i, v in enumerate(found)])


@given(clouds, values)
def test_the_zone_holds_what_reaches_both_reservation_values(
    cloud: list[Point], reservation: tuple[int, int]
) -> None:
    found = zopa(cloud, reservation)
    for point in cloud:
        reaches = point.values[0] >= reservation[0] and point.values[1] >= reservation[1]
        assert (point in found) == reaches


@given(clouds, values)
def test_no_package_of_the_zone_has_a_greater_product(
    cloud: list[Point], reservation: tuple[int, int]
) -> None:
    a, b = reservation
    products = [(p.values[0] - a) * (p.values[1] - b) for p in cloud if p.values[0] >= a and p.values[1] >= b]
    found = nash_points(cloud, reservation)
    assert bool(found) == bool(products)
    assert all(nash_product(point, reservation) == max(products) for point in found)


@given(clouds, values)
def test_the_nash_points_are_efficient(cloud: list[Point], reservation: tuple[int, int]) -> None:
    efficient = frontier(zopa(cloud, reservation))
    assert set(nash_points(cloud, reservation)) <= set(efficient)


@given(clouds, values, st.integers(1, 5), st.integers(-9, 9))
def test_stretching_and_shifting_a_scale_changes_nothing(
    cloud: list[Point], reservation: tuple[int, int], stretch: int, shift: int
) -> None:
    """Invariance under positive affine change of one utility: Nash (1950)."""
    moved = [Point(p.package, (p.values[0] * stretch + shift, p.values[1])) for p in cloud]
    there = nash_points(moved, (reservation[0] * stretch + shift, reservation[1]))
    assert [p.package for p in there] == [p.package for p in nash_points(cloud, reservation)]


@given(clouds, values)
def test_exchanging_the_parties_exchanges_the_points(
    cloud: list[Point], reservation: tuple[int, int]
) -> None:
    mirrored = [Point(p.package, (p.values[1], p.values[0])) for p in cloud]
    there = nash_points(mirrored, (reservation[1], reservation[0]))
    assert {p.package for p in there} == {p.package for p in nash_points(cloud, reservation)}


def test_several_packages_may_tie() -> None:
    cloud = [Point((0,), (2, 3)), Point((1,), (3, 2)), Point((2,), (1, 5))]
    assert [p.package for p in nash_points(cloud, (0, 0))] == [(0,), (1,)]


def test_where_nobody_can_gain_without_the_other_losing_all_the_efficient_are_kept() -> None:
    cloud = [Point((0,), (0, 3)), Point((1,), (0, 2)), Point((2,), (4, 0))]
    assert [p.package for p in nash_points(cloud, (0, 0))] == [(0,), (2,)]
