"""The numbers that an author wrote, one by one, each with the scenario that another value would make.

A number is named by its path: `points.japan.islands.two_after`, `linkages.3` (counted from 1 as in the
file), `constituencies.main_stream.terms.5`, `homes.ussr.reservation.1`, `events.poland_17.effects.1`. Of an
amount with several integers each has a number of its own: `homes.japan.reservation.1.2` is the second
integer of the first amount. Odds, and what counts meetings, exchanges or days, are not numbers of the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from game.content.meters import HIGHEST, LOWEST
from game.rules.expressions import Arithmetic, Expression, Extremum, Node, Number, Operation
from game.rules.scenario import (
    Add,
    Constituency,
    Effect,
    Home,
    MoveReservation,
    Round,
    Scenario,
    SetMeter,
    Term,
    other,
)

SCALE: Final = 100
"""How far points are moved at most: the best package is worth about so much."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Authored:
    """One number, and what may be put in its place."""

    name: str
    label: str  # whose or what for, in the author's words; "" where the name says it
    value: int
    least: int
    most: int
    on_the_line: bool  # whether the course of a historical line may depend on it; else only facts can
    put: Callable[[int], Scenario]


def authored(scenario: Scenario) -> Iterator[Authored]:
    """Yield the numbers of the model in the order of the sections."""
    yield from _meters(scenario)
    yield from _points(scenario)
    yield from _linkages(scenario)
    yield from _conduct(scenario)
    for party in (0, 1):
        yield from _home(scenario, party)
    for index in range(len(scenario.constituencies)):
        yield from _constituency(scenario, index)
    yield from _weights(scenario)
    yield from _effects(scenario)


def numbered(scenario: Scenario, name: str) -> Authored:
    """Return the number called `name`; raise `KeyError` for no such number."""
    for each in authored(scenario):
        if each.name == name:
            return each
    raise KeyError(f"no number is called {name!r}")


def _with(items: tuple[T, ...], index: int, item: T) -> tuple[T, ...]:
    return (*items[:index], item, *items[index + 1 :])


def _meters(scenario: Scenario) -> Iterator[Authored]:
    for index, meter in enumerate(scenario.meters):

        def put(value: int, index: int = index) -> Scenario:
            moved = replace(scenario.meters[index], start=value)
            return replace(scenario, meters=_with(scenario.meters, index, moved))

        yield Authored(f"meters.{meter.id}.start", meter.label, meter.start, LOWEST, HIGHEST, True, put)


def _points(scenario: Scenario) -> Iterator[Authored]:
    for party, side in enumerate(scenario.parties):
        for index, issue in enumerate(scenario.issues):
            row = scenario.points[party][index]
            for option, points in enumerate(row) if any(row) else ():

                def put(value: int, party: int = party, index: int = index, option: int = option) -> Scenario:
                    own = scenario.points[party]
                    changed = _with(own, index, _with(own[index], option, value))
                    rest = scenario.points[other(party)]
                    return replace(scenario, points=(changed, rest) if party == 0 else (rest, changed))

                name = f"points.{side.id}.{issue.id}.{issue.options[option].id}"
                yield Authored(name, "", points, points - SCALE, points + SCALE, False, put)


def _linkages(scenario: Scenario) -> Iterator[Authored]:
    for index, linkage in enumerate(scenario.linkages):

        def put(value: int, index: int = index) -> Scenario:
            moved = replace(scenario.linkages[index], points=value)
            return replace(scenario, linkages=_with(scenario.linkages, index, moved))

        points = linkage.points
        label = f"{scenario.parties[linkage.party].id}: {linkage.why}"
        yield Authored(f"linkages.{index + 1}", label, points, points - SCALE, points + SCALE, False, put)


_CONDUCT: Final = (
    "better_steps",
    "better_add",
    "worse_steps",
    "worse_add",
    "holds_running",
    "holds_add",
    "reopen_add",
    "disowned_add",
    "breaks_at",
    "sound_free",
    "sound_least",
)


