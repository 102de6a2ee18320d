"""The notebook at the window: written at the table for one seat alone, held against the truth later."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from game.desk.exporting import excerpt_of
from game.desk.game_csv import game_csv
from game.desk.game_json import seat_game_json
from game.session.excerpt import encode_excerpt
from game.ui.finding import control, parts
from game.ui.intents import Typed, Why
from game.ui.screens.debrief_presenter import debrief_model
from game.ui.screens.debrief_screen import DebriefScreen
from game.ui.screens.debrief_text import debrief_text
from game.ui.screens.table_presenter import table_model
from game.ui.screens.table_screen import TableScreen
from game.ui.wishes import GuessBand, GuessWords, Screen, Tab
from tests.terminal.playing import play, run
from tests.ui import shown
from tests.ui.positions import facts, longer
from tests.ui.screen_checks import TIGHTEST, misfits, misfits_everywhere, staged, unreached_by_arrows
from tests.ui.windows import SAY, Person

MARK = "zebras on the quay"


def notebook_shown() -> TableScreen:
    told = facts(9, 1, hand=True)
    told.seat.tab = Tab.NOTEBOOK
    return TableScreen(table_model(told))


def kept(folder: Path) -> dict[str, list[dict[str, object]]]:
    (path,) = (folder / "saves").glob("*.plan.json")
    return {party: each.get("notebook", []) for party, each in json.loads(path.read_text("utf-8")).items()}


def test_a_guess_is_kept_with_the_move_at_which_it_was_made_and_comes_back(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("guess:ferry", "guess:ferry:1", "guess:ferry:2")
    person.do(Typed("guess_words:vale:ferry", "A quiet "), Typed("guess_words:vale:ferry", "A quiet quay"))
    person.do("hold", "choice:2", "guess:ferry:0")
    step = len(person.flow.sitting.game.replayed().moves)
    assert step > 0
    assert kept(tmp_path)["vale"] == [
        {"move": 0, "issue": "ferry", "band": "much", "words": "A quiet quay"},
        {"move": step, "issue": "ferry", "band": "little", "words": "A quiet quay"},
    ]
    before = person.flow.sitting.seat.guesses
    person.flow.close()
    again = Person(tmp_path).do("continue")
    assert again.flow.sitting.seat.guesses == before
    assert again.flow.sitting.seat.plan.prediction == 70, "the plan stands in the same file"


def test_window_and_text_mode_keep_one_notebook(tmp_path: Path) -> None:
    play(tmp_path / "saves", "guess ferry much they row", "guess dues most", "quit")
    person = Person(tmp_path).do("continue", "go_on")
    pages = {page.fold.id: page for page in person.model.tabs.guesses}
    assert (pages["guess:ferry"].fold.note, pages["guess:ferry"].written) == ("much", "they row")
    person.do("guess:dues", "guess:dues:0")
    person.flow.close()
    (save,) = (tmp_path / "saves").glob("*.jsonl")
    printed = run(["play", "--resume", str(save), "--text"], ["notebook", "quit"]).text
    assert "Your guess: The ferry matters much to them." in printed
    assert "Your guess: Harbour dues matters little to them." in printed


def test_a_bad_file_beside_a_save_is_an_empty_notebook(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("guess:ferry", "guess:ferry:1")
    person.flow.close()
    (path,) = (tmp_path / "saves").glob("*.plan.json")
    for odd in ("[", "[]", '{"vale": 3}', '{"vale": {"notebook": [7, {"move": -1, "issue": "x"}]}}'):
        path.write_text(odd, "utf-8")
        again = Person(tmp_path).do("continue")
        assert again.flow.sitting.seat.guesses == ()
        again.flow.close()


def test_the_other_seat_and_every_bot_never_see_a_guess(tmp_path: Path) -> None:
    person = Person(tmp_path).do("new_game", "side:both", "begin")
    for _ in range(2):
        person.do("ready", "ready", "skip")
    person.do("ready", "go_on", "tab:notebook", "guess:ferry", "guess:ferry:3")
    person.do(Typed("guess_words:vale:ferry", MARK))
    assert MARK in str(person.model)
    sitting = person.flow.sitting
    person.do("hold")
    assert person.flow.screen is Screen.PRIVACY
    assert MARK not in str(person.model)
    person.do("ready")
    while person.flow.screen is not Screen.TABLE:
        assert MARK not in str(person.model)
        person.do("go_on")
    assert sitting.seat.party == 1
    for asked in ("tab:notebook", "guess:ferry", "tab:log", Why("guess:ferry")):
        person.do(asked)
        assert MARK not in str(person.model) + str(person.flow.explanation)
    pages = {page.fold.id: page for page in person.model.tabs.guesses}
    assert not any(each.on for each in pages["guess:ferry"].bands)
    course, scenario = sitting.game.replayed(), sitting.game.session.scenario
    told = [
        repr(sitting.game.view(1)),
        repr(sitting.game.view(0)),  # what a bot of either chair would be given
        repr(sitting.game.news(1)),
        repr(sitting.game.session.records),
        json.dumps(seat_game_json(SAY, scenario, course, 1), default=str),
        game_csv(SAY, scenario, course, 1).decode(),
        encode_excerpt(excerpt_of(SAY, scenario, course, 1)).decode(),
    ]
    told += [path.read_text("utf-8") for path in (tmp_path / "saves").glob("*.jsonl")]
    assert [each for each in told if MARK in each] == []


def test_nothing_is_written_once_the_game_is_over(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("guess:ferry", "guess:ferry:1", "walk_out", "walk_out")
    before = person.flow.sitting.seat.guesses
    person.do(GuessBand(0, 3), GuessWords(0, MARK))
    assert (person.flow.sitting.seat.guesses, person.flow.sitting.game.guesses(0)) == (before, before)
    assert person.flow.sitting.game.guess(0, 0, band=3) == before


def test_the_debrief_lays_every_guess_beside_the_truth_and_says_how_it_counts(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("guess:ferry", "guess:ferry:0", "guess:dues", "guess:dues:3")
    person.do("walk_out", "walk_out", "step:plan")
    believed = person.model.believed
    assert {mark.ask.id for mark in believed.marks} == {"belief:ferry", "belief:dues"}
    earned = sum(mark.score for mark in believed.marks)
    assert believed.score.label == str(round(100 * earned / 6))
    person.do(Why("result:notebook"))
    lines = person.flow.explanation.lines
    amounts = [re.search(r": (\d) of 3\.", line) for line in "\n".join(lines).splitlines()]
    assert sum(int(each[1]) for each in amounts if each) == earned
    assert any(line.startswith("Assumption:") for line in "\n".join(lines).splitlines())
    person.do(Why("belief:ferry"))
    assert "Between their best and their worst answer lie" in "\n".join(person.flow.explanation.lines)
    assert believed.question.endswith(("told you most?", "no offer on it.")) or "move" in believed.question
    sitting = person.flow.sitting
    course, scenario = sitting.game.replayed(), sitting.game.session.scenario
    written = debrief_text(SAY, scenario, course, [sitting.seat], watched=False)
    assert [mark.ask.label for mark in believed.marks if mark.ask.label not in written] == []
    assert f"{believed.score.label}  of 100 for what you believed" in written


def test_no_guess_is_told_without_blame(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("walk_out", "walk_out", "step:plan")
    believed = person.model.believed
    assert (believed.score, believed.marks, believed.question) == (None, (), "")
    assert believed.counted.startswith("Your notebook holds no guess.")


def empty_plan() -> DebriefScreen:
    seat = replace(shown.facts(0).seat)
    return DebriefScreen(debrief_model(SAY, shown.scenario(), shown.course(), seat, 1, more_seats=False))


@pytest.mark.parametrize("make", [notebook_shown, empty_plan])
def test_every_word_fits_where_it_is_tightest(window: None, make: object) -> None:
    screen = make()  # type: ignore[operator]
    for model in (screen.model, longer(screen.model)):
        found = [each for size, text in TIGHTEST for each in misfits(type(screen)(model), size, text)]
        assert found == []


@pytest.mark.long
def test_every_word_of_the_notebook_fits_at_all_sizes(window: None) -> None:
    assert misfits_everywhere(TableScreen, notebook_shown().model) == []


@pytest.mark.parametrize(("size", "text"), TIGHTEST)
def test_keys_reach_every_answer_and_line_of_the_notebook(
    window: None, size: tuple[int, int], text: float
) -> None:
    screen = notebook_shown()
    stage = staged(screen, size, text)
    tab = next(item.id for item in stage.items if item.role == "tab" and "tab:notebook" in item.id)
    if size[0] < 1280 or text > 1:
        stage.press(tab)
        stage.show(screen.build(stage.theme, size), screen.name)
    wanted = {each.id for page in screen.model.tabs.guesses for each in parts(page)}
    found = {item.id[-1] if isinstance(item.id, tuple) else item.id for item in stage.items}
    assert wanted - found == set()
    assert unreached_by_arrows(stage) == set()
    assert all(control(screen.model, id) or id.startswith("guess_words:") for id in wanted)
