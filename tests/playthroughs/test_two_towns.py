"""The plans of the invented scenario, each of which shows one thing that can happen."""

from itertools import product
from pathlib import Path

import pytest

from game.content.load import load
from game.rules.happenings import (
    DelegateChanged,
    Disowned,
    Happening,
    IssueReopened,
    RoundEntered,
    Voted,
    WalkedOut,
)
from game.rules.home import would_ratify
from game.rules.legality import table_refusal
from game.rules.moves import Accept
from game.rules.package import OPEN, Package
from game.rules.refusals import Why
from game.rules.scenario import Scenario, Trigger
from game.rules.state import Standing, State
from game.rules.transcript import replay
from tests.plans import play_of

SKERRY, LOWICK = 0, 1


@pytest.fixture(scope="module")
def towns() -> Scenario:
    loaded = load(Path(__file__).parents[2] / "scenarios" / "two-towns")
    assert loaded.scenario is not None, loaded.report.render()
    return loaded.scenario


def game(scenario: Scenario, name: str) -> tuple[tuple[State, ...], list[Happening]]:
    """Return the states of a plan of Two Towns, which comes out as it is written, and all that happened."""
    line = replay(scenario, play_of(scenario, name).moves)
    return line.states, [each for told in line.happenings for each in told]


def test_a_home_disowns_what_was_agreed_ad_referendum(towns: Scenario) -> None:
    states, told = game(towns, "disowned")
    bank = towns.issue_index("bank")
    assert Disowned(SKERRY, (bank,)) in told
    assert states[-1].provisional[bank] == OPEN
    assert states[-1].meters[0] < states[-3].meters[0]


def test_a_failed_ratification_names_who_blocked(towns: Scenario) -> None:
    states, told = game(towns, "refused")
    outcome = states[-1].outcome
    assert outcome is not None
    assert (outcome.trigger, outcome.signed, outcome.ratified) == (Trigger.REFUSED, True, False)
    lowick = next(each.tally for each in told if isinstance(each, Voted) and each.tally.party == LOWICK)
    assert not lowick.carried
    assert [towns.constituencies[index].id for index in lowick.blockers] == ["meeting"]


def win_set(scenario: Scenario, state: State, party: int) -> set[Package]:
    """Return every complete package that the home of `party` would carry now."""
    ladders = (range(len(issue.options)) for issue in scenario.issues)
    return {each for each in product(*ladders) if would_ratify(scenario, state, party, each)}


def test_the_win_set_moves_with_what_is_said_at_home(towns: Scenario) -> None:
    states, _ = game(towns, "moved")
    before, after = win_set(towns, states[-3], SKERRY), win_set(towns, states[-1], SKERRY)
    signed = towns.package(bank="three_days", light="shared", form="agreement")
    assert signed in before
    assert signed not in after, "what was sworn in print cannot be given any more"


def test_an_election_moves_it_too(towns: Scenario) -> None:
    states, _ = game(towns, "sent")
    signed = towns.package(bank="three_days", light="shared", form="agreement")
    at_the_hall = next(state for state in states if towns.rounds[state.round].id == "hall")
    assert signed not in win_set(towns, states[2], SKERRY)
    assert signed in win_set(towns, at_the_hall, SKERRY)


def test_a_walk_out_may_be_mended_by_the_next_round_or_be_final(towns: Scenario) -> None:
    states, told = game(towns, "left")
    assert [each.party for each in told if isinstance(each, WalkedOut)] == [LOWICK, SKERRY]
    entered = [towns.rounds[each.round].id for each in told if isinstance(each, RoundEntered)]
    assert entered == ["letter", "quay", "interval", "hall"]
    assert states[-1].outcome is not None
    assert states[-1].outcome.trigger is Trigger.WALK_OUT


def test_a_linked_offer_is_not_taken_in_part(towns: Scenario) -> None:
    states, _ = game(towns, "linked")
    offer = states[-1].offers[SKERRY]
    assert offer is not None
    assert offer.linked
    assert len(offer.packages) == 2
    # A decision comes before Lowick's move now, so that the table is asked and not the turn.
    part = Accept(1, (towns.issue_index("light"),))
    found = table_refusal(towns, states[-1], LOWICK, part)
    assert found is not None
    assert found.why is Why.LINKED_OFFER


def test_delegates_come_and_go_and_one_stays(towns: Scenario) -> None:
    states, told = game(towns, "sent")
    ids = [each.id for each in towns.delegates]
    changes = [each for each in told if isinstance(each, DelegateChanged)]
    assert changes == [
        DelegateChanged(LOWICK, ids.index("pastor")),
        DelegateChanged(LOWICK, -1),
        DelegateChanged(SKERRY, ids.index("new_reeve")),
    ]
    assert states[-1].delegates[SKERRY] == ids.index("new_reeve")
    council = next(each.tally for each in told if isinstance(each, Voted) and each.tally.party == SKERRY)
    assert council.carried
    assert states[-1].signed_weight[SKERRY] == 2, "a head elected by many weighs more"


def test_what_is_agreed_early_skips_a_round_and_reopens_as_the_next_one_says(towns: Scenario) -> None:
    states, told = game(towns, "early")
    entered = [towns.rounds[each.round].id for each in told if isinstance(each, RoundEntered)]
    assert entered == ["letter", "quay", "hall"]
    light = towns.issue_index("light")
    assert IssueReopened(-1, light) in told
    assert states[-1].provisional[towns.issue_index("bank")] != OPEN


def test_every_group_is_called_in_the_vote_of_its_home_and_counted_by_its_stand(towns: Scenario) -> None:
    _, told = game(towns, "sent")
    tallies = [each.tally for each in told if isinstance(each, Voted)]
    assert sorted(each.party for each in tallies) == [SKERRY, LOWICK]
    for tally in tallies:
        called = {index: stand for index, stand, _ in tally.standings}
        assert list(called) == [i for i, each in enumerate(towns.constituencies) if each.party == tally.party]
        for_it = [i for i, stand in called.items() if stand is Standing.FOR]
        assert tally.votes_for == sum(towns.constituencies[i].votes for i in for_it)
