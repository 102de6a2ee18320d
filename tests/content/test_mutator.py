"""A slip of the author's pen is reported where it was made, or does no harm.

Deletes, renames, retypes and reorders one random node of every scenario; `python -m tests.content.mutator
300` lists what became of each, and `survivors.md` says why nothing is said of some.
"""

from pathlib import Path

import pytest

from game.content.load import load, load_sources
from tests.content.mutator import SCENARIOS, Fate, Ground, Mutant, fates, mutant, twigs_of, written
from tests.content.surviving import CLASSES, explained

SILENT = (Fate.SAME, Fate.WORDS, Fate.MODEL)
SHORT, LONG = range(30), range(30, 300)


def spoilt(path: Path, seeds: range) -> list[Mutant]:
    ground = Ground.of(path)
    return [mutant(ground, seed) for seed in seeds]


def weighed(path: Path) -> object:
    """Leave the great campaigns, whose parts are much like those of the others, to the long run."""
    return pytest.param(path, marks=pytest.mark.long) if path.name in ("two-islands", "moscow-1956") else path


WEIGHED = [weighed(path) for path in SCENARIOS]


@pytest.mark.parametrize("path", WEIGHED, ids=[path.name for path in SCENARIOS])
@pytest.mark.parametrize("seeds", [SHORT, pytest.param(LONG, marks=pytest.mark.long)], ids=["short", "long"])
def test_a_spoilt_scenario_is_reported_near_the_change_or_plays_through(path, seeds):
    """A thing that is gone or renamed may be reported where it is used, or at what it is part of."""
    mutants = spoilt(path, seeds)
    print(fates(mutants))
    assert [str(each) for each in mutants if each.fate is Fate.FAR] == []
    assert sum(each.fate is Fate.NEAR for each in mutants) > len(mutants) // 3
    assert {explained(each) for each in mutants if each.fate in SILENT} <= set(CLASSES)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.name)
def test_an_unspoilt_scenario_written_anew_is_the_same(path):
    """Else a fault of the mutator's own writing could pass for a diagnostic."""
    result = load(path)
    anew = load_sources({name: written(tree) for name, tree in twigs_of(result.sources).items()})
    assert anew.report.codes() == result.report.codes()
    assert result.scenario is not None
    assert anew.scenario is not None
    assert (anew.scenario.issues, anew.scenario.events) == (result.scenario.issues, result.scenario.events)
