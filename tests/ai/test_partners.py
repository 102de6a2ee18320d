from itertools import pairwise

from game.ai.registry import bot_for
from game.rules.moves import Accept, Hold, Propose, Reject, Sign
from game.rules.package import merged
from game.rules.scenario import Scenario
from game.rules.utility import points, steps_towards
from tests.ai.games import Game, played


def game(scenario: Scenario, first: str, second: str, seed: int = 1) -> Game:
    return played(scenario, (bot_for(scenario, first, 0), bot_for(scenario, second, 1)), seed)


def asked(scenario: Scenario, one: Game, party: int) -> list[int]:
    """What each offer of `party` would have been worth to it, in points."""
    return [
        points(scenario, party, merged(said.before.provisional, said.chosen.move.packages[0]))
        for said in one.said
        if said.party == party and isinstance(said.chosen.move, Propose)
    ]


def test_repeat_best_asks_for_one_thing_only(deletion: Scenario):
    for party, names in ((0, ("repeat_best", "linear")), (1, ("linear", "repeat_best"))):
        one = game(deletion, *names)
        offers = {
            said.chosen.move.packages
            for said in one.said
            if said.party == party and isinstance(said.chosen.move, Propose)
        }
        assert len(offers) == 1


def test_linear_comes_down_step_by_step(deletion: Scenario):
    """Up by a point or two only where its reservation value or its mandate moved meanwhile."""
    for party, names in ((0, ("linear", "always_reject")), (1, ("always_reject", "linear"))):
        worths = asked(deletion, game(deletion, *names), party)
        assert all(after <= before + 2 for before, after in pairwise(worths))
        assert worths[0] - worths[-1] > 10


def test_always_reject_says_nothing_else(deletion: Scenario):
    one = game(deletion, "always_reject", "linear")
    kinds = {type(said.chosen.move) for said in one.said if said.party == 0}
    assert not kinds & {Propose, Accept, Sign}
    assert kinds & {Reject, Hold}
    assert not one.agreed


def test_tit_for_tat_asks_for_less_of_who_gives_than_of_who_does_not(deletion: Scenario):
    stiff = asked(deletion, game(deletion, "repeat_best", "tit_for_tat_steps"), 1)
    yielding = asked(deletion, game(deletion, "linear", "tit_for_tat_steps"), 1)
    assert sum(stiff) / len(stiff) > sum(yielding) / len(yielding)


def test_steps_are_counted_from_the_givers_ideal(deletion: Scenario):
    ideal = tuple(0 for _ in deletion.issues)
    assert steps_towards(deletion, 1, ideal) == 0
    assert steps_towards(deletion, 0, ideal) == sum(len(i.options) - 1 for i in deletion.issues if i.ordered)
