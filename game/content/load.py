"""From a name, a folder, a file or stored strings to a checked `Scenario` and what is wrong with it.

What the files alone can tell is checked here; what needs the rules to be played through (`trial.py`) is a
step of its own, for it takes longer than a player should wait.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from game import places
from game.content import codes
from game.content.assemble import assembled
from game.content.diagnostics import Diagnostic, Place, Report
from game.content.include import Folder, Gathered, Shelf, Stored, gathered, merged
from game.content.notes import Notes
from game.content.perspective import as_called
from game.content.reading import Reading, as_written
from game.content.sections import BY_ID, sections_are_sound
from game.content.source import ScalarNode, Source, read_text
from game.content.suggest import closest
from game.content.tags import is_translation
from game.content.tongue import tongue_of
from game.rules.scenario import Scenario

FORMAT: Final = "1"
"""The number of the file format that this version reads."""

SCENARIO_FILE: Final = "scenario.yaml"


Manner = tuple[str, str]
"""In which language a scenario speaks, and with whose names."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of loading: the scenario, None where there are errors, and the files that it was made of."""

    scenario: Scenario | None
    report: Report
    sources: Mapping[str, str]
    """The text of every file by its name relative to the scenarios folder, parted by '/'."""
    reading: Reading | None = None
    """What the reading noted, for checks that come later; None where it did not come so far."""
    files: Gathered = field(default_factory=Gathered)
    """The files as read, with the translations beside them."""

    @property
    def kept(self) -> dict[str, str]:
        """The text of every file by name, translations among them: what a save carries."""
        return {**self.sources, **{key: each.text for key, each in self.files.translations.items()}}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything found, in the order of the files."""
        return tuple(self.report)


def load(
    where: str | Path,
    scenarios: Path | None = None,
    notes: Notes | None = None,
    language: str = "",
    names: str = "",
) -> Loaded:
    """Return the scenario that `where` means: a name in the scenarios folder, a folder or a file.

    Never raises for anything in a file; what is wrong is in the report.

    Args:
        scenarios: the folder in which names are looked up, the game's own if None. What a path includes is
            looked for in the folder that holds the scenario's folder.
        notes: where to note what the readers ask for, and every id that they meet.
        language: in which its texts are wanted, as far as they are translated; "" as they are written.
        names: the id of the party whose names are used, as far as the glossary has them; "" for neutral ones.
    """
    report = Report()
    file = file_meant(where, scenarios)
    if file is None:
        known = scenario_names(scenarios or places.scenarios_folder())
        name = str(where)
        report.add(codes.N805, Place(name), name=name, closest=closest(Path(name).name, known))
        return Loaded(None, report, {})
    main = read_text(file, report)
    if main is None:
        return Loaded(None, report, {})
    folder = file.absolute().parent
    shelf = Folder(_shown(file.parent.parent, folder))
    return _loaded(main, f"{folder.name}/{file.name}", shelf, report, notes, (language, names))


def load_sources(
    sources: Mapping[str, str], notes: Notes | None = None, language: str = "", names: str = ""
) -> Loaded:
    """Return the scenario of stored files, as `Loaded.kept` gave them, with the same checks."""
    report = Report()
    own = [key for key in sources if not key.startswith("_") and not is_translation(key)]
    if len(own) != 1:
        report.add(codes.N805, Place("the stored files"), name=SCENARIO_FILE)
        return Loaded(None, report, dict(sources))
    return _loaded(Source(own[0], sources[own[0]]), own[0], Stored(sources), report, notes, (language, names))


def scenario_names(scenarios: Path) -> list[str]:
    """Return the names of the scenarios in a folder, sorted; libraries are none."""
    return sorted(file.parent.name for file in scenarios.glob(f"*/{SCENARIO_FILE}"))


def fingerprint(sources: Mapping[str, str]) -> str:
    """Return the SHA-256 over the files of a scenario, in the order of their names.

    >>> fingerprint({"a/scenario.yaml": "x"}) == fingerprint({"a/scenario.yaml": "y"})
    False
    """
    digest = hashlib.sha256()
    for key in sorted(sources):
        for piece in (key.encode(), sources[key].encode()):
            digest.update(len(piece).to_bytes(8, "big") + piece)  # no two lists of files run together alike
    return digest.hexdigest()


def file_meant(where: str | Path, scenarios: Path | None = None) -> Path | None:
    """Return the scenario file that a name or path means, None where there is nothing.

    Args:
        scenarios: as of `load`.
    """
    path = Path(where)
    try:
        if isinstance(where, str) and where == path.name:
            named = (scenarios or places.scenarios_folder()) / where / SCENARIO_FILE
            if named.is_file():
                return named
        if path.is_dir():
            return path / SCENARIO_FILE
        return path if path.exists() else None
    except (OSError, ValueError):  # a name that no disk can have
        return None


def _shown(near: Path, folder: Path) -> Path:
    """Return the folder that holds the scenario's, written as the person wrote it where that is possible."""
    return near if near.absolute() == folder.parent else folder.parent


def _loaded(
    main: Source, key: str, shelf: Shelf, report: Report, notes: Notes | None, manner: Manner
) -> Loaded:
    collecting = gc.isenabled()
    gc.disable()  # many small values and no cycles: looking for some would cost a third of the time
    try:
        return _read(main, key, shelf, report, notes, manner)
    finally:
        if collecting:
            gc.enable()


def _read(
    main: Source, key: str, shelf: Shelf, report: Report, notes: Notes | None, manner: Manner
) -> Loaded:
    files = gathered(main, key, shelf, report)
    if not files.tops or not _formats_are_known(files, report):
        return Loaded(None, report, files.texts)
    sections, keys = merged(files.tops, BY_ID, report)
    if not files.is_whole or not sections_are_sound(sections, keys, Place(main.name), report):
        return Loaded(None, report, files.texts)
    language, names = manner
    tongue = tongue_of(files, language)
    if names and tongue is as_written:  # the names are those of the language in which it is written
        tongue = as_called(tongue, files.tops, sections, names)
    scenario, reading = assembled(sections, keys, fingerprint(files.texts), report, notes, tongue)
    folder, _, file = key.rpartition("/")
    if scenario is not None and file == SCENARIO_FILE and scenario.id != folder:
        node = reading.at("scenario", "id")
        report.add(codes.N204, node, id=scenario.id, folder=folder)
    return Loaded(None if report.has_errors else scenario, report, files.texts, reading, files)


def _formats_are_known(files: Gathered, report: Report) -> bool:
    for top in files.tops:
        node = top.get("format")
        own = top is files.tops[-1]
        if isinstance(node, ScalarNode) and node.text == FORMAT:
            continue
        if node is None and not own:
            continue
        if node is None:
            report.add(codes.N102, top, what="the scenario", field="format")
        else:
            value = node.text if isinstance(node, ScalarNode) else "no number"
            report.add(codes.N118, node, value=value, known=FORMAT)
        return False
    return True
