"""History is replayed, facts are held against the numbers, an agreement is looked for."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.facts import broken_by, cases_that_fit
from game.content.load import load, load_sources
from game.content.trial import played, try_out
from game.rules.apply import open_negotiation
from game.rules.scenario import FactForm, Scenario, Trigger

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", ["tests/scenarios/two-ports", "scenarios/the-deletion"])
def test_nothing_is_wrong_with_a_shipped_scenario(path: str) -> None:
    loaded = load(ROOT / path)
    try_out(loaded)
    assert loaded.report.render() == ""


def test_a_line_is_played_to_its_end(ports: Scenario) -> None:
    course = played(ports, ports.history[0])
    assert course.error is None
    assert course.made == len(ports.history[0].steps)
    assert course.final.outcome is not None
    assert course.final.outcome.trigger is Trigger.RATIFIED


def test_a_line_turns_chance_as_it_was(ports: Scenario) -> None:
    fog = next(index for index, event in enumerate(ports.events) if event.id == "fog")
    foggy = replace(ports.history[0], draws=((fog, 1),))
    stays = next(index for index, flag in enumerate(ports.flags) if flag.id == "fog_stays")
    assert played(ports, foggy).final.flags[stays]
    assert not played(ports, ports.history[0]).final.flags[stays]


def test_a_fact_turned_round_is_broken(ports: Scenario) -> None:
    opened = played(ports, ports.history[0]).opened
    turned = {FactForm.CARRIES: FactForm.BLOCKS, FactForm.FALLS: FactForm.RISES}
    for fact in ports.facts:
        if fact.form is FactForm.PREFER:
            fact = replace(fact, cases=tuple(case[::-1] for case in fact.cases))
        elif fact.form in turned:
            fact = replace(fact, form=turned[fact.form])
        else:
            continue
        assert broken_by(ports, fact, opened[fact.at], opened[fact.until])


def test_what_is_preferred_must_be_worth_more_and_not_as_much(ports: Scenario) -> None:
    state = open_negotiation(ports).state
    fact = next(each for each in ports.facts if each.form is FactForm.PREFER)
    assert broken_by(ports, replace(fact, cases=(fact.cases[0][:1] * 2,)), state, state)


def changed_text(old: str, new: str) -> str:
    text = (ROOT / "tests/scenarios/two-ports/scenario.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    return text.replace(old, new)


FACT_2 = "{prefer: tarn, this: {ferry: daily}, over: {ferry: weekly}, at: monday"
FACT_3 = "{carries: vale, package: {ferry: weekly, dues: half, form: accord}, at: thursday"
FACT_5 = "{falls: reservation.vale, from: monday, to: sunday"


@pytest.mark.parametrize(
    ("old", "new", "held"),
    [
        (FACT_2, FACT_2 + ", whatever: {dues: any}", True),
        (FACT_2, FACT_2 + ", whatever: {dues: [nothing, half], form: any}", True),
        (FACT_2, FACT_2.replace("{ferry: daily}", "[{ferry: daily}, {ferry: daily, dues: nothing}]"), True),
        (FACT_2, FACT_2.replace("{ferry: daily}", "[{ferry: daily}, {ferry: none}]"), False),
        (
            FACT_3,
            "{stands: board, as: for, package: {ferry: weekly, dues: half, form: accord}, at: thursday",
            True,
        ),
        (
            FACT_3,
            "{stands: board, as: away, package: {ferry: weekly, dues: half, form: accord}, at: thursday",
            False,
        ),
        (FACT_5, "{rises: season, with: strike_talk, at: monday", True),
        (FACT_5, "{falls: season, with: strike_talk, at: monday", False),
    ],
)
def test_a_fact_holds_in_all_its_cases_or_is_reported(old: str, new: str, held: bool) -> None:
    loaded = load_sources({"two-ports/scenario.yaml": changed_text(old, new)})
    try_out(loaded)
    assert loaded.report.codes() == (() if held else ("N704",)), loaded.report.render()


def test_a_case_that_no_text_could_have_says_nothing(ports: Scenario) -> None:
    """A daily ferry needs an accord, so that with the form varied one case is left."""
    loaded = load_sources(
        {"two-ports/scenario.yaml": changed_text(FACT_2, FACT_2 + ", whatever: {form: any}")}
    )
    assert loaded.scenario is not None
    fact = next(each for each in loaded.scenario.facts if each.id == "fact_2")
    state = open_negotiation(loaded.scenario).state
    assert len(fact.cases) == len(loaded.scenario.issues[loaded.scenario.issue_index("form")].options)
    assert len(cases_that_fit(loaded.scenario, fact, state)) == 1
