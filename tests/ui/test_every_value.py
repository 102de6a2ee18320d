"""Every number on every screen of games played at random says why, in terms that make it again.

The catalogue marks each number that a sentence is filled with, so that none is overlooked and none is taken
for one that an author wrote or that is part of a date. What a number stands in leads to its answer; the terms
of the answer are worked out anew, and the number must come out. A number without an answer is a failure.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import pytest

import tests.ui.windows as windows
from game.rules.reasons import Because, Reasoned, stated
from game.ui import wishes
from game.ui.finding import parts
from game.ui.intents import Pressed
from game.ui.pages import PAGES
from game.ui.replay_wishes import ShowPlace, ShowSeat
from game.ui.screens import explain_reasons
from game.ui.screens.parts import Control, Explanation
from game.ui.seat import Facts
from game.ui.wishes import Screen
from tests.ui.numbers import Number, in_text, marking, numbers, unmarked
from tests.ui.test_why_on_everything import OFTEN_MET, PLACES, Way
from tests.ui.windows import PORTS, Person

SHORT, LONG = 96, 800

NO_VALUES = {
    # where a thing stands among others, for the code or as its name
    "BoardRow.issue", "Rung.option", "Suggestion.issue", "Field.at", "LogEntry.indent", "ChartPoint.label",
    "TrackMark.place",
    "DebriefModel.number", "DebriefModel.of", "TreatyArticle.number", "ending.article.number",
    "replay.position.number", "ui.debrief.departed.n", "ui.paper.count.n", "ui.paper.count.of",
    "Control.label",  # without a sentence: the number of an article, of an offer on the chart
    # dates, sizes, what a person has typed or set
    "ui.top.date.year", "ui.round.dates.year", "ui.round.date.year",
    # what stands in the author's own file, shown to the author
    "Excerpt.number", "diagram.meetings.n", "diagram.odds.n", "diagram.later.n",
    "Field.limit", "Field.text", "SaveRow.saved",
    "ui.seating.turn.n", "ui.seating.lesson.n", "clock.minutes.n",
    "ui.settings.percent.n", "TitleModel.version", "ui.document.found.n", "DocumentModel.count",
}  # fmt: skip
"""Fields of models, and sentences, whose numbers are no values of the game."""

REPEATED = {Screen.WALL}
"""Screens whose numbers stand at the table too: before a whole class nobody's reasons may be told."""

ASKED_AT = {
    "TopLine": "time",
    "Composer": "points",
    "Composer.problem": "home",
    "RoundCardModel.when": "time",
    "TableModel.theirs_heading": "offers",
    "Suggestion": "advice",
    "BriefingModel.check_heading": "answer:0",
    "Scene.when": "time",
}
"""What is asked of for the numbers of a class or a field, where they do not name it themselves."""


