"""A scenario that somebody wrote with the guide and the reference alone: what the guide promises comes true.

`tests/scenarios/museum-loan` began as `new museum-loan --template bilateral` and was made over line by line.
"""

from concurrent.futures import Executor, Future
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from game.analysis.explore import explore
from game.analysis.simulate import simulated
from game.analysis.things import Kind
from game.content.load import load
from game.desk.reviewing import reviewed
from game.desk.series import Pair
from game.rules.scenario import Scenario

LOAN = Path(__file__).parents[1] / "scenarios" / "museum-loan"


@pytest.fixture(scope="module")
def loan() -> Scenario:
    scenario = load(LOAN).scenario
    assert scenario is not None
    return scenario


def test_check_finds_nothing_and_every_plan_comes_out_as_written() -> None:
    review = reviewed(LOAN)
    assert review.report.render() == ""
    assert len(review.plans) >= 4
    assert all(play.is_as_written for play in review.plans)


def test_everything_in_it_is_met_or_proved_unreachable(loan: Scenario) -> None:
    ticks = count()
    found = explore(loan, 1, lambda: next(ticks) / 1000)
    assert {thing.kind for thing in found.unmet} <= {Kind.REFUSAL}
    assert {thing.kind for thing in found.proved} <= {Kind.REFUSAL, Kind.OPTION}
    # What either side's orders rule out for good: the summer for the city, the premium for the island.
    options = [
        loan.issues[each.first].options[each.second].id for each in found.proved if each.kind is Kind.OPTION
    ]
    assert sorted(options) == ["a_summer", "island_pays"]


class Here(Executor):
    """Does the work where it stands."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def test_its_two_opponents_finish_fifty_games_without_a_fault(loan: Scenario) -> None:
    pair = Pair(tuple(load(LOAN).sources.items()), ("collector", "keeper"), seed=1)
    found = simulated(loan, pair, 50, Here(), lambda done: None)
    assert len(found.games) == 50
    assert sum(game.faults for game in found.games) == 0
    assert all(spread.below == 0 for spread in found.surplus), "nobody signs what is worth less than nothing"
