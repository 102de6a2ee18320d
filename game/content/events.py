"""The section `events:`: what happens by the calendar, by a condition or by chance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.content import codes
from game.content.diagnostics import Severity
from game.content.effects import read_effects
from game.content.reader import Fields, all_named
from game.content.reading import Reading
from game.content.source import Node
from game.rules.scenario import Event, EventOutcome

HUNDREDTHS: Final = 100
"""What the odds of an event sum to."""


def read_events(reading: Reading, nodes: Iterable[Node]) -> tuple[Event, ...]:
    """Return the events."""
    found: list[Event] = []
    for id, fields in all_named(reading, nodes, "event"):
        found.append(_event(reading, fields, id, len(found)))
        fields.close()
    return tuple(found)


def _event(reading: Reading, fields: Fields, id: str, index: int) -> Event:
    fields.claim()
    outcomes = tuple(_outcomes(reading, fields, id))
    known = reading.names.outcomes[index] if index < len(reading.names.outcomes) else {}
    usual = fields.reference("usual", known, f"outcome of '{id}'") if fields.has("outcomes") else 0
    return Event(
        id=id,
        label=fields.label("label"),
        when=fields.condition("when"),
        repeats=fields.flag("repeats", default=False),
        inject=fields.flag("inject", default=False),
        seen=fields.seen("seen_by"),
        text=fields.prose("text"),
        footprint=fields.prose("footprint", ""),
        effects=read_effects(reading, fields),
        outcomes=outcomes,
        usual=usual,
        basis=fields.basis if fields.ground is not None else None,
    )


def _outcomes(reading: Reading, fields: Fields, id: str) -> Iterable[EventOutcome]:
    found: list[EventOutcome] = []
    before = reading.report.count(Severity.ERROR)
    for name, each in fields.named("outcomes", f"the outcome '{id}.{{}}'", needed=False):
        found.append(
            EventOutcome(
                id=name,
                odds=each.number("odds", 0, HUNDREDTHS),
                text=each.prose("text"),
                effects=read_effects(reading, each),
            )
        )
        each.close()
    total = sum(outcome.odds for outcome in found)
    if found and total != HUNDREDTHS and reading.report.count(Severity.ERROR) == before:
        reading.report.add(codes.N507, fields.at("outcomes"), event=id, sum=total)
    return found
