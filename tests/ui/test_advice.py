"""The next step: a first offer in small steps, a question, then the persona."""

from dataclasses import replace

import pytest

from game.ai.bot import Chosen, Ground, Reason
from game.desk.advice import StepKind, easy_option, next_step
from game.desk.composition import best_within_orders
from game.rules.apply import apply, open_negotiation
from game.rules.moves import Accept, Hold, Propose
from game.rules.package import empty
from game.rules.scenario import Scenario
from game.rules.view import PartyView, view_for


def opening(deletion: Scenario, party: int) -> PartyView:
    state = open_negotiation(deletion).state
    return view_for(deletion, replace(state, turn=party, pending=((), ())), party)


@pytest.mark.parametrize("party", [0, 1])
def test_the_easy_question_comes_first_then_the_rest_then_the_offer(deletion: Scenario, party: int) -> None:
    view = opening(deletion, party)
    nothing = empty(len(deletion.issues))
    trade = next(n for n, item in enumerate(deletion.issues) if item.id == "trade")
    first = next_step(view, (nothing,), 0, None)
    assert first is not None
    assert (first.kind, first.issue) == (StepKind.EASY, trade)
    held = (*nothing[:trade], first.option, *nothing[trade + 1 :])
    second = next_step(view, (held,), 0, None)
    assert second is not None
    assert second.kind is StepKind.FILL
    third = next_step(view, (best_within_orders(view),), 0, None)
    assert third is not None
    assert third.kind is StepKind.TABLE


def test_what_ends_the_talks_comes_before_the_lesson(deletion: Scenario) -> None:
    view = opening(deletion, 1)
    nothing = (empty(len(deletion.issues)),)
    found = next_step(view, nothing, 0, Chosen(Accept(0), (Reason(Ground.TARGET_MET),)))
    assert found is not None
    assert found.kind is StepKind.PERSONA


def test_who_is_apart_and_knows_nothing_is_told_to_sound_them_out_once(deletion: Scenario) -> None:
    state = replace(open_negotiation(deletion).state, turn=1, pending=((), ()))
    mine = Propose((deletion.package(islands="two_at_once", trade="protocol"),))
    theirs = Propose((deletion.package(islands="nothing", trade="protocol"),))
    state = apply(deletion, apply(deletion, state, 1, mine).state, 0, theirs).state
    view = view_for(deletion, replace(state, pending=((), ())), 1)
    hand = (empty(len(deletion.issues)),)
    waits = Chosen(Hold(), (Reason(Ground.NOTHING_BETTER),))
    asked = next_step(view, hand, 0, waits)
    assert asked is not None
    assert asked.kind is StepKind.ASK
    assert deletion.issues[asked.issue].id == "islands"
    acted = replace(view, state=replace(view.state, acted=True))
    after = next_step(acted, hand, 0, waits)
    assert after is not None
    assert after.kind is StepKind.PERSONA


def test_an_option_beyond_the_orders_is_never_the_easy_one(ports: Scenario) -> None:
    state = open_negotiation(ports).state
    for party in (0, 1):
        found = easy_option(view_for(ports, state, party))
        assert found is None or not ports.issues[found[0]].ordered
