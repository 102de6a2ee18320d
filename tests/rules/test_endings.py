"""How rounds and talks end, and what of a round outlives it."""

from dataclasses import replace

from game.rules.apply import apply
from game.rules.expressions import Comparison, Expression, FlagValue, HasSigned, IssueCompare, constant
from game.rules.happenings import EventHappened
from game.rules.home import would_ratify
from game.rules.legality import refusal
from game.rules.moves import Inject, Sign
from game.rules.package import OPEN
from game.rules.refusals import Why
from game.rules.scenario import (
    END,
    INSTRUCTOR,
    Add,
    Edge,
    Effect,
    EndTalks,
    Event,
    RoundKind,
    Scenario,
    Schedule,
    SetFlag,
    Trigger,
)
from game.rules.state import State, to_move
from tests.rules.playing import parsed, played, settled
from tests.rules.test_apply import SIGNED
from tests.rules.test_legality import AT_HEADS

VALE, TARN = 0, 1


def event(id: str, *effects: Effect, when: Expression | None = None, repeats: bool = False) -> Event:
    return Event(id, id, when, repeats, False, (True, True), "", "", effects, (), 0, None)


def with_events(ports: Scenario, *events: Event) -> Scenario:
    """Return the scenario with `events` last in its file."""
    return replace(ports, events=(*ports.events, *events))


def signed(party: int) -> Expression:
    return Expression.of("signed", HasSigned(party))


def test_what_both_have_signed_is_not_broken_off_by_what_follows_at_once(ports: Scenario) -> None:
    """The talks end once: as they ended first."""
    scenario = with_events(ports, event("quarrel", EndTalks(), when=signed(VALE)))
    state = played(scenario, *SIGNED)
    assert state.outcome is None
    assert scenario.rounds[state.round].kind is RoundKind.RATIFICATION


def test_who_walked_out_has_walked_out_whatever_follows(ports: Scenario) -> None:
    flag = next(i for i, item in enumerate(ports.flags) if item.id == "toast_given")
    scenario = with_events(ports, event("slammed", EndTalks(), when=Expression.of("toast", FlagValue(flag))))
    state = played(scenario)
    state = replace(state, flags=tuple(i == flag or f for i, f in enumerate(state.flags)))
    after = apply(scenario, state, *parsed(scenario, "vale walk out")).state
    assert after.outcome is not None
    assert after.outcome.trigger is Trigger.WALK_OUT


def test_an_event_that_ends_the_talks_breaks_them_off(ports: Scenario) -> None:
    scenario = with_events(ports, event("quarrel", EndTalks()))
    after = apply(scenario, played(scenario), INSTRUCTOR, Inject(len(ports.events))).state
    assert after.outcome is not None
    assert after.outcome.trigger is Trigger.BREAKDOWN
    assert after.pending == ((), ())


def test_an_injected_event_happens_once_in_that_move(ports: Scenario) -> None:
    scenario = with_events(
        ports, event("bell", Add(0, constant(1)), when=Expression.of("1", constant(1).tree), repeats=True)
    )
    bell = len(ports.events)
    state = played(scenario)
    applied = apply(scenario, state, INSTRUCTOR, Inject(bell))
    assert applied.happenings.count(EventHappened(bell)) == 1
    assert applied.state.fired[bell] == state.fired[bell] + 1


def test_a_repeating_event_happens_once_a_move_and_again_at_the_next(ports: Scenario) -> None:
    always = Expression.of("1", constant(1).tree)
    scenario = with_events(ports, event("bell", when=always, repeats=True))
    bell = len(ports.events)
    state = played(scenario)
    assert state.fired[bell] == 1
    assert played(scenario, "vale hold", start=state).fired[bell] == 2


def test_an_event_sees_what_those_above_it_did_and_wakes_those_above_it_again(ports: Scenario) -> None:
    """The list is scanned in file order to a fixed point."""
    flag = next(i for i, item in enumerate(ports.flags) if item.id == "toast_given")
    given = Expression.of("toast_given", FlagValue(flag))
    fog = next(i for i, item in enumerate(ports.flags) if item.id == "fog_stays")
    foggy = Expression.of("fog_stays", FlagValue(fog))
    scenario = with_events(
        ports,
        event("third", when=foggy),
        event("second", SetFlag(fog, value=True), when=given),
    )
    state = apply(scenario, played(scenario), *parsed(scenario, "vale act toast")).state
    assert state.fired[-2:] == (1, 1)


def test_a_scheduled_event_waits_for_its_meeting_and_comes_once(ports: Scenario) -> None:
    scenario = with_events(ports, event("set_up", Schedule(len(ports.events) + 1, 1)), event("late"))
    state = apply(scenario, played(scenario), INSTRUCTOR, Inject(len(ports.events))).state
    assert state.fired[-1] == 0
    state = played(scenario, "vale hold", "tarn hold", start=state)
    assert state.fired[-1] == 1
    assert state.scheduled == ()


def test_an_event_scheduled_for_now_comes_with_the_same_move(ports: Scenario) -> None:
    scenario = with_events(ports, event("set_up", Schedule(len(ports.events) + 1, 0)), event("at_once"))
    state = apply(scenario, played(scenario), INSTRUCTOR, Inject(len(ports.events))).state
    assert state.fired[-1] == 1


