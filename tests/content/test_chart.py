"""What a scenario says of the map: islands that are on it, options that exist, one of an issue at a time."""

import json

import pytest

from game import places
from game.content.chart import LABELS, known_places
from game.content.load import load_sources
from game.rules.scenario import Fate
from game.ui.map_status import Term
from tests.conftest import ROOT

PORTS = (ROOT / "tests" / "scenarios" / "two-ports" / "scenario.yaml").read_text("utf-8")


def read(rule: str):
    return load_sources({"two-ports/scenario.yaml": f"{PORTS}\nmap:\n  - {rule}\n"})


def test_a_rule_names_places_by_the_ids_of_the_map_and_options_by_theirs() -> None:
    scenario = read("{places: [urup, shikotan], on: [ferry.daily, form.note], shows: words}").scenario
    assert scenario is not None
    (rule,) = scenario.map_rules
    options = {f"{scenario.issues[i].id}.{scenario.issues[i].options[o].id}" for i, o in rule.options}
    assert (rule.places, options, rule.fate) == (
        ("urup", "shikotan"),
        {"ferry.daily", "form.note"},
        Fate.WORDS,
    )


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("{places: [urop], on: [ferry.daily], shows: words}", "N109"),
        ("{places: [nemuro], on: [ferry.daily], shows: words}", "N109"),
        ("{places: [], on: [ferry.daily], shows: words}", "N112"),
        ("{places: [urup], on: [ferry.dayly], shows: words}", "N201"),
        ("{places: [urup], on: [ferry.daily, ferry.weekly], shows: words}", "N119"),
        ("{places: [urup], on: [ferry.daily], shows: handed_over}", "N109"),
    ],
)
def test_what_cannot_be_shown_is_told(rule: str, code: str) -> None:
    assert read(rule).report.codes() == (code,)


def test_every_place_that_can_be_named_is_drawn() -> None:
    drawn = json.loads((places.assets_folder() / LABELS).read_text("utf-8"))["places"]
    shapes = {each["id"] for each in drawn if each["shapes"]}
    assert known_places().keys() <= shapes
    assert known_places().keys() >= {"habomai", "shikotan", "kunashiri", "etorofu"}


def test_the_window_has_a_term_for_every_fate() -> None:
    assert {term.value for term in Term} == {fate.value for fate in Fate} | {Term.UNTOUCHED.value}
