"""The written byways are legal and lead where they say."""

import pytest

from game.rules.scenario import Scenario
from tests.rules.byways import LINE_SHOWN_AND_LEFT, OKINAWA_STANDS, WORDS_AGAINST_A_PASSAGE, WORDS_STAND
from tests.rules.playing import package, played


@pytest.mark.parametrize(
    ("line", "ending"), [(WORDS_STAND, "words_stand"), (OKINAWA_STANDS, "okinawa_stands")]
)
def test_a_byway_reaches_its_ending(deletion: Scenario, line: tuple[str, ...], ending: str) -> None:
    outcome = played(deletion, *line).outcome
    assert outcome is not None
    assert deletion.endings[outcome.ending].id == ending


def test_the_words_may_be_traded_for_a_passage(deletion: Scenario) -> None:
    offer = played(deletion, *WORDS_AGAINST_A_PASSAGE).offers[0]
    assert offer is not None
    wanted = package(deletion, "rest=words", "world=passage", "okinawa=clause_out")
    assert all(told in (-1, got) for told, got in zip(wanted, offer.packages[0], strict=True))


def test_going_below_a_line_that_was_shown_costs_unity(deletion: Scenario) -> None:
    state = played(deletion, *LINE_SHOWN_AND_LEFT)
    fired = dict(zip([event.id for event in deletion.events], state.fired, strict=True))
    assert fired["went_below_line"] == 1
