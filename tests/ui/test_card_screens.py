"""The decision, the document, the round card, the privacy screen: words fit, keys reach."""

from typing import Any

import pytest

from game.desk.beyond import ways_on
from game.desk.papers import papers
from game.rules.legality import refusal
from game.rules.moves import Propose
from game.ui.finding import parts
from game.ui.kit import Column, Overlay, Sheet, Theme, Widget
from game.ui.screens.decision_presenter import decision_model
from game.ui.screens.decision_screen import DecisionScreen
from game.ui.screens.document_presenter import document_model
from game.ui.screens.document_screen import DocumentScreen
from game.ui.screens.matches import NextMatch
from game.ui.screens.parts import Control
from game.ui.screens.privacy_presenter import privacy_model
from game.ui.screens.privacy_screen import PrivacyScreen
from game.ui.screens.round_card_presenter import round_card_model
from game.ui.screens.round_card_screen import RoundCardScreen
from game.ui.screens.table_presenter import table_model
from game.ui.screens.table_screen import TableScreen
from game.ui.seat import Facts
from tests.ui.positions import LATER, facts, position, say, scenario
from tests.ui.screen_checks import (
    TIGHTEST,
    Planted,
    Squeezed,
    misfits,
    misfits_everywhere,
    staged,
    unreached,
    unreached_by_arrows,
)
from tests.ui.shown import SCREENS, screen

ASKED = ("points", "reservation", "support:main_stream", "meter:trust", "issue:islands", "last")
"""Topics whose slips are looked at over the table; `choice` is asked of a decision."""

SLIPS = ("why", "refusal", *(f"why {topic}" for topic in ASKED))
NAMES = ("decision_ussr", "decision_japan", "document", "round_card", "privacy", *SLIPS)


def shown(name: str) -> tuple[Any, Any]:
    """Return a screen's class and a model for it."""
    match name:
        case "document":
            at = facts(9, 1)
            last = [each for each in papers(at.wording, at.view) if each.document is not None][-1]
            return DocumentScreen, document_model(at, last.key, "the")
        case "round_card":
            return RoundCardScreen, round_card_model(facts(2, 1))
        case "refusal":
            return TableScreen, table_model(refused())
        case _ if name.startswith("why "):
            asked = facts(LATER, 1, hand=True, why=name.removeprefix("why "))
            return TableScreen, table_model(asked)
        case "privacy":
            return PrivacyScreen, privacy_model(say(), scenario().title, scenario().parties[0])
        case _:
            chair = int(name == "decision_japan")
            moves = next(n for n in range(30) if position(n).state.pending[chair])
            return DecisionScreen, decision_model(
                facts(moves, chair, why="choice:0" if name == "why" else "")
            )


def refused() -> Facts:
    """The table of Japan after an offer beyond its orders, with the ways on that are open."""
    at = facts(3, 1)
    move = Propose((scenario().package(islands="nothing"),))
    at.seat.refused = refusal(at.view.scenario, at.view.state, 1, move)
    at.seat.ways = tuple(ways_on(at.wording, at.view, move))
    assert at.seat.ways
    return at


@pytest.mark.parametrize("name", NAMES)
def test_every_word_fits_at_all_sizes_in_both_languages(window: None, name: str) -> None:
    make, model = shown(name)
    assert misfits_everywhere(make, model) == []


@pytest.mark.parametrize("name", NAMES)
def test_words_planted_to_overflow_are_caught(window: None, name: str) -> None:
    make, model = shown(name)
    bare = make(model)
    # Over a screen a slip is what is read: the words are planted in it.
    planted = PlantedSlip(bare) if name in SLIPS else Planted(bare)
    assert misfits(planted, (1280, 800), 1.0)


class PlantedSlip:
    """A screen with a slip of paper over it, in which words overflow."""

    def __init__(self, screen: Any) -> None:
        self.screen, self.name = screen, screen.name

    def build(self, theme: Theme, size: tuple[int, int]) -> Widget:
        whole = self.screen.build(theme, size)
        assert isinstance(whole, Overlay)
        assert whole.dialog is not None
        body = whole.dialog.body
        body.widget = Column(Squeezed(), body.widget)
        return whole


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_whole_but_for_what_was_planted(window: None, name: str) -> None:
    make, model = shown(name)
    assert misfits(make(model), (1280, 800), 1.0) == []


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_begins_at_what_closes_it_or_goes_on(window: None, name: str) -> None:
    make, model = shown(name)
    stage = staged(make(model), (1280, 800), 1.0)
    if name == "refusal":
        assert stage.focused == model.refusal.ways[0].id
    else:
        assert stage.focused == model.explanation.close.id


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("size", "text"), TIGHTEST)
def test_keys_reach_every_control(window: None, name: str, size: tuple[int, int], text: float) -> None:
    make, model = shown(name)
    made = make(model)
    assert unreached_by_arrows(staged(made, size, text)) == set()
    if name in SLIPS:
        # Only the slip of paper can be reached while it lies over the screen.
        slip = model.refusal if name == "refusal" else model.explanation
        wanted = {each.id for each in parts(slip) if isinstance(each, Control)}
        assert wanted
        assert wanted <= {item.id for item in staged(made, size, text).items}
    else:
        assert unreached(made, size, text) == set()


def test_the_next_word_found_is_scrolled_to_and_counted_on_its_button(window: None) -> None:
    make, model = shown("document")
    assert model.count > 2
    stage = staged(make(model), (1024, 640), 2.0)
    tops = []
    for at in range(model.count + 1):
        stage.press("next_match")
        stage.show(make(model).build(stage.theme, stage.size), "document")
        button = next(each for each in stage.root.everything() if isinstance(each, NextMatch))
        assert f"({at % model.count + 1}/{model.count})" in button.text
        place = [each for words in button.words for each in words.places()][at % model.count]
        assert button.scroll.rect.contains(place)
        tops.append(button.scroll.offset)
    assert tops[0] == tops[-1]  # round the end


def test_a_short_paper_is_a_short_sheet(window: None) -> None:
    make, model = shown("document")
    stage = staged(make(model), (1920, 1080), 1.0)
    (sheet,) = (each for each in stage.root.everything() if isinstance(each, Sheet))
    assert sheet.rect.h == sheet.measure(stage.theme, sheet.rect.w)[1] < 1080 * 0.8


STORY_SCREENS = tuple(each for each in SCREENS if each.startswith(("signing", "ratification", "debrief")))
STORY = ("decision_ussr", "document", "round_card", "refusal", *STORY_SCREENS)


@pytest.mark.parametrize("name", STORY)
def test_every_control_of_the_story_can_be_asked_what_it_does(name: str) -> None:
    model = screen(name).model if name in STORY_SCREENS else shown(name)[1]
    controls = [each for each in parts(model) if isinstance(each, Control)]
    assert controls
    if name == "refusal":
        controls = [each for each in parts(model.refusal) if isinstance(each, Control)]
    assert [each.id for each in controls if not (each.why or each.note or each.reason or each.does)] == []
