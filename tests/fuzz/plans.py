"""Target `plans`: a teacher's lines of play are read, each fault told at its line, and a short one played."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from game.content.diagnostics import Report
from game.content.load import load
from game.content.plan import Sit
from game.content.plans import read_plan
from game.content.source import decoded
from game.desk.plan_playing import played
from game.rules.scenario import Scenario
from tests.fuzz.target import Target, hold, sound

ROOT = Path(__file__).parents[2]
TOWNS = ROOT / "scenarios" / "two-towns"
NAME = "two-towns/plans/fuzzed.plan"

PLAYED = 25
"""Lines of the longest plan that is played; of one in which bots sit down, none is."""

WORDS = (
    *(
        "expect ",
        "refused ",
        "legal ",
        "ending ",
        "round ",
        "agreed ",
        "article ",
        "carries ",
        "points ",
        "closer to ",
    ),
    *(
        "same",
        "propose ",
        "accept ",
        "reject ",
        "hold",
        "sign",
        "linked",
        " or ",
        "=",
        "chance ",
        "seed 1",
        "bot ",
    ),
    *(
        "reopen ",
        "decide ",
        "act ",
        "walk_out",
        "referendum",
        "# ",
        ">= ",
        "waits ",
        "stands ",
        "skerry ",
        "lowick ",
    ),
)


@lru_cache(maxsize=1)
def _scenario() -> Scenario:
    scenario = load(TOWNS).scenario
    assert scenario is not None
    return scenario


def run(data: bytes) -> None:
    """Read a plan, and play it where it is short."""
    report = Report()
    source = decoded(NAME, data, report)
    text = data.decode("utf-8", errors="replace") if source is None else source.text
    plan = None if source is None else read_plan(source, _scenario(), report)
    hold(plan is not None or report.has_errors, "a plan that is none has a reason")
    if (
        plan is not None
        and len(plan.lines) <= PLAYED
        and not any(isinstance(each.says, Sit) for each in plan.lines)
    ):
        played(_scenario(), plan, report)
    sound(report, {NAME: text})


def seeds() -> Mapping[str, bytes]:
    """Return the plans of the scenario."""
    return {file.stem: file.read_bytes() for file in sorted(TOWNS.glob("plans/*.plan"))}


TARGET = Target("plans", run, seeds, WORDS, usual=3_000, largest=1 << 16, lines=(60_000, 300))
