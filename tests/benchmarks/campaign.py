"""A generated negotiation of the size of a whole campaign, and what a move, a question and a game cost in it.

Eighteen issues, twelve constituencies, twenty actions, eleven rounds, as in the model's section 8; every
condition reads something, so that nothing is cheap because it is empty. Only the ratios of one run count.
"""

import json
import random
import tempfile
from pathlib import Path
from typing import Any

from game.content.load import Loaded, load
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.home import tally
from game.rules.legal_moves import LegalMoves
from game.rules.legality import refusal
from game.rules.moves import Accept, Hold, Propose
from game.rules.scenario import Scenario
from game.rules.state import State, to_move
from game.rules.utility import terms
from game.text.catalogue import load as load_catalogue
from game.text.explain import support_lines
from game.text.wording import Wording
from tests.benchmarks.domain import Plain, Table, tables
from tests.benchmarks.moves import trigger_rate
from tests.benchmarks.scenario import PARTIES, content
from tests.benchmarks.timing import median_rate, median_seconds

ISSUES, OPTIONS, GROUPS, ACTIONS, ROUNDS, EVENTS, ORDERS = 18, 4, 12, 20, 11, 14, 24
MEETINGS, EXCHANGES = 3, 4
MADE = {"assumption": "Generated."}


def campaign(sides: tuple[Table, Table]) -> dict[str, Any]:
    """Return the content of a scenario with these points, full of what may happen."""
    made = content(sides)
    issues = list(made["issues"])
    made["scenario"] |= {"id": "long-talks", "title": "Long talks"}
    made["meters"] |= {
        f"m{n}": {"label": f"Meter {n}", "start": 5, "seen_by": "both", "note": "It moves.", **MADE}
        for n in range(6)
    }
    made["flags"] = {f"f{n}": {"label": f"Flag {n}", "seen_by": "both", "start": False} for n in range(8)}
    made["mandates"] = {
        name: [
            {
                "id": f"{name}_{n}",
                "when": f"{issues[n % ISSUES]} == o{worst} and {issues[(n + 5) % ISSUES]} == o{worst}",
                "level": "ask",
                "because": "Home would not hear of both.",
                **MADE,
            }
            for n in range(ORDERS // 2)
        ]
        for name, worst in zip(PARTIES, (OPTIONS - 1, 0), strict=True)
    }
    made["constituencies"] = {f"group_{n}": _group(n, issues) for n in range(GROUPS)}
    made["actions"] = {f"act_{n}": _action(n) for n in range(ACTIONS)}
    made["events"] = {f"event_{n}": _event(n, issues) for n in range(EVENTS)}
    made["rounds"] = {f"round_{n}": _round(made["rounds"]["talks"], n, issues) for n in range(ROUNDS)}
    made["opening"] = {"round": "round_0", "agreed": {}}
    for name, home in made["homes"].items():
        home["reservation"] += [
            {"add": "0 - days_since('2000-01-01') // 30", "why": "Time passes.", **MADE},
            {"when": f"m{PARTIES.index(name)} >= 7", "add": 2, "why": "It goes well.", **MADE},
        ]
    return made


def _group(number: int, issues: list[str]) -> dict[str, Any]:
    one, two = issues[number % ISSUES], issues[(number + 7) % ISSUES]
    return {
        "label": f"Group {number}",
        "party": PARTIES[number % 2],
        "votes": 1 + number // 2,
        "carries_at": 6,
        "blocks_at": 3,
        "start": 6,
        "note": "It listens.",
        **MADE,
        "terms": [
            {"when": f"{one} >= o2", "add": 2 if number % 2 else -2, "why": "The first matters."},
            {"when": f"{two} <= o1", "add": -1 if number % 2 else 1, "why": "So does the second."},
            {"add": f"m{number % 6} - 5", "why": "The mood."},
            {"when": f"f{number % 8}", "add": -1, "why": "It was said aloud."},
        ],
    }


def _action(number: int) -> dict[str, Any]:
    return {
        "label": f"Action {number}",
        "party": "both",
        "kind": "plain",
        "table": True,
        "when": f"m{number % 6} <= 8 and not f{number % 8}",
        "closed": "Not any more.",
        "times": 3,
        "effects": [{"add": f"m{number % 6}", "by": 1 if number % 3 else -1}],
        "note": "Something moves.",
        "appeal": 3,
        "evidence": "NONE",
    }


def _event(number: int, issues: list[str]) -> dict[str, Any]:
    return {
        "label": f"Event {number}",
        "when": f"m{number % 6} >= 8 and round >= round_{number % ROUNDS} or agreed({issues[number]})",
        "seen_by": "both",
        "text": "Something happened.",
        "effects": [{"set": f"f{number % 8}", "to": True}, {"add": f"m{(number + 1) % 6}", "by": -1}],
        **MADE,
    }


def _round(talks: dict[str, Any], number: int, issues: list[str]) -> dict[str, Any]:
    after = f"round_{number + 1}" if number + 1 < ROUNDS else "end"
    return talks | {
        "title": f"Round {number}",
        "slots": {
            f"day_{number}_{day}": {
                "label": f"Day {day}",
                "date": f"20{number:02d}-01-{day + 1:02d}",
                "exchanges": EXCHANGES,
            }
            for day in range(MEETINGS)
        },
        "exits": talks["exits"] | {"deadline": [{"to": after}]},
    }


def loaded(sides: tuple[Table, Table]) -> Loaded:
    """Write and load the campaign like any author's scenario."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long-talks/scenario.yaml"
        file.parent.mkdir()
        file.write_text(json.dumps(campaign(sides), indent=1), "utf-8")
        return load(file.parent)


def run() -> None:
    """Print what a move, a sample, a reason, a game and the loading cost."""
    sides = tables(ISSUES, OPTIONS)
    result = loaded(sides)
    if result.scenario is None:
        raise SystemExit("The generated scenario is not valid:\n" + result.report.render())
    scenario = result.scenario
    print(
        f"{ISSUES} issues of {OPTIONS} options, {GROUPS} constituencies, {ACTIONS} actions, "
        f"{EVENTS} events, {ORDERS} orders, {ROUNDS} rounds of {MEETINGS} meetings"
    )
    trigger = trigger_rate()
    print(f"transitions, one trigger            {trigger:10,.0f} /s")
    for name, rate in (
        ("a move: refusal and apply", median_rate(lambda: _played(scenario, sides, ask=True)[0], 3.0)),
        ("a move: apply alone", median_rate(lambda: _played(scenario, sides, ask=False)[0], 3.0)),
        ("a legal move sampled", _sampling(scenario)),
        ("both homes' votes on a draft", _votes(scenario)),
        ("why: the terms of a package", _terms(scenario)),
        ("why: a constituency, in words", _reasons(scenario)),
    ):
        print(f"{name:34}  {rate:10,.0f} /s   {rate / trigger:5.2f} a trigger")
    games = median_rate(lambda: _wandered(scenario), 3.0)
    print(f"random games of all kinds of moves  {games:10,.1f} /s")
    seconds = median_seconds(lambda: loaded(sides), times=3)
    print(f"written, read and checked           {seconds * 1e3:10,.0f} ms")


def _played(scenario: Scenario, sides: tuple[Table, Table], *, ask: bool) -> tuple[int, State]:
    """Let two plain delegates bargain through the campaign; return the moves and the last state."""
    rng = random.Random(1)
    delegates = Plain(sides[0], rng), Plain(sides[1], rng)
    last = ROUNDS * MEETINGS * EXCHANGES
    state, moves = open_negotiation(scenario).state, 0
    while state.outcome is None:
        party, time = state.turn, min(1.0, (moves // 2 + 1) / last)
        theirs = state.offers[1 - party]
        move = Propose((delegates[party].offer(time),))
        if theirs is not None and delegates[party].takes(theirs.packages[0], time):
            return moves + 1, apply(scenario, state, party, Accept()).state
        if ask and refusal(scenario, state, party, move) is not None:
            state = apply(scenario, state, party, Hold()).state
        else:
            state = apply(scenario, state, party, move).state
        moves += 1
    return moves, state


def _sampling(scenario: Scenario) -> float:
    rng = random.Random(2)
    state = open_negotiation(scenario).state

    def one() -> int:
        LegalMoves(scenario, state, state.turn).sample(rng.randrange)
        return 1

    return median_rate(one, 2.0)


def _draft(scenario: Scenario) -> tuple[int, ...]:
    return tuple(number % OPTIONS for number in range(len(scenario.issues)))


def _votes(scenario: Scenario) -> float:
    state, draft = open_negotiation(scenario).state, _draft(scenario)

    def one() -> int:
        tally(scenario, state, 0, draft)
        tally(scenario, state, 1, draft)
        return 1

    return median_rate(one, 2.0)


def _terms(scenario: Scenario) -> float:
    draft = _draft(scenario)

    def one() -> int:
        terms(scenario, 0, draft)
        return 1

    return median_rate(one, 2.0)


def _reasons(scenario: Scenario) -> float:
    say = load_catalogue(Path(__file__).resolve().parents[2] / "assets/text/en.yaml")
    wording = Wording(say, scenario, 0)
    state, draft = open_negotiation(scenario).state, _draft(scenario)

    def one() -> int:
        support_lines(wording, state, 0, draft)
        return 1

    return median_rate(one, 2.0)


def _wandered(scenario: Scenario) -> int:
    """Play one game of sampled legal moves to its end."""
    rng = random.Random(3)
    state = open_negotiation(scenario).state
    for ply in range(2_000):
        if state.outcome is not None:
            break
        due = automatic(scenario, state, 3, 0, ply, True)
        if due is not None:
            state = apply(scenario, state, *due).state
        else:
            party = to_move(state)
            move = LegalMoves(scenario, state, party).sample(rng.randrange)
            state = apply(scenario, state, party, move).state
    return 1
