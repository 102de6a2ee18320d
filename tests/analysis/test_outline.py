"""An outline can do all that play can; a sweep sees all that an outline can do."""

from pathlib import Path

import pytest

from game.analysis.folding import kept
from game.analysis.outlining import outlined
from game.analysis.relaxation import relaxed
from game.analysis.sweep import sweep
from game.analysis.things import met_by
from game.content.load import load
from game.rules.scenario import Scenario
from tests.analysis.outlines import placed
from tests.conftest import PORTS, ROOT
from tests.rules.generating import generated
from tests.rules.walking import walk

TEMPLATES = ROOT / "scenarios" / "_templates"
SMALL, LARGE = 1 << 12, 1 << 24


def unseen(scenario: Scenario, budget: int, seeds: range) -> list[str]:
    """Play by chance, and return what the outline of the scenario says can never be."""
    reach = relaxed(scenario)
    outline = outlined(scenario, reach, budget)
    what, swept = kept(scenario, reach, budget), sweep(outline, lambda: True)
    assert swept.complete
    found = []
    for seed in seeds:
        for ply in walk(scenario, seed, astray=seed % 2 * 5):
            after = ply.after
            met = set(met_by(ply.author, ply.move, ply.before, after, ply.happenings))
            found += [str(thing) for thing in met & outline.told - swept.met]
            if after.outcome is not None and after.outcome.ending not in swept.endings:
                found.append(f"ending {after.outcome.ending}")
            if after.outcome is None and after.ended is None and placed(what, after) not in swept.seen:
                found.append(f"seed {seed}, after {ply.move}: {placed(what, after)}")
    return found


@pytest.mark.parametrize("budget", [SMALL, LARGE])
@pytest.mark.parametrize(
    "folder",
    [PORTS, TEMPLATES / "mini", TEMPLATES / "bilateral", ROOT / "scenarios" / "two-towns"],
    ids=lambda folder: folder.name,
)
def test_every_position_of_play_is_among_the_states(folder: Path, budget: int) -> None:
    scenario = load(folder).scenario
    assert scenario is not None
    assert unseen(scenario, budget, range(8)) == []


@pytest.mark.parametrize("seed", range(20))
def test_every_position_of_a_drawn_scenario_is_among_the_states(seed: int) -> None:
    assert unseen(generated(seed), 1 << 18, range(4)) == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20, 200))
def test_every_position_of_many_drawn_scenarios_is_among_the_states(seed: int) -> None:
    assert unseen(generated(seed), 1 << (12 + seed % 10), range(8)) == []
