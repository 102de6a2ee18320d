"""What does not reach the other side: in the brief, in happenings, at the end."""

from dataclasses import replace

import pytest

from game.rules.apply import apply, open_negotiation
from game.rules.brief import brief_for
from game.rules.expressions import constant
from game.rules.happenings import Ended
from game.rules.moves import Hold, WalkOut
from game.rules.scenario import (
    Add,
    Effect,
    Event,
    Instruct,
    Level,
    MoveReservation,
    PutDecision,
    Reveal,
    Scenario,
    Schedule,
    SetFlag,
    SetMeter,
    TableOffer,
)
from game.rules.state import UNTOLD
from game.rules.view import seen_by, view_for
from tests.rules.playing import package, parsed, played
from tests.rules.test_apply import SIGNED

VALE, TARN = 0, 1


def index(items: tuple[object, ...], id: str) -> int:
    return [getattr(item, "id", "") for item in items].index(id)


@pytest.mark.parametrize("party", [VALE, TARN])
def test_the_end_tells_a_party_its_own_points_and_not_the_others(ports: Scenario, party: int) -> None:
    applied = apply(ports, played(ports), VALE, WalkOut())
    told = [item for item in seen_by(ports, applied.happenings, party) if isinstance(item, Ended)]
    truth = applied.state.outcome
    assert truth is not None
    for outcome in (told[0].outcome, view_for(ports, applied.state, party).state.outcome):
        assert outcome is not None
        assert outcome.points[party] == truth.points[party]
        assert outcome.reservation[party] == truth.reservation[party]
        assert outcome.points[1 - party] == 0
        assert outcome.reservation[1 - party] == 0
        assert (outcome.trigger, outcome.ending) == (truth.trigger, truth.ending)


def secret_effects(ports: Scenario) -> tuple[Effect, ...]:
    """Return effects on what Tarn alone sees."""
    return (
        Add(index(ports.meters, "season"), constant(2)),
        SetMeter(index(ports.meters, "season"), constant(7)),
        SetFlag(index(ports.flags, "rumour"), value=True),
        Instruct(index(ports.orders, "t_none"), Level.NEVER),
        PutDecision(index(ports.decisions, "t_rumour")),
        MoveReservation(TARN, constant(3)),
        Reveal(TARN, 0),
        Schedule(index(ports.events, "strike_talk"), 1),
    )


def test_what_both_see_happen_tells_neither_what_it_does_to_the_other(ports: Scenario) -> None:
    hidden = secret_effects(ports)
    public: tuple[Effect, ...] = (
        Add(index(ports.meters, "trust"), constant(1)),
        TableOffer(TARN, package(ports, "dues=half"), linked=False),
    )
    fog = index(ports.events, "fog")
    outcomes = tuple(replace(item, effects=hidden + public) for item in ports.events[fog].outcomes)
    event: Event = replace(ports.events[fog], effects=hidden + public, outcomes=outcomes)
    toast = index(ports.actions, "toast")
    action = replace(ports.actions[toast], effects=hidden + public)
    scenario = replace(
        ports,
        events=(event, *ports.events[1:]),
        actions=tuple(action if i == toast else a for i, a in enumerate(ports.actions)),
    )
    for party, kept in ((VALE, public), (TARN, hidden + public)):
        brief = brief_for(scenario, party)
        assert brief.events[fog].effects == kept
        assert [item.effects for item in brief.events[fog].outcomes] == [kept, kept]
        assert brief.actions[toast].effects == kept


def test_the_choices_of_a_party_tell_it_nothing_of_the_others_secrets(ports: Scenario) -> None:
    notice = index(ports.decisions, "v_notice")
    choice = replace(ports.decisions[notice].choices[0], effects=secret_effects(ports))
    decision = replace(ports.decisions[notice], choices=(choice, *ports.decisions[notice].choices[1:]))
    scenario = replace(
        ports, decisions=tuple(decision if i == notice else d for i, d in enumerate(ports.decisions))
    )
    assert brief_for(scenario, VALE).decisions[notice].choices[0].effects == ()


def test_a_paper_that_a_party_has_not_seen_is_blank_to_it_until_it_is_cited(ports: Scenario) -> None:
    ledger = index(ports.documents, "ledger")
    before = view_for(ports, played(ports), TARN).scenario.documents[ledger]
    assert (before.id, before.title, before.text, before.issue, before.side, before.weight) == (
        "", "", "", None, None, 0,
    )  # fmt: skip
    state = played(ports, "vale act show_ledger")
    after = view_for(ports, state, TARN).scenario.documents[ledger]
    assert after == ports.documents[ledger], "what is cited lies on the table"


def test_what_is_felt_of_a_back_room_action_counts_as_known_of(ports: Scenario) -> None:
    """`done(action)` may be read by both where there is a footprint, so both must read the same."""
    sound = index(ports.actions, "sound")
    state = played(ports, "vale act sound ferry")
    assert view_for(ports, state, TARN).state.uses[VALE][sound] == 1


def test_what_leaves_no_trace_counts_for_its_taker_alone(ports: Scenario) -> None:
    walk = index(ports.actions, "walk_the_quay")
    state = played(ports, "vale act walk_the_quay")
    assert view_for(ports, state, VALE).state.uses[VALE][walk] == 1
    assert view_for(ports, state, TARN).state.uses[VALE][walk] == 0
    assert not view_for(ports, state, TARN).state.acted


def test_a_decision_and_its_answer_are_told_to_its_party_alone(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=none", "tarn propose ferry=daily")
    assert view_for(ports, state, TARN).state.pending == ((), ())
    applied = apply(ports, state, *parsed(ports, "vale decide v_two_ways wait"))
    assert seen_by(ports, applied.happenings, TARN) == ()
    before, after = view_for(ports, state, TARN), view_for(ports, applied.state, TARN)
    assert before == after


def test_leave_from_home_is_asked_and_given_out_of_sight(ports: Scenario) -> None:
    state = played(ports)
    applied = apply(ports, state, *parsed(ports, "vale act send_home ferry=daily"))
    assert seen_by(ports, applied.happenings, TARN) == ()
    assert view_for(ports, applied.state, TARN) == view_for(ports, state, TARN)


def test_the_hidden_cause_of_a_public_change_is_not_named(ports: Scenario) -> None:
    use = "tarn decide t_rumour use"
    state = played(ports, "vale hold", "tarn hold", "vale hold", "tarn hold")
    applied = apply(ports, state, *parsed(ports, use))
    causes = [getattr(item, "cause", None) for item in seen_by(ports, applied.happenings, VALE)]
    assert "" in causes
    assert "decision:t_rumour" not in causes


def test_a_view_of_the_beginning_needs_no_move(ports: Scenario) -> None:
    opened = open_negotiation(ports)
    for party in (VALE, TARN):
        view = view_for(ports, opened.state, party)
        assert view.state.turn == VALE
        assert apply(view.scenario, view.state, VALE, Hold()).state.turn == TARN


@pytest.mark.parametrize("party", [VALE, TARN])
def test_a_roll_call_tells_how_the_other_home_stood_and_not_how_firmly(ports: Scenario, party: int) -> None:
    state = played(ports, *SIGNED, "vale hold", "tarn hold")
    votes = view_for(ports, state, party).state.votes
    theirs, truth = votes[1 - party], state.votes[1 - party]
    assert theirs is not None
    assert truth is not None
    assert [row[:2] for row in theirs.standings] == [row[:2] for row in truth.standings]
    assert {row[2] for row in theirs.standings} == {UNTOLD}
    assert votes[party] == state.votes[party]
