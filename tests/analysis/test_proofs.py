"""What is proved of a scenario is never contradicted by play, in shipped scenarios and in drawn ones."""

import operator
from dataclasses import replace
from itertools import product

import pytest

from game.analysis.carrying import none_carried
from game.analysis.cases import CASES_LIMIT, truths
from game.analysis.common_ground import hardest_to_please
from game.analysis.dominated import dominated
from game.analysis.guards import Guard, Ladders, Role, guards, is_left, verdict
from game.analysis.reach import Reach
from game.analysis.relaxation import relaxed
from game.analysis.texts import clashes, signing_rounds, text_with, why_unsigned
from game.content.load import load, load_sources
from game.rules.apply import open_negotiation
from game.rules.expressions import (
    All,
    Compare,
    Comparison,
    IssueCompare,
    MeterValue,
    Node,
    Not,
    Number,
    constant,
)
from game.rules.home import support, would_ratify
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.utility import points
from tests.conftest import PORTS, ROOT
from tests.rules.generating import generated
from tests.rules.walking import walk

OF_PACKAGES = frozenset((Role.LINKAGE, Role.NEED, Role.TERM, Role.ORDER))
"""Conditions that are asked of packages which need not stand agreed."""


def hold_against(scenario: Scenario, games: range) -> int:
    """Play drawn games, assert that no proof is wrong, return how often one-sided conditions were asked."""
    reach = relaxed(scenario)
    asked = 0
    known = [(guard, verdict(reach, guard)) for guard in guards(reach) if guard.role not in OF_PACKAGES]
    one_sided = [(guard, found) for guard, found in known if found != (0, 1)]
    passed = [guard for guard, _ in known if guard.role is Role.WAY and not is_left(reach, guard)]
    unsigned = {index for index in range(len(scenario.rounds)) if index not in signing_rounds(reach)}
    unsigned |= {index for index in signing_rounds(reach) if why_unsigned(reach, index) is not None}
    no_ground = hardest_to_please(reach) is not None
    never = [parties for parties in ((0,), (1,), (0, 1)) if none_carried(reach, parties)]
    for game in games:
        for ply in walk(scenario, game, astray=game % 2 * 5):
            for state in (ply.before, ply.after):
                here = (state.round, state.slot)
                for guard, (least, most) in one_sided:
                    if here in guard.moments:
                        asked += 1
                        assert least <= holds(scenario, state, guard) <= most, guard.expression.text
                for guard in passed:
                    if here in guard.moments and holds(scenario, state, guard):
                        above = [replace(guard, expression=each) for each in guard.above]
                        assert any(holds(scenario, state, each) for each in above)
            concluded = ply.before.signed_package is None and ply.after.signed_package is not None
            assert not (concluded and ply.before.round in unsigned)
            if concluded and no_ground:
                values = [points(scenario, party, ply.after.provisional) for party in (0, 1)]
                assert any(map(operator.lt, values, ply.after.signed_reservation))
            text = ply.after.provisional
            if never and all(text[issue] != OPEN for issue in scenario.requires):
                for parties in never:
                    assert not all(would_ratify(scenario, ply.after, party, text) for party in parties)
    return asked


def holds(scenario: Scenario, state: State, guard: Guard) -> bool:
    return bool(guard.expression.evaluate(state.provisional, state, scenario))


@pytest.mark.parametrize(
    "name", ["scenarios/two-towns", "scenarios/the-deletion", "tests/scenarios/two-ports"]
)
def test_no_proof_about_a_shipped_scenario_is_contradicted_by_play(name: str) -> None:
    scenario = load(ROOT / name).scenario
    assert scenario is not None
    hold_against(scenario, range(6))


def test_no_proof_about_a_drawn_scenario_is_contradicted_by_play() -> None:
    assert sum(hold_against(generated(seed), range(2)) for seed in range(12)) > 1000


@pytest.mark.long
@pytest.mark.parametrize("seed", range(12, 160))
def test_no_proof_about_any_of_many_drawn_scenarios_is_contradicted_by_play(seed: int) -> None:
    hold_against(generated(seed), range(4))


@pytest.fixture(scope="module")
def reach(ports: Scenario) -> Reach:
    return relaxed(ports)


def trust(comparison: Comparison, value: int) -> Node:
    return Compare(comparison, MeterValue(0), Number(value))


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (All((trust(Comparison.GE, 6), trust(Comparison.LE, 3))), (0, 0)),
        (All((trust(Comparison.GE, 3), trust(Comparison.LE, 6))), (0, 1)),
        (Not(All((trust(Comparison.GT, 4), trust(Comparison.LT, 5)))), (1, 1)),
        (All((IssueCompare(0, Comparison.EQ, 0), IssueCompare(0, Comparison.EQ, 1))), (0, 0)),
        (All((IssueCompare(0, Comparison.NE, 0), IssueCompare(0, Comparison.NE, 1))), (0, 1)),
        (Compare(Comparison.EQ, MeterValue(0), MeterValue(0)), (1, 1)),
        (Compare(Comparison.LT, MeterValue(1), MeterValue(1)), (0, 0)),
    ],
)
def test_a_name_has_one_value_wherever_it_stands(reach: Reach, tree: Node, expected: tuple[int, int]) -> None:
    assert truths(reach, tree, reach.moments()[:1], Ladders(reach).agreed()) == expected


