"""Twice the file is about twice the work: shapes whose parts could each be held against all the others."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.diagnostics import Report
from game.content.load import load_sources
from game.content.source import Source, read_tree
from tests.fuzz.guard import lines_run

ROOT = Path(__file__).parents[2]
MINI = (ROOT / "scenarios" / "_templates" / "mini" / "scenario.yaml").read_text("utf-8")
SLACK = 2.4
"""Two for twice the file, and something for sorting."""


def loads(text: str) -> Callable[[], object]:
    return lambda: load_sources({"mini/scenario.yaml": text}).report.render()


def scans(text: str) -> Callable[[], object]:
    return lambda: read_tree(Source("x.yaml", text), Report())


def wrong_names(times: int) -> Callable[[], object]:
    """Each condition reads a name that nothing has, though many things have nearly the same."""
    flags = "".join(f"  flagname{at}: {{seen_by: both, start: no}}\n" for at in range(times))
    events = "".join(f"  event{at}: {{title: t, when: flagnome{at}, text: t}}\n" for at in range(times))
    return loads(f"{MINI}flags:\n{flags}events:\n{events}")


def wrong_sections(times: int) -> Callable[[], object]:
    return loads(MINI + "".join(f"meterz{at}: 1\n" for at in range(times)))


def wrong_fields(times: int) -> Callable[[], object]:
    fields = "".join(f"  minutez{at}: 1\n" for at in range(times))
    return loads(MINI.replace("  minutes: 10\n", f"  minutes: 10\n{fields}"))


def wrong_citations(times: int) -> Callable[[], object]:
    """Each stands within one long text, where its place has to be found."""
    codes = "; ".join(f"K{at}" for at in range(times))
    return loads(MINI.replace("assumption: Neighbours.", f'assumption: "So it is said [{codes}]."'))


def twice_the_field(times: int) -> Callable[[], object]:
    return scans("a: 1\n" * times)


def never_closed(times: int) -> Callable[[], object]:
    return scans("a: [" + "'x',\n" * times)


SHAPES = (wrong_names, wrong_sections, wrong_fields, wrong_citations, twice_the_field, never_closed)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_twice_the_file_is_twice_the_work(shape: Callable[[int], Callable[[], object]]) -> None:
    shape(10)()  # what is read once a run
    once, twice = (lines_run(shape(times), sys.maxsize) for times in (150, 300))
    assert twice < SLACK * once
