"""Moves <-> JSON values by ids: names outside, indices inside; strict both ways.

Every key of a kind must be there and no other; what `encode_move` writes, `decode_move` reads to an equal
move, and nothing else is written. Whether a move is legal is not asked here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, assert_never

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
    Move,
    Pause,
    Propose,
    Reject,
    Reopen,
    Resume,
    Sign,
    Vote,
    WalkOut,
)
from game.rules.package import OPEN, Package
from game.rules.scenario import Scenario
from game.rules.transcript import Made, Record, Rewound
from game.session.seats import author_called, name_of
from game.session.strict import CodecFault, Flaw, Json, forbidden_sign

PACKAGES_LIMIT = 3
"""Alternatives of one offer."""

ID_LIMIT = 40
"""Signs of a command's id."""

_WALL_LIMIT = 40
_ID_LIMIT = 80  # bounds look-ups and what a fault repeats; the loader's ids are shorter
_BARE: dict[str, Move] = {
    "sign": Sign(),
    "walk_out": WalkOut(),
    "expire": Expire(),
    "pause": Pause(),
    "resume": Resume(),
}
"""The moves that have nothing to say but their name."""


def encode_move(scenario: Scenario, move: Move) -> dict[str, Json]:
    """Return `move` by ids.

    Raises:
        CodecFault: `move` does not belong to `scenario`, or holds what `decode_move` would refuse.
    """
    try:
        value = _encoded(scenario, move)
        again = decode_move(scenario, value)
    except (IndexError, TypeError, AttributeError, ValueError) as fault:
        if isinstance(fault, CodecFault):
            raise
        raise _not_a_move(move) from None
    if again != move or type(again) is not type(move):
        raise _not_a_move(move)  # a negative index, true for 1, ...
    return value


def decode_move(scenario: Scenario, value: object) -> Move:
    """Return the move that `value` names.

    Raises:
        CodecFault: another shape, an unknown key, kind or name, a text too long or with forbidden signs.
    """
    fields = Fields(value, "a move")
    kind = fields.text("kind", _ID_LIMIT)
    if kind in _BARE:
        move = _BARE[kind]
    elif kind in _DECODERS:
        move = _DECODERS[kind](scenario, fields)
    else:
        known = ", ".join(sorted([*_BARE, *_DECODERS]))
        raise CodecFault(Flaw.UNKNOWN_KIND, f"no move is called {kind!r}; there are {known}")
    fields.close()
    return move


