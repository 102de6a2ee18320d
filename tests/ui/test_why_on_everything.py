"""Whatever has the focus, on whatever screen: `?` answers with more than its own name, and can be closed."""

from collections.abc import Callable, Hashable
from pathlib import Path

import pytest

from game.desk.rehearsal import Stop
from game.desk.seating import seated
from game.ui.classing import begin_class
from game.ui.intents import Back, Pressed, Typed, Wall, Why
from game.ui.kit import Item
from game.ui.preview_wishes import OpenCorner, Page, ShowPage
from game.ui.previewing import begin_preview
from game.ui.window import View
from game.ui.wishes import Screen, Undo, Wish
from tests.ui import shown
from tests.ui.screen_checks import shown_items, staged
from tests.ui.windows import PORTS, Person

Way = Callable[[Person], object]


def at(*asked: str) -> Way:
    return lambda person: person.do(*asked)


def begun(*asked: str, plan: bool = False) -> Way:
    """The table of the two ports as Vale, and what is pressed from there."""
    return lambda person: person.begin(plan=plan).do(*asked)


def moscow(*asked: str) -> Way:
    """The table of the deletion as Japan, and what is pressed from there."""

    def go(person: Person) -> None:
        person.do("new_game", "side:japan", "opponent:khrushchev", "more", Typed("seed", "11"), "begin")
        person.do("ready", "skip", "go_on", *asked)

    return go


def signed(person: Person) -> None:
    person.begin(plan=True).do("hold", "choice:2")
    person.until(Screen.ROUND_CARD, "hold")
    person.do(
        "go_on", "put:ferry:weekly", "put:dues:half", "put:form:accord", "table_offer", Undo(), "accept:0"
    )
    person.until(Screen.SIGNING, "sign")


def voting(person: Person) -> None:
    signed(person)
    person.do("sign")
    while person.flow.screen in (Screen.TABLE, Screen.ROUND_CARD):
        person.do("go_on" if person.flow.screen is Screen.ROUND_CARD else "hold")
    assert person.flow.screen is Screen.RATIFICATION


def told(step: str) -> Way:
    def go(person: Person) -> None:
        voting(person)
        person.until(Screen.DEBRIEF, "go_on")
        person.do(f"step:{step}")

    return go


def broken(person: Person) -> None:
    person.flow.fail("error S211: the disk is full")


def stepped(person: Person) -> None:
    """A game of two bots, two moves after its beginning."""
    person.do("new_game", "side:watch", "pace:step", "begin", "step_on", "step_on")


def forking(person: Person) -> None:
    person.begin(plan=True)
    person.flow.go(Screen.TITLE)
    person.do("go:load", f"again:{person.world.saves()[0]}", "fork")


STEPS = ("out", "plan", "story", "text", "points", "process", "departure", "other_ways", "ticket")
GUESSED = ("guess:islands", "guess:islands:2")
OFFERED = ("put:islands:two_at_once", "put:rest:words", "put:letters:stand")


def tried(*asked: str | Wish) -> Way:
    """A preview of the scenario with a move or two made, then what is asked for."""

    def go(person: Person) -> None:
        begin_preview(person.flow, person.world.scenario)
        person.do("hold", *asked)

    return go


def stopped(person: Person) -> None:
    """The corner after a save over which the line of play stopped."""
    tried(OpenCorner())(person)
    preview = person.flow.preview
    assert preview is not None
    preview.found = shown.found()
    preview.stop, preview.kept = Stop(2, "Vale holds.", "It is not your turn."), shown.WALKED


def seating(person: Person) -> None:
    """A table of a class before its talks."""
    begin_class(person.flow, seated(person.flow.say, shown.class_file(), 7), fresh=False)


def walled(person: Person) -> None:
    """What both sides know at that table, under its strip."""
    seating(person)
    person.do("open_table", Wall())


