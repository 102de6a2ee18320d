"""What is agreed beyond a mandate waits for home, and home answers for what it was asked and no more."""

from dataclasses import replace

from game.rules.apply import Applied, apply
from game.rules.happenings import AgendaChanged, Disowned, Happening
from game.rules.legality import refusal
from game.rules.moves import Answer, Draw, Sign
from game.rules.package import OPEN
from game.rules.refusals import Why
from game.rules.scenario import HOME, NATURE, Level, Scenario
from game.rules.state import Question, QuestionKind, State
from tests.rules.playing import package, played, refused

VALE, TARN = 0, 1
FERRY, DUES, FORM = 0, 1, 2


def loosened(ports: Scenario) -> Scenario:
    """Return the scenario in which full dues are for Highquay to allow, not out of the question."""
    orders = tuple(replace(o, level=Level.ASK) if o.id == "t_full" else o for o in ports.orders)
    return replace(ports, orders=orders)


def awaiting(scenario: Scenario, *questions: Question, **agreed: str) -> State:
    """Return the first position with `agreed` in the text and `questions` at home."""
    state = played(scenario)
    text = list(state.provisional)
    for issue, option in enumerate(scenario.package(**agreed)):
        text[issue] = option if option != OPEN else text[issue]
    marks = [[False, False] for _ in text]
    for question in questions:
        for issue in question.issues:
            marks[issue][question.party] = True
    return replace(
        state,
        provisional=tuple(text),
        questions=questions,
        referendum=tuple((mark[0], mark[1]) for mark in marks),
    )


def confirmation(scenario: Scenario, party: int, due: int, **agreed: str) -> Question:
    asked = scenario.package(**agreed)
    issues = tuple(issue for issue, option in enumerate(asked) if option != OPEN)
    return Question(party, QuestionKind.CONFIRMATION, asked, due, issues)


def answered(scenario: Scenario, state: State, party: int, *, yes: bool) -> Applied:
    assert refusal(scenario, state, HOME, Answer(party, yes)) is None
    return apply(scenario, state, HOME, Answer(party, yes))


def disownings(happenings: tuple[Happening, ...]) -> list[Disowned]:
    return [item for item in happenings if isinstance(item, Disowned)]


def test_each_home_is_asked_for_the_issues_on_which_its_own_delegation_went_beyond(ports: Scenario) -> None:
    scenario = loosened(ports)
    state = played(scenario, "vale propose ferry=daily dues=full referendum", "tarn accept referendum")
    assert [(q.party, q.issues) for q in state.questions] == [(VALE, (FERRY,)), (TARN, (DUES,))]
    assert state.referendum[FERRY] == (True, False)
    assert state.referendum[DUES] == (False, True)


def test_what_lies_inside_the_mandate_needs_no_answer_although_it_was_accepted_ad_referendum(
    ports: Scenario,
) -> None:
    state = played(ports, "vale propose ferry=weekly", "tarn accept referendum")
    assert state.questions == ()


def test_a_no_disowns_only_what_was_asked(ports: Scenario) -> None:
    first = confirmation(ports, VALE, 0, ferry="daily")
    second = confirmation(ports, VALE, 1, dues="full")
    state = awaiting(ports, first, second, ferry="daily", dues="full")
    applied = answered(ports, state, VALE, yes=False)
    assert disownings(applied.happenings) == [Disowned(VALE, (FERRY,))]
    assert applied.state.provisional[FERRY] == OPEN
    assert applied.state.provisional[DUES] != OPEN
    assert applied.state.questions == (second,)


def test_a_yes_to_one_question_leaves_the_next_open(ports: Scenario) -> None:
    first = confirmation(ports, VALE, 0, ferry="daily")
    second = confirmation(ports, VALE, 0, dues="full")
    state = awaiting(ports, first, second, ferry="daily", dues="full")
    state = answered(ports, state, VALE, yes=True).state
    assert state.referendum[FERRY] == (False, False)
    assert state.referendum[DUES] == (True, False)
    applied = answered(ports, state, VALE, yes=False)
    assert disownings(applied.happenings) == [Disowned(VALE, (DUES,))]


def test_what_is_open_again_awaits_no_answer(ports: Scenario) -> None:
    ports = replace(ports, conduct=replace(ports.conduct, drift_by=0))
    state = played(ports, "vale propose ferry=daily referendum", "tarn accept")
    assert state.questions
    state = played(ports, "vale reopen ferry", start=state)
    assert state.questions == ()
    assert state.referendum[FERRY] == (False, False)
    trust = state.meters[ports.conduct.meter]
    state = played(ports, "tarn propose ferry=weekly", "vale accept", "tarn hold", "vale hold", start=state)
    assert state.provisional[FERRY] == 1
    assert state.meters[ports.conduct.meter] == trust


