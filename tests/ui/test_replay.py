"""Looking on: games told again, opponents watched, a game forked and written out, a draft held to home."""

import json
from pathlib import Path

import pygame
import pytest

from game.desk.frames import Frame
from game.rules.state import to_move
from game.ui.finding import parts
from game.ui.intents import Chosen, Typed
from game.ui.kit import Stage
from game.ui.replay_wishes import Pace
from game.ui.screens.parts import Control, Field
from game.ui.screens.replay_model import ReplayModel
from game.ui.screens.replay_screen import ReplayScreen
from game.ui.tape import seats_open
from game.ui.wishes import Back, Screen, TakeChoice
from tests.ui.screen_checks import (
    TIGHTEST,
    Planted,
    misfits,
    misfits_everywhere,
    shown_ids,
    staged,
    unreached,
    unreached_by_arrows,
)
from tests.ui.shown import fork_asked, screen
from tests.ui.windows import PORTS, Person

MOST = 5_000  # looks at the clock within which a quick game is over


def watching(folder: Path, pace: Pace = Pace.QUICK, scenario: str = PORTS) -> Person:
    """Somebody who has begun to watch two opponents."""
    person = Person(folder, scenario).do("new_game", "side:watch", f"pace:{pace.value}", "more")
    return person.do(Typed("seed", "3"), "begin")


def watched(folder: Path) -> Person:
    """Somebody who has watched a whole game, to the first step of its debrief."""
    person = watching(folder)
    for _ in range(MOST):
        person.flow.tick()
        if person.flow.screen is not Screen.WATCH:
            break
    person.until(Screen.DEBRIEF, "go_on")
    return person


def tape_of(person: Person) -> ReplayModel:
    assert person.flow.screen is Screen.REPLAY
    assert isinstance(person.model, ReplayModel)
    return person.model


def frame(person: Person) -> Frame:
    assert person.flow.tape is not None
    found = person.flow.tape.position.frame
    assert found is not None
    return found


def moves(person: Person) -> int:
    assert person.flow.sitting is not None
    return len(person.flow.sitting.game.replayed().moves)


def decided(person: Person) -> None:
    """Take the first open answer to each card that lies before the table."""
    for _ in range(5):
        if person.flow.screen is Screen.DECISION:
            person.do(next(each.id for each in parts(person.model) if is_answer(each)))


def is_answer(part: object) -> bool:
    return isinstance(part, Control) and part.enabled and isinstance(part.wish, TakeChoice)


# Two opponents watched


def test_a_watched_game_goes_by_itself_to_a_debrief_without_a_plan(tmp_path: Path) -> None:
    person = watched(tmp_path)
    steps = [each.id for each in person.model.steps]
    assert "step:plan" not in steps
    assert "step:out" not in steps
    assert steps[0] == "step:story"
    for party in (0, 1):
        sitting = person.flow.sitting
        assert sitting is not None
        assert sitting.seat.party == party
        person.do(*["next"] * len(steps))
    assert person.flow.screen is Screen.TITLE


def test_a_watched_game_tells_the_reasons_of_both(tmp_path: Path) -> None:
    person = watching(tmp_path, Pace.STEP)
    reasons = {"first": False, "second": False}
    for _ in range(30):
        if person.flow.screen is not Screen.WATCH:
            break
        for entry in person.model.log:
            if entry.text.startswith("They say:") or "reason" in entry.text.lower():
                reasons[entry.voice] = True
        person.do("step_on")
    assert all(reasons.values())


def test_step_by_step_the_table_waits_for_every_move(tmp_path: Path) -> None:
    person = watching(tmp_path, Pace.STEP)
    for _ in range(500):
        person.flow.tick()
    assert moves(person) == 0
    person.do("step_on")
    first = moves(person)
    assert first > 0
    for _ in range(500):
        person.flow.tick()
    assert moves(person) == first


def test_a_paused_game_stands_still_and_goes_on(tmp_path: Path) -> None:
    person = watching(tmp_path).do("pause")
    before = moves(person)
    for _ in range(500):
        person.flow.tick()
    assert moves(person) == before
    person.do("pause")
    for _ in range(500):
        person.flow.tick()
    assert moves(person) > before


def test_a_watched_game_that_was_left_goes_on_where_it_was(tmp_path: Path) -> None:
    person = watching(tmp_path, Pace.STEP).do("step_on", "step_on")
    left = moves(person)
    person.do("title", "continue")
    assert person.flow.screen is Screen.WATCH
    assert moves(person) == left
    person.do("pace:step", "step_on")
    assert moves(person) > left


# Told again


