from dataclasses import replace

import pytest

from game.rules.happenings import Announced, Drawn, Held
from game.rules.moves import Broadcast, Draw, Expire, Hold, Inject, Pause, Propose, Reopen, Resume, Vote
from game.rules.refusals import Why
from game.rules.scenario import Scenario
from game.session.answers import Accepted, Command, Denial, Refused, Told
from game.session.lifecycle import Phase
from game.session.session import Session
from game.session.store import MemoryStore
from tests.session.tables import Table, header_of, random_moves, table


def why(answer: Accepted | Refused) -> Denial:
    assert isinstance(answer, Refused), answer
    return answer.why


def test_nothing_is_accepted_before_the_talks_begin(ports: Scenario) -> None:
    session = Session(ports, header_of(ports), MemoryStore())
    assert why(session.submit(Command("a", "vale", 0, Hold()))) is Denial.NOT_BEGUN
    assert session.brief()
    assert session.phase is Phase.BRIEFING
    assert why(session.undo("vale")) is Denial.NOT_BEGUN
    assert isinstance(session.begin(), Accepted)
    assert why(session.begin()) is Denial.NOT_NOW
    assert isinstance(session.submit(Command("a", "vale", 0, Hold())), Accepted)


def test_a_move_is_answered_with_the_seats_new_number_and_what_it_learns(ports: Scenario) -> None:
    answer = table(ports).make("vale hold")
    assert answer.number == 1
    assert Held(0, "") in answer.happenings


def test_an_answer_tells_what_nature_had_to_say_too(ports: Scenario) -> None:
    at_table = table(ports)
    at_table.make("vale hold")
    answer = at_table.make("tarn hold")  # the second hold ends Monday, and Tuesday may bring fog
    assert any(isinstance(item, Drawn) for item in answer.happenings)
    assert answer.number == 3


@pytest.mark.parametrize(
    ("seat", "move", "expected"),
    [
        ("nobody", Hold(), Denial.NO_SUCH_SEAT),
        ("nature", Draw(0, 0), Denial.NO_SUCH_SEAT),
        ("vale", Pause(), Denial.NOT_FROM_THIS_SEAT),
        ("vale", Expire(), Denial.NOT_FROM_THIS_SEAT),
        ("vale", Draw(0, 0), Denial.NOT_FROM_THIS_SEAT),
        ("vale", Vote(0), Denial.NOT_FROM_THIS_SEAT),
        ("instructor", Hold(), Denial.NOT_FROM_THIS_SEAT),
        ("instructor", Draw(0, 0), Denial.NOT_FROM_THIS_SEAT),
    ],
)
def test_a_seat_makes_its_own_moves_only(ports: Scenario, seat: str, move: Hold, expected: Denial) -> None:
    assert why(table(ports).session.submit(Command("a", seat, 0, move))) is expected


def test_the_rules_speak_last(ports: Scenario) -> None:
    answer = table(ports).session.submit(Command("a", "tarn", 0, Hold()))
    assert isinstance(answer, Refused)
    assert answer.why is Denial.AGAINST_THE_RULES
    assert answer.refusal is not None
    assert answer.refusal.why is Why.NOT_YOUR_TURN


@pytest.mark.parametrize(
    "move",
    [
        Hold("a\nb"),
        Hold("\ud800"),
        Hold("\u202e"),
        Hold("x" * 201),
        Reopen(99),
        Reopen(-1),
        Propose(((0,),)),
        Propose(((99, -1, -1, -1),)),
        Propose(((-2, -1, -1, -1),)),
    ],
    ids=repr,
)
def test_what_could_not_be_read_from_a_save_is_no_move(ports: Scenario, move: Hold) -> None:
    at_table = table(ports)
    answer = at_table.session.submit(Command("a", "vale", 0, move))
    assert why(answer) is Denial.NOT_A_MOVE
    assert isinstance(answer, Refused)
    assert answer.sentence
    assert at_table.session.records == ()


@pytest.mark.parametrize("id", ["", "x" * 41, "\ud800", "a\nb"])
def test_an_id_must_be_an_id(ports: Scenario, id: str) -> None:
    assert why(table(ports).session.submit(Command(id, "vale", 0, Hold()))) is Denial.BAD_ID


