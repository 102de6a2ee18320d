"""Files written to do harm are refused with a place, in bounded work and memory.

The list is that of published attacks on YAML loaders; walking them to their end would not come back in this
test's lifetime, or kill the process.
"""

import tracemalloc

import pytest
import yaml

from game.content import source as module
from game.content.diagnostics import Report
from game.content.source import BYTES_LIMIT, Source, read_text, read_tree

LAUGHS = "a: &a [x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [{', '.join(['*' + before] * 9)}]}}\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "nested brackets": ("[" * 100_000, "N007"),
    "nested brackets on many lines": (("[" * 100 + "\n") * 1_000, "N008"),
    "nested braces": (("{a: " * 20 + "\n") * 2_000, "N008"),
    "nested dashes": ("- " * 9_000, "N008"),
    "nested questions": ("? " * 9_000, "N016"),
    "indentation": ("\n".join(" " * depth + "a:" for depth in range(1_000)), "N008"),
    "aliases": (LAUGHS, "N012"),
    "merge keys": (MERGES, "N012"),
    "merge keys without anchors": ("<<: " + "{<<: " * 9 + "1" + "}" * 9, "N014"),
    "code in a tag": ("a: !!python/object/apply:os.system ['echo']", "N013"),
    "tag in a directive": ("%TAG ! tag:evil,2000:\n---\na: !x 1", "N013"),
    "another document": ("a: 1\n---\n" * 9_000, "N011"),
    "a NUL": ("a: 1\x00", "N006"),
    "a right-to-left override": ("name: \u202emalina", "N006"),
    "a zero-width joiner": ("tru\u200dst: 1", "N006"),
    "an invisible tag": ("a: x\U000e0041", "N006"),
    "a long line": ("a: " + "x" * 900_000, "N007"),
    "many parts": ("[" + "1,\n" * 200_000 + "]", "N009"),
    "a long text": ("a: |\n" + ("  " + "x" * 100 + "\n") * 5_000, "N010"),
    "many megabytes": ("a: 1\n" * 2_000_000, "N004"),
}


@pytest.mark.parametrize("loader", ["C", "plain"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_refused_at_the_first_breach(name, loader, monkeypatch):
    monkeypatch.setattr(module, "_LOADER", yaml.SafeLoader if loader == "plain" else module._LOADER)
    text, code = HOSTILE[name]
    report = Report()
    assert read_tree(Source("x.yaml", text), report) is None
    assert report.codes() == (code,)
    assert len(report.render()) < 1_000


def test_a_huge_file_is_not_read_into_memory(tmp_path):
    path = tmp_path / "scenario.yaml"
    with path.open("wb") as file:
        file.truncate(200 * BYTES_LIMIT)
    report = Report()
    tracemalloc.start()
    assert read_text(path, report) is None
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert report.codes() == ("N004",)
    assert peak < 4 * BYTES_LIMIT


def test_memory_stays_within_a_multiple_of_the_file():
    report = Report()
    tracemalloc.start()
    read_tree(Source("x.yaml", "[" + "a,\n" * 300_000 + "]"), report)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert report.codes() == ("N009",)
    assert peak < 100 * BYTES_LIMIT


def test_many_faults_are_counted_not_all_shown():
    report = Report()
    read_tree(Source("x.yaml", "a: 1\n" * 10_000), report)
    assert report.codes()[:1] == ("N015",)
    assert "and 9979 more" in report.render()
    assert len(report.render()) < 10_000
