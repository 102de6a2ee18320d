"""The decision, the document, the round card, the privacy screen: words fit, keys reach."""

from typing import Any

import pytest

from game.desk.papers import readable
from game.ui.screens.decision_presenter import decision_model
from game.ui.screens.decision_screen import DecisionScreen
from game.ui.screens.document_presenter import document_model
from game.ui.screens.document_screen import DocumentScreen
from game.ui.screens.parts import Explanation
from game.ui.screens.privacy_presenter import privacy_model
from game.ui.screens.privacy_screen import PrivacyScreen
from game.ui.screens.round_card_presenter import round_card_model
from game.ui.screens.round_card_screen import RoundCardScreen
from tests.ui.positions import facts, position, say, scenario
from tests.ui.screen_checks import (
    TIGHTEST,
    Planted,
    misfits,
    misfits_everywhere,
    staged,
    unreached,
    unreached_by_arrows,
)

NAMES = ("decision_ussr", "decision_japan", "why", "document", "round_card", "privacy")


def shown(name: str) -> tuple[Any, Any]:
    """Return a screen's class and a model for it."""
    match name:
        case "document":
            at = facts(9, 1)
            return DocumentScreen, document_model(at, readable(at.view)[-1], "the")
        case "round_card":
            return RoundCardScreen, round_card_model(facts(2, 1))
        case "privacy":
            return PrivacyScreen, privacy_model(say(), scenario().parties[0])
        case _:
            chair = int(name == "decision_japan")
            moves = next(n for n in range(30) if position(n).state.pending[chair])
            return DecisionScreen, decision_model(
                facts(moves, chair, why="choice:0" if name == "why" else "")
            )


@pytest.mark.parametrize("name", NAMES)
def test_every_word_fits_at_all_sizes_in_both_languages(window: None, name: str) -> None:
    make, model = shown(name)
    assert misfits_everywhere(make, model) == []


@pytest.mark.parametrize("name", NAMES)
def test_words_planted_to_overflow_are_caught(window: None, name: str) -> None:
    make, model = shown(name)
    if getattr(model, "explanation", None) is None:
        assert misfits(Planted(make(model)), (1280, 800), 1.0)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("size", "text"), TIGHTEST)
def test_keys_reach_every_control(window: None, name: str, size: tuple[int, int], text: float) -> None:
    make, model = shown(name)
    explained = getattr(model, "explanation", None)
    screen = make(model)
    assert unreached_by_arrows(staged(screen, size, text)) == set()
    if isinstance(explained, Explanation):
        # Only the slip of paper can be reached while it lies over the screen.
        assert explained.close is not None
        assert explained.close.id in {item.id for item in staged(screen, size, text).items}
    else:
        assert unreached(screen, size, text) == set()
