"""Two Islands and Moscow 1956: their documented courses, and a line of play for every branch."""

from pathlib import Path

import pytest

from game.content.load import Loaded, load
from game.desk.plan_called import plan_called
from game.places import sentences_file
from game.rules.concordance import is_history, same_articles, verdicts
from game.rules.scenario import Scenario, Trigger
from game.text.catalogue import load as sentences
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


BRANCHES = {
    "a treaty in August 1955": "treaty_1955",
    "the formula in September 1955": "formula_1955_carried",
    "the seat in the United Nations, December 1955": "seat_already_won",
    "politics beside fish, spring 1956": "spring_agreement",
    "Shigemitsu's acceptance upheld": "shigemitsu_upheld",
    "Dulles not asked": "never_asked",
    "the first of the two solutions taken": "first_solution",
    "the deletion refused, and the words stand": "words_stand",
    "a ratification that fails": "refused_1955",
    "the winter after Hungary": "winter_of_hungary",
}
"""Of the README of Two Islands: its row, and the plan, which is called after its ending."""


@pytest.fixture(scope="module")
def islands() -> Loaded:
    found = load("two-islands", SCENARIOS)
    assert found.scenario is not None, found.report.render()
    return found


@pytest.mark.parametrize("branch", BRANCHES)
def test_a_branch_has_a_line_of_play_that_can_be_stepped_through(islands: Loaded, branch: str) -> None:
    name = BRANCHES[branch]
    command = f"python3 main.py replay two-islands --plan {name.replace('_', '-')}"
    rows = (SCENARIOS / "two-islands" / "README.md").read_text("utf-8").splitlines()
    (row,) = (row for row in rows if row.startswith(f"| {branch} |"))
    assert f"`{command}`" in row
    play = plan_called(sentences(sentences_file()), islands, name.replace("_", "-"))
    assert islands.scenario is not None
    assert play.state is not None
    assert play.state.outcome is not None
    assert islands.scenario.endings[play.state.outcome.ending].id == name


def test_every_ending_has_a_line_of_play() -> None:
    """Of Two Islands: history's, a plan beside it, or one of those that The Deletion has too."""
    scenario = load("two-islands", SCENARIOS).scenario
    assert scenario is not None
    kept = {path.stem for cut in ("two-islands", "the-deletion") for path in plans_of(cut)}
    assert {each.id for each in scenario.endings} <= kept | {"as_in_history"}