def _conduct(scenario: Scenario) -> Iterator[Authored]:
    for name in _CONDUCT:
        value: int = getattr(scenario.conduct, name)
        least = 1 if name in ("better_steps", "worse_steps", "holds_running") else value - HIGHEST
        least = max(least, LOWEST - 1) if name in ("breaks_at", "sound_free", "sound_least") else least

        def put(value: int, name: str = name) -> Scenario:
            return replace(scenario, conduct=replace(scenario.conduct, **{name: value}))  # type: ignore[arg-type]

        yield Authored(f"conduct.{name}", "", value, least, value + HIGHEST, True, put)


def _home(scenario: Scenario, party: int) -> Iterator[Authored]:
    home, id = scenario.homes[party], scenario.parties[party].id

    def changed(home: Home) -> Scenario:
        first, second = scenario.homes
        return replace(scenario, homes=(home, second) if party == 0 else (first, home))

    for name in ("quorum", "alone_cost", "alone_cost_after_no", "refused_cost"):
        value: int = getattr(home, name)

        def put(value: int, name: str = name) -> Scenario:
            return changed(replace(home, **{name: value}))  # type: ignore[arg-type]

        least = max(0, value - HIGHEST)
        yield Authored(f"homes.{id}.{name}", "", value, least, value + HIGHEST, True, put)

    def put_terms(terms: tuple[Term, ...]) -> Scenario:
        return changed(replace(home, reservation=terms))

    yield from _terms(f"homes.{id}.reservation", home.reservation, SCALE, False, put_terms)


def _terms(
    name: str,
    terms: tuple[Term, ...],
    reach: int,
    on_the_line: bool,
    changed: Callable[[tuple[Term, ...]], Scenario],
) -> Iterator[Authored]:
    for index, term in enumerate(terms):

        def put_amount(amount: Expression, index: int = index) -> Scenario:
            return changed(_with(terms, index, replace(terms[index], add=amount)))

        yield from _amount(f"{name}.{index + 1}", term.why, term.add, reach, on_the_line, put_amount)


def _amount(
    name: str,
    label: str,
    amount: Expression,
    reach: int,
    on_the_line: bool,
    changed: Callable[[Expression], Scenario],
) -> Iterator[Authored]:
    values = tuple(_integers(amount.tree))
    for place, (value, least) in enumerate(values):

        def put(value: int, place: int = place) -> Scenario:
            tree, _ = _with_integer(amount.tree, place, value)
            return changed(Expression.of(amount.text, tree))

        called = name if len(values) == 1 else f"{name}.{place + 1}"
        lowest = value - reach if least is None else max(least, value - reach)
        yield Authored(called, label, value, lowest, value + reach, on_the_line, put)


def _integers(tree: Node) -> Iterator[tuple[int, int | None]]:
    """Yield the integers of an amount in the order of the text, and the least that may stand there."""
    match tree:
        case Number(value):
            yield value, None
        case Arithmetic(operation, left, right):
            yield from _integers(left)
            for value, least in _integers(right):
                yield value, 1 if operation is Operation.QUOTIENT else least
        case Extremum(items=items):
            for item in items:
                yield from _integers(item)
        case _:
            pass


def _with_integer(tree: Node, place: int, value: int) -> tuple[Node, int]:
    """Return the amount with another integer at `place`, and what is left of `place` behind it."""
    match tree:
        case Number():
            return (Number(value) if place == 0 else tree), place - 1
        case Arithmetic(operation, left, right):
            one, place = _with_integer(left, place, value)
            another, place = _with_integer(right, place, value)
            return Arithmetic(operation, one, another), place
        case Extremum(extreme, items):
            found = []
            for item in items:
                changed, place = _with_integer(item, place, value)
                found.append(changed)
            return Extremum(extreme, tuple(found)), place
        case _:
            return tree, place