PLACES: dict[str, tuple[Screen, str, Way]] = {
    "title": (Screen.TITLE, PORTS, at()),
    "new game": (Screen.NEW_GAME, "the-deletion", at("new_game", "side:japan", "more")),
    "load": (Screen.LOAD, PORTS, begun("title", "go:load")),
    "settings": (Screen.SETTINGS, PORTS, at("go:settings")),
    "keys": (Screen.KEYS, PORTS, at("go:settings", "go:keys")),
    "a key asked for": (Screen.KEYS, PORTS, at("go:settings", "go:keys", "key:undo")),
    "credits": (Screen.CREDITS, PORTS, at("go:credits")),
    "declare": (Screen.DECLARE, "the-deletion", at("go:declare")),
    "trouble": (Screen.TROUBLE, PORTS, broken),
    "briefing": (Screen.BRIEFING, "the-deletion", at("new_game", "begin")),
    "planning": (Screen.PLANNING, "the-deletion", at("new_game", "begin", "ready")),
    "seating": (Screen.SEATING, PORTS, seating),
    "wall": (Screen.WALL, PORTS, walled),
    "privacy": (Screen.PRIVACY, PORTS, at("new_game", "side:both", "begin")),
    "round card": (Screen.ROUND_CARD, PORTS, at("new_game", "side:vale", "begin", "ready", "skip")),
    "opening": (Screen.TABLE, "the-deletion", moscow()),
    "offer in hand": (Screen.TABLE, "the-deletion", moscow(*OFFERED, "another")),
    "log": (Screen.TABLE, "the-deletion", moscow("tab:log")),
    "draft": (Screen.TABLE, "the-deletion", moscow("tab:draft")),
    "notebook": (Screen.TABLE, "the-deletion", moscow("tab:notebook")),
    "page of the notebook": (Screen.TABLE, "the-deletion", moscow("tab:notebook", *GUESSED)),
    "notebook, marked": (
        Screen.DEBRIEF,
        "the-deletion",
        moscow("tab:notebook", *GUESSED, "walk_out", "walk_out", "step:plan"),
    ),
    "their offer": (Screen.TABLE, "the-deletion", moscow(*OFFERED, "table_offer", "choice:2", "hold")),
    "refusal": (Screen.TABLE, "the-deletion", moscow("put:rest:silent", "table_offer")),
    "action": (Screen.TABLE, "the-deletion", moscow("action:sound_out")),
    "leaving": (Screen.TABLE, "the-deletion", moscow("walk_out")),
    "decision": (Screen.DECISION, "the-deletion", moscow(*OFFERED, "table_offer")),
    "document": (Screen.DOCUMENT, "the-deletion", moscow("document:party_line")),
    "history": (Screen.REPLAY, "the-deletion", at("history", "move_on", "unfold:war")),
    "own game again": (Screen.REPLAY, PORTS, forking),
    "watching": (Screen.WATCH, PORTS, stepped),
    "home and a draft": (Screen.LEEWAY, "the-deletion", moscow(*OFFERED, "leeway")),
    "nothing to sign": (Screen.SIGNING, "the-deletion", moscow("sign")),
    "signing": (Screen.SIGNING, PORTS, signed),
    "ratification": (Screen.RATIFICATION, PORTS, voting),
    "preview": (Screen.TABLE, PORTS, tried()),
    "corner, faults": (Screen.CORNER, PORTS, stopped),
    "corner, diagram": (Screen.CORNER, PORTS, tried(OpenCorner(), ShowPage(Page.DIAGRAM))),
    "corner, state": (Screen.CORNER, PORTS, tried(OpenCorner(), ShowPage(Page.STATE))),
    **{f"debrief, {step}": (Screen.DEBRIEF, PORTS, told(step)) for step in STEPS},
}


def unanswered(person: Person, item: Item) -> str:
    """Return what is wrong with the answer to why this item is there, "" where nothing is."""
    flow = person.flow
    nothing = flow.say("ui.why.nothing")
    flow.handle(Why(item.id, item.role, item.label))
    answer = flow.explanation
    if answer is None:
        return "no answer"
    wrong = ""
    if not [line for line in answer.lines if line.strip() and line not in (item.label, nothing)]:
        wrong = f"says only {answer.lines}"
    for closing in (Pressed(answer.close.id) if answer.close else Pressed(""), Back()):
        flow.handle(Why(item.id, item.role, item.label))
        flow.handle(closing)
        if flow.explanation is not None:
            wrong += f" is not closed by {closing}"
    flow.why = ""
    return wrong


OFTEN_MET = {"preview", "log", "page of the notebook", "their offer", "action", "leaving"}
"""Places of the table whose controls are nearly all met at the others."""


@pytest.mark.parametrize(
    "place", [pytest.param(name, marks=pytest.mark.long) if name in OFTEN_MET else name for name in PLACES]
)
def test_why_is_answered_on_everything(window: None, tmp_path: Path, place: str) -> None:
    screen, scenario, way = PLACES[place]
    person = Person(tmp_path, scenario)
    way(person)
    assert person.flow.screen is screen
    found: dict[Hashable, Item] = {}
    for size, text in (((1280, 800), 1.0), ((1024, 640), 2.0)):
        found |= {item.id: item for item in shown_items(View(person.flow), size, text)}
    # Fields, and the place of a key, take `?` themselves.
    found = {id: item for id, item in found.items() if item.role not in ("field", "key")}
    wrong = {id: fault for id, item in found.items() if (fault := unanswered(person, item))}
    assert wrong == {}
    assert found
    # The slip that holds the answer has its button where the focus is, while it lies over the screen.
    first = next(iter(found.values()))
    person.flow.handle(Why(first.id, first.role, first.label))
    answer = person.flow.explanation
    assert answer is not None
    assert answer.close is not None
    stage = staged(View(person.flow), (1280, 800), 1.0)
    assert answer.close.id in {item.id for item in stage.items}


def test_the_places_are_all_screens() -> None:
    assert {screen for screen, _, _ in PLACES.values()} == set(Screen)
