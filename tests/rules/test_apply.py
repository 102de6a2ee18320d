"""What each move leads to, told as rules (negotiation-model sections 1 to 3)."""

from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.happenings import Disowned, Learnt, OfferFell
from game.rules.home import standing, would_permit, would_ratify
from game.rules.moves import Broadcast, Draw, Expire, Inject, Pause
from game.rules.package import OPEN
from game.rules.scenario import INSTRUCTOR, NATURE, Level, RoundKind, Scenario, TableOffer, Trigger
from game.rules.state import Standing, State, to_move
from game.rules.transcript import Made, Rewound, fork, mainline, replay
from game.rules.utility import points, reservation, terms
from tests.rules.playing import package, parsed, played, settled
from tests.rules.test_legality import AT_HEADS

AT_HEADS_FROM_TUESDAY = ("vale hold", "tarn hold", "tarn decide t_rumour calm")

SIGNED = (
    *AT_HEADS,
    "tarn propose ferry=weekly dues=half form=accord",
    "vale accept",
    "tarn sign",
    "vale sign",
)


def meter(scenario: Scenario, state: State, id: str) -> int:
    return state.meters[[item.id for item in scenario.meters].index(id)]


def level(scenario: Scenario, state: State, id: str) -> int:
    return state.levels[[item.id for item in scenario.orders].index(id)]


def test_turns_alternate_and_an_exchange_is_one_turn_of_each(ports: Scenario) -> None:
    state = played(ports)
    assert (state.turn, state.exchange) == (0, 0)
    state = played(ports, "vale propose ferry=weekly", start=state)
    assert (state.turn, state.exchange) == (1, 0)
    state = played(ports, "tarn propose ferry=daily", start=state)
    assert (state.turn, state.exchange) == (0, 1)


def test_an_action_does_not_end_the_turn(ports: Scenario) -> None:
    state = played(ports, "vale act toast")
    assert state.turn == 0
    assert state.acted


def test_two_holds_in_a_row_end_the_meeting(ports: Scenario) -> None:
    state = played(ports, "vale hold", "tarn hold")
    assert (state.round, state.slot, state.exchange) == (0, 1, 0)


def test_a_meeting_ends_when_its_exchanges_are_used(ports: Scenario) -> None:
    lines = ("vale propose ferry=weekly", "tarn propose ferry=daily", "vale decide v_two_ways wait")
    state = played(ports, *lines, "vale propose ferry=none", "tarn propose dues=half")
    assert state.slot == 1


