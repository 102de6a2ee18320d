"""Which packages both parties would rather have than none, and what theory would pick among them."""

from collections.abc import Iterable

from game.analysis.frontier import Point

Reservation = tuple[int, int]
"""What having no agreement is worth to each party, each on its own scale."""


def zopa(candidates: Iterable[Point], reservation: Reservation) -> tuple[Point, ...]:
    """Return the zone of possible agreement: the points that reach both reservation values.

    With a single issue it is an interval; over many issues it is a set.

    Source: Raiffa (1982), The Art and Science of Negotiation, the zone of agreement.
    """
    return tuple(
        point for point in candidates if all(point.values[party] >= reservation[party] for party in (0, 1))
    )


def nash_product(point: Point, reservation: Reservation) -> int:
    """Return the product of both parties' gains over having no agreement.

    Meaningful only inside the zone of possible agreement; two losses would multiply to a gain.
    """
    return (point.values[0] - reservation[0]) * (point.values[1] - reservation[1])


def nash_points(candidates: Iterable[Point], reservation: Reservation) -> tuple[Point, ...]:
    """Return the points of the zone with the greatest Nash product, all of them where several tie.

    Empty where the zone is. The choice does not change when a party's scale is stretched or shifted, so
    that the two scales are compared nowhere. Nash's set holds lotteries between packages too; ours is
    the packages alone, so that several may tie. Where no package of the zone gains both parties
    anything, all products are 0, and those that are not dominated are returned.

    Source: Nash (1950), The Bargaining Problem, Econometrica 18:2, the product of utility gains.
    """
    zone = zopa(candidates, reservation)
    best = max((nash_product(point, reservation) for point in zone), default=0)
    tied = [point for point in zone if nash_product(point, reservation) == best]
    return tuple(point for point in tied if not any(_dominates(other, point) for other in tied))


def _dominates(one: Point, another: Point) -> bool:
    at_least = all(a >= b for a, b in zip(one.values, another.values, strict=True))
    return at_least and one.values != another.values
