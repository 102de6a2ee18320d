"""What the second engine refuses, and with which code; `None` where a move is legal.

A refusal is `(code, place)`: the place is an issue, or a tuple of issues or orders, or None.
"""

from game.rules.moves import (
    WORDS_LIMIT,
    Accept,
    Act,
    Answer,
    Broadcast,
    Decide,
    Draw,
    Expire,
    Hold,
    Inject,
    Pause,
    Propose,
    Reject,
    Resume,
    Vote,
)
from tests.rules import literal_act_law as act_law
from tests.rules import literal_effects as effects
from tests.rules import literal_table_law as table_law
from tests.rules.literal_words import copied, holds, meeting, set_options, written

NATURE, HOME, INSTRUCTOR, NOBODY = 2, 3, 4, -1
OF_NATURE, OF_HOME = (Draw, Expire), (Answer, Vote)
OF_INSTRUCTOR = (Inject, Broadcast, Pause, Resume)


def mover(sc, s) -> int:
    """Return who must make the next record."""
    if s["outcome"] is not None:
        return NOBODY
    if s["draws"]:
        return NATURE
    if s["voting"] or due(s) is not None:
        return HOME
    if cards_only(sc, s):
        return next((party for party in (0, 1) if s["pending"][party]), NOBODY)
    return s["turn"]


def cards_only(sc, s) -> bool:
    return meeting(s, sc).exchanges == 0


def due(s):
    """Return the oldest question that a home must answer now."""
    return next((question for question in s["questions"] if question["due"] <= 0), None)


def may_speak(sc, s, party) -> bool:
    who = mover(sc, s)
    if who in (0, 1) and cards_only(sc, s):
        return bool(s["pending"][party])
    return who == party


def refused(sc, s, author, move):
    """Return why `author` may not make `move` now."""
    if isinstance(move, OF_NATURE):
        return _nature(sc, s, author, move)
    if isinstance(move, OF_HOME):
        return _home(sc, s, author, move)
    if isinstance(move, OF_INSTRUCTOR):
        return _instructor(sc, s, author, move)
    if author not in (0, 1):
        return "WRONG_AUTHOR", None
    if s["outcome"] is not None:
        return "ENDED", None
    if not may_speak(sc, s, author):
        return "NOT_YOUR_TURN", None
    if isinstance(move, Decide):
        return _decide(sc, s, author, move)
    if s["pending"][author]:
        return "DECISION_FIRST", None
    if isinstance(move, Act):
        return act_law.act(sc, s, author, move)
    return table_law.table(sc, s, author, move)


def _nature(sc, s, author, move):
    if author != NATURE:
        return "WRONG_AUTHOR", None
    who = mover(sc, s)
    if isinstance(move, Expire):
        return None if who in (0, 1) and not cards_only(sc, s) else ("NOT_DUE", None)
    if who != NATURE or move.event != s["draws"][0]:
        return "NOT_DUE", None
    return None if 0 <= move.outcome < len(sc.events[move.event].outcomes) else ("NO_SUCH_THING", None)


def _home(sc, s, author, move):
    if author != HOME:
        return "WRONG_AUTHOR", None
    if mover(sc, s) != HOME:
        return "NOT_DUE", None
    question = due(s)
    if isinstance(move, Answer):
        return None if question is not None and question["party"] == move.party else ("NOT_DUE", None)
    if question is not None or move.party not in (0, 1) or s["votes"][move.party] is not None:
        return "NOT_DUE", None
    return None


def _instructor(sc, s, author, move):
    if author != INSTRUCTOR:
        return "WRONG_AUTHOR", None
    if isinstance(move, Broadcast):
        return ("WORDS_TOO_LONG", None) if len(move.words) > WORDS_LIMIT else None
    if isinstance(move, (Pause, Resume)):
        return None
    if s["outcome"] is not None:
        return "ENDED", None
    if mover(sc, s) not in (0, 1):
        return "NOT_DUE", None
    return None if 0 <= move.event < len(sc.events) else ("NO_SUCH_THING", None)


def _decide(sc, s, party, move):
    if move.decision not in s["pending"][party]:
        return "NOT_PENDING", None
    if not 0 <= move.choice < len(sc.decisions[move.decision].choices):
        return "NO_SUCH_THING", None
    choice = sc.decisions[move.decision].choices[move.choice]
    if not holds(choice.when, s["agreed"], s, sc):
        return "CHOICE_CLOSED", None
    if choice.runs is None:
        return None
    after = copied(s)
    effects.answered(sc, after, party, move)
    effects.effects(sc, after, choice.effects, "")
    stood_for = run(sc, after, party, choice.runs)
    found = ("NOTHING_TABLED", None) if stood_for is None else table_law.table(sc, after, party, stood_for)
    return None if found is None else ("CHOICE_CLOSED", found)


def run(sc, s, party, runs):
    """Return the ordinary move that a choice stands for, None where it accepts and nothing fits."""
    theirs = s["offers"][1 - party]
    kind = runs.kind.value
    if kind == "hold":
        return Hold()
    if kind == "reject":
        return Reject()
    if kind == "accept":
        if theirs is None:
            return None
        for which, alternative in enumerate(theirs["packages"]):
            if holds(runs.accepts, {**s["agreed"], **alternative}, s, sc):
                return Accept(which)
        return None
    under = {}
    if runs.upon.value == "own" and s["last"][party]:
        under = s["last"][party][0]
    if runs.upon.value == "theirs" and theirs is not None:
        under = theirs["packages"][0]
    found = []
    for package in runs.packages:
        whole = {**under, **set_options(package)}
        found.append({i: o for i, o in whole.items() if i in s["agenda"] and i not in s["agreed"]})
    return Propose(tuple(written(sc, package) for package in found), runs.linked)