def test_a_repeated_command_gets_the_recorded_answer_and_is_done_once(ports: Scenario) -> None:
    at_table = table(ports)
    command = at_table.command("vale hold", id="mine")
    first = at_table.session.submit(command)
    at_table.make("tarn hold")
    assert at_table.session.submit(command) == first  # although `at` is old by now
    assert len([made for made in at_table.session.mainline if made.id == "mine"]) == 1


def test_an_id_used_for_something_else_is_refused(ports: Scenario) -> None:
    at_table = table(ports)
    at_table.session.submit(at_table.command("vale hold", id="mine"))
    assert why(at_table.session.submit(Command("mine", "vale", 1, Hold("no")))) is Denial.ID_REUSED


def test_nobody_can_use_up_the_ids_of_another_seat(ports: Scenario) -> None:
    at_table = table(ports)
    at_table.session.submit(at_table.command("vale hold", id="same"))
    assert isinstance(at_table.session.submit(at_table.command("tarn hold", id="same")), Accepted)


def test_a_refused_id_may_be_used_again(ports: Scenario) -> None:
    at_table = table(ports)
    refused = at_table.session.submit(at_table.command("tarn hold", id="mine"))
    assert isinstance(refused, Refused)
    at_table.make("vale hold")
    assert isinstance(at_table.session.submit(at_table.command("tarn hold", id="mine")), Accepted)


def test_a_command_for_a_table_that_has_changed_is_stale(ports: Scenario) -> None:
    at_table = table(ports)
    old = at_table.command("tarn hold")
    at_table.make("vale hold")
    assert why(at_table.session.submit(old)) is Denial.STALE
    assert why(at_table.session.submit(replace(old, at=99))) is Denial.STALE


def test_a_hidden_act_of_the_other_side_makes_nothing_stale(ports: Scenario) -> None:
    at_table = table(ports).listen()
    at_table.make("vale hold", "tarn hold")
    before = at_table.session.number("tarn")
    while at_table.session.state.turn != 0:
        at_table.make("tarn hold")
    before, heard = at_table.session.number("tarn"), len(at_table.heard["tarn"])
    view = at_table.session.view("tarn")
    at_table.make("vale act walk_the_quay")  # back room, no footprint
    assert at_table.session.number("tarn") == before
    assert len(at_table.heard["tarn"]) == heard
    assert at_table.session.view("tarn").state == view.state
    assert at_table.session.number("instructor") > before


def test_view_numbers_of_a_seat_count_by_ones(ports: Scenario) -> None:
    for seed in range(10):
        at_table = table(ports, seed=seed).listen()
        random_moves(at_table.session, seed)
        for seat, told in at_table.heard.items():
            assert [item.number for item in told] == list(range(1, len(told) + 1)), seat
            assert at_table.session.number(seat) == len(told)


def test_pause_and_announcement_are_told_and_not_counted(ports: Scenario) -> None:
    at_table = table(ports).listen()
    at_table.make("vale hold")
    before = at_table.numbers()
    assert isinstance(at_table.instruct(Pause()), Accepted)
    assert isinstance(at_table.instruct(Broadcast("five minutes")), Accepted)
    assert isinstance(at_table.instruct(Resume()), Accepted)
    assert at_table.numbers() == before
    told = at_table.heard["tarn"][-3:]
    assert [item.phase for item in told] == [Phase.PAUSED, Phase.PAUSED, Phase.NEGOTIATING]
    assert told[1] == Told(before[1], (Announced("five minutes"),), Phase.PAUSED)
    at_table.make("tarn hold")


def test_a_paused_table_waits(ports: Scenario) -> None:
    at_table = table(ports)
    command = at_table.command("vale hold")
    first = at_table.session.submit(command)
    at_table.instruct(Pause())
    assert why(at_table.session.submit(at_table.command("tarn hold"))) is Denial.PAUSED
    assert why(at_table.session.undo("vale")) is Denial.PAUSED
    assert why(at_table.session.expire(at_table.session.ply)) is Denial.PAUSED
    assert why(at_table.instruct(Pause())) is Denial.NOT_NOW
    assert at_table.session.submit(command) == first  # a lost answer is given again even now
    assert isinstance(at_table.instruct(Resume()), Accepted)
    assert why(at_table.instruct(Resume())) is Denial.NOT_NOW
    at_table.make("tarn hold")


