"""What the wishes of a class lead to: a table opened, its clock, the wall with what both sides know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from game.desk.finding import Trouble
from game.desk.seating import Seating, tidied
from game.desk.timing import MORE_S, announced, is_fixed, standing
from game.session.clock import Rung, TableClock
from game.session.saves import Save
from game.ui.class_wishes import MoreTime, NameTable, NameTeam, OpenTable, PauseClock, ShowWall, TakeSide
from game.ui.going import Screen
from game.ui.screens.parts import Control

if TYPE_CHECKING:
    from game.ui.flow import Flow

LOOKS = 30
"""Looks at the clock, of which there are sixty a second, from one look at the disk to the next."""


@dataclass(slots=True)
class Wall:
    """A saved game that is shown as it is played, perhaps by another process."""

    save: Save
    mark: tuple[int, int] = (0, 0)  # of the file when it was read again
    rest: int = LOOKS  # looks at the clock until the next one at the disk


def begin_class(flow: Flow, seating: Seating, *, fresh: bool) -> None:
    """Open a table of a class: ask what is still open, or begin at once; go on with a game that was left.

    Args:
        fresh: begin anew, whatever was left.
    """
    flow.seating, flow.fresh = seating, fresh
    if seating.table and _taken_up(flow, seating.table):
        return
    if seating.asks:
        flow.open(Screen.SEATING)
    else:
        _open(flow, OpenTable())


def begin_wall(flow: Flow, name: str) -> None:
    """Show a saved game on the wall, and follow it.

    Raises:
        Trouble: there is none, or it cannot be opened.
    """
    flow.wall = Wall(flow.world.opened(name))
    flow.open(Screen.WALL)


def tick(flow: Flow) -> bool:
    """Let time pass at the table and look after the file on the wall; say whether anything changed."""
    changed = _followed(flow, flow.wall) if flow.wall is not None else False
    sitting = flow.sitting
    if sitting is None or sitting.clock is None:
        return changed
    for rung in sitting.clock.tick(held=flow.screen is Screen.PRIVACY):
        flow.notice, flow.rung, changed = announced(flow.say, rung), True, True
        if rung is Rung.TURN_PASSED:
            sitting.seat.clear()
    told = standing(flow.say, sitting.clock)
    changed |= told != sitting.clock_told
    sitting.clock_told = told
    return changed


def _followed(flow: Flow, wall: Wall) -> bool:
    """Read the file on the wall again where it has changed; one that cannot be read now is asked again."""
    wall.rest -= 1
    if wall.rest > 0:
        return False
    wall.rest = LOOKS
    mark = flow.world.mark(wall.save.path)
    if mark == wall.mark:
        return False
    try:
        wall.save, wall.mark = flow.world.opened(str(wall.save.path)), mark
    except Trouble:
        return False
    return True


def fixed_here(flow: Flow) -> tuple[str, ...]:
    """Return what students may not change at this table, nothing where no class file laid it."""
    return () if flow.sitting is None else flow.sitting.game.session.header.placed.fixed


def held(flow: Flow, controls: tuple[Control, ...], what: str) -> tuple[Control, ...]:
    """Return controls, closed where an instructor has fixed what they change; the chosen one stays open."""
    if what not in fixed_here(flow):
        return controls
    reason = flow.say("ui.class.fixed")
    return tuple(each if each.on else replace(each, enabled=False, reason=reason) for each in controls)


def _clock(flow: Flow) -> TableClock | None:
    """Return the clock, None where nothing is timed or students may not touch it."""
    sitting = flow.sitting
    if sitting is None or sitting.clock is None:
        return None
    if is_fixed(sitting.game.session):
        flow.notice = flow.say("clock.fixed")
        return None
    return sitting.clock


def _pause(flow: Flow, wish: PauseClock) -> None:
    clock = _clock(flow)
    if clock is not None:
        clock.paused = not clock.paused
        flow.notice = flow.say("clock.paused" if clock.paused else "clock.goes")


def _more(flow: Flow, wish: MoreTime) -> None:
    clock = _clock(flow)
    if clock is not None:
        clock.extend(MORE_S)
        flow.notice = flow.say("clock.more")


def _name_table(flow: Flow, wish: NameTable) -> None:
    if flow.seating is not None:
        flow.seating = replace(flow.seating, table=wish.text)


def _name_team(flow: Flow, wish: NameTeam) -> None:
    if flow.seating is not None:
        first, second = flow.seating.teams
        teams = (wish.text, second) if wish.party == 0 else (first, wish.text)
        flow.seating = replace(flow.seating, teams=teams)


def _side(flow: Flow, wish: TakeSide) -> None:
    if flow.seating is not None:
        flow.seating = replace(flow.seating, persons=wish.parties)


def _open(flow: Flow, wish: OpenTable) -> None:
    if flow.seating is None:
        return
    first, second = map(tidied, flow.seating.teams)
    seating = replace(flow.seating, table=tidied(flow.seating.table), teams=(first, second))
    if seating.is_open or _taken_up(flow, seating.table):
        return
    fault = flow.world.folder_fault()
    if fault:
        flow.fail(fault)
    else:
        flow.sit(flow.world.begin_table(seating), resumed=False)


def _taken_up(flow: Flow, table: str) -> bool:
    """Go on with the game that a table has left; say whether there is one."""
    left = "" if flow.fresh else flow.world.left_at(table)
    if left:
        flow.resume(left)
        flow.notice = flow.say("seating.goes_on")
    return bool(left)


def _wall(flow: Flow, wish: ShowWall) -> None:
    """Show the wall, or go back from it; whoever goes back sits down anew, since the class looks on."""
    sitting = flow.sitting
    if flow.screen is Screen.WALL:
        flow.back()
    elif sitting is not None and flow.preview is None:
        if not sitting.solo and not sitting.watched:
            sitting.seated = None
        flow.drop((Screen.DOCUMENT, Screen.LEEWAY, Screen.SIGNING, Screen.BRIEFING))
        flow.open(Screen.WALL)


CLASSING: dict[type, Callable[[Flow, Any], None]] = {
    NameTable: _name_table,
    NameTeam: _name_team,
    TakeSide: _side,
    OpenTable: _open,
    PauseClock: _pause,
    MoreTime: _more,
    ShowWall: _wall,
}
"""Every wish of a class with what it leads to."""
