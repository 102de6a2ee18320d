"""What can be met in a scenario: every line found is legal and ends where it should; no proof is wrong."""

import json
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from game.analysis.explore import Exploration, explore, patience
from game.analysis.relaxation import relaxed
from game.analysis.search import Search
from game.analysis.shorten import Line, is_met, shortened
from game.analysis.suggested import attempts, independent_issues, suggested
from game.analysis.things import REFUSALS, Kind, Thing, met_at_opening, met_by, things
from game.analysis.variations import vary
from game.analysis.witness import Node
from game.content.load import load, load_sources
from game.desk.finding import stored
from game.desk.plan_called import free_moves
from game.desk.plan_playing import plans_played
from game.desk.witnesses import id_of
from game.rules.apply import open_negotiation
from game.rules.legality import refusal
from game.rules.scenario import Scenario
from game.rules.state import to_move
from game.rules.transcript import replay
from game.session.saves import open_save
from tests.conftest import PORTS, ROOT
from tests.rules.generating import generated
from tests.rules.walking import Dice, walk
from tests.rules.walking import attempts as tried
from tests.terminal.playing import run


def ticking() -> Callable[[], float]:
    """A clock that each look moves by a thousandth, so that a search is the same on every machine."""
    ticks = count()
    return lambda: next(ticks) / 1000


