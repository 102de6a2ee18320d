import pytest

from game.ai.concession import WHOLE, Hours, curve, share_conceded
from game.rules.apply import open_negotiation
from game.rules.scenario import RoundKind, Scenario


def test_the_share_conceded_is_the_power_of_time_that_the_source_gives():
    """Faratin, Sierra and Jennings (1998): t ** (1 / beta); beta 1 is a straight line, 0.5 a square."""
    assert [share_conceded(k, 10, 100) for k in range(11)] == list(range(0, 1001, 100))
    assert [share_conceded(k, 10, 50) for k in (0, 1, 5, 10)] == [0, 10, 250, 1000]


def test_a_boulware_holds_firm_where_a_conceder_gives_way():
    hard, soft = curve(9, 38), curve(9, 125)
    assert all(h < s for h, s in zip(hard[1:-1], soft[1:-1], strict=True))
    assert hard[0] == soft[0] == 0
    assert hard[-1] == soft[-1] == WHOLE


@pytest.mark.parametrize("beta", [10, 38, 60, 100, 125, 250])
def test_a_curve_never_takes_back_what_it_gave(beta: int):
    steps = curve(40, beta)
    assert list(steps) == sorted(steps)
    assert len(steps) == 40


def test_a_single_exchange_is_no_reason_to_fail():
    assert curve(1, 60) == (0,)
    assert curve(0, 60) == (0,)


@pytest.mark.parametrize("wrong", [(-1, 4, 60), (5, 4, 60), (0, 0, 60), (1, 4, 0)])
def test_a_time_outside_the_talks_is_refused(wrong: tuple[int, int, int]):
    with pytest.raises(ValueError, match="got"):
        share_conceded(*wrong)


def test_exchanges_are_counted_over_every_round_that_bargains_but_for_the_signing(ports: Scenario):
    talks = [round_ for round_ in ports.rounds if round_.kind is RoundKind.TALKS]
    assert (
        Hours.of_all(ports).exchanges == sum(slot.exchanges for round_ in talks for slot in round_.slots) - 1
    )
    assert Hours.of_all(ports).now(open_negotiation(ports).state) == 0