def test_a_pause_does_not_change_fate(ports: Scenario) -> None:
    plain, paused = table(ports, seed=3), table(ports, seed=3)
    paused.instruct(Broadcast("good morning"))
    paused.instruct(Pause())
    paused.instruct(Resume())
    for at_table in (plain, paused):
        at_table.make("vale hold", "tarn hold")
    assert plain.session.state == paused.session.state


def test_the_instructor_may_let_an_event_happen(ports: Scenario) -> None:
    at_table = table(ports).listen()
    event = next(i for i, item in enumerate(ports.events) if item.id == "telegram")
    assert isinstance(at_table.instruct(Inject(event)), Accepted)
    assert at_table.numbers() == (1, 1, 1)
    assert at_table.session.view("vale").state.offers[1] is not None


def test_time_that_ran_out_passes_the_turn(ports: Scenario) -> None:
    at_table = table(ports)
    ply = at_table.session.ply
    assert isinstance(at_table.session.expire(ply), Accepted)
    assert at_table.session.state.turn == 1
    assert why(at_table.session.expire(ply)) is Denial.STALE


def test_nature_and_the_homes_speak_until_a_party_must_move(ports: Scenario) -> None:
    for seed in range(10):
        at_table = table(ports, seed=seed)
        random_moves(at_table.session, seed)
        assert at_table.session.state.draws == ()


def test_where_chance_is_off_events_turn_as_usual(ports: Scenario) -> None:
    for seed in range(12):
        at_table = table(ports, seed=seed, chance_on=False)
        random_moves(at_table.session, seed)
        for made in at_table.session.mainline:
            if isinstance(made.move, Draw):
                assert made.move.outcome == ports.events[made.move.event].usual


def test_undo_goes_back_to_before_the_seats_last_own_move(ports: Scenario) -> None:
    at_table = table(ports)
    at_table.make("vale propose ferry=none", "tarn hold")
    state, view = at_table.session.state, at_table.session.view("vale")
    at_table.make("vale act toast", "vale hold")
    assert isinstance(at_table.session.undo("vale"), Accepted)
    assert isinstance(at_table.session.undo("vale"), Accepted)
    assert at_table.session.state == state
    assert replace(at_table.session.view("vale"), number=0) == replace(view, number=0)
    assert len(at_table.session.records) >= 6  # nothing is deleted


def test_undo_takes_back_what_followed_and_numbers_never_fall(ports: Scenario) -> None:
    at_table = table(ports).listen()
    at_table.make("vale hold", "tarn hold")
    before = at_table.numbers()
    answer = at_table.session.undo("vale")
    assert isinstance(answer, Accepted)
    assert at_table.session.state.turn == 0
    assert all(now > then for now, then in zip(at_table.numbers(), before, strict=True))
    assert answer.number == at_table.session.number("vale")
    assert at_table.heard["tarn"][-1].rewound


def test_undoing_a_hidden_act_is_hidden(ports: Scenario) -> None:
    at_table = table(ports).listen()
    at_table.make("vale act walk_the_quay")
    before = at_table.session.number("tarn")
    assert isinstance(at_table.session.undo("vale"), Accepted)
    assert at_table.session.number("tarn") == before
    assert at_table.heard.get("tarn") == []


def test_after_an_undo_the_same_fate_is_met(ports: Scenario) -> None:
    fates = set()
    for seed in range(8):
        at_table = table(ports, seed=seed)
        lines = ("vale hold", "tarn hold")  # two holds end Monday; Tuesday may bring fog
        at_table.make(*lines)
        drawn = [made.move for made in at_table.session.mainline if isinstance(made.move, Draw)]
        assert drawn
        fates.add(drawn[0])
        for _ in range(3):
            assert isinstance(at_table.session.undo("vale"), Accepted)
            at_table.make(*lines)
            again = [made.move for made in at_table.session.mainline if isinstance(made.move, Draw)]
            assert again == drawn
    assert len(fates) == 2  # and fate is not always the same


