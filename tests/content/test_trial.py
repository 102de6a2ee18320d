"""History is replayed, facts are held against the numbers, an agreement is looked for."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.content.load import load
from game.content.trial import broken_by, played, try_out
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
            fact = replace(fact, packages=fact.packages[::-1])
        elif fact.form in turned:
            fact = replace(fact, form=turned[fact.form])
        else:
            continue
        assert broken_by(ports, fact, opened[fact.at], opened[fact.until])


def test_what_is_preferred_must_be_worth_more_and_not_as_much(ports: Scenario) -> None:
    state = open_negotiation(ports).state
    fact = next(each for each in ports.facts if each.form is FactForm.PREFER)
    assert broken_by(ports, replace(fact, packages=fact.packages[:1] * 2), state, state)
