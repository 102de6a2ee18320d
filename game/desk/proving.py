"""What holds in every course of play and was hardly meant: told beside what is wrong with the files."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from game.content.diagnostics import Place
from game.content.load import Loaded, load, scenario_names
from game.content.reading import Reading
from game.desk.idle import tell_idle
from game.desk.proof import Finding, Proof
from game.desk.stalled import tell_stalled
from game.desk.unmet import tell_unmet
from game.desk.unused import tell_unused
from game.rules.scenario import Scenario


def prove(loaded: Loaded) -> None:
    """Add to the report of a scenario without errors what can be proved of it, without playing it.

    What stands in a library is told where it is so in every scenario beside this one that has it: a
    library is written for all of them.
    """
    if loaded.scenario is None or loaded.reading is None:
        return
    main = loaded.reading.main.file
    found = _findings(loaded.reading, loaded.scenario)
    shared = {each.place.file for each in found} - {main}
    others = list(_told_beside(Path(main))) if shared else []
    for each in found:
        file = Path(each.place.file).resolve()
        if each.place.file != main and any(file in has and _key(each) not in told for has, told in others):
            continue
        loaded.report.add(each.code, each.place, **each.values)


def _findings(reading: Reading, scenario: Scenario) -> list[Finding]:
    proof = Proof.of(reading, scenario)
    for tell in (tell_unmet, tell_idle, tell_stalled, tell_unused):
        tell(proof)
    return proof.found


Key = tuple[str, Path, int, int]
"""A code and a place, wherever the files lie."""


def _key(found: Finding) -> Key:
    place: Place = found.place
    return found.code.id, Path(place.file).resolve(), place.line, place.column


def _told_beside(main: Path) -> Iterator[tuple[frozenset[Path], frozenset[Key]]]:
    """Yield the files of each other scenario in the same folder, and what is found in it."""
    folder = main.parent.parent
    for name in scenario_names(folder) if main.is_file() else ():
        if name == main.parent.name:
            continue
        loaded = load(folder / name)
        if loaded.scenario is not None:
            files = frozenset((folder / key).resolve() for key in loaded.sources)
            yield files, _keys(folder / name, loaded.scenario.fingerprint)


@lru_cache(maxsize=32)  # they are asked again for each scenario of a folder
def _keys(path: Path, fingerprint: str) -> frozenset[Key]:
    loaded = load(path)
    if loaded.scenario is None or loaded.reading is None:
        return frozenset()
    return frozenset(map(_key, _findings(loaded.reading, loaded.scenario)))
