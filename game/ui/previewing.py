"""A scenario shown while its author works on it: watched on the disk, read again, the line of play kept.

The disk is asked by the worker, a few times a second; how often is counted in looks at the clock, as the
pace of a watched game is. What has errors stays off the table; what is sound is played up to where it stood.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.content.diagnostics import Diagnostic, Severity
from game.content.load import Loaded
from game.desk.finding import Trouble
from game.desk.lookout import Lookout, Marks
from game.desk.plan_writing import plan_text
from game.desk.rehearsal import Luck, Rehearsed, Step, Stop, carried, line_of, rehearse
from game.desk.reviewing import review
from game.rules.package import restricted
from game.ui import preview_wishes as wishes
from game.ui.going import Screen
from game.ui.preview_wishes import Page
from game.ui.seat import Seat
from game.ui.sitting import Sitting
from game.ui.worker import Answer

if TYPE_CHECKING:
    from game.ui.flow import Flow

LOOKS = 15
"""Looks at the clock, of which there are sixty a second, between two questions to the disk."""

LOOKING, READING, REVIEWING = ("preview", "look"), ("preview", "read"), ("preview", "review")

OF_ONE_TABLE = (Screen.DOCUMENT, Screen.SIGNING, Screen.LEEWAY, Screen.BRIEFING)
"""Screens that are shown of a table: another table closes them."""


@dataclass(frozen=True, slots=True)
class Read:
    """A scenario as it was read from the disk, with the line of play as far as it went over it."""

    loaded: Loaded
    rehearsed: Rehearsed | None  # None: it has errors
    after: Marks  # of the files when all was read
    records: int  # of the game on the table when the reading began


@dataclass(slots=True)
class Preview:
    """What is shown to an author at work."""

    name: str  # of the scenario, as it was asked for
    file: Path
    lookout: Lookout
    luck: Luck
    party: int | None  # whose seat to look from first; None for who opens
    sound: Loaded | None = None  # what lies on the table
    found: tuple[Diagnostic, ...] = ()  # in what was read last
    is_sound: bool = False  # what was read last could be played
    stop: Stop | None = None  # where the line of play could not go on
    kept: tuple[Step, ...] = ()  # that move and those after it
    records: int = 0  # of the game when the line stopped
    is_aside: bool = False  # what is kept comes after another line than that on the table
    page: Page = Page.FAULTS
    looks: int = 0  # how often the disk was asked
    reads: int = 0  # how often the files were read
    rest: int = LOOKS  # looks at the clock until the disk is asked again
    unreviewed: Loaded | None = None  # what the checks that take longer have not seen yet

    @property
    def errors(self) -> int:
        """How many errors are in what was read last."""
        return sum(each.code.severity is Severity.ERROR for each in self.found)


def begin_preview(flow: Flow, name: str, party: int | None = None, luck: Luck | None = None) -> None:
    """Show a scenario while its author works on it; one with errors begins in the instructor's corner.

    Raises:
        Trouble: there is no such scenario.
    """
    file = flow.world.file_of(name)
    if file is None:
        raise Trouble(flow.say("preview.nothing", name=name))
    flow.leave()
    before = flow.world.marks(file)
    preview = Preview(name, file, Lookout(before), luck or Luck(), party)
    flow.preview = preview
    _take(flow, preview, _reading(flow, preview, ())())


def wait(flow: Flow, preview: Preview) -> None:
    """Let a look at the clock pass: after some, the worker asks the disk; one question at a time."""
    if preview.rest:
        preview.rest -= 1
        return
    worker = flow.worker
    if preview.unreviewed is not None and not worker.is_busy(REVIEWING):
        loaded = preview.unreviewed
        worker.ask(REVIEWING, lambda: _reviewed(loaded))
    if not worker.is_busy(LOOKING) and not worker.is_busy(READING):
        preview.rest = LOOKS
        preview.looks += 1
        worker.ask(LOOKING, lambda: flow.world.marks(preview.file))


def hear(flow: Flow, preview: Preview, answer: Answer) -> bool:
    """Take what the worker has finished; say whether anything to be seen has changed."""
    if answer.fault is not None:
        return _failed(flow, preview, answer)
    if answer.key == LOOKING:
        if preview.lookout.is_ripe(answer.value):
            preview.lookout.take(answer.value)
            flow.worker.ask(READING, _reading(flow, preview, _line(flow, preview)))
        return False
    if answer.key == REVIEWING:
        loaded, found = answer.value
        if loaded is not preview.unreviewed:
            return False
        preview.unreviewed, preview.found = None, found
        return True
    if answer.key == READING:
        read: Read = answer.value
        if read.after != preview.lookout.taken:
            # Written to while it was read: nothing of it counts, and the next look sees that.
            preview.lookout.take(())
            return False
        if read.records != _records(flow):  # a move was made meanwhile
            flow.worker.ask(READING, _reading(flow, preview, _line(flow, preview)))
            return False
        _take(flow, preview, read)
        return True
    return False


def _failed(flow: Flow, preview: Preview, answer: Answer) -> bool:
    """Tell that reading or reviewing broke down, which no file should bring about; it is not tried again."""
    if answer.key == LOOKING:
        return False  # a disk that fails is asked again
    preview.unreviewed = None
    what = f"{type(answer.fault).__name__}: {answer.fault}"
    flow.fail(flow.say("error.unexpected", what=what, saved=flow.where_saved()))
    return True


def is_for(answer: Answer) -> bool:
    """Say whether an answer of the worker is one that `hear` takes."""
    return answer.key in (LOOKING, READING, REVIEWING)


def _records(flow: Flow) -> int:
    return 0 if flow.sitting is None else len(flow.sitting.game.session.records)


def _is_where_it_stopped(flow: Flow, preview: Preview) -> bool:
    """Say whether nothing was moved or taken back since the line stopped."""
    return not preview.is_aside and preview.records == _records(flow)


def _line(flow: Flow, preview: Preview) -> tuple[Step, ...]:
    """Return the moves on the table, and those kept where they would come next."""
    return (*_made(flow), *preview.kept) if _is_where_it_stopped(flow, preview) else _made(flow)


def _reading(flow: Flow, preview: Preview, steps: tuple[Step, ...]) -> Callable[[], Read]:
    """Return the work of reading the files and playing `steps` over them; it changes nothing itself."""
    say, world, name, luck, file = flow.say, flow.world, preview.name, preview.luck, preview.file
    records = _records(flow)

    def read() -> Read:
        loaded = world.read(name)
        scenario = loaded.scenario
        played = None if scenario is None else rehearse(say, scenario, loaded, steps, luck)
        return Read(loaded, played, world.marks(file), records)

    return read


def _reviewed(loaded: Loaded) -> tuple[Loaded, tuple[Diagnostic, ...]]:
    """Return all that `check` would say of a scenario."""
    review(loaded)
    return loaded, loaded.diagnostics


def _take(flow: Flow, preview: Preview, read: Read) -> None:
    """Put what was read on the table, where it can be played; tell what is wrong with it else."""
    preview.reads += 1
    preview.found, preview.is_sound = read.loaded.diagnostics, read.rehearsed is not None
    preview.unreviewed = read.loaded
    preview.rest = 0
    if read.rehearsed is not None:
        preview.sound = read.loaded
        _lay(flow, preview, read.rehearsed)


def _lay(flow: Flow, preview: Preview, played: Rehearsed) -> None:
    """Lay another table in the place of the present one; what it is looked at with stays as it was."""
    # Where something else was moved since, what was kept belongs to another line by now.
    aside = () if _is_where_it_stopped(flow, preview) else preview.kept
    stop = played.stop or (preview.stop if aside else None)
    before = flow.sitting
    sitting = Sitting(played.game, flow.say, flow.worker, is_open=True)
    sitting.sit({}, resumed=True)
    sitting.seated = preview.party if preview.party is not None else sitting.expected
    if before is not None:
        _carry(before, sitting)
    if flow.worker.is_busy(READING):
        preview.lookout.take(())  # what is read now is for the table before: it is read again
    flow.worker.forget_all()
    flow.sitting, flow.why = sitting, ""
    flow.drop(OF_ONE_TABLE)
    preview.stop, preview.kept = stop, (*played.left, *aside)
    preview.records, preview.is_aside = _records(flow), bool(aside)


def _carry(before: Sitting, after: Sitting) -> None:
    """Give the seats of a new table what persons had in hand at the old one, as far as it has a meaning."""
    after.seated = before.seated
    if before.game.session.state.outcome is not None and after.game.session.state.outcome is not None:
        after.told, after.voted, after.step = before.told, before.voted, before.step
    old, new = before.game.session.scenario, after.game.session.scenario
    for party, seat in after.seats.items():
        was: Seat = before.seats[party]
        seat.tab, seat.paper, seat.tickets, seat.answers = was.tab, was.paper, was.tickets, was.answers
        open_now = frozenset(seat.made.issues)
        seat.made.packages = [restricted(carried(old, each, new), open_now) for each in was.made.packages]
        seat.made.at, seat.made.words = was.made.at, was.made.words
        seat.made.linked, seat.made.ad_referendum = was.made.linked, was.made.ad_referendum
        ids = {issue.id: place for place, issue in enumerate(new.issues)}
        for guess in was.guesses:
            if (issue := ids.get(old.issues[guess.issue].id)) is not None:
                seat.guesses = after.game.guess(party, issue, band=guess.band, words=guess.words)
        seat.unfolded = {ids[old.issues[each].id] for each in was.unfolded if old.issues[each].id in ids}


def take_back(flow: Flow) -> bool:
    """Take back the last move, whoever made it, even the one that ended the talks. Say whether there was one.

    It is not played over another line by a later save; moves that were kept stay so.
    """
    preview, made = flow.preview, _made(flow)
    if preview is None or not made:
        return False
    preview.is_aside = True
    _play(flow, preview, made[:-1])
    if flow.sitting is not None:
        flow.sitting.seated = flow.sitting.expected
    return True


def _made(flow: Flow) -> tuple[Step, ...]:
    """Return the moves on the table."""
    return () if flow.sitting is None else line_of(flow.say, flow.sitting.game.session)


def _play(flow: Flow, preview: Preview, steps: tuple[Step, ...]) -> None:
    """Play other moves over the scenario that lies on the table."""
    if flow.sitting is not None and preview.sound is not None:
        scenario = flow.sitting.game.session.scenario
        _lay(flow, preview, rehearse(flow.say, scenario, preview.sound, steps, preview.luck))


# What the wishes lead to


def _start(flow: Flow, wish: wishes.StartPreview) -> None:
    begin_preview(flow, wish.name)


def _turn(flow: Flow, wish: wishes.TurnTable) -> None:
    sitting = flow.sitting
    if sitting is not None and sitting.is_open:
        sitting.seat.clear()
        sitting.seated = 1 - sitting.seat.party
        flow.why = ""
        flow.drop(OF_ONE_TABLE)


def _corner(flow: Flow, wish: wishes.OpenCorner) -> None:
    if flow.preview is None:
        return
    if flow.screen is not Screen.CORNER:
        flow.open(Screen.CORNER)
    elif flow.sitting is not None:
        flow.shut(Screen.CORNER)


def _page(flow: Flow, wish: wishes.ShowPage) -> None:
    if flow.preview is not None:
        flow.preview.page = wish.page


def _copy(flow: Flow, wish: wishes.CopyPlace) -> None:
    flow.copied = wish.place
    flow.notice = flow.say("ui.corner.copied", place=wish.place)


def _try(flow: Flow, wish: wishes.TryKept) -> None:
    preview = flow.preview
    if preview is not None and preview.kept:
        kept = preview.kept[wish.leaving_out :]
        preview.records, preview.is_aside = _records(flow), False
        _play(flow, preview, (*_made(flow), *kept))


def _drop(flow: Flow, wish: wishes.DropKept) -> None:
    if flow.preview is not None:
        flow.preview.stop, flow.preview.kept = None, ()


def _plan(flow: Flow, wish: wishes.KeepAsPlan) -> None:
    if flow.preview is None or flow.sitting is None or not _made(flow):
        return
    session = flow.sitting.game.session
    title = flow.say("ui.corner.plan_title")
    text = plan_text(session.scenario, title, session.mainline, session.state)
    where = flow.world.write_plan(flow.preview.file, text)
    flow.notice = flow.say("ui.corner.plan_written", where=where)


PREVIEWING: dict[type, Callable[[Flow, Any], None]] = {
    wishes.StartPreview: _start,
    wishes.TurnTable: _turn,
    wishes.OpenCorner: _corner,
    wishes.ShowPage: _page,
    wishes.CopyPlace: _copy,
    wishes.TryKept: _try,
    wishes.DropKept: _drop,
    wishes.KeepAsPlan: _plan,
}
"""Every wish of an author at work, with what it leads to."""
