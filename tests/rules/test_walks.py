"""Random play of every shipped scenario: invariants at every ply, and nothing of the rules left unmet.

The invariants are those of OpenSpiel's random simulation test, adapted.
"""

from copy import deepcopy
from dataclasses import dataclass, field

import pytest

from game.rules.apply import apply, open_negotiation
from game.rules.legal_moves import LegalMoves
from game.rules.legality import refusal
from game.rules.moves import Draw, Expire, Inject, PartyMove
from game.rules.refusals import Refusal, Why
from game.rules.scenario import HOME, INSTRUCTOR, NATURE, Scenario
from game.rules.state import to_move
from game.rules.transcript import Made, replay
from game.rules.view import seen_by, view_for
from tests.rules.walking import Dice, Taste, attempts, walk

SEEDS = 50
GAMES_A_SEED = 8
"""Games a seed, so that rare endings are met within the fifty seeds."""


@dataclass
class Met:
    """What the walks of all scenarios have met."""

    moves: set[type] = field(default_factory=set)
    choices: set[tuple[str, int, int]] = field(default_factory=set)
    events: set[tuple[str, int]] = field(default_factory=set)
    outcomes: set[tuple[str, int, int]] = field(default_factory=set)
    endings: set[tuple[str, int]] = field(default_factory=set)
    actions: set[tuple[str, int]] = field(default_factory=set)
    codes: set[Why] = field(default_factory=set)


def codes_of(found: Refusal | None) -> set[Why]:
    if found is None:
        return set()
    return {found.why} | codes_of(found.because)


def check_ply(scenario: Scenario, state, met: Met, dice: Dice) -> None:
    who = to_move(state)
    for party in (0, 1):
        legal = LegalMoves(scenario, state, party)
        view = view_for(scenario, state, party)
        for move in attempts(scenario, state, dice):
            found = refusal(scenario, state, party, move)
            met.codes |= codes_of(found)
            assert (move in legal) == (found is None)
            if who in (0, 1):
                assert refusal(view.scenario, view.state, party, move) == found, "a view judges as the truth"
            if found is None:
                assert who == party, "only the party to move has legal moves"
                applied = apply(scenario, state, party, move)
                assert applied.state != state, "a legal move changes something"
    if who in (0, 1):
        assert next(iter(LegalMoves(scenario, state, who)), None) is not None
    for author, move in ((NATURE, Draw(0, 99)), (INSTRUCTOR, Inject(0)), (0, Draw(0, 0)), (HOME, Expire())):
        met.codes |= codes_of(refusal(scenario, state, author, move))


def check_meters(state) -> None:
    assert all(0 <= level <= 10 for level in state.meters)


def run_walks(scenario: Scenario, seeds: range, met: Met) -> None:
    for seed in seeds:
        taste = Taste()
        for game in range(GAMES_A_SEED):
            number = seed * GAMES_A_SEED + game
            made: list[Made] = []
            state = open_negotiation(scenario).state
            for ply in walk(scenario, number, taste, astray=(0, 30, 12, 5)[game % 4]):
                untouched = deepcopy(ply.before) if len(made) % 7 == 0 else None
                assert ply.before == state
                met.moves.add(type(ply.move))
                made.append(Made(ply.author, ply.move))
                if len(made) % 5 == 0:
                    check_ply(scenario, ply.before, met, Dice(seed * 7919 + len(made)))
                check_meters(ply.after)
                if untouched is not None:
                    assert ply.before == untouched, "apply leaves its argument alone"
                state = ply.after
            assert state.outcome is not None
            check_ply(scenario, state, met, Dice(seed))
            played = replay(scenario, made)
            assert played.error is None
            assert played.final == state, "a transcript is enough to play a game again"
            note(scenario, state, made, met)


def note(scenario: Scenario, state, made: list[Made], met: Met) -> None:
    name = scenario.id
    met.endings.add((name, state.outcome.ending))
    met.choices |= {(name, d, c) for d, c in enumerate(state.taken) if c >= 0}
    met.events |= {(name, e) for e, count in enumerate(state.fired) if count}
    met.outcomes |= {(name, m.move.event, m.move.outcome) for m in made if isinstance(m.move, Draw)}
    met.actions |= {(name, a) for own in state.uses for a, count in enumerate(own) if count}


def unmet(scenario: Scenario, met: Met) -> list[str]:
    """Return the names of everything in `scenario` that no walk has met."""
    name = scenario.id
    return [
        *(
            f"choice {d.id}.{c.id}"
            for i, d in enumerate(scenario.decisions)
            for j, c in enumerate(d.choices)
            if (name, i, j) not in met.choices
        ),
        *(f"event {e.id}" for i, e in enumerate(scenario.events) if (name, i) not in met.events),
        *(
            f"outcome {e.id}.{o.id}"
            for i, e in enumerate(scenario.events)
            for j, o in enumerate(e.outcomes)
            if (name, i, j) not in met.outcomes
        ),
        *(f"ending {e.id}" for i, e in enumerate(scenario.endings) if (name, i) not in met.endings),
        *(f"action {a.id}" for i, a in enumerate(scenario.actions) if (name, i) not in met.actions),
    ]


def test_random_walks_keep_the_invariants_and_meet_everything(ports: Scenario, deletion: Scenario) -> None:
    met = Met()
    run_walks(ports, range(SEEDS), met)
    run_walks(deletion, range(SEEDS), met)
    kinds = set(PartyMove.__args__)
    assert kinds <= met.moves, f"move kinds never made: {kinds - met.moves}"
    missing = [*unmet(ports, met), *unmet(deletion, met)]
    assert not missing, f"never met: {', '.join(missing)}"
    codes = set(Why) - met.codes
    assert not codes, f"refusal codes never met: {sorted(code.value for code in codes)}"


def test_a_walk_that_meets_too_little_is_noticed(ports: Scenario) -> None:
    met = Met()
    run_walks(ports, range(1), met)
    assert unmet(ports, met)


@pytest.mark.parametrize("party", [0, 1])
def test_happenings_told_to_a_party_name_no_cause_it_cannot_see(ports: Scenario, party: int) -> None:
    for seed in range(20):
        for ply in walk(ports, seed):
            for item in seen_by(ports, ply.happenings, party):
                cause = getattr(item, "cause", "")
                if cause.startswith("decision:"):
                    decision = next(d for d in ports.decisions if f"decision:{d.id}" == cause)
                    assert decision.party == party
