"""Rounds are declared as a machine, checked, and compiled to a table that says the same."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.diagnostics import Place, Report
from game.content.machine import (
    END_STATE,
    Exits,
    Guard,
    Way,
    compiled,
    declared,
    protocol,
    reachable,
)
from game.rules.expressions import Compare, Comparison, Expression, IssueCompare, MeterValue, Number
from game.rules.protocol import next_round
from game.rules.scenario import END, Edge, RoundKind, Trigger
from tests.content.wording import moment

ROUNDS = ("london", "moscow", "vote")
TRUST = Expression.of("trust >= 5", Compare(Comparison.GE, MeterValue(0), Number(5)))
HURRY = Expression.of("hurry > 7", Compare(Comparison.GT, MeterValue(1), Number(7)))
ISLANDS = Expression.of("islands == nothing", IssueCompare(0, Comparison.EQ, 0))
TABLE = {
    (0, Trigger.CONCLUDED): (Edge(None, 2),),
    (0, Trigger.DEADLINE): (Edge(TRUST, 1), Edge(HURRY, 2), Edge(None, END)),
    (0, Trigger.WALK_OUT): (Edge(ISLANDS, 1), Edge(None, END)),
    (0, Trigger.BREAKDOWN): (Edge(None, END),),
    (1, Trigger.CONCLUDED): (Edge(None, 2),),
    (1, Trigger.DEADLINE): (Edge(ISLANDS, 2), Edge(None, END)),
    (1, Trigger.WALK_OUT): (Edge(None, END),),
    (1, Trigger.BREAKDOWN): (Edge(None, END),),
    (2, Trigger.RATIFIED): (Edge(None, END),),
    (2, Trigger.REFUSED): (Edge(HURRY, END), Edge(None, END)),
}


class Talks:
    """What the live machine moves."""


def driven(machine, round, trigger, state, scenario):
    """Where the real machine goes."""
    talks = Talks()
    machine.add_model(talks, initial=round)
    machine.events[trigger.value].trigger(talks, state=state, scenario=scenario)
    machine.remove_model(talks)
    return talks.state


def looked_up(table, round, trigger, state, scenario):
    """Where the table leads, in the machine's words."""
    state.round = round
    scenario.protocol = table
    target = next_round(scenario, state, trigger)
    return END_STATE if target == END else ROUNDS[target]


def drift(table, machine, walks):
    """The first walk on which the two part, None if they never do."""
    for meters, provisional, triggers in walks:
        round = 0
        for trigger in triggers:
            state, scenario = moment(meters=meters, provisional=provisional)
            real = driven(machine, ROUNDS[round], trigger, state, scenario)
            told = looked_up(table, round, trigger, state, scenario)
            if real != told:
                return ROUNDS[round], trigger, real, told
            if real == END_STATE:
                break
            round = ROUNDS.index(real)
    return None