def _constituency(scenario: Scenario, index: int) -> Iterator[Authored]:
    item = scenario.constituencies[index]
    name = f"constituencies.{item.id}"

    def changed(item: Constituency) -> Scenario:
        return replace(scenario, constituencies=_with(scenario.constituencies, index, item))

    ranges = [
        ("votes", item.votes, 0, item.votes + HIGHEST),
        ("start", item.start, LOWEST, HIGHEST),
        ("carries_at", item.carries_at, max(LOWEST, item.blocks_at + 1), HIGHEST),
        ("blocks_at", item.blocks_at, LOWEST - 1, item.carries_at - 1),
    ]
    if item.asked_first_at is not None:
        ranges.append(("asked_first_at", item.asked_first_at, LOWEST, HIGHEST))
    for field, value, least, most in ranges:

        def put(value: int, field: str = field) -> Scenario:
            return changed(replace(item, **{field: value}))  # type: ignore[arg-type]

        yield Authored(f"{name}.{field}", item.label, value, least, most, True, put)

    def put_terms(terms: tuple[Term, ...]) -> Scenario:
        return changed(replace(item, terms=terms))

    yield from _terms(f"{name}.terms", item.terms, HIGHEST, True, put_terms)


def _weights(scenario: Scenario) -> Iterator[Authored]:
    for index, round_ in enumerate(scenario.rounds):
        for party, side in enumerate(scenario.parties):

            def put(value: int, index: int = index, party: int = party) -> Scenario:
                changed: Round = scenario.rounds[index]
                first, second = changed.delegations
                own = replace(changed.delegations[party], weight=value)
                both = (own, second) if party == 0 else (first, own)
                rounds = _with(scenario.rounds, index, replace(changed, delegations=both))
                return replace(scenario, rounds=rounds)

            weight = round_.delegations[party].weight
            name = f"rounds.{round_.id}.{side.id}.weight"
            yield Authored(name, round_.delegations[party].head, weight, -HIGHEST, HIGHEST, True, put)
    for index, delegate in enumerate(scenario.delegates):

        def put_delegate(value: int, index: int = index) -> Scenario:
            sent = scenario.delegates[index]
            moved = replace(sent, delegation=replace(sent.delegation, weight=value))
            return replace(scenario, delegates=_with(scenario.delegates, index, moved))

        sent = delegate.delegation
        name = f"delegates.{delegate.id}.weight"
        yield Authored(name, sent.head, sent.weight, -HIGHEST, HIGHEST, True, put_delegate)


def _effects(scenario: Scenario) -> Iterator[Authored]:
    """Yield the amounts in the effects of events, choices and actions."""
    for index, event in enumerate(scenario.events):

        def put_event(effects: tuple[Effect, ...], index: int = index) -> Scenario:
            moved = replace(scenario.events[index], effects=effects)
            return replace(scenario, events=_with(scenario.events, index, moved))

        yield from _amounts(f"events.{event.id}.effects", event.label, event.effects, put_event)
    for index, action in enumerate(scenario.actions):

        def put_action(effects: tuple[Effect, ...], index: int = index) -> Scenario:
            moved = replace(scenario.actions[index], effects=effects)
            return replace(scenario, actions=_with(scenario.actions, index, moved))

        yield from _amounts(f"actions.{action.id}.effects", action.label, action.effects, put_action)
    for index, decision in enumerate(scenario.decisions):
        for place, choice in enumerate(decision.choices):

            def put_choice(effects: tuple[Effect, ...], index: int = index, place: int = place) -> Scenario:
                owner = scenario.decisions[index]
                moved = _with(owner.choices, place, replace(owner.choices[place], effects=effects))
                decisions = _with(scenario.decisions, index, replace(owner, choices=moved))
                return replace(scenario, decisions=decisions)

            name = f"decisions.{decision.id}.{choice.id}.effects"
            yield from _amounts(name, choice.label, choice.effects, put_choice)


def _amounts(
    name: str, label: str, effects: tuple[Effect, ...], changed: Callable[[tuple[Effect, ...]], Scenario]
) -> Iterator[Authored]:
    for index, effect in enumerate(effects):
        if isinstance(effect, Add | SetMeter | MoveReservation):
            owner = effect

            def put(
                amount: Expression, index: int = index, owner: Add | SetMeter | MoveReservation = owner
            ) -> Scenario:
                return changed(_with(effects, index, replace(owner, amount=amount)))

            yield from _amount(f"{name}.{index + 1}", label, effect.amount, HIGHEST, True, put)
