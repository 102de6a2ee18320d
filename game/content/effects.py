"""Effects: a closed set of verbs, whose amounts alone are expressions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.content import codes
from game.content.expressions import Parsed
from game.content.reader import Fields
from game.content.reading import Caused, Reading
from game.rules.expressions import Expression
from game.rules.scenario import (
    Add,
    Appoint,
    Effect,
    EndTalks,
    Instruct,
    Level,
    MoveReservation,
    Publish,
    PutDecision,
    Recall,
    Reveal,
    Schedule,
    Seen,
    SetAgenda,
    SetFlag,
    SetMeter,
    TableOffer,
    Withdraw,
)

_MOST_SLOTS: Final = 100
_HELP: Final = "write each effect as an entry of its own"
_MODIFIERS: Final = frozenset(("by", "to", "in", "if", "issue", "package", "linked", "source", "assumption"))


@dataclass(frozen=True, slots=True)
class Cause:
    """What effects belong to: of a back-room action without footprint, its id and who may take it."""

    action: str = ""
    takers: Seen = (False, False)


OPENLY: Final = Cause()
"""The cause of effects whose coming everybody may notice."""


def read_effects(
    reading: Reading, fields: Fields, name: str = "effects", cause: Cause = OPENLY
) -> tuple[Effect, ...]:
    """Return the effects listed in the field `name`, () where it is not written."""
    found: list[Effect] = []
    for each in fields.each(name, f"an effect of {fields.what}", shape="effect"):
        effect = _effect(reading, each, cause)
        if effect is not None:
            found.append(effect)
    return tuple(found)


def _effect(reading: Reading, fields: Fields, cause: Cause) -> Effect | None:
    written = [entry.key for entry in fields.node.entries.values()]
    verbs = [key for key in written if key.text in VERBS]
    if len(verbs) == 1:
        before = len(reading.parsed)
        when = fields.condition("if")
        effect = VERBS[verbs[0].text](reading, fields, when)
        fields.close()
        if effect is not None:
            read: tuple[Parsed, ...] = tuple(reading.parsed[before:])
            reading.caused.append(Caused(effect, verbs[0], read, cause.action, cause.takers))
        return effect
    strange = next((key for key in written if key.text not in VERBS and key.text not in _MODIFIERS), None)
    if not verbs and strange is not None:
        reading.report.add(
            codes.N114, strange, verb=strange.text, closest=reading.report.closest(strange.text, VERBS)
        )
    elif fields.is_open:
        where = verbs[1] if verbs else fields.node
        advice = _HELP if verbs else ""
        reading.report.add(
            codes.N115, where, what="an effect", known="the verbs", count=len(verbs), help=advice
        )
    return None


def _add(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    return Add(fields.reference("add", reading.names.meters, "meter"), fields.amount("by"), when)


def _set(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    """Set a meter to an amount or a flag to yes or no, by what the name stands for."""
    names = reading.names
    flag = fields.word("set") in names.flags
    target = fields.reference("set", {**names.meters, **names.flags}, "meter or flag")
    if flag:
        return SetFlag(target, fields.flag("to"), when)
    return SetMeter(target, fields.amount("to"), when)


def _instruct(verb: str, level: Level) -> Callable[[Reading, Fields, Expression | None], Effect]:
    def read(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
        return Instruct(fields.reference(verb, reading.names.orders, "order"), level, when)

    return read


def _put(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    return PutDecision(fields.reference("put", reading.names.decisions, "decision"), when)


def _withdraw(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    return Withdraw(fields.party("withdraw"), when)


def _table(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    party = fields.party("table")
    package = fields.package("package", f"the package of {fields.what}")
    return TableOffer(party, package, fields.flag("linked", default=False), when)


def _reserve(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    return MoveReservation(fields.party("reserve"), fields.amount("by"), when)


def _reveal(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    return Reveal(fields.party("reveal"), fields.issue(), when)


def _publish(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    return Publish(fields.reference("publish", reading.names.documents, "document"), when)


def _agenda(verb: str, *, on: bool) -> Callable[[Reading, Fields, Expression | None], Effect]:
    def read(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
        return SetAgenda(fields.issue(verb), on, when)

    return read


def _schedule(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    event = fields.reference("schedule", reading.names.events, "event")
    return Schedule(event, fields.count("in", 0, _MOST_SLOTS), when)


def _appoint(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    return Appoint(fields.reference("appoint", reading.names.delegates, "delegate"), when)


def _recall(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    return Recall(fields.party("recall"), when)


def _end(reading: Reading, fields: Fields, when: Expression | None) -> Effect:
    fields.one_of("end", {"talks": True})
    return EndTalks(when)


VERBS: Final[dict[str, Callable[[Reading, Fields, Expression | None], Effect | None]]] = {
    "add": _add,
    "set": _set,
    "allow": _instruct("allow", Level.FREE),
    "ask": _instruct("ask", Level.ASK),
    "forbid": _instruct("forbid", Level.NEVER),
    "put": _put,
    "withdraw": _withdraw,
    "table": _table,
    "reserve": _reserve,
    "reveal": _reveal,
    "publish": _publish,
    "open": _agenda("open", on=True),
    "close": _agenda("close", on=False),
    "schedule": _schedule,
    "appoint": _appoint,
    "recall": _recall,
    "end": _end,
}
