"""The numbers of The Deletion as they were first found by another program, on the same table of points.

The figures were typed from the notes of that trial, never copied from a run of this one: on the evening
of 18 October with Moscow's hurry at 8 and Tokyo's unity whole.
"""

from dataclasses import replace

import pytest

from game.analysis.findings import findings, possible
from game.analysis.frontier import Point, frontier
from game.analysis.process import Line
from game.analysis.solutions import nash_points, zopa
from game.analysis.space import Count, bargained_issues, count
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.moves import Draw
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.transcript import Made, Replay, replay

USSR, JAPAN = 0, 1
EVENING = (42, 10)


@pytest.fixture(scope="module")
def evening(deletion: Scenario) -> State:
    state = open_negotiation(deletion).state
    hurried = {"hurry": 8}
    meters = zip(deletion.meters, state.meters, strict=True)
    return replace(state, meters=tuple(hurried.get(meter.id, level) for meter, level in meters))


@pytest.fixture(scope="module")
def carried(deletion: Scenario, evening: State) -> tuple[Point, ...]:
    """What both homes carry that evening, without the hypothetical naming of the larger islands."""
    rest = deletion.issue_index("rest")
    named = deletion.issues[rest].option_index["named"]
    return tuple(point for point in possible(deletion, evening) if point.package[rest] != named)


def option(scenario: Scenario, point: Point, issue: str) -> str:
    place = scenario.issue_index(issue)
    return scenario.issues[place].options[point.package[place]].id


def played(scenario: Scenario, id: str) -> Replay:
    """Play a documented line; chance turns as it did, and homes answer for themselves."""
    line = next(each for each in scenario.history if each.id == id)
    draws, steps = dict(line.draws), list(line.steps)
    state, moves = open_negotiation(scenario).state, list[Made]()
    while state.outcome is None:
        due = automatic(scenario, state, seed=0, game=0, ply=0)
        if due is None:
            step = steps.pop(0)
            due = step.author, step.move  # type: ignore[assignment]
        elif isinstance(due[1], Draw):
            due = due[0], Draw(due[1].event, draws[due[1].event])
        assert due is not None
        moves.append(Made(*due))
        state = apply(scenario, state, *due).state
    return replay(scenario, moves)


def test_there_are_1260_packages_and_a_count_says_when_it_stops(deletion: Scenario, evening: State) -> None:
    issues, upon = bargained_issues(deletion), deletion.opening.agreed
    assert count(deletion, evening, issues, upon, 5000) == Count(1260, complete=True)
    assert count(deletion, evening, issues, upon, 1000) == Count(1000, complete=False)


def test_150_packages_suit_both_parties_and_both_homes(
    deletion: Scenario, carried: tuple[Point, ...]
) -> None:
    zone = zopa(carried, EVENING)
    both = [
        point
        for point in zone
        if option(deletion, point, "islands") == "two_after"
        and option(deletion, point, "rest") == "words"
        and option(deletion, point, "okinawa") == "clause_out"
    ]
    assert (len(zone), len(both)) == (150, 13)


def test_the_best_that_could_be_had_is_73_and_78(carried: tuple[Point, ...]) -> None:
    zone = zopa(carried, EVENING)
    assert max(point.values[JAPAN] for point in zone) == 73
    assert max(point.values[USSR] for point in zone) == 78


def test_the_frontier_runs_over_three_kinds_of_deal(deletion: Scenario, carried: tuple[Point, ...]) -> None:
    kinds: dict[tuple[str, str, str], list[Point]] = {}
    for point in frontier(zopa(carried, EVENING)):
        islands, rest = option(deletion, point, "islands"), option(deletion, point, "rest")
        letters = option(deletion, point, "letters") if rest == "silent" else ""
        kinds.setdefault((islands, rest, letters), []).append(point)
    ends = {
        kind: tuple((point.values[JAPAN], point.values[USSR]) for point in (found[0], found[-1]))
        for kind, found in kinds.items()
    }
    assert ends == {
        ("nothing", "words", ""): ((42, 78), (51, 66)),
        ("two_after", "silent", "lapse"): ((52, 65), (60, 59)),
        ("two_after", "silent", "published"): ((64, 55), (73, 43)),
    }


def test_history_is_on_the_frontier_and_what_stood_before_it_is_not(
    deletion: Scenario, carried: tuple[Point, ...]
) -> None:
    efficient = frontier(carried)
    assert deletion.historical_package() in {point.package for point in efficient}
    assert (57, 60) not in {point.values for point in efficient}


@pytest.mark.parametrize(
    ("japan", "values"), [(12, (74, 47)), (20, (74, 47)), (30, (74, 47)), (40, (59, 60))]
)
def test_the_nash_point_is_option_a_with_the_words_until_japan_can_do_without(
    carried: tuple[Point, ...], japan: int, values: tuple[int, int]
) -> None:
    assert [point.values for point in nash_points(carried, (46, japan))] == [values]


def test_history_leaves_nothing_on_the_table_and_gives_japan_nearly_all_it_could_have(
    deletion: Scenario,
) -> None:
    found = findings(deletion, played(deletion, "history"), JAPAN)
    assert (found.text.same, found.text.is_history) == (10, True)
    assert (found.points.points, found.points.share_percent, found.points.left) == (72, 98, 0)
    assert found.points.efficient


@pytest.mark.parametrize("party", [USSR, JAPAN])
def test_both_delegations_of_1956_traded_and_closed_in_time(deletion: Scenario, party: int) -> None:
    marks = {mark.line: mark for mark in findings(deletion, played(deletion, "history"), party).process}
    assert [marks[line].score for line in (Line.ALTERNATIVE, Line.TRADED, Line.MANDATE, Line.TIME)] == [2] * 4
