"""The section `silence:`: warnings and hints that an author has looked at and accepts, each with a reason.

An error cannot be silenced. What a silence has silenced is known only when every check has spoken, so that
one which silences nothing is told at the end (`check_silences`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from game.content import codes
from game.content.diagnostics import Place, Report, Severity, Silence, Stretch
from game.content.include import Sections
from game.content.kinds import BELOW, KINDS, OWNED
from game.content.reader import LABEL_LIMIT, Fields, all_listed
from game.content.reading import Reading
from game.content.source import Entry, ListNode, MapNode, Node, ScalarNode

MOST: Final = 100
"""Silences of one scenario; who needs more of them has something to mend."""

_CODE: Final = re.compile(r"N[0-9]{3}")
_NEVER: Final = frozenset(("N903",))  # that a silence silences nothing is told of all of them


def read_silences(reading: Reading, nodes: Iterable[Node], sections: Sections) -> tuple[Silence, ...]:
    """Return what is silenced.

    Args:
        sections: all of the scenario, where what `on:` names is looked for.
    """
    found: list[Silence] = []
    for fields in all_listed(reading, nodes, "a silence"):
        if len(found) == MOST:
            expected = f"up to {MOST}"
            values = {"field": "silence", "count": "more", "expected": expected}
            reading.report.add(codes.N112, fields.node, **values)
            break  # each is held against every diagnostic
        code = _code(reading, fields)
        because = fields.text("because", limit=LABEL_LIMIT)
        on = fields.text("on", "", LABEL_LIMIT)
        stretches = _meant(reading, fields.at("on"), sections) if on else ()
        fields.close()
        found.append(Silence(code, because, fields.node.place, stretches if on else None))
    return tuple(found)


def check_silences(report: Report) -> None:
    """Warn of every silence that silences nothing; to be called when all other checks have spoken.

    Where there are errors they have not: some checks begin only when a scenario can be played.
    """
    if report.has_errors:
        return
    unused = [silence for silence, count in report.silences() if not count]
    for silence in unused:
        report.add(codes.N903, silence.place, code=silence.code)


def _code(reading: Reading, fields: Fields) -> str:
    id = fields.pattern("code", _CODE, "the code of a warning, as in N513")
    node = fields.at("code")
    if not _CODE.fullmatch(id):
        return id
    code = codes.ALL.get(id)
    if code is None:
        known = [each.id for each in codes.ALL.values() if each.severity is not Severity.ERROR]
        reading.report.add(codes.N901, node, name=id, closest=reading.report.closest(id, known))
    elif code.severity is Severity.ERROR or id in _NEVER:
        reading.report.add(codes.N902, node, code=id)
    return id


def _meant(reading: Reading, node: Node, sections: Sections) -> tuple[Stretch, ...]:
    """Return the stretches of the files that `on:` names: a section, or a thing by kind and id."""
    text = node.text.strip() if isinstance(node, ScalarNode) else ""
    kind, _, id = text.partition(" ")
    id = id.strip()
    if not id and kind in sections:
        return tuple(stretch_of(each) for each in sections[kind])
    if kind not in KINDS:
        known = [*KINDS, *sections]
        reading.report.add(
            codes.N109,
            node,
            value=kind,
            field="on",
            known=", ".join(KINDS),
            closest=reading.report.closest(kind, known),
        )
        return ()
    entries = dict(_things(kind, sections))
    if id not in entries:
        reading.unknown(node, kind, id, entries)
        return ()
    _mention(reading, node, kind, id)
    return (entries[id],)


def _mention(reading: Reading, node: Node, kind: str, id: str) -> None:
    """Note the id, so that it is renamed with the thing."""
    if reading.notes is None or not isinstance(node, ScalarNode):
        return
    start = node.text.index(id, node.text.index(kind) + len(kind))
    owner, dot, own = id.rpartition(".")
    if kind in OWNED and dot:
        reading.notes.mention(OWNED[kind], node, start, start + len(owner))
        reading.notes.mention(f"{kind} of '{owner}'", node, start + len(owner) + 1, start + len(id))
    else:
        reading.notes.mention(kind, node, start, start + len(own))


def _things(kind: str, sections: Sections) -> Iterator[tuple[str, Stretch]]:
    """Yield every thing of a kind by its id, with its owner's where it has one."""
    for node in sections.get(KINDS[kind], ()):
        for entry in node.entries.values() if isinstance(node, MapNode) else ():
            below = BELOW.get(kind)
            if kind == "order":
                yield from _orders(entry.value)
            elif below is None:
                yield entry.key.text, _of(entry)
            else:
                inner = entry.value.get(below) if isinstance(entry.value, MapNode) else None
                owner = f"{entry.key.text}." if kind in OWNED else ""
                for each in inner.entries.values() if isinstance(inner, MapNode) else ():
                    yield f"{owner}{each.key.text}", _of(each)


def _orders(node: Node) -> Iterator[tuple[str, Stretch]]:
    for item in node.items if isinstance(node, ListNode) else ():
        id = item.get("id") if isinstance(item, MapNode) else None
        if isinstance(id, ScalarNode):
            yield id.text, stretch_of(item)


def _of(entry: Entry) -> Stretch:
    return Stretch(entry.key.place, stretch_of(entry.value).last)


def stretch_of(node: Node) -> Stretch:
    """Return from which sign to which a node stands in its file."""
    places = [node.place]
    match node:
        case ScalarNode(text=text) if text.strip():
            end = len(text.rstrip())
            places.append(node.at(end - 1, end))
        case ListNode(items=items):
            places += [place for item in items for place in _ends(item)]
        case MapNode(entries=entries):
            places += [place for each in entries.values() for place in (each.key.place, *_ends(each.value))]
    return Stretch(min(places, key=_order), max(places, key=_order))


def _ends(node: Node) -> tuple[Place, Place]:
    stretch = stretch_of(node)
    return stretch.first, stretch.last


def _order(place: Place) -> tuple[int, int]:
    return place.line, place.column
