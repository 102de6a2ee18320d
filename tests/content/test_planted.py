"""Each fact of The Deletion and of Two Towns can be broken, and is then what `check` reports first.

A row changes one number, or two or three, so that its fact and no other is broken. Three rows have what must
follow: where a home would not carry the text, the lines of history end otherwise; and as long as the Soviet
reservation value is fifty less the hurry, it falls with it. For that reason nothing but the claim itself can
break `fact_29_reservation` alone.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from game.content.authored import numbered
from game.content.diagnostics import Place, Report, Severity
from game.content.load import Loaded, load
from game.content.reading import Reading
from game.content.slack import broken, courses_of
from game.content.trial import try_out
from game.rules.scenario import FactForm, Scenario

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Planted:
    changes: dict[str, int]
    follow: tuple[str, ...] = ()


PLANTED_DELETION = {
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
        {"constituencies.main_stream.terms.6": 12, "constituencies.yoshida_wing.terms.4": 2}
    ),
    "fact_22": Planted({"constituencies.main_stream.start": 0}, follow=("fact_32", "fact_32_other")),
    "fact_22_socialists": Planted({"constituencies.socialists.start": 5}),
    "fact_22_wing": Planted({"constituencies.yoshida_wing.terms.5": -3}),
    "fact_23": Planted({"constituencies.main_stream.terms.10": 0}),
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

PLANTED_TOWNS = {
    "fact_1": Planted({"homes.skerry.reservation.1": 60}),
    "fact_2": Planted({"homes.lowick.reservation.1.1": 83}),
    "fact_3": Planted({"points.lowick.light.shared": 11}),
    "fact_4": Planted({"constituencies.widows.terms.2": 1}, follow=("fact_8",)),
    "fact_5": Planted({"constituencies.council.terms.2": -4}),
    "fact_6": Planted({"decisions.l_first.bank_first.effects.1": -3}),
    "fact_7": Planted({"homes.lowick.reservation.1.2": -1}),
    "fact_8": Planted({"conduct.holds_running": 1}),
    "fact_9": Planted({"points.skerry.light.shared": 20}),
    "fact_10": Planted({"points.lowick.light.lowick_pays": 17}),
    "fact_11": Planted({"constituencies.owners.terms.1": -3}),
    "fact_12": Planted({"events.shoal.effects.1": 0}),
}

PLANTED = {"the-deletion": PLANTED_DELETION, "two-towns": PLANTED_TOWNS}

CLAIMS = {"the-deletion": ("fact_29_reservation",), "two-towns": ()}
"""Facts that no number can break alone; the claim is turned round instead."""

ROWS = [(name, id) for name, planted in PLANTED.items() for id in (*planted, *CLAIMS[name])]


def with_numbers(scenario: Scenario, changes: dict[str, int]) -> Scenario:
    for name, value in changes.items():
        scenario = numbered(scenario, name).put(value)
    return scenario


def with_claim_turned(scenario: Scenario, id: str) -> Scenario:
    turned = {FactForm.RISES: FactForm.FALLS, FactForm.FALLS: FactForm.RISES}
    facts = [replace(each, form=turned[each.form]) if each.id == id else each for each in scenario.facts]
    return replace(scenario, facts=tuple(facts))


@pytest.fixture(scope="module")
def scenarios() -> dict[str, Loaded]:
    return {name: load(ROOT / "scenarios" / name) for name in PLANTED}


@pytest.mark.parametrize("name", PLANTED)
def test_every_fact_has_a_row(scenarios: dict[str, Loaded], name: str) -> None:
    scenario = scenarios[name].scenario
    assert scenario is not None
    assert sorted(fact.id for fact in scenario.facts) == sorted((*PLANTED[name], *CLAIMS[name]))


@pytest.mark.parametrize("name", PLANTED)
def test_the_facts_hold_as_they_stand(scenarios: dict[str, Loaded], name: str) -> None:
    scenario = scenarios[name].scenario
    assert scenario is not None
    assert broken(scenario, courses_of(scenario)) == ()


@pytest.mark.parametrize(("name", "id"), ROWS)
def test_a_planted_inversion_is_reported_first_and_no_other(
    scenarios: dict[str, Loaded], name: str, id: str
) -> None:
    loaded = scenarios[name]
    assert loaded.scenario is not None
    assert loaded.reading is not None
    planted = PLANTED[name].get(id)
    follow = () if planted is None else planted.follow
    if planted is None:
        scenario = with_claim_turned(loaded.scenario, id)
    else:
        scenario = with_numbers(loaded.scenario, planted.changes)
    fact = next(each for each in scenario.facts if each.id == id)
    found = broken(scenario, courses_of(scenario))
    assert [each.id for each in found] == [id, *follow]
    assert found[0].disputed is fact.warning

    report = Report()
    reading = replace(loaded.reading, report=report)
    try_out(replace(loaded, scenario=scenario, reading=reading, report=report))
    reported = [each for each in report if each.code.id.startswith("N7")]
    where = {_place(reading, "fact", id)}
    if fact.form is FactForm.LEGAL:  # a line that is refused or cut short is reported at its step
        line = next(each for each in scenario.history if each.id == fact.line)
        where |= {_place(reading, "step", f"{line.id}.{step}") for step in range(len(line.steps))}
    assert reported[0].place in where
    assert reported[0].code.severity is (Severity.WARNING if fact.warning else Severity.ERROR)
    assert len(reported) == 1 + len(follow)
    assert report.has_errors is not fact.warning


def _place(reading: Reading, kind: str, id: str) -> Place:
    where = reading.at(kind, id)
    return where if isinstance(where, Place) else where.place
