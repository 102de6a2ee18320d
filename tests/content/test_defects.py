"""Scenarios with one seeded defect each: `check` finds it, on its line, and tells of nothing else.

A defect is a file of `defects/`: a clean scenario (`base`), `edits` of its text, new `files`, and what is
`expected`. The line is never written down: it is where the text `at` stands once the edits are made.
"""

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
import yaml

from game.desk.reviewing import reviewed

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DEFECTS = sorted((HERE / "defects").glob("*.yaml"))
BASES = (ROOT / "scenarios", ROOT / "scenarios" / "_templates", ROOT / "tests" / "scenarios")

Finding = tuple[str, str, int]
"""A code, a file relative to the scenarios folder, a line."""


@dataclass(frozen=True)
class Defect:
    """A seeded defect: its scenario, as it lies on the disk, and where its fault must be found."""

    folder: Path
    finding: Finding
    follows: frozenset[str]  # codes of what cannot but follow from it


def seeded(written: dict, scenarios: Path) -> Defect:
    """Write the scenario of a defect below `scenarios`, with the libraries beside it."""
    name = written["base"]
    base = next(folder / name for folder in BASES if (folder / name).is_dir())
    meant = [*(edit.get("file", "") for edit in written.get("edits", ())), *written.get("files", ())]
    meant.append(written["expected"].get("file", ""))
    # Plans and translations come along only for a defect of theirs: they would fail with the scenario.
    beside = [each for each in ("plans", "i18n") if not any(f"{each}/" in file for file in meant)]
    copytree(base, scenarios / name, ignore=ignore_patterns(*beside))
    for library in base.parent.glob("_*"):
        if library.name != "_templates":
            copytree(library, scenarios / library.name)
    for edit in written.get("edits", ()):
        path = scenarios / edit.get("file", f"{name}/scenario.yaml")
        path.write_text(edited(path.read_text(encoding="utf-8"), edit), encoding="utf-8")
    for file, text in written.get("files", {}).items():
        path = scenarios / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    expected = written["expected"]
    file = expected.get("file", f"{name}/scenario.yaml")
    text = (scenarios / file).read_text(encoding="utf-8") if "at" in expected else ""
    line = line_of(text, expected["at"]) if text else 0
    return Defect(scenarios / name, (expected["code"], file, line), frozenset(expected.get("follows", ())))


def edited(text: str, edit: dict) -> str:
    """Return `text` with a stretch replaced, or with lines inserted below the line in which one stands."""
    if "replace" in edit:
        assert text.count(edit["replace"]) == 1, f"{edit['replace']!r} must stand there once"
        return text.replace(edit["replace"], edit["with"])
    lines = text.splitlines(keepends=True)
    at = line_of(text, edit["below"])
    return "".join([*lines[:at], edit["insert"].rstrip("\n") + "\n", *lines[at:]])


def line_of(text: str, marker: str) -> int:
    """Return the line, counted from 1, in which a text begins that stands there once."""
    assert text.count(marker) == 1, f"{marker!r} must stand there once"
    return text[: text.index(marker)].count("\n") + 1


def found_in(defect: Defect) -> list[Finding]:
    """Return all that is found, places relative to the folder of scenarios."""
    scenarios = defect.folder.parent
    found = []
    for each in reviewed(defect.folder, scenarios).report:
        file = Path(each.place.file)
        shown = file.relative_to(scenarios) if file.is_absolute() else file
        found.append((each.code.id, shown.as_posix(), each.place.line))
    return found


@pytest.mark.parametrize("file", DEFECTS, ids=lambda file: file.stem)
def test_a_seeded_defect_is_found_on_its_line_and_alone(
    file: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    if written.get("pending"):
        request.applymarker(pytest.mark.xfail(strict=True, reason="nothing looks for it yet"))
    defect = seeded(written, tmp_path)
    found = found_in(defect)
    assert defect.finding in found
    assert {each for each in found if each[0] not in defect.follows} == {defect.finding}


def test_each_defect_has_a_number_of_its_own_and_none_is_missing() -> None:
    assert [int(file.stem[:2]) for file in DEFECTS] == list(range(1, len(DEFECTS) + 1))
