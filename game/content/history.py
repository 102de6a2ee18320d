"""The section `history:`: documented courses of the talks, move by move."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from game.content import codes
from game.content.decisions import ALTERNATIVES
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.moves import (
    WORDS_LIMIT,
    Accept,
    Act,
    Decide,
    Hold,
    Move,
    Propose,
    Reject,
    Reopen,
    Sign,
    WalkOut,
)
from game.rules.scenario import HistoryLine, Step


def read_history(reading: Reading, nodes: Iterable[Node]) -> tuple[HistoryLine, ...]:
    """Return the historical lines."""
    found: list[HistoryLine] = []
    for id, fields in all_named(reading, nodes, "line"):
        found.append(
            HistoryLine(
                id=id,
                label=fields.label("label"),
                note=fields.text("note", ""),
                steps=_steps(reading, fields, id),
                draws=_draws(reading, fields),
            )
        )
        fields.close()
    return tuple(found)


def _draws(reading: Reading, fields: Fields) -> tuple[tuple[int, int], ...]:
    """Return how chance turned, event by event."""
    names = reading.names
    if not fields.has("draws"):
        fields.ignore("draws")
        return ()
    below = fields.below("draws", f"'draws' of {fields.what}")
    found: list[tuple[int, int]] = []
    for event, index in names.events.items():
        if below.has(event):
            found.append((index, below.reference(event, names.outcomes[index], f"outcome of '{event}'")))
    below.close_ids(names.events, "event")
    return tuple(found)


def _steps(reading: Reading, fields: Fields, line: str) -> tuple[Step, ...]:
    found: list[Step] = []
    for each in fields.each("steps", f"a step of '{line}'", needed=True):
        reading.places["step", f"{line}.{len(found)}"] = each.node
        each.what = f"step {len(found) + 1} of '{line}'"
        step = _step(reading, each)
        if step is not None:
            found.append(step)
    return tuple(found)


def _step(reading: Reading, fields: Fields) -> Step | None:
    names = reading.names
    written = [party for party in names.parties if fields.has(party)]
    if len(written) != 1:
        if fields.is_open:
            known = ", ".join(names.parties)
            reading.report.add(codes.N116, fields.node, count=len(written), known=known)
        return None
    party = names.parties[written[0]]
    verb = fields.one_of(written[0], _VERBS)
    move = verb(reading, fields, party)
    note, source = fields.text("note", ""), fields.citation("source", "")
    if not note and not source and fields.ground is None:
        reading.report.add(codes.N912, fields.node, what=fields.what)
    fields.close()
    return Step(party, move, note, source)


def _propose(reading: Reading, fields: Fields, party: int) -> Move:
    return Propose(
        packages=fields.packages("packages", ALTERNATIVES),
        linked=fields.flag("linked", default=False),
        ad_referendum=fields.flag("ad_referendum", default=False),
        words=fields.text("words", "", WORDS_LIMIT),
    )


def _accept(reading: Reading, fields: Fields, party: int) -> Move:
    issues = fields.references("issues", reading.names.issues, "issue")
    which = fields.count("which", 0, ALTERNATIVES[1] - 1, 0)
    return Accept(which, tuple(sorted(issues)), fields.flag("ad_referendum", default=False))


def _reject(reading: Reading, fields: Fields, party: int) -> Move:
    return Reject(fields.text("reason", "", WORDS_LIMIT))


def _hold(reading: Reading, fields: Fields, party: int) -> Move:
    return Hold(fields.text("reason", "", WORDS_LIMIT))


def _reopen(reading: Reading, fields: Fields, party: int) -> Move:
    return Reopen(fields.issue())


def _act(reading: Reading, fields: Fields, party: int) -> Move:
    action = fields.reference("action", reading.names.actions, "action")
    issue = fields.maybe_reference("issue", reading.names.issues, "issue")
    package = None
    if fields.has("package"):
        package = fields.package("package", f"the package of {fields.what}")
    fields.ignore("package")
    return Act(action, issue, package)


def _decide(reading: Reading, fields: Fields, party: int) -> Move:
    names = reading.names
    decision = fields.reference("decision", names.decisions, "decision")
    known = names.choices[decision] if decision < len(names.choices) else {}
    kind = f"choice of '{fields.word('decision')}'"
    return Decide(decision, fields.reference("choice", known, kind))


def _sign(reading: Reading, fields: Fields, party: int) -> Move:
    return Sign()


def _walk_out(reading: Reading, fields: Fields, party: int) -> Move:
    return WalkOut()


_VERBS: Final[dict[str, Callable[[Reading, Fields, int], Move]]] = {
    "propose": _propose,
    "accept": _accept,
    "reject": _reject,
    "hold": _hold,
    "reopen": _reopen,
    "act": _act,
    "decide": _decide,
    "sign": _sign,
    "walk_out": _walk_out,
}
