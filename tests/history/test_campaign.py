"""Two Islands and Moscow 1956: their documented courses, and a line of play for every branch."""

from pathlib import Path

import pytest

from game.content.load import load
from game.rules.concordance import is_history, same_articles, verdicts
from game.rules.scenario import Scenario, Trigger
from tests.history.test_lines import LINES, played

SCENARIOS = Path(__file__).parents[2] / "scenarios"
CUTS = ("moscow-1956", "two-islands")
MOST_OPEN = 8
"""Issues on one agenda (negotiation-model section 1)."""


@pytest.fixture(scope="module", params=CUTS)
def cut(request: pytest.FixtureRequest) -> Scenario:
    loaded = load(request.param, SCENARIOS)
    assert loaded.scenario is not None, loaded.report.render()
    return loaded.scenario


@pytest.mark.parametrize("id", LINES)
def test_a_line_ends_in_the_real_declaration_in_force(cut: Scenario, id: str) -> None:
    outcome = played(cut, next(each for each in cut.history if each.id == id)).outcome
    assert outcome is not None
    assert (outcome.trigger, outcome.ratified) == (Trigger.RATIFIED, True)
    assert cut.endings[outcome.ending].id == "as_in_history"
    lines = verdicts(cut, outcome.package)
    assert same_articles(lines) == 10
    assert is_history(lines)


@pytest.mark.parametrize("id", LINES)
def test_october_begins_as_the_deletion_does(cut: Scenario, deletion: Scenario, id: str) -> None:
    """What was agreed on the way, the meters and what no agreement is worth are those of the short cut."""
    moved = {"unity": 1, "hurry": -4}  # by the end: one decision alone, and Poland
    state = played(cut, next(each for each in cut.history if each.id == id))
    meters = {meter.id: value for meter, value in zip(cut.meters, state.meters, strict=True)}
    for meter in deletion.meters:
        if meter.id != cut.meters[cut.conduct.meter].id:
            assert meters[meter.id] + moved.get(meter.id, 0) == meter.start, meter.id


@pytest.mark.parametrize("id", LINES)
def test_every_step_says_what_it_rests_on_or_that_it_is_filled_in(cut: Scenario, id: str) -> None:
    for step in next(each for each in cut.history if each.id == id).steps:
        assert step.note
        assert step.source or "filled in" in step.note or "the record has nothing" in step.note, step.note


def test_no_agenda_holds_more_than_can_be_talked_about(cut: Scenario) -> None:
    for each in cut.rounds:
        assert len(each.agenda) <= MOST_OPEN, each.id


def plans_of(cut: str) -> list[Path]:
    return list((SCENARIOS / cut / "plans").glob("*.plan"))


def test_every_ending_has_a_line_of_play() -> None:
    """Of Two Islands: history's, a plan beside it, or one of those that The Deletion has too."""
    scenario = load("two-islands", SCENARIOS).scenario
    assert scenario is not None
    kept = {path.stem for cut in ("two-islands", "the-deletion") for path in plans_of(cut)}
    assert {each.id for each in scenario.endings} <= kept | {"as_in_history"}
