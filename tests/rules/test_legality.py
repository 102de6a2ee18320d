"""Each refusal of negotiation-model section 2, in the smallest position that shows it."""

from dataclasses import replace

import pytest

from game.rules.expressions import constant
from game.rules.legality import refusal
from game.rules.moves import Act, Draw, Propose, Vote
from game.rules.package import OPEN
from game.rules.refusals import Why
from game.rules.scenario import HOME, NATURE, Scenario
from tests.rules.playing import played, refused

AT_HEADS = ("vale hold", "tarn hold", "vale hold", "tarn hold", "tarn decide t_rumour calm")
"""Two meetings of the envoys held away; the Provost of Tarn opens among the heads."""

POSITIONS: list[tuple[str, tuple[str, ...], str, Why | None]] = [
    ("the party that opens may offer", (), "vale propose ferry=weekly", None),
    ("nobody moves out of turn", (), "tarn propose ferry=weekly", Why.NOT_YOUR_TURN),
    ("only the agenda may be offered", (), "vale propose form=accord", Why.NOT_ON_AGENDA),
    ("agreed from the opening is not on the agenda", (), "vale propose pilots=own", Why.ISSUE_CLOSED),
    (
        "what is agreed is agreed",
        ("vale propose ferry=weekly", "tarn accept"),
        "vale propose ferry=none",
        Why.ISSUE_CLOSED,
    ),
    ("beyond the mandate stays refused", (), "vale propose ferry=daily", Why.BEYOND_MANDATE),
    ("what home never gives stays refused", (), "vale propose dues=nothing", Why.BEYOND_MANDATE),
    ("ad referendum goes where home may be asked", (), "vale propose ferry=daily referendum", None),
    (
        "ad referendum does not go where home never gives",
        (),
        "vale propose dues=nothing referendum",
        Why.BEYOND_MANDATE,
    ),
    ("two alternatives must differ", (), "vale propose ferry=weekly or ferry=weekly", Why.ALTERNATIVES),
    ("three alternatives are allowed", (), "vale propose ferry=weekly or ferry=none or dues=full", None),
    (
        "the same offer while nothing changed",
        ("vale propose ferry=weekly", "tarn hold"),
        "vale propose ferry=weekly",
        Why.SAME_OFFER,
    ),
    (
        "the same offer after the other side moved",
        ("vale propose ferry=weekly", "tarn propose ferry=daily", "vale decide v_two_ways wait"),
        "vale propose ferry=weekly",
        None,
    ),
    ("nothing tabled, nothing to accept", (), "vale accept", Why.NOTHING_TABLED),
    ("nothing tabled, nothing to reject", (), "vale reject", Why.NOTHING_TABLED),
    (
        "an offer has only its alternatives",
        ("vale propose ferry=weekly",),
        "tarn accept 2",
        Why.NO_SUCH_ALTERNATIVE,
    ),
    ("an issue outside the offer", ("vale propose ferry=weekly",), "tarn accept 1 dues", Why.NOT_IN_OFFER),
    (
        "a linked offer is taken whole",
        ("vale propose ferry=weekly dues=half linked",),
        "tarn accept 1 ferry",
        Why.LINKED_OFFER,
    ),
    ("a severable one in part", ("vale propose ferry=weekly dues=half",), "tarn accept 1 ferry", None),
    ("holding is always legal", ("vale propose ferry=weekly",), "tarn hold", None),
    ("nothing agreed, nothing to reopen", (), "vale reopen ferry", Why.NOT_AGREED),
    (
        "what is agreed may be reopened",
        ("vale propose ferry=weekly", "tarn accept"),
        "vale reopen ferry",
        None,
    ),
    ("envoys may not sign", (), "vale sign", Why.NO_FULL_POWERS),
    ("walking out is always legal in talks", (), "vale walk out", None),
    (
        "heads do not agree ad referendum",
        AT_HEADS,
        "tarn propose ferry=none referendum",
        Why.NOT_AD_REFERENDUM,
    ),
    ("envoys may not decide alone", (), "vale act take_it_on_me ferry=daily", Why.ACTION_CLOSED),
    ("nothing to ask home inside the mandate", (), "vale act send_home ferry=weekly", Why.WITHIN_MANDATE),
    ("home is not asked what it never gives", (), "vale act send_home dues=nothing", Why.BEYOND_MANDATE),
    ("home may be asked for the rest", (), "vale act send_home ferry=daily", None),
    (
        "one question at a time",
        ("vale act send_home ferry=daily", "vale propose ferry=none", "tarn hold"),
        "vale act send_home ferry=daily",
        Why.QUESTION_OPEN,
    ),
    ("one action a turn", ("vale act toast",), "vale act send_home ferry=daily", Why.ALREADY_ACTED),
    ("their actions are theirs", (), "vale act show_count", Why.NOT_YOUR_ACTION),
    (
        "a used action is used",
        ("vale hold", "tarn act buy_time", "tarn propose dues=half", "vale hold"),
        "tarn act buy_time",
        Why.ACTION_USED,
    ),
    (
        "a paper on the table is not cited again",
        ("vale act show_ledger", "vale propose ferry=none", "tarn hold"),
        "vale act show_ledger",
        Why.ALREADY_CITED,
    ),
    ("an action whose condition fails", ("vale act toast", "vale hold"), "tarn act toast", Why.ACTION_CLOSED),
    ("asking why needs an issue", (), "vale act ask_them_why", Why.ACTION_NEEDS_ISSUE),
    ("asking home needs a package", (), "vale act send_home", Why.ACTION_NEEDS_PACKAGE),
    ("sounding on what is not on the agenda", (), "vale act sound form", Why.NOT_ON_AGENDA),
    (
        "what was told needs no second asking",
        ("vale act ask_them_why ferry", "vale hold", "tarn hold"),
        "vale act ask_them_why ferry",
        Why.ALREADY_KNOWN,
    ),
    ("nothing to answer before it is cited", ("vale hold",), "tarn act show_count", Why.NOTHING_TO_COUNTER),
    ("a decision that nobody put", (), "vale decide v_notice keep", Why.NOT_PENDING),
]


