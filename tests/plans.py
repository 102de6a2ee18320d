"""The plans of the scenarios that are shipped, for tests that need a line of play to somewhere."""

from pathlib import Path

from game.content.diagnostics import Report
from game.content.plan import Make, Plan
from game.content.plans import read_plan_file
from game.desk.plan_playing import PlannedPlay, played
from game.rules.moves import PartyMove
from game.rules.scenario import Scenario

SCENARIOS = Path(__file__).parents[1] / "scenarios"


def plan_names(scenario: str) -> list[str]:
    """Return the names of the plans of a shipped scenario, called by its id."""
    return sorted(file.stem for file in (SCENARIOS / scenario / "plans").glob("*.plan"))


def plan_of(scenario: Scenario, name: str) -> Plan:
    """Return one of them."""
    report = Report()
    plan = read_plan_file(SCENARIOS / scenario.id / "plans" / f"{name}.plan", scenario, report)
    assert plan is not None, report.render()
    return plan


def play_of(scenario: Scenario, name: str) -> PlannedPlay:
    """Return one of them, played; everything must come as it is written."""
    report = Report()
    play = played(scenario, plan_of(scenario, name), report)
    assert not report.render()
    return play


def moves_of(scenario: Scenario, name: str) -> list[tuple[int, PartyMove]]:
    """Return the moves of the parties that a plan makes."""
    lines = (line.says for line in plan_of(scenario, name).lines)
    return [(said.party, said.move) for said in lines if isinstance(said, Make) and said.refused is None]
