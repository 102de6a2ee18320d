"""An id called otherwise, everywhere in the files of a scenario; every other byte stays.

Only the stretches where the id stands are replaced. The new texts are then read again, and nothing is handed
out unless they give the very same scenario, the id apart, and the same diagnostics on the same lines. A
library that other scenarios include is renamed in those too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from game.content.diagnostics import Place, Report
from game.content.kinds import OWNED
from game.content.load import SCENARIO_FILE, Loaded, load, load_sources, scenario_names
from game.content.mentions import Spot, spots
from game.content.notes import Notes
from game.content.plan import FOLDER, Holds, Plan
from game.content.plans import plan_files, read_plan, read_plan_file
from game.content.source import Source
from game.content.translation_mentions import translated_spots
from game.content.vocabulary import RESERVED
from game.rules.scenario import Scenario

_ALONE: Final = ("meter", "flag", "issue")  # expressions name these without saying the kind
_ID: Final = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
_WORDS: Final = frozenset(("end", "both", "talks", "all", "any", "nothing", "source", "assumption"))
_MARK: Final = b"\xef\xbb\xbf"
_BREAK: Final = re.compile("\r\n|\r|\n")


class NotRenamed(Exception):
    """Why nothing was renamed: a key of the catalogue's section `rename`, and the values of its sentence."""

    def __init__(self, why: str, **values: object) -> None:
        super().__init__(why)
        self.why = why
        self.values = values


@dataclass(frozen=True, slots=True)
class Renamed:
    """What a renaming comes to; no file is written yet."""

    files: Mapping[Path, bytes]
    """The new content of each file that changes."""
    before: Mapping[Path, bytes]
    places: tuple[Place, ...]
    """Where the id stands, in the order of the files."""


@dataclass(slots=True)
class _Read:
    """A scenario as read, with every place of every id."""

    folder: Path
    loaded: Loaded
    scenario: Scenario
    spots: frozenset[Spot]
    files: dict[str, Path] = field(default_factory=dict)  # by key
    plans: tuple[Plan, ...] = ()


def renamed(where: str | Path, kind: str, old: str, new: str, scenarios: Path) -> Renamed:
    """Return what the files of a scenario are with the `kind` called `old` called `new`.

    Args:
        where: the scenario, as `load` takes it.
        old: the id; of an option, a choice or an outcome with its owner, `bank.season`, or alone where only
            one is called so.
        scenarios: the folder in which names are looked up.

    Raises:
        NotRenamed: the name is not there, is taken, or cannot be an id; or a file cannot be read.
    """
    own = _read(where, scenarios)
    owner, id = _meant(own, kind, old)
    _check_new(own, kind, owner, id, new)
    everybody = [own, *_sharing(own)]
    mentioned = {
        spot.place
        for each in everybody
        for spot in each.spots
        if (spot.kind, spot.owner, spot.name) == (kind, owner, id)
    }
    before, files = _edited(mentioned, id, new)
    for each in everybody:
        _check_same(each, files, id, new)
    order = {path.as_posix(): number for number, path in enumerate(files)}
    return Renamed(files, before, tuple(sorted(mentioned, key=lambda place: (order[place.file], place))))


def _read(where: str | Path, scenarios: Path) -> _Read:
    notes = Notes()
    loaded = load(where, scenarios, notes)
    if loaded.scenario is None or loaded.reading is None:
        raise NotRenamed("unreadable", name=where, detail=loaded.report.render())
    main = Path(loaded.reading.main.file)
    folder = main.parent.parent
    plans = _plans(loaded.scenario, main)
    found = spots(loaded.reading, notes).union(*(plan.spots for plan in plans))
    report = Report()
    found = found.union(translated_spots(loaded, found, report))
    if report.has_errors:  # ids would be left in it that nothing has any more
        raise NotRenamed("unreadable", name=where, detail=report.render())
    read = _Read(folder, loaded, loaded.scenario, found, plans=plans)
    for key in loaded.sources:
        read.files[key] = main if not key.startswith("_") else folder / key
    return read


def _plans(scenario: Scenario, main: Path) -> tuple[Plan, ...]:
    """Return the plans beside a scenario.

    Raises:
        NotRenamed: one of them cannot be read; ids would be left in it that nothing has any more.
    """
    report = Report()
    plans = [read_plan_file(file, scenario, report) for file in plan_files(main, report)]
    if report.has_errors:
        raise NotRenamed("unreadable", name=main.parent / FOLDER, detail=report.render())
    return tuple(plan for plan in plans if plan is not None)


def _sharing(own: _Read) -> list[_Read]:
    """Return the other scenarios that include a library of this one."""
    libraries = {key for key in own.files if key.startswith("_")}
    found = []
    for name in scenario_names(own.folder) if libraries else ():
        file = own.folder / name / SCENARIO_FILE
        if file in own.files.values():
            continue
        loaded = load(file)
        if not libraries & loaded.sources.keys():
            continue
        found.append(_read(file, own.folder))
    return found


