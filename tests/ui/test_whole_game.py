"""A whole game played by intents alone is the game that text mode plays with the same moves."""

from pathlib import Path

from game import cli
from game.desk.finding import stored
from game.rules.transcript import Made, Rewound
from game.session.saves import open_save, saves_in
from game.ui.intents import Typed, Why
from game.ui.wishes import Screen, Undo
from tests.ui.windows import PORTS, Person


def moves(saves: Path) -> list[object]:
    """The records of the one save in a folder: who moved how, and what was taken back."""
    (path,) = saves_in(saves)
    records = open_save(path, stored).records
    return [
        (each.author, each.move) if isinstance(each, Made) else each.to
        for each in records
        if isinstance(each, Made | Rewound)
    ]


def test_a_whole_game_by_intents_has_the_moves_of_the_same_game_in_text(tmp_path: Path) -> None:
    person = Person(tmp_path / "window").begin()
    assert person.flow.screen is Screen.TABLE

    person.do("document:ledger")
    assert person.flow.screen is Screen.DOCUMENT
    assert person.model.title == "The quay ledger"
    person.do("back", "hold")
    assert person.flow.screen is Screen.DECISION
    person.do("choice:2")
    holds = person.until(Screen.ROUND_CARD, "hold")
    person.do("go_on", Why("points"))
    assert person.model.explanation.title == "Why these points?"
    person.do(Why("put:ferry:daily"))
    assert any("has not spoken" in line for line in person.model.explanation.lines)

    person.do("put:ferry:daily", "put:dues:half", "put:form:accord", "table_offer")
    assert "goes beyond your mandate" in person.model.refusal.sentence.text
    assert len(person.model.refusal.ways) == 2
    person.do("refusal_back")
    assert person.model.refusal is None
    person.do("put:ferry:weekly", "table_offer", Undo(), "accept:0")
    person.until(Screen.SIGNING, "sign")
    assert person.model.title == "Accord between Vale and Tarn"
    person.do("sign")
    while person.flow.screen in (Screen.TABLE, Screen.ROUND_CARD):
        person.do("go_on" if person.flow.screen is Screen.ROUND_CARD else "hold")
    assert person.flow.screen is Screen.RATIFICATION
    person.until(Screen.DEBRIEF, "go_on")
    for step in range(person.model.of - 1):
        assert person.model.number == step + 1
        person.do("next")
    person.do("next")
    assert person.flow.screen is Screen.TITLE

    typed = ["", "read ledger", "hold", "3", *["hold"] * holds]
    typed += ["why points", "why ferry", "offer ferry=daily dues=half form=accord", "3"]
    typed += ["offer ferry=weekly dues=half form=accord", "undo", "accept", "sign", "yes", *["hold"] * 5]
    words = f"play {PORTS} --side vale --against linear --seed 3 --text --saves".split()
    code = cli.main([*words, str(tmp_path / "text")], *_streams(typed))
    assert code == 0
    assert moves(tmp_path / "window" / "saves") == moves(tmp_path / "text")


def _streams(typed: list[str]):  # type: ignore[no-untyped-def]
    import io

    return io.StringIO("".join(f"{line}\n" for line in typed)), io.StringIO()


def test_every_move_is_saved_and_the_last_game_goes_on_where_it_was_left(tmp_path: Path) -> None:
    person = Person(tmp_path).begin()
    person.do("hold", "choice:2", "hold")
    number = len(person.flow.sitting.game.session.records)
    person.flow.close()

    again = Person(tmp_path)
    assert again.model.last_game.endswith("two-ports-vale")
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
