"""Exploring beside the model checker SPIN, on the same outlines: `python -m tests.benchmarks.spin`.

For each scenario the outline (`game/analysis/outlining.py`) is gone through by our sweep, and, written in
Promela, by SPIN: exhaustively, depth first, without the reductions that would leave states out. What must
agree is checked: how many states there are, which commands are ever taken, which endings are reached; that
every ending reached has a line of play found by `explore`, and no other has; and that an ending made
unreachable is missed by both. What differs is printed: seconds, and states in a second, of SPIN without
making its checker. Left out politely where `spin` and `gcc` are not installed.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from game.analysis.explore import explore
from game.analysis.outline import Outline
from game.analysis.outlining import outlined
from game.analysis.promela import promela
from game.analysis.relaxation import relaxed
from game.analysis.sweep import Swept, sweep
from game.analysis.things import Kind
from game.content.load import load
from game.rules.expressions import All, Compare, Comparison, Expression, MeterValue, Number
from game.rules.scenario import Scenario

ROOT = Path(__file__).parents[2]
FOLDERS = {
    "mini": ROOT / "scenarios" / "_templates" / "mini",
    "bilateral": ROOT / "scenarios" / "_templates" / "bilateral",
    "two-ports": ROOT / "tests" / "scenarios" / "two-ports",
    "two-towns": ROOT / "scenarios" / "two-towns",
    "the-deletion": ROOT / "scenarios" / "the-deletion",
}
DEPTH = 2_000_000
"""Commands in a row that SPIN may take; it says where that was too few."""

MEMORY = 6_000
"""Megabytes that SPIN may take."""

LIMIT = 900.0
"""Seconds that SPIN may take."""

EXPLORED = 60.0
"""Seconds that `explore` may take for its lines of play; it stops when all is settled."""


@dataclass(frozen=True)
class Checked:
    """What SPIN said of a model."""

    states: int
    seconds: float  # of the search
    made: float  # seconds to write and compile the checker
    taken: frozenset[str]
    complete: bool


def checked(model: str) -> Checked:
    """Let SPIN go through all states of a model."""
    with tempfile.TemporaryDirectory() as folder:

        def run(*words: str) -> str:
            done = subprocess.run(
                words, cwd=folder, capture_output=True, text=True, timeout=LIMIT, check=True
            )
            return done.stdout

        (Path(folder) / "m.pml").write_text(model)
        began = time.perf_counter()
        run("spin", "-a", "-o3", "m.pml")  # -o3: no statements merged, so that each line is told apart
        defined = ("-DSAFETY", "-DNOREDUCE", f"-DMEMLIM={MEMORY}")
        run("gcc", "-O2", "-w", *defined, "-o", "pan", "pan.c")
        made = time.perf_counter() - began
        began = time.perf_counter()
        said = run("./pan", f"-m{DEPTH}", "-w24")
        whole = time.perf_counter() - began
    states = re.search(r"([\d.e+]+) states, stored", said)
    assert states is not None, said
    elapsed = re.search(r"elapsed time ([\d.]+)", said)
    seconds = float(elapsed[1]) if elapsed else whole
    unreached = {int(line) for line in re.findall(r"m\.pml:(\d+), state", said)}
    marks = {
        number: found[1]
        for number, line in enumerate(model.splitlines(), 1)
        if (found := re.search(r"taken = \d+ /\* (.*) \*/", line))
    }
    return Checked(
        states=int(float(states[1])),
        seconds=seconds,
        made=made,
        taken=frozenset(name for number, name in marks.items() if number not in unreached),
        complete="too small" not in said and "out of memory" not in said and "search was not" not in said,
    )


def reached(outline: Outline, taken: frozenset[str]) -> frozenset[int]:
    """Return the endings that the commands taken come to."""
    return frozenset(each.ends for each in outline.commands if each.ends >= 0 and each.name in taken)


def without_first_ending(scenario: Scenario) -> Scenario:
    """Return `scenario` with a first ending that asks for more trust than there can be."""
    first, *rest = scenario.endings
    never = Compare(Comparison.GT, MeterValue(scenario.conduct.meter), Number(10))
    tree = never if first.when is None else All((first.when.tree, never))
    return replace(scenario, endings=(replace(first, when=Expression.of("planted", tree)), *rest))


def compared(scenario: Scenario) -> tuple[Outline, Swept, float, Checked, list[str]]:
    """Go through an outline in both ways; return also in what they disagree."""
    outline = outlined(scenario, relaxed(scenario))
    began = time.perf_counter()
    swept = sweep(outline, lambda: True)
    seconds = time.perf_counter() - began
    told = checked(promela(outline, scenario.title))
    wrong = []
    if not told.complete:
        wrong.append("SPIN did not come to its end")
    if told.states != swept.states:
        wrong.append(f"SPIN has {told.states} states, the sweep {swept.states}")
    if told.taken != swept.taken:
        wrong.append(f"only one of them takes {sorted(told.taken ^ swept.taken)}")
    if reached(outline, told.taken) != swept.endings:
        wrong.append("they reach different endings")
    return outline, swept, seconds, told, wrong


def run(names: Sequence[str]) -> bool:
    """Compare the scenarios named, print a line each, and say whether all agreed."""
    agreed = True
    version = subprocess.run(["spin", "-V"], capture_output=True, text=True, check=True).stdout.strip()
    print(f"{version}; states a second, and how many times as many as SPIN")
    print(
        f"{'scenario':14}{'states':>11}{'endings':>9}{'sweep s':>9}{'SPIN s':>8}{'made s':>8}"
        f"{'sweep/s':>13}{'SPIN/s':>10}{'ratio':>8}"
    )
    for name in names:
        scenario = load(FOLDERS[name]).scenario
        if scenario is None:
            print(f"{name:14} cannot be played")
            agreed = False
            continue
        outline, swept, seconds, told, wrong = compared(scenario)
        found = explore(scenario, EXPLORED, time.monotonic)
        lines = {line.thing.first for line in found.lines if line.thing.kind is Kind.ENDING}
        if lines != set(swept.endings):
            missing = [scenario.endings[n].id for n in sorted(swept.endings ^ lines)]
            wrong.append(f"reached by the outline or by a line of play, not by both: {missing}")
        planted = without_first_ending(scenario)
        _, bare, _, bare_told, more = compared(planted)
        wrong += [f"with an ending that cannot be: {each}" for each in more]
        if 0 in bare.endings or 0 in reached(outlined(planted, relaxed(planted)), bare_told.taken):
            wrong.append("an ending that cannot be is reached")
        ours, theirs = swept.states / seconds, told.states / max(told.seconds, 0.01)
        print(
            f"{name:14}{swept.states:>11,}{f'{len(swept.endings)}/{len(scenario.endings)}':>9}"
            f"{seconds:>9.3f}{told.seconds:>8.2f}{told.made:>8.2f}"
            f"{ours:>13,.0f}{theirs:>10,.0f}{ours / theirs:>8.1f}",
            flush=True,
        )
        print(
            f"{'':14}explore: {len(found.lines)} met, {len(found.proved)} proved unreachable, "
            f"{len(found.unmet)} open in {found.seconds:.1f} s; {len(outline.folded)} parts folded; "
            f"{len(told.taken)} of {len(outline.commands)} commands taken by both; "
            f"an ending made unreachable is missed by both",
            flush=True,
        )
        for each in wrong:
            print(f"{'':14}DISAGREE: {each}")
        agreed = agreed and not wrong
    return agreed


def main(words: list[str]) -> int:
    """Run it: 0 where all agreed or SPIN is not there, 1 where not, 2 for a name that is none."""
    unknown = [word for word in words if word not in FOLDERS]
    if unknown:
        print(f"There is no scenario '{unknown[0]}' here; there are {', '.join(FOLDERS)}.", file=sys.stderr)
        return 2
    if not (shutil.which("spin") and shutil.which("gcc")):
        print("Left out: it needs spin and gcc on the path.")
        return 0
    return 0 if run(words or list(FOLDERS)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
