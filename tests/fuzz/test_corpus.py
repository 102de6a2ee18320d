"""What fuzzing has met is read again: no crash, every fault at its place, work in proportion to the input.

`python -m tests.fuzz reader` looks for more. An input that made trouble once stays in the corpus with what it
did in its name; the others are the fewest that go wherever the fuzzer has been.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.fuzz.__main__ import NAMES
from tests.fuzz.changing import Changer
from tests.fuzz.guard import TooLongError, lines_run
from tests.fuzz.target import CORPUS, Target

TARGETS: dict[str, Target] = {name: import_module(f"tests.fuzz.{name}").TARGET for name in NAMES}
KEPT = [(name, path) for name, target in TARGETS.items() for path in target.corpus()]
CHANGED = 12
"""Inputs made anew of each target's seeds."""


def bounded(target: Target, data: bytes) -> None:
    """Judge an input, and hold that it takes no more lines of Python than its length allows."""
    target.run(data)  # first without counting: what is read once a run is not the input's
    lines_run(lambda: target.run(data), target.most_lines(data))


@pytest.mark.parametrize(("name", "path"), KEPT, ids=[f"{name}-{path.name}" for name, path in KEPT])
def test_what_was_met_once_is_read_in_bounded_work(name: str, path: Path) -> None:
    bounded(TARGETS[name], path.read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_changed_seeds_are_read_in_bounded_work(name: str) -> None:
    target = TARGETS[name]
    seeds = list(target.seeds().values())
    changer = Changer(target.words, seeds)
    for seed in range(CHANGED):
        bounded(target, changer.changed(seeds[seed % len(seeds)], 8_000, seed))


def test_the_corpus_is_of_modest_size() -> None:
    files = [path for path in CORPUS.glob("*/*") if path.is_file()]
    assert len(files) < 300
    assert sum(path.stat().st_size for path in files) < 1 << 20


def test_a_loop_over_all_pairs_is_more_than_is_allowed() -> None:
    """Else the bound could be one that nothing passes."""
    target = TARGETS["reader"]
    data = b"x" * 400

    def pairs() -> None:
        for one in data:
            for other in data:
                if one < other:
                    return

    with pytest.raises(TooLongError):
        lines_run(pairs, target.most_lines(data))
