"""The commands that move: offer, accept, reject, hold, reopen, act, decide, sign, walk out."""

from game.desk.assignments import Problem, find, number_typed, read_issue, read_offer
from game.desk.homefront import verdict
from game.desk.status import talked_issues
from game.rules.legality import refusal
from game.rules.moves import Accept, Decide, Hold, PartyMove, Propose, Reject, Reopen, Sign, WalkOut
from game.rules.package import OPEN, Package
from game.rules.refusals import Why
from game.terminal.beyond import offer_ways
from game.terminal.chair import After, Chair
from game.terminal.composer import compose
from game.terminal.deeds import act
from game.text.wording import LETTERS, capital


def _make(chair: Chair, move: PartyMove) -> After:
    """Make a move; where it goes beyond the mandate, offer the ways beyond it."""
    if chair.make(move):
        return After.MOVED
    refused = chair.refused
    if refused is not None and refused.why is Why.BEYOND_MANDATE and offer_ways(chair, move):
        return After.MOVED
    return After.STAY


def offer(chair: Chair, rest: str) -> After:
    """Table an offer: typed whole in `rest`, or put together question by question."""
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


def accept(chair: Chair, rest: str) -> After:
    """Accept an alternative of the other side's offer, whole or in part."""
    view, say, console = chair.view, chair.say, chair.console
    theirs = view.state.offers[1 - chair.party]
    if theirs is None:
        return _make(chair, Accept())
    words = [word for word in rest.split() if word != "referendum"]
    referred = len(words) < len(rest.split())
    which = 0
    number = number_typed(words[0]) if words else None
    if number is not None:
        which, words = number - 1, words[1:]
    elif words and words[0].upper() in LETTERS[: len(theirs.packages)]:
        which = LETTERS.index(words.pop(0).upper())
    elif len(theirs.packages) > 1 and (not words or words == ["part"]):
        typed = console.ask(say("prompt.which", letters=", ".join(LETTERS[: len(theirs.packages)])))
        if typed.upper() not in LETTERS[: len(theirs.packages)] or not typed:
            console.line(say("problem.cancelled"))
            return After.STAY
        which = LETTERS.index(typed.upper())
    if not 0 <= which < len(theirs.packages):
        return _make(chair, Accept(which, ad_referendum=referred))
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
    return _make(chair, Accept(which, tuple(issues), referred))


def _ask_part(chair: Chair, package: Package) -> list[str]:
    """Ask which of the issues of an offer are to be closed; return their ids."""
    issues = [issue for issue, option in enumerate(package) if option != OPEN]
    for number, issue in enumerate(issues, start=1):
        chair.console.line(f"{number}. {capital(chair.wording.item(issue, package[issue]))}")
    typed = chair.console.ask(chair.say("prompt.part")).replace(",", " ").split()
    ids = [chair.view.scenario.issues[issue].id for issue in issues]
    numbered = {str(number): id for number, id in enumerate(ids, start=1)}
    return [numbered.get(word, word) for word in typed]


def reject(chair: Chair, rest: str) -> After:
    """Reject the other side's offer, `rest` being the reason."""
    return _make(chair, Reject(rest.strip('"')))


def hold(chair: Chair, rest: str) -> After:
    """Pass, `rest` being the reason."""
    return _make(chair, Hold(rest.strip('"')))


def reopen(chair: Chair, rest: str) -> After:
    """Open again what was agreed on the issue that `rest` names."""
    if not rest:
        chair.console.line(chair.say("problem.reopen_what"))
        return After.STAY
    issue = read_issue(chair.say, chair.view.scenario, rest)
    if isinstance(issue, Problem):
        chair.console.line(issue.sentence)
        return After.STAY
    return _make(chair, Reopen(issue))


def take_action(chair: Chair, rest: str) -> After:
    """Take the action that `rest` names, or one of a list."""
    return After.MOVED if act(chair, rest) else After.STAY


def decide(chair: Chair, rest: str) -> After:
    """Answer the card that waits, with the choice whose number, id or label stands in `rest`."""
    view, say = chair.view, chair.say
    pending = view.state.pending[chair.party]
    if not pending:
        chair.console.line(say("problem.nothing_to_decide"))
        return After.STAY
    card = view.scenario.decisions[pending[0]]
    names = [(choice.id, choice.label) for choice in card.choices]
    named = find(rest.removeprefix(card.id), names)
    if named is None:
        chair.console.line(say("problem.number", n=len(names)))
        return After.STAY
    move = Decide(pending[0], named)
    refused = refusal(view.scenario, view.state, chair.party, move)
    closed = card.choices[named].closed.strip()
    if refused is not None and refused.because is None and closed:
        chair.refused = refused
        chair.console.line(closed)
        return After.STAY
    return _make(chair, move)


def sign(chair: Chair, rest: str) -> After:
    """Sign after a confirmation that names what is left out."""
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


def walk_out(chair: Chair, rest: str) -> After:
    """End the talks after a confirmation."""
    if not _confirmed(chair, chair.say("walk_out.confirm")):
        return After.STAY
    return _make(chair, WalkOut())


def _confirmed(chair: Chair, question: str) -> bool:
    typed = chair.console.ask(question).casefold()
    if typed in ("yes", "y"):
        return True
    chair.console.line(chair.say("problem.cancelled"))
    return False
