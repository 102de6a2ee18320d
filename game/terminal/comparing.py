"""`diff`: what an author changed between two versions of a scenario; exit 1 where anything differs."""

import json
from itertools import groupby

from game.content.changes import Change, Kind, changes
from game.content.load import Loaded, load
from game.desk.finding import scenario_called
from game.terminal.world import DONE, NO, World

_WIDTH = 60
"""Signs of a value that are shown; of two long texts, those from where they part."""

_BEFORE = 20


def diff(world: World, old: str, new: str, *, as_json: bool) -> int:
    """Print the differences between two scenarios, section by section.

    Raises:
        Trouble: one of them is not there.
    """
    found = changes(_read(world, old).sources, _read(world, new).sources)
    if as_json:
        told = [each.as_dict() for each in found]
        world.console.raw(json.dumps(told, ensure_ascii=False, indent=2))
        return NO if found else DONE
    for section, inside in groupby(found, key=lambda each: each.path[0]):
        world.console.raw(section)
        for change in inside:
            world.console.raw(f"  {_line(world, change)}")
    world.console.line(world.say("diff.summary", n=len(found)) if found else world.say("diff.equal"))
    return NO if found else DONE


def _read(world: World, name: str) -> Loaded:
    loaded = load(name)
    if not loaded.sources:  # faults inside do not matter: what was written can still be compared
        scenario_called(world.say, name)
    return loaded


def _line(world: World, change: Change) -> str:
    say, path = world.say, ".".join(change.path[1:]) or change.path[0]
    old, new = _parted(change.old, change.new)
    match change.kind:
        case Kind.ADDED:
            return say("diff.added", path=path, new=new)
        case Kind.REMOVED:
            return say("diff.removed", path=path, old=old)
        case Kind.RENAMED:
            return say("diff.renamed", path=path, old=change.old)
        case Kind.MOVED:
            return say("diff.moved", path=path, new=change.new)
        case Kind.CHANGED:
            return say("diff.changed", path=path, old=old, new=new)


def _parted(one: str, other: str) -> tuple[str, str]:
    """Return two values short enough for a line, long texts from a little before they part."""
    one, other = " ".join(one.split()), " ".join(other.split())
    if len(one) <= _WIDTH and len(other) <= _WIDTH:
        return one, other
    same = 0
    while one and other and same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    start = max(same - _BEFORE, 0)
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    head = "..." if start else ""
    tail = "..." if len(text) > start + _WIDTH else ""
    return f"{head}{text[start : start + _WIDTH]}{tail}"
