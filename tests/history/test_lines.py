"""Both documented courses of the talks: every move legal, both homes carrying, ten articles the same."""

import pytest

from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.concordance import is_history, same_articles, verdicts
from game.rules.legality import refusal
from game.rules.moves import Draw, Move
from game.rules.scenario import NATURE, HistoryLine, Scenario, Trigger
from game.rules.state import State

LINES = ("history", "history_other_reading")


def played(scenario: Scenario, line: HistoryLine) -> State:
    """Return the state after the line, chance having turned as the line says."""
    state, ply = open_negotiation(scenario).state, 0
    draws = dict(line.draws)
    steps = list(line.steps)
    while True:
        due = automatic(scenario, state, seed=0, game=0, ply=ply)
        if due is not None:
            author, move = due
            if author == NATURE and isinstance(move, Draw):
                move = Draw(move.event, draws[move.event])
            state = apply(scenario, state, author, move).state
        elif steps:
            step = steps.pop(0)
            made = step.move
            assert isinstance(made, Move)
            assert refusal(scenario, state, step.author, made) is None, (step.note, made)
            state = apply(scenario, state, step.author, made).state
        else:
            return state
        ply += 1


@pytest.mark.parametrize("id", LINES)
def test_a_line_ends_in_the_real_declaration_in_force(deletion: Scenario, id: str) -> None:
    line = next(each for each in deletion.history if each.id == id)
    outcome = played(deletion, line).outcome
    assert outcome is not None
    assert (outcome.trigger, outcome.ratified) == (Trigger.RATIFIED, True)
    assert deletion.endings[outcome.ending].id == "as_in_history"
    lines = verdicts(deletion, outcome.package)
    assert same_articles(lines) == 10
    assert is_history(lines)


@pytest.mark.parametrize("id", LINES)
def test_the_delegation_decides_without_tokyo_once(deletion: Scenario, id: str) -> None:
    state = played(deletion, next(each for each in deletion.history if each.id == id))
    unity = next(index for index, meter in enumerate(deletion.meters) if meter.id == "unity")
    assert state.meters[unity] == deletion.meters[unity].start - 1


def test_the_lines_part_over_the_draft_of_the_17th(deletion: Scenario) -> None:
    one, other = (next(each for each in deletion.history if each.id == id) for id in LINES)
    assert [step.move for step in one.steps] != [step.move for step in other.steps]
    assert "memoir" in one.note
    assert "memoir" in other.note


@pytest.mark.parametrize("id", LINES)
def test_every_step_says_what_it_rests_on_or_that_it_is_filled_in(deletion: Scenario, id: str) -> None:
    line = next(each for each in deletion.history if each.id == id)
    assert all(step.note for step in line.steps)
    for step in line.steps:
        assert step.source or "filled in" in step.note or "the record has nothing" in step.note, step.note