def test_a_game_is_watched_told_again_forked_and_played_on(tmp_path: Path) -> None:
    person = watched(tmp_path)
    whole = moves(person)
    person.flow.go(Screen.TITLE)
    person.do("go:load")
    (row,) = person.model.saves
    person.do(row.again.id)
    model = tape_of(person)
    assert model.track.slide.last == whole
    assert [each.id for each in model.seats] == ["seat:all", "seat:vale", "seat:tarn"]
    assert frame(person).state.outcome is None
    person.do(Chosen("track", whole))
    assert frame(person).state.outcome is not None
    person.do(Chosen("track", 2), "fork", Typed("fork_name", "other road"), "fork_side:vale", "fork_make")
    sitting = person.flow.sitting
    assert sitting is not None
    assert sitting.persons == (0,)
    assert "other road" in sitting.game.where_saved()
    if person.flow.screen is Screen.ROUND_CARD:
        person.do("go_on")
    decided(person)
    assert to_move(sitting.game.session.state) == 0
    before = moves(person)
    person.do("hold")
    assert moves(person) > before


def test_history_is_told_with_notes_and_sources_and_goes_otherwise_from_a_move_on(tmp_path: Path) -> None:
    person = Person(tmp_path, "the-deletion").do("history")
    model = tape_of(person)
    assert len(model.lines) == 2
    person.do("move_on")
    assert "[" in tape_of(person).caption.note
    person.do(Chosen("track", 12))
    past = frame(person).state
    person.do("fork")
    card = tape_of(person).forking
    assert card is not None
    assert [each.id for each in card.sides] == ["fork_side:both", "fork_side:ussr", "fork_side:japan"]
    person.do("fork_side:japan", "fork_make")
    sitting = person.flow.sitting
    assert sitting is not None
    assert sitting.persons == (1,)
    session = sitting.game.session
    assert session.states[12] == past
    assert session.header.origin.endswith("move 12")


def test_buttons_and_the_track_lead_to_meetings_and_moves(tmp_path: Path) -> None:
    person = Person(tmp_path, "the-deletion").do("history")
    places = [mark.place for mark in tape_of(person).track.marks]
    person.do("meeting_on")
    assert tape_of(person).track.slide.place == places[1]
    person.do("move_on", "meeting_back")
    assert tape_of(person).track.slide.place == places[1]
    person.do("meeting_back", "move_back")
    assert tape_of(person).track.slide.place == 0
    person.do(Chosen("track", 10_000))
    assert tape_of(person).track.slide.place == tape_of(person).track.slide.last


def test_another_seat_looks_at_the_same_moment(tmp_path: Path) -> None:
    person = Person(tmp_path, "the-deletion").do("history", Chosen("track", 12))
    step = frame(person).step
    person.do("seat:japan")
    assert frame(person).step <= step
    assert frame(person).view is not None
    assert {each.id for each in tape_of(person).scene.meters} < {each.id for each in person_meters(person)}
    person.do(Back())
    assert person.flow.screen is Screen.TITLE


def person_meters(person: Person) -> tuple[object, ...]:
    assert person.flow.tape is not None
    return tuple(person.flow.tape.scenario.meters)


def test_who_plays_sees_only_the_own_seat_until_all_is_over(tmp_path: Path) -> None:
    person = Person(tmp_path).begin().do("hold")
    person.flow.go(Screen.TITLE)
    person.do("go:load", person_save(person))
    model = tape_of(person)
    assert [each.id for each in model.seats] == ["seat:vale"]
    assert frame(person).view is not None
    person.do("seat:all", "seat:tarn", "fork", "fork_side:tarn")
    assert person.flow.tape is not None
    assert person.flow.tape.party == 0
    assert person.flow.tape.side is None


def person_save(person: Person) -> str:
    return f"again:{person.world.saves()[0]}"


def test_nobody_looks_into_a_game_that_two_share_while_it_goes_on(tmp_path: Path) -> None:
    person = Person(tmp_path).do("new_game", "side:both", "begin")
    person.flow.go(Screen.TITLE)
    person.do("go:load", person_save(person))
    assert person.flow.screen is Screen.LOAD
    assert person.flow.explanation is not None
    assert seats_open((0, 1), over=True) == (None, 0, 1)


# Written out


def test_a_game_is_written_out_beside_its_save(tmp_path: Path) -> None:
    person = watched(tmp_path)
    person.do("step:ticket", Typed("ticket:0", "They wanted the harbour."), "export")
    saves = tmp_path / "saves"
    (told,), (table,), (whole,) = (list(saves.glob(f"*{end}")) for end in (".txt", ".csv", ".json"))
    assert all(each.name in person.flow.notice for each in (told, table, whole))
    text = told.read_text("utf-8")
    assert "They wanted the harbour." in text
    assert person.flow.say("ending.results") in text
    assert json.loads(whole.read_text("utf-8"))["kind"] == "game"
    assert len(table.read_bytes().splitlines()) > moves(person)