def test_a_proposal_stands_beside_the_others(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=none", "tarn propose dues=half")
    assert all(state.offers)


def test_accepting_a_part_leaves_the_rest_on_the_table(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=weekly dues=half", "tarn accept 1 ferry")
    assert state.provisional[0] == 1
    offer = state.offers[0]
    assert offer is not None
    assert offer.packages == (package(ports, "dues=half"),)


def test_accepting_one_alternative_closes_it_and_clears_the_offer(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=weekly or ferry=none", "tarn accept 1")
    assert state.provisional[0] == 1
    assert state.offers[0] is None


def test_a_rejected_offer_falls(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=weekly", "tarn reject")
    assert state.offers == (None, None)


def test_an_unanswered_offer_lapses_after_two_meetings(ports: Scenario) -> None:
    assert ports.conduct.lapse_after == 2
    state = played(ports, *AT_HEADS, "tarn propose ferry=weekly", "vale hold", "tarn hold", "tarn hold")
    assert state.offers[1] is not None
    applied = apply(ports, state, *parsed(ports, "vale hold"))
    assert OfferFell(1, lapsed=True) in applied.happenings
    assert applied.state.offers[1] is None


def test_reopening_costs_trust(ports: Scenario) -> None:
    before = played(ports, "vale propose ferry=weekly", "tarn accept")
    after = played(ports, "vale reopen ferry", start=before)
    assert after.provisional[0] == OPEN
    assert meter(ports, after, "trust") == meter(ports, before, "trust") - 2


def test_trust_rises_with_two_rungs_towards_the_other_and_falls_with_one_back(ports: Scenario) -> None:
    start = played(ports, *AT_HEADS, "tarn propose ferry=daily form=accord dues=nothing")
    start = played(ports, "vale decide v_two_ways wait", "vale hold", start=start)
    nearer = played(ports, "tarn propose ferry=weekly form=accord dues=half", start=start)
    assert meter(ports, nearer, "trust") == meter(ports, start, "trust") + 1
    further = played(ports, "vale hold", "tarn propose ferry=daily form=accord dues=half", start=nearer)
    assert meter(ports, further, "trust") == meter(ports, nearer, "trust") - 1


def test_three_holds_running_cost_trust(ports: Scenario) -> None:
    state = played(ports, *AT_HEADS, "tarn hold")
    assert state.holds[1] == 1, "a new round counts anew"
    state = played(ports, "vale hold", "tarn hold", "vale hold", start=state)
    before = meter(ports, state, "trust")
    state = played(ports, "tarn hold", start=state)
    assert meter(ports, state, "trust") == before - 1


def test_waiting_for_a_vote_costs_no_trust(deletion: Scenario) -> None:
    line = replay_of_history(deletion)
    voting = [state for state in line if deletion.rounds[state.round].kind is RoundKind.RATIFICATION]
    assert max(state.holds[0] for state in voting) >= 3
    assert len({meter(deletion, state, "trust") for state in voting}) == 1


def replay_of_history(scenario: Scenario) -> list[State]:
    state = settled(scenario, open_negotiation(scenario).state)
    states = [state]
    for step in scenario.history[0].steps:
        state = settled(scenario, apply(scenario, state, step.author, step.move).state)
        states.append(state)
    return states


def test_the_talks_break_off_when_trust_is_gone(ports: Scenario) -> None:
    lines = ("vale propose ferry=weekly", "tarn accept", "vale reopen ferry")
    state = played(ports, *lines, "tarn propose ferry=weekly", "vale accept", "tarn reopen ferry")
    assert meter(ports, state, "trust") == 1
    state = played(ports, *AT_HEADS_FROM_TUESDAY, start=state)
    lines = ("tarn propose ferry=weekly", "vale accept", "tarn reopen ferry")
    state = played(ports, *lines, start=state)
    assert state.outcome is not None
    assert state.outcome.trigger is Trigger.BREAKDOWN


def test_walking_out_ends_with_each_partys_reservation_value(ports: Scenario) -> None:
    before = played(ports)
    state = played(ports, "vale walk out", start=before)
    assert state.outcome is not None
    assert state.outcome.trigger is Trigger.WALK_OUT
    expected = (reservation(ports, before, 0), reservation(ports, before, 1))
    assert state.outcome.points == expected


def test_home_answers_a_question_at_the_next_meeting(ports: Scenario) -> None:
    state = played(ports, "vale act walk_the_quay", "vale propose ferry=none", "tarn hold")
    state = played(ports, "vale act send_home ferry=daily", start=state)
    assert level(ports, state, "v_daily") == Level.ASK
    yes = would_permit(ports, state, 0, package(ports, "ferry=daily"))
    state = played(ports, "vale hold", start=state)
    assert level(ports, state, "v_daily") == (Level.FREE if yes else Level.ASK)
    assert state.no_from_home[0] is not yes


def test_deciding_alone_widens_the_mandate_now_and_costs_unity(ports: Scenario) -> None:
    before = played(ports, *AT_HEADS, "tarn hold")
    state = played(ports, "vale act take_it_on_me ferry=daily", start=before)
    assert level(ports, state, "v_daily") == Level.FREE
    assert meter(ports, state, "unity") == meter(ports, before, "unity") - ports.homes[0].alone_cost


def test_a_no_from_home_doubles_the_price_of_deciding_alone(ports: Scenario) -> None:
    lines = ("vale act send_home ferry=daily", "vale hold", "tarn hold", "vale hold", "tarn hold")
    state = played(ports, *lines, "tarn decide t_rumour calm")
    assert state.no_from_home[0]
    before = played(ports, "tarn hold", start=state)
    after = played(ports, "vale act take_it_on_me ferry=daily", start=before)
    fallen = meter(ports, before, "unity") - meter(ports, after, "unity")
    assert fallen == ports.homes[0].alone_cost_after_no


def test_home_may_disown_what_was_agreed_ad_referendum(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=daily referendum", "tarn accept")
    assert state.referendum[0] == (True, False)
    would = would_ratify(ports, state, 0, state.provisional)
    assert not would, "the board lives from the boatmen"
    before = meter(ports, state, "trust")
    told: list[object] = []
    for line in ("vale hold", "tarn hold"):
        applied = apply(ports, state, *parsed(ports, line))
        state = applied.state
        while (due := automatic(ports, state, 0, 0, 0, chance_on=False)) is not None:
            applied = apply(ports, state, *due)
            told += applied.happenings
            state = applied.state
    assert Disowned(0, (0,)) in told
    assert state.provisional[0] == OPEN
    assert meter(ports, state, "trust") == before - 3


def test_a_new_offer_clears_the_first_signature(ports: Scenario) -> None:
    state = played(ports, *SIGNED[:-1])
    assert state.signed == (False, True)
    state = played(ports, "vale reopen dues", start=state)
    assert state.signed == (False, False)


def test_the_second_signature_concludes_and_the_homes_vote(ports: Scenario) -> None:
    state = played(ports, *SIGNED)
    assert state.signed_package == package(ports, "ferry=weekly", "dues=half", "form=accord", "pilots=shared")
    state = played(ports, "vale hold", "tarn hold", start=state)
    assert state.outcome is not None
    assert state.votes[0] is not None
    assert state.votes[1] is not None
    both = state.votes[0].carried and state.votes[1].carried
    assert state.outcome.ratified is both
    assert state.outcome.trigger is (Trigger.RATIFIED if both else Trigger.REFUSED)


def test_a_refused_signature_costs_more_than_none(ports: Scenario) -> None:
    lines = (
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
    state = played(ports, *lines)
    assert state.outcome is not None
    assert state.votes[0] is not None
    assert not state.votes[0].carried
    assert state.votes[0].blockers, "who blocked is named"
    assert state.outcome.points[0] == state.signed_reservation[0] - ports.homes[0].refused_cost


def test_a_choice_that_stands_for_a_move_makes_that_move(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=none", "tarn propose ferry=daily dues=half")
    assert to_move(state) == 0
    state = played(ports, "vale decide v_two_ways counter", start=state)
    assert state.turn == 1
    offer = state.offers[0]
    assert offer is not None
    assert offer.packages == (package(ports, "ferry=weekly", "dues=half"),)


def test_no_effect_of_a_decision_names_an_option(ports: Scenario, deletion: Scenario) -> None:
    """A choice changes the text by the move that it stands for, or not at all."""
    for scenario in (ports, deletion):
        for decision in scenario.decisions:
            for choice in decision.choices:
                assert not any(isinstance(effect, TableOffer) for effect in choice.effects)


def test_chance_is_natures_move_and_apply_never_draws(ports: Scenario) -> None:
    state = open_negotiation(ports).state
    for line in ("vale hold", "tarn hold"):
        state = apply(ports, state, *parsed(ports, line)).state
    assert to_move(state) == NATURE
    event = state.draws[0]
    results = {apply(ports, state, NATURE, Draw(event, outcome)).state for outcome in (0, 1)}
    assert len(results) == 2


def test_an_event_fires_once_a_game(ports: Scenario) -> None:
    state = played(ports, *AT_HEADS, "tarn hold", "vale hold", "tarn hold", "vale hold")
    fired = dict(zip([event.id for event in ports.events], state.fired, strict=True))
    assert fired["fog"] == 1
    assert fired["strike_talk"] == 1


def test_the_clock_passes_the_turn_as_a_hold(ports: Scenario) -> None:
    state = apply(ports, played(ports), NATURE, Expire()).state
    assert (state.turn, state.holds) == (1, (1, 0))


def test_the_instructor_may_fire_an_event_and_speak(ports: Scenario) -> None:
    state = played(ports)
    event = [item.id for item in ports.events].index("telegram")
    assert apply(ports, state, INSTRUCTOR, Inject(event)).state.fired[event] == 1
    spoken = apply(ports, state, INSTRUCTOR, Broadcast("Five minutes."))
    assert spoken.state == state
    assert len(spoken.happenings) == 1
    assert apply(ports, state, INSTRUCTOR, Pause()).happenings == ()


def test_sounding_tells_a_band_that_holds_the_truth_and_widens_with_low_trust(ports: Scenario) -> None:
    high = played(ports, "vale act toast", "vale hold", "tarn hold", "vale act sound ferry")
    low = played(ports, "vale act sound ferry")
    for state, width in ((high, 0), (low, 1)):
        known = state.known[0][0]
        assert known.high - known.low == width
        assert known.low <= 3 <= known.high or known.low <= 2 <= known.high


def test_sounding_tells_the_room_that_orders_on_combinations_leave(deletion: Scenario) -> None:
    lines = (
        "japan hold",
        "ussr decide one_or_two without_treaty",
        "japan act sound_out okinawa",
    )
    known = played(deletion, *lines).known[1]
    assert [item.room for item in known] == [Level.ASK], "two islands without Okinawa need the Presidium"


def test_asking_why_tells_the_interest_and_only_to_the_asker(ports: Scenario) -> None:
    applied = apply(ports, played(ports), *parsed(ports, "vale act ask_them_why ferry"))
    assert [item.party for item in applied.happenings if isinstance(item, Learnt)] == [0]
    assert applied.state.known[1] == ()


def test_points_are_the_sum_of_their_terms(deletion: Scenario) -> None:
    history = deletion.historical_package()
    for party in (0, 1):
        assert points(deletion, party, history) == sum(t.points for t in terms(deletion, party, history))


def test_standing_follows_support(ports: Scenario) -> None:
    for index, item in enumerate(ports.constituencies):
        assert standing(ports, index, item.carries_at) is Standing.FOR
        assert standing(ports, index, item.carries_at - 1) is not Standing.FOR
        assert standing(ports, index, item.blocks_at) is Standing.AGAINST
        assert standing(ports, index, item.blocks_at + 1) is not Standing.AGAINST


def test_undo_appends_and_a_fork_is_a_beginning(ports: Scenario) -> None:
    moves = [Made(*parsed(ports, line)) for line in ("vale propose ferry=weekly", "tarn hold")]
    records = [*moves, Rewound(1), Made(*parsed(ports, "tarn accept"))]
    line = mainline(records)
    assert len(line) == 2
    assert replay(ports, line).final.provisional[0] == 1
    assert fork(records, 1) == (moves[0],)


def test_a_line_with_an_illegal_move_opens_up_to_it(ports: Scenario) -> None:
    moves = [Made(*parsed(ports, line)) for line in ("vale propose ferry=weekly", "vale hold")]
    found = replay(ports, moves)
    assert found.error is not None
    assert len(found.moves) == 1
