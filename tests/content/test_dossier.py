"""What is read about the talks: as written, in the order of time, and nobody's secret told to the other."""

import pytest

from game.content.load import load_sources
from game.rules.brief import brief_for
from game.rules.scenario import Scenario
from tests.conftest import ROOT

TOWNS = (ROOT / "scenarios" / "two-towns" / "scenario.yaml").read_text("utf-8")

SECOND_READING = TOWNS[TOWNS.index('{says: "The clerk') : TOWNS.index("], question: What could")]


def towns(*edits: tuple[str, str]) -> tuple[Scenario | None, set[str]]:
    text = TOWNS
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    result = load_sources({"two-towns/scenario.yaml": text})
    return result.scenario, set(result.report.codes())


@pytest.fixture(scope="module")
def whole() -> Scenario:
    scenario, _ = towns()
    assert scenario is not None
    return scenario


def test_a_party_reads_the_roles_of_its_own_delegation_alone(whole: Scenario) -> None:
    for party in (0, 1):
        roles = brief_for(whole, party).dossier.roles
        assert [role.party for role in roles] == [party]
        assert roles[0].text


def test_before_the_end_nobody_reads_what_came_of_it_or_what_is_disputed(whole: Scenario) -> None:
    begins = whole.rounds[whole.opening.round].slots[0].date
    assert any(moment.date >= begins for moment in whole.dossier.timeline)
    for party in (0, 1):
        told = brief_for(whole, party).dossier
        assert told.timeline
        assert all(moment.date < begins for moment in told.timeline)
        assert (told.disputes, told.lessons, told.questions, told.sensitivity) == ((), (), (), "")


def test_the_timeline_runs_in_the_order_of_time_however_it_is_written() -> None:
    scenario, codes = towns(("date: 1910-12-21", "date: 1911-12-21"))
    assert scenario is not None
    assert not codes
    assert [moment.id for moment in scenario.dossier.timeline] == ["letters", "agreement", "dark_winter"]


def test_a_side_may_call_a_thing_by_its_own_word_in_its_own_script() -> None:
    scenario, codes = towns(("lowick: licht", "lowick: 灯台"))
    assert scenario is not None
    assert scenario.dossier.glossary[1].said == ("lys", "灯台")
    assert not codes


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("party: skerry, label: The steward", "party: skery, label: The steward", "N201"),
        ("source: MIN, label: memoir only}", "source: MIM, label: memoir only}", "N603"),
        ("label: memoir only}", "label: memory}", "N109"),
        (SECOND_READING, "", "N112"),
        ("when: bank == three_days}", "when: bank == three_day}", "N316"),
        ("minutes: 18, title: Bargain", "minutes: 0, title: Bargain", "N105"),
        ("date: 1911-03-01, when: 1 March 1911", "date: 1911-03-01", "N102"),
    ],
)
def test_a_slip_is_reported(old: str, new: str, code: str) -> None:
    _, codes = towns((old, new))
    assert code in codes