def test_where_cases_are_too_many_intervals_judge(reach: Reach) -> None:
    """Three meters, each in two places: only intervals are left, and they see no contradiction."""
    many = [Compare(Comparison.GE, MeterValue(meter), Number(0)) for meter in range(3)]
    wide = replace(reach, meters=[(-50, 50)] * 3)
    assert CASES_LIMIT < 101**3
    never = All((*many, trust(Comparison.GE, 6), trust(Comparison.LE, 3)))
    assert truths(wide, never, wide.moments()[:1], Ladders(wide).agreed()) == (0, 1)
    surely = All((trust(Comparison.GE, -50), Compare(Comparison.LE, MeterValue(1), MeterValue(2))))
    assert truths(wide, surely, wide.moments()[:1], Ladders(wide).agreed()) == (0, 1)


def test_there_is_a_text_with_each_option_but_one_that_needs_what_cannot_be(ports: Scenario) -> None:
    options = [list(range(len(issue.options))) for issue in ports.issues]
    daily_by_note = [[2], options[1], [0], options[3]]
    assert text_with(ports, options) is not None
    assert text_with(ports, daily_by_note) is None
    found = text_with(ports, [[2], *options[1:]])
    assert found is not None
    assert not clashes(ports, found, frozenset(range(4)))
    assert ports.issues[2].options[found[2]].id == "accord"


EQUAL_FORMS = (
    ("form: {note: 25, accord: 15,", "form: {note: 25, accord: 25,"),
    ("form: {note: 5, accord: 25,", "form: {note: 5, accord: 25,"),
)
"""The note is then worth no more to anybody than the accord."""


def changed(*changes: tuple[str, str]) -> Scenario:
    text = (PORTS / "scenario.yaml").read_text("utf-8")
    for old, new in (*EQUAL_FORMS, *changes):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    loaded = load_sources({"two-ports/scenario.yaml": text})
    assert loaded.scenario is not None, loaded.report.render()
    return loaded.scenario


def test_an_option_that_is_dominated_is_never_the_better_one() -> None:
    """Whatever else a package says, points and supports of the other are as high, and somewhere higher."""
    scenario = changed()
    assert list(dominated(relaxed(scenario))) == [(2, 0, 1)]
    state = open_negotiation(scenario).state
    gains = set()
    for package in product(*(range(len(issue.options)) for issue in scenario.issues)):
        if package[2] == 0:
            other = (*package[:2], 1, *package[3:])
            gains |= {points(scenario, party, other) - points(scenario, party, package) for party in (0, 1)}
            for group in range(len(scenario.constituencies)):
                had, has = (support(scenario, state, group, each) for each in (package, other))
                gains.add(has - had)
    assert min(gains) == 0
    assert max(gains) > 0


T_NONE = "    - {id: t_none,"
IN_FORCE = "clause: The present Accord shall enter into force upon ratification."
REASONS = {
    "order": (T_NONE, "    - {id: t, on: form.accord, level: ask, because: So., assumption: So.}\n" + T_NONE),
    "need": (
        f"{IN_FORCE}, evidence",
        f"{IN_FORCE}, needs: [{{when: ferry != none, because: So.}}], evidence",
    ),
    "term": ("{when: form == accord, add: 1,", "{when: form == accord, add: -1,"),
    "linkage": ("when: ferry == daily and dues == nothing, points", "when: form == accord, points"),
    "event": ("when: trust <= 1 and slot >= friday", "when: trust <= 1 and form == accord"),
    "ending": ("after: [ratified], when: form == accord,", "after: [ratified], when: form == note,"),
    "reservation": ("{add: 34 - season, why", "{when: form == note, add: 34 - season, why"),
    "support": ("{when: ferry == daily, add: -5,", "{when: support(board) >= 7, add: -5,"),
}
"""By what speaks for the note, or against the accord: a text of the file and what it becomes."""


@pytest.mark.parametrize("reason", REASONS)
def test_any_reason_to_choose_an_option_leaves_it_alone(reason: str) -> None:
    assert list(dominated(relaxed(changed(REASONS[reason])))) == []


def test_common_ground_is_found_where_there_is_some_and_no_further(ports: Scenario) -> None:
    """By every package, as the season and the fog may make having none worth least: 24 and 17 points."""
    allowed = [range(3), range(1, 2), range(2), range(1, 2)]  # full dues and none are each forbidden for good
    best = [
        min(points(ports, 0, text) - 17, points(ports, 1, text) - 24)
        for text in product(*allowed)
        if text[:3] != (2, 1, 0)  # a daily ferry needs an accord
    ]
    assert 0 < max(best) < 60
    for more in range(60):
        dearer = [
            replace(home, reservation=(replace(home.reservation[0], add=constant(least + more)),))
            for home, least in zip(ports.homes, (17, 24), strict=True)
        ]
        found = hardest_to_please(relaxed(replace(ports, homes=(dearer[0], dearer[1]))))
        assert (found is None) == (max(best) >= more)
