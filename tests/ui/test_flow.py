"""Which screen follows which, and what happens where the world says no."""

from pathlib import Path

import pytest

from game import places
from game.desk.declared import read_declared
from game.desk.local import NotKept
from game.session.answers import Denial, Refused
from game.ui.flow import Flow
from game.ui.intents import Back, Chosen, Larger, Leave, Pressed, Save, Typed, Undo, Why
from game.ui.settings import Settings
from game.ui.wishes import Go, HoldTurn, Next, Screen, TakeChoice, WriteWords
from game.ui.worker import AtOnce
from tests.ui.windows import PORTS, ROOT, Person, disk


def test_the_way_to_the_table_is_briefing_plan_round_card(tmp_path: Path) -> None:
    person = Person(tmp_path).begin()
    assert person.seen == [
        Screen.TITLE, Screen.NEW_GAME, Screen.BRIEFING, Screen.PLANNING, Screen.ROUND_CARD, Screen.TABLE,
    ]  # fmt: skip


def test_in_hot_seat_a_privacy_screen_stands_between_the_delegations(tmp_path: Path) -> None:
    person = Person(tmp_path).do("new_game", "side:both", "begin")
    assert person.flow.screen is Screen.PRIVACY
    assert person.model.title == "Hand over to Vale"
    person.do("ready", "ready", "skip")
    assert person.model.title == "Hand over to Tarn"
    person.do("ready", "ready", "skip")
    assert person.model.title == "Hand over to Vale", "Vale opens"
    person.do("ready", "go_on", "hold")
    assert person.flow.screen is Screen.PRIVACY
    hidden = str(person.model)
    assert "board" not in hidden
    person.do("ready", "go_on")
    assert person.flow.screen is Screen.TABLE
    assert [gauge.id for gauge in person.model.top.meters] == ["trust", "season"]
    assert "undo" not in [move.id for move in person.model.moves]
    person.do(Undo())
    assert person.flow.notice == "There is no move of yours to take back."


def test_both_delegations_read_their_debrief(tmp_path: Path) -> None:
    person = Person(tmp_path).do("new_game", "side:both", "begin")
    for _ in range(2):
        person.do("ready", "ready", "skip")
    person.do("ready", "go_on", "walk_out", "walk_out")
    assert (person.flow.screen, person.model.party) == (Screen.DEBRIEF, "Vale")
    person.do(*["next"] * 5, "mark:alternative")
    told = person.flow.explanation
    assert told is not None
    assert told.title.startswith("Knew the alternative")
    assert told.lines != (person.flow.say("ui.why.nothing"),)
    person.do(Back(), *["next"] * (person.model.of - 5))
    assert (person.flow.screen, person.model.party) == (Screen.DEBRIEF, "Tarn")
    person.do(*["next"] * person.model.of)
    assert person.flow.screen is Screen.TITLE


def test_a_folder_that_cannot_be_written_is_told_before_the_first_move_and_another_is_taken(
    tmp_path: Path,
) -> None:
    (tmp_path / "saves").write_text("a file where the folder should be")
    person = Person(tmp_path)
    assert person.model.warning.startswith("error S09")
    person.do("new_game", "side:vale", "begin")
    assert person.flow.screen is Screen.TROUBLE
    person.do(Typed("folder", str(tmp_path / "saves" / "inside")), "use_folder")
    assert person.flow.screen is Screen.TROUBLE
    elsewhere = tmp_path / "elsewhere"
    person.do(Typed("folder", str(elsewhere)), "use_folder")
    assert person.flow.screen is Screen.NEW_GAME
    person.do("begin")
    assert person.flow.screen is Screen.BRIEFING
    assert list(elsewhere.iterdir())


def test_a_broken_scenario_shows_its_diagnostics(tmp_path: Path) -> None:
    broken = tmp_path / "two-ports"
    broken.mkdir()
    sound = (Path(PORTS) / "scenario.yaml").read_text("utf-8")
    (broken / "scenario.yaml").write_text(sound.replace("minutes: 10", "minuts: 10"), "utf-8")
    person = Person(tmp_path, str(broken)).do("new_game")
    assert not person.model.begin.enabled
    person.do(f"scenario:{broken}")
    assert person.flow.screen is Screen.TROUBLE
    assert person.model.faults[0].is_error
    assert any("minutes" in fault.suggestion + fault.message for fault in person.model.faults)
    assert "minuts" in [fault.excerpt.marked for fault in person.model.faults if fault.excerpt]
    person.do("check_again")
    assert person.flow.screen is Screen.TROUBLE
    assert person.flow.notice
    (broken / "scenario.yaml").write_text(sound, "utf-8")
    person.do("check_again")
    assert person.flow.screen is Screen.NEW_GAME
    assert person.model.begin.enabled


def test_a_move_that_cannot_be_kept_is_told_and_not_made(tmp_path: Path) -> None:
    person = Person(tmp_path).begin()
    sitting = person.flow.sitting
    assert sitting is not None

    def full(*_: object) -> None:
        raise NotKept("error S211: the disk is full")

    sitting.game.make = full  # type: ignore[method-assign, assignment]
    person.do("hold")
    assert person.flow.screen is Screen.TROUBLE
    assert "disk is full" in person.model.sentence
    person.do("back")
    assert person.flow.screen is Screen.TABLE


