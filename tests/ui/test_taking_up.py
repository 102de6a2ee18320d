"""A game left, taken up again, taken back, and looked at after its end: played by intents alone."""

from pathlib import Path

from game.ui.intents import Typed
from game.ui.wishes import Screen, Undo
from tests.ui.windows import Person


def test_every_move_is_saved_and_the_last_game_goes_on_where_it_was_left(tmp_path: Path) -> None:
    person = Person(tmp_path).begin()
    person.do("hold", "choice:2", "hold")
    number = len(person.flow.sitting.game.session.records)
    person.flow.close()

    again = Person(tmp_path)
    assert again.model.last_game.startswith("Two Ports")
    again.do("continue")
    assert again.flow.screen is Screen.TABLE
    assert len(again.flow.sitting.game.session.records) == number
    assert again.flow.sitting.seat.plan.prediction == 70


def test_leaving_for_the_title_and_loading_comes_back(tmp_path: Path) -> None:
    person = Person(tmp_path).begin(plan=False)
    person.do("title", "go:load", "save:two-ports-vale")
    assert person.flow.screen is Screen.TABLE
    assert not person.flow.sitting.seat.plan.is_made


def test_undo_takes_the_own_move_and_the_answer_back(tmp_path: Path) -> None:
    person = Person(tmp_path).begin()
    before = person.model.rows
    person.do("put:ferry:none", "table_offer", Undo())
    assert person.flow.screen is Screen.TABLE
    assert [row.gap for row in person.model.rows] == [row.gap for row in before]
    assert person.flow.notice == "Your last move is taken back."
    person.do(Undo(), Undo())
    assert person.flow.notice == "There is no move of yours to take back."


def test_a_game_that_is_over_opens_at_its_end_and_keeps_plan_and_ticket(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("walk_out", "walk_out", "step:ticket")
    person.do(Typed("ticket:1", "Ask why first."), "next")
    assert person.flow.screen is Screen.TITLE
    (kept,) = (tmp_path / "saves").glob("*.plan.json")
    assert "Ask why first." in kept.read_text("utf-8")
    person.do("continue")
    assert person.flow.screen is Screen.DEBRIEF
    person.do("step:plan")
    assert "Yes, 70 % sure. It has not." in str(person.model.plan)


def test_an_end_without_a_signature_is_told_without_a_vote(tmp_path: Path) -> None:
    person = Person(tmp_path).begin(plan=False)
    person.do("walk_out")
    assert person.flow.screen is Screen.TABLE
    person.do("walk_out")
    assert person.flow.screen is Screen.DEBRIEF
    person.do("step:plan")
    assert person.model.lines == ("No plan was made.",)
    person.do("step:text")
    assert person.model.verdicts == ()
