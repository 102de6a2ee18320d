"""The moves of a plan, in the words that are typed at the table; each names everything by its id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from game.content import codes
from game.content.plan_words import Words
from game.content.suggest import closest
from game.rules.moves import (
    Accept,
    Act,
    Decide,
    Hold,
    PartyMove,
    Propose,
    Reject,
    Reopen,
    Sign,
    WalkOut,
)

_LETTERS: Final = ("A", "B", "C")
"""The alternatives of an offer, as the table shows them."""


def is_move(word: str) -> bool:
    """Say whether a move begins with this word."""
    return word in _VERBS


def read_move(words: Words) -> PartyMove:
    """Return the move that the words from here to the end of the line say."""
    verb = words.take("a move")
    if verb.text not in _VERBS:
        near = closest(verb.text, _VERBS)
        words.fault(codes.N201, verb, kind="move", name=verb.text, closest=near)
    words.usage, read = _VERBS[verb.text]
    move = read(words)
    words.close()
    return move


def _propose(words: Words) -> PartyMove:
    packages = [words.package()]
    while words.takes("or"):
        packages.append(words.package())
    linked, referred, said = False, False, ""
    while words.are_left:
        if words.takes("linked"):
            linked = True
        elif words.takes("referendum"):
            referred = True
        elif words.peek().startswith('"') and not said:
            said = words.quoted()
        else:
            break
    return Propose(tuple(packages), linked, referred, said)


def _accept(words: Words) -> PartyMove:
    which = 0
    if words.peek() in _LETTERS:
        which = _LETTERS.index(words.take("an alternative").text)
    elif words.peek().isdigit():
        which = words.count("an alternative", 1, len(_LETTERS)) - 1
    issues: set[int] = set()
    referred = False
    while words.are_left and not referred:
        if words.takes("referendum"):
            referred = True
        else:
            issues.add(words.issue())
    return Accept(which, tuple(sorted(issues)), referred)


def _reject(words: Words) -> PartyMove:
    return Reject(words.quoted())


def _hold(words: Words) -> PartyMove:
    return Hold(words.quoted())


def _reopen(words: Words) -> PartyMove:
    return Reopen(words.issue())


def _act(words: Words) -> PartyMove:
    action = words.reference(words.names.actions, "action")
    words.takes("on")
    if not words.are_left:
        return Act(action)
    if "=" in words.peek():
        return Act(action, package=words.package())
    return Act(action, issue=words.issue())


def _decide(words: Words) -> PartyMove:
    owner = words.peek()
    decision = words.reference(words.names.decisions, "decision")
    return Decide(decision, words.reference(words.names.choices[decision], "choice", owner))


def _sign(words: Words) -> PartyMove:
    return Sign()


def _walk_out(words: Words) -> PartyMove:
    word = words.take("'out'")
    if word.text != "out":
        words.wrong(word)
    return WalkOut()


_Read = tuple[str, Callable[[Words], PartyMove]]

_OFFER: Final[_Read] = (
    'propose issue=option ... [or issue=option ...] [linked] [referendum] ["words"]',
    _propose,
)

_VERBS: Final[Mapping[str, _Read]] = {
    "propose": _OFFER,
    "offer": _OFFER,
    "accept": ("accept [A|B|C] [issue ...] [referendum]", _accept),
    "reject": ('reject ["why"]', _reject),
    "hold": ('hold ["why"]', _hold),
    "reopen": ("reopen issue", _reopen),
    "act": ("act action [issue | issue=option ...]", _act),
    "decide": ("decide decision choice", _decide),
    "sign": ("sign", _sign),
    "walk": ("walk out", _walk_out),
}
