"""The packages that the numbers of The Deletion were tried on, recomputed.

The figures were typed from the table of the design notes, not taken from the scenario: points of Japan and
of the Soviet Union, support of the gate in Tokyo, and whether each home carries at trust 5, unity 5,
alarm 4. What is not said is as in history but for `LEFT`.
"""

from dataclasses import dataclass, replace
from itertools import product

import pytest

from game.rules.apply import open_negotiation
from game.rules.home import support, tally, would_permit, would_ratify
from game.rules.mandate import needs_failed
from game.rules.package import Package
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.utility import points

USSR, JAPAN = 0, 1

LEFT = {"letters": "stand", "un": "in_text"}
"""What the table means where it says nothing; the rest is history's."""


@dataclass(frozen=True)
class Row:
    name: str
    options: dict[str, str]
    japan: int
    ussr: int
    gate: int
    tokyo: bool
    moscow: bool


A = {"islands": "nothing"}
WORDS = {"rest": "words"}
NO_LINK = {"un": "no_link"}
OUT = {"letters": "published"}
IN = {"okinawa": "clause_in"}
JOINT = {"missing": "joint"}
FIVE = {"missing": "convicted", "trade": "promise"}

ROWS = (
    Row("history", OUT | NO_LINK, 72, 49, 9, True, True),
    Row("as it stood on 18 October", {}, 60, 57, 6, True, True),
    Row("option A as spoken", A, 28, 81, 0, False, True),
    Row("option A with the words", A | WORDS, 44, 76, 3, False, True),
    Row("option A, words and no third country", A | WORDS | NO_LINK, 47, 74, 4, True, True),
    Row("option A, words, letters, no third country", A | WORDS | OUT | NO_LINK, 50, 68, 5, True, True),
    Row("the same with a joint account", A | WORDS | OUT | NO_LINK | JOINT, 54, 60, 6, True, True),
    Row("five points of 13 September", A | FIVE, 17, 71, 0, False, True),
    Row("option B", IN | {"rest": "final", "letters": "lapse"}, 29, 78, 0, False, True),
    Row("Soviet draft of 17 October", IN | WORDS | {"world": "passage"}, 47, 67, 3, False, True),
    Row("both", WORDS | NO_LINK, 75, 40, 10, True, False),
    Row("both, sweetened", WORDS | {"world": "passage"}, 67, 46, 9, True, False),
    Row(
        "Japan's ideal",
        {"islands": "two_at_once"} | JOINT | WORDS | OUT | NO_LINK,
        94, 8, 10, True, False,
    ),
)  # fmt: skip


def package_of(scenario: Scenario, options: dict[str, str]) -> Package:
    history = {issue.id: issue.options[issue.history].id for issue in scenario.issues}
    return scenario.package(**(history | LEFT | options))


def at(scenario: Scenario, state: State, **meters: int) -> State:
    levels = list(state.meters)
    for index, meter in enumerate(scenario.meters):
        levels[index] = meters.get(meter.id, levels[index])
    return replace(state, meters=tuple(levels))


@pytest.fixture(scope="module")
def opening(deletion: Scenario) -> State:
    return open_negotiation(deletion).state


def constituency(scenario: Scenario, id: str) -> int:
    return next(index for index, each in enumerate(scenario.constituencies) if each.id == id)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_packages_are_worth_what_the_table_says(deletion: Scenario, row: Row) -> None:
    package = package_of(deletion, row.options)
    assert (points(deletion, JAPAN, package), points(deletion, USSR, package)) == (row.japan, row.ussr)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_homes_carry_what_the_table_says(deletion: Scenario, opening: State, row: Row) -> None:
    package = package_of(deletion, row.options)
    gate = support(deletion, opening, constituency(deletion, "main_stream"), package)
    carried = tuple(tally(deletion, opening, party, package).carried for party in (JAPAN, USSR))
    assert (gate, *carried) == (row.gate, row.tokyo, row.moscow)


@pytest.mark.parametrize(("hurry", "carried"), [(6, False), (7, True)])
def test_islands_and_words_are_carried_in_moscow_only_under_great_hurry(
    deletion: Scenario, opening: State, hurry: int, carried: bool
) -> None:
    state = at(deletion, opening, hurry=hurry)
    for extra in (NO_LINK, {"world": "passage"}):
        assert would_ratify(deletion, state, USSR, package_of(deletion, WORDS | extra)) == carried


def test_tokyo_asked_first_refuses_what_it_would_ratify(deletion: Scenario, opening: State) -> None:
    assert not would_permit(deletion, opening, JAPAN, package_of(deletion, {}))
    assert not would_permit(deletion, opening, JAPAN, package_of(deletion, OUT | NO_LINK))
    assert would_permit(deletion, opening, JAPAN, package_of(deletion, WORDS | NO_LINK))


def test_option_a_decided_alone_needs_the_letters(deletion: Scenario, opening: State) -> None:
    state = at(deletion, opening, unity=4)
    assert not would_ratify(deletion, state, JAPAN, package_of(deletion, A | WORDS | NO_LINK))
    assert would_ratify(deletion, state, JAPAN, package_of(deletion, A | WORDS | OUT | NO_LINK))


def test_the_presidium_lets_okinawa_go_without_hurry(deletion: Scenario, opening: State) -> None:
    assert would_permit(deletion, opening, USSR, package_of(deletion, {}))


def packages(scenario: Scenario, state: State) -> list[Package]:
    """Return every package of the eight open questions whose needs hold."""
    agenda = [issue.id for i, issue in enumerate(scenario.issues) if state.agenda[i]]
    names = [[option.id for option in scenario.issues[scenario.issue_index(id)].options] for id in agenda]
    whole = [package_of(scenario, dict(zip(agenda, choice, strict=True))) for choice in product(*names)]
    return [each for each in whole if not any(needs_failed(scenario, state, each, final=True))]


def test_the_table_has_1260_packages(deletion: Scenario, opening: State) -> None:
    named = deletion.issues[deletion.issue_index("rest")].option_index["named"]
    found = packages(deletion, opening)
    without_named = [each for each in found if each[deletion.issue_index("rest")] != named]
    assert (len(found), len(without_named)) == (1260, 972)


def test_the_zone_of_agreement_has_the_size_that_was_tried(deletion: Scenario, opening: State) -> None:
    rest = deletion.issue_index("rest")
    named = deletion.issues[rest].option_index["named"]
    found = [each for each in packages(deletion, opening) if each[rest] != named]
    zone = [p for p in found if points(deletion, JAPAN, p) >= 12 and points(deletion, USSR, p) >= 46]
    tokyo = {p for p in found if would_ratify(deletion, opening, JAPAN, p)}
    moscow = {p for p in found if would_ratify(deletion, opening, USSR, p)}
    assert (len(zone), len(tokyo), len(moscow)) == (583, 478, 594)
    assert len(set(zone) & tokyo & moscow) == 116
