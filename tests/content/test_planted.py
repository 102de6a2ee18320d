"""Each fact of The Deletion can be broken, and is then what `check` reports first.

A row changes one number, or two or three, so that its fact and no other is broken. Two rows have what must
follow: when Tokyo would not carry the text, the lines of history end otherwise; and as long as the Soviet
reservation value is fifty less the hurry, it falls with it. For that reason nothing but the claim itself can
break `fact_29_reservation` alone.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from game.content.authored import numbered
from game.content.diagnostics import Report, Severity
from game.content.load import Loaded, load
from game.content.slack import broken, courses_of
from game.content.trial import try_out
from game.rules.scenario import FactForm, Scenario

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Planted:
    changes: dict[str, int]
    follow: tuple[str, ...] = ()


PLANTED = {
    "fact_15_japan": Planted({"homes.japan.reservation.1.2": 17}),
    "fact_15_ussr": Planted({"points.ussr.islands.nothing": 9}),
    "fact_16_islands": Planted({"constituencies.main_stream.terms.1": 2}),
    "fact_16_line": Planted({"constituencies.main_stream.terms.2": 3}),
    "fact_17_first": Planted({"points.ussr.trade.protocol": -25, "points.ussr.islands.two_after": 47}),
    "fact_17_second": Planted({"points.ussr.rest.final": -14}),
    "fact_17_at_once_first": Planted({"points.ussr.islands.two_at_once": 44, "points.ussr.rest.final": 40}),
    "fact_17_at_once_second": Planted({"points.ussr.islands.two_at_once": 41}),
    "fact_18": Planted({"linkages.4": 7, "linkages.5": -10}),
    "fact_18_okinawa": Planted({"linkages.5": 15}),
    "fact_19": Planted({"points.ussr.islands.two_after": 3}),
    "fact_20_words": Planted({"points.japan.rest.words": 13}),
    "fact_20_silent": Planted({"points.japan.islands.two_after": -27}),
    "fact_20_okinawa": Planted({"points.japan.okinawa.clause_in": 0}),
    "fact_21": Planted({"constituencies.main_stream.asked_first_at": 6}),
    "fact_21_asked": Planted(
        {"constituencies.main_stream.terms.5": 12, "constituencies.yoshida_wing.terms.4": 2}
    ),
    "fact_22": Planted({"constituencies.main_stream.start": 0}, follow=("fact_32", "fact_32_other")),
    "fact_22_socialists": Planted({"constituencies.socialists.start": 5}),
    "fact_22_wing": Planted({"constituencies.yoshida_wing.terms.5": -3}),
    "fact_23": Planted({"constituencies.main_stream.terms.9": 0}),
    "fact_26_enough": Planted({"points.japan.letters.published": -55}),
    "fact_26_tracing": Planted({"points.japan.missing.convicted": 8}),
    "fact_28": Planted({"points.japan.un.no_link": 4}),
    "fact_29": Planted({"events.poland_17.effects.1": -3}, follow=("fact_29_reservation",)),
    "fact_29_poland": Planted({"events.poland_18.effects.1": 0}),
    "fact_29_delay": Planted({"events.delay_once.effects.2": -2}),
    "fact_30_final": Planted({"constituencies.washington.terms.2": 0}),
    "fact_30_okinawa": Planted({"constituencies.washington.terms.3": 0}),
    "fact_30_neutral": Planted({"constituencies.washington.terms.5": 0}),
    "fact_30_october": Planted({"constituencies.washington.blocks_at": 6}),
    "fact_31": Planted({"homes.japan.reservation.1.2": 0}),
    "fact_32": Planted({"meters.trust.start": 1}),
    "fact_32_other": Planted({"conduct.better_add": -5}),
}

CLAIMS = {"fact_29_reservation"}
"""Facts that no number can break alone; the row turns the claim round."""


def with_numbers(scenario: Scenario, changes: dict[str, int]) -> Scenario:
    for name, value in changes.items():
        scenario = numbered(scenario, name).put(value)
    return scenario


def with_claim_turned(scenario: Scenario, id: str) -> Scenario:
    turned = {FactForm.RISES: FactForm.FALLS, FactForm.FALLS: FactForm.RISES}
    facts = [replace(each, form=turned[each.form]) if each.id == id else each for each in scenario.facts]
    return replace(scenario, facts=tuple(facts))


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(ROOT / "scenarios/the-deletion")


def test_every_fact_has_a_row(loaded: Loaded) -> None:
    assert loaded.scenario is not None
    assert {fact.id for fact in loaded.scenario.facts} == set(PLANTED) | CLAIMS
    assert not set(PLANTED) & CLAIMS


@pytest.mark.parametrize("id", [*PLANTED, *CLAIMS])
def test_a_planted_inversion_is_reported_first_and_no_other(loaded: Loaded, id: str) -> None:
    assert loaded.scenario is not None
    assert loaded.reading is not None
    follow = PLANTED[id].follow if id in PLANTED else ()
    scenario = (
        with_numbers(loaded.scenario, PLANTED[id].changes)
        if id in PLANTED
        else with_claim_turned(loaded.scenario, id)
    )
    fact = next(each for each in scenario.facts if each.id == id)
    found = broken(scenario, courses_of(scenario))
    assert [each.id for each in found] == [id, *follow]
    assert found[0].disputed is fact.warning

    report = Report()
    reading = replace(loaded.reading, report=report)
    try_out(replace(loaded, scenario=scenario, reading=reading, report=report))
    first = next(iter(report))
    where = {reading.at("fact", id).place}  # type: ignore[union-attr]
    if fact.form is FactForm.LEGAL:  # a line that is refused or cut short is reported at its step
        line = next(each for each in scenario.history if each.id == fact.line)
        steps = range(len(line.steps))
        where |= {reading.at("step", f"{line.id}.{step}").place for step in steps}  # type: ignore[union-attr]
    assert first.place in where
    assert first.code.severity is (Severity.WARNING if fact.warning else Severity.ERROR)
    assert len(report) == 1 + len(follow)
    assert report.has_errors is not fact.warning


def test_the_facts_hold_as_they_stand(loaded: Loaded) -> None:
    assert loaded.scenario is not None
    assert broken(loaded.scenario, courses_of(loaded.scenario)) == ()
