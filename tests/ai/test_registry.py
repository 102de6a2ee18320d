import pytest

from game.ai.registry import PARTNERS, bot_for, bots_for
from game.rules.scenario import Scenario
from tests.ai.games import played


def test_every_persona_and_partner_can_be_asked_for_by_name(deletion: Scenario, ports: Scenario):
    for scenario in (deletion, ports):
        for party in (0, 1):
            ids = bots_for(scenario, party)
            assert len(ids) == len(set(ids))
            assert set(PARTNERS) <= set(ids)
            assert all(bot_for(scenario, id, party) is not None for id in ids)


def test_a_persona_bound_to_a_chair_sits_in_no_other(deletion: Scenario):
    for persona in deletion.personas:
        if persona.party is not None:
            assert persona.id not in bots_for(deletion, 1 - persona.party)
            with pytest.raises(KeyError, match=persona.id):
                bot_for(deletion, persona.id, 1 - persona.party)


def test_an_unknown_name_is_answered_with_those_there_are(deletion: Scenario):
    with pytest.raises(KeyError, match="khrushchev"):
        bot_for(deletion, "krushchev", deletion.party_index("ussr"))


def test_every_partner_plays_a_game_to_its_end_in_every_chair(ports: Scenario):
    for first in PARTNERS:
        for second in PARTNERS:
            bots = (bot_for(ports, first, 0), bot_for(ports, second, 1))
            for seed in range(3):
                played(ports, bots, seed)
