"""What an outline keeps of a scenario, and what it folds away because the whole would be too large.

What is folded may have any value that the relaxation leaves it, at any time. Kept first is what the ways
out and the endings read, then what decisions, events and actions read, then what effects and votes read,
then orders. The options of an issue that no condition tells apart are one value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.analysis.intervals import meets
from game.analysis.outline import Variable
from game.analysis.reach import Moment, Reach
from game.analysis.suggested import effects
from game.rules.expressions import (
    Agreed,
    Chose,
    Done,
    Expression,
    FlagValue,
    Happened,
    IssueCompare,
    IssueIn,
    MeterValue,
    Node,
    Offered,
    SupportOf,
    WouldRatify,
    nodes,
)
from game.rules.package import OPEN
from game.rules.scenario import Add, Instruct, Level, PutDecision, Scenario, Schedule, SetMeter

BUDGET = 1 << 24
"""Combinations of values that an outline may have, unless told otherwise."""

PENDING, TAKEN = 1, 2
"""Values of a decision: 0 not put yet, then pending, then its choices (or all of them in one)."""

SCHEDULED, DRAWING, HAPPENED = 1, 2, 3
"""Values of an event: 0 not yet, then on the calendar, then waiting for its outcome, then over."""


@dataclass(slots=True)
class Kept:
    """Which variable stands for what; what is missing here is folded."""

    variables: list[Variable]
    places: tuple[Moment, ...]
    meters: dict[int, int] = field(default_factory=dict)
    flags: dict[int, int] = field(default_factory=dict)
    issues: dict[int, int] = field(default_factory=dict)
    ladders: dict[int, tuple[int, ...]] = field(default_factory=dict)  # per option and, last, for none
    decisions: dict[int, int] = field(default_factory=dict)
    told: frozenset[int] = frozenset()  # the decisions of which each choice is told apart
    actions: dict[int, int] = field(default_factory=dict)
    events: dict[int, int] = field(default_factory=dict)
    orders: dict[int, int] = field(default_factory=dict)
    breaking: int = -1  # whether an effect has broken off
    folded: list[str] = field(default_factory=list)


Key = tuple[str, int]
"""("meter", index) and the like."""


def kept(scenario: Scenario, reach: Reach, budget: int) -> Kept:
    """Return what an outline of at most about `budget` combinations keeps."""
    fine, fitted = _kept(scenario, reach, budget, fine=True)
    if fitted:
        return fine
    return _kept(scenario, reach, budget, fine=False)[0]


def _kept(scenario: Scenario, reach: Reach, budget: int, *, fine: bool) -> tuple[Kept, bool]:
    """Return what is kept, and whether all was that decides where play goes.

    Args:
        fine: tell options apart that only votes and orders tell apart.
    """
    places = tuple(reach.moments())
    size = len(places) + len(scenario.endings)
    found = Kept([Variable("place", size, places.index((scenario.opening.round, 0)))], places)
    if reach.breaks:
        found.breaking = len(found.variables)
        found.variables.append(Variable("breaking", 2, 0))
        size *= 2
    ranks = _ranks(scenario, reach)
    found.told = frozenset(
        node.decision for _, tree in _trees(scenario) for node in nodes(tree) if isinstance(node, Chose)
    )
    fitted = True
    ladders = {
        issue: _ladder(scenario, issue, [a for a, rank in atoms if fine or rank <= 2])
        for issue, atoms in _atoms(scenario, reach).items()
    }
    candidates = [(rank, _variable(scenario, found, ladders, key), key) for key, rank in ranks.items()]
    for rank, variable, key in sorted(candidates, key=lambda each: (each[0], each[1].size, each[2])):
        if variable.size < 2:
            continue
        if size * variable.size > budget:
            found.folded.append(variable.name)
            fitted = fitted and rank > 2
            continue
        size *= variable.size
        kind, index = key
        place: dict[int, int] = getattr(found, f"{kind}s")
        place[index] = len(found.variables)
        found.variables.append(variable)
        if kind == "issue":
            found.ladders[index] = ladders[index]
    return found, fitted


def _trees(scenario: Scenario) -> Iterator[tuple[int, Node]]:
    """Yield every condition and amount that an outline judges, with how soon it matters."""
    ways = (edge.guard for edges in scenario.protocol.values() for edge in edges)
    yield from _ranked(1, ways, (ending.when for ending in scenario.endings))
    yield from _ranked(
        2,
        (decision.when for decision in scenario.decisions),
        (choice.when for decision in scenario.decisions for choice in decision.choices),
        (event.when for event in scenario.events),
        (action.when for action in scenario.actions),
    )
    yield from _ranked(
        3,
        (effect.when for effect in effects(scenario)),
        (each.amount for each in effects(scenario) if isinstance(each, Add | SetMeter)),
        (term.when for group in scenario.constituencies for term in group.terms),
        (term.add for group in scenario.constituencies for term in group.terms),
    )


def _ranked(rank: int, *groups: Iterator[Expression | None]) -> Iterator[tuple[int, Node]]:
    for group in groups:
        yield from ((rank, guard.tree) for guard in group if guard is not None)


def _parts(tree: Node) -> Iterator[Node]:
    """Yield the parts of a condition; what an offer must be like is not followed, offers are folded."""
    skipped: set[int] = set()
    for node in nodes(tree):
        if isinstance(node, Offered):
            skipped.update(id(each) for each in nodes(node.condition))
        if id(node) not in skipped:
            yield node


def _ranks(scenario: Scenario, reach: Reach) -> dict[Key, int]:
    """Return all that could be kept, with how soon it matters: 1 is the soonest."""
    ranks: dict[Key, int] = {("meter", scenario.conduct.meter): 3}
    for rank, tree in _trees(scenario):
        for key in filter(None, map(_key, _parts(tree))):
            ranks[key] = min(rank, ranks.get(key, rank))
    movable = {effect.order for effect in effects(scenario) if isinstance(effect, Instruct)}
    for index, order in enumerate(scenario.orders):
        asked = order.level is Level.ASK or index in movable
        if asked and order.issue is not None and order.option in reach.agreed[order.issue]:
            ranks["order", index] = 4
    put = {effect.decision for effect in effects(scenario) if isinstance(effect, PutDecision)}
    for index, decision in enumerate(scenario.decisions):
        if index in put or any(choice.effects for choice in decision.choices):
            ranks.setdefault(("decision", index), 5)
    for index, event in enumerate(scenario.events):
        if not event.repeats and (event.effects or event.outcomes):
            ranks.setdefault(("event", index), 5)
    booked = {effect.event for effect in effects(scenario) if isinstance(effect, Schedule)}
    return {
        key: rank
        for key, rank in ranks.items()
        if not (key[0] == "event" and key[1] in booked and scenario.events[key[1]].repeats)
    }


def _key(node: Node) -> Key | None:
    match node:
        case MeterValue(meter):
            return "meter", meter
        case FlagValue(flag):
            return "flag", flag
        case IssueCompare(issue=issue) | IssueIn(issue=issue) | Agreed(issue):
            return "issue", issue
        case Chose(decision):
            return "decision", decision
        case Done(action):
            return "action", action
        case Happened(event):
            return "event", event
        case WouldRatify() | SupportOf():
            return None  # the terms of support are among the trees
        case _:
            return None


def _atoms(scenario: Scenario, reach: Reach) -> dict[int, list[tuple[Node, int]]]:
    """Return for each issue that is read what is asked of it."""
    found: dict[int, list[tuple[Node, int]]] = {}
    for rank, tree in _trees(scenario):
        for node in _parts(tree):
            if isinstance(node, IssueCompare | IssueIn | Agreed):
                found.setdefault(node.issue, []).append((node, rank))
    for order in scenario.orders:
        if order.issue in found and order.option is not None:
            assert order.issue is not None, "an issue that is read"
            found[order.issue].append((IssueIn(order.issue, (order.option,)), 4))
    return found


def _ladder(scenario: Scenario, issue: int, atoms: list[Node]) -> tuple[int, ...]:
    """Return which value each option has, and last the open issue; what is told apart differs."""
    options = [*range(len(scenario.issues[issue].options)), OPEN]
    seen: dict[tuple[bool, ...], int] = {}
    return tuple(
        seen.setdefault(tuple(answers(atom, option) for atom in atoms), len(seen)) for option in options
    )


def answers(atom: Node, option: int) -> bool:
    """Say whether what is asked of one issue holds where it stands at `option`, or is open."""
    if isinstance(atom, Agreed):
        return option != OPEN
    assert isinstance(atom, IssueCompare | IssueIn), "the other parts ask no issue"
    return option != OPEN and meets(atom, option)


def _variable(scenario: Scenario, found: Kept, ladders: dict[int, tuple[int, ...]], key: Key) -> Variable:
    kind, index = key
    match kind:
        case "meter":
            return Variable(f"meter_{scenario.meters[index].id}", 11, scenario.meters[index].start)
        case "flag":
            return Variable(f"flag_{scenario.flags[index].id}", 2, int(scenario.flags[index].start))
        case "issue":
            opens = index in scenario.rounds[scenario.opening.round].reopens
            start = ladders[index][OPEN if opens else scenario.opening.agreed[index]]
            return Variable(f"issue_{scenario.issues[index].id}", 1 + max(ladders[index]), start)
        case "decision":
            decision = scenario.decisions[index]
            told = len(decision.choices) if index in found.told else 1
            return Variable(f"decision_{decision.id}", TAKEN + told, 0)
        case "action":
            return Variable(f"done_{scenario.actions[index].id}", 2, 0)
        case "event":
            return Variable(f"event_{scenario.events[index].id}", HAPPENED + 1, 0)
        case _:
            return Variable(f"order_{index}", 3, int(scenario.orders[index].level))
