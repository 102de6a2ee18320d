"""Every ending of The Deletion is reached by legal moves."""

import pytest

from game.rules.scenario import Scenario
from tests.plans import plan_names, play_of

ENDINGS = [name for name in plan_names("the-deletion") if name != "orders"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_plan_leads_to_its_ending(deletion: Scenario, ending: str) -> None:
    state = play_of(deletion, ending).state
    assert state is not None
    assert state.outcome is not None
    assert deletion.endings[state.outcome.ending].id == ending


def test_every_ending_but_history_has_a_plan(deletion: Scenario) -> None:
    assert {*ENDINGS, "as_in_history"} == {ending.id for ending in deletion.endings}


def test_epilogues_are_of_a_length_to_be_read(deletion: Scenario) -> None:
    for ending in deletion.endings:
        assert 120 <= len(ending.epilogue.split()) <= 200, ending.id


def test_what_did_not_happen_says_so(deletion: Scenario) -> None:
    for ending in deletion.endings:
        assert ending.counterfactual == ending.epilogue.startswith("This did not happen"), ending.id
