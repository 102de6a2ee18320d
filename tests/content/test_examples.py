"""Every kind of fault has an example file, which gives exactly its expected text.

An example is the scenario of the tests with a stretch of its text replaced, or a whole text of its own, or
plans for it, or a class file.
After a change of wording, `python -m tests.content.test_examples` writes the expected texts anew.
"""

import re
from pathlib import Path

import pytest
import yaml

from game.content import codes
from game.content.classroom import Known, read_class
from game.content.codes import ALL
from game.content.diagnostics import Report
from game.content.load import load_sources
from game.content.plans import read_plan
from game.content.source import Source
from game.desk.plan_playing import played
from game.desk.reviewing import review

BAD = Path(__file__).with_name("bad")
BASES = (Path(__file__).parents[1] / "scenarios", Path(__file__).parents[2] / "scenarios" / "_templates")
EXAMPLES = sorted(BAD.glob("*.yaml"))

GENERATED = {
    "N001": "test_source.py",
    "N002": "test_source.py",
    "N003": "test_source.py",
    "N004": "test_hostile_files.py",
    "N005": "test_source.py",
    "N007": "test_hostile_files.py",
    "N008": "test_hostile_files.py",
    "N009": "test_hostile_files.py",
    "N010": "test_hostile_files.py",
    "N805": "test_load.py",
    "N806": "test_load.py",
    "N905": "test_papers.py",
    "N906": "test_papers.py",
    "N937": "test_plans.py",
}
"""Codes of what no text file can show, or only a huge one: the test that makes each."""


def reported(example: Path) -> Report:
    """Return what is said of an example."""
    written = yaml.safe_load(example.read_text(encoding="utf-8"))
    if "class" in written:
        report = Report()
        read_class(Source("class.yaml", written["class"]), report, Known(), beside=BAD)
        return report
    if "base" in written or "plans" in written:
        name = written.get("base", "two-ports")
        base = next(folder / name for folder in BASES if (folder / name).is_dir())
        text = (base / "scenario.yaml").read_text(encoding="utf-8")
    else:
        name, text = "two-ports", written["text"]
    for edit in written.get("edits", ()):
        assert text.count(edit["replace"]) == 1, f"{edit['replace']!r} must stand there once"
        text = text.replace(edit["replace"], edit["with"])
    loaded = load_sources({f"{name}/scenario.yaml": text, **written.get("files", {})})
    review(loaded)
    for file, text in written.get("plans", {}).items():
        assert loaded.scenario is not None
        plan = read_plan(Source(file, text), loaded.scenario, loaded.report)
        if plan is not None:
            played(loaded.scenario, plan, loaded.report)
    return loaded.report


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_an_example_gives_exactly_its_expected_text(example: Path) -> None:
    report = reported(example)
    assert report.render() == example.with_suffix(".expected").read_text(encoding="utf-8")
    assert example.stem.partition("-")[0] in report.codes()


@pytest.mark.parametrize("code", sorted(ALL))
def test_every_code_has_an_example(code: str) -> None:
    if code in GENERATED:
        assert code in Path(__file__).with_name(GENERATED[code]).read_text(encoding="utf-8")
    else:
        assert list(BAD.glob(f"{code}-*.yaml"))


def test_every_code_has_a_number_of_its_own() -> None:
    declared = re.findall(
        r"^(N\d+) = Code\(\s*\"(N\d+)\"", Path(codes.__file__).read_text("utf-8"), re.MULTILINE
    )
    assert all(name == number for name, number in declared)
    assert sorted(number for _, number in declared) == sorted(ALL)


def test_every_example_is_of_a_code() -> None:
    assert {example.stem.partition("-")[0] for example in EXAMPLES} <= set(ALL)


if __name__ == "__main__":
    for each in EXAMPLES:
        each.with_suffix(".expected").write_text(reported(each).render(), encoding="utf-8")
