"""A person's turn at the table: status, numbered choices, typed commands, until the turn has passed."""

from collections.abc import Callable
from dataclasses import dataclass

from game.desk.assignments import number_typed
from game.desk.deeds import open_actions, own_actions
from game.desk.status import meetings_left, talked_issues
from game.rules.legality import refusal
from game.rules.moves import Accept, Sign
from game.rules.refusals import Why
from game.rules.scenario import RoundKind
from game.rules.state import to_move
from game.terminal.chair import After, Chair
from game.terminal.clock import tell_clock
from game.terminal.commands import Command, Unknown, parse
from game.terminal.deeds import card_lines
from game.terminal.looking import LOOKING, bearing, tell_status
from game.terminal.moving import accept, decide, hold, offer, reject, reopen, sign, take_action, walk_out
from game.terminal.news import tell
from game.text.wording import LETTERS


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered choice: what it says and the line it stands for."""

    label: str
    line: str


def turn(chair: Chair) -> After:
    """Let the person at this chair play until it is another's turn, the end has come, or they quit."""
    show = True
    shown: tuple[object, ...] = ()
    while True:
        tell(chair)
        view = chair.view
        if to_move(view.state) != chair.party:
            return After.MOVED
        pending = bool(view.state.pending[chair.party])
        if show:
            chair.console.line()
            table = (view.state.round, view.state.slot, view.state.exchange, view.state.offers)
            if pending:
                chair.console.lines(card_lines(chair.wording, view))
            elif shown == table:  # an action has changed nothing on the table
                chair.console.line(chair.say("status.still_your_turn"))
            else:
                tell_status(chair)
                shown = table
        choices = [] if pending else _choices(chair)
        if show and not pending:
            for number, choice in enumerate(choices, start=1):
                chair.console.line(f"{number}. {choice.label}")
        after = _one(chair, choices, pending=pending)
        if after in (After.QUIT, After.UNDONE):
            return after
        show = after is After.MOVED


def _choices(chair: Chair) -> list[Numbered]:
    """Return the numbered choices of this turn; each stands for a line that could be typed."""
    view, say = chair.view, chair.say
    state, scenario, me = view.state, view.scenario, view.party
    found: list[Numbered] = []
    if scenario.rounds[state.round].kind is RoundKind.RATIFICATION:
        if not state.acted and open_actions(view):
            found.append(Numbered(say("choice.act", n=open_actions(view)), "act"))
        return [*found, Numbered(say("choice.hold_ratification"), "hold")]
    may_sign = refusal(scenario, state, me, Sign()) is None
    if may_sign and (not talked_issues(view) or state.signed[1 - me]):
        found.append(Numbered(say("choice.sign"), "sign"))
    theirs = state.offers[1 - me]
    if theirs is not None:
        for which, package in enumerate(theirs.packages):
            key = "choice.accept" if len(theirs.packages) == 1 else "choice.accept_lettered"
            label = say(key, letter=LETTERS[which], bearing=bearing(chair, package))
            refused = refusal(scenario, state, me, Accept(which))
            if refused is not None and refused.why is Why.BEYOND_MANDATE:
                label = f"{label} {say('choice.beyond')}"
            found.append(Numbered(label, f"accept {which + 1}"))
        if not theirs.linked:
            found.append(Numbered(say("choice.accept_part"), "accept part"))
    if talked_issues(view):
        found.append(Numbered(say("choice.offer_new" if state.offers[me] else "choice.offer"), "offer"))
    if not state.acted and own_actions(view):
        found.append(Numbered(say("choice.act", n=open_actions(view)), "act"))
    if theirs is not None:
        found.append(Numbered(say("choice.reject"), "reject"))
    closes = ("hold_closes" if meetings_left(view) else "hold_last") if state.passes else "hold"
    found.append(Numbered(say(f"choice.{closes}"), "hold"))
    found.append(Numbered(say("choice.board"), "board"))
    found.append(Numbered(say("choice.help"), "help"))
    return found


def _one(chair: Chair, choices: list[Numbered], *, pending: bool) -> After:
    """Ask for one line and carry it out."""
    say, console = chair.say, chair.console
    tell_clock(chair)
    if pending:
        count = len(chair.view.scenario.decisions[chair.view.state.pending[chair.party][0]].choices)
        typed = console.ask(say("prompt.card", n=count))
    else:
        count = len(choices)
        typed = console.ask(say("prompt.turn", n=count))
    if not typed:
        return After.MOVED  # shows the turn again
    number = number_typed(typed)
    if number is not None:
        if not 1 <= number <= count:
            console.line(say("problem.number", n=count))
            return After.STAY
        typed = f"decide {number}" if pending else choices[number - 1].line
    match parse(typed):
        case Command(name, rest):
            return _COMMANDS[name](chair, rest)
        case Unknown(word, nearest):
            key = "problem.no_command_near" if nearest else "problem.no_command"
            console.line(say(key, word=word, nearest=nearest))
            return After.STAY


def _undo(chair: Chair, rest: str) -> After:
    if not chair.may_undo:
        chair.console.line(chair.say("undo.fixed"))
        return After.STAY
    if chair.game.undo(chair.party):
        chair.console.line(chair.say("undo.done"))
        return After.UNDONE
    chair.console.line(chair.say("undo.nothing"))
    return After.STAY


def _save(chair: Chair, rest: str) -> After:
    chair.console.line(chair.say("save.already", where=chair.game.where_saved()))
    return After.STAY


def _quit(chair: Chair, rest: str) -> After:
    return After.QUIT


_COMMANDS: dict[str, Callable[[Chair, str], After]] = {
    **LOOKING,
    "offer": offer,
    "accept": accept,
    "reject": reject,
    "hold": hold,
    "reopen": reopen,
    "act": take_action,
    "decide": decide,
    "sign": sign,
    "walk out": walk_out,
    "undo": _undo,
    "save": _save,
    "quit": _quit,
}