@pytest.mark.parametrize(("rule", "line", "move", "why"), POSITIONS, ids=[row[0] for row in POSITIONS])
def test_refusals(ports: Scenario, rule: str, line: tuple[str, ...], move: str, why: Why | None) -> None:
    found = refused(ports, played(ports, *line), move)
    assert (found and found.why) == why


def test_a_decision_comes_before_any_other_move(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=none", "tarn propose ferry=daily")
    found = refused(ports, state, "vale hold")
    assert found is not None
    assert found.why is Why.DECISION_FIRST


def test_a_closed_choice_says_so(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=none", "tarn propose ferry=daily")
    found = refused(ports, state, "vale decide v_two_ways take_it")
    assert found is not None
    assert found.why is Why.CHOICE_CLOSED


def test_a_refusal_beyond_the_mandate_names_the_orders(ports: Scenario) -> None:
    found = refused(ports, played(ports), "vale propose ferry=daily")
    assert found is not None
    assert [ports.orders[i].id for i in found.orders] == ["v_daily"]


def test_a_mandate_may_bind_a_combination(ports: Scenario) -> None:
    state = played(ports, *AT_HEADS, "tarn hold")
    assert refused(ports, state, "vale propose dues=half") is None
    found = refused(ports, state, "vale propose dues=half form=note")
    assert found is not None
    assert [ports.orders[i].id for i in found.orders] == ["v_half_note"]


def test_needs_are_judged_once_every_issue_they_name_has_an_option(ports: Scenario) -> None:
    state = played(ports, *AT_HEADS)
    assert refused(ports, state, "tarn propose ferry=daily") is None
    found = refused(ports, state, "tarn propose ferry=daily form=note")
    assert found is not None
    assert found.why is Why.NEEDS


def test_a_package_from_elsewhere_is_refused(ports: Scenario) -> None:
    state = played(ports)
    for package in [(OPEN,), (99, OPEN, OPEN, OPEN), (-2, OPEN, OPEN, OPEN)]:
        found = refusal(ports, state, 0, Propose((package,)))
        assert found is not None
        assert found.why is Why.NO_SUCH_THING


def test_only_nature_draws_and_only_homes_vote(ports: Scenario) -> None:
    state = played(ports)
    for author, move in [(0, Draw(0, 0)), (NATURE, Vote(0)), (HOME, Vote(0)), (HOME, Act(0))]:
        assert refusal(ports, state, author, move) is not None


def test_nothing_is_legal_after_the_end(ports: Scenario) -> None:
    state = played(ports, "vale walk out")
    found = refused(ports, state, "tarn hold")
    assert found is not None
    assert found.why is Why.ENDED


def test_a_signature_needs_what_the_instrument_requires(ports: Scenario) -> None:
    state = played(ports, *AT_HEADS)
    found = refused(ports, state, "tarn sign")
    assert found is not None
    assert found.why is Why.REQUIRED_OPEN
    assert found.issues == (ports.issue_index("form"),)


def test_a_ratification_hears_only_holds(ports: Scenario) -> None:
    state = played(
        ports,
        *AT_HEADS,
        "tarn propose ferry=weekly dues=half form=accord",
        "vale accept",
        "tarn sign",
        "vale sign",
    )
    assert ports.rounds[state.round].id == "vote"
    found = refused(ports, state, "vale propose form=note")
    assert found is not None
    assert found.why is Why.NOT_HERE


PLACES: list[tuple[tuple[str, ...], str, Why, str, str]] = [
    ((), "vale propose form=accord", Why.NOT_ON_AGENDA, "form", "accord"),
    (
        ("vale propose ferry=weekly", "tarn accept"),
        "vale propose ferry=none",
        Why.ISSUE_CLOSED,
        "ferry",
        "none",
    ),
    ((), "vale propose dues=nothing ferry=weekly", Why.BEYOND_MANDATE, "dues", "nothing"),
    ((), "vale act send_home dues=nothing", Why.BEYOND_MANDATE, "dues", "nothing"),
    (AT_HEADS, "tarn propose ferry=daily form=note", Why.NEEDS, "ferry", "daily"),
    (("vale propose ferry=weekly",), "tarn accept 1 dues", Why.NOT_IN_OFFER, "dues", ""),
    (AT_HEADS, "tarn sign", Why.REQUIRED_OPEN, "form", ""),
    (
        ("vale act ask_them_why ferry", "vale hold", "tarn hold"),
        "vale act ask_them_why ferry",
        Why.ALREADY_KNOWN,
        "ferry",
        "",
    ),
]
"""Refusals whose place is an issue, or an option of it: what a screen marks."""


@pytest.mark.parametrize(("line", "move", "why", "issue", "option"), PLACES, ids=[row[1] for row in PLACES])
def test_a_refusal_names_its_place(
    ports: Scenario, line: tuple[str, ...], move: str, why: Why, issue: str, option: str
) -> None:
    found = refused(ports, played(ports, *line), move)
    assert found is not None
    index = ports.issue_index(issue)
    place = ports.package(**{issue: option})[index] if option else None
    assert (found.why, found.issue, found.option) == (why, index, place)


def test_a_need_that_fails_is_named_by_its_number(ports: Scenario) -> None:
    """The first need of the daily ferry holds; the second, put there for the test, does not."""
    ferry = ports.issues[0]
    daily = ferry.options[2]
    holds = replace(daily.needs[0], when=constant(1))
    options = (*ferry.options[:2], replace(daily, needs=(holds, *daily.needs)))
    scenario = replace(ports, issues=(replace(ferry, options=options), *ports.issues[1:]))
    found = refused(scenario, played(scenario, *AT_HEADS), "tarn propose ferry=daily form=note")
    assert found is not None
    assert (found.why, found.issue, found.option, found.need) == (Why.NEEDS, 0, 2, 1)


def test_a_package_asked_of_home_has_only_options_that_there_are(ports: Scenario) -> None:
    state = played(ports)
    action = next(i for i, each in enumerate(ports.actions) if each.id == "send_home")
    for option in (-2, len(ports.issues[0].options)):
        found = refusal(ports, state, 0, Act(action, package=(option, OPEN, OPEN, OPEN)))
        assert found is not None
        assert found.why is Why.NO_SUCH_THING


def test_a_signature_lacks_powers_for_the_first_issue_that_is_not_its_own(ports: Scenario) -> None:
    heads = ports.rounds[1]
    narrow = replace(heads.delegations[1], issues=frozenset({0, 2}))
    rounds = (ports.rounds[0], replace(heads, delegations=(heads.delegations[0], narrow)), ports.rounds[2])
    scenario = replace(ports, rounds=rounds)
    agreed = ("tarn propose ferry=weekly dues=half form=accord", "vale accept")
    found = refused(scenario, played(scenario, *AT_HEADS, *agreed), "tarn sign")
    assert found is not None
    assert (found.why, found.issue, found.issues) == (Why.NO_FULL_POWERS, 1, (1, 3))
    assert refused(ports, played(ports, *AT_HEADS, *agreed), "tarn sign") is None


def test_a_home_votes_only_when_the_round_of_the_vote_is_over(ports: Scenario) -> None:
    state = played(ports)
    for voting, why in ((False, Why.NOT_DUE), (True, None)):
        found = refusal(ports, replace(state, voting=voting), HOME, Vote(0))
        assert (found and found.why) == why
    waits = replace(state, draws=(0,), voting=True)
    assert refusal(ports, waits, HOME, Vote(0)) is not None
