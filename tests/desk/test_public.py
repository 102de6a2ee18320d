"""What a whole class may see of a table: nothing that one side alone knows."""

from dataclasses import replace

import pytest

from game import places
from game.desk.public import Public, meters, news_lines, public, public_lines, questions, told_to_both
from game.rules.apply import open_negotiation
from game.rules.happenings import ActionTaken, DocumentCited, DocumentPublished, Ended, Voted
from game.rules.moves import Propose
from game.rules.scenario import Scenario
from game.rules.transcript import Made, Replay, replay
from game.text.catalogue import Catalogue, load
from game.text.wording import Wording
from tests.rules.playing import played
from tests.terminal.canaries import games, marked

SAY: Catalogue = load(places.sentences_file())
GAMES = 12


def given(scenario: Scenario, course: Replay) -> str:
    """Return all that is shown of a game from its opening to its end."""
    shown = []
    for number, state in enumerate(course.states):
        position = public(scenario, state)
        news = news_lines(SAY, scenario, course.happenings[: number + 1], position)
        shown += public_lines(SAY, position, news[-3:])
    return "\n".join((*shown, *news_lines(SAY, scenario, course.happenings, public(scenario, course.final))))


def secrets(course: Replay) -> list[str]:
    """Return the marks of what is no common knowledge in this game."""
    told = [item for happenings in course.happenings for item in happenings]
    papers = any(isinstance(item, DocumentCited | DocumentPublished) for item in told)
    return ["zq0", "zq1", "zi0", "zi1", *([] if papers else ["zd0", "zd1"])]


@pytest.mark.parametrize("party", [0, 1])
def test_no_secret_of_either_side_is_on_the_wall(party: int) -> None:
    scenario, met = marked(party), set()
    for course in games(party, GAMES):
        text = given(scenario, course)
        assert [mark for mark in secrets(course) if mark in text] == []
        assert not any(len(word) > 5 for word in "".join(c if c.isdigit() else " " for c in text).split())
        met |= {type(each) for happenings in course.happenings for each in told_to_both(scenario, happenings)}
    assert {Ended, Voted, ActionTaken} <= met, "or there was little to be told"


@pytest.mark.parametrize("party", [0, 1])
def test_the_view_of_one_side_on_the_wall_would_be_noticed(party: int) -> None:
    """Or the marks would prove nothing."""
    scenario = marked(party)
    leaks = []
    for course in games(party, GAMES):
        position = replace(public(scenario, course.final), scenario=scenario, state=course.final)
        every = tuple(item for happenings in course.happenings for item in happenings)
        lines = [line for each in every for line in Wording(SAY, position.scenario, None).happening(each)]
        leaks += [mark for mark in secrets(course) if mark in "\n".join(lines)]
    assert "zq0" in leaks
    assert "zq1" in leaks


def test_both_sides_offers_stand_beside_each_other(ports: Scenario) -> None:
    state = played(ports, "vale propose ferry=weekly dues=half", "tarn propose ferry=daily dues=half")
    found = {each.label: each for each in questions(SAY, public(ports, state))}
    levels = {label: each.is_level for label, each in found.items() if all(each.offers)}
    assert sorted(levels.values()) == [False, True]
    assert all(each.offers == ("", "") for label, each in found.items() if label not in levels)


def test_an_offer_is_heard_with_how_it_may_be_taken_and_its_words(ports: Scenario) -> None:
    moves = [Made(0, Propose((ports.package(ferry="none"),), linked=True, words="Both, or neither."))]
    course = replay(ports, moves)
    told = news_lines(SAY, ports, course.happenings, public(ports, course.final))
    assert told[-1].endswith('"Both, or neither."')
    assert "ferry" not in " ".join(told).casefold(), "that stands beside the question"


def test_only_meters_that_both_see_are_shown(ports: Scenario) -> None:
    shown = [label.casefold() for label, _ in meters(public(ports, open_negotiation(ports).state))]
    assert shown == [meter.label.casefold() for meter in ports.meters if all(meter.seen)]
    assert len(shown) < len(ports.meters)


def test_whose_turn_it_is_is_told_only_where_both_know(ports: Scenario) -> None:
    state = open_negotiation(ports).state
    assert public(ports, state).turn == 0
    ended = played(ports, "vale walk out")
    position: Public = public(ports, ended)
    assert position.turn is None
    assert position.state.outcome is not None
    assert position.state.outcome.points == (0, 0)