def test_a_question_of_which_a_part_is_open_again_is_about_the_rest(ports: Scenario) -> None:
    asked = confirmation(ports, VALE, 1, ferry="daily", dues="full")
    state = awaiting(ports, asked, ferry="daily", dues="full")
    state = played(ports, "vale reopen ferry", start=state)
    left = state.questions[0]
    assert left.issues == (DUES,)
    assert left.package[FERRY] == OPEN
    assert left.package[DUES] != OPEN


def test_one_home_that_disowns_leaves_the_other_nothing_to_answer(ports: Scenario) -> None:
    questions = (confirmation(ports, VALE, 0, ferry="daily"), confirmation(ports, TARN, 0, ferry="daily"))
    state = awaiting(ports, *questions, ferry="daily")
    trust = state.meters[ports.conduct.meter]
    applied = answered(ports, state, VALE, yes=False)
    assert applied.state.questions == ()
    assert applied.state.meters[ports.conduct.meter] == trust + ports.conduct.disowned_add


def test_both_homes_must_confirm_what_both_went_beyond_on(ports: Scenario) -> None:
    questions = (confirmation(ports, VALE, 0, ferry="daily"), confirmation(ports, TARN, 0, ferry="daily"))
    state = awaiting(ports, *questions, ferry="daily")
    state = answered(ports, state, VALE, yes=True).state
    assert state.referendum[FERRY] == (False, True)
    state = answered(ports, state, TARN, yes=False).state
    assert state.provisional[FERRY] == OPEN


def test_nobody_signs_while_a_home_has_not_confirmed(ports: Scenario) -> None:
    state = played(ports, "vale hold", "tarn hold", "vale hold", "tarn hold", "tarn decide t_rumour calm")
    state = replace(
        state,
        provisional=package(ports, "ferry=daily", "form=accord"),
        questions=(confirmation(ports, VALE, 1, ferry="daily"),),
    )
    found = refusal(ports, state, TARN, Sign())
    assert found is not None
    assert found.why is Why.ANSWER_AWAITED


def test_what_is_disowned_can_be_talked_about_again_in_whatever_round(ports: Scenario) -> None:
    state = played(ports, "vale hold", "tarn hold", "vale hold", "tarn hold", "tarn decide t_rumour calm")
    asked = confirmation(ports, VALE, 0, ferry="daily")
    state = replace(
        state,
        provisional=package(ports, "ferry=daily"),
        referendum=((True, False), *state.referendum[1:]),
        questions=(asked,),
        agenda=(False, *state.agenda[1:]),
    )
    applied = answered(ports, state, VALE, yes=False)
    assert AgendaChanged(FERRY, on=True) in applied.happenings
    assert refused(ports, applied.state, "tarn propose ferry=weekly") is None


def test_an_order_on_a_combination_is_confirmed_issue_by_issue_beside_those_on_one_option(
    ports: Scenario,
) -> None:
    """Half dues by a note is beyond one order, the daily ferry beyond another: all three are asked."""
    heads = ports.rounds[1]
    may = replace(heads.delegations[0], ad_referendum=True)
    rounds = (ports.rounds[0], replace(heads, delegations=(may, heads.delegations[1])), ports.rounds[2])
    ferry = ports.issues[FERRY]
    free = (*ferry.options[:2], replace(ferry.options[2], needs=()))
    scenario = replace(ports, rounds=rounds, issues=(replace(ferry, options=free), *ports.issues[1:]))
    at_heads = ("vale hold", "tarn hold", "vale hold", "tarn hold", "tarn decide t_rumour calm")
    offer = "tarn propose ferry=daily dues=half form=note"
    state = played(scenario, *at_heads, offer, "vale decide v_two_ways wait", "vale accept referendum")
    assert [(q.party, q.issues) for q in state.questions] == [(VALE, (FERRY, DUES, FORM))]


def test_a_second_question_leaves_the_mark_of_the_other_home_alone(ports: Scenario) -> None:
    """Both orders stand on one issue: the mark of each home says whether its own delegation went beyond."""
    scenario = loosened(ports)
    state = played(scenario, "vale propose ferry=weekly dues=full referendum", "tarn accept referendum")
    assert state.referendum[DUES] == (False, True)
    assert state.referendum[FERRY] == (False, False)


def test_two_events_await_nature_in_their_order(ports: Scenario) -> None:
    """One draw takes one event off the list; the other still waits."""
    fog = next(i for i, event in enumerate(ports.events) if event.id == "fog")
    state = replace(played(ports), draws=(fog, fog))
    after = apply(ports, state, NATURE, Draw(fog, 0)).state
    assert after.draws == (fog,)
