"""An outline can do all that play can; a sweep sees all that an outline can do."""

from pathlib import Path

import pytest

from game.analysis.folding import kept
from game.analysis.outline import Outline
from game.analysis.outlining import outlined
from game.analysis.promela import TooLong, promela
from game.analysis.relaxation import relaxed
from game.analysis.sweep import Swept, sweep
from game.analysis.things import Kind, Thing, met_by
from game.content.load import load, load_sources
from game.rules.scenario import Scenario
from tests.analysis.outlines import placed
from tests.conftest import PORTS, ROOT
from tests.rules.generating import generated
from tests.rules.walking import walk

TEMPLATES = ROOT / "scenarios" / "_templates"
SMALL, LARGE = 1 << 12, 1 << 22


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


@pytest.mark.parametrize("seed", range(12))
def test_every_position_of_a_drawn_scenario_is_among_the_states(seed: int) -> None:
    assert unseen(generated(seed), 1 << 18, range(4)) == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(12, 200))
def test_every_position_of_many_drawn_scenarios_is_among_the_states(seed: int) -> None:
    assert unseen(generated(seed), 1 << (12 + seed % 10), range(8)) == []


def ports(*changes: tuple[str, str]) -> Scenario:
    """The two ports with some of its text exchanged."""
    text = (PORTS / "scenario.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    loaded = load_sources({next(iter(load(PORTS).sources)): text})
    assert loaded.scenario is not None, loaded.report.render()
    return loaded.scenario


def swept(scenario: Scenario, budget: int = 1 << 18) -> tuple[Outline, Swept]:
    outline = outlined(scenario, relaxed(scenario), budget)
    return outline, sweep(outline, lambda: True)


EARLY = (
    "  early: {title: Too soon, after: [deadline], when: round == envoys, epilogue: They row home., "
    "plausibility: possible, counterfactual: yes, sources: [LOG]}\n"
)
LEFT = "  left: {title: A delegation left"
LATE = (
    (LEFT, EARLY + LEFT),
    ("not agreed(ferry) and fog_stays", "done(sit_down_again)"),
    ("when: done(send_sergeant)", "when: done(send_sergeant) and round == heads"),
)


def test_what_comes_too_late_is_proved_though_the_relaxation_cannot() -> None:
    # The ending asks for an early way out, and that for what is done in the second round only.
    scenario = ports(*LATE)
    early = next(n for n, ending in enumerate(scenario.endings) if ending.id == "early")
    thing = Thing(Kind.ENDING, early)
    _, found = swept(scenario)
    assert thing in relaxed(scenario).met
    assert found.complete
    assert thing not in found.met
    assert found.endings == set(range(len(scenario.endings))) - {early}


def test_a_sweep_that_is_stopped_does_not_say_that_it_saw_all() -> None:
    scenario = ports()
    outline = outlined(scenario, relaxed(scenario), 1 << 20)
    found = sweep(outline, lambda: False)
    assert not found.complete
    assert found.states < sweep(outline, lambda: True).states


def test_however_the_states_are_kept_there_are_as_many(monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = ports()
    _, one = swept(scenario)
    monkeypatch.setattr("game.analysis.bits.WIDEST", 1 << 6)
    _, two = swept(scenario)
    assert (one.states, one.met, one.taken) == (two.states, two.met, two.taken)


def test_a_model_has_a_branch_for_each_command_and_cannot_be_closed_by_a_name() -> None:
    scenario = ports()
    outline, _ = swept(scenario)
    model = promela(outline, "A title with */ in it")
    assert model.count("*/") == model.count("/*")
    assert model.count(":: atomic {") == len(outline.commands)
    assert all(f"byte {variable.name} = {variable.start};" in model for variable in outline.variables)
    assert all(f"/* {command.name} */" in model for command in outline.commands)
    assert model.count("(") == model.count(")")


def nested(depth: int) -> str:
    """An amount that reads a meter on both sides of each of its limits."""
    amount = "trust"
    for _ in range(depth):
        amount = f"min(unity, max(trust, {amount}))"
    return amount


def test_an_amount_that_would_fill_the_memory_is_refused_to_spin_and_swept() -> None:
    scenario = ports(("add: unity - 5", f'add: "{nested(9)} - 5"'))
    outline = outlined(scenario, relaxed(scenario), LARGE)
    with pytest.raises(TooLong):
        promela(outline, scenario.title)
    assert sweep(outline, lambda: True).complete


def test_an_amount_of_too_many_values_ends_a_sweep_without_a_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.analysis.bits.VALUES", 20)
    scenario = ports(("unity - 5", "unity * 100 - trust"))
    assert not sweep(outlined(scenario, relaxed(scenario), LARGE), lambda: True).complete
