"""Coverage: what a game went through, watched at the table of ways and counted once a game."""

from game.analysis.coverage import coverage, passed
from game.rules.apply import open_negotiation
from game.rules.scenario import END, Scenario, Trigger
from game.rules.transcript import Made, replay
from tests.rules.walking import walk


def walked(scenario: Scenario, seed: int) -> tuple[Made, ...]:
    return tuple(Made(ply.author, ply.move) for ply in walk(scenario, seed))


def test_a_game_passes_the_rounds_and_ways_that_its_states_show(ports: Scenario) -> None:
    for seed in range(20):
        moves = walked(ports, seed)
        course, one = replay(ports, moves), passed(ports, moves)
        last = course.final
        assert last.outcome is not None
        assert one.rounds == {state.round for state in course.states}
        assert one.endings == {last.outcome.ending}
        targets = [ports.protocol[round_, trigger][n].target for round_, trigger, n in one.ways]
        assert targets.count(END) == 1, "a game that ended left one round for good"
        assert {target for target in targets if target != END} == one.rounds - {ports.opening.round}
        (leaving,) = [way for way in one.ways if ports.protocol[way[0], way[1]][way[2]].target == END]
        assert leaving[:2] == (last.round, last.outcome.trigger)


def test_of_two_ways_on_one_trigger_the_one_whose_guard_held_is_passed(ports: Scenario) -> None:
    met: set[tuple[int, Trigger, int]] = set()
    for seed in range(200):
        if len(met) == 2:
            break
        met |= {way for way in passed(ports, walked(ports, seed)).ways if way[:2] == (0, Trigger.DEADLINE)}
    assert met == {(0, Trigger.DEADLINE, 0), (0, Trigger.DEADLINE, 1)}


def test_each_game_counts_once_whatever_it_passed_twice(ports: Scenario) -> None:
    games = [walked(ports, seed) for seed in range(12)]
    cover, ones = coverage(ports, games), [passed(ports, moves) for moves in games]
    assert cover.games == 12
    for name in ("rounds", "ways", "endings", "decisions", "choices", "events", "outcomes"):
        counted = getattr(cover, name)
        assert max(counted.values(), default=0) <= 12, name
        for key, count in counted.items():
            assert count == sum(key in getattr(one, name) for one in ones), name


def test_watching_changes_no_game(ports: Scenario) -> None:
    moves = walked(ports, 3)
    before = replay(ports, moves)
    passed(ports, moves)
    assert replay(ports, moves).states == before.states
    assert passed(ports, ()).rounds == {open_negotiation(ports).state.round}
