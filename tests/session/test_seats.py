from game.ai.bot import Chosen, Draw, Ground, Reason
from game.rules.moves import Hold, Sign
from game.rules.scenario import HOME, INSTRUCTOR, NATURE, Scenario
from game.rules.view import PartyView
from game.session.answers import Denial, Refused
from game.session.lifecycle import Phase
from game.session.seats import author_called, author_of, name_of
from tests.session.tables import Breaker, Holder, Roller, table


def test_seats_and_authors_go_by_name(ports: Scenario) -> None:
    assert [author_of(ports, seat) for seat in ("vale", "tarn", "instructor", "home")] == [
        0,
        1,
        INSTRUCTOR,
        None,
    ]
    for author in (0, 1, NATURE, HOME, INSTRUCTOR):
        assert author_called(ports, name_of(ports, author)) == author


def test_bots_move_until_a_person_must(ports: Scenario) -> None:
    holder = Holder()
    at_table = table(ports, bots={1: holder})
    assert at_table.session.bot_moves() == ()
    at_table.make("vale hold")
    assert at_table.session.bot_moves()
    assert at_table.session.next_bot() is None
    assert at_table.session.mainline[-1].author in (1, NATURE)


def test_a_bot_sees_its_own_view_and_nothing_else(ports: Scenario) -> None:
    holder = Holder()
    at_table = table(ports, bots={1: holder})
    at_table.make("vale hold")
    turn = at_table.session.next_bot()
    assert turn is not None
    assert turn.view == at_table.session.view("tarn")


def test_two_bots_play_a_game_to_its_end_and_the_same_seed_gives_the_same_game(ports: Scenario) -> None:
    games = []
    for seed in (1, 1, 2):
        session = table(ports, seed=seed, bots={0: Roller(), 1: Roller()}).session
        session.bot_moves()
        assert session.phase is Phase.DEBRIEF
        games.append([(made.author, made.move) for made in session.mainline])
        assert set(session.reasons) <= set(range(len(session.records)))
    assert games[0] == games[1]
    assert games[0] != games[2]


def test_after_an_undo_a_bot_plays_the_same_again(ports: Scenario) -> None:
    at_table = table(ports, bots={1: Roller()})
    at_table.make("vale propose ferry=none")
    at_table.session.bot_moves()
    state = at_table.session.state
    at_table.session.undo("vale")
    at_table.make("vale propose ferry=none")
    at_table.session.bot_moves()
    assert at_table.session.state == state


def test_a_bot_that_fails_holds_and_its_fault_is_kept(ports: Scenario) -> None:
    at_table = table(ports, bots={1: Breaker()})
    at_table.make("vale hold")
    at_table.session.bot_moves()
    assert "lost my papers" in at_table.session.faults[0]
    assert any(isinstance(made.move, Hold) and made.author == 1 for made in at_table.session.mainline)


def test_a_bot_that_breaks_a_rule_holds_and_its_fault_is_kept(ports: Scenario) -> None:
    class Signer:
        def choose(self, view: PartyView, draw: Draw) -> Chosen:
            return Chosen(Sign(), (Reason(Ground.HABIT),))

    at_table = table(ports, bots={1: Signer()})
    at_table.make("vale hold")
    at_table.session.bot_moves()
    assert at_table.session.faults
    assert at_table.session.state.turn == 0 or at_table.session.phase is Phase.DEBRIEF


def test_a_bots_move_for_a_table_that_has_changed_is_stale(ports: Scenario) -> None:
    at_table = table(ports, bots={1: Holder()})
    at_table.make("vale hold")
    turn = at_table.session.next_bot()
    assert turn is not None
    chosen = turn.think()
    at_table.session.undo("vale")
    answer = at_table.session.play(turn, chosen)
    assert isinstance(answer, Refused)
    assert answer.why is Denial.STALE
