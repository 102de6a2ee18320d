"""What one person reaches from a chair, by play against the opponent that sits opposite."""

import pytest

from game.ai.registry import bots_for
from game.rules.scenario import Scenario
from tests.ai.endings import played, reached


@pytest.mark.long
def test_either_chair_of_the_deletion_reaches_many_endings(deletion: Scenario) -> None:
    for party in (0, 1):
        counted, first = reached(deletion, party, bots_for(deletion, 1 - party)[0], 60)
        assert len(counted) >= 8
        assert first.keys() == counted.keys()
        assert sum(counted.values()) == 60


@pytest.mark.long
def test_a_game_told_by_its_number_is_the_same_game(deletion: Scenario) -> None:
    against = bots_for(deletion, 0)[0]
    for game in range(4):
        assert played(deletion, 1, against, game) == played(deletion, 1, against, game)
    assert played(deletion, 1, against, 0) != played(deletion, 1, against, 1)
