"""A chair that changes hands: whoever sits in a round answers there, by his own numbers and his own time."""

from pathlib import Path

import pytest

from game.ai.bot import keyed
from game.ai.concession import Hours
from game.ai.personas import PersonaBot
from game.ai.registry import bot_for, bots_for
from game.content.load import load_sources
from game.rules.scenario import Scenario
from tests.ai.games import played

PORTS = Path(__file__).parents[1] / "scenarios" / "two-ports" / "scenario.yaml"
LAST = "about: Gives when given., assumption: A plain textbook hand.}\n"
RELAY = (
    "  relay: {name: By turns, party: vale, about: One after the other.,"
    " seats: [{from: envoys, who: warden}, {from: heads, who: trader}]}\n"
)


@pytest.fixture(scope="module")
def relay() -> Scenario:
    text = PORTS.read_text(encoding="utf-8")
    assert text.count(LAST) == 1
    loaded = load_sources({"two-ports/scenario.yaml": text.replace(LAST, LAST + RELAY)})
    assert loaded.scenario is not None, loaded.report.render()
    return loaded.scenario


def test_whoever_sits_in_a_round_answers_there(relay: Scenario):
    personas = {each.id: each for each in relay.personas}
    heads = next(index for index, each in enumerate(relay.rounds) if each.id == "heads")
    sitting = {
        False: PersonaBot(relay, personas["warden"], 0, Hours(relay, range(heads))),
        True: PersonaBot(relay, personas["trader"], 0, Hours(relay, range(heads, len(relay.rounds)))),
    }
    heard = set()
    for seed in range(4):
        game = played(relay, (bot_for(relay, "relay", 0), bot_for(relay, "trader", 1)), seed)
        for one in (one for one in game.said if one.party == 0):
            late = one.before.round >= heads
            heard.add(late)
            assert one.chosen == sitting[late].choose(one.view, keyed(seed, 0, one.ply, 0))
    assert heard == {False, True}


def test_a_chair_that_changes_hands_is_one_opponent_with_one_id(relay: Scenario):
    assert "relay" in bots_for(relay, 0)
    assert "relay" not in bots_for(relay, 1)
    own, first = (next(each for each in relay.personas if each.id == id) for id in ("relay", "warden"))
    assert (own.margins, own.beta_percent, own.tone) == (first.margins, first.beta_percent, first.tone)


def test_the_hours_of_a_seat_are_those_of_its_rounds(relay: Scenario):
    whole = Hours.of_all(relay)
    heads = next(index for index, each in enumerate(relay.rounds) if each.id == "heads")
    before, after = Hours(relay, range(heads)), Hours(relay, range(heads, len(relay.rounds)))
    assert before.exchanges + after.exchanges == whole.exchanges - 1  # each leaves one for signatures
    game = played(relay, (bot_for(relay, "relay", 0), bot_for(relay, "trader", 1)), 1)
    for one in game.said:
        hours = before if one.before.round < heads else after
        gone = 0 if hours is before else before.exchanges + 1
        assert hours.now(one.before) == whole.now(one.before) - gone