def test_a_bots_move_that_cannot_be_kept_is_told_and_tried_again(tmp_path: Path) -> None:
    person = Person(tmp_path).begin()
    sitting = person.flow.sitting
    assert sitting is not None
    kept = sitting.game.session.play
    full = Refused(Denial.NOT_SAVED, sentence="error S211: the disk is full")
    sitting.game.session.play = lambda *_: full  # type: ignore[method-assign, assignment]
    person.do("hold")
    assert person.flow.screen is Screen.TROUBLE
    assert "disk is full" in person.model.sentence
    person.do("back")
    assert person.flow.screen is Screen.TROUBLE, "tried again, and full again"
    assert [each.id for each in person.model.controls] == ["title", "back"], "nobody is held in a loop"
    sitting.game.session.play = kept  # type: ignore[method-assign]
    person.do("back")
    assert person.flow.screen is Screen.DECISION


def test_a_save_that_cannot_be_opened_is_told_among_the_saves(tmp_path: Path) -> None:
    saves = places.writable(tmp_path / "saves")
    (saves / "odd.negotiation.jsonl").write_text("no save\n")
    person = Person(tmp_path).do("continue")
    assert person.flow.screen is Screen.LOAD
    assert "T07" in person.model.trouble
    (row,) = person.model.saves
    assert row.control.label == "odd"
    assert not row.control.enabled
    assert "no save" in row.fault


def test_settings_hold_at_once_and_are_kept(tmp_path: Path) -> None:
    person = Person(tmp_path).do("go:settings", "text:150", "switch:motion", Larger(1))
    assert person.flow.settings.text == 200
    assert not person.flow.settings.motion
    assert str(tmp_path) in person.model.kept
    assert Flow(disk(tmp_path), AtOnce()).settings == person.flow.settings


