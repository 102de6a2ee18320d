"""What a delegation reads in its own calendar: what signing later will be worth, and what the vote brings."""

from dataclasses import replace

from game.ai.foresight import at_the_vote, reservation_when_signed
from game.rules.apply import open_negotiation
from game.rules.scenario import Add, MoveReservation, RoundKind, Scenario
from game.rules.state import State
from game.rules.utility import reservation
from game.rules.view import view_for


def late(scenario: Scenario) -> State:
    """The first exchange of the last meeting of the talks of The Deletion."""
    state = open_negotiation(scenario).state
    return replace(state, slot=len(scenario.rounds[state.round].slots) - 1, exchange=0)


def test_moscow_knows_that_a_late_signing_is_worth_less_to_it(deletion: Scenario):
    state = late(deletion)
    ussr = deletion.party_index("ussr")
    assert reservation_when_signed(view_for(deletion, state, ussr)) > reservation(deletion, state, ussr)


def test_who_is_not_told_of_a_delay_does_not_foresee_it(deletion: Scenario):
    state = late(deletion)
    japan = deletion.party_index("japan")
    delays = [
        event
        for event in deletion.events
        if any(isinstance(effect, MoveReservation) and effect.party == japan for effect in event.effects)
    ]
    assert not delays
    assert reservation_when_signed(view_for(deletion, state, japan)) == reservation(deletion, state, japan)


def test_what_falls_later_is_no_reason_to_ask_for_less_now(deletion: Scenario):
    """Hurry will rise tomorrow; today's reservation value is still today's."""
    state = open_negotiation(deletion).state
    for party in (0, 1):
        view = view_for(deletion, state, party)
        assert reservation_when_signed(view) >= reservation(deletion, state, party)


def test_the_vote_is_imagined_in_the_next_ratification_with_own_events_only(deletion: Scenario):
    for party in (0, 1):
        view = view_for(deletion, open_negotiation(deletion).state, party)
        state, coming = at_the_vote(view)
        assert deletion.rounds[state.round].kind is RoundKind.RATIFICATION
        known = {
            (effect.meter, effect.amount.text)
            for event in deletion.events
            if event.seen[party]
            for effect in event.effects
            if isinstance(effect, Add)
        }
        assert {(one.meter, one.amount.text) for one in coming} <= known
        assert all(deletion.meters[one.meter].seen[party] for one in coming)


def test_going_below_a_line_that_was_shown_is_foreseen(deletion: Scenario):
    japan = deletion.party_index("japan")
    shown = next(i for i, flag in enumerate(deletion.flags) if flag.id == "home_shown")
    state = open_negotiation(deletion).state
    flags = tuple(value or i == shown for i, value in enumerate(state.flags))
    later, coming = at_the_vote(view_for(deletion, replace(state, flags=flags), japan))
    none, two = deletion.package(islands="nothing"), deletion.package(islands="two_after")

    def costs(package: tuple[int, ...]) -> bool:
        return any(one.when.evaluate(package, later, deletion) for one in coming)

    assert costs(none)
    assert not costs(two)