def planted(*changes: tuple[str, str]) -> Scenario:
    """The two ports with some of its text exchanged."""
    text = (PORTS / "scenario.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    loaded = load_sources({next(iter(load(PORTS).sources)): text})
    assert loaded.scenario is not None, loaded.report.render()
    return loaded.scenario


def names(scenario: Scenario, found: tuple[Thing, ...]) -> set[str]:
    return {id_of(scenario, thing) for thing in found}


@pytest.fixture(scope="module")
def explored(ports: Scenario) -> Exploration:
    return explore(ports, 2.5, ticking())


def test_every_round_ending_choice_and_event_of_the_ports_has_a_line(
    ports: Scenario, explored: Exploration
) -> None:
    left = {name for name in names(ports, explored.unmet) if not name.startswith(("refusal.", "option."))}
    assert left == set()
    assert names(ports, explored.proved) >= {"option.dues.nothing"}
    assert all(name.startswith("option.") for name in names(ports, explored.proved))


def test_every_line_replays_and_meets_its_thing_at_its_end(ports: Scenario, explored: Exploration) -> None:
    for line in explored.lines:
        course = replay(ports, line.moves)
        assert course.error is None, line
        assert is_met(ports, line)
        if line.refused is not None:
            assert refusal(ports, course.final, line.refused.author, line.refused.move) is not None
    assert len({line.thing for line in explored.lines}) == len(explored.lines)


def test_what_is_told_is_all_there_is(ports: Scenario, explored: Exploration) -> None:
    met = [line.thing for line in explored.lines]
    found = [*met, *explored.proved, *explored.unmet]
    assert set(found) == set(things(ports))
    assert len(found) == len(set(found))
    assert explored.share()[3] == len(things(ports))
    assert explored.stuck == ()


def test_all_states_of_the_outline_are_gone_through(explored: Exploration) -> None:
    assert explored.outline.complete
    assert explored.outline.states > 100_000


def test_the_outline_adds_to_the_proof() -> None:
    # What opens the early way out is done in the second round only; the relaxation knows no earlier.
    scenario = planted(
        ("not agreed(ferry) and fog_stays", "done(sit_down_again)"),
        ("when: done(send_sergeant)", "when: done(send_sergeant) and round == heads"),
        (
            "nothing: {title: No agreement, after: [deadline]",
            "soon: {title: Soon, after: [deadline], when: "
            "round == envoys, epilogue: Home., plausibility: possible, counterfactual: yes, sources: [LOG]}\n"
            "  nothing: {title: No agreement, after: [deadline]",
        ),
    )
    found = explore(scenario, 0.8, ticking())
    assert "ending.soon" in names(scenario, found.proved)


def test_the_same_clock_gives_the_same_exploration(ports: Scenario) -> None:
    one, two = (explore(ports, 0.1, ticking()) for _ in "ab")
    assert one == two


def everything_met(scenario: Scenario, seed: int, astray: int) -> set[Thing]:
    opened = open_negotiation(scenario)
    met = set(met_at_opening(opened.state, opened.happenings))
    dice = Dice(seed)
    for ply in walk(scenario, seed, astray=astray):
        met |= set(met_by(ply.author, ply.move, ply.before, ply.after, ply.happenings))
        party = to_move(ply.before)
        for move in tried(scenario, ply.before, dice) if party in (0, 1) else ():
            why = refusal(scenario, ply.before, party, move)
            if why is not None:
                met.add(Thing(Kind.REFUSAL, REFUSALS.index(why.why)))
    return met


@pytest.mark.parametrize(
    "folder",
    [PORTS, ROOT / "scenarios" / "two-towns", ROOT / "scenarios" / "the-deletion"],
    ids=lambda f: f.name,
)
def test_nothing_that_was_met_is_proved_unreachable(folder: Path) -> None:
    scenario = load(folder).scenario
    assert scenario is not None
    reach = relaxed(scenario)
    for seed in range(12):
        assert everything_met(scenario, seed, astray=seed % 2 * 5) <= reach.met


@pytest.mark.long
@pytest.mark.parametrize("seed", range(60))
def test_nothing_that_was_met_in_a_drawn_scenario_is_proved_unreachable(seed: int) -> None:
    scenario = generated(seed)
    reach = relaxed(scenario)
    for game in range(8):
        assert everything_met(scenario, 100 * seed + game, astray=0) <= reach.met


def proved(*changes: tuple[str, str]) -> set[str]:
    scenario = planted(*changes)
    reach = relaxed(scenario)
    return names(scenario, tuple(thing for thing in things(scenario) if thing not in reach.met))


NEVER = "  rumour: {label: A rumour of a strike, seen_by: tarn, start: no}\n"
PLANTED_FLAG = (NEVER, NEVER + "  comet: {label: A comet, seen_by: both, start: no}\n")


def test_an_ending_behind_a_flag_that_nothing_sets_is_proved_unreachable() -> None:
    behind = "after: [ratified], when: form == accord"
    found = proved(PLANTED_FLAG, (behind, f"{behind} and comet"))
    assert "ending.accord" in found
    assert "ending.notes" not in found


def test_an_ending_behind_one_that_takes_everything_is_proved_unreachable() -> None:
    assert "ending.notes" in proved(
        ("after: [ratified], when: form == accord, epilogue", "after: [ratified], epilogue")
    )


def test_a_dead_action_is_proved_so() -> None:
    found = proved(("when: not toast_given, closed", "when: trust > 10, closed"))
    assert {"action.toast.vale", "action.toast.tarn"} <= found


def test_a_condition_that_contradicts_itself_is_proved_false() -> None:
    found = proved(
        ("when: offered(tarn, ferry == daily)\n", "when: offered(tarn, ferry == daily and ferry == weekly)\n")
    )
    assert {"decision.v_two_ways", "choice.v_two_ways.wait"} <= found


def test_an_always_false_choice_is_found_with_its_condition() -> None:
    scenario = planted(("when: trust >= 6, closed", "when: trust >= 6 and trust < 0, closed"))
    found = explore(scenario, 0.1, ticking())
    assert "choice.v_two_ways.take_it" in names(scenario, found.proved)
    assert any(each.key[0] == "choice" and not each.holds and each.proved for each in found.one_sided)


def test_what_is_neither_met_nor_proved_is_only_told_as_not_met() -> None:
    # True at no time, but by two meters that move together: no interval can tell.
    scenario = planted(("when: not toast_given, closed", "when: trust - trust > 0, closed"))
    found = explore(scenario, 0.1, ticking())
    assert {"action.toast.vale", "action.toast.tarn"} <= names(scenario, found.unmet)


def test_a_code_is_proved_away_where_no_delegation_has_the_power(deletion: Scenario) -> None:
    reach = relaxed(deletion)
    left = {thing for thing in things(deletion) if thing.kind is Kind.REFUSAL} - reach.met
    assert names(deletion, tuple(left)) == {
        "refusal.ANSWER_AWAITED",
        "refusal.NO_FULL_POWERS",
        "refusal.ALREADY_CITED",
        "refusal.NOTHING_TO_COUNTER",
    }


def test_a_line_is_cut_to_what_it_needs(ports: Scenario, explored: Exploration) -> None:
    longest = max((line for line in explored.lines if line.refused is None), key=lambda line: len(line.moves))
    short = shortened(ports, longest, lambda: True)
    assert len(short.moves) <= len(longest.moves)
    assert is_met(ports, short)
    assert not is_met(ports, Line(longest.thing, longest.moves[:-1]))


def test_suggested_moves_are_legal_and_attempts_of_every_kind(ports: Scenario) -> None:
    for ply in walk(ports, 3):
        party = to_move(ply.before)
        if party in (0, 1):
            moves = suggested(ports, ply.before, party)
            assert moves
            assert all(refusal(ports, ply.before, party, move) is None for move in moves)
            assert len({type(move) for move in attempts(ports, ply.before, party)}) >= 8


def test_an_issue_that_nothing_reads_is_independent(deletion: Scenario) -> None:
    lone = {deletion.issues[index].id for index in independent_issues(deletion)}
    assert "claims" in lone
    assert not {"islands", "rest", "okinawa", "letters"} & lone


def test_the_command_tells_and_keeps_games_that_open(tmp_path: Path) -> None:
    printed = run(["explore", str(PORTS), "--seconds", "0.5", "--lines", str(tmp_path)])
    assert printed.code == 0
    assert "rounds:" in printed.text
    assert "proved unreachable" in printed.text
    kept = sorted(tmp_path.iterdir())
    assert len(kept) > 30
    for path in kept[:4]:
        save = open_save(path, stored)
        assert save.damage is None
        assert replay(save.scenario, save.records).error is None  # type: ignore[arg-type]
    assert run(["replay", str(kept[-1]), "--all"]).code == 0
    forked = run(["fork", str(kept[-1]), "--at", "0", "--saves", str(tmp_path / "forks")])
    assert forked.code == 0


def test_the_command_writes_the_outline_for_spin(tmp_path: Path) -> None:
    model = tmp_path / "ports.pml"
    printed = run(["explore", str(PORTS), "--promela", str(model)])
    assert printed.code == 0
    assert "commands" in printed.text
    text = model.read_text("utf-8")
    assert "ending accord on ratified" in text
    assert text.rstrip().endswith("od\n}")
    assert run(["explore", str(PORTS), "--promela", str(tmp_path)]).code == 2


def test_the_command_gives_json() -> None:
    printed = run(["explore", str(PORTS), "--seconds", "0.1", "--json"])
    body = json.loads(printed.text)
    assert {each["found"] for each in body["things"]} <= {"met", "proved_unreachable", "not_met"}
    assert all("moves" in each for each in body["things"] if each["found"] == "met")


@pytest.mark.long
@pytest.mark.parametrize(("name", "seconds"), [("two-towns", 15), ("the-deletion", 30)])
def test_every_round_ending_and_choice_of_a_shipped_scenario_has_a_line(name: str, seconds: int) -> None:
    scenario = load(ROOT / "scenarios" / name).scenario
    assert scenario is not None
    found = explore(scenario, seconds, ticking())
    asked = (Kind.ROUND, Kind.ENDING, Kind.DECISION, Kind.CHOICE, Kind.EVENT, Kind.OUTCOME, Kind.ACTION)
    assert [id_of(scenario, thing) for thing in (*found.proved, *found.unmet) if thing.kind in asked] == []


PLACES_VARIED = 16
"""From the end of the documented line back to where its letters are published."""


def test_lines_that_were_found_before_are_taken_up(ports: Scenario, explored: Exploration) -> None:
    """What a search of no time at all has not met it meets where somebody has been there before."""
    bare = explore(ports, 0.0, ticking())
    told = [line.moves for line in explored.lines if line.refused is None]
    assert told
    given = explore(ports, 0.0, ticking(), lines=told)
    met = {line.thing for line in given.lines}
    assert met > {line.thing for line in bare.lines}
    assert met >= {line.thing for line in explored.lines if line.refused is None}


def test_a_line_given_is_followed_as_far_as_it_is_legal(ports: Scenario, explored: Exploration) -> None:
    longest = max((line.moves for line in explored.lines), key=len)
    torn = (*longest[:4], longest[3], *longest[4:])
    for line in explore(ports, 0.0, ticking(), lines=[torn]).lines:
        assert is_met(ports, line)


def test_a_varied_line_comes_to_other_endings_of_the_same_talks(deletion: Scenario) -> None:
    """One move otherwise and then on as before: what is seen only at the end of long talks."""
    search = Search(deletion, frozenset(things(deletion)))
    search.written()
    tried: dict[int, Node] = {}
    vary(search, tried, PLACES_VARIED, lambda: True)
    assert len(tried) == PLACES_VARIED
    found = search.found.witnesses
    endings = {deletion.endings[thing.first].id for thing in found if thing.kind is Kind.ENDING}
    assert endings >= {"as_in_history", "disputed_at_once", "silent_letters_closed"}
    for witness in found.values():
        assert replay(deletion, witness.node.line()).error is None


def test_every_refusal_of_a_signed_text_is_tried(explored: Exploration, ports: Scenario) -> None:
    assert "refusal.ALREADY_SIGNED" in names(ports, tuple(line.thing for line in explored.lines))


@pytest.mark.long
@pytest.mark.parametrize("cut", ["the-deletion", "moscow-1956"])
def test_a_cut_is_settled_whole(cut: str) -> None:
    """Of every part a line of play or a proof; with the plans beside it, as the command has them."""
    found = load(ROOT / "scenarios" / cut)
    assert found.scenario is not None
    lines = [free_moves(play) for play in plans_played(found)]
    explored = explore(found.scenario, patience(found.scenario), time.process_time, lines=lines)
    assert names(found.scenario, explored.unmet) == set()
    assert explored.outline.complete