def _meant(own: _Read, kind: str, old: str) -> tuple[str, str]:
    """Return the owner and the id that are meant."""
    owner, dot, id = old.rpartition(".") if kind in OWNED else ("", "", old)
    known = {(spot.owner, spot.name) for spot in own.spots if spot.kind == kind}
    found = sorted(each for each in known if each[1] == id and (not dot or each[0] == owner))
    if not found:
        names = sorted(f"{owner}.{id}" if owner else id for owner, id in known if id not in _WORDS)
        raise NotRenamed("unknown", kind=kind, name=old, known=names)
    if len(found) > 1:
        raise NotRenamed("several", kind=kind, name=old, known=[".".join(each) for each in found])
    return found[0]


def _check_new(own: _Read, kind: str, owner: str, id: str, new: str) -> None:
    form = _CODE if kind == "source" else _ID
    if new == id:
        raise NotRenamed("equal", kind=kind, name=new)
    if not form.fullmatch(new):
        raise NotRenamed("no_id", kind=kind, name=new)
    if kind != "source" and (new in RESERVED or new in _WORDS):
        raise NotRenamed("reserved", kind=kind, name=new)
    kinds = _ALONE if kind in _ALONE else (kind,)
    for spot in own.spots:
        if spot.kind in kinds and spot.name == new and spot.owner == owner:
            raise NotRenamed("taken", kind=spot.kind, name=new, line=spot.place.line, file=spot.place.file)


def _edited(places: set[Place], old: str, new: str) -> tuple[dict[Path, bytes], dict[Path, bytes]]:
    """Return the files as they are and as they would be."""
    before: dict[Path, bytes] = {}
    after: dict[Path, bytes] = {}
    for file in sorted({place.file for place in places}):
        path = Path(file)
        content = path.read_bytes()
        mark = _MARK if content.startswith(_MARK) else b""
        text = content[len(mark) :].decode("utf-8")
        starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        for place in sorted((each for each in places if each.file == file), reverse=True):
            start = starts[place.line - 1] + place.column - 1
            if text[start : start + len(old)] != old:  # an escape in double quotes hides where it stands
                raise NotRenamed("hidden", name=old, file=file, line=place.line)
            text = text[:start] + new + text[start + len(old) :]
        before[path] = content
        after[path] = mark + text.encode("utf-8")
    return before, after


def _check_same(read: _Read, files: Mapping[Path, bytes], old: str, new: str) -> None:
    """Make sure that the new texts give the same scenario, the id apart, and the same diagnostics."""
    texts = dict(read.loaded.sources)
    for key, path in read.files.items():
        if path in files:
            texts[key] = files[path].decode("utf-8-sig")
    again = load_sources(texts)
    was = load_sources(read.loaded.sources)
    detail = again.report.render()
    if again.scenario is None or was.scenario is None or _told(again) != _told(was):
        raise NotRenamed("changes", name=new, detail=detail)
    if not _alike(was.scenario, again.scenario, old, new):
        raise NotRenamed("changes", name=new, detail=detail)
    for plan in read.plans:
        path = Path(plan.file)
        if path in files:
            report = Report()
            same = read_plan(Source(plan.file, files[path].decode("utf-8-sig")), again.scenario, report)
            if same is None or not _alike(_said(plan), _said(same), old, new):
                raise NotRenamed("changes", name=new, detail=report.render())


def _said(plan: Plan) -> tuple[object, ...]:
    """Return what the lines of a plan say, wherever it stands."""
    return tuple(line.says.condition if isinstance(line.says, Holds) else line.says for line in plan.lines)


def _told(loaded: Loaded) -> Counter[tuple[str, str, int]]:
    return Counter((each.code.id, each.place.file, each.place.line) for each in loaded.report)


def _alike(one: object, other: object, old: str, new: str) -> bool:
    """Say whether two values are the same but for words `old` that are `new` in the other."""
    if type(one) is not type(other):
        return False
    if isinstance(one, str) and isinstance(other, str):
        return one == other or re.sub(rf"\b{re.escape(old)}\b", new, one) == re.sub(
            rf"\b{re.escape(old)}\b", new, other
        )
    if isinstance(one, Enum | int | None):
        return one == other
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return _all_alike([*one, *one.values()], [*other, *other.values()], old, new)
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return all(isinstance(each, str) for each in one) or one == other
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return _all_alike(one, other, old, new)
    if is_dataclass(one) and not isinstance(one, type):
        names = [each.name for each in fields(one) if each.compare and each.name != "fingerprint"]
        return all(_alike(getattr(one, name), getattr(other, name), old, new) for name in names)
    return one == other


def _all_alike(ones: Sequence[object], others: Sequence[object], old: str, new: str) -> bool:
    return len(ones) == len(others) and all(map(lambda a, b: _alike(a, b, old, new), ones, others))
