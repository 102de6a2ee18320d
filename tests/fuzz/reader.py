"""Target `reader`: the files of a stranger's scenario become a `Scenario`, or faults that stand in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from game.content.load import load_sources
from game.content.shapes import SECTIONS
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.legal_moves import LegalMoves
from game.rules.scenario import Scenario
from game.rules.state import to_move
from tests.content.mutator import twigs_of, written
from tests.fuzz.target import Target, errors, hold, sound
from tests.rules.walking import Dice

ROOT = Path(__file__).parents[2]
BAD = ROOT / "tests" / "content" / "bad"
OWN = "fuzzed/scenario.yaml"

_FILE = re.compile(rb"^#= ([a-z0-9_/.-]{1,60})\r?\n", re.MULTILINE)
"""A line before each further file, with its name."""

PLIES = 12
"""Moves that a scenario without faults is played for."""

WORDS = (
    *(f"{name}:\n" for name in SECTIONS),
    *(
        "  - ",
        ": yes\n",
        ": no\n",
        ": 0\n",
        ": -1\n",
        ": 1000000000000\n",
        "[]",
        "{}",
        "source: ",
        "assumption: a\n",
    ),
    *("include: [_lib]\n", "#= _lib/a.yaml\n", "format: 1\n", "both", "when: ", "add: ", "to: ", "exits:\n"),
    *("needs: ", "agenda: ", "slots:\n", "choices:\n", "outcomes:\n", "effects:\n", "terms:\n", "1956-10-19"),
)


def parted(data: bytes) -> dict[str, str]:
    """Return the files that an input stands for: its own, and each after a line `#= name`."""
    pieces = _FILE.split(data)
    files = {OWN: pieces[0]}
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        files["_" + name.decode("ascii").lstrip("_")] = text
    return {name: text.decode("utf-8", errors="surrogateescape") for name, text in files.items()}


def run(data: bytes) -> None:
    """Load a scenario as a save does, and play a little of one that has no faults."""
    files = parted(data)
    loaded = load_sources(files)
    hold((loaded.scenario is None) == bool(errors(loaded.report)), "there is a scenario or an error")
    sound(loaded.report, files)
    if loaded.scenario is not None:
        _plays(loaded.scenario)


def _plays(scenario: Scenario) -> None:
    """Make the first legal move some times over: once there is a scenario, no look-up can fail."""
    state = open_negotiation(scenario).state
    for ply in range(PLIES):
        due = automatic(scenario, state, 1, 0, ply)
        if due is None:
            party = to_move(state)
            if party not in (0, 1):
                return
            due = party, LegalMoves(scenario, state, party).sample(Dice(ply))
        state = apply(scenario, state, *due).state


@lru_cache(maxsize=1)
def seeds() -> Mapping[str, bytes]:
    """Return the templates, one field a line, and the changed stretches of the bad examples."""
    found: dict[str, bytes] = {}
    for file in sorted(ROOT.glob("scenarios/_templates/*/scenario.yaml")):
        (tree,) = twigs_of({OWN: file.read_text("utf-8")}).values()
        found[file.parent.name] = written(tree).encode()
    base = (ROOT / "tests" / "scenarios" / "two-ports" / "scenario.yaml").read_text("utf-8")
    for file in sorted(BAD.glob("*.yaml")):
        text = _example(file, base)
        if text is not None:
            found[file.stem] = text
    return found


def _example(file: Path, base: str) -> bytes | None:
    """Return an example that is a text of its own, or the changed stretch of one that changes the base."""
    example = yaml.safe_load(file.read_text("utf-8"))
    if "text" in example:
        files = "".join(f"#= {name}\n{text}" for name, text in example.get("files", {}).items())
        return f"{example['text']}\n{files}".encode(errors="surrogatepass")
    edits = "\n".join(edit["with"] for edit in example.get("edits", ()))
    return edits.encode(errors="surrogatepass") if edits else None


TARGET = Target("reader", run, seeds, WORDS, usual=14_000, largest=1 << 16, lines=(30_000, 100))
