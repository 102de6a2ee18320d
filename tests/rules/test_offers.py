"""What stands on the table, and what becomes of it when something of it is agreed or falls away."""

from dataclasses import replace

from game.rules.apply import apply
from game.rules.happenings import OfferFell, OfferTabled, SignatureCleared
from game.rules.moves import Act
from game.rules.package import OPEN
from game.rules.refusals import Why
from game.rules.scenario import ActionKind, Effect, Publish, Scenario, SetAgenda, TableOffer, Withdraw
from game.rules.state import State
from tests.rules.playing import package, parsed, played, refused
from tests.rules.test_legality import AT_HEADS

VALE, TARN = 0, 1
FERRY, DUES = 0, 1


def with_toast(ports: Scenario, *effects: Effect) -> Scenario:
    """Return the scenario in which the toast, a table action of both, has `effects`."""
    actions = tuple(
        replace(a, effects=effects, when=None, times=0) if a.id == "toast" else a for a in ports.actions
    )
    return replace(ports, actions=actions)


def standing(state: State, party: int) -> tuple[tuple[int, ...], ...]:
    offer = state.offers[party]
    return offer.packages if offer is not None else ()


def test_a_linked_offer_falls_when_its_author_agrees_otherwise_on_a_part_of_it(ports: Scenario) -> None:
    """All or nothing: what was tied to there being no ferry is not for sale with one."""
    lines = ("vale propose ferry=none dues=half linked", "tarn propose ferry=weekly")
    state = played(ports, *lines, "vale accept")
    assert state.offers[VALE] is None


def test_a_linked_offer_stands_for_the_rest_when_a_part_is_agreed_as_it_said(ports: Scenario) -> None:
    lines = ("vale propose ferry=weekly dues=half linked", "tarn propose ferry=weekly")
    state = played(ports, *lines, "vale accept")
    assert standing(state, VALE) == (package(ports, "dues=half"),)


def test_of_linked_alternatives_those_stand_that_agree_with_the_text(ports: Scenario) -> None:
    offered = "vale propose ferry=none dues=half or ferry=weekly dues=full linked"
    state = played(ports, offered, "tarn propose ferry=weekly", "vale accept")
    assert standing(state, VALE) == (package(ports, "dues=full"),)


def test_a_severable_offer_stands_for_the_rest_however_a_part_is_agreed(ports: Scenario) -> None:
    lines = ("vale propose ferry=none dues=half", "tarn propose ferry=weekly")
    state = played(ports, *lines, "vale accept")
    assert standing(state, VALE) == (package(ports, "dues=half"),)


def test_an_effect_tables_nothing_where_all_of_it_is_agreed(ports: Scenario) -> None:
    scenario = with_toast(ports, TableOffer(TARN, package(ports, "ferry=weekly"), linked=False))
    state = played(scenario, "vale propose ferry=weekly", "tarn accept")
    applied = apply(scenario, state, *parsed(scenario, "vale act toast"))
    assert applied.state.offers[TARN] is None
    assert not any(isinstance(item, OfferTabled) for item in applied.happenings)


def test_an_offer_that_an_effect_tables_clears_a_first_signature(ports: Scenario) -> None:
    scenario = with_toast(ports, TableOffer(TARN, package(ports, "dues=half"), linked=False))
    lines = (*AT_HEADS, "tarn propose ferry=weekly form=accord", "vale accept", "tarn sign")
    state = played(scenario, *lines)
    applied = apply(scenario, state, *parsed(scenario, "vale act toast"))
    assert SignatureCleared(TARN) in applied.happenings
    assert applied.state.signed == (False, False)


def test_a_toast_alone_clears_no_signature(ports: Scenario) -> None:
    lines = (*AT_HEADS, "tarn propose ferry=weekly form=accord", "vale accept", "tarn sign", "vale act toast")
    assert played(ports, *lines).signed == (False, True)


def test_what_has_left_the_agenda_cannot_be_accepted(ports: Scenario) -> None:
    scenario = with_toast(ports, SetAgenda(DUES, on=False))
    state = played(scenario, "vale propose ferry=weekly dues=half", "tarn act toast")
    found = refused(scenario, state, "tarn accept")
    assert found is not None
    assert (found.why, found.issue) == (Why.NOT_ON_AGENDA, DUES)
    assert refused(scenario, state, "tarn accept 1 ferry") is None


def test_the_same_alternatives_in_another_order_are_the_same_offer(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=weekly or ferry=none", "tarn hold")
    found = refused(ports, state, "vale propose ferry=none or ferry=weekly")
    assert found is not None
    assert found.why is Why.SAME_OFFER


def test_the_same_packages_linked_are_another_offer(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=weekly dues=half", "tarn hold")
    assert refused(ports, state, "vale propose ferry=weekly dues=half linked") is None


def test_an_offer_may_be_repeated_when_the_agenda_or_the_papers_changed(ports: Scenario) -> None:
    form, notice = (
        ports.issue_index("form"),
        next(i for i, d in enumerate(ports.documents) if not all(d.seen)),
    )
    telling = next(i for i, a in enumerate(ports.actions) if a.id == "walk_the_quay")
    assert ports.actions[telling].kind is ActionKind.PLAIN
    for effect in (SetAgenda(form, on=True), Publish(notice)):
        actions = tuple(
            replace(a, effects=(effect,), when=None) if i == telling else a
            for i, a in enumerate(ports.actions)
        )
        scenario = replace(ports, actions=actions)
        state = played(scenario, "vale propose ferry=weekly", "tarn hold")
        assert refused(scenario, state, "vale propose ferry=weekly") is not None
        state = apply(scenario, state, VALE, Act(telling)).state
        assert refused(scenario, state, "vale propose ferry=weekly") is None


def test_a_withdrawn_offer_is_off_the_table_and_a_missing_one_is_not_told(ports: Scenario) -> None:
    scenario = with_toast(ports, Withdraw(TARN))
    state = played(scenario, "vale hold", "tarn propose dues=half")
    applied = apply(scenario, state, *parsed(scenario, "vale act toast"))
    assert OfferFell(TARN, lapsed=False) in applied.happenings
    again = apply(scenario, replace(applied.state, acted=False), *parsed(scenario, "vale act toast"))
    assert not any(isinstance(item, OfferFell) for item in again.happenings)


def test_what_was_accepted_in_part_and_reopened_is_no_longer_offered(ports: Scenario) -> None:
    lines = ("vale propose ferry=weekly dues=half", "tarn accept 1 ferry", "vale reopen ferry")
    state = played(ports, *lines)
    assert standing(state, VALE) == (package(ports, "dues=half"),)
    assert state.provisional[FERRY] == OPEN


def test_taking_a_part_of_one_alternative_leaves_the_rest_of_that_one(ports: Scenario) -> None:
    offered = "vale propose ferry=weekly dues=half or ferry=none dues=full"
    state = played(ports, offered, "tarn accept 1 ferry")
    assert standing(state, VALE) == (package(ports, "dues=half"),)