class Fields:
    """An object from outside, taken apart key by key; `close` refuses what was not asked for."""

    def __init__(self, value: object, what: str) -> None:
        if not isinstance(value, dict):
            raise CodecFault(Flaw.WRONG_TYPE, f"{what} must be an object, not {_type(value)}")
        self._left: dict[object, object] = dict(value)
        self._what = what

    def close(self) -> None:
        """Raise `CodecFault` for a key that nobody took."""
        for key in self._left:
            raise CodecFault(Flaw.UNKNOWN_KEY, f"{self._what} has no {str(key)[:40]!r}")

    def has(self, key: str) -> bool:
        """Say whether `key` is there and not yet taken."""
        return key in self._left

    def take(self, key: str) -> object:
        """Return what stands under `key`."""
        if key not in self._left:
            raise CodecFault(Flaw.MISSING_KEY, f"{self._what} needs {key!r}")
        return self._left.pop(key)

    def text(self, key: str, limit: int) -> str:
        """Return a text of at most `limit` signs, none of them forbidden."""
        value = self.take(key)
        if not isinstance(value, str):
            raise CodecFault(Flaw.WRONG_TYPE, f"{key!r} must be a text, not {_type(value)}")
        if len(value) > limit:
            raise CodecFault(Flaw.TOO_LONG, f"{key!r} has {len(value)} signs; {limit} are allowed")
        sign = forbidden_sign(value)
        if sign is not None:
            raise CodecFault(Flaw.FORBIDDEN_SIGN, f"{key!r} holds the forbidden sign U+{ord(sign):04X}")
        return value

    def integer(self, key: str, low: int, high: int) -> int:
        """Return an integer from `low` to `high`; true and false are none."""
        value = self.take(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise CodecFault(Flaw.WRONG_TYPE, f"{key!r} must be an integer, not {_type(value)}")
        if not low <= value <= high:
            raise CodecFault(Flaw.TOO_LARGE, f"{key!r} must be from {low} to {high}")
        return value

    def truth(self, key: str) -> bool:
        """Return true or false."""
        value = self.take(key)
        if not isinstance(value, bool):
            raise CodecFault(Flaw.WRONG_TYPE, f"{key!r} must be true or false, not {_type(value)}")
        return value

    def items(self, key: str, limit: int) -> list[object]:
        """Return a list of at most `limit` entries."""
        value = self.take(key)
        if not isinstance(value, list):
            raise CodecFault(Flaw.WRONG_TYPE, f"{key!r} must be a list, not {_type(value)}")
        if len(value) > limit:
            raise CodecFault(Flaw.TOO_MANY, f"{key!r} has {len(value)} entries; {limit} are allowed")
        return value


def encode_record(scenario: Scenario, record: Record) -> dict[str, Json]:
    """Return `record` as a save keeps it.

    Raises:
        CodecFault: its move, id or time is not one that `decode_record` would read.
    """
    value: dict[str, Json] = {"id": record.id, "by": name_of(scenario, record.author)}
    match record:
        case Made(move=move):
            value["move"] = encode_move(scenario, move)
        case Rewound(to=to):
            value["rewound"] = to
    value["wall"] = record.wall
    decode_record(scenario, value)
    return value


def decode_record(scenario: Scenario, value: object) -> Record:
    """Return the record that a line of a save holds, its place in the file apart.

    Raises:
        CodecFault: as `decode_move`; or an author, id or time that cannot be.
    """
    fields = Fields(value, "a record")
    id = fields.text("id", ID_LIMIT)
    by = fields.text("by", _ID_LIMIT)
    author = author_called(scenario, by)
    if author is None:
        raise CodecFault(Flaw.UNKNOWN_NAME, f"nobody here is called {by!r}")
    wall = fields.text("wall", _WALL_LIMIT)
    record: Record
    if fields.has("rewound"):
        record = Rewound(fields.integer("rewound", 0, 2**31), id, wall, author)
    else:
        record = Made(author, decode_move(scenario, fields.take("move")), id, wall)
    fields.close()
    return record


def _encoded(scenario: Scenario, move: Move) -> dict[str, Json]:
    match move:
        case Propose(packages, linked, ad_referendum, words):
            return {
                "kind": "propose",
                "packages": [_named(scenario, package) for package in packages],
                "linked": linked,
                "ad_referendum": ad_referendum,
                "words": words,
            }
        case Accept(which, issues, ad_referendum):
            return {
                "kind": "accept",
                "which": which,
                "issues": [scenario.issues[issue].id for issue in issues],
                "ad_referendum": ad_referendum,
            }
        case Reject(reason):
            return {"kind": "reject", "reason": reason}
        case Hold(reason):
            return {"kind": "hold", "reason": reason}
        case Reopen(issue):
            return {"kind": "reopen", "issue": scenario.issues[issue].id}
        case Act(action, issue, package):
            value: dict[str, Json] = {"kind": "act", "action": scenario.actions[action].id}
            if issue is not None:
                value["issue"] = scenario.issues[issue].id
            if package is not None:
                value["package"] = _named(scenario, package)
            return value
        case Decide(decision, choice):
            card = scenario.decisions[decision]
            return {"kind": "decide", "decision": card.id, "choice": card.choices[choice].id}
        case Draw(event, outcome):
            happening = scenario.events[event]
            return {"kind": "draw", "event": happening.id, "outcome": happening.outcomes[outcome].id}
        case Answer(party, yes):
            return {"kind": "answer", "party": scenario.parties[party].id, "yes": yes}
        case Vote(party):
            return {"kind": "vote", "party": scenario.parties[party].id}
        case Inject(event):
            return {"kind": "inject", "event": scenario.events[event].id}
        case Broadcast(words):
            return {"kind": "broadcast", "words": words}
        case Sign() | WalkOut() | Expire() | Pause() | Resume():
            return {"kind": next(kind for kind, bare in _BARE.items() if bare == move)}
        case _:
            assert_never(move)


def _named(scenario: Scenario, package: Package) -> dict[str, Json]:
    return {
        issue.id: issue.options[option].id
        for issue, option in zip(scenario.issues, package, strict=True)
        if option != OPEN
    }


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def _index(items: Sequence[_Named], id: object, what: str) -> int:
    if not isinstance(id, str):
        raise CodecFault(Flaw.WRONG_TYPE, f"{what} must be named by a text, not {_type(id)}")
    for index, item in enumerate(items):
        if item.id == id:
            return index
    raise CodecFault(Flaw.UNKNOWN_NAME, f"no {what} is called {id[:_ID_LIMIT]!r}")


def decode_package(scenario: Scenario, value: object) -> Package:
    """Return the package that `value` names by ids; raise `CodecFault` where it names what is not there."""
    if not isinstance(value, dict):
        raise CodecFault(Flaw.WRONG_TYPE, f"a package must be an object, not {_type(value)}")
    chosen: dict[int, int] = {}
    for issue_id, option_id in value.items():
        issue = _index(scenario.issues, issue_id, "issue")
        chosen[issue] = _index(scenario.issues[issue].options, option_id, f"option of {issue_id}")
    return tuple(chosen.get(issue, OPEN) for issue in range(len(scenario.issues)))


def _propose(scenario: Scenario, fields: Fields) -> Move:
    packages = fields.items("packages", PACKAGES_LIMIT)
    return Propose(
        packages=tuple(decode_package(scenario, package) for package in packages),
        linked=fields.truth("linked"),
        ad_referendum=fields.truth("ad_referendum"),
        words=fields.text("words", WORDS_LIMIT),
    )


def _accept(scenario: Scenario, fields: Fields) -> Move:
    named = fields.items("issues", len(scenario.issues))
    issues = tuple(_index(scenario.issues, issue, "issue") for issue in named)
    if len(set(issues)) < len(issues):
        raise CodecFault(Flaw.NAMED_TWICE, "'issues' names an issue twice")
    return Accept(fields.integer("which", 0, PACKAGES_LIMIT - 1), issues, fields.truth("ad_referendum"))


def _act(scenario: Scenario, fields: Fields) -> Move:
    return Act(
        action=_index(scenario.actions, fields.take("action"), "action"),
        issue=_index(scenario.issues, fields.take("issue"), "issue") if fields.has("issue") else None,
        package=decode_package(scenario, fields.take("package")) if fields.has("package") else None,
    )


def _decide(scenario: Scenario, fields: Fields) -> Move:
    decision = _index(scenario.decisions, fields.take("decision"), "decision")
    choices = scenario.decisions[decision].choices
    return Decide(decision, _index(choices, fields.take("choice"), "choice"))


def _draw(scenario: Scenario, fields: Fields) -> Move:
    event = _index(scenario.events, fields.take("event"), "event")
    return Draw(event, _index(scenario.events[event].outcomes, fields.take("outcome"), "outcome"))


def _party(scenario: Scenario, fields: Fields) -> int:
    return _index(scenario.parties, fields.take("party"), "party")


_DECODERS: Mapping[str, Callable[[Scenario, Fields], Move]] = {
    "propose": _propose,
    "accept": _accept,
    "reject": lambda scenario, fields: Reject(fields.text("reason", WORDS_LIMIT)),
    "hold": lambda scenario, fields: Hold(fields.text("reason", WORDS_LIMIT)),
    "reopen": lambda scenario, fields: Reopen(_index(scenario.issues, fields.take("issue"), "issue")),
    "act": _act,
    "decide": _decide,
    "draw": _draw,
    "answer": lambda scenario, fields: Answer(_party(scenario, fields), fields.truth("yes")),
    "vote": lambda scenario, fields: Vote(_party(scenario, fields)),
    "inject": lambda scenario, fields: Inject(_index(scenario.events, fields.take("event"), "event")),
    "broadcast": lambda scenario, fields: Broadcast(fields.text("words", WORDS_LIMIT)),
}


def _not_a_move(move: object) -> CodecFault:
    return CodecFault(Flaw.NOT_A_MOVE, f"{str(move)[:80]!r} is no move of this scenario")


def _type(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case int():
            return "an integer"
        case str():
            return "a text"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return type(value).__name__
