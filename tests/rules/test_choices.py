"""A choice that stands for a move is judged where its own effects leave the table, and made there."""

from dataclasses import replace

from game.rules.apply import apply
from game.rules.expressions import Expression, FlagValue, Node, Not, Truth
from game.rules.legality import refusal
from game.rules.moves import Decide, Propose
from game.rules.package import OPEN
from game.rules.refusals import Why
from game.rules.scenario import (
    Effect,
    EndTalks,
    Instruct,
    Level,
    PutDecision,
    Run,
    RunMove,
    Scenario,
    SetAgenda,
    SetFlag,
    TableOffer,
    Trigger,
    Upon,
    Withdraw,
)
from game.rules.state import State
from tests.rules.playing import package, played

VALE, TARN = 0, 1
FERRY, DUES = 0, 1
NOTICE = 2
"""Vale's decision that only an effect puts; its first choice is given effects and a move here."""


def with_choice(ports: Scenario, runs: RunMove, *effects: Effect) -> Scenario:
    """Return the scenario with the first choice of the notice standing for `runs` after `effects`."""
    decision = ports.decisions[NOTICE]
    choice = replace(decision.choices[0], runs=runs, effects=effects)
    decision = replace(decision, choices=(choice, *decision.choices[1:]))
    return replace(ports, decisions=(*ports.decisions[:NOTICE], decision))


def facing(scenario: Scenario) -> State:
    """Return a position in which Vale faces an offer of Tarn and the notice is put before it."""
    state = played(scenario, "vale hold", "tarn propose ferry=weekly dues=half")
    return replace(state, pending=((NOTICE,), ()))


def condition(tree: Node) -> Expression:
    return Expression.of("a condition", tree)


def test_an_acceptance_is_closed_where_the_choice_itself_takes_the_offer_away(ports: Scenario) -> None:
    scenario = with_choice(ports, RunMove(Run.ACCEPT), Withdraw(TARN))
    found = refusal(scenario, facing(scenario), VALE, Decide(NOTICE, 0))
    assert found is not None
    assert found.why is Why.CHOICE_CLOSED
    assert found.because is not None
    assert found.because.why is Why.NOTHING_TABLED


def test_an_acceptance_takes_the_offer_that_the_choice_itself_brings(ports: Scenario) -> None:
    brought = package(ports, "ferry=none")
    scenario = with_choice(ports, RunMove(Run.ACCEPT), TableOffer(TARN, brought, linked=False))
    state = facing(scenario)
    assert refusal(scenario, state, VALE, Decide(NOTICE, 0)) is None
    after = apply(scenario, state, VALE, Decide(NOTICE, 0)).state
    assert after.provisional[FERRY] == 0
    assert after.provisional[DUES] == OPEN


def test_a_proposal_may_speak_of_what_the_choice_itself_puts_on_the_agenda(ports: Scenario) -> None:
    wanted = package(ports, "form=note")
    runs = RunMove(Run.PROPOSE, (wanted,), upon=Upon.NOTHING)
    scenario = with_choice(ports, runs, SetAgenda(ports.issue_index("form"), on=True))
    state = facing(scenario)
    assert refusal(scenario, state, VALE, Decide(NOTICE, 0)) is None
    offer = apply(scenario, state, VALE, Decide(NOTICE, 0)).state.offers[VALE]
    assert offer is not None
    assert offer.packages == (wanted,)


def test_a_proposal_is_closed_where_the_choice_itself_takes_it_off_the_agenda(ports: Scenario) -> None:
    runs = RunMove(Run.PROPOSE, (package(ports, "dues=full"),))
    scenario = with_choice(ports, runs, SetAgenda(DUES, on=False))
    found = refusal(scenario, facing(scenario), VALE, Decide(NOTICE, 0))
    assert found is not None
    assert found.because is not None
    assert found.because.why is Why.EMPTY_OFFER


def test_a_condition_of_an_effect_sees_what_the_effects_before_it_did(ports: Scenario) -> None:
    """Here the second effect would widen the mandate only if the first had not been."""
    flag = next(i for i, item in enumerate(ports.flags) if item.id == "toast_given")
    order = next(i for i, item in enumerate(ports.orders) if item.id == "v_daily")
    scenario = with_choice(
        ports,
        RunMove(Run.PROPOSE, (package(ports, "ferry=daily"),)),
        SetFlag(flag, value=True),
        Instruct(order, Level.FREE, condition(Not(FlagValue(flag)))),
    )
    found = refusal(scenario, facing(scenario), VALE, Decide(NOTICE, 0))
    assert found is not None
    assert found.because is not None
    assert found.because.why is Why.BEYOND_MANDATE


def test_a_choice_may_widen_the_mandate_for_its_own_move(ports: Scenario) -> None:
    order = next(i for i, item in enumerate(ports.orders) if item.id == "v_daily")
    scenario = with_choice(
        ports,
        RunMove(Run.PROPOSE, (package(ports, "ferry=daily"),)),
        Instruct(order, Level.FREE, condition(Truth(True))),
    )
    assert refusal(scenario, facing(scenario), VALE, Decide(NOTICE, 0)) is None


def test_a_choice_that_ends_the_talks_makes_no_move_after_that(ports: Scenario) -> None:
    scenario = with_choice(ports, RunMove(Run.ACCEPT), EndTalks())
    after = apply(scenario, facing(scenario), VALE, Decide(NOTICE, 0)).state
    assert after.outcome is not None
    assert after.outcome.trigger is Trigger.BREAKDOWN
    assert after.provisional[FERRY] == OPEN


def test_another_decision_that_a_choice_puts_waits_until_its_move_is_made(ports: Scenario) -> None:
    scenario = with_choice(ports, RunMove(Run.HOLD), PutDecision(0))
    state = facing(scenario)
    assert refusal(scenario, state, VALE, Decide(NOTICE, 0)) is None
    after = apply(scenario, state, VALE, Decide(NOTICE, 0)).state
    assert after.pending[VALE] == (0,)
    assert after.turn == TARN


def test_nothing_else_may_be_done_before_a_decision(ports: Scenario) -> None:
    found = refusal(ports, facing(ports), VALE, Propose((package(ports, "dues=full"),)))
    assert found is not None
    assert found.why is Why.DECISION_FIRST
