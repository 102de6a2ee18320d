"""The promises of every persona, checked from outside against all that is true."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from game.ai.bot import keyed
from game.ai.personas import PersonaBot
from game.ai.registry import PARTNERS, bot_for
from game.rules.moves import Decide, Propose
from game.rules.scenario import Persona, Scenario, other
from game.rules.state import to_move
from game.rules.view import view_for
from tests.ai.games import Game, Spoken, played, seated
from tests.ai.watch import Watch, shuffled, stubborn, twin

SEEDS, LONG = 20, 200
CHAIRS = ("khrushchev", "kono")
"""The historical personas of The Deletion, each in its own chair."""

MOST_MOVES = 60
"""Moves of both parties, cards and actions included, that a game may last."""


def persona_of(scenario: Scenario, id: str) -> Persona:
    return next(persona for persona in scenario.personas if persona.id == id)


def chairs(scenario: Scenario) -> Iterator[tuple[Persona, int]]:
    """Every persona in every chair where it may sit."""
    for persona in scenario.personas:
        for party in (0, 1):
            if persona.party in (None, party):
                yield persona, party


def matches(scenario: Scenario, persona: Persona, party: int, partner: str, seeds: int) -> list[Game]:
    """Play `persona` in the chair of `party` against a simple partner, watched."""
    bots = seated(party, PersonaBot(scenario, persona, party), bot_for(scenario, partner, other(party)))
    return [played(scenario, bots, seed, Watch(scenario, persona, party)) for seed in range(seeds)]


def surplus(game: Game, party: int) -> int:
    """Return what the game brought `party` over having no agreement, in points."""
    if not game.agreed:
        return 0
    if not game.outcome.ratified:
        return -8
    return game.outcome.points[party] - game.outcome.reservation[party]


@pytest.fixture(scope="module")
def match(deletion: Scenario) -> Callable[[str, str, int], tuple[Game, ...]]:
    """Games of a historical persona against a simple partner, played once for all tests here."""

    @cache
    def games(id: str, partner: str, seeds: int) -> tuple[Game, ...]:
        persona = persona_of(deletion, id)
        party = persona.party
        assert party is not None
        return tuple(matches(deletion, persona, party, partner, seeds))

    return games


Match = Callable[[str, str, int], tuple[Game, ...]]


@pytest.mark.parametrize("partner", PARTNERS)
@pytest.mark.parametrize("id", CHAIRS)
def test_a_persona_keeps_floor_mandate_and_home_against_every_partner(match: Match, id: str, partner: str):
    assert len(match(id, partner, SEEDS)) == SEEDS


@pytest.mark.long
@pytest.mark.parametrize("partner", PARTNERS)
@pytest.mark.parametrize("id", CHAIRS)
def test_a_persona_keeps_them_in_two_hundred_games(match: Match, id: str, partner: str):
    assert len(match(id, partner, LONG)) == LONG


def test_every_persona_keeps_them_in_both_chairs(deletion: Scenario, ports: Scenario):
    for scenario, seeds in ((deletion, 2), (ports, 6)):
        for persona, party in chairs(scenario):
            for partner in ("linear", "random_legal", "tit_for_tat_steps"):
                matches(scenario, persona, party, partner, seeds)


def repeating_never_pays(match: Match, id: str, party: int, seeds: int) -> None:
    repeated = sum(surplus(game, party) for game in match(id, "repeat_best", seeds))
    linear = sum(surplus(game, party) for game in match(id, "linear", seeds))
    assert repeated <= linear, (repeated / seeds, linear / seeds)


@pytest.mark.parametrize("id", CHAIRS)
def test_repeating_one_demand_never_earns_more_than_coming_down_evenly(
    deletion: Scenario, match: Match, id: str
):
    party = persona_of(deletion, id).party
    assert party is not None
    repeating_never_pays(match, id, other(party), SEEDS)


@pytest.mark.long
@pytest.mark.parametrize("id", CHAIRS)
def test_repeating_one_demand_never_earns_more_in_two_hundred_games(
    deletion: Scenario, match: Match, id: str
):
    party = persona_of(deletion, id).party
    assert party is not None
    repeating_never_pays(match, id, other(party), LONG)


def mostly_agreed(games: tuple[Game, ...]) -> None:
    agreed = sum(game.agreed for game in games)
    assert 60 * len(games) <= 100 * agreed <= 95 * len(games), agreed


def test_most_games_with_the_linear_partner_end_in_agreement_but_not_all(match: Match):
    """Both chairs together, since twenty games of one are too few to tell 90 in a hundred from all."""
    mostly_agreed(tuple(game for id in CHAIRS for game in match(id, "linear", SEEDS)))


@pytest.mark.long
@pytest.mark.parametrize("id", CHAIRS)
def test_most_of_two_hundred_games_with_the_linear_partner_end_in_agreement(match: Match, id: str):
    mostly_agreed(match(id, "linear", LONG))


def test_a_persona_that_wants_too_much_never_agrees(deletion: Scenario):
    for party in (0, 1):
        bots = seated(
            party, PersonaBot(deletion, stubborn(90), party), bot_for(deletion, "linear", other(party))
        )
        assert not any(played(deletion, bots, seed).agreed for seed in range(3))


def test_the_same_seed_gives_the_same_game(deletion: Scenario):
    def game(seed: int) -> Game:
        bots = (bot_for(deletion, "khrushchev", 0), bot_for(deletion, "kono", 1))
        return played(deletion, bots, seed)

    assert game(3).moves == game(3).moves
    assert game(3).moves != game(4).moves


def test_a_bot_made_anew_at_any_ply_says_the_same(deletion: Scenario):
    """Nothing is remembered between calls, so that undo and reload meet the same opponent."""
    names = ("khrushchev", "kono")
    bots = tuple(bot_for(deletion, name, party) for party, name in enumerate(names))

    def again(one: Spoken) -> None:
        anew = bot_for(deletion, names[one.party], one.party)
        assert anew.choose(one.view, keyed(7, 0, one.ply, one.party)) == one.chosen

    played(deletion, (bots[0], bots[1]), 7, again)


@pytest.mark.parametrize("party", [0, 1])
@pytest.mark.parametrize("seed", range(3))
def test_a_persona_reads_nothing_that_only_the_other_side_knows(deletion: Scenario, party: int, seed: int):
    """Two negotiations alike in all that a party sees get the same move and reasons from it."""
    names = ("khrushchev", "kono")
    otherwise = twin(deletion, party)
    mirror = bot_for(otherwise, names[party], party)

    def same(one: Spoken) -> None:
        if one.party == party:
            hidden = shuffled(deletion, one.before, party)
            view = view_for(otherwise, hidden, party, one.view.number)
            assert mirror.choose(view, keyed(seed, 0, one.ply, party)) == one.chosen

    bots = (bot_for(deletion, names[0], 0), bot_for(deletion, names[1], 1))
    played(deletion, bots, seed, same)


def test_a_persona_never_tables_what_it_just_tabled(deletion: Scenario):
    bots = (bot_for(deletion, "khrushchev", 0), bot_for(deletion, "kono", 1))
    for seed in range(5):
        last: dict[int, Propose] = {}
        for one in played(deletion, bots, seed).said:
            if isinstance(one.chosen.move, Propose):
                assert last.get(one.party) != one.chosen.move
                last[one.party] = one.chosen.move
            elif isinstance(one.chosen.move, Decide):
                last.pop(one.party, None)


def test_games_last_neither_too_long_nor_too_short(deletion: Scenario):
    bots = (bot_for(deletion, "khrushchev", 0), bot_for(deletion, "kono", 1))
    lengths = [len(played(deletion, bots, seed).moves) for seed in range(SEEDS)]
    assert max(lengths) <= MOST_MOVES
    assert 12 <= sum(lengths) / SEEDS <= 40, lengths


def test_a_persona_refuses_the_view_of_the_other_chair(deletion: Scenario):
    bot = bot_for(deletion, "kono", 1)

    def swapped(one: Spoken) -> None:
        if to_move(one.before) == 0:
            view = view_for(deletion, one.before, 0, 0)
            with pytest.raises(ValueError, match="chair 1"):
                bot.choose(view, keyed(1, 0, one.ply, 0))

    played(deletion, (bot_for(deletion, "khrushchev", 0), bot), 1, swapped)
