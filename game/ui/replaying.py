"""What wishes of those who look on lead to: a tape put in and wound, a fork, a watched game, an export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.rules.scenario import Scenario
from game.session.saves import Save
from game.ui import replay_wishes as wishes
from game.ui.going import Screen
from game.ui.screens.debrief_text import debrief_text
from game.ui.tape import Tape, tape_of

if TYPE_CHECKING:
    from game.ui.flow import Flow


def _put_in(flow: Flow, save: Save) -> None:
    tape = tape_of(flow.say, save)
    if tape is not None:
        flow.tape = tape
        flow.open(Screen.REPLAY)


def _again(flow: Flow, wish: wishes.ShowReplay) -> None:
    _put_in(flow, flow.world.opened(wish.name))


def _this_game(flow: Flow, wish: wishes.ShowThisGame) -> None:
    sitting = flow.sitting
    if sitting is not None and sitting.screen is Screen.DEBRIEF:
        store = sitting.game.session.store
        _put_in(flow, flow.world.opened(str(getattr(store, "path", store.name))))


def _history(flow: Flow, wish: wishes.ShowHistory) -> None:
    scenario: Scenario | None
    if wish.scenario:
        loaded = flow.world.load(wish.scenario)
        scenario, files = loaded.scenario, tuple(loaded.kept.items())
    elif flow.sitting is not None and flow.sitting.screen is Screen.DEBRIEF:
        session = flow.sitting.game.session
        scenario, files = session.scenario, session.header.files
    else:
        return
    if scenario is not None and scenario.history:
        flow.tape = Tape(flow.say, scenario, files=files)
        flow.open(Screen.REPLAY)


def _wound(flow: Flow) -> Tape | None:
    """Return the tape that is looked at."""
    return flow.tape if flow.screen is Screen.REPLAY else None


def _line(flow: Flow, wish: wishes.ShowLine) -> None:
    if (tape := _wound(flow)) is not None:
        tape.take(wish.which)


def _place(flow: Flow, wish: wishes.ShowPlace) -> None:
    if (tape := _wound(flow)) is not None:
        tape.to(wish.place)


def _seat(flow: Flow, wish: wishes.ShowSeat) -> None:
    if (tape := _wound(flow)) is not None:
        tape.turn(wish.party)


def _ask_fork(flow: Flow, wish: wishes.AskFork) -> None:
    tape = _wound(flow)
    if tape is not None:
        tape.forking, tape.name, tape.side = True, "", None


def _name_fork(flow: Flow, wish: wishes.NameFork) -> None:
    if (tape := _wound(flow)) is not None:
        tape.name = wish.text


def _fork_side(flow: Flow, wish: wishes.ChooseForkSide) -> None:
    tape = _wound(flow)
    if tape is not None and None in tape.seats:  # who sees one seat only goes on with it
        tape.side = wish.parties


def _fork(flow: Flow, wish: wishes.Fork) -> None:
    """Begin the new game where the tape stands, and sit down to it."""
    tape = _wound(flow)
    if tape is None or not tape.forking:
        return
    # The seat's own number, where it is told for one: the game's would tell of what was done unseen.
    name = tape.name.strip() or flow.say("ui.replay.fork.name", name=tape.title, n=tape.position.number)
    if tape.save is not None:
        made = flow.world.fork(tape.save, tape.step, name, tape.side)
    else:
        made = flow.world.fork_line(
            tape.scenario, tape.files, tape.line, tape.step, name, tape.side or (0, 1)
        )
    flow.resume(made)


def _bot(flow: Flow, wish: wishes.ChooseBot) -> None:
    first, second = flow.new.bots
    bots = (wish.id, second) if wish.party == 0 else (first, wish.id)
    flow.new = replace(flow.new, bots=bots)


def _pace(flow: Flow, wish: wishes.SetPace) -> None:
    flow.new = replace(flow.new, pace=wish.pace)
    sitting = flow.sitting
    if sitting is not None and sitting.watched:
        sitting.pace, sitting.paused, sitting.rest = wish.pace, False, 0


def _paused(flow: Flow, wish: wishes.SetPaused) -> None:
    if flow.sitting is not None:
        flow.sitting.paused = wish.on


def _step_on(flow: Flow, wish: wishes.StepOn) -> None:
    if flow.screen is Screen.WATCH and flow.sitting is not None:
        flow.sitting.asked = True


def _export(flow: Flow, wish: wishes.ExportGame) -> None:
    sitting = flow.sitting
    if sitting is None or sitting.screen is not Screen.DEBRIEF:
        return
    seats = tuple((sitting.seats or sitting.lookers)[party] for party in sitting.debriefed)
    game = sitting.game
    scenario = game.session.scenario
    told = debrief_text(flow.say, scenario, game.replayed(), seats, watched=sitting.watched)
    where = flow.world.export(game, told)
    flow.notice = flow.say("ui.export.written", where=", ".join(where))


LOOKING_ON: dict[type, Callable[[Flow, Any], None]] = {
    wishes.ShowReplay: _again,
    wishes.ShowThisGame: _this_game,
    wishes.ShowHistory: _history,
    wishes.ShowLine: _line,
    wishes.ShowPlace: _place,
    wishes.ShowSeat: _seat,
    wishes.AskFork: _ask_fork,
    wishes.NameFork: _name_fork,
    wishes.ChooseForkSide: _fork_side,
    wishes.Fork: _fork,
    wishes.ChooseBot: _bot,
    wishes.SetPace: _pace,
    wishes.SetPaused: _paused,
    wishes.StepOn: _step_on,
    wishes.ExportGame: _export,
}
"""Every wish of those who look on, with what it leads to."""