WALKS = st.lists(
    st.tuples(
        st.tuples(*[st.integers(0, 10)] * 3),
        st.tuples(*[st.integers(-1, 1)] * 3),
        st.lists(st.sampled_from(Trigger), min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=5,
)
MACHINE = declared(ROUNDS, TABLE)
COMPILED = compiled(MACHINE, ROUNDS)


@settings(max_examples=200, deadline=None)
@given(WALKS)
def test_the_machine_and_the_table_lead_to_the_same_rounds(walks):
    assert drift(COMPILED, MACHINE, walks) is None


@pytest.mark.parametrize(
    ("key", "edges"),
    [
        ((0, Trigger.DEADLINE), (Edge(HURRY, 2), Edge(TRUST, 1), Edge(None, END))),  # the order of guards
        ((0, Trigger.DEADLINE), (Edge(TRUST, 1), Edge(HURRY, 2), Edge(None, 1))),  # a target
        ((0, Trigger.WALK_OUT), (Edge(TRUST, 1), Edge(None, END))),  # a guard
        ((1, Trigger.CONCLUDED), (Edge(None, END),)),
    ],
)
def test_a_drift_between_the_two_would_be_caught(key, edges):
    every = [
        ((trust, hurry, 0), (option, 0, 0), (first, second))
        for trust in (0, 9)
        for hurry in (0, 9)
        for option in (-1, 0)
        for first in Trigger
        for second in Trigger
    ]
    assert drift(COMPILED, MACHINE, every) is None
    assert drift({**COMPILED, key: edges}, MACHINE, every) is not None


def test_the_table_is_complete_and_keeps_what_was_declared():
    assert set(COMPILED) == {(index, trigger) for index in range(3) for trigger in Trigger}
    assert {key: COMPILED[key] for key in TABLE} == TABLE
    assert all(COMPILED[key] == (Edge(None, END),) for key in COMPILED if key not in TABLE)


def test_no_state_can_be_jumped_to_past_the_guards():
    assert set(MACHINE.events) == {trigger.value for trigger in Trigger}


def test_guards_are_functions_and_nothing_is_called_by_a_name():
    for event in MACHINE.events.values():
        for transitions in event.transitions.values():
            for transition in transitions:
                assert all(isinstance(each.func, Guard) for each in transition.conditions)
                assert [*transition.prepare, *transition.before, *transition.after] == []
    for state in MACHINE.states.values():
        assert [*state.on_enter, *state.on_exit] == []


def test_a_guard_returns_exactly_true_or_false():
    """The library compares with ==, so that any other true value would count as false."""
    for level in (4, 5, 6):
        state, scenario = moment(meters=(level, 0, 0))
        event = SimpleNamespace(kwargs={"state": state, "scenario": scenario})
        assert Guard(TRUST)(event) is (level >= 5)
        amount = Guard(Expression.of("trust", MeterValue(0)))
        assert amount(event) is True


def test_a_model_has_no_method_that_would_win_over_a_trigger():
    assert not {trigger.value for trigger in Trigger} & set(dir(Talks()))


def test_a_round_that_does_not_exist_is_refused_at_construction():
    with pytest.raises(ValueError, match="one of 0 to 2; got 7"):
        declared(ROUNDS, {(0, Trigger.DEADLINE): (Edge(None, 7),)})


def test_a_condition_that_is_no_guard_is_refused():
    machine = declared(ROUNDS, TABLE)
    machine.add_transition("deadline", "moscow", "vote", conditions=["os.system"])
    with pytest.raises(TypeError, match="a Guard"):
        compiled(machine, ROUNDS)


def test_reachable_rounds_follow_every_guard():
    assert reachable(TABLE, 0) == {0, 1, 2, END}
    assert reachable(TABLE, 1) == {1, 2, END}
    assert reachable({}, 1) == {1}


def exits(round, kind, ways, may_conclude=True):
    line = len(round)
    where = SimpleNamespace(place=Place("x.yaml", line, 1, 2))
    return Exits(
        round,
        kind,
        may_conclude,
        {trigger: tuple(Way(edge, where) for edge in edges) for trigger, edges in ways.items()},
        where,
    )


def ways_of(index):
    return {trigger: edges for (round, trigger), edges in TABLE.items() if round == index}


def rounds_of(**changed):
    """The three rounds, with other ways out of some triggers."""
    ways = [ways_of(0), ways_of(1), ways_of(2)]
    for key, edges in changed.items():
        round, trigger = key.split("__")
        ways[ROUNDS.index(round)][Trigger(trigger)] = edges
    kinds = (RoundKind.TALKS, RoundKind.TALKS, RoundKind.RATIFICATION)
    return [exits(*each) for each in zip(ROUNDS, kinds, ways, strict=True)]


def test_sound_rounds_compile_without_a_word():
    report = Report()
    assert protocol(rounds_of(), 0, report) == COMPILED
    assert len(report) == 0


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"moscow__deadline": ()}, "N402"),
        ({"vote__refused": ()}, "N402"),
        ({"london__deadline": (Edge(TRUST, 1),)}, "N403"),
        ({"london__deadline": (Edge(None, 1), Edge(TRUST, 2), Edge(None, END))}, "N404"),
        ({"london__deadline": (Edge(None, END),), "london__walk_out": (Edge(None, END),)}, "N405"),
        ({"moscow__deadline": (Edge(TRUST, 0), Edge(None, END))}, "N406"),
        ({"moscow__deadline": (Edge(TRUST, 1), Edge(None, END))}, "N406"),
        ({"moscow__ratified": (Edge(None, END),)}, "N407"),
        ({"vote__walk_out": (Edge(None, END),)}, "N407"),
    ],
)
def test_rounds_that_cannot_be_meant_are_reported(changed, code):
    report = Report()
    protocol(rounds_of(**changed), 0, report)
    assert report.codes() == (code,)


def test_a_round_whose_delegations_cannot_sign_needs_no_way_out_on_concluding():
    talks = {trigger: edges for trigger, edges in ways_of(1).items() if trigger is not Trigger.CONCLUDED}
    for may_conclude, codes in ((False, ()), (True, ("N402",))):
        report = Report()
        leading_on = talks | {Trigger.DEADLINE: (Edge(None, 1),)}
        rounds = [
            exits("moscow", RoundKind.TALKS, leading_on, may_conclude),
            exits("vote", RoundKind.RATIFICATION, ways_of(2)),
        ]
        protocol(rounds, 0, report)
        assert report.codes() == codes


def test_no_round_is_called_like_the_end():
    report = Report()
    protocol([exits("end", RoundKind.RATIFICATION, ways_of(2))], 0, report)
    assert report.codes() == ("N401",)