@dataclass
class Asked:
    """What was asked in games played, and what had no answer."""

    numbers: Counter[str] = field(default_factory=Counter)
    unexplained: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    met: Counter[Screen] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    moves: int = 0  # of opponents, asked about
    told: dict[Any, Explanation | None] = field(default_factory=dict)

    def look(self, person: Person) -> None:
        """Ask why of every number on the screen."""
        flow = person.flow
        self.met[flow.screen] += 1
        self.told = {}
        for number in numbers(flow.model) if flow.screen not in REPEATED else ():
            if (number.key or number.place) in NO_VALUES or _is_dot(number):
                continue
            kind = number.key or number.place
            self.numbers[kind] += 1
            found = self._reasons(person, number)
            makes = {each.worked_out for each in found}
            if number.place == "Control.note":  # the slip itself, which tells the terms too
                makes |= {term.amount for each in found for term in each.terms}
            if not found:
                self.unexplained[f"{flow.screen.value}: {kind} in {number.place}"] += 1
            elif number.value not in makes | {abs(each) for each in makes}:
                self.wrong.append(
                    f"{flow.screen.value}: {kind} in {number.place} is {number.value}, not of {sorted(makes)}"
                )
        self._refused(person)
        self._answered(person)

    def _reasons(self, person: Person, number: Number) -> tuple[Reasoned, ...]:
        topic = ASKED_AT.get(number.place, "")
        for at in reversed(number.asked if not topic else ()):
            for control in (at, *(getattr(at, each.name) for each in fields(at)), *getattr(at, "asks", ())):
                if isinstance(control, Control) and control.reasons:
                    return self._checked(control.reasons)
            if getattr(at, "why", ""):
                break  # it names itself what is asked
        for at in reversed(number.asked):
            topic = topic or getattr(at, "why", "") or ASKED_AT.get(type(at).__name__, "")
            if not topic:
                inside = (getattr(at, each.name) for each in fields(at))
                topic = next((each.why for each in inside if getattr(each, "why", "")), "")
        if not topic:
            return ()
        told = self._explained(person, topic)
        return () if told is None else self._checked(told.reasons)

    def _explained(self, person: Person, topic: str) -> Explanation | None:
        """Ask as a person does, and hold what the slip says to the terms it is made of."""
        if topic not in self.told:
            flow = person.flow
            assert flow.model is not None  # made before why is asked, and not anew for every answer
            before, flow.why = flow.why, topic
            self.told[topic] = told = flow.explanation
            flow.why = before
            if told is not None:
                known = {abs(each.worked_out) for each in told.reasons}
                known |= {abs(term.amount) for each in told.reasons for term in each.terms}
                for line in told.lines:
                    for value, key in in_text(line):
                        if key not in NO_VALUES and abs(value) not in known:
                            self.wrong.append(f"why {topic}: {key} says {value}, no term of {sorted(known)}")
        return self.told[topic]

    def _checked(self, found: tuple[Reasoned, ...]) -> tuple[Reasoned, ...]:
        self.wrong += [f"{each} makes {each.worked_out}" for each in found if each.worked_out != each.value]
        return found

    def _refused(self, person: Person) -> None:
        """A refusal names its rule and its sentence, and why is answered by that sentence."""
        box = getattr(person.flow.model, "refusal", None)
        if box is None:
            return
        self.refusals[unmarked(box.code)] += 1
        told = self._explained(person, box.sentence.why)
        known = told is not None and box.sentence.text in told.lines and self._checked(told.reasons)
        if not known or not box.code:
            self.unexplained[f"refusal {box.code}"] += 1

    def _answered(self, person: Person) -> None:
        """Why tells every reason that an opponent stated; of a card that only it has seen it states none."""
        opposite = getattr(person.flow.model, "opposite", None)
        if opposite is None or not opposite.last.text or not person.flow.sitting.solo:
            return
        self.moves += 1
        told = self._explained(person, opposite.last.why)
        news = person.flow.sitting.facts().news
        stated = next((each.reasons for each in reversed(news) if each.reasons), ())
        if told is None or not told.lines or not set(stated) <= set(told.lines):
            self.unexplained[f"move {unmarked(opposite.last.text)}"] += 1


def _is_dot(number: Number) -> bool:
    """Say whether a number is of a point that is only drawn, and told nowhere in digits."""
    return number.place in ("ChartPoint.x", "ChartPoint.y") and number.asked[-1].ask is None


# The games


LEAVING = (
    wishes.Quit,
    wishes.Go,
    wishes.LoadGame,
    wishes.SetText,
    wishes.SetSwitch,
    wishes.ResetSettings,
)
DRIVING = (
    "table_offer",
    "accept",
    "sign",
    "go_on",
    "hold",
    "choice",
    "begin",
    "ready",
    "skip",
    "from_best",
    "next",
    "way",
    "step_on",
    "move_on",
    "meeting_on",
    "seat",
)


def step(person: Person, chance: random.Random) -> None:
    """Press something that can be pressed, rather what leads on; leave the game only at its end."""
    there: dict[str, list[Control]] = {}
    for each in parts(person.flow.model):
        if isinstance(each, Control) and (each.enabled or chance.random() < 0.02):
            leaves = isinstance(each.wish, LEAVING) and each.id not in ("new_game", "sign")
            if not leaves and not (each.id == "walk_out" and chance.random() < 0.9):
                there.setdefault(each.id.partition(":")[0], []).append(each)
    onward = [kind for kind in DRIVING if kind in there]
    kind = chance.choice(onward) if onward and chance.random() < 0.5 else chance.choice(sorted(there))
    person.do(Pressed(chance.choice(there[kind]).id))


@pytest.fixture(scope="module", autouse=True)
def every_number_is_marked() -> Iterator[None]:
    kept = windows.SAY
    windows.SAY = marking(kept)
    yield
    windows.SAY = kept


def seated(side: str) -> Way:
    """Begin as one side, or with two people at one screen, and read the papers."""

    def go(person: Person) -> None:
        person.do("new_game", f"side:{side}", "begin")

    return go


