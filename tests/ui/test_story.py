"""The story screens tell what the game did: votes as cast, predictions scored, results never added up."""

from dataclasses import replace

import pygame
import pytest

from game.desk.plan_card import prediction_score
from game.rules.dossier import NO_DOSSIER
from game.rules.package import OPEN
from game.rules.state import Standing
from game.rules.view import view_for
from game.ui.finding import parts
from game.ui.screens.debrief_presenter import (
    DebriefModel,
    StepKind,
    debrief_model,
    kinds_of,
)
from game.ui.screens.parts import Control
from game.ui.screens.ratification_presenter import ratification_model, voices
from game.ui.screens.round_card_presenter import round_card_model
from game.ui.screens.signing_presenter import signing_model
from game.ui.screens.stationery import Seal
from game.ui.seat import seat_of
from tests.ui.positions import facts as table_facts
from tests.ui.screen_checks import staged
from tests.ui.shown import SCREENS, course, facts, say, scenario, screen


def told(step: StepKind, party: int) -> DebriefModel:
    seat = seat_of(view_for(scenario(), course().final, party))
    number = list(StepKind).index(step)
    return debrief_model(say(), scenario(), course(), seat, number, more_seats=False)


@pytest.mark.parametrize(
    ("percent", "came", "score"), [(90, True, 99), (90, False, 19), (50, True, 75), (50, False, 75)]
)
def test_a_prediction_is_scored_by_its_squared_distance(percent: int, came: bool, score: int) -> None:
    assert prediction_score(percent, came) == score


def test_a_vote_is_told_with_what_each_group_cast_and_why() -> None:
    final = course().final
    model = ratification_model(say(), scenario(), final, voices(final.votes))
    for home, tally in zip(model.homes, final.votes, strict=True):
        assert tally is not None
        assert home.cast[:2] == (tally.votes_for, tally.votes_against)
        assert sum(home.cast) == sum(scenario().constituencies[n].votes for n, _, _ in tally.standings)
        spoken = {each.ask.id: each for each in (*home.voices, *home.guests)}
        for index, standing, support in tally.standings:
            item = scenario().constituencies[index]
            voice = spoken[f"voice:{item.id}"]
            assert voice.mood == {Standing.FOR: 1, Standing.AWAY: 0, Standing.AGAINST: -1}[standing]
            assert f"support {support} of 10" in voice.ask.note.split("\n")[0]
            assert (voice in home.guests) == (item.votes == 0)


def test_who_has_not_spoken_shows_neither_side() -> None:
    model = ratification_model(say(), scenario(), course().final, 0)
    assert {each.mood for home in model.homes for each in (*home.voices, *home.guests)} == {None}
    assert {home.cast[:2] for home in model.homes} == {(0, 0)}
    assert [home.result for home in model.homes] == ["", ""]


@pytest.mark.parametrize("party", [0, 1])
def test_the_three_results_stand_side_by_side_and_no_number_is_their_sum(party: int) -> None:
    model = told(StepKind.PROCESS, party)
    text, points, process = (each.number for each in model.figures)
    total = int(text.split("/")[0]) + int(points) + int(process.split("/")[0])
    assert str(total) not in {text, points, process}
    assert model.lines == (say()("ending.results"),)


@pytest.mark.parametrize("step", StepKind)
def test_every_result_of_the_debrief_says_what_it_rests_on(step: StepKind) -> None:
    model = told(step, 1)
    asks = [
        each for each in parts(model) if isinstance(each, Control) and each.id.partition(":")[0] in RESULTS
    ]
    assert all(each.note for each in asks)
    assert bool(asks) == (step in (StepKind.TEXT, StepKind.POINTS, StepKind.PROCESS))


RESULTS = ("verdict", "mark", "result")


def test_where_the_heart_is_open_nothing_is_said_of_what_home_would_carry() -> None:
    assert signing_model(facts(0)).verdict is None
    assert signing_model(facts(0)).draft
    ready = next(n for n, state in enumerate(course().states) if any(state.signed))
    assert signing_model(facts(ready)).verdict is not None
    assert not signing_model(facts(ready)).draft


FIRST = {
    **{f"debrief_{step.value}": "next" for step in StepKind},
    "ratification": "go_on",
    "signing_nothing": "back",
}


@pytest.mark.parametrize("name", FIRST)
def test_a_story_screen_begins_where_one_reads_on(window: None, name: str) -> None:
    assert name in SCREENS
    assert staged(screen(name), (1280, 800), 1.0).focused == FIRST[name]


def test_the_hands_stay_in_sight_while_the_treaty_scrolls(window: None) -> None:
    for size in ((1024, 640), (1280, 800), (1920, 1080)):
        stage = staged(screen("signing"), size, 1.0)
        seals = [each.rect for each in stage.root.everything() if isinstance(each, Seal)]
        assert len(seals) == 2
        assert all(rect.top >= 0 and rect.bottom <= size[1] for rect in seals)
        assert seals[0].top == seals[1].top


def test_the_round_card_says_where_and_when_once() -> None:
    model = round_card_model(table_facts(0, 1))
    words = [model.when, *model.setting, *(each.text for each in model.changes)]
    assert not [each for each in words if model.title in each]
    assert not set(model.setting) & {each.text for each in model.changes}
    assert model.heads.orders
    assert all(each.why for each in (*model.orders, *model.meters))


def test_page_keys_scroll_the_paper_from_the_button_that_has_the_focus(window: None) -> None:
    stage = staged(screen("debrief_story"), (1280, 800), 1.0)
    assert stage.focused == "next"
    stage.event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_PAGEDOWN, mod=0, unicode=""))
    assert stage.focused == "next"
    assert [value for key, value in stage.memory.items() if isinstance(key, tuple) and key[0] == "scroll"]


def test_the_debrief_tells_the_disputes_that_the_game_touched_and_names_the_others() -> None:
    touched = told(StepKind.DISPUTES, 0).disputes
    all_of_them = scenario().dossier.disputes
    okinawa = next(n for n, each in enumerate(scenario().issues) if each.id == "okinawa")
    agreed = course().final.provisional[okinawa] != OPEN
    assert {each.title for each in touched} == {
        each.title for each in all_of_them if agreed or each.id != "okinawa_and_the_claim"
    }
    assert all(len(each.readings) >= 2 for each in touched)
    assert all(sources for each in touched for _, sources in each.readings)


def test_a_scenario_without_disputes_has_no_step_for_them() -> None:
    bare = replace(scenario(), dossier=NO_DOSSIER)
    assert StepKind.DISPUTES in kinds_of(scenario(), watched=True)
    assert StepKind.DISPUTES not in kinds_of(bare, watched=True)
