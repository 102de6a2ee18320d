"""Edges of turns, offers and signatures that no ordinary game shows."""

from dataclasses import replace

import pytest

from game.rules.apply import apply
from game.rules.chance import draw, outcome_at
from game.rules.expressions import Comparison, Expression, HasSigned, IssueCompare, RoundCompare
from game.rules.happenings import EventFelt, EventHappened
from game.rules.legal_moves import LegalMoves
from game.rules.legality import move_of_choice, refusal, table_refusal
from game.rules.moves import (
    Accept,
    Act,
    Answer,
    Broadcast,
    Decide,
    Draw,
    Expire,
    Hold,
    Inject,
    Propose,
    Reject,
    Reopen,
    Resume,
    Vote,
    WalkOut,
)
from game.rules.package import OPEN, is_complete, restricted
from game.rules.protocol import next_round
from game.rules.refusals import Why
from game.rules.scenario import (
    HOME,
    INSTRUCTOR,
    NATURE,
    ActionKind,
    Event,
    Run,
    RunMove,
    Scenario,
    Signs,
    Trigger,
    Upon,
)
from game.rules.state import State, to_move
from game.rules.utility import steps_towards
from tests.rules.playing import package, parsed, played, refused, settled
from tests.rules.test_apply import SIGNED, meter
from tests.rules.test_legality import AT_HEADS

VALE, TARN = 0, 1
FERRY, DUES, FORM = 0, 1, 2


def why(scenario: Scenario, state: State, author: int, move: object) -> Why | None:
    found = refusal(scenario, state, author, move)  # type: ignore[arg-type]
    return None if found is None else found.why


def delegated(ports: Scenario, party: int, **powers: object) -> Scenario:
    """Return the scenario in which the head of `party` has other powers."""
    rounds = []
    for item in ports.rounds:
        pair = list(item.delegations)
        if item.id == "heads":
            pair[party] = replace(pair[party], **powers)  # type: ignore[arg-type]
        rounds.append(replace(item, delegations=(pair[0], pair[1])))
    return replace(ports, rounds=tuple(rounds))


def test_a_sentence_has_at_most_two_hundred_signs(ports: Scenario) -> None:
    offered = (package(ports, "ferry=weekly"),)
    state = played(ports)
    for signs, expected in ((200, None), (201, Why.WORDS_TOO_LONG)):
        words = "x" * signs
        assert why(ports, state, VALE, Propose(offered, words=words)) is expected
        assert why(ports, state, VALE, Hold(words)) is expected
        assert why(ports, state, INSTRUCTOR, Broadcast(words)) is expected
        after = played(ports, "vale propose ferry=weekly")
        assert why(ports, after, TARN, Reject(words)) is expected


def test_four_alternatives_are_too_many(ports: Scenario) -> None:
    found = refused(ports, played(ports), "vale propose ferry=weekly or ferry=none or dues=full or dues=half")
    assert found is not None
    assert found.why is Why.ALTERNATIVES


def test_who_has_signed_may_not_reopen_and_the_other_may(ports: Scenario) -> None:
    state = played(ports, *SIGNED[:-1], "vale hold")
    assert why(ports, state, TARN, Reopen(FERRY)) is Why.ALREADY_SIGNED
    state = played(ports, *SIGNED[:-1])
    assert why(ports, state, VALE, Reopen(FERRY)) is None


def test_only_an_issue_of_the_agenda_is_reopened(ports: Scenario) -> None:
    state = played(ports)
    assert why(ports, state, VALE, Reopen(ports.issue_index("pilots"))) is Why.NOT_ON_AGENDA
    assert why(ports, state, VALE, Reopen(99)) is Why.NO_SUCH_THING


def test_what_is_signed_must_meet_its_needs_although_an_issue_is_left_out(ports: Scenario) -> None:
    scenario = replace(ports, requires=frozenset())
    state = replace(played(scenario, *AT_HEADS), provisional=package(scenario, "ferry=daily"))
    found = refused(scenario, state, "tarn sign")
    assert found is not None
    assert (found.why, found.issue) == (Why.NEEDS, FERRY)