GAMES: dict[str, tuple[str, Way]] = {
    "vale": (PORTS, seated("vale")),
    "both": (PORTS, seated("both")),
    "voting": (PORTS, PLACES["ratification"][2]),
    "japan": ("the-deletion", seated("japan")),
    "ussr": ("the-deletion", seated("ussr")),
    "watched": (PORTS, PLACES["watching"][2]),
    "again": (PORTS, PLACES["own game again"][2]),
    "history": ("the-deletion", PLACES["history"][2]),
}


def played(folder: Path, game: str, steps: int, asked: Asked) -> Asked:
    scenario, way = GAMES[game]
    person, chance = Person(folder, scenario), random.Random(f"{game} 1956")
    asked.look(person)
    way(person)
    for _ in range(steps):
        asked.look(person)
        step(person, chance)
    asked.look(person)
    person.flow.close()
    return asked


def assert_explained(asked: Asked) -> None:
    assert asked.unexplained == Counter()
    assert asked.wrong == []


@pytest.mark.parametrize("game", GAMES)
def test_every_number_of_some_steps_at_random_is_explained(tmp_path: Path, game: str) -> None:
    asked = played(tmp_path, game, SHORT // len(GAMES), Asked())
    assert_explained(asked)
    assert asked.numbers


@pytest.mark.long
def test_every_number_of_eight_hundred_steps_at_random_is_explained(tmp_path: Path) -> None:
    asked = Asked()
    for game in GAMES:
        played(tmp_path / game, game, LONG // len(GAMES), asked)
    assert_explained(asked)
    assert {Screen.TABLE, Screen.DECISION, Screen.ROUND_CARD, Screen.SIGNING, Screen.RATIFICATION} <= set(
        asked.met
    )
    assert {Screen.DEBRIEF, Screen.REPLAY, Screen.WATCH} <= set(asked.met)
    assert asked.refusals
    assert asked.moves


@pytest.mark.parametrize(
    "place", [pytest.param(name, marks=pytest.mark.long) if name in OFTEN_MET else name for name in PLACES]
)
def test_every_number_of_every_screen_is_explained(tmp_path: Path, place: str) -> None:
    screen, scenario, way = PLACES[place]
    person, asked = Person(tmp_path, scenario), Asked()
    way(person)
    asked.look(person)
    person.flow.close()
    assert_explained(asked)
    assert asked.met == {screen: 1}


@pytest.mark.parametrize("seat", [None, 0, 1])
def test_every_number_at_the_end_of_the_documented_line_is_explained(
    tmp_path: Path, seat: int | None
) -> None:
    person, asked = Person(tmp_path, "the-deletion"), Asked()
    person.do("history", ShowSeat(seat))
    last = person.flow.model.track.slide.last
    for place in range(last - 8, last + 1):  # both votes, what came of them, the end
        person.do(ShowPlace(place))
        asked.look(person)
    person.flow.close()
    assert_explained(asked)
    assert {"happening.voted_carried.votes_for", "replay.worth_result.n"} <= set(asked.numbers)


# The harness notices what it is there to notice


def at_the_table(folder: Path) -> Person:
    return Person(folder, PORTS).begin()


def test_a_term_that_is_wrong_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true = explain_reasons.FOUND["points"]

    def wrong(facts: Facts, rest: str) -> tuple[Reasoned, ...]:
        worth, *others = true(facts, rest)
        return replace(worth, terms=(*worth.terms, Because("option", (0, 0), 1))), *others

    monkeypatch.setitem(explain_reasons.FOUND, "points", wrong)
    asked = Asked()
    asked.look(at_the_table(tmp_path))
    assert any("makes" in each for each in asked.wrong)


def test_a_number_in_an_answer_that_no_term_has_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        explain_reasons.FOUND, "reservation", lambda facts, rest: (stated("reservation", -1),)
    )
    asked = Asked()
    asked._explained(at_the_table(tmp_path), "reservation")
    assert any("why reservation" in each for each in asked.wrong)


def test_a_number_without_an_answer_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(explain_reasons.FOUND, "meter", lambda facts, rest: ())
    asked = Asked()
    asked.look(at_the_table(tmp_path))
    assert any("Gauge.level" in each for each in asked.unexplained)


@dataclass(frozen=True)
class Planted:
    said: str = ""
    level: int | None = None


@pytest.mark.parametrize("planted", [Planted("7 / 10"), Planted(level=7), None])
def test_a_new_number_on_a_screen_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, planted: Planted | None
) -> None:
    person = Person(tmp_path, PORTS)
    shown = planted or Planted(person.flow.say("status.left", n=3))
    monkeypatch.setitem(PAGES, Screen.TITLE, lambda flow: shown)
    asked = Asked()
    asked.look(person)
    assert asked.unexplained
