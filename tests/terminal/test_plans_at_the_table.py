"""A plan's moves are what is typed at the table: typed there, they make the very same game."""

from pathlib import Path

import pytest

from game.content.load import load
from game.content.plan import Fix, Make
from game.desk.finding import stored
from game.rules.transcript import mainline
from game.session.saves import open_save, saves_in
from tests.plans import SCENARIOS, plan_of, play_of
from tests.terminal.playing import run

TYPED = ("disowned", "left", "linked", "refused")
"""Some of those without bots, and without chance that turns otherwise than usual."""


def typed_moves(name: str) -> list[str]:
    """Everything two persons type who play a plan at one machine; an empty line passes the chair."""
    scenario = load(SCENARIOS / "two-towns").scenario
    assert scenario is not None
    typed = []
    for line in plan_of(scenario, name).lines:
        assert not isinstance(line.says, Fix)
        if isinstance(line.says, Make) and line.says.refused is None:
            _, _, move = line.text.partition(" ")
            typed += ["", "", move]
            typed += ["yes"] if move in ("sign", "walk out") else []
    return typed


@pytest.mark.parametrize("name", TYPED)
def test_the_moves_of_a_plan_may_be_typed_at_the_table(name: str, tmp_path: Path) -> None:
    scenario = load(SCENARIOS / "two-towns").scenario
    assert scenario is not None
    words = ["play", "two-towns", "--side", "both", "--chance", "off", "--text", "--saves", str(tmp_path)]
    briefed = [""] * 4  # either side takes the chair, reads, and takes no rules check
    run([*words, "--seed", "1"], [*briefed, *typed_moves(name)])
    (save,) = saves_in(tmp_path)
    made = [(each.author, each.move) for each in mainline(open_save(save, stored).records)]
    assert made == [(each.author, each.move) for each in play_of(scenario, name).moves]
