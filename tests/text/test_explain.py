"""Every explanation goes down to its source or assumption, and its summands add up."""

import re
from dataclasses import replace

import pytest

from game.rules.apply import open_negotiation
from game.rules.happenings import MeterChanged
from game.rules.home import support_terms
from game.rules.refusals import Refusal, Why
from game.rules.scenario import Level, Scenario
from game.rules.state import State
from game.rules.utility import points, reservation
from game.text import explain
from game.text.catalogue import Catalogue
from game.text.wording import Wording


@pytest.fixture
def state(deletion: Scenario) -> State:
    return open_negotiation(deletion).state


@pytest.fixture
def japan(say: Catalogue, deletion: Scenario) -> Wording:
    return Wording(say, deletion, deletion.party_index("japan"))


def amounts(lines: tuple[str, ...]) -> list[int]:
    return [int(found) for line in lines for found in re.findall(r": ([+-]\d+)$", line)]


def test_the_summands_of_points_add_up(japan: Wording, deletion: Scenario, state: State) -> None:
    for party in (0, 1):
        package = deletion.historical_package()
        lines = explain.point_lines(japan, state, party, package)
        assert sum(amounts(lines)) == points(deletion, party, package)
        assert any(line.startswith(("Source:", "Assumption:")) for line in lines)


def test_the_summands_of_the_reservation_value_add_up(
    japan: Wording, deletion: Scenario, state: State
) -> None:
    for party in (0, 1):
        lines = explain.reservation_lines(japan, state, party)
        assert sum(amounts(lines)) == reservation(deletion, state, party)
        assert deletion.homes[party].batna.strip() in lines[0]


def test_the_summands_of_support_add_up(japan: Wording, deletion: Scenario, state: State) -> None:
    package = deletion.historical_package()
    for index in range(len(deletion.constituencies)):
        lines = explain.support_lines(japan, state, index, package)
        assert sum(amounts(lines)) == sum(
            term.amount for term in support_terms(deletion, state, index, package)
        )
        assert "support" in lines[0]


def test_a_citation_is_written_out(deletion: Scenario) -> None:
    code, title = next(iter(deletion.sources.items()))
    assert title.strip() in explain.cited(deletion, f"{code} (single source); {code}, p. 4")
    assert explain.cited(deletion, "an unknown paper") == "an unknown paper"


def test_a_refusal_beyond_the_mandate_names_the_ways_and_their_price(
    japan: Wording, deletion: Scenario, state: State
) -> None:
    party = deletion.party_index("japan")
    order = next(i for i, each in enumerate(deletion.orders) if each.party == party)
    lines = explain.refusal_lines(japan, state, party, Refusal(Why.BEYOND_MANDATE, orders=(order,)))
    told = " ".join(lines)
    assert deletion.orders[order].sentence.strip() in told
    assert deletion.homes[party].name in told
    unity = deletion.homes[party].unity
    assert unity is not None
    assert f"1 point of {deletion.meters[unity].label}" in told
    after_no = replace(state, no_from_home=(True, True))
    assert "2 points" in " ".join(explain.ways_beyond(japan, after_no, party, (order,)))


def test_an_order_that_says_never_has_no_way_beyond(japan: Wording, deletion: Scenario, state: State) -> None:
    party = deletion.party_index("ussr")
    order = next(
        i for i, each in enumerate(deletion.orders) if each.party == party and each.level is Level.NEVER
    )
    assert explain.ways_beyond(japan, state, party, (order,)) == (japan.say("ways.never"),)


def test_ad_referendum_is_named_where_it_is_a_way(say: Catalogue, ports: Scenario) -> None:
    state = open_negotiation(ports).state
    order = next(i for i, each in enumerate(ports.orders) if each.level is Level.ASK)
    lines = explain.ways_beyond(Wording(say, ports, 0), state, ports.orders[order].party, (order,))
    assert any("ad referendum" in line for line in lines)


def test_an_order_is_explained_by_its_sentence_and_basis(
    japan: Wording, deletion: Scenario, state: State
) -> None:
    party = deletion.party_index("japan")
    orders = explain.binding(deletion, state, party)
    assert orders
    for order in orders:
        lines = explain.order_lines(japan, state, (order,))
        assert deletion.orders[order].sentence.strip().rstrip(".") in " ".join(lines)
        assert lines[-1].strip().startswith(("Source:", "Assumption:"))


def test_a_meter_is_explained_by_its_last_changes(japan: Wording, deletion: Scenario, state: State) -> None:
    changes = [
        MeterChanged(0, 5, 4, "holds"),
        MeterChanged(1, 4, 5, ""),
        MeterChanged(0, 4, 5, "better_offer"),
    ]
    lines = explain.meter_lines(japan, state, 0, changes)
    assert sum("from" in line for line in lines) == 2


def test_an_issue_is_explained_with_the_evidence_of_every_option(japan: Wording, deletion: Scenario) -> None:
    for index, issue in enumerate(deletion.issues):
        lines = explain.issue_lines(japan, index)
        told = sum(line.strip().startswith(("Source:", "Hypothetical:")) for line in lines)
        assert told == len(issue.options)


def test_what_is_left_open_is_named(japan: Wording, deletion: Scenario) -> None:
    assert explain.undecided(japan, deletion.historical_package()) == ""
    assert deletion.issues[0].label in explain.undecided(japan, deletion.opening.agreed)
