"""The first pass: the ids of everything, before any body is read, so that anything may name anything.

Only keys are looked at. A body that later proves wrong still has its name, so that one typo gives one
message and not one for every place that speaks of the broken thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from game.content.source import Entry, ListNode, MapNode, Node, ScalarNode
from game.rules.scenario import Scenario, Seen

PARTIES: Final = 2
"""There are exactly two."""


class _Called(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Names:
    """The index of every id, kind by kind; `options` by issue, `choices` by decision, `outcomes` by event."""

    parties: Mapping[str, int]
    meters: Mapping[str, int]
    flags: Mapping[str, int]
    issues: Mapping[str, int]
    options: tuple[Mapping[str, int], ...]
    rounds: Mapping[str, int]
    slots: Mapping[str, int]
    """To the place in the whole calendar."""
    actions: Mapping[str, int]
    decisions: Mapping[str, int]
    choices: tuple[Mapping[str, int], ...]
    events: Mapping[str, int]
    outcomes: tuple[Mapping[str, int], ...]
    documents: Mapping[str, int]
    constituencies: Mapping[str, int]
    orders: Mapping[str, int]
    delegates: Mapping[str, int]
    personas: Mapping[str, int]
    lines: Mapping[str, int]
    seats: Mapping[str, Seen] = field(init=False)
    """`both` and each party, as those who see a thing or may do it."""

    pair: tuple[str, str] = field(init=False)
    """The two parties, empty names standing in for those that are not there."""

    def __post_init__(self) -> None:
        """Work out the seats."""
        seats: dict[str, Seen] = {"both": (True, True)}
        for party, index in self.parties.items():
            seats[party] = (index == 0, index == 1)
        object.__setattr__(self, "seats", seats)
        first, second = (*self.parties, "", "")[:PARTIES]
        object.__setattr__(self, "pair", (first, second))


def collected(sections: Mapping[str, tuple[Node, ...]]) -> Names:
    """Return the names of a scenario from its merged sections."""

    def keys(section: str) -> Mapping[str, int]:
        return _numbered(entry.key.text for entry in _section(sections, section))

    def below(section: str, field: str) -> tuple[Mapping[str, int], ...]:
        return tuple(
            _numbered(entry.key.text for entry in _entries(_field(each.value, field)))
            for each in _section(sections, section)
        )

    slots = (
        slot.key.text
        for round_ in _section(sections, "rounds")
        for slot in _entries(_field(round_.value, "slots"))
    )
    return Names(
        parties=dict(list(keys("parties").items())[:PARTIES]),
        meters=keys("meters"),
        flags=keys("flags"),
        issues=keys("issues"),
        options=below("issues", "options"),
        rounds=keys("rounds"),
        slots=_numbered(slots),
        actions=keys("actions"),
        decisions=keys("decisions"),
        choices=below("decisions", "choices"),
        events=keys("events"),
        outcomes=below("events", "outcomes"),
        documents=keys("documents"),
        constituencies=keys("constituencies"),
        orders=_numbered(_order_ids(sections)),
        delegates=keys("delegates"),
        personas=keys("personas"),
        lines=keys("history"),
    )


def named(scenario: Scenario) -> Names:
    """Return the names of a scenario that was read before."""

    def ids(things: Iterable[_Called]) -> Mapping[str, int]:
        return _numbered(each.id for each in things)

    return Names(
        parties=ids(scenario.parties),
        meters=ids(scenario.meters),
        flags=ids(scenario.flags),
        issues=ids(scenario.issues),
        options=tuple(ids(issue.options) for issue in scenario.issues),
        rounds=ids(scenario.rounds),
        slots=_numbered(slot.id for round_ in scenario.rounds for slot in round_.slots),
        actions=ids(scenario.actions),
        decisions=ids(scenario.decisions),
        choices=tuple(ids(decision.choices) for decision in scenario.decisions),
        events=ids(scenario.events),
        outcomes=tuple(ids(event.outcomes) for event in scenario.events),
        documents=ids(scenario.documents),
        constituencies=ids(scenario.constituencies),
        orders=ids(scenario.orders),
        delegates=ids(scenario.delegates),
        personas=ids(scenario.personas),
        lines=ids(scenario.history),
    )


def _section(sections: Mapping[str, tuple[Node, ...]], name: str) -> Iterator[Entry]:
    for node in sections.get(name, ()):
        yield from _entries(node)


def _entries(node: Node | None) -> Iterator[Entry]:
    if isinstance(node, MapNode):
        for entry in node.entries.values():
            if entry.key.text not in ("source", "assumption"):
                yield entry


def _field(node: Node, name: str) -> Node | None:
    return node.get(name) if isinstance(node, MapNode) else None


def _order_ids(sections: Mapping[str, tuple[Node, ...]]) -> Iterator[str]:
    for party in _section(sections, "mandates"):
        for order in party.value.items if isinstance(party.value, ListNode) else ():
            id = _field(order, "id")
            if isinstance(id, ScalarNode):
                yield id.text


def _numbered(ids: Iterable[str]) -> dict[str, int]:
    """Return each id with its place; the first of two equal ids keeps it, but both take a number."""
    numbered: dict[str, int] = {}
    for position, id in enumerate(ids):
        numbered.setdefault(id, position)
    return numbered
