"""A line of play by names: again it comes to the same, over a changed scenario it goes as far as it can."""

import random
from dataclasses import replace

import pytest

from game.content.load import Loaded, load
from game.desk.rehearsal import Luck, Rehearsed, Step, carried, line_of, rehearse
from game.rules.legal_moves import LegalMoves
from game.rules.moves import WalkOut
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.rules.state import to_move
from tests.conftest import PORTS
from tests.ui.windows import SAY

LUCK = Luck(seed=5)


@pytest.fixture(scope="module")
def found() -> Loaded:
    return load(PORTS)


def sound(found: Loaded) -> Scenario:
    assert found.scenario is not None
    return found.scenario


def at_random(found: Loaded, moves: int, seed: int) -> Rehearsed:
    """A game of so many moves drawn from those that are legal."""
    played, chance = rehearse(SAY, sound(found), found, (), LUCK), random.Random(seed)
    session = played.game.session
    for _ in range(moves):
        party = to_move(session.state)
        if party not in (0, 1):
            break
        legal = [each for each in LegalMoves(session.scenario, session.state, party) if each != WalkOut()]
        assert played.game.make(party, chance.choice(legal)) is None
    return played


@pytest.mark.parametrize("seed", range(3))
def test_a_line_played_again_over_the_same_scenario_comes_to_the_same(found: Loaded, seed: int) -> None:
    session = at_random(found, 14, seed).game.session
    line = line_of(SAY, session)
    again = rehearse(SAY, sound(found), found, line, LUCK)
    assert again.stop is None
    assert again.left == ()
    assert again.game.session.states == session.states
    assert line_of(SAY, again.game.session) == line


def test_other_luck_is_drawn_as_its_seed_says(found: Loaded) -> None:
    finals = {rehearse(SAY, sound(found), found, (), Luck(seed)).game.session.header.seed for seed in (1, 2)}
    assert finals == {1, 2}
    assert not rehearse(SAY, sound(found), found, (), Luck(1, is_on=False)).game.session.header.chance_on


@pytest.mark.parametrize(
    ("step", "why"),
    [
        (Step("crown", {"kind": "hold", "reason": ""}, "?"), "No party is called 'crown' any more."),
        (
            Step("vale", {"kind": "reopen", "issue": "tolls"}, "?"),
            "The move names what is no longer there: no issue is called 'tolls'.",
        ),
        (Step("tarn", {"kind": "hold", "reason": ""}, "?"), "It is not your turn."),
    ],
)
def test_a_move_without_a_meaning_or_against_the_rules_stops_the_line(
    found: Loaded, step: Step, why: str
) -> None:
    hold = Step("vale", {"kind": "hold", "reason": ""}, "Vale holds.")
    line = (step, hold, hold) if step.seat == "tarn" else (hold, step, hold)
    played = rehearse(SAY, sound(found), found, line, LUCK)
    assert played.stop is not None
    assert (played.stop.number, played.stop.why) == (line.index(step) + 1, why)
    assert played.left == line[line.index(step) :]
    assert len(line_of(SAY, played.game.session)) == line.index(step)


def test_a_package_is_carried_by_its_names(ports: Scenario) -> None:
    package = (2, 1, OPEN, 0)
    turned = replace(ports, issues=tuple(reversed(ports.issues)))
    assert carried(ports, package, turned) == (0, OPEN, 1, 2)
    assert carried(ports, package, replace(ports, issues=ports.issues[1:])) == (1, OPEN, 0)
    gone = replace(ports.issues[0], option_index={"none": 0, "weekly": 1})
    assert carried(ports, package, replace(ports, issues=(gone, *ports.issues[1:]))) == (OPEN, 1, OPEN, 0)
