"""A table of a class at the window: opened by its file, timed, held to what is laid down, shown on a wall."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.desk.seating import class_called, seated
from game.session.clock import WARNING_S
from game.ui.classing import LOOKS, begin_class, begin_wall
from game.ui.finding import control
from game.ui.intents import Back, Clock, Intent, More, Typed, Undo, Wall
from game.ui.screens.advice_presenter import advice_reasons
from game.ui.screens.class_strip_presenter import ClassStripModel
from game.ui.screens.preview_strip import Under
from game.ui.wishes import Go, HoldTurn, Screen, SetLanguage, SetText
from tests.ui.every_screen import EVERY
from tests.ui.screen_checks import TIGHTEST, misfits, staged
from tests.ui.shown import class_strip
from tests.ui.windows import PORTS, SAY, Person

TIMED = "clock: {turn: 4, lesson: 40}\n"
NAMED = "side: both\nteams: {vale: {name: Herons, roles: [Head, Scribe]}, tarn: {name: Otters}}\n"
SOLO = "side: vale\nopponent: linear\nteams: {vale: {name: Herons}}\n"


class Class(Person):
    """Somebody at the window of a table; time stands until it is let pass."""

    def __init__(self, folder: Path, text: str, number: int | None = 7, *, fresh: bool = False) -> None:
        super().__init__(folder)
        self.now_s = 0.0
        self.world.clock = lambda: self.now_s
        file = folder / "class.yaml"
        file.write_text(f"format: 1\nscenario: {PORTS}\nseed: 3\n{text}", "utf-8")
        begin_class(self.flow, seated(SAY, class_called(SAY, str(file)), number), fresh=fresh)

    def passes(self, seconds: int) -> list[str]:
        """Let time pass; return what was told meanwhile."""
        told = []
        for _ in range(seconds):
            self.flow.notice = ""
            self.now_s += 1
            self.flow.tick()
            told += [self.flow.notice] if self.flow.notice else []
        return told

    def to_the_table(self) -> "Class":
        for _ in range(12):
            if self.flow.screen is Screen.TABLE:
                break
            for id in ("ready", "skip", "go_on"):
                if control(self.model, id) is not None:
                    self.do(id)
                    break
        assert self.flow.screen is Screen.TABLE
        return self

    @property
    def strip(self) -> ClassStripModel:
        found = self.flow.strip
        assert isinstance(found, ClassStripModel)
        return found


def test_what_the_file_leaves_open_is_asked_and_nothing_else(tmp_path: Path) -> None:
    person = Class(tmp_path, "", None)
    assert person.flow.screen is Screen.SEATING
    assert not person.model.begin.enabled
    person.do("open_table", Typed("table_name", "  North\u200b  "), "open_table")
    assert person.flow.screen is Screen.SEATING
    assert person.model.begin.reason == "Nobody has chosen a side yet."
    person.do("sits:both", Typed("team:tarn", "Otters"), "team:tarn")  # Enter in the field
    assert person.flow.screen is Screen.PRIVACY
    header = person.flow.sitting.game.session.header
    assert header.placed.name == "North"
    assert [sitter.name for _, sitter in header.seats] == ["", "Otters"]
    assert person.world.saves() == ("North",)


def test_a_file_that_says_all_begins_at_once(tmp_path: Path) -> None:
    person = Class(tmp_path, NAMED)
    assert person.flow.screen is Screen.PRIVACY
    assert person.strip.name.label == "Table 7  ·  Herons", "who is to sit down"
    assert person.strip.roles == "Head  ·  Scribe"
    person.do("ready", "ready", "skip")
    assert person.strip.name.label == "Table 7  ·  Otters"
    assert "Head, Scribe" in person.strip.name.note
    assert person.strip.roles == ""


def test_a_side_that_the_file_chose_cannot_be_changed(tmp_path: Path) -> None:
    person = Class(tmp_path, SOLO, None)
    person.do("sits:tarn")
    assert person.flow.seating.persons == (0,)
    assert control(person.model, "sits:tarn").reason == "Your teacher has chosen the side."


def test_a_table_goes_on_with_the_game_it_left_unless_it_is_to_begin_anew(tmp_path: Path) -> None:
    person = Class(tmp_path, NAMED).do("ready")
    person.flow.close()
    again = Class(tmp_path, NAMED)
    assert again.world.saves() == ("Table 7",)
    assert again.flow.screen is Screen.PRIVACY
    assert "goes on" in again.flow.notice
    again.flow.close()
    other = Class(tmp_path, NAMED, fresh=True)
    assert set(other.world.saves()) == {"Table 7", "Table 7 (2)"}
    other.flow.close()
    typed = Class(tmp_path, NAMED, None)
    assert typed.flow.screen is Screen.SEATING
    typed.do(Typed("table_name", "Table 7"), "open_table")
    assert "goes on" in typed.flow.notice


def test_the_strip_stands_over_every_screen_of_that_game_and_no_other(tmp_path: Path) -> None:
    person = Class(tmp_path, NAMED)
    for _ in range(4):
        assert person.strip.deeds[-1].id == "wall"
        person.do("ready", "skip", "go_on")
    person.do(Go(Screen.SETTINGS))
    assert person.flow.strip is not None
    person.do(Go(Screen.TITLE))
    assert person.flow.strip is None
    plain = Person(tmp_path).begin()
    assert plain.flow.strip is None


def test_the_time_is_told_in_calm_steps_and_its_end_aloud(tmp_path: Path) -> None:
    person = Class(tmp_path, SOLO + TIMED).to_the_table()
    assert person.strip.clock == "This turn: 4 minutes.  The lesson: 40 minutes."
    texts = set()
    for _ in range(240 - WARNING_S):
        assert person.passes(1) in ([], ["One minute left of this turn."])
        texts.add(person.strip.clock)
    assert len(texts) == 4, "minutes alone until the last"
    assert person.flow.rung
    assert person.passes(59) == []
    assert person.strip.clock.startswith("This turn: 10 seconds.")
    assert person.passes(1) == ["The time of this turn is up. Nothing is lost: finish your move."]
    assert person.strip.late
    records = len(person.flow.sitting.game.session.records)
    person.do(HoldTurn())
    assert len(person.flow.sitting.game.session.records) > records, "late, and it counts"


def test_keys_and_buttons_pause_the_clock_and_give_a_minute(tmp_path: Path) -> None:
    person = Class(tmp_path, SOLO + TIMED).to_the_table()
    for pause, more in (("clock_pause", "clock_more"), (Clock(), More())):
        before = person.flow.sitting.clock.turn_s
        person.do(pause)
        assert person.passes(20) == []
        assert person.flow.sitting.clock.turn_s == before
        person.do(pause, more)
        assert person.flow.sitting.clock.turn_s == before + 60
    assert "41" in person.strip.clock or "42" in person.strip.clock


@pytest.mark.parametrize("asked", ["clock_pause", "clock_more", Clock(), More()])
def test_a_fixed_clock_is_the_teacher_s_alone(tmp_path: Path, asked: str | Intent) -> None:
    person = Class(tmp_path, SOLO + TIMED + "fixed: [clock]\n").to_the_table()
    person.do(asked)
    clock = person.flow.sitting.clock
    assert (clock.paused, clock.turn_s) == (False, 240)
    assert not person.strip.deeds[0].enabled


def test_a_late_turn_is_passed_where_that_is_laid_down_and_what_is_in_hand_stays(tmp_path: Path) -> None:
    person = Class(tmp_path, SOLO + "clock: {turn: 1, at_zero: pass}\n").to_the_table()
    rung = person.model.rows[0].rungs[0].put.id
    person.do(rung)
    in_hand = person.flow.sitting.seat.made.package
    assert person.passes(60) == ["The time of the turn was up: it has passed."]
    assert person.flow.sitting.game.session.mainline[0].author not in (0, 1), "nature's, and on record"
    assert person.flow.sitting.seat.made.package == in_hand


def test_while_the_chairs_are_changed_no_turn_is_lost(tmp_path: Path) -> None:
    person = Class(tmp_path, NAMED + TIMED).to_the_table()
    person.do(HoldTurn())
    assert person.flow.screen is Screen.PRIVACY
    person.passes(100)
    assert person.flow.sitting.clock.turn_s == 240


def test_without_an_adviser_nothing_is_suggested_and_nobody_thinks(tmp_path: Path) -> None:
    person = Class(tmp_path, SOLO + "adviser: no\n").to_the_table()
    assert person.model.suggestion.text == ""
    assert person.model.suggestion.take is None
    assert advice_reasons(person.flow.sitting.facts()) == ()
    assert person.flow.sitting.advice is None
    advised = Class(tmp_path, SOLO, 8).to_the_table()
    assert advised.model.suggestion.take is not None
    assert advice_reasons(advised.flow.sitting.facts())


def test_where_no_move_is_taken_back_it_is_said_so(tmp_path: Path) -> None:
    person = Class(tmp_path, SOLO + "undo: no\n").to_the_table()
    person.do(HoldTurn())
    records = len(person.flow.sitting.game.session.records)
    person.do(Undo())
    assert len(person.flow.sitting.game.session.records) == records
    assert "your teacher" in person.flow.notice


def test_what_is_fixed_stays_and_what_the_file_wants_outlives_other_settings(tmp_path: Path) -> None:
    person = Class(tmp_path, SOLO + "fixed: [language]\n").to_the_table()
    person.flow.speak("de")  # as the file wanted it
    person.do(SetText(125))
    assert person.flow.say.language == "de", "a larger text is no other language"
    person.do(Go(Screen.SETTINGS))
    closed = [each for each in person.model.languages if not each.enabled]
    assert closed
    assert {each.reason for each in closed} == {person.flow.say("ui.class.fixed")}
    person.do(SetLanguage("en"))
    assert person.flow.say.language == "de"


def test_the_wall_shows_the_game_and_whoever_leaves_it_sits_down_anew(tmp_path: Path) -> None:
    person = Class(tmp_path, NAMED + TIMED).to_the_table()
    person.do(Wall())
    assert person.flow.screen is Screen.WALL
    assert person.model.table.startswith("Table 7  ·  Vale: Herons")
    assert person.model.clock[0] == "This turn: 4 minutes."
    person.do(Wall())
    assert person.flow.screen is Screen.PRIVACY, "the class has looked on"
    solo = Class(tmp_path, SOLO, 9).to_the_table()
    solo.do("wall", Back())
    assert solo.flow.screen is Screen.TABLE


def test_there_is_no_wall_where_nothing_is_played(tmp_path: Path) -> None:
    person = Person(tmp_path).do(Wall(), Clock(), More())
    assert person.flow.screen is Screen.TITLE


def test_a_wall_follows_a_game_that_is_played_elsewhere(tmp_path: Path) -> None:
    table = Class(tmp_path, SOLO).to_the_table()
    looking = Person(tmp_path)
    begin_wall(looking.flow, "Table 7")
    assert looking.flow.screen is Screen.WALL
    assert not looking.model.news or "hold" not in " ".join(looking.model.news).lower()
    table.do(HoldTurn())
    before = looking.model
    for _ in range(2 * LOOKS):
        looking.flow.tick()
    assert looking.model != before
    looking.do(Back())
    assert looking.flow.over
    table.flow.close()


def fits_under_the_strip(name: str, places: tuple[tuple[tuple[int, int], float], ...]) -> None:
    screen = EVERY[name]()
    strip = replace(class_strip(), clock="This turn: 60 seconds.  The clock stands.")
    for size, text in places:
        under = Under(EVERY[name](), strip)
        assert misfits(under, size, text) == []
        assert staged(under, size, text).focused == staged(screen, size, text).focused


def test_the_strip_fits_and_the_focus_begins_below_it(window: None) -> None:
    fits_under_the_strip("privacy", TIGHTEST)


@pytest.mark.long
@pytest.mark.parametrize("name", ["table_opening_0", "wall", "briefing", "planning"])
def test_the_strip_fits_over_every_kind_of_screen(window: None, name: str) -> None:
    fits_under_the_strip(name, TIGHTEST)


def test_the_keys_of_a_table_lead_to_it(window: None) -> None:
    stage = staged(EVERY["wall"](), (1280, 800), 1.0)
    for key, asked in ((pygame.K_F6, Clock()), (pygame.K_F7, More()), (pygame.K_F8, Wall())):
        assert stage.event(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="")) == (asked,)
