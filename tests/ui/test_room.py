"""The room that a text is said to have is what it has on the real screens, at 1024 x 640 and 150 %."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pygame
import pytest

from game.content.room import ROOM, SCREENFUL, SCREENFUL_ELSEWHERE
from game.rules.scenario import Scenario
from game.rules.view import view_for
from game.text.wording import Wording
from game.ui.screens.briefing_presenter import briefing_model
from game.ui.screens.briefing_screen import BriefingScreen
from game.ui.screens.decision_presenter import decision_model
from game.ui.screens.decision_screen import DecisionScreen
from game.ui.screens.table_presenter import table_model
from game.ui.screens.table_screen import TableScreen
from game.ui.seat import Facts, seat_of
from tests.ui import positions
from tests.ui.screen_checks import staged

pytestmark = pytest.mark.usefixtures("window")

SIZE, TEXT = (1024, 640), 1.5
CHAIR = 1  # that of the more meters, groups and actions
FULLER = 1.25  # so much longer, a text takes a line more: the limits are not far from what fits
SENTENCE = (
    "the islands and the letters of the two sides stay as they were until a treaty is made by them "
    "in the end of the year and then no more is said of it"
)
WORDS = SENTENCE.split()
"""Words as long as those of English texts are, none of them twice in a row."""


def sample(signs: int) -> str:
    """A label of so many signs."""
    return " ".join(WORDS * 9)[:signs].strip()


def labelled(text: str) -> dict[tuple[str, str], tuple[Any, Any]]:
    """The scenario with one field of everything so labelled, by field, and the screen to look at."""
    base = positions.scenario()

    def every(name: str, field: str) -> Scenario:
        return replace(base, **{name: tuple(replace(each, **{field: text}) for each in getattr(base, name))})

    def below(name: str, inner: str) -> Scenario:
        changed = [
            replace(each, **{inner: tuple(replace(one, label=text) for one in getattr(each, inner))})
            for each in getattr(base, name)
        ]
        return replace(base, **{name: tuple(changed)})

    bare = replace(below("decisions", "choices"), documents=())
    bare = replace(bare, decisions=tuple(replace(each, text="It is so.") for each in bare.decisions))
    return {
        ("scenario", "title"): (replace(base, title=text), briefing),
        ("party", "name"): (every("parties", "name"), briefing),
        ("issue", "label"): (every("issues", "label"), table),
        ("issue.options", "label"): (below("issues", "options"), table),
        ("meter", "label"): (every("meters", "label"), table),
        ("round", "title"): (every("rounds", "title"), table),
        ("action", "label"): (every("actions", "label"), table),
        ("decision", "title"): (every("decisions", "title"), decision),
        ("decision.choices", "label"): (bare, decision),
        ("constituency", "label"): (every("constituencies", "label"), briefing),
        ("document", "title"): (every("documents", "title"), table),
    }


def facts(scenario: Scenario, moves: int) -> Facts:
    view = view_for(scenario, positions.position(moves).state, CHAIR)
    return Facts(Wording(positions.say(), view.scenario, CHAIR), view, seat_of(view))


def briefing(scenario: Scenario) -> Any:
    return BriefingScreen(briefing_model(facts(scenario, 0), begun=False))


def table(scenario: Scenario) -> Any:
    return TableScreen(table_model(facts(scenario, 0)))


def decision(scenario: Scenario) -> Any:
    return DecisionScreen(decision_model(facts(scenario, 2)))


def tabs(screen: Any) -> Iterator[Any]:
    """What is written on a screen, tab by tab."""
    stage, surface = staged(screen, SIZE, TEXT), pygame.Surface(SIZE)
    for tab in [None, *(item.id for item in stage.items if item.role == "tab")]:
        if tab is not None and any(item.id == tab for item in stage.items):
            stage.press(tab)
            stage.show(screen.build(stage.theme, SIZE), screen.name)
        yield stage.paint(surface, tips=False).record.texts


def lines(screen: Any, text: str) -> int:
    """The lines that a text takes where it takes most; what a widget writes before or after it apart."""
    most = 0
    for written in tabs(screen):
        found: dict[tuple[int, int, int], int] = {}
        for each in written:
            words = re.sub(r"^\d+\W+|\W*\d*$", "", each.text.strip())
            if len(words) > 3 and words.lower() in text.lower():
                box = (each.box.x, each.box.y, each.box.w)
                found[box] = found.get(box, 0) + 1
        most = max([most, *found.values()])
    return most


@pytest.mark.parametrize("field", sorted(ROOM), ids=".".join)
def test_a_label_of_so_many_signs_takes_no_more_lines_than_are_said_and_a_longer_one_does(
    field: tuple[str, str],
) -> None:
    room = ROOM[field]
    taken = []
    for signs in (room.signs, int(room.signs * FULLER)):
        text = sample(signs)
        scenario, screen = labelled(text)[field]
        taken.append(lines(screen(scenario), text))
    assert 0 < taken[0] <= room.lines < taken[1]


@pytest.mark.parametrize(
    ("tab", "limit"), [("public", SCREENFUL_ELSEWHERE), ("orders", SCREENFUL["briefing.confidential"])]
)
def test_a_screen_holds_a_paragraph_of_so_many_words_and_hardly_more(tab: str, limit: int) -> None:
    text = " ".join((WORDS * 20)[:500])
    base = positions.scenario()
    papers = replace(base.briefing, public=text, confidential=(text, text))
    screen = briefing(replace(base, briefing=papers))
    stage, surface = staged(screen, SIZE, TEXT), pygame.Surface(SIZE)
    stage.press(next(item.id for item in stage.items if item.role == "tab" and tab in str(item.id)))
    stage.show(screen.build(stage.theme, SIZE), screen.name)
    written = [
        each for each in stage.paint(surface, tips=False).record.texts if set(each.text.split()) <= set(WORDS)
    ]
    whole = [each for each in written if len(each.text.split()) > 5]
    pitch = whole[1].rect.y - whole[0].rect.y
    held = whole[0].clip.h // pitch * sum(len(each.text.split()) for each in whole) // len(whole)
    assert limit <= held <= limit * FULLER
