"""A game written down as a plan is that game again when the plan is read and played."""

import random
from pathlib import Path

import pytest

from game.content.diagnostics import Report
from game.content.load import load
from game.content.plans import read_plan_file
from game.desk.finding import Trouble
from game.desk.plan_playing import played
from game.desk.plan_writing import move_words, plan_text, write_plan
from game.desk.rehearsal import Luck, rehearse
from game.rules.legal_moves import LegalMoves
from game.rules.moves import Accept, Act, Propose, Reject
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.rules.state import to_move
from game.rules.transcript import Made
from tests.conftest import PORTS
from tests.ui.windows import SAY


def bare(line: tuple[Made, ...]) -> list[tuple[int, object]]:
    return [(made.author, made.move) for made in line]


@pytest.mark.parametrize("seed", range(4))
def test_a_game_at_random_is_played_again_by_its_plan(tmp_path: Path, ports: Scenario, seed: int) -> None:
    game = rehearse(SAY, ports, load(PORTS), (), Luck(seed)).game
    session, chance = game.session, random.Random(seed)
    while (party := to_move(session.state)) in (0, 1) and session.ply < 30:
        legal = list(LegalMoves(ports, session.state, party))
        assert game.make(party, chance.choice(legal)) is None
    where = write_plan(
        SAY, tmp_path / "scenario.yaml", plan_text(ports, "drawn", session.mainline, session.state)
    )
    report = Report()
    plan = read_plan_file(Path(where), ports, report)
    assert plan is not None, report.render()
    again = played(ports, plan, report)
    assert again.is_as_written, report.render()
    assert bare(again.moves) == bare(session.mainline)
    assert len(report) == 0


def test_every_word_of_a_move_is_written(ports: Scenario) -> None:
    offer = Propose(((1, 0, OPEN, OPEN), (2, OPEN, OPEN, OPEN)), True, True, 'They said "never".')
    words = "propose ferry=weekly dues=full or ferry=daily linked referendum \"They said 'never'.\""
    assert move_words(ports, offer) == words
    assert move_words(ports, Accept(1, (0, 1), True)) == "accept B ferry dues referendum"
    assert move_words(ports, Reject("No\nmore")) == 'reject "No more"'
    assert move_words(ports, Act(0, package=(1, OPEN, OPEN, OPEN))).endswith(" ferry=weekly")


def test_no_plan_is_written_over_another(tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    where = [Path(write_plan(SAY, file, f"# {n}")).name for n in range(3)]
    assert where == ["preview-1.plan", "preview-2.plan", "preview-3.plan"]
    assert (tmp_path / "plans" / "preview-1.plan").read_text("utf-8") == "# 0"


def test_a_plan_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "plans").write_text("no folder", "utf-8")
    with pytest.raises(Trouble):
        write_plan(SAY, tmp_path / "scenario.yaml", "# nothing")