def test_where_nothing_is_agreed_there_is_nothing_to_sign(ports: Scenario) -> None:
    scenario = replace(ports, requires=frozenset())
    state = replace(played(scenario, *AT_HEADS), provisional=package(scenario))
    found = refused(scenario, state, "tarn sign")
    assert found is not None
    assert (found.why, found.issues) == (Why.REQUIRED_OPEN, (FERRY, DUES, FORM))


def test_a_delegation_signs_no_more_than_it_has_powers_for(ports: Scenario) -> None:
    scenario = delegated(ports, TARN, issues=frozenset({FERRY, FORM}))
    state = replace(
        played(scenario, *AT_HEADS), provisional=package(scenario, "ferry=weekly", "dues=half", "form=accord")
    )
    found = refused(scenario, state, "tarn sign")
    assert found is not None
    assert (found.why, found.issues) == (Why.NO_FULL_POWERS, (DUES,))
    fewer = replace(state, provisional=package(scenario, "ferry=weekly", "form=accord"))
    assert refused(scenario, fewer, "tarn sign") is None


def test_a_signature_ad_referendum_is_one_and_the_vote_is_its_confirmation(ports: Scenario) -> None:
    scenario = delegated(ports, TARN, signs=Signs.AD_REFERENDUM)
    state = played(scenario, *SIGNED)
    assert state.signed_package is not None


def test_each_home_votes_once(ports: Scenario) -> None:
    state = played(ports, *SIGNED, "vale hold")
    state = apply(ports, state, *parsed(ports, "tarn hold")).state
    assert state.voting
    state = apply(ports, state, HOME, Vote(VALE)).state
    assert why(ports, state, HOME, Vote(VALE)) is Why.NOT_DUE
    assert why(ports, state, HOME, Vote(TARN)) is None
    assert why(ports, state, HOME, Answer(VALE, yes=True)) is Why.NOT_DUE
    assert why(ports, state, INSTRUCTOR, Inject(0)) is Why.NOT_DUE


def test_nobodys_time_runs_out_while_nature_must_speak(ports: Scenario) -> None:
    state = apply(ports, played(ports, "vale hold"), *parsed(ports, "tarn hold")).state
    assert to_move(state) == NATURE
    assert why(ports, state, NATURE, Expire()) is Why.NOT_DUE
    assert why(ports, state, NATURE, Draw(state.draws[0], 99)) is Why.NO_SUCH_THING
    assert why(ports, state, NATURE, Draw(state.draws[0] + 1, 0)) is Why.NOT_DUE


def test_after_the_end_nothing_is_due_but_words(ports: Scenario) -> None:
    state = played(ports, "vale walk out")
    assert why(ports, state, NATURE, Expire()) is Why.NOT_DUE
    assert why(ports, state, INSTRUCTOR, Inject(0)) is Why.ENDED
    assert why(ports, state, INSTRUCTOR, Broadcast("Well done.")) is None
    assert why(ports, state, INSTRUCTOR, Resume()) is None


def test_the_instructor_injects_only_what_is_in_the_file(ports: Scenario) -> None:
    assert why(ports, played(ports), INSTRUCTOR, Inject(len(ports.events))) is Why.NO_SUCH_THING


def test_an_action_is_no_table_move(ports: Scenario) -> None:
    with pytest.raises(ValueError, match="a table move ends a turn"):
        table_refusal(ports, played(ports), VALE, Act(0))


