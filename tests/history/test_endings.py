"""Every ending of The Deletion is reached by legal moves."""

import pytest

from game.rules.scenario import Scenario
from tests.history.plans import PLANS, played


@pytest.mark.parametrize("ending", PLANS)
def test_a_plan_leads_to_its_ending(deletion: Scenario, ending: str) -> None:
    assert deletion.endings[played(deletion, PLANS[ending])[0].ending].id == ending


def test_every_ending_but_history_has_a_plan(deletion: Scenario) -> None:
    assert set(PLANS) | {"as_in_history"} == {ending.id for ending in deletion.endings}


def test_epilogues_are_of_a_length_to_be_read(deletion: Scenario) -> None:
    for ending in deletion.endings:
        assert 120 <= len(ending.epilogue.split()) <= 200, ending.id


def test_what_did_not_happen_says_so(deletion: Scenario) -> None:
    for ending in deletion.endings:
        assert ending.counterfactual == ending.epilogue.startswith("This did not happen"), ending.id
