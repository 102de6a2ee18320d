"""Positions of the-deletion as each chair sees them, along the documented course and with things in hand."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Any

from game import places
from game.ai.bot import Chosen, Ground, Reason
from game.analysis.notebook import Guess
from game.content.pseudo import pseudo
from game.desk.beyond import ways_on
from game.desk.lines import play_line
from game.desk.news import News
from game.rules.apply import apply, open_negotiation
from game.rules.legality import refusal
from game.rules.moves import Propose
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.view import view_for, visible_to
from game.text.catalogue import load
from game.text.wording import Wording
from game.ui.seat import Facts, Seat, seat_of
from game.ui.wishes import Tab
from tests.conftest import DELETION, loaded

SIZES = ((1024, 640), (1280, 800), (1920, 1080))
FACTORS = (1.0, 1.5, 2.0)
LATER = 9  # moves of the documented course that have been made in the later position


@dataclass(frozen=True)
class Position:
    """A state with what either chair has been told on the way to it."""

    state: State
    news: tuple[tuple[News, ...], tuple[News, ...]]


@lru_cache(maxsize=1)
def scenario() -> Scenario:
    return loaded(DELETION)


@lru_cache(maxsize=1)
def say() -> Any:
    return load(places.assets_folder() / "text" / "en.yaml")


@lru_cache(maxsize=8)
def position(moves: int) -> Position:
    """Return the table after so many records of the documented course."""
    made = play_line(scenario(), scenario().history[0]).moves
    applied = open_negotiation(scenario())
    told: tuple[list[News], list[News]] = ([], [])
    rest = list(made[:moves])
    while True:
        for party in (0, 1):
            seen = tuple(h for h in applied.happenings if visible_to(scenario(), h, party))
            if seen:
                told[party].append(News(seen))
        if not rest:
            return Position(applied.state, (tuple(told[0]), tuple(told[1])))
        move = rest.pop(0)
        applied = apply(scenario(), applied.state, move.author, move.move)


def facts(moves: int, party: int, *, hand: bool = False, refused: bool = False, why: str = "") -> Facts:
    """Return what a screen of `party` may draw from.

    Args:
        hand: a package is in hand, with words, and every question is unfolded.
        refused: that package was refused for going beyond the mandate.
    """
    at = position(moves)
    view = view_for(scenario(), at.state, party)
    wording = Wording(say(), view.scenario, party)
    seat = seat_of(view)
    issue = next(n for n, item in enumerate(scenario().issues) if item.id == "islands")
    if hand or refused:
        package = [OPEN] * len(scenario().issues)
        for each, item in enumerate(scenario().issues):
            if view.state.agenda[each] and item.id in ("islands", "rest", "trade", "un"):
                package[each] = (0 if refused else 1) if party else len(item.options) - 1
        seat.made.packages[seat.made.at] = tuple(package)
        seat.tab = Tab.DOCUMENTS
        seat.made.words = "We can go no further than this, and we have come far."
        seat.guesses = (Guess(2, issue, 2, "A paper to show at home."), Guess(4, issue + 1, 0, "Rice."))
        seat.guessing = issue
        seat.unfolded = {n for n in range(len(scenario().issues)) if n % 3 == 0 and not view.state.agenda[n]}
    if refused:
        _refuse(wording, view, seat)
    move = Propose((tuple(1 if n == issue else OPEN for n in range(len(scenario().issues))),))
    advice = Chosen(move, (Reason(next(iter(Ground)), issue),))
    return Facts(wording, view, seat, at.news[party], advice, thinking="", solo=True, why=why)


def _refuse(wording: Wording, view: Any, seat: Seat) -> None:
    move = seat.made.move()
    seat.refused = refusal(view.scenario, view.state, view.party, move)
    seat.ways = tuple(ways_on(wording, view, move)) if seat.refused is not None else ()


KEPT = frozenset(
    {"id", "why", "issue", "option", "status", "chosen", "topic", "mine", "theirs", "voice", "letter"}
)


def longer(model: Any, name: str = "") -> Any:
    """Return a model with every sentence in the pseudo-language: accented and two fifths longer."""
    if isinstance(model, str):
        return model if name in KEPT else pseudo(model)
    if isinstance(model, tuple):
        return tuple(longer(each, name) for each in model)
    if (
        isinstance(model, type | Enum)
        or not is_dataclass(model)
        or type(model).__module__ == "game.ui.wishes"
    ):
        return model
    new = {each.name: longer(getattr(model, each.name), each.name) for each in fields(model)}
    return replace(model, **new)


def both(model: Any) -> Iterator[Any]:
    """Yield a model in English and in the pseudo-language."""
    yield model
    yield longer(model)
