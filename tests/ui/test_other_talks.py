"""The window with talks that are not of 1956: decisions only, delegates who change, no place on any map."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.rules.state import Standing, Tally
from game.ui.screens.ratification_presenter import ratification_model
from game.ui.screens.table_model import TableModel
from game.ui.wishes import Screen
from game.ui.worker import Worker
from tests.ui.windows import Person


def towns(folder: Path, side: str, against: str = "neighbour") -> Person:
    """Begin the talks of the two towns and read on to the first card."""
    person = Person(folder, "two-towns").do(
        "new_game", f"side:{side}", "others", f"opponent:{against}", "begin"
    )
    return person.do("ready", "skip", "go_on")


def control(model: TableModel, id: str):  # type: ignore[no-untyped-def]
    return next(each for each in (*model.moves, *model.actions) if each.id == id)


class Never(Executor):
    """A bot that thinks for ever."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return Future()


def test_where_either_may_answer_nobody_waits_for_a_bot_that_thinks(tmp_path: Path) -> None:
    person = Person(tmp_path, "two-towns")
    person.flow.worker = Worker(Never())
    person.do("new_game", "side:lowick", "begin", "ready", "skip", "go_on")
    assert person.flow.screen is Screen.DECISION
    person.do("choice:0")
    sitting = person.flow.sitting
    assert sitting is not None
    assert sitting.game.session.state.pending == ((0,), ())
    assert person.model.top.thinking


def test_talks_of_no_place_on_the_map_show_no_map(tmp_path: Path) -> None:
    person = towns(tmp_path, "skerry").do("choice:0", "go_on")
    model = person.model
    assert (model.chart.places, model.chart.legend) == ((), ())
    assert model.names.map == "Where it stands"


def test_the_treaty_page_is_closed_to_those_who_cannot_sign(tmp_path: Path) -> None:
    person = towns(tmp_path, "skerry").do("choice:0", "go_on")
    assert (
        control(person.model, "sign").reason == "This delegation has no full powers for that in this round."
    )
    person.do("sign")
    assert person.flow.screen is Screen.TABLE


def test_a_card_tells_the_exchanges_that_its_action_takes(tmp_path: Path) -> None:
    person = towns(tmp_path, "skerry").do("choice:0", "go_on")
    assert "Price: 1 exchange of the meeting." in control(person.model, "action:recess").note


def test_whoever_was_sent_speaks_for_a_delegation(tmp_path: Path) -> None:
    person = towns(tmp_path, "lowick").do("choice:0", "go_on", "action:send_pastor", "briefing")
    assert "The pastor" in person.model.head


def test_whoever_comes_after_a_walk_out_sits_at_the_table(tmp_path: Path) -> None:
    person = towns(tmp_path, "lowick").do("choice:0", "go_on", "walk_out")
    assert "unless they provide for another" in control(person.model, "walk_out").does
    person.do("walk_out")
    assert person.flow.screen is Screen.ROUND_CARD
    assert "The new Reeve" in [came.head for came in person.model.delegations], "she was elected meanwhile"
    person.do("go_on", "choice:0", "go_on")
    assert person.model.opposite.name == "The new Reeve", "she speaks, whoever plays her"


def test_what_a_home_has_yet_to_confirm_is_marked_on_both_boards(tmp_path: Path) -> None:
    person = Person(tmp_path, "two-towns").do(
        "new_game", "side:both", "begin", *["ready", "ready", "skip"] * 2
    )
    person.do("ready", "go_on", "choice:0", "ready", "go_on", "choice:0", "ready", "go_on")
    assert person.flow.screen is Screen.TABLE
    person.do("put:bank:three_days", "referendum", "table_offer", "ready", "go_on")
    assert "ad referendum" in person.model.standing[0], "whoever may accept it is told"
    person.do("accept:0")
    for _ in range(2):
        person.do("ready")
        assert "Three days a week, ad referendum" in [row.agreed for row in person.model.rows]
        told = " ".join(person.model.standing)
        if person.model.names.mine_first:
            assert "Skerry Hall has yet to confirm" in told
            assert "when the next meeting opens" in told
        person.do("hold")


def test_who_waits_for_the_vote_is_not_told_it(tmp_path: Path) -> None:
    person = Person(tmp_path, "two-towns").do(
        "new_game", "side:both", "begin", *["ready", "ready", "skip"] * 2
    )
    sitting = person.flow.sitting
    assert sitting is not None
    scenario, state = sitting.game.session.scenario, sitting.game.session.state
    stands = ((3, Standing.AWAY, 5), (4, Standing.AGAINST, 3))  # both one step short
    state = replace(state, votes=(None, Tally(1, stands, 0, 3, False, ())))
    model = ratification_model(person.flow.say, scenario, state, 0)
    assert "short" not in " ".join(voice.note for voice in model.homes[1].voices)
