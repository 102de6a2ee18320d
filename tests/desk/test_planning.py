"""Who at home could live with a draft: The Deletion's numbers at the opening, reckoned by hand.

The draft is the text as it was signed, with the letters in their drawer and the United Nations in the text
alone. Main stream: 5, two islands later +2, silence -1, so 6 of the 7 that carry. Khrushchev's circle: 8 and
1 for the protocol.
"""

from dataclasses import replace

import pytest

from game.desk.planning import Change, Prospect, prospect, prospect_lines
from game.places import assets_folder
from game.rules.apply import open_negotiation
from game.rules.home import support, tally
from game.rules.package import Package
from game.rules.scenario import Scenario
from game.rules.state import Standing
from game.rules.view import PartyView, view_for
from game.text.catalogue import Catalogue, load
from game.text.wording import Wording

USSR, JAPAN = 0, 1
DRAFT = {
    "islands": "two_after",
    "okinawa": "clause_out",
    "rest": "silent",
    "letters": "stand",
    "missing": "tracing",
    "un": "in_text",
    "world": "out",
    "trade": "protocol",
}


def view_of(scenario: Scenario, party: int) -> PartyView:
    return view_for(scenario, open_negotiation(scenario).state, party, 0)


def draft(scenario: Scenario, **changed: str) -> Package:
    return scenario.package(**{**DRAFT, **changed})


def named(scenario: Scenario, changes: tuple[Change, ...] | list[Change]) -> set[str]:
    return {
        f"{scenario.issues[each.issue].id}={scenario.issues[each.issue].options[each.option].id}"
        for each in changes
    }


def turning(scenario: Scenario, found: Prospect, who: str, standing: Standing) -> set[str]:
    index = next(i for i, each in enumerate(scenario.constituencies) if each.id == who)
    (stand,) = [each for each in found.stands if each.constituency == index]
    return named(scenario, [turn.change for turn in stand.turns if turn.standing is standing])


def test_a_constituency_one_point_short_is_turned_by_each_step_that_gives_one(deletion: Scenario) -> None:
    found = prospect(view_of(deletion, JAPAN), draft(deletion))
    assert turning(deletion, found, "main_stream", Standing.FOR) == {
        "islands=two_at_once",
        "rest=words",
        "letters=published",
        "missing=joint",
        "un=no_link",
    }


def test_whom_no_single_step_reaches_is_turned_by_nothing(deletion: Scenario) -> None:
    """Yoshida's wing stands at 3 and carries at 10."""
    found = prospect(view_of(deletion, JAPAN), draft(deletion))
    assert turning(deletion, found, "yoshida_wing", Standing.FOR) == set()


@pytest.mark.parametrize(
    ("party", "losses"),
    [
        (JAPAN, {"islands=nothing", "okinawa=clause_in"}),
        (USSR, {"islands=two_at_once", "rest=words"}),
    ],
)
def test_the_steps_that_would_lose_a_home_are_told(deletion: Scenario, party: int, losses: set[str]) -> None:
    """Without islands the gate falls to 0, with Okinawa to 1; Khrushchev's circle must be for and is then
    at 3 and at 6. Final is left out: it needs the letters to lapse."""
    found = prospect(view_of(deletion, party), draft(deletion))
    assert found.tally.carried
    assert named(deletion, found.losses) == losses
    assert found.gains == ()


def test_the_steps_that_would_win_a_home_are_told(deletion: Scenario) -> None:
    """With Okinawa the gate stands at 1 and blocks at 3: to strike the sentence gives 5, the words give 3.

    The letters published would give 2, a joint account 1; the islands at once do not go with the sentence.
    """
    found = prospect(view_of(deletion, JAPAN), draft(deletion, okinawa="clause_in"))
    assert not found.tally.carried
    assert named(deletion, found.gains) == {"okinawa=clause_out", "rest=words"}
    assert found.losses == ()
    blockers = [deletion.constituencies[each.constituency].id for each in found.stands if each.blocks]
    assert blockers == ["main_stream"]


def test_a_step_beyond_the_mandate_says_which_orders_it_breaks(deletion: Scenario) -> None:
    found = prospect(view_of(deletion, JAPAN), draft(deletion))
    orders = {
        deletion.issues[each.issue].id: [deletion.orders[order].id for order in each.orders]
        for each in found.losses
    }
    assert orders == {"islands": ["j_nothing"], "okinawa": ["j_okinawa_in"]}


@pytest.mark.parametrize("party", [USSR, JAPAN])
def test_the_terms_of_each_stand_sum_to_its_support(deletion: Scenario, party: int) -> None:
    view = view_of(deletion, party)
    for stand in prospect(view, draft(deletion)).stands:
        assert deletion.constituencies[stand.constituency].party == party
        assert max(0, min(10, sum(term.amount for term in stand.terms))) == stand.support
        assert stand.support == support(deletion, view.state, stand.constituency, draft_laid(view))


def draft_laid(view: PartyView) -> Package:
    return prospect(view, draft(view.scenario)).package


@pytest.mark.parametrize("party", [USSR, JAPAN])
def test_every_change_is_one_rung_of_one_open_question(deletion: Scenario, party: int) -> None:
    view = view_of(deletion, party)
    found = prospect(view, draft(deletion))
    changes = {*found.gains, *found.losses, *(turn.change for each in found.stands for turn in each.turns)}
    assert changes
    for each in changes:
        moved = [i for i, (a, b) in enumerate(zip(found.package, each.package, strict=True)) if a != b]
        assert moved == [each.issue]
        assert abs(found.package[each.issue] - each.option) == 1 or not deletion.issues[each.issue].ordered
        assert each.tally == tally(deletion, view.state, party, each.package)


@pytest.mark.parametrize("party", [USSR, JAPAN])
def test_a_prospect_does_not_depend_on_the_other_home(deletion: Scenario, party: int) -> None:
    others = tuple(
        each if each.party == party else replace(each, start=0, carries_at=10, votes=1)
        for each in deletion.constituencies
    )
    changed = replace(deletion, constituencies=others)
    lines = [
        prospect_lines(Wording(_say(), each, party), view_of(each, party), draft(each))
        for each in (deletion, changed)
    ]
    assert lines[0] == lines[1]


def _say() -> Catalogue:
    return load(assets_folder() / "text" / "en.yaml")