def test_settings_open_over_the_table_and_lead_back_to_it(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("settings")
    assert person.flow.screen is Screen.SETTINGS
    person.do(Back())
    assert person.flow.screen is Screen.TABLE


def test_why_of_a_closed_card_gives_its_reason_and_esc_closes_it_first(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("action:take_it_on_me")
    assert person.model.explanation.lines[0] == "Only a head may decide alone."
    person.do(Back())
    assert person.model.explanation is None
    person.do(Why("table_offer"))
    assert "settles nothing" in " ".join(person.model.explanation.lines)
    person.do("close_why")
    assert person.model.explanation is None
    assert person.flow.screen is Screen.TABLE


def test_an_action_on_an_issue_asks_which(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("action:ask_them_why")
    assert [each.id for each in person.model.picker.choices] == ["on:ferry", "on:dues"]
    person.do("on:ferry")
    assert person.model.picker is None
    assert "Our workers must reach the yards." in str(person.model.rows[0].learnt)
    assert "Our workers must reach the yards." in str(person.model.tabs.notebook)


def test_a_way_beyond_the_mandate_is_taken_by_one_press(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("put:ferry:daily", "table_offer")
    labels = [way.label for way in person.model.refusal.ways]
    assert any("ad referendum" in label for label in labels)
    person.do(f"way:{len(labels) - 1}")
    assert person.model is not None
    assert any("ad referendum" in line.text for line in person.flow.sitting.facts() and _log(person))


def _log(person: Person):  # type: ignore[no-untyped-def]
    from game.ui.screens.table_side import entries

    facts = person.flow.sitting.facts()
    return entries(facts.wording, facts.news, whole=True, id="log")


def test_the_suggestion_is_put_in_hand_before_it_is_tabled(tmp_path: Path) -> None:
    person = Person(tmp_path, "the-deletion").begin("japan", "khrushchev", 1)
    assert person.model.suggestion.reasons
    records = len(person.flow.sitting.game.session.records)
    person.do("suggestion")
    assert person.model.composer.items
    assert len(person.flow.sitting.game.session.records) == records


def test_words_go_with_a_hold_and_are_used_once(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do(Typed("words", "We wait."), "hold")
    assert any("We wait." in line.text for line in _log(person))
    assert person.flow.sitting.seat.made.words == ""


def test_a_choice_or_a_rung_may_name_its_control_by_value(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do(Chosen("ferry", "put:ferry:none"))
    assert person.model.rows[0].rungs[0].chosen
    person.do(Chosen("put:ferry", "weekly"))
    assert person.model.rows[0].rungs[1].chosen


def test_another_question_that_matters_most_drops_what_was_asked_for_on_the_last(tmp_path: Path) -> None:
    person = Person(tmp_path).do("new_game", "side:vale", "begin", "ready")
    person.do("most:ferry", "first:daily", "give:dues", "most:ferry")
    assert (person.flow.sitting.seat.plan.first, person.flow.sitting.seat.plan.give) == (2, 1)
    person.do("most:dues")
    plan = person.flow.sitting.seat.plan
    assert (plan.most, plan.first, plan.give) == (1, None, None)
    person.do("first:half", "give:ferry", "lock")
    game, party = person.flow.sitting.game, person.flow.sitting.seat.party
    assert person.world.plan(game, party) == person.flow.sitting.seat.plan


def test_plain_partners_are_folded_until_they_are_asked_for(tmp_path: Path) -> None:
    person = Person(tmp_path).do("new_game", "side:tarn")
    assert [each.heading for each in person.model.opponents] == ["From history", "From the textbook"]
    person.do("others", "opponent:linear", "others")
    assert person.model.others is None, "whoever sits opposite is shown"
    assert person.model.opponents[-1].heading == "Plain partners"
    assert all(each.note for group in person.model.opponents for each in group.controls)
    person.do("side:both")
    assert (person.model.opponents, person.model.others) == ((), None)
    assert person.model.hot_seat


def test_settings_go_back_to_how_they_come(tmp_path: Path) -> None:
    person = Person(tmp_path).do("go:settings", "text:200", "switch:contrast", "reset")
    assert person.flow.settings == Settings()
    assert not person.model.reset.enabled


def test_declare_compares_what_is_ticked(tmp_path: Path) -> None:
    person = Person(tmp_path).do("go:declare")
    person.do("tick:ferry:weekly", "tick:pilots:shared", "tick:dues:half", "tick:form:accord")
    assert person.model.same.label == "3 of 3 articles are the same."
    person.do("tick:ferry:daily", "tick:form:note")
    assert "A daily ferry needs an accord." in person.model.problem


def test_what_is_ticked_is_kept_under_the_name_of_a_team(tmp_path: Path) -> None:
    person = Person(tmp_path).do("go:declare", "as_history", "keep")
    assert person.flow.notice.startswith("error T61")
    person.do(Typed("team", "Table 3"), "keep")
    assert person.flow.notice.startswith("Kept:")
    person.do("clear", "tick:ferry:daily", "tick:form:note")
    assert (person.model.keep.enabled, person.model.keep.reason) == (False, person.model.problem)
    scenario = person.flow.declared[0]
    (path,) = tmp_path.rglob("Table 3.declared.json")
    kept = read_declared(path, lambda id, mark: scenario)
    assert (kept.team, kept.package) == ("Table 3", scenario.historical_package())


def test_declare_shows_the_article_that_a_question_settles(tmp_path: Path) -> None:
    person = Person(tmp_path).do("go:declare", "as_history")
    assert person.model.same.label == "3 of 3 articles are the same."
    last = person.model.groups[1]
    person.do(next(each.id for each in last.rows[0].options if not each.on))
    assert person.model.shown.ask.label.startswith(last.jump.label)
    assert person.model.same.label == "2 of 3 articles are the same."
    person.do(person.model.groups[0].jump.id)
    assert person.model.shown.ask.label.startswith(person.model.groups[0].jump.label)
    person.do("clear")
    assert not any(each.on for group in person.model.groups for row in group.rows for each in row.options)


def test_what_makes_no_sense_now_changes_nothing(tmp_path: Path) -> None:
    person = Person(tmp_path)
    for asked in (HoldTurn(), Next(), TakeChoice(3), Undo(), WriteWords("x"), Go(Screen.SIGNING), Back()):
        person.do(asked)
        assert person.flow.screen is Screen.TITLE
    person.do(Pressed("nothing of that name"), Why(None), Save(), Typed("nowhere", "x"))
    assert person.flow.screen is Screen.TITLE
    person.do(Leave())
    assert person.flow.over


def test_every_screen_says_something_at_every_step_of_a_shipped_game(tmp_path: Path) -> None:
    person = Person(tmp_path, "the-deletion").begin("ussr", "kono", 7)
    for _ in range(60):
        if person.flow.screen is Screen.DEBRIEF:
            break
        if person.flow.screen is Screen.DECISION:
            open_now = [each.control.id for each in person.model.answers if each.control.enabled]
            person.do(open_now[0])
        elif person.flow.screen in (Screen.ROUND_CARD, Screen.RATIFICATION):
            person.do("go_on")
        else:
            accept = [each.accept for each in person.model.theirs if each.accept.enabled]
            person.do(accept[0].id if accept and not accept[0].note else "hold")
            if person.flow.screen is Screen.TABLE and person.model.refusal is not None:
                person.do("refusal_back", "hold")
    assert person.flow.screen is Screen.DEBRIEF
    for step in range(person.model.of):
        person.do(f"step:{person.model.steps[step].id.removeprefix('step:')}")
        assert person.model.title
    person.do("step:points")
    assert person.model.chart.frontier
    person.do("step:departure")
    assert person.model.departure.timeline


@pytest.mark.parametrize("scenario", [PORTS, str(ROOT / "scenarios" / "the-deletion")])
def test_the_title_offers_what_can_be_done(tmp_path: Path, scenario: str) -> None:
    labels = [each.label for each in Person(tmp_path, scenario).model.controls]
    assert labels[0] == "New game"
    assert labels[-1] == "Quit"
