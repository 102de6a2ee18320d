"""A scenario shown while it is written: what a save leads to, what becomes of the line, what it costs.

Every rule is a function of a fresh folder; at the end each is seen to fail with a fault planted for it.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.content.load import load
from game.desk.lookout import PATIENCE, Lookout
from game.desk.rehearsal import Rehearsed
from game.ui import previewing
from game.ui.flow import Flow
from game.ui.intents import Back, Corner, Save, Turn, Undo
from game.ui.preview_wishes import Page, ShowPage, StartPreview, TryKept
from game.ui.previewing import LOOKS
from game.ui.sitting import Sitting
from game.ui.wishes import Screen
from tests.ui.previews import Author, written
from tests.ui.test_worker import Later

TITLE, NEW_TITLE = "title: Two Ports", "title: Two Havens"
FOR_TARN = "  tarn:\n    - {id: t_none"
WEEKLY = "{id: t_weekly, on: ferry.weekly, level: never, because: Never on Sundays., assumption: As told.}"
NEVER_WEEKLY = f"  tarn:\n    - {WEEKLY}\n    - {{id: t_none"


def at_work(folder: Path) -> Author:
    """Six moves: a hold, an offer of a ferry, one of none, a hold, a card, a hold."""
    author = Author(folder).do("hold", "put:ferry:weekly", "table_offer", "put:ferry:none", "table_offer")
    author.do("hold", "choice:0", "hold")
    assert len(author.line) == 6
    return author


OFFER = 1  # moves before the offer of a ferry once a week


# The table


def the_table_opens_with_both_seats_open(folder: Path) -> None:
    author = Author(folder)
    assert author.flow.screen is Screen.TABLE
    assert author.sitting.seat.party == 0, "Vale opens"
    strip = author.flow.strip
    assert strip is not None
    assert strip.title == "Author's preview: both seats lie open"
    assert "both seats lie open, nothing is saved" in strip.status.does
    author.do(Turn())
    assert (author.flow.screen, author.sitting.seat.party) == (Screen.TABLE, 1)
    author.do("turn_table", "hold")
    assert author.sitting.seat.party == 1, "the table turns to who must move"
    author.do("hold")
    assert author.line == ["The Valish delegation holds.", "The Tarnish delegation holds."]
    author.do(Save())
    assert author.flow.notice.startswith("A preview is not saved.")
    assert author.flow.world.saves() == ()


def undo_takes_back_whoever_moved_last(folder: Path) -> None:
    author = at_work(folder)
    before = author.line
    author.do(Undo())
    assert author.line == before[:5]
    author.do(Turn(), Undo(), Undo())
    assert author.line == before[:3]


# What a save leads to


def a_reload_keeps_the_line(folder: Path) -> None:
    author = at_work(folder).do(Turn())
    before, seat = author.line, author.sitting.seat.party
    author.edit(TITLE, NEW_TITLE).look()
    assert author.sitting.game.session.scenario.title == "Two Havens"
    assert author.line == before
    assert author.preview.stop is None
    assert author.sitting.seat.party == seat
    assert author.flow.screen is Screen.TABLE


def without_weekly(text: str) -> str:
    """The scenario without the option of a ferry once a week: it is called otherwise in all places."""
    return re.sub(r"\bweekly\b", "market_days", text)


def a_removed_option_stops_the_line_there_and_says_so(folder: Path) -> None:
    author = at_work(folder)
    before = author.line
    written(author.file, without_weekly(author.text()))
    author.look()
    stop = author.preview.stop
    assert stop is not None
    assert (stop.number, stop.told) == (OFFER + 1, before[OFFER])
    assert stop.why == "The move names what is no longer there: no option of ferry is called 'weekly'."
    assert author.line == before[:OFFER]
    assert [step.told for step in author.preview.kept] == before[OFFER:]
    author.do(Corner())
    told = author.flow.model.status.label
    assert told.startswith(f"The line of play stopped at move {OFFER + 1}: {stop.told} Refused: {stop.why}")
    assert "It and the 4 moves after it are kept" in told


def a_move_that_is_no_longer_legal_stops_the_line_with_its_refusal(folder: Path) -> None:
    author = at_work(folder).edit(FOR_TARN, NEVER_WEEKLY).look()
    assert author.preview.stop is not None
    assert "Never on Sundays." in author.preview.stop.why
    assert len(author.line) == OFFER


def errors_leave_the_last_sound_table(folder: Path) -> None:
    author = at_work(folder)
    before, session = author.line, author.sitting.game.session
    author.edit("  title: Two Ports", "  titel: Two Ports").look()
    assert author.sitting.game.session is session
    assert author.line == before
    assert author.codes[:1] == ["N101"]
    assert author.flow.strip is not None
    assert author.flow.strip.status.label == "■ 1 error"
    author.do(Corner())
    rows = author.flow.model.faults.rows
    line = author.text().splitlines().index("  titel: Two Ports") + 1
    assert rows[0].fault.where.endswith(f"scenario.yaml:{line}:3")
    assert rows[0].fault.excerpt.marked == "titel"
    assert rows[0].fault.suggestion == "What may help: did you mean 'title'?"


def what_is_mended_is_all_there_again(folder: Path) -> None:
    author = at_work(folder)
    before, text = author.line, author.text()
    written(author.file, text.replace("vale:", "vale: [", 1))
    author.look()
    assert not author.preview.is_sound
    written(author.file, without_weekly(text))
    author.look()
    assert author.line == before[:OFFER]
    author.edit(TITLE, "titel: Two Ports").look()
    assert not author.preview.is_sound
    written(author.file, text)
    author.look()
    assert author.preview.is_sound
    assert author.line == before
    assert (author.preview.stop, author.preview.kept) == (None, ())


def what_the_whole_check_says_is_listed_too(folder: Path) -> None:
    author = Author(folder).look(1)
    assert author.codes == []
    author.edit("reservation:\n      - {add: 30,", "reservation:\n      - {add: 300,").look()
    assert author.preview.is_sound
    found = load(author.home)
    assert not found.diagnostics, "what the files alone tell"
    assert author.codes, "what only playing shows"


# Kept moves


def kept_moves_wait_beside_another_line(folder: Path) -> None:
    author = at_work(folder)
    text, before = author.text(), author.line
    written(author.file, without_weekly(text))
    author.look().do("hold")
    assert len(author.preview.kept) == 5
    written(author.file, text)
    author.look().edit(TITLE, NEW_TITLE).look()
    assert author.line == [*before[:OFFER], author.line[OFFER]]
    assert author.preview.stop is not None
    assert author.preview.stop.number == OFFER + 1
    assert len(author.preview.kept) == 5, "they are not played over what was moved meanwhile"
    author.do(Undo(), TryKept())
    assert author.line == before
    assert author.preview.kept == ()


def kept_moves_are_tried_without_the_first_or_let_go(folder: Path) -> None:
    author = at_work(folder)
    before = author.line
    written(author.file, without_weekly(author.text()))
    author.look().do(Corner(), "try_kept")
    assert author.line == before[:OFFER]
    author.do("try_without")
    assert author.preview.stop is not None
    assert author.preview.stop.told == before[OFFER + 1], "it is the turn of the side whose offer is left out"
    assert len(author.preview.kept) == 4
    author.do("drop_kept")
    assert (author.preview.kept, author.preview.stop) == ((), None)
    assert author.line == before[:OFFER]


def an_offer_in_hand_outlives_a_save(folder: Path) -> None:
    author = Author(folder).do(
        "put:ferry:weekly", "put:dues:half", "tab:notebook", "guess:dues", "guess:dues:2"
    )
    text = author.text()
    author.edit(TITLE, NEW_TITLE).look()
    assert [(guess.issue, guess.band) for guess in author.sitting.seat.guesses] == [(1, 2)]
    assert author.sitting.seat.made.package[:2] == (1, 1)
    written(author.file, without_weekly(text))
    author.look()
    assert author.sitting.seat.made.package[:2] == (-1, 1)


def the_moves_are_kept_as_a_plan_that_check_plays(folder: Path) -> None:
    author = at_work(folder).do(Corner(), "keep_plan")
    (plan,) = (author.home / "plans").glob("*.plan")
    assert author.flow.notice.endswith(plan.name)
    author.look()
    assert author.codes == []
    author.edit(FOR_TARN, NEVER_WEEKLY).look()
    assert any(each.place.file.endswith(plan.name) for each in author.preview.found)
    assert author.preview.stop is not None


# How files are saved


def two_fast_saves_are_read_once(folder: Path) -> None:
    author = at_work(folder)
    reads = author.preview.reads
    author.edit(TITLE, "titel: Two Ports")
    author.edit("titel: Two Ports", NEW_TITLE).look()
    assert author.preview.reads == reads + 1
    author.edit(NEW_TITLE, "titel: Two Ports").look(1)
    author.edit("titel: Two Ports", TITLE).look(1)
    assert author.preview.reads == reads + 1, "it has not come to rest"
    author.look()
    assert author.preview.reads == reads + 2
    assert author.preview.is_sound


def a_file_that_is_cut_off_in_the_middle_of_a_save_is_waited_for(folder: Path) -> None:
    author = at_work(folder)
    text, reads = author.text(), author.preview.reads
    written(author.file, "")
    author.look(PATIENCE)
    assert author.preview.reads == reads
    written(author.file, text.replace(TITLE, NEW_TITLE))
    author.look()
    assert author.preview.reads == reads + 1
    assert author.sitting.game.session.scenario.title == "Two Havens"


def a_file_that_is_replaced_or_deleted_and_made_anew_is_followed(folder: Path) -> None:
    author = at_work(folder)
    before, text = author.line, author.text()
    other = author.file.with_name("4913~")
    written(other, text.replace(TITLE, NEW_TITLE))
    os.replace(other, author.file)
    author.look()
    assert author.sitting.game.session.scenario.title == "Two Havens"
    author.file.unlink()
    author.look(2)
    assert author.preview.is_sound, "it may come back"
    author.look(PATIENCE + 2)
    assert not author.preview.is_sound
    assert author.codes == ["N001"] or author.codes[0].startswith("N8")
    assert author.line == before
    written(author.file, text)
    author.look()
    assert author.preview.is_sound
    assert author.line == before


def a_library_is_followed_too(folder: Path) -> None:
    author = Author(folder, begun=False)
    library = author.home.parent / "_estuary" / "sources.yaml"
    library.parent.mkdir()
    sources = re.search(r"^sources:\n(?:  .*\n)+", author.text(), re.MULTILINE)
    assert sources is not None
    library.write_text(sources[0], "utf-8")
    author.edit(sources[0], "include: [_estuary]\n").begin()
    assert author.preview.is_sound, author.codes
    written(library, sources[0].replace("  LOG:", "  DIARY:"))
    author.look()
    assert not author.preview.is_sound
    assert "LOG" in author.preview.found[0].message
    written(library, sources[0])
    author.look()
    assert author.preview.is_sound


# What it costs


def the_disk_is_asked_four_times_a_second_and_no_more(folder: Path) -> None:
    author = Author(folder).look(2)
    looks, reads = author.preview.looks, author.preview.reads
    changed = [author.flow.tick() for _ in range(10 * (LOOKS + 1))]
    assert author.preview.looks == looks + 10
    assert author.preview.reads == reads
    assert not any(changed), "nothing is drawn where nothing has changed"


def one_question_at_a_time(folder: Path) -> None:
    later = Later()
    author = Author(folder, executor=later).look(9)
    looking = [each for each in author.flow.worker._under_way if each == previewing.LOOKING]
    assert len(looking) == 1
    assert len(later.waiting) <= 3, "a look, the review, advice"


def a_preview_that_is_left_looks_no_more(folder: Path) -> None:
    author = Author(folder)
    preview = author.preview
    author.look(1).do("title")
    assert author.flow.screen is Screen.TITLE
    looks = preview.looks
    author.look(3)
    assert preview.looks == looks
    assert author.flow.preview is None
    assert not author.flow.worker.is_thinking()


def reading(folder: Path, later: Later) -> Author:
    """The file was saved, and the worker reads it now."""
    author = Author(folder, executor=later).do("hold")
    author.edit(TITLE, NEW_TITLE)
    while not author.flow.worker.is_busy(previewing.READING):
        author.flow.tick()
        if not author.flow.worker.is_busy(previewing.READING):
            later.work()
    return author


def a_move_made_while_the_file_is_read_is_not_lost(folder: Path) -> None:
    later = Later()
    author = reading(folder, later).do("hold")
    for _ in range(3 * (LOOKS + 1)):
        later.work()
        author.flow.tick()
    assert author.sitting.game.session.scenario.title == "Two Havens"
    assert author.line == ["The Valish delegation holds.", "The Tarnish delegation holds."]


def a_move_taken_back_while_the_file_is_read_leaves_it_to_be_read(folder: Path) -> None:
    later = Later()
    author = reading(folder, later).do(Undo())
    assert author.line == []
    for _ in range(9 * (LOOKS + 1)):
        later.work()
        author.flow.tick()
    assert author.sitting.game.session.scenario.title == "Two Havens"
    assert author.line == []


def a_check_that_breaks_down_is_told_once(folder: Path) -> None:
    author = Author(folder)
    author.flow.worker.ask(previewing.REVIEWING, lambda: 1 // 0)
    author.flow.tick()
    assert author.flow.screen is Screen.TROUBLE
    assert "ZeroDivisionError" in author.flow.model.sentence
    author.do("back").look(2)
    assert author.flow.screen is Screen.TABLE
    assert author.preview.unreviewed is None


def the_corner_stays_open_over_papers_of_the_table(folder: Path) -> None:
    author = Author(folder).do("briefing", Corner())
    author.edit(TITLE, NEW_TITLE).look()
    assert author.flow.screen is Screen.CORNER
    author.do(Corner())
    assert author.flow.screen is Screen.TABLE, "the briefing was that of the table before"


# From the beginning and to the end


def a_broken_scenario_begins_in_the_corner(folder: Path) -> None:
    author = Author(folder, begun=False)
    author.edit(TITLE, "titel: Two Ports").begin()
    assert author.flow.screen is Screen.CORNER
    assert author.flow.model.status.label.startswith("The file has")
    author.do(ShowPage(Page.DIAGRAM), Corner())
    assert author.flow.screen is Screen.CORNER
    assert author.flow.model.none
    author.edit("titel: Two Ports", TITLE).look()
    assert author.flow.screen is Screen.TABLE
    assert author.flow.sitting is not None


def the_screen_of_trouble_leads_to_a_preview(folder: Path) -> None:
    author = Author(folder, begun=False)
    author.edit(TITLE, "titel: Two Ports")
    author.flow.choose_scenario(str(author.home))
    assert author.flow.screen is Screen.TROUBLE
    author.do("preview")
    assert author.flow.screen is Screen.CORNER
    author.do(Back())
    assert author.flow.screen is Screen.TITLE
    assert author.flow.preview is None
    author.do(StartPreview("no-such-talks"))
    assert author.flow.screen is Screen.TROUBLE
    assert "error T19" in author.flow.model.sentence


def the_end_of_the_talks_leads_to_the_corner_and_not_away(folder: Path) -> None:
    author = Author(folder).do("walk_out", "walk_out")
    assert author.flow.screen is Screen.DEBRIEF
    author.do(*["next"] * author.flow.model.of)
    assert author.flow.screen is Screen.DEBRIEF, "the other side's"
    author.do(*["next"] * author.flow.model.of)
    assert author.flow.screen is Screen.CORNER
    author.edit(TITLE, NEW_TITLE).look().do(Corner())
    assert author.flow.screen is Screen.DEBRIEF
    author.do(Undo())
    assert (author.flow.screen, author.line) == (Screen.TABLE, [])


# Each with a fault that it is there to find


def never_ripe(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Lookout, "is_ripe", lambda self, found: False)


def ripe_at_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Lookout, "is_ripe", lambda self, found: found != self.taken)


def impatient(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("game.desk.lookout.PATIENCE", 0)


def forgetful(patch: pytest.MonkeyPatch) -> None:
    """What stopped the line is forgotten with all that came after it."""
    true = previewing.rehearse

    def short(*args: Any) -> Rehearsed:
        played = true(*args)
        return Rehearsed(played.game, played.stop, ())

    patch.setattr(previewing, "rehearse", short)


def from_the_start(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(previewing, "line_of", lambda say, session: ())


def silent(patch: pytest.MonkeyPatch) -> None:
    true = previewing.rehearse
    patch.setattr(
        previewing, "rehearse", lambda *args: Rehearsed((played := true(*args)).game, None, played.left)
    )


def hot_seat(patch: pytest.MonkeyPatch) -> None:
    true = Sitting.__init__
    patch.setattr(
        Sitting, "__init__", lambda self, *args, **named: true(self, *args, **{**named, "is_open": False})
    )


def own_folder_only(patch: pytest.MonkeyPatch) -> None:
    true = previewing.Lookout.is_ripe
    patch.setattr(Lookout, "is_ripe", lambda self, found: true(self, found[:1]))
    patch.setattr(Lookout, "take", lambda self, found: None)
    patch.setattr(
        Lookout,
        "__post_init__",
        lambda self: (
            setattr(self, "taken", self.taken[:1]),
            setattr(self, "seen", self.taken),
            setattr(self, "patience", 4),
        ),
    )


def restless(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(previewing, "LOOKS", 0)


def drawn_always(patch: pytest.MonkeyPatch) -> None:
    true = previewing.hear
    patch.setattr(previewing, "hear", lambda *args: true(*args) or True)


def asks_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("game.ui.worker.Worker.is_busy", lambda self, key: False)


def stays(patch: pytest.MonkeyPatch) -> None:
    true = Flow.leave

    def leave(self: Flow) -> None:
        kept = self.preview
        true(self)
        self.preview = kept

    patch.setattr(Flow, "leave", leave)


def unchecked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(previewing, "review", lambda loaded: ())


def empty_handed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(previewing, "_carry", lambda before, after: None)


def forgets_what_is_read(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Lookout, "take", lambda self, found: setattr(self, "taken", found) if found else None)


def unmoved(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(previewing, "_failed", lambda *_: False)


def shuts_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Flow, "drop", lambda self, screens: self._stack.clear())


def not_counted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(previewing, "_records", lambda flow: 0)


Rule = Callable[[Path], None]
Plant = Callable[[pytest.MonkeyPatch], None]
RULES: dict[Rule, Plant] = {
    the_table_opens_with_both_seats_open: hot_seat,
    undo_takes_back_whoever_moved_last: from_the_start,
    a_reload_keeps_the_line: from_the_start,
    a_removed_option_stops_the_line_there_and_says_so: silent,
    a_move_that_is_no_longer_legal_stops_the_line_with_its_refusal: never_ripe,
    errors_leave_the_last_sound_table: never_ripe,
    what_is_mended_is_all_there_again: forgetful,
    what_the_whole_check_says_is_listed_too: unchecked,
    kept_moves_wait_beside_another_line: not_counted,
    kept_moves_are_tried_without_the_first_or_let_go: forgetful,
    an_offer_in_hand_outlives_a_save: empty_handed,
    the_moves_are_kept_as_a_plan_that_check_plays: unchecked,
    two_fast_saves_are_read_once: ripe_at_once,
    a_file_that_is_cut_off_in_the_middle_of_a_save_is_waited_for: impatient,
    a_file_that_is_replaced_or_deleted_and_made_anew_is_followed: ripe_at_once,
    a_library_is_followed_too: own_folder_only,
    the_disk_is_asked_four_times_a_second_and_no_more: restless,
    one_question_at_a_time: asks_again,
    a_preview_that_is_left_looks_no_more: stays,
    a_move_made_while_the_file_is_read_is_not_lost: not_counted,
    a_move_taken_back_while_the_file_is_read_leaves_it_to_be_read: forgets_what_is_read,
    a_check_that_breaks_down_is_told_once: unmoved,
    the_corner_stays_open_over_papers_of_the_table: shuts_all,
    a_broken_scenario_begins_in_the_corner: never_ripe,
    the_screen_of_trouble_leads_to_a_preview: stays,
    the_end_of_the_talks_leads_to_the_corner_and_not_away: from_the_start,
}
"""Every rule with a fault by which it is broken."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_it_is_so_that(tmp_path: Path, rule: Rule) -> None:
    rule(tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_fault_is_caught_that_breaks_the_rule_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: Rule
) -> None:
    RULES[rule](monkeypatch)
    with pytest.raises((AssertionError, KeyError, AttributeError)):
        rule(tmp_path)


def test_a_preview_of_what_draws_each_time_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn_always(monkeypatch)
    with pytest.raises(AssertionError, match="nothing is drawn"):
        the_disk_is_asked_four_times_a_second_and_no_more(tmp_path)
