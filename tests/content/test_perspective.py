"""With the names of one side the scenario speaks as that side does; what is quoted or signed stays."""

from dataclasses import fields, is_dataclass

import pytest

from game.content.load import load
from game.rules.scenario import Scenario
from tests.conftest import ROOT

TOWNS = ROOT / "scenarios" / "two-towns"


def spoken(names: str) -> Scenario:
    scenario = load(TOWNS, names=names).scenario
    assert scenario is not None
    return scenario


def texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case tuple() | list():
            return [text for each in value for text in texts(each)]
        case _ if is_dataclass(value):
            return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    return []


@pytest.mark.parametrize(("names", "called"), [("skerry", "the Home Ground"), ("lowick", "the Middle Bank")])
def test_the_scenario_speaks_with_the_names_of_a_side(names: str, called: str) -> None:
    neutral, side = spoken(""), spoken(names)
    assert "the bank" in neutral.briefing.confidential[0]
    assert called in side.briefing.confidential[0]
    assert "the bank" not in side.briefing.confidential[0]


@pytest.mark.parametrize("names", ["skerry", "lowick"])
def test_papers_the_instrument_and_the_glossary_are_as_they_were(names: str) -> None:
    neutral, side = spoken(""), spoken(names)
    for one, other in zip(neutral.documents, side.documents, strict=True):
        assert one.text == other.text
    for one, other in zip(neutral.issues, side.issues, strict=True):
        assert [(o.clause, o.letter) for o in one.options] == [(o.clause, o.letter) for o in other.options]
    assert neutral.declaration == side.declaration
    assert neutral.dossier.glossary == side.dossier.glossary


def test_no_name_of_one_side_stands_in_the_neutral_text() -> None:
    scenario = spoken("")
    called = {name for word in scenario.dossier.glossary for name in word.called if name}
    assert called
    heard = [scenario.briefing, scenario.issues, scenario.decisions, scenario.events, scenario.endings]
    assert not [text for text in texts(heard) for name in called if name in text]


def test_whose_names_are_used_changes_no_rule_and_no_fingerprint() -> None:
    neutral, side = spoken(""), spoken("skerry")
    assert (neutral.points, neutral.fingerprint) == (side.points, side.fingerprint)
    assert spoken("nobody").briefing == neutral.briefing
