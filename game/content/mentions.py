"""Every place in the files of a scenario where an id of an author stands, as a stretch of a line.

Made of what the readers noted (`notes.py`) and of the names inside expressions, whose texts are known to be
sound because they were read.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from game.content.diagnostics import Place
from game.content.expressions import Parsed
from game.content.names import Names
from game.content.notes import KEYED_BY, Mention, Notes, Opened
from game.content.reading import Reading
from game.content.source import ListNode, Node, ScalarNode

_CALLS = {
    "agreed": "issue",
    "done": "action",
    "happened": "event",
    "holds": "party",
    "signed": "party",
    "would_ratify": "party",
    "support": "constituency",
}


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """One id in a file; `owner` is the issue of an option, or whose a choice or an outcome is."""

    place: Place
    kind: str
    name: str
    owner: str = ""


def spots(reading: Reading, notes: Notes) -> frozenset[Spot]:
    """Return every place of every id of a scenario that was read without errors."""
    found = set()
    for mention in (*notes.mentions, *_keyed(notes, reading.names)):
        spot = _spot(mention, reading.names)
        if spot is not None:
            found.add(spot)
    for parsed in reading.parsed:
        found |= spots_in(parsed, reading.names)
    return frozenset(found)


def spots_in(parsed: Parsed, names: Names) -> frozenset[Spot]:
    """Return every place of every id in an expression that was read without errors."""
    text = parsed.node.text
    offset = len(text) - len(text.lstrip())
    tree = ast.parse(re.sub(r"\s", " ", text.strip()), mode="eval")
    found = set()
    for kind, name in _named(tree.body, names):
        start = offset + name.col_offset
        spot = _spot(Mention(kind, name.id, parsed.node, start, start + len(name.id)), names)
        if spot is not None:
            found.add(spot)
    return frozenset(found)


def _spot(mention: Mention, names: Names) -> Spot | None:
    kind, name, start = mention.kind, mention.name, mention.start
    if kind == "meter or flag":
        kind = "meter" if name in names.meters else "flag"
    elif kind == "such subject of a fact":
        party = name.removeprefix("reservation.")
        start += len(name) - len(party)
        name = party
        kind = next((each for each, ids in _subjects(names) if name in ids), "")
    elif kind == "meeting":
        kind = "slot"
    kind, _, owner = kind.partition(" of ")
    if not kind or not name:
        return None
    return Spot(mention.node.at(start, mention.end), kind, name, owner.strip("'"))


def _subjects(names: Names) -> tuple[tuple[str, Collection[str]], ...]:
    return ("party", names.parties), ("constituency", names.constituencies), ("meter", names.meters)


def _keyed(notes: Notes, names: Names) -> Iterator[Mention]:
    """Yield the ids that stand as the names of fields."""
    known = {"party": names.parties, "issue": names.issues, "event": names.events}
    titled = next((each for each in notes.opened if each.where == "declaration"), None)
    for opened in notes.opened:
        kind = KEYED_BY.get(opened.where)
        if kind is None:
            continue
        owner = _owner(opened, titled)
        for entry in opened.node.entries.values():
            if kind == "option":
                issue = names.issues.get(owner)
                if issue is None or entry.key.text not in names.options[issue]:
                    continue
                yield _whole(f"option of '{owner}'", entry.key)
            elif entry.key.text in known[kind]:
                yield _whole(kind, entry.key)
                if opened.where == "fact.whatever":
                    yield from _listed(entry.key.text, entry.value)


def _owner(opened: Opened, titled: Opened | None) -> str:
    """Return the issue whose options are the keys of a mapping."""
    if opened.where == "declaration.titles":
        node: Node | None = None if titled is None else titled.node.get("title_issue")
    else:
        node = opened.key
    return node.text if isinstance(node, ScalarNode) else ""


def _listed(issue: str, node: Node) -> Iterator[Mention]:
    for item in node.items if isinstance(node, ListNode) else ():
        if isinstance(item, ScalarNode):
            yield _whole(f"option of '{issue}'", item)


def _whole(kind: str, node: ScalarNode) -> Mention:
    return Mention(kind, node.text, node, 0, len(node.text))


def _named(tree: ast.expr, names: Names) -> Iterator[tuple[str, ast.Name]]:
    """Yield the names of an expression with what each stands for."""
    match tree:
        case ast.Compare(left=ast.Name(id=id) as left, comparators=[right]) if id in names.issues or id in (
            "slot",
            "round",
        ):
            kind = id if id not in names.issues else f"option of '{id}'"
            if id in names.issues:
                yield "issue", left
            for item in right.elts if isinstance(right, ast.Tuple) else [right]:
                if isinstance(item, ast.Name):
                    yield kind, item
        case ast.Call(func=ast.Name(id="chose"), args=[ast.Name(id=id) as decision, ast.Name() as choice]):
            yield "decision", decision
            yield f"choice of '{id}'", choice
        case ast.Call(func=ast.Name(id="offered"), args=[ast.Name() as party, condition]):
            yield "party", party
            yield from _named(condition, names)
        case ast.Call(func=ast.Name(id=function), args=[ast.Name() as argument]) if function in _CALLS:
            yield _CALLS[function], argument
        case ast.Call(args=args):
            for each in args:
                yield from _named(each, names)
        case ast.Name(id=id):
            known = (("meter", names.meters), ("flag", names.flags), ("issue", names.issues))
            kind = next((kind for kind, ids in known if id in ids), "")
            if kind:
                yield kind, tree
        case _:
            for child in ast.iter_child_nodes(tree):
                if isinstance(child, ast.expr):
                    yield from _named(child, names)
