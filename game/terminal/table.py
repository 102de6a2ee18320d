"""A person's turn at the table: status, numbered choices, typed commands, until the turn has passed."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from game.rules.legality import refusal
from game.rules.moves import Accept, Decide, Hold, PartyMove, Propose, Reject, Reopen, Sign, WalkOut
from game.rules.package import OPEN, Package, merged
from game.rules.refusals import Why
from game.rules.scenario import RoundKind
from game.rules.state import to_move
from game.rules.utility import points, reservation
from game.terminal.assignments import Problem, read_issue, read_offer
from game.terminal.beyond import offer_ways
from game.terminal.board import board_lines
from game.terminal.chair import Chair
from game.terminal.commands import Command, Unknown, parse
from game.terminal.composer import compose
from game.terminal.deeds import act, ask_package, card_lines, open_actions, own_actions
from game.terminal.homefront import home_lines, verdict
from game.terminal.news import log_lines, tell
from game.terminal.papers import briefing, document_lines, draft_lines, notebook_lines, read
from game.terminal.status import meetings_left, meter_line, table_lines, talked_issues, where_lines
from game.terminal.why import why
from game.text.explain import point_lines, refusal_lines
from game.text.wording import LETTERS, capital


class After(Enum):
    """What a command leads to."""

    STAY = auto()  # nothing changed: ask again
    MOVED = auto()  # the negotiation went on
    UNDONE = auto()
    QUIT = auto()


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
                _status(chair)
                shown = table
        choices = [] if pending else _choices(chair)
        if show and not pending:
            for number, choice in enumerate(choices, start=1):
                chair.console.line(f"{number}. {choice.label}")
        after = _one(chair, choices, pending=pending)
        if after in (After.QUIT, After.UNDONE):
            return after
        show = after is After.MOVED


def _status(chair: Chair) -> None:
    wording, view, console = chair.wording, chair.view, chair.console
    console.lines(where_lines(wording, view))
    if view.scenario.rounds[view.state.round].kind is RoundKind.TALKS:
        console.lines(table_lines(wording, view))
    meters = meter_line(wording, view)
    if meters:
        console.line(meters)
    console.line(chair.say("status.your_turn"))


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
            label = say(key, letter=LETTERS[which], bearing=_bearing(chair, package))
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


def _bearing(chair: Chair, package: Package) -> str:
    """Return what a package is worth and whether home would carry it, in a few words."""
    view = chair.view
    whole = merged(view.state.provisional, package)
    total = points(view.scenario, view.party, whole)
    without = reservation(view.scenario, view.state, view.party)
    home = verdict(chair.wording, view, package)
    return chair.say("choice.bearing", n=total, without=without, home=home)


def _one(chair: Chair, choices: list[Numbered], *, pending: bool) -> After:
    """Ask for one line and carry it out."""
    say, console = chair.say, chair.console
    if pending:
        count = len(chair.view.scenario.decisions[chair.view.state.pending[chair.party][0]].choices)
        typed = console.ask(say("prompt.card", n=count))
    else:
        count = len(choices)
        typed = console.ask(say("prompt.turn", n=count))
    if not typed:
        return After.MOVED  # shows the turn again
    if typed.isdigit():
        if not 1 <= int(typed) <= count:
            console.line(say("problem.number", n=count))
            return After.STAY
        typed = f"decide {typed}" if pending else choices[int(typed) - 1].line
    match parse(typed):
        case Command(name, rest):
            return _COMMANDS[name](chair, rest)
        case Unknown(word, nearest):
            key = "problem.no_command_near" if nearest else "problem.no_command"
            console.line(say(key, word=word, nearest=nearest))
            return After.STAY


# Moves


def _make(chair: Chair, move: PartyMove) -> After:
    """Make a move; where it goes beyond the mandate, offer the ways beyond it."""
    if chair.make(move):
        return After.MOVED
    refused = chair.refused
    if refused is not None and refused.why is Why.BEYOND_MANDATE and offer_ways(chair, move):
        return After.MOVED
    return After.STAY


def _offer(chair: Chair, rest: str) -> After:
    if not rest:
        blocked = refusal(chair.view.scenario, chair.view.state, chair.party, Hold())
        if blocked is not None:  # a card first, or a ratification: no use putting an offer together
            return _make(chair, Hold())
        if not talked_issues(chair.view):
            chair.console.line(chair.say("compose.nothing_open"))
            return After.STAY
        move = compose(chair)
        return After.MOVED if move is None else _make(chair, move)
    typed = read_offer(chair.say, chair.view.scenario, rest)
    if isinstance(typed, Problem):
        chair.console.line(typed.sentence)
        return After.STAY
    chair.composed = typed.packages[0]
    return _make(chair, Propose(typed.packages, typed.linked, typed.ad_referendum, typed.words))


def _accept(chair: Chair, rest: str) -> After:
    view, say, console = chair.view, chair.say, chair.console
    theirs = view.state.offers[1 - chair.party]
    if theirs is None:
        return _make(chair, Accept())
    words = rest.split()
    which = 0
    if words and (words[0].isdigit() or words[0].upper() in LETTERS[: len(theirs.packages)]):
        first = words.pop(0)
        which = int(first) - 1 if first.isdigit() else LETTERS.index(first.upper())
    elif len(theirs.packages) > 1 and (not words or words == ["part"]):
        typed = console.ask(say("prompt.which", letters=", ".join(LETTERS[: len(theirs.packages)])))
        if typed.upper() not in LETTERS[: len(theirs.packages)] or not typed:
            console.line(say("problem.cancelled"))
            return After.STAY
        which = LETTERS.index(typed.upper())
    if not 0 <= which < len(theirs.packages):
        return _make(chair, Accept(which))
    if words == ["part"]:
        words = _ask_part(chair, theirs.packages[which])
        if not words:
            console.line(say("problem.cancelled"))
            return After.STAY
    issues = []
    for word in words:
        issue = read_issue(say, view.scenario, word)
        if isinstance(issue, Problem):
            console.line(issue.sentence)
            return After.STAY
        issues.append(issue)
    return _make(chair, Accept(which, tuple(issues)))


def _ask_part(chair: Chair, package: Package) -> list[str]:
    """Ask which of the issues of an offer are to be closed; return their ids."""
    issues = [issue for issue, option in enumerate(package) if option != OPEN]
    for number, issue in enumerate(issues, start=1):
        chair.console.line(f"{number}. {capital(chair.wording.item(issue, package[issue]))}")
    typed = chair.console.ask(chair.say("prompt.part")).replace(",", " ").split()
    ids = [chair.view.scenario.issues[issue].id for issue in issues]
    return [ids[int(word) - 1] if word.isdigit() and 1 <= int(word) <= len(ids) else word for word in typed]


def _reject(chair: Chair, rest: str) -> After:
    return _make(chair, Reject(rest.strip('"')))


def _hold(chair: Chair, rest: str) -> After:
    return _make(chair, Hold(rest.strip('"')))


def _reopen(chair: Chair, rest: str) -> After:
    if not rest:
        chair.console.line(chair.say("problem.reopen_what"))
        return After.STAY
    issue = read_issue(chair.say, chair.view.scenario, rest)
    if isinstance(issue, Problem):
        chair.console.line(issue.sentence)
        return After.STAY
    return _make(chair, Reopen(issue))


def _act(chair: Chair, rest: str) -> After:
    return After.MOVED if act(chair, rest) else After.STAY


def _decide(chair: Chair, rest: str) -> After:
    view, say = chair.view, chair.say
    pending = view.state.pending[chair.party]
    if not pending:
        chair.console.line(say("problem.nothing_to_decide"))
        return After.STAY
    count = len(view.scenario.decisions[pending[0]].choices)
    if not rest.isdigit() or not 1 <= int(rest) <= count:
        chair.console.line(say("problem.number", n=count))
        return After.STAY
    move = Decide(pending[0], int(rest) - 1)
    refused = refusal(view.scenario, view.state, chair.party, move)
    closed = view.scenario.decisions[pending[0]].choices[int(rest) - 1].closed.strip()
    if refused is not None and refused.because is None and closed:
        chair.refused = refused
        chair.console.line(closed)
        return After.STAY
    return _make(chair, move)


def _sign(chair: Chair, rest: str) -> After:
    view, say, console = chair.view, chair.say, chair.console
    refused = refusal(view.scenario, view.state, chair.party, Sign())
    if refused is not None:
        return _make(chair, Sign())
    left = [issue for issue, option in enumerate(view.state.provisional) if option == OPEN]
    if left:
        console.line(say("sign.left_out", issues=chair.wording.issues(tuple(left))))
    console.line(verdict(chair.wording, view, view.state.provisional))
    if not _confirmed(chair, say("sign.confirm")):
        return After.STAY
    return _make(chair, Sign())


def _walk_out(chair: Chair, rest: str) -> After:
    if not _confirmed(chair, chair.say("walk_out.confirm")):
        return After.STAY
    return _make(chair, WalkOut())


def _confirmed(chair: Chair, question: str) -> bool:
    typed = chair.console.ask(question).casefold()
    if typed in ("yes", "y"):
        return True
    chair.console.line(chair.say("problem.cancelled"))
    return False


# Looking


def _show(lines: Callable[[Chair], list[str]]) -> Callable[[Chair, str], After]:
    """Return a command that writes lines."""

    def command(chair: Chair, rest: str) -> After:
        chair.console.lines(lines(chair))
        return After.STAY

    return command


def _points(chair: Chair, rest: str) -> After:
    package = ask_package(chair, rest)
    if package is not None:
        chair.composed = package
        chair.console.lines(point_lines(chair.wording, chair.view.state, chair.party, package))
    return After.STAY


def _home(chair: Chair, rest: str) -> After:
    package = ask_package(chair, rest)
    if package is not None:
        chair.composed = package
        chair.console.lines(home_lines(chair.wording, chair.view, package))
    return After.STAY


def _alternatives(chair: Chair, rest: str) -> After:
    """Show the other side's alternatives one by one, with what each would mean here."""
    view, say, console = chair.view, chair.say, chair.console
    theirs = view.state.offers[1 - chair.party]
    if theirs is None:
        console.line(say("refusal.nothing_tabled"))
        return After.STAY
    for which, package in enumerate(theirs.packages):
        console.line(say("happening.offer_letter", letter=LETTERS[which]))
        console.lines(chair.wording.items(package), indent=2)
        console.line(_bearing(chair, package), indent=2)
        refused = refusal(view.scenario, view.state, chair.party, Accept(which))
        if refused is not None:
            console.lines(refusal_lines(chair.wording, view.state, chair.party, refused), indent=2)
    return After.STAY


