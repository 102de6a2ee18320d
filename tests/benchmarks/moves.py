"""Moves per second of our engine, beside a trigger of `transitions` and beside NegMAS on its own protocol.

The same two plain delegates bargain over the same generated issues in both engines. Only the ratios of one
run mean anything.
"""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from transitions import Machine

from game.rules.apply import Applied, apply, open_negotiation
from game.rules.legality import refusal
from game.rules.moves import Accept, Propose
from game.rules.scenario import Scenario
from game.rules.state import State
from tests.benchmarks.domain import ISSUES, OPTIONS, ROUNDS, Plain, tables
from tests.benchmarks.scenario import generated
from tests.benchmarks.timing import median_rate

ROOT = Path(__file__).resolve().parents[2]
NEGMAS = "negmas==0.16.0"


def run(with_negmas: bool = True) -> None:
    """Print our rate, the two others and the ratios."""
    print(f"{ISSUES} issues of {OPTIONS} options, {ROUNDS} rounds at most, two plain delegates")
    ours, agreed = our_rate(ask=True)
    playout, _ = our_rate(ask=False)
    print(f"our engine, refusal and apply       {ours:10,.0f} moves/s   (agreed {agreed:.0%})")
    print(f"our engine, apply alone (playouts)  {playout:10,.0f} moves/s")
    trigger = trigger_rate()
    print(f"transitions, one trigger            {trigger:10,.0f} triggers/s")
    print(f"  = {ours / trigger:.2f} moves a trigger")
    if not with_negmas:
        return
    peer = negmas()
    if peer is None:
        print("NegMAS is left out: it could not be installed into an environment of its own.")
        return
    rate = peer["moves_per_s"]
    print(
        f"NegMAS {peer['version']}, its own mechanism    {rate:10,.0f} moves/s   (agreed "
        f"{peer['agreed'] / peer['negotiations']:.0%})"
    )
    print(f"  = ours makes {ours / rate:.1f} moves while it makes one, {playout / rate:.1f} in playouts")
    print("  (the delegates are the same and make as many moves, so negotiations stand alike; goal 10)")


def our_rate(*, ask: bool) -> tuple[float, float]:
    """Return moves per second (every offer, and the acceptance, as in the peer) and the share agreed.

    Args:
        ask: ask before every move whether it is legal, as a table of people does. The delegates offer only
            what is, so that playouts need not; the peer does not ask either.
    """
    sides = tables()
    scenario = generated(sides)
    rng = random.Random(1)
    ends: list[bool] = []

    def one() -> int:
        moves, agreed = bargain(scenario, (Plain(sides[0], rng), Plain(sides[1], rng)), ask=ask)
        ends.append(agreed)
        return moves

    return median_rate(one, seconds=5.0), sum(ends) / len(ends)


def bargain(scenario: Scenario, delegates: tuple[Plain, Plain], *, ask: bool = True) -> tuple[int, bool]:
    """Play one negotiation until every issue is agreed or time is up; return the moves and whether it is."""
    make = _asked if ask else apply
    state, moves = open_negotiation(scenario).state, 0
    while state.outcome is None:
        party = state.turn
        time = (moves // 2 + 1) / (ROUNDS + 1)
        theirs = state.offers[1 - party]
        if theirs is not None and delegates[party].takes(theirs.packages[0], time):
            return moves + 1, make(scenario, state, party, Accept()).state.outcome is None
        state = make(scenario, state, party, Propose((delegates[party].offer(time),))).state
        moves += 1
    return moves, False


def _asked(scenario: Scenario, state: State, party: int, move: Accept | Propose) -> Applied:
    why = refusal(scenario, state, party, move)
    assert why is None, why
    return apply(scenario, state, party, move)


def trigger_rate() -> float:
    """Return triggers per second of a ring of 50 states with a condition and an action on every edge."""

    class Talks:
        passed = 0

        def may(self) -> bool:
            return True

        def note(self) -> None:
            self.passed += 1

    talks = Talks()
    states = [f"s{number}" for number in range(50)]
    edges = [
        {"trigger": "advance", "source": a, "dest": b, "conditions": "may", "after": "note"}
        for a, b in zip(states, [*states[1:], states[0]], strict=True)
    ]
    Machine(model=talks, states=states, transitions=edges, initial="s0", auto_transitions=False)

    def hundred() -> int:
        for _ in range(100):
            talks.advance()  # type: ignore[attr-defined]
        return 100

    return median_rate(hundred, seconds=2.0)


def negmas() -> dict[str, float] | None:
    """Run the peer in an environment made for it and thrown away after; None if it cannot be had."""
    with tempfile.TemporaryDirectory() as folder:
        print(
            f"installing {NEGMAS} into a throw-away environment (some 800 MB, for a minute) ...", flush=True
        )
        python = Path(folder) / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        steps = (
            [sys.executable, "-m", "venv", folder],
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", NEGMAS],
            [str(python), "-W", "ignore", "-m", "tests.benchmarks.negmas_peer"],
        )
        for step in steps:
            done = subprocess.run(step, cwd=ROOT, capture_output=True, text=True)
            if done.returncode:
                return None
        return dict(json.loads(done.stdout.splitlines()[-1]))


if __name__ == "__main__":
    run()
