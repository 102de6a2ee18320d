"""Target `expressions`: a text becomes a checked condition or amount, or a fault at its own column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from game.content.diagnostics import Place, Report
from game.content.expressions import Parsed, amount, condition
from game.content.load import load
from game.content.source import ScalarNode, Source
from game.content.vocabulary import FUNCTIONS, SPECIAL, Context, Vocabulary
from game.rules.apply import open_negotiation
from game.rules.scenario import Scenario
from game.rules.state import State
from tests.fuzz.target import Target, hold, sound

ROOT = Path(__file__).parents[2]
PORTS = ROOT / "tests" / "scenarios" / "two-ports"
NAME = "x/scenario.yaml"

MOST_DIGITS = 5_000
"""Digits of the largest result: numbers have thirteen, and an expression at most 200 of them."""

_WHEN = re.compile(r"(?:when|add|needs|to): ([^,}\n]+)")


@lru_cache(maxsize=1)
def _table() -> tuple[Vocabulary, Scenario, State]:
    """Return names to read, and a moment to judge them in."""
    loaded = load(PORTS)
    assert loaded.scenario is not None
    assert loaded.reading is not None
    return loaded.reading.names, loaded.scenario, open_negotiation(loaded.scenario).state


def run(data: bytes) -> None:
    """Read a text in every place where an expression may stand, and evaluate what was read."""
    text = data.decode("utf-8", errors="replace")
    source = Source(NAME, text)
    node = ScalarNode(text, Place(NAME, 1, 1, max(len(source.line(1)) + 1, 2)), "", source)
    names, scenario, state = _table()
    for context in Context:
        for read in (condition, amount):
            report = Report()
            report.register(source)
            parsed = read(node, names, report, context)
            hold((parsed is None) == (len(report) > 0), "it is an expression or has a fault")
            sound(report, {NAME: text})
            if parsed is not None:
                _ends(parsed, read is condition, scenario, state)


def _ends(parsed: Parsed, is_condition: bool, scenario: Scenario, state: State) -> None:
    """Hold that it comes to a value of its type, of bounded size, and reads where it says it reads."""
    value = parsed.expression.evaluate(state.provisional, state, scenario)
    hold(value in (0, 1) if is_condition else type(value) is int, f"it comes to {value!r}")
    hold(int(value).bit_length() < 4 * MOST_DIGITS, "it comes to a huge number")
    written = parsed.node.text
    for use in parsed.uses:
        hold(0 <= use.start < use.end <= len(written), f"{use.name} stands at {use.start} to {use.end}")


def seeds() -> Mapping[str, bytes]:
    """Return the expressions of the shipped scenarios, and one call of each function."""
    found = {}
    for file in [*sorted(ROOT.glob("scenarios/*/*.yaml")), PORTS / "scenario.yaml"]:
        for text in _WHEN.findall(file.read_text("utf-8")):
            found[text] = text.strip().encode()
    calls = {name: f"{name}(vale, ferry == daily) >= 1".encode() for name in FUNCTIONS}
    return {**{f"written-{at}": text for at, text in enumerate(sorted(set(found.values())))}, **calls}


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    names = _table()[0]
    ids = (*names.parties, *names.meters, *names.flags, *names.issues, *names.rounds, *names.slots)
    more = (*names.actions, *names.decisions, *names.events, *names.constituencies)
    inside = (word for known in (*names.options, *names.choices) for word in known)
    return tuple(dict.fromkeys((*FUNCTIONS, *SPECIAL, *ids, *more, *inside, *_SIGNS)))


_SIGNS = (
    *(
        " and ",
        " or ",
        " not ",
        " in ",
        " == ",
        " != ",
        " <= ",
        " >= ",
        " < ",
        " > ",
        "(",
        ")",
        ", ",
        "+",
        "-",
        "*",
    ),
    *(
        "//",
        "'1956-10-19'",
        "1000000000000",
        "0",
        "-1",
        "**",
        "<<",
        "is ",
        "lambda:",
        "if ",
        " else ",
        "\n",
        "\t",
    ),
)

TARGET = Target("expressions", run, seeds, _words(), usual=500, largest=4_000, lines=(60_000, 120))
