"""Two engines, one negotiation: the rules that are played and a slow second engine agree, move by move."""

from pathlib import Path

import pytest

from tests.conftest import DELETION, PORTS, ROOT, loaded
from tests.rules.agreement import Differs, Figures, compared, compared_apart, game
from tests.rules.generating import generated, text
from tests.rules.planting import FAULTS, Fault, noticed, planted

TOWNS = ROOT / "scenarios" / "two-towns"
SCENARIOS, GAMES = 2000, 20
"""Of the long run: about four minutes on two cores."""


def test_both_engines_agree_on_generated_scenarios() -> None:
    figures = compared(range(25), 3)
    assert (figures.scenarios, figures.games) == (25, 75)
    assert figures.refusals > 5 * figures.moves > 0


@pytest.mark.parametrize("path", [PORTS, DELETION, TOWNS], ids=lambda path: path.name)
def test_both_engines_agree_on_written_scenarios(path: Path) -> None:
    scenario, figures = loaded(path), Figures()
    for seed in range(5):
        game(scenario, seed, figures)
    assert figures.moves > 0


def test_a_seed_is_a_scenario() -> None:
    assert text(7) == text(7)
    assert text(7) != text(8)
    assert generated(7).fingerprint == generated(7).fingerprint


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "_"))
def test_a_planted_fault_is_noticed(fault: Fault) -> None:
    assert noticed(fault, scenarios=40) is not None


def test_a_fault_is_planted_for_a_while_only() -> None:
    assert noticed(FAULTS[0], scenarios=40) is not None
    compared(range(FAULTS[0].seed, FAULTS[0].seed + 1), 3)


def test_a_fault_whose_words_are_gone_is_told() -> None:
    with pytest.raises(LookupError, match="does not say"):
        noticed(Fault("gone", FAULTS[0].function, "no such words", ""), scenarios=1)


def test_a_difference_tells_the_way_to_it() -> None:
    fault = next(item for item in FAULTS if item.name == "actions take no time")
    with pytest.raises(Differs) as told:
        raise_difference(fault)
    assert "literally" in str(told.value)
    assert "python -m tests.rules.generating" in told.value.__notes__[0]


def raise_difference(fault: Fault) -> None:
    with planted(fault):
        compared(range(fault.seed, fault.seed + 40), 3)


@pytest.mark.long
def test_both_engines_agree_on_two_thousand_scenarios_and_meet_everything() -> None:
    figures = compared_apart(SCENARIOS, GAMES, workers=2)
    assert (figures.scenarios, figures.games) == (SCENARIOS, SCENARIOS * GAMES)
    assert figures.unmet() == []
