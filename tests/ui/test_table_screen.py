from dataclasses import replace

import pygame
import pytest

from game.ui.finding import control, parts
from game.ui.screens.explain_presenter import explanation
from game.ui.screens.table_presenter import table_model
from game.ui.screens.table_screen import TableScreen
from game.ui.seat import Facts
from tests.ui.positions import FACTORS, SIZES, facts, longer, say
from tests.ui.screen_checks import (
    TIGHTEST,
    Planted,
    misfits,
    misfits_everywhere,
    shown_ids,
    staged,
    unreached,
    unreached_by_arrows,
)

CHAIRS = (0, 1)


def models(chair: int) -> dict[str, Facts]:
    """Return the positions looked at: the opening, offers on the table, a refusal, the answer to a why."""
    return {
        "opening": facts(0, chair),
        "hand": facts(9, chair, hand=True),
        "refused": facts(9, chair, refused=True),
        "why": facts(9, chair, why="issue:islands"),
        "late": facts(16, chair, hand=True),
    }


@pytest.mark.long
def test_every_word_of_the_table_fits_at_all_sizes_in_both_languages(window: None) -> None:
    assert misfits_everywhere(TableScreen, table_model(models(1)["hand"])) == []


@pytest.mark.parametrize("chair", CHAIRS)
@pytest.mark.parametrize("which", ["opening", "hand", "refused", "why", "late"])
def test_other_positions_fit_where_it_is_tightest(window: None, which: str, chair: int) -> None:
    model = longer(table_model(models(chair)[which]))
    assert [each for size, text in TIGHTEST for each in misfits(TableScreen(model), size, text)] == []


@pytest.mark.long
@pytest.mark.parametrize("chair", CHAIRS)
@pytest.mark.parametrize("which", ["opening", "hand", "refused", "why", "late"])
def test_other_positions_fit_at_all_sizes(window: None, which: str, chair: int) -> None:
    assert misfits_everywhere(TableScreen, table_model(models(chair)[which])) == []


def test_words_planted_to_overflow_are_caught(window: None) -> None:
    assert misfits(Planted(TableScreen(table_model(facts(9, 1)))), (1280, 800), 1.0)


@pytest.mark.parametrize("chair", CHAIRS)
@pytest.mark.parametrize(("size", "text"), TIGHTEST)
def test_tab_reaches_every_control_of_the_table(
    window: None, chair: int, size: tuple[int, int], text: float
) -> None:
    model = table_model(facts(9, chair, hand=True))
    # What is folded shows its line only; an open question does not fold; one alternative needs no choice.
    away = {each.put.id for row in model.rows if row.folded for each in row.rungs}
    away |= {row.reopen.id for row in model.rows if row.folded and row.reopen is not None}
    away |= {row.unfold.id for row in model.rows if row.gap and not row.folded}
    away |= {each.id for each in model.tabs.tabs}
    # Under a tab that is not shown:
    away |= {each.id for page in model.tabs.guesses for each in parts(page)}
    away |= {each.ask.id for each in model.tabs.log if each.ask is not None}
    if model.composer is not None and len(model.composer.alternatives) == 1:
        away.add(model.composer.alternatives[0].id)
    assert unreached(TableScreen(model), size, text) - away == set()


@pytest.mark.parametrize(
    ("size", "text"), [pytest.param(*TIGHTEST[0], marks=pytest.mark.long), *TIGHTEST[1:]]
)
def test_arrows_reach_every_item_of_the_table(window: None, size: tuple[int, int], text: float) -> None:
    screen = TableScreen(longer(table_model(facts(9, 1, hand=True))))
    assert unreached_by_arrows(staged(screen, size, text)) == set()


def test_a_refusal_holds_the_focus_until_it_is_answered(window: None) -> None:
    model = table_model(facts(9, 1, refused=True))
    assert model.refusal is not None
    ways = {way.id for way in model.refusal.ways}
    stage = staged(TableScreen(model), (1280, 800), 1.0)
    told = {("dialog", model.refusal.heading), model.refusal.sentence.why}
    assert {item.id for item in stage.items} - told == ways | {"refusal_back"}


def test_who_is_thinking_is_on_the_table_at_every_width(window: None) -> None:
    model = table_model(replace(facts(9, 1), thinking="Khrushchev"))
    for size in SIZES:
        for text in FACTORS:
            canvas = staged(TableScreen(model), size, text).paint(pygame.Surface(size), tips=False)
            assert "Khrushchev" in canvas.said().replace("\n", " ")


@pytest.mark.parametrize("chair", CHAIRS)
@pytest.mark.parametrize(("size", "text"), TIGHTEST)
def test_everything_on_the_table_answers_why(
    window: None, chair: int, size: tuple[int, int], text: float
) -> None:
    told = facts(9, chair, hand=True)
    model = table_model(told)
    for id in shown_ids(TableScreen(model), size, text):
        found = control(model, id) if isinstance(id, str) else None
        topic = found.why if found is not None else id
        if found is not None and not topic:
            assert found.does or found.note or found.reason, id
        elif isinstance(topic, str) and topic not in {tab.id for tab in model.tabs.tabs}:
            answer = explanation(told, topic)
            assert answer is not None
            assert answer.lines != (say()("ui.why.nothing"),), id


@pytest.mark.parametrize(("size", "text"), TIGHTEST)
def test_the_focus_begins_where_a_newcomer_begins(window: None, size: tuple[int, int], text: float) -> None:
    model = table_model(facts(0, 1))
    assert model.suggestion.take is not None
    assert staged(TableScreen(model), size, text).focused == "suggestion"
    waiting = replace(model, suggestion=replace(model.suggestion, take=None))
    assert staged(TableScreen(waiting), size, text).focused == (
        model.rows[0].why,
        model.rows[0].rungs[0].put.id,
    )


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_six_ladders_are_seen_before_anything_is_scrolled(window: None, size: tuple[int, int]) -> None:
    model = table_model(facts(0, 1))
    stage = staged(TableScreen(model), size, 1.0)
    seen = {item.id: item.seen().h for item in stage.items if item.role == "rung"}
    whole = {item.id: item.rect.h for item in stage.items if item.role == "rung"}
    rows = [row for row in model.rows if not row.folded][:6]
    rungs = [(row.why, rung.put.id) for row in rows for rung in row.rungs]
    assert [rung for rung in rungs if seen[rung] < whole[rung]] == []


def test_open_actions_come_first_with_digits_and_closed_ones_share_their_reason(window: None) -> None:
    stage = staged(TableScreen(table_model(facts(16, 1))), (1280, 800), 1.0)
    found = [item for item in stage.items if item.role == "card"]
    opens = [item.shortcut for item in found if item.enabled]
    assert opens == [str(n) for n in range(1, len(opens) + 1)]
    assert [item.enabled for item in found] == sorted((item.enabled for item in found), reverse=True)
    assert all(item.reason for item in found if not item.enabled)
    taken = staged(TableScreen(table_model(facts(9, 1, hand=True))), (1280, 800), 1.0)
    said = taken.paint(pygame.Surface((1280, 800)), tips=False).said()
    assert said.count("You have taken your action for this turn.") == 1