def test_a_repeated_undo_is_done_once(ports: Scenario) -> None:
    at_table = table(ports)
    at_table.make("vale act toast", "vale hold")
    first = at_table.session.undo("vale", id="u", at=at_table.session.number("vale"))
    state = at_table.session.state
    assert at_table.session.undo("vale", id="u", at=0) == first
    assert at_table.session.state == state
    assert why(at_table.session.submit(Command("u", "vale", 0, Hold()))) is Denial.ID_REUSED


def test_a_stale_undo_is_refused(ports: Scenario) -> None:
    at_table = table(ports)
    at_table.make("vale hold")
    assert why(at_table.session.undo("vale", id="u", at=0)) is Denial.STALE
    assert why(at_table.session.undo("tarn")) is Denial.NOTHING_TO_UNDO


def test_the_instructor_may_go_back_to_any_record(ports: Scenario) -> None:
    at_table = table(ports)
    at_table.make("vale hold", "tarn hold", "vale hold")
    states = at_table.session.states
    for to in (2, 1, 0):
        assert isinstance(at_table.session.rewind(to), Accepted)
        # What nature had said there, it says again.
        assert at_table.session.states[: to + 1] == states[: to + 1]
        assert at_table.session.state.draws == ()
    assert why(at_table.session.rewind(5)) is Denial.NOTHING_TO_UNDO


def test_an_ended_game_is_debriefed_and_its_last_move_may_be_undone(ports: Scenario) -> None:
    at_table = table(ports)
    at_table.make("vale walk out")
    assert at_table.session.phase is Phase.DEBRIEF
    ended = at_table.session.submit(at_table.command("tarn hold"))
    assert isinstance(ended, Refused)
    assert ended.refusal is not None
    assert ended.refusal.why is Why.ENDED
    assert isinstance(at_table.session.undo("vale"), Accepted)
    assert at_table.session.phase is Phase.NEGOTIATING
    at_table.make("vale hold")


def test_a_listener_hears_of_a_move_only_when_it_is_kept(ports: Scenario) -> None:
    store = MemoryStore()
    at_table = table(ports, store=store)
    kept: list[int] = []
    at_table.session.subscribe("vale", lambda told: kept.append(len(store.bodies)))
    before = len(store.bodies)
    at_table.make("vale hold")
    assert kept[0] > before


def test_a_listener_that_fails_is_dropped_and_the_game_goes_on(ports: Scenario) -> None:
    at_table = table(ports)

    def failing(told: Told) -> None:
        raise OSError("the window is gone")

    at_table.session.subscribe("vale", failing)
    heard: list[Told] = []
    at_table.session.subscribe("vale", heard.append)
    at_table.make("vale hold", "tarn hold")
    assert len(at_table.session.faults) == 1
    assert "the window is gone" in at_table.session.faults[0]
    assert len(heard) >= 2


def test_every_seat_hears_things_in_one_order_though_a_listener_moves_at_once(ports: Scenario) -> None:
    at_table = table(ports)
    order: list[tuple[str, int]] = []

    def answering(told: Told) -> None:
        if told.number == 1:
            at_table.make("tarn hold")

    at_table.session.subscribe("vale", answering)  # who is told first
    at_table.session.subscribe("vale", lambda told: order.append(("vale", told.number)))
    at_table.session.subscribe("tarn", lambda told: order.append(("tarn", told.number)))
    at_table.make("vale hold")
    for seat in ("vale", "tarn"):
        numbers = [number for who, number in order if who == seat]
        assert numbers == sorted(numbers)
        assert numbers[:2] == [1, 2]


def test_a_fork_begins_with_the_first_moves_and_goes_its_own_way(ports: Scenario) -> None:
    at_table = table(ports)
    at_table.make("vale hold", "tarn hold", "vale hold")
    store = MemoryStore()
    forked = at_table.session.fork(1, store, replace(at_table.session.header, origin="two ports, move 1"))
    assert forked.state == at_table.session.states[1]
    assert len(store.bodies) == 1
    other = Table(forked, count=100)
    other.make("tarn hold", "vale propose ferry=none")
    assert at_table.session.mainline[0] == forked.mainline[0]
    assert forked.state != at_table.session.state


def test_the_instructor_has_no_partys_view(ports: Scenario) -> None:
    session = table(ports).session
    with pytest.raises(KeyError):
        session.view("instructor")
    with pytest.raises(KeyError):
        session.view("nobody")
    with pytest.raises(KeyError):
        session.number("nobody")
