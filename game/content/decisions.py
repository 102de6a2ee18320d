"""The section `decisions:`: cards put before a party, and the ordinary moves that choices stand for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.content import codes
from game.content.actions import APPEAL
from game.content.effects import read_effects
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Choice, Decision, Run, RunMove, Seen, Upon

_UPON: Final = {upon.value: upon for upon in Upon}
ALTERNATIVES: Final = (1, 3)
"""The least and the most packages of one offer."""


def read_decisions(reading: Reading, nodes: Iterable[Node]) -> tuple[Decision, ...]:
    """Return the decisions."""
    found: list[Decision] = []
    for id, fields in all_named(reading, nodes, "decision"):
        found.append(_decision(reading, fields, id))
        fields.close()
    return tuple(found)


def _decision(reading: Reading, fields: Fields, id: str) -> Decision:
    party = fields.party()
    fields.claim()
    seen = (party == 0, party == 1)
    choices: list[Choice] = []
    for name, each in fields.named("choices", f"the choice '{id}.{{}}'"):
        choices.append(_choice(reading, each, name, seen))
        each.close()
    return Decision(
        id=id,
        party=party,
        title=fields.label("title"),
        text=fields.prose("text"),
        when=fields.condition("when", seen),
        choices=tuple(choices),
        source=fields.citation("source", ""),
    )


def _choice(reading: Reading, fields: Fields, id: str, seen: Seen) -> Choice:
    when = fields.condition("when", seen)
    return Choice(
        id=id,
        label=fields.label("label"),
        when=when,
        closed=fields.text("closed") if when is not None else fields.text("closed", ""),
        effects=read_effects(reading, fields),
        runs=_runs(reading, fields, seen),
        note=fields.prose("note", ""),
        appeal=fields.number("appeal", *APPEAL, 0),
        evidence=fields.citation("evidence"),
    )


def _runs(reading: Reading, fields: Fields, seen: Seen) -> RunMove | None:
    if not fields.has("runs"):
        fields.ignore("runs")
        return None
    below = fields.below("runs", f"'runs' of {fields.what}")
    verbs = [run.value for run in Run if below.has(run.value)]
    if len(verbs) != 1:
        if below.is_open:
            known = ", ".join(run.value for run in Run)
            reading.report.add(codes.N115, below.key, what="'runs'", known=known, count=len(verbs))
        return None
    move = _run(below, Run(verbs[0]), seen)
    below.close()
    return move


def _run(fields: Fields, run: Run, seen: Seen) -> RunMove:
    match run:
        case Run.PROPOSE:
            return RunMove(
                run,
                packages=fields.packages("propose", ALTERNATIVES),
                linked=fields.flag("linked", default=False),
                upon=fields.one_of("upon", _UPON, Upon.NOTHING),
            )
        case Run.ACCEPT if fields.word("accept") == "any":
            fields.ignore("accept")
            return RunMove(run)
        case Run.ACCEPT:
            return RunMove(run, accepts=fields.needed_condition("accept", seen))
        case Run.REJECT | Run.HOLD:
            fields.one_of(run.value, {"yes": True, "true": True})
            return RunMove(run)
