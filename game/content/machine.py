"""Rounds are a state machine: declared with `transitions`, checked, and compiled to a plain table.

The rules look the table up (`game/rules/protocol.py`); the machine itself is thrown away. A test drives the
two side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from transitions import EventData, Machine

from game.content.codes import N401, N402, N403, N404, N405, N406, N407
from game.content.diagnostics import Placed, Report
from game.rules.expressions import Expression
from game.rules.scenario import END, Edge, Protocol, RoundKind, Trigger

END_STATE: Final = "end"
"""The state of the machine in which the talks are over; no round may be called so."""

_OF_TALKS: Final = frozenset((Trigger.DEADLINE, Trigger.WALK_OUT, Trigger.BREAKDOWN))
_OF_RATIFICATION: Final = frozenset((Trigger.RATIFIED, Trigger.REFUSED))


@dataclass(frozen=True, slots=True)
class Way:
    """One guarded way out of a round, and where it was written."""

    edge: Edge
    where: Placed


@dataclass(frozen=True, slots=True)
class Exits:
    """The ways out of one round, by trigger, in the order of the file."""

    round: str
    kind: RoundKind
    may_conclude: bool  # both delegations may sign
    ways: Mapping[Trigger, tuple[Way, ...]]
    where: Placed


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition of the machine: a function, for `transitions` imports a string as a path and calls it."""

    expression: Expression

    def __call__(self, event: EventData) -> bool:
        """Return exactly True or False; the library counts any other true value as false."""
        scenario, state = event.kwargs["scenario"], event.kwargs["state"]
        return bool(self.expression.evaluate(state.provisional, state, scenario))


def protocol(exits: Sequence[Exits], opening: int, report: Report) -> Protocol:
    """Return the round table, complete for every round and trigger, with every fault reported.

    A trigger that a round does not name, and does not need, ends the negotiation.

    Args:
        exits: one entry a round, in the scenario's order; every target is `END` or the index of a round.
        opening: the round in which play begins.
    """
    _check(exits, opening, report)
    table = {
        (index, trigger): tuple(way.edge for way in ways)
        for index, each in enumerate(exits)
        for trigger, ways in each.ways.items()
    }
    rounds = [each.round for each in exits]
    # Two rounds of one name or one called like the end are reported already; no machine can have them.
    if len({*rounds, END_STATE}) <= len(rounds):
        return table
    return compiled(declared(rounds, table), rounds)


def declared(rounds: Sequence[str], table: Protocol) -> Machine:
    """Return the machine whose states are `rounds` and the end, and whose transitions are `table`.

    Raises:
        ValueError: a round or target of the table lies outside `rounds`; the library would accept it here
            and fail when the trigger comes.
    """
    places = range(len(rounds))
    for (index, _), edges in table.items():
        for place in (index, *(edge.target for edge in edges if edge.target != END)):
            if place not in places:
                raise ValueError(f"a round is one of 0 to {len(rounds) - 1}; got {place}")
    machine = Machine(
        model=None,
        states=[*rounds, END_STATE],
        initial=rounds[0],
        auto_transitions=False,  # else every state could be jumped to past all guards
        send_event=True,
    )
    for index, name in enumerate(rounds):
        for trigger in Trigger:
            for edge in table.get((index, trigger)) or (Edge(None, END),):
                machine.add_transition(
                    trigger.value,
                    name,
                    END_STATE if edge.target == END else rounds[edge.target],
                    conditions=[] if edge.guard is None else [Guard(edge.guard)],
                )
    return machine


def compiled(machine: Machine, rounds: Sequence[str]) -> Protocol:
    """Return the machine as a table of edges, by walking its events.

    Raises:
        TypeError: a condition is no `Guard`.
    """
    index = {name: place for place, name in enumerate(rounds)} | {END_STATE: END}
    return {
        (index[source], Trigger(name)): tuple(
            Edge(_guard_of(transition.conditions), index[str(transition.dest)]) for transition in transitions
        )
        for name, event in machine.events.items()
        for source, transitions in event.transitions.items()
    }


def reachable(table: Protocol, opening: int) -> frozenset[int]:
    """Return the rounds that some course of play can come to, `END` among them if the talks can end."""
    found: set[int] = set()
    waiting = [opening]
    while waiting:
        place = waiting.pop()
        if place in found:
            continue
        found.add(place)
        waiting.extend(edge.target for (index, _), edges in table.items() if index == place for edge in edges)
    return frozenset(found)


def needed(kind: RoundKind, *, may_conclude: bool) -> frozenset[Trigger]:
    """Return the triggers for which a round of this kind must say where it leads."""
    if kind is RoundKind.RATIFICATION:
        return _OF_RATIFICATION
    return _OF_TALKS | {Trigger.CONCLUDED} if may_conclude else _OF_TALKS


def _guard_of(conditions: Sequence[object]) -> Expression | None:
    if not conditions:
        return None
    guard = getattr(conditions[0], "func", None)
    if len(conditions) > 1 or not isinstance(guard, Guard):
        raise TypeError(f"a way has at most one condition, a Guard; got {conditions!r}")
    return guard.expression


def _check(exits: Sequence[Exits], opening: int, report: Report) -> None:
    for index, each in enumerate(exits):
        if each.round == END_STATE:
            report.add(N401, each.where)
        wanted = needed(each.kind, may_conclude=each.may_conclude)
        for trigger in Trigger:
            if trigger in wanted and not each.ways.get(trigger):
                report.add(N402, each.where, round=each.round, trigger=trigger.value)
        for trigger, ways in each.ways.items():
            _check_ways(each, trigger, ways, report)
            for way in ways:
                if way.edge.target != END and way.edge.target <= index:
                    target = exits[way.edge.target].round
                    report.add(N406, way.where, round=each.round, target=target)
    table = {
        (index, trigger): tuple(way.edge for way in ways)
        for index, each in enumerate(exits)
        for trigger, ways in each.ways.items()
    }
    met = reachable(table, opening)
    for index, each in enumerate(exits):
        if index not in met:
            report.add(N405, each.where, round=each.round)


def _check_ways(each: Exits, trigger: Trigger, ways: tuple[Way, ...], report: Report) -> None:
    other = _OF_TALKS if each.kind is RoundKind.RATIFICATION else _OF_RATIFICATION
    if ways and trigger in other and trigger is not Trigger.BREAKDOWN:
        report.add(N407, ways[0].where, kind=each.kind.value, trigger=trigger.value)
    for position, way in enumerate(ways):
        if way.edge.guard is None and position + 1 < len(ways):
            report.add(N404, ways[position + 1].where, reason="one above it has no condition")
            break
    if ways and all(way.edge.guard is not None for way in ways):
        report.add(N403, ways[-1].where)