def _why(chair: Chair, rest: str) -> After:
    why(chair, rest)
    return After.STAY


def _read(chair: Chair, rest: str) -> After:
    read(chair, rest)
    return After.STAY


def _briefing(chair: Chair, rest: str) -> After:
    briefing(chair)
    return After.STAY


def _status_again(chair: Chair, rest: str) -> After:
    _status(chair)
    return After.STAY


def _undo(chair: Chair, rest: str) -> After:
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
    "board": _show(lambda chair: board_lines(chair.wording, chair.view)),
    "offer": _offer,
    "alternatives": _alternatives,
    "accept": _accept,
    "reject": _reject,
    "hold": _hold,
    "reopen": _reopen,
    "act": _act,
    "decide": _decide,
    "sign": _sign,
    "walk out": _walk_out,
    "why": _why,
    "undo": _undo,
    "draft": _show(lambda chair: draft_lines(chair.wording, chair.view, chair.view.state.provisional)),
    "home": _home,
    "log": _show(lambda chair: log_lines(chair.wording, chair.game.news(chair.party))),
    "documents": _show(lambda chair: document_lines(chair.wording, chair.view)),
    "read": _read,
    "notebook": _show(lambda chair: notebook_lines(chair.wording, chair.view)),
    "points": _points,
    "briefing": _briefing,
    "status": _status_again,
    "save": _save,
    "help": _show(lambda chair: chair.say("help").split("\n")),
    "quit": _quit,
}
