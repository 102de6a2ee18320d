"""What is said of the time that a game takes: never less than a game took, and not far above it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from game.ai.bot import keyed
from game.ai.registry import bot_for, bots_for
from game.analysis.reading_load import (
    SECONDS_A_DECISION,
    WORDS_A_MINUTE,
    Part,
    main_course,
    reading_load,
    words_in,
)
from game.desk.reading_time import MARGIN, least_minutes, reading_loads
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.legality import refusal
from game.rules.moves import Act, Decide, Hold
from game.rules.scenario import END, Scenario
from game.rules.state import to_move
from game.rules.view import view_for
from tests.conftest import DELETION, PORTS, ROOT, loaded

TOWNS = ROOT / "scenarios" / "two-towns"
BILATERAL = ROOT / "scenarios" / "_templates" / "bilateral"


def spent(scenario: Scenario, game: int) -> tuple[Fraction, Fraction]:
    """The share of what can be met that each side read and decided in a game of two bots."""
    bots = [bot_for(scenario, bots_for(scenario, party)[0], party) for party in (0, 1)]
    state, ply = open_negotiation(scenario).state, 0
    turns, cards, rounds = [0, 0], [0, 0], {state.round}
    put: list[set[int]] = [set(), set()]
    while state.outcome is None:
        due = automatic(scenario, state, seed=1, game=game, ply=ply, chance_on=True)
        if due is None:
            mover = to_move(state)
            party = mover if mover in (0, 1) else 0 if state.pending[0] else 1
            chosen = bots[party].choose(view_for(scenario, state, party), keyed(1, game, ply, party)).move
            move = chosen if refusal(scenario, state, party, chosen) is None else Hold()
            if isinstance(move, Decide):
                cards[party] += 1
                put[party].add(move.decision)
            elif not isinstance(move, Act):
                turns[party] += 1
            due = party, move
        state = apply(scenario, state, *due).state
        rounds.add(state.round)
        ply += 1
    return (
        _share(scenario, 0, turns[0], cards[0], put[0]),
        _share(scenario, 1, turns[1], cards[1], put[1]),
    )


def _share(scenario: Scenario, party: int, turns: int, cards: int, put: set[int]) -> Fraction:
    """Turns, cards and the words on the cards as they were met; all else as if it were all read."""
    load = reading_load(scenario, party)
    assert turns <= load.turns
    assert len(put) <= load.cards
    words = load.total - load.words[Part.DECISIONS]
    for decision in put:
        card = scenario.decisions[decision]
        words += words_in(card.title, card.text, *(t for c in card.choices for t in (c.label, c.note)))
    assert words <= load.total
    needed = Fraction(words, WORDS_A_MINUTE) + Fraction((turns + cards) * SECONDS_A_DECISION, 60)
    return needed / load.minutes


@pytest.mark.parametrize(
    ("folder", "games"),
    [
        (PORTS, 8),
        pytest.param(TOWNS, 20, marks=pytest.mark.long),
        pytest.param(BILATERAL, 20, marks=pytest.mark.long),
        pytest.param(DELETION, 20, marks=pytest.mark.long),
    ],
    ids=lambda each: getattr(each, "name", each),
)
def test_games_of_bots_take_less_than_all_that_can_be_met_by_about_the_margin(folder, games: int) -> None:
    scenario = loaded(folder)
    shares = [share for game in range(games) for share in spent(scenario, game)]
    assert max(shares) <= 1
    middle = sum(shares) / len(shares)
    assert Fraction(6, 10) < middle < Fraction(9, 10)
    assert abs(middle - 1 / (1 + MARGIN)) < Fraction(15, 100)


def test_the_main_course_leads_from_the_opening_to_the_end_and_has_the_most_exchanges() -> None:
    scenario = loaded(TOWNS)

    def ways(index: int) -> list[tuple[int, ...]]:
        targets = {
            edge.target for (at, _), edges in scenario.protocol.items() if at == index for edge in edges
        }
        return [
            (index, *rest) for target in sorted(targets) for rest in ([()] if target == END else ways(target))
        ]

    def exchanges(way: tuple[int, ...]) -> int:
        return sum(slot.exchanges for each in way for slot in scenario.rounds[each].slots)

    every = ways(scenario.opening.round)
    course = tuple(scenario.rounds.index(each) for each in main_course(scenario))
    assert course in every
    assert exchanges(course) == max(map(exchanges, every))
    assert reading_load(scenario, 0).turns == exchanges(course)


def test_a_side_reads_nothing_that_is_kept_from_it() -> None:
    scenario = loaded(PORTS)
    first, second = reading_loads(scenario)
    for load, party in ((first, 0), (second, 1)):
        seen = [each for each in scenario.documents if each.seen[party]]
        assert load.words[Part.DOCUMENTS] == words_in(*(t for each in seen for t in (each.title, each.text)))
        assert load.cards == sum(each.party == party for each in scenario.decisions)
    assert first.words[Part.PUBLIC] == second.words[Part.PUBLIC]
    assert first.words[Part.CONFIDENTIAL] != second.words[Part.CONFIDENTIAL]


@pytest.mark.parametrize(
    ("cut", "least", "most"),
    [("two-islands", 90, 150), ("moscow-1956", 40, 66), ("the-deletion", 20, 33), ("warm-up", 5, 6)],
)
def test_a_cut_can_be_read_and_played_in_its_time(cut: str, least: int, most: int) -> None:
    """All that can be met, from either chair: the campaign an evening, the others what they promise."""
    scenario = loaded(ROOT / "scenarios" / cut)
    for load in reading_loads(scenario):
        assert least <= load.minutes <= most
    assert max(load.minutes for load in reading_loads(scenario)) <= scenario.minutes * (1 + MARGIN)


def test_what_is_looked_up_or_comes_after_the_ending_is_not_counted() -> None:
    scenario = loaded(DELETION)
    assert scenario.dossier.disputes
    without = replace(scenario, dossier=replace(scenario.dossier, disputes=(), roles=(), cast=()))
    assert reading_loads(without) == reading_loads(scenario)


def test_the_card_of_a_round_is_read_with_all_who_came_and_every_day() -> None:
    scenario = loaded(TOWNS)
    first = scenario.rounds[scenario.opening.round]
    late = replace(first, slots=tuple(replace(slot, label=f"late {slot.label}") for slot in first.slots))
    rounds = tuple(late if each is first else each for each in scenario.rounds)
    longer = replace(scenario, rounds=rounds)
    more = reading_load(longer, 0).words[Part.ROUNDS] - reading_load(scenario, 0).words[Part.ROUNDS]
    assert more == len(first.slots)


@pytest.mark.parametrize("folder", [PORTS, TOWNS, DELETION], ids=lambda folder: folder.name)
def test_the_minutes_that_are_asked_for_would_be_believed(folder) -> None:
    for load in reading_loads(loaded(folder)):
        least = least_minutes(load)
        assert load.minutes <= least * (1 + MARGIN)
        assert load.minutes > (least - 1) * (1 + MARGIN)