def test_a_pending_decision_outlasts_the_clock(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=none", "tarn propose ferry=daily")
    assert state.pending[VALE]
    after = apply(ports, state, NATURE, Expire()).state
    assert after.turn == TARN
    assert after.pending[VALE] == state.pending[VALE]


def test_a_choice_lays_its_package_upon_the_first_alternative_or_upon_its_own_last(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=none dues=full", "tarn propose dues=half or ferry=weekly")
    asked = package(ports, "ferry=weekly")
    for upon, expected in (
        (Upon.NOTHING, asked),
        (Upon.THEIRS, package(ports, "ferry=weekly", "dues=half")),
        (Upon.OWN, package(ports, "ferry=weekly", "dues=full")),
    ):
        choice = replace(
            ports.decisions[2].choices[0], runs=RunMove(Run.PROPOSE, (asked,), upon=upon), effects=()
        )
        decision = replace(ports.decisions[2], choices=(choice,))
        scenario = replace(ports, decisions=(*ports.decisions[:2], decision))
        assert move_of_choice(scenario, state, VALE, Decide(2, 0)) == Propose((expected,))


def test_a_choice_may_reject_and_is_closed_where_nothing_is_tabled(ports: Scenario) -> None:
    choice = replace(ports.decisions[2].choices[0], runs=RunMove(Run.REJECT), effects=())
    decision = replace(ports.decisions[2], choices=(choice,))
    scenario = replace(ports, decisions=(*ports.decisions[:2], decision))
    state = replace(played(scenario), pending=((2,), ()))
    assert why(scenario, state, VALE, Decide(2, 0)) is Why.CHOICE_CLOSED
    assert why(scenario, state, VALE, Decide(2, 1)) is Why.NO_SUCH_THING
    state = replace(played(scenario, "vale hold", "tarn propose dues=half"), pending=((2,), ()))
    after = apply(scenario, state, VALE, Decide(2, 0)).state
    assert after.offers[TARN] is None


def test_a_new_offer_is_held_against_the_nearest_of_the_last(ports: Scenario) -> None:
    """Who had two alternatives on the table gains no trust by repeating the better one."""
    lines = ("vale propose ferry=none dues=full or ferry=weekly dues=half", "tarn hold")
    before = played(ports, *lines)
    after = played(ports, "vale propose ferry=weekly dues=half", start=before)
    assert meter(ports, after, "trust") == meter(ports, before, "trust")
    before = played(ports, "vale propose ferry=none dues=full", "tarn hold")
    after = played(ports, "vale propose ferry=weekly dues=half", start=before)
    assert meter(ports, after, "trust") == meter(ports, before, "trust") + ports.conduct.better_add


def test_who_accepts_ad_referendum_asks_his_own_home_alone(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=none", "tarn accept referendum")
    assert [(question.party, question.issues) for question in state.questions] == [(TARN, (FERRY,))]
    assert state.referendum[FERRY] == (False, True)


def test_any_table_move_but_a_hold_ends_a_run_of_holds(ports: Scenario) -> None:
    state = played(ports, "vale hold", "tarn propose dues=half")
    assert state.holds == (1, 0)
    assert played(ports, "vale propose ferry=weekly", start=state).holds == (0, 0)
    assert played(ports, "vale act toast", start=state).holds == (1, 0)


def test_what_is_seen_by_both_is_told_and_not_merely_felt(ports: Scenario) -> None:
    tide = Event("bell", "Bell", None, True, False, (True, True), "It rings.", "A bell.", (), (), 0, None)
    scenario = replace(ports, events=(*ports.events, tide))
    bell = len(ports.events)
    told = apply(scenario, played(scenario), INSTRUCTOR, Inject(bell)).happenings
    assert EventHappened(bell) in told
    assert EventFelt(bell) not in told


def test_an_offer_may_be_repeated_after_what_both_saw_happen(ports: Scenario) -> None:
    for seen, expected in (((True, True), None), ((True, False), Why.SAME_OFFER)):
        bell = Event("bell", "Bell", None, True, False, seen, "It rings.", "", (), (), 0, None)
        scenario = replace(ports, events=(*ports.events, bell))
        state = played(scenario, "vale propose ferry=weekly", "tarn hold")
        state = apply(scenario, state, INSTRUCTOR, Inject(len(ports.events))).state
        found = refused(scenario, state, "vale propose ferry=weekly")
        assert (found and found.why) is expected


def test_a_round_is_left_only_when_nature_has_spoken(ports: Scenario) -> None:
    fog = ports.events[0]
    late = replace(fog, id="late", when=Expression.of("signed", HasSigned(VALE)))
    scenario = replace(ports, events=(*ports.events, late))
    state = played(scenario, *SIGNED[:-1])
    state = apply(scenario, state, *parsed(scenario, "vale sign")).state
    assert to_move(state) == NATURE
    assert scenario.rounds[state.round].id == "heads"
    assert scenario.rounds[settled(scenario, state).round].id == "vote"


def test_a_vote_is_not_broken_off_for_lack_of_trust(ports: Scenario) -> None:
    state = played(ports, *SIGNED)
    trust = ports.conduct.meter
    storm = next(i for i, item in enumerate(ports.events) if item.id == "storm")
    state = replace(
        state,
        meters=tuple(0 if i == trust else level for i, level in enumerate(state.meters)),
        fired=tuple(1 if i == storm else n for i, n in enumerate(state.fired)),
    )
    assert played(ports, "vale hold", start=state).outcome is None


def test_nothing_is_pending_after_the_end(ports: Scenario) -> None:
    at_vote = Expression.of("round == vote", RoundCompare(Comparison.EQ, len(ports.rounds) - 1))
    decision = replace(ports.decisions[2], when=at_vote)
    scenario = replace(ports, decisions=(*ports.decisions[:2], decision))
    state = played(scenario, *SIGNED)
    assert state.pending[VALE] == (2,)
    state = apply(scenario, state, NATURE, Expire()).state
    state = played(scenario, "tarn hold", start=state)
    assert state.outcome is not None
    assert state.pending == ((), ())
    assert state.outcome.trigger in (Trigger.RATIFIED, Trigger.REFUSED)


def test_each_party_pays_for_its_own_refused_signature(ports: Scenario) -> None:
    state = replace(played(ports, *SIGNED), meters=(5, 4, 0))
    signed_at = state.signed_reservation
    assert all(signed_at)
    unhappy = tuple(replace(item, start=0, terms=()) for item in ports.constituencies)
    scenario = replace(ports, constituencies=unhappy)
    outcome = played(scenario, "vale hold", "tarn hold", start=state).outcome
    assert outcome is not None
    assert outcome.trigger is Trigger.REFUSED
    assert outcome.reservation == signed_at
    assert outcome.points == tuple(signed_at[p] - ports.homes[p].refused_cost for p in (VALE, TARN))


def test_a_paper_that_was_answered_is_not_answered_twice(ports: Scenario) -> None:
    ledger = next(i for i, item in enumerate(ports.documents) if item.id == "ledger")
    answer = next(i for i, item in enumerate(ports.actions) if item.id == "show_count")
    actions = tuple(
        replace(a, document=None, counters=ledger, times=0) if i == answer else a
        for i, a in enumerate(ports.actions)
    )
    assert actions[answer].kind is ActionKind.CITE
    scenario = replace(ports, actions=actions)
    lines = ("vale act show_ledger", "vale propose ferry=none", "tarn act show_count", "tarn hold")
    state = played(scenario, *lines, "vale propose dues=full")
    assert why(scenario, state, TARN, Act(answer)) is Why.NOTHING_TO_COUNTER
    assert state.provisional[FERRY] == OPEN


def test_only_full_powers_decide_alone_and_only_on_a_package_of_the_scenario(ports: Scenario) -> None:
    alone = next(i for i, item in enumerate(ports.actions) if item.id == "take_it_on_me")
    actions = tuple(replace(a, when=None) if i == alone else a for i, a in enumerate(ports.actions))
    scenario = replace(ports, actions=actions)
    state = played(scenario)
    asked = package(scenario, "ferry=daily")
    assert why(scenario, state, VALE, Act(alone, package=asked)) is Why.NO_FULL_POWERS
    assert why(scenario, state, VALE, Act(alone, package=(99, *asked[1:]))) is Why.NO_SUCH_THING
    assert why(scenario, state, VALE, Act(alone, package=asked[1:])) is Why.ACTION_NEEDS_PACKAGE
    assert why(scenario, state, VALE, Act(99)) is Why.NO_SUCH_THING


def test_every_legal_move_is_listed_once_and_only_for_who_may_move(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=weekly dues=half", "tarn accept 1 ferry", "vale hold")
    legal = LegalMoves(ports, state, TARN)
    moves = list(legal)
    assert len(moves) == len(set(moves))
    assert all(move in legal for move in moves)
    assert {Reject, Hold, Reopen, Propose, Act, Accept, WalkOut} <= {type(move) for move in moves}
    assert list(LegalMoves(ports, state, VALE)) == []
    with pytest.raises(ValueError, match="not to move"):
        LegalMoves(ports, state, VALE).sample(lambda sides: 0)


def test_where_nothing_is_open_a_sample_is_still_a_legal_move(ports: Scenario) -> None:
    state = replace(played(ports), provisional=ports.historical_package())
    for number in range(40):
        legal = LegalMoves(ports, state, VALE)
        assert legal.sample(lambda sides, number=number: draw(number, 0, sides, "sample", sides)) in legal


def test_rungs_count_towards_each_ideal(ports: Scenario) -> None:
    asked = package(ports, "ferry=weekly", "dues=full")
    rungs = [len(ports.issues[issue].options) - 1 for issue in (FERRY, DUES)]
    assert steps_towards(ports, TARN, asked) == sum(asked[:2])
    assert steps_towards(ports, VALE, asked) == sum(rungs) - sum(asked[:2])


def test_a_draw_has_at_least_one_side_and_odds_that_fall_short_end_at_the_last(ports: Scenario) -> None:
    with pytest.raises(ValueError, match="at least one side"):
        draw(1, 0, 0, "nothing", 0)
    fog = ports.events[0]
    assert [outcome_at(fog, roll) for roll in (0, 69, 70, 99, 100)] == [0, 0, 1, 1, 1]


def test_a_round_without_a_way_out_is_a_fault_of_whoever_made_the_table(ports: Scenario) -> None:
    scenario = replace(ports, protocol={(0, Trigger.WALK_OUT): ()})
    with pytest.raises(KeyError, match="no guard of envoys holds on walk_out"):
        next_round(scenario, played(ports), Trigger.WALK_OUT)


def test_a_package_may_be_cut_to_some_issues(ports: Scenario) -> None:
    asked = package(ports, "ferry=weekly", "dues=full")
    assert restricted(asked, frozenset({DUES})) == package(ports, "dues=full")
    assert is_complete(ports.historical_package())
    assert not is_complete(asked)


def test_an_acceptance_that_no_alternative_fits_is_a_closed_choice(ports: Scenario) -> None:
    daily = Expression.of("ferry == daily", IssueCompare(FERRY, Comparison.EQ, 2))
    choice = replace(ports.decisions[2].choices[0], runs=RunMove(Run.ACCEPT, accepts=daily), effects=())
    decision = replace(ports.decisions[2], choices=(choice,))
    scenario = replace(ports, decisions=(*ports.decisions[:2], decision))
    state = replace(played(scenario, "vale hold", "tarn propose dues=half"), pending=((2,), ()))
    assert why(scenario, state, VALE, Decide(2, 0)) is Why.CHOICE_CLOSED
    state = replace(
        played(scenario, "vale hold", "tarn propose dues=half or ferry=daily"), pending=((2,), ())
    )
    assert move_of_choice(scenario, state, VALE, Decide(2, 0)) == Accept(1)
