"""On drawn scenarios too, a party's view judges and counts for that party as the truth does."""

import pytest

from game.rules import home, legality, utility
from game.rules.moves import Move
from game.rules.scenario import Scenario
from game.rules.state import to_move
from game.rules.view import view_for
from tests.rules.agreement import Figures, Table, game, told
from tests.rules.generating import generated


class Watched(Table):
    """A game of both engines at which both parties look on."""

    def refusal(self, author: int, move: Move):
        found = super().refusal(author, move)
        if author in (0, 1) and to_move(self.state) in (0, 1):
            view = view_for(self.sc, self.state, author)
            seen = told(legality.refusal(view.scenario, view.state, author, move))
            assert seen == found, f"{self.story()}\n  then {author} {move}: {found}, by its view {seen}"
        return found

    def check(self) -> None:
        super().check()
        for party in (0, 1):
            view = view_for(self.sc, self.state, party)
            assert numbers(view.scenario, view.state, party) == numbers(self.sc, self.state, party), (
                self.story()
            )


def numbers(sc: Scenario, state, party: int) -> tuple[object, ...]:
    """Return what a party may reckon of its own side."""
    text = state.provisional
    return (
        utility.points(sc, party, text),
        utility.reservation(sc, state, party),
        utility.batna(sc, state, party),
        home.tally(sc, state, party, text),
        home.would_permit(sc, state, party, text),
    )


def watch(seeds: range, games: int) -> Figures:
    figures = Figures()
    for seed in seeds:
        sc = generated(seed)
        for number in range(games):
            game(sc, seed * 1000 + number, figures, table=Watched(sc, figures))
    return figures


def test_a_view_judges_and_counts_as_the_truth() -> None:
    assert watch(range(12), 2).refusals > 0


@pytest.mark.long
def test_a_view_judges_and_counts_as_the_truth_in_many_scenarios() -> None:
    assert watch(range(100, 400), 5).games == 1500