def test_an_export_that_cannot_be_written_says_so_with_its_code(tmp_path: Path) -> None:
    person = watched(tmp_path)
    (save,) = (tmp_path / "saves").glob("*.negotiation.jsonl")
    save.with_name(save.name.replace(".negotiation.jsonl", ".txt")).mkdir()
    person.do("step:ticket", "export")
    assert person.flow.screen is Screen.TROUBLE
    assert "error" in str(person.model)


# The draft in hand and home


@pytest.mark.parametrize("side", ["japan", "ussr"])
def test_a_step_that_would_turn_a_group_goes_into_the_offer_in_hand(tmp_path: Path, side: str) -> None:
    person = Person(tmp_path, "the-deletion").do("new_game", f"side:{side}", "more", Typed("seed", "11"))
    person.do("begin", "ready", "skip", "go_on")
    decided(person)
    person.do("leeway")
    assert person.flow.screen is Screen.LEEWAY
    sitting = person.flow.sitting
    assert sitting is not None
    own = {
        each.id for each in sitting.game.session.scenario.constituencies if each.party == sitting.seat.party
    }
    assert {card.face.id for card in person.model.stands} == own
    steps = [step for card in person.model.stands for turn in card.turns for step in turn.steps]
    assert steps
    step = steps[0]
    person.do(step.id)
    assert sitting.seat.made.package[step.wish.issue] == step.wish.option
    assert person.flow.screen is Screen.LEEWAY
    person.do(Back())
    assert person.flow.screen is Screen.TABLE


# The screens


LOOKING_ON = ("replay", "replay_opening", "replay_seat", "replay_end", "watch", "leeway_japan", "leeway_ussr")


@pytest.mark.parametrize("name", LOOKING_ON)
@pytest.mark.parametrize(("size", "text"), TIGHTEST)
def test_all_that_can_be_pressed_is_reached_by_keys(
    window: None, name: str, size: tuple[int, int], text: float
) -> None:
    assert unreached(screen(name), size, text) == set()
    assert unreached_by_arrows(staged(screen(name), size, text)) == set()


def test_what_a_fork_asks_fits_and_is_reached(window: None) -> None:
    model = fork_asked().model
    assert misfits_everywhere(ReplayScreen, model, TIGHTEST) == []
    asked = {each.id for each in parts(model.forking) if isinstance(each, Control | Field)}
    assert asked <= shown_ids(ReplayScreen(model), (1024, 640), 2.0)


def test_words_planted_to_overflow_a_replay_are_caught(window: None) -> None:
    assert misfits(Planted(screen("replay")), (1280, 800), 1.0)


def struck(stage: Stage, code: int, mod: int = 0) -> object:
    """Strike a key; return the place that was asked for."""
    asked = stage.event(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=""))
    return asked[0].value if asked and isinstance(asked[0], Chosen) else None


def test_keys_wind_the_track_from_the_line_and_from_elsewhere(window: None) -> None:
    shown = screen("replay")
    model, stage = shown.model, staged(shown, (1280, 800), 1.0)
    places, last = [mark.place for mark in model.track.marks], model.track.slide.last
    assert stage.focused == "track"
    assert model.track.slide.place == 6
    assert struck(stage, pygame.K_LEFT) == 5
    assert struck(stage, pygame.K_RIGHT) == 7
    assert struck(stage, pygame.K_HOME) == 0
    assert struck(stage, pygame.K_END) == last
    assert struck(stage, pygame.K_PAGEUP) == max(place for place in places if place < 6)
    assert struck(stage, pygame.K_PAGEDOWN) == min(place for place in places if place > 6)
    stage.focus.go("back")
    assert struck(stage, pygame.K_RIGHT, pygame.KMOD_CTRL) == 7
    assert struck(stage, pygame.K_LEFT, pygame.KMOD_CTRL) == 5


def test_a_press_of_the_pointer_on_the_track_leads_there(window: None) -> None:
    shown = screen("replay")
    stage, last = staged(shown, (1280, 800), 1.0), shown.model.track.slide.last
    (line,) = (item.rect for item in stage.items if item.role == "track")
    assert stage.click((line.right - 2, line.centery)) == (Chosen("track", last),)
    assert stage.click((line.left + 2, line.centery)) == (Chosen("track", 0),)
