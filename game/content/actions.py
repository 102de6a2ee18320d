"""The section `actions:`: what a delegation may do once a turn before its table move."""

from collections.abc import Iterable
from typing import Final

from game.content import codes
from game.content.effects import OPENLY, Cause, read_effects
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Action, ActionKind

_KINDS: Final = {kind.value: kind for kind in ActionKind}
_MOST_TIMES: Final = 100
_MOST_EXCHANGES: Final = 20
APPEAL: Final = (0, 10)
"""How readily a persona takes an action or a choice."""


def read_actions(reading: Reading, nodes: Iterable[Node]) -> tuple[Action, ...]:
    """Return the actions."""
    found: list[Action] = []
    for id, fields in all_named(reading, nodes, "action"):
        found.append(_action(reading, fields, id))
        fields.close()
    return tuple(found)


def _action(reading: Reading, fields: Fields, id: str) -> Action:
    names = reading.names
    takers = fields.seen("party")
    kind = fields.one_of("kind", _KINDS, ActionKind.PLAIN)
    table = fields.flag("table")
    footprint = fields.prose("footprint", "")
    document = fields.maybe_reference("document", names.documents, "document")
    if (kind is ActionKind.CITE) != fields.has("document"):
        _wrong_document(reading, fields, kind)
    when = fields.condition("when", takers)
    hidden = not table and not footprint
    takes = fields.count("takes", 0, _MOST_EXCHANGES, 0)
    if takes and hidden:  # the time that it costs is seen
        what = f"{fields.what}, which takes time,"
        reading.report.add(codes.N102, fields.node, what=what, field="footprint")
    return Action(
        id=id,
        label=fields.label("label"),
        party=takers,
        kind=kind,
        table=table,
        when=when,
        closed=fields.text("closed") if when is not None else fields.text("closed", ""),
        times=fields.count("times", 0, _MOST_TIMES, 0),
        takes=takes,
        document=document,
        counters=fields.maybe_reference("counters", names.documents, "document"),
        effects=read_effects(reading, fields, cause=Cause(id, takers) if hidden else OPENLY),
        footprint=footprint,
        cost=fields.prose("cost", ""),
        note=fields.prose("note", ""),
        appeal=fields.number("appeal", *APPEAL, 0),
        evidence=fields.citation("evidence"),
    )


def _wrong_document(reading: Reading, fields: Fields, kind: ActionKind) -> None:
    if kind is ActionKind.CITE:
        reading.report.add(codes.N102, fields.node, what=f"{fields.what}, of kind 'cite',", field="document")
        return
    where = fields.at("document")
    reading.report.add(
        codes.N119, where, field="document", value="given", reason=f"the kind is '{kind.value}', not 'cite'"
    )
