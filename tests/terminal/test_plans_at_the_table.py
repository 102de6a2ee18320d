"""A plan's moves are what is typed at the table: typed there, they make the very same game."""

from pathlib import Path

import pytest

from game.content.diagnostics import Report
from game.content.plan import Make, Plan
from game.content.plans import read_plan
from game.content.source import Source
from game.desk.finding import stored
from game.desk.plan_playing import played
from game.rules.scenario import Scenario
from game.rules.transcript import mainline
from game.session.saves import open_save, saves_in
from tests.conftest import loaded
from tests.plans import SCENARIOS
from tests.terminal.playing import run

BOTH = "skerry decide s_letter quietly\nlowick decide l_first bank_first\n"
REFERRED = (
    f"{BOTH}skerry hold\nlowick propose bank=three_days or bank=season\nskerry accept A bank referendum\n"
)


@pytest.fixture(scope="module")
def towns() -> Scenario:
    return loaded(SCENARIOS / "two-towns")


def plan_text(name: str) -> str:
    """A plan of Two Towns without bots and with chance as usual, or one of our own."""
    if name == "referred":
        return f"{REFERRED}expect agreed bank=three_days"
    return (SCENARIOS / "two-towns" / "plans" / f"{name}.plan").read_text("utf-8")


def typed_moves(plan: Plan) -> list[str]:
    """Everything two persons type who play a plan at one machine; an empty line passes the chair."""
    typed = []
    for line in plan.lines:
        if isinstance(line.says, Make) and line.says.refused is None:
            _, _, move = line.text.partition(" ")
            typed += ["", "", move]
            typed += ["yes"] if move in ("sign", "walk out") else []
    return typed


@pytest.mark.parametrize("name", ["referred", "left", "linked", "refused"])
def test_the_moves_of_a_plan_may_be_typed_at_the_table(towns: Scenario, name: str, tmp_path: Path) -> None:
    report = Report()
    plan = read_plan(Source(name, plan_text(name)), towns, report)
    assert plan is not None, report.render()
    words = ["play", "two-towns", "--side", "both", "--chance", "off", "--text", "--saves", str(tmp_path)]
    briefed = [""] * 4  # either side takes the chair, reads, and takes no rules check
    run([*words, "--seed", "1"], [*briefed, *typed_moves(plan)])
    (save,) = saves_in(tmp_path)
    made = [(each.author, each.move) for each in mainline(open_save(save, stored).records)]
    assert made == [(each.author, each.move) for each in played(towns, plan, report).moves]
    assert not report.has_errors
