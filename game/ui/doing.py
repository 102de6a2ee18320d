"""What each wish leads to: one function a wish, given the flow of screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.desk.finding import Trouble
from game.desk.papers import papers
from game.rules.package import OPEN
from game.ui import wishes
from game.ui.at_table import AT_TABLE
from game.ui.classing import CLASSING, fixed_here
from game.ui.keying import KEYING
from game.ui.pages import last_played
from game.ui.previewing import PREVIEWING, take_back
from game.ui.replaying import LOOKING_ON
from game.ui.screens.debrief_presenter import kinds_of
from game.ui.screens.declare_presenter import part_of
from game.ui.seat import Seat
from game.ui.settings import SWITCHES, Settings
from game.ui.wishes import Screen

if TYPE_CHECKING:
    from game.ui.flow import Flow


def _at_table(flow: Flow, wish: Any) -> None:
    """Do what is asked at the table, where the table, a card or the treaty page is due."""
    sitting = flow.sitting
    if sitting is None or sitting.screen not in (Screen.TABLE, Screen.DECISION):
        return
    records = len(sitting.game.session.records)
    AT_TABLE[type(wish)](sitting, wish)
    if len(sitting.game.session.records) != records or sitting.seat.refused is not None:
        flow.shut(Screen.SIGNING)  # what follows, or why it was refused, is told at the table
        flow.shut(Screen.DOCUMENT)


def _undo(flow: Flow, wish: wishes.Undo) -> None:
    sitting = flow.sitting
    if flow.preview is not None:
        flow.notice = flow.say("undo.done" if take_back(flow) else "undo.nothing")
    elif sitting is not None and not sitting.game.session.header.placed.undo:
        flow.notice = flow.say("undo.fixed")
    elif sitting is not None and sitting.screen in (Screen.TABLE, Screen.DECISION):
        flow.notice = flow.say("undo.done" if sitting.undo() else "undo.nothing")


def _seat(flow: Flow) -> Seat | None:
    return None if flow.sitting is None else flow.sitting.seat


def _plan(flow: Flow, **changed: Any) -> None:
    seat = _seat(flow)
    if seat is not None and not seat.plan.locked:
        seat.plan = replace(seat.plan, **changed)


def _plan_most(flow: Flow, wish: wishes.PlanMost) -> None:
    """Take another question for the one that matters most; what was asked for on the last one falls."""
    seat = _seat(flow)
    if seat is not None and seat.plan.most != wish.issue:
        _plan(flow, most=wish.issue, first=None, give=None)


def _lock(flow: Flow, wish: wishes.LockPlan) -> None:
    seat = _seat(flow)
    if seat is not None:
        flow.lock(seat.plan)


def _answer(flow: Flow, wish: wishes.ShowAnswer) -> None:
    seat = _seat(flow)
    if seat is not None:
        seat.answers.add(wish.question)


def _tab(flow: Flow, wish: wishes.ShowTab) -> None:
    seat = _seat(flow)
    if seat is not None:
        seat.tab = wish.tab


def _unfold(flow: Flow, wish: wishes.Unfold) -> None:
    if flow.screen is Screen.REPLAY and flow.tape is not None:
        flow.tape.unfolded ^= {wish.issue}
        return
    seat = _seat(flow)
    if seat is not None:
        seat.unfolded ^= {wish.issue}


def _paper(flow: Flow, wish: wishes.TurnPaper) -> None:
    seat = _seat(flow)
    if seat is not None:
        seat.paper += wish.step


def _document(flow: Flow, wish: wishes.OpenDocument) -> None:
    sitting = flow.sitting
    if sitting is None:
        return
    facts = sitting.facts()
    if any(each.key == wish.paper for each in papers(facts.wording, facts.view)):
        flow.document, flow.search = wish.paper, ""
        flow.open(Screen.DOCUMENT)


def _step(flow: Flow, wish: wishes.ShowStep) -> None:
    sitting = flow.sitting
    if sitting is None:
        return
    kinds = kinds_of(sitting.game.session.scenario, watched=sitting.watched)
    if 0 <= wish.step < len(kinds):
        sitting.step = wish.step


def _previous(flow: Flow, wish: wishes.Previous) -> None:
    if flow.sitting is not None:
        flow.sitting.step = max(0, flow.sitting.step - 1)


def _ticket(flow: Flow, wish: wishes.WriteTicket) -> None:
    seat = _seat(flow)
    if seat is not None and 0 <= wish.question < len(seat.tickets):
        seat.tickets[wish.question] = wish.text


def _open_guess(flow: Flow, wish: wishes.OpenGuess) -> None:
    seat = _seat(flow)
    if seat is not None:
        seat.guessing = None if seat.guessing == wish.issue else wish.issue


def _guess(flow: Flow, wish: wishes.GuessBand | wishes.GuessWords) -> None:
    """Write into the notebook of the seat; what is written there is no move."""
    sitting = flow.sitting
    if sitting is None or sitting.screen is not Screen.TABLE:
        return
    seat = sitting.seat
    if isinstance(wish, wishes.GuessBand):
        seat.guesses = sitting.game.guess(seat.party, wish.issue, band=wish.band)
    else:
        seat.guesses = sitting.game.guess(seat.party, wish.issue, words=wish.text)


def _tick(flow: Flow, wish: wishes.Tick) -> None:
    if flow.declared is None:
        return
    scenario, package = flow.declared
    if 0 <= wish.issue < len(package) and OPEN <= wish.option < len(scenario.issues[wish.issue].options):
        flow.declared = (
            scenario,
            (*package[: wish.issue], wish.option, *package[wish.issue + 1 :]),
        )
        flow.judged = part_of(scenario, wish.issue)


def _tick_all(flow: Flow, wish: wishes.TickAll) -> None:
    if flow.declared is not None:
        flow.declared, flow.judged = (flow.declared[0], wish.package), ""


def _write_team(flow: Flow, wish: wishes.WriteTeam) -> None:
    flow.team = wish.text


def _keep_declared(flow: Flow, wish: wishes.KeepDeclared) -> None:
    if flow.declared is None:
        return
    try:
        flow.notice = flow.world.keep_declared(flow.declared[0], flow.team, flow.declared[1])
    except Trouble as trouble:
        flow.notice = str(trouble)


def _verdict(flow: Flow, wish: wishes.ShowVerdict) -> None:
    flow.judged = wish.which


def _settle(flow: Flow, settings: Settings) -> None:
    flow.settings = settings
    flow.kept = flow.world.keep_settings(settings)


def _speak(flow: Flow, language: str, whose: str) -> None:
    """Go on in a language and with names that a person chose; what a class file has fixed stays."""
    fixed = fixed_here(flow)
    language = flow.say.language if "language" in fixed else language
    whose = flow.say.whose if "names" in fixed else whose
    if (language, whose) != (flow.say.language, flow.say.whose):
        flow.speak(language, whose)
    _settle(flow, replace(flow.settings, language=language, whose=whose))


def _reset(flow: Flow, wish: wishes.ResetSettings) -> None:
    fresh = Settings()
    flow.settings = fresh
    _speak(flow, fresh.language, fresh.whose)


def _switch(flow: Flow, wish: wishes.SetSwitch) -> None:
    if wish.name in SWITCHES:
        _settle(flow, flow.settings.switched(wish.name, wish.on))


def _continue(flow: Flow, wish: wishes.ContinueLast) -> None:
    played = last_played(flow)
    if played is not None:
        flow.resume(played.name)


def _side(flow: Flow, wish: wishes.ChooseSide) -> None:
    flow.new = replace(flow.new, persons=wish.parties, against="", watch=not wish.parties)


def _ask_why(flow: Flow, wish: wishes.AskWhy) -> None:
    flow.why = wish.topic


def _search(flow: Flow, wish: wishes.Search) -> None:
    flow.search = wish.text


def _write_folder(flow: Flow, wish: wishes.WriteFolder) -> None:
    flow.folder = wish.text


def _write_seed(flow: Flow, wish: wishes.WriteSeed) -> None:
    flow.new = replace(flow.new, seed=wish.text.strip())


def _opponent(flow: Flow, wish: wishes.ChooseOpponent) -> None:
    flow.new = replace(flow.new, against=wish.id)


def _more(flow: Flow, wish: wishes.ShowMore) -> None:
    flow.new = replace(flow.new, more=not flow.new.more)


def _others(flow: Flow, wish: wishes.ShowOthers) -> None:
    flow.new = replace(flow.new, others=not flow.new.others)


def _chance(flow: Flow, wish: wishes.SetChance) -> None:
    flow.new = replace(flow.new, chance_on=wish.on)


def _quit(flow: Flow, wish: wishes.Quit) -> None:
    flow.over = True


WISHES: dict[type, Callable[[Flow, Any], None]] = {
    **dict.fromkeys(AT_TABLE, _at_table),
    wishes.Go: lambda flow, wish: flow.go(wish.to),
    wishes.Back: lambda flow, wish: flow.back(),
    wishes.Next: lambda flow, wish: flow.read_on(),
    wishes.Previous: _previous,
    wishes.Quit: _quit,
    wishes.ContinueLast: _continue,
    wishes.LoadGame: lambda flow, wish: flow.resume(wish.name),
    wishes.ChooseScenario: lambda flow, wish: flow.choose_scenario(wish.name),
    wishes.ChooseSide: _side,
    wishes.ChooseOpponent: _opponent,
    wishes.ShowMore: _more,
    wishes.ShowOthers: _others,
    wishes.WriteSeed: _write_seed,
    wishes.SetChance: _chance,
    wishes.Begin: lambda flow, wish: flow.begin(),
    wishes.WriteFolder: _write_folder,
    wishes.UseFolder: lambda flow, wish: flow.use_folder(),
    wishes.CheckAgain: lambda flow, wish: flow.check_again(),
    wishes.ShowAnswer: _answer,
    wishes.PlanMost: _plan_most,
    wishes.PlanFirst: lambda flow, wish: _plan(flow, first=wish.option),
    wishes.PlanGive: lambda flow, wish: _plan(flow, give=wish.issue),
    wishes.PlanFailing: lambda flow, wish: _plan(flow, failing=wish.id),
    wishes.PlanPrediction: lambda flow, wish: _plan(flow, prediction=wish.percent),
    wishes.LockPlan: _lock,
    wishes.SkipPlan: lambda flow, wish: flow.skip_plan(),
    wishes.AskWhy: _ask_why,
    wishes.ShowTab: _tab,
    wishes.Unfold: _unfold,
    wishes.TurnPaper: _paper,
    wishes.OpenDocument: _document,
    wishes.Search: _search,
    wishes.Undo: _undo,
    wishes.ShowStep: _step,
    wishes.WriteTicket: _ticket,
    wishes.OpenGuess: _open_guess,
    wishes.GuessBand: _guess,
    wishes.GuessWords: _guess,
    wishes.Tick: _tick,
    wishes.TickAll: _tick_all,
    wishes.WriteTeam: _write_team,
    wishes.KeepDeclared: _keep_declared,
    wishes.ShowVerdict: _verdict,
    wishes.SetText: lambda flow, wish: _settle(flow, flow.settings.sized(wish.percent)),
    wishes.SetSwitch: _switch,
    wishes.SetNames: lambda flow, wish: _speak(flow, flow.say.language, wish.party),
    wishes.SetLanguage: lambda flow, wish: _speak(flow, wish.language, flow.say.whose),
    wishes.ResetSettings: _reset,
    **CLASSING,
    **KEYING,
    **LOOKING_ON,
    **PREVIEWING,
}
"""Every wish with what it leads to."""
