"""A card is judged by the orders that its choice leaves, not by those that it finds."""

from pathlib import Path

import pytest

from game.ai.registry import bot_for
from game.content.load import load_sources
from game.rules.moves import Decide
from tests.ai.games import played

PORTS = Path(__file__).parents[1] / "scenarios" / "two-ports" / "scenario.yaml"
WAIT = (
    "      wait: {label: Say nothing yet, effects: [], note: The table stays as it is.,"
    " appeal: 3, evidence: LOG}\n"
)
QUIET = "      quiet: {label: Say nothing, effects: [], note: So it stands., appeal: 1, evidence: LOG}\n"
DEMAND = (
    "      wait: {{label: Ask for none, effects: [{effect}], runs: {{propose: [{{ferry: none}}],"
    " upon: nothing, linked: no}}, note: It was asked for at first., appeal: 6, evidence: LOG}}\n"
)
DAILY = "    - {id: v_daily,"
ORDER = "    - {id: v_none, on: ferry.none, level: never, because: Not yet., assumption: A test.}\n"


def taken(order: str, effect: str) -> list[str]:
    """Return the choices that the warden takes of the decision, game by game."""
    text = PORTS.read_text(encoding="utf-8")
    for old, new in ((WAIT, QUIET + DEMAND.format(effect=effect)), (DAILY, order + DAILY)):
        assert text.count(old) == 1
        text = text.replace(old, new)
    loaded = load_sources({"two-ports/scenario.yaml": text})
    scenario = loaded.scenario
    assert scenario is not None, loaded.report.render()
    bots = (bot_for(scenario, "warden", 0), bot_for(scenario, "linear", 1))
    moves = [one.chosen.move for seed in range(8) for one in played(scenario, bots, seed).said]
    return [
        scenario.decisions[move.decision].choices[move.choice].id
        for move in moves
        if isinstance(move, Decide) and scenario.decisions[move.decision].id == "v_two_ways"
    ]


@pytest.fixture(scope="module")
def unbound() -> list[str]:
    return taken("", "")


def test_a_choice_that_its_order_bars_is_not_taken(unbound: list[str]) -> None:
    assert "wait" in unbound
    assert "wait" not in taken(ORDER, "")


def test_a_choice_that_lifts_the_order_is_taken_as_if_there_were_none(unbound: list[str]) -> None:
    assert taken(ORDER, "{allow: v_none}") == unbound


def test_an_order_that_is_not_lifted_here_stays(unbound: list[str]) -> None:
    assert "wait" not in taken(ORDER, "{allow: v_none, if: trust >= 11}")