def twice(ports: Scenario) -> Scenario:
    """Return the scenario in which a refused accord leads to talks and a vote of their own."""
    vote = next(i for i, item in enumerate(ports.rounds) if item.kind is RoundKind.RATIFICATION)
    talks = vote - 1
    rounds = list(ports.rounds)
    for index in (talks, vote):
        slots = tuple(replace(s, id=s.id + "_again", ordinal=s.ordinal + 10) for s in rounds[index].slots)
        rounds.append(replace(rounds[index], id=rounds[index].id + "_again", slots=slots))
    again = len(ports.rounds)
    table = dict(ports.protocol)
    for trigger in Trigger:
        table[again, trigger] = (Edge(None, again + 1 if trigger is Trigger.CONCLUDED else END),)
        table[again + 1, trigger] = (Edge(None, END),)
    table[vote, Trigger.REFUSED] = (Edge(None, again),)
    return replace(ports, rounds=tuple(rounds), protocol=table)


REFUSED = (
    *AT_HEADS,
    "tarn hold",
    "vale act take_it_on_me ferry=daily",
    "vale propose ferry=daily dues=half form=accord",
    "tarn accept",
    "vale sign",
    "tarn sign",
    "vale hold",
    "tarn hold",
)


def again(scenario: Scenario) -> State:
    state = played(scenario, *REFUSED)
    assert scenario.rounds[state.round].id == "heads_again"
    return state


def test_talks_after_a_refusal_begin_with_nothing_signed(ports: Scenario) -> None:
    scenario = twice(ports)
    state = again(scenario)
    assert state.signed_package is None
    assert state.votes == (None, None)
    after = played(scenario, "tarn walk out", start=state).outcome
    assert after is not None
    assert not after.signed
    assert after.points == after.reservation


def test_the_homes_vote_again_on_what_is_signed_again(ports: Scenario) -> None:
    scenario = twice(ports)
    state = again(scenario)
    state = replace(state, provisional=scenario.package(ferry="weekly", dues="half", form="accord"))
    state = played(scenario, "tarn sign", "vale sign", "vale hold", "tarn hold", start=state)
    assert state.outcome is not None
    assert state.outcome.signed
    package = state.outcome.package
    for party, vote in enumerate(state.votes):
        assert vote is not None
        assert vote.carried == would_ratify(scenario, state, party, package)


def test_the_first_true_guard_leads_on(ports: Scenario) -> None:
    """Two Ports: without a ferry agreed and with the fog staying, the envoys' deadline is the end."""
    fog = next(i for i, item in enumerate(ports.flags) if item.id == "fog_stays")
    state = played(ports, "vale hold", "tarn hold", "vale hold")
    foggy = replace(state, flags=tuple(i == fog or f for i, f in enumerate(state.flags)))
    after = settled(ports, apply(ports, foggy, *parsed(ports, "tarn hold")).state)
    assert after.outcome is not None
    assert after.outcome.trigger is Trigger.DEADLINE
    clear = settled(ports, apply(ports, state, *parsed(ports, "tarn hold")).state)
    assert ports.rounds[clear.round].id == "heads"


def test_standing_offers_fall_with_the_round_and_the_text_persists(ports: Scenario) -> None:
    lines = ("vale propose ferry=weekly dues=half", "tarn accept 1 ferry", "vale hold", "tarn hold")
    state = played(ports, *lines)
    assert state.offers[VALE] is not None
    state = played(ports, "vale hold", "tarn hold", start=state)
    assert ports.rounds[state.round].id == "heads"
    assert state.offers == (None, None)
    assert state.provisional[0] == 1
    assert state.last_packages[VALE]


def test_a_round_reopens_what_it_lists(ports: Scenario) -> None:
    rounds = tuple(replace(r, reopens=frozenset({0})) if r.id == "heads" else r for r in ports.rounds)
    scenario = replace(ports, rounds=rounds)
    state = played(scenario, "vale propose ferry=weekly", "tarn accept", "vale hold", "tarn hold")
    assert state.provisional[0] == 1
    state = played(scenario, "vale hold", "tarn hold", start=state)
    assert state.provisional[0] == OPEN


def test_the_ending_told_is_the_first_in_the_file_that_fits(ports: Scenario) -> None:
    note = Expression.of("form == note", IssueCompare(ports.issue_index("form"), Comparison.EQ, 0))
    endings = tuple(replace(item, when=note) if item.id == "accord" else item for item in ports.endings)
    scenario = replace(ports, endings=endings)
    state = played(scenario, *SIGNED, "vale hold", "tarn hold")
    assert state.outcome is not None
    assert state.outcome.trigger is Trigger.RATIFIED
    assert scenario.endings[state.outcome.ending].id == "notes"


def test_a_ratified_instrument_is_worth_its_points_and_the_reservation_of_its_day(ports: Scenario) -> None:
    signed_state = played(ports, *SIGNED)
    outcome = played(ports, "vale hold", "tarn hold", start=signed_state).outcome
    assert outcome is not None
    assert outcome.ratified
    assert outcome.package == signed_state.signed_package
    assert outcome.reservation == signed_state.signed_reservation


def test_a_first_signature_does_not_outlive_the_deadline(ports: Scenario) -> None:
    state = played(ports, *AT_HEADS, "tarn propose ferry=weekly form=accord", "vale accept", "tarn sign")
    lines = ("vale hold", "tarn hold", "vale hold", "tarn hold", "vale hold")
    for line in lines:
        if to_move(state) in (VALE, TARN):
            state = played(ports, line, start=state)
    assert state.outcome is not None
    assert state.outcome.trigger is Trigger.DEADLINE
    assert not state.outcome.signed


def test_nobody_signs_twice(ports: Scenario) -> None:
    state = played(ports, *SIGNED[:-1], "vale hold")
    assert state.signed == (False, True)
    found = refusal(ports, state, TARN, Sign())
    assert found is not None
    assert found.why is Why.ALREADY_SIGNED
