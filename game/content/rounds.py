"""The section `rounds:`: stages of the talks, their meetings, delegations and ways out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.content import codes
from game.content.diagnostics import Placed
from game.content.machine import END_STATE, Exits, Way
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import END, Delegate, Delegation, Edge, Round, RoundKind, Signs, Slot, Trigger

_KINDS: Final = {kind.value: kind for kind in RoundKind}
_SIGNS: Final = {signs.value: signs for signs in Signs}
_TRIGGERS: Final = {trigger.value: trigger for trigger in Trigger}
_MOST_EXCHANGES: Final = 20
_WEIGHT: Final = (-10, 10)
_NO_DELEGATION: Final = Delegation("", (), Signs.NONE, False, False, 0, None)


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rounds and their ways out, in the same order."""

    rounds: tuple[Round, ...]
    exits: tuple[Exits, ...]


def read_rounds(reading: Reading, nodes: Iterable[Node]) -> Rounds:
    """Return the rounds."""
    rounds: list[Round] = []
    exits: list[Exits] = []
    for id, fields in all_named(reading, nodes, "round"):
        found = _round(reading, fields, id)
        rounds.append(found)
        exits.append(_exits(reading, fields, found))
        fields.close()
    return Rounds(tuple(rounds), tuple(exits))


def read_delegates(reading: Reading, nodes: Iterable[Node]) -> tuple[Delegate, ...]:
    """Return the delegations that an effect may send in place of a round's own."""
    found: list[Delegate] = []
    for id, fields in all_named(reading, nodes, "delegate"):
        party = fields.party()
        stays = fields.flag("stays", default=False)
        found.append(Delegate(id, party, _delegation(reading, fields), stays))
        fields.close()
    return tuple(found)


def _round(reading: Reading, fields: Fields, id: str) -> Round:
    issues = reading.names.issues
    return Round(
        id=id,
        title=fields.label("title"),
        place=fields.label("place"),
        setting=fields.prose("setting", ""),
        kind=fields.one_of("kind", _KINDS, RoundKind.TALKS),
        slots=_slots(reading, fields),
        agenda=frozenset(fields.references("agenda", issues, "issue")),
        reopens=frozenset(fields.references("reopens", issues, "issue")),
        opens=fields.party("opens"),
        delegations=_delegations(reading, fields, id),
    )


def _slots(reading: Reading, fields: Fields) -> tuple[Slot, ...]:
    found: list[Slot] = []
    for id, each in fields.named("slots", "the meeting '{}'"):
        where = each.key
        first = reading.places.setdefault(("slot", id), where)
        if first is not where:
            reading.twice(where, "meeting", id, first)
        slot = Slot(
            id=id,
            label=each.label("label"),
            date=each.date("date"),
            ordinal=reading.names.slots[id],
            exchanges=each.count("exchanges", 0, _MOST_EXCHANGES, 2),
        )
        each.close()
        if found and each.has("date") and 1 < slot.date < found[-1].date:
            reading.report.add(codes.N422, each.at("date"), slot=id)
        found.append(slot)
    return tuple(found)


def _delegations(reading: Reading, fields: Fields, id: str) -> tuple[Delegation, Delegation]:
    below = fields.below("delegations", f"'delegations' of {fields.what}")
    found: list[Delegation] = []
    for party in reading.names.pair:
        if not party:
            found.append(_NO_DELEGATION)
            continue
        each = below.below(party, f"the delegation of '{party}' in '{id}'", "delegation")
        found.append(_delegation(reading, each))
        each.close()
    below.close()
    return found[0], found[1]


def _delegation(reading: Reading, fields: Fields) -> Delegation:
    issues = None
    if not fields.has("issues") or fields.word("issues") == "all":
        fields.ignore("issues")
    else:
        issues = frozenset(fields.references("issues", reading.names.issues, "issue"))
    return Delegation(
        head=fields.label("head"),
        members=fields.texts("members"),
        signs=fields.one_of("signs", _SIGNS),
        alone=fields.flag("alone", default=False),
        ad_referendum=fields.flag("ad_referendum", default=False),
        weight=_weight(fields),
        issues=issues,
    )


def _weight(fields: Fields) -> int:
    """Return the signature weight; 0 says nothing of the model and needs no reason."""
    if fields.word("weight") == "0":
        fields.ignore("weight")
        return 0
    return fields.number("weight", *_WEIGHT, 0)


def _exits(reading: Reading, fields: Fields, round_: Round) -> Exits:
    ways: dict[Trigger, tuple[Way, ...]] = {}
    below = fields.below("exits", f"'exits' of {fields.what}")
    for name, trigger in _TRIGGERS.items():
        if below.has(name):
            ways[trigger] = tuple(_ways(reading, below, name))
        else:
            below.ignore(name)
    below.close()
    where: Placed = reading.places["round", round_.id]
    signs = [delegation.signs for delegation in round_.delegations]
    return Exits(round_.id, round_.kind, Signs.NONE not in signs, ways, where)


def _ways(reading: Reading, fields: Fields, trigger: str) -> Iterable[Way]:
    targets = {**reading.names.rounds, END_STATE: END}
    for each in fields.each(trigger, f"a way out on '{trigger}'", needed=True, shape="way"):
        if each.has("otherwise"):
            each.ignore("to")
            target = each.reference("otherwise", targets, "round")
            if each.has("to"):
                reading.report.add(codes.N113, each.at("to"), field="otherwise", other="to", what=each.what)
        else:
            target = each.reference("to", targets, "round")
        guard = each.condition("when")
        each.close()
        yield Way(Edge(guard, target), each.node)
