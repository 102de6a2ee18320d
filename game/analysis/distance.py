"""How far a condition is from holding, for a search that goes towards it: the parts that fail, counted."""

from game.analysis.things import Kind, Thing
from game.rules.expressions import (
    All,
    AnyOf,
    Chose,
    Compare,
    Comparison,
    Done,
    Expression,
    Happened,
    IssueCompare,
    IssueIn,
    Node,
    Not,
    Offered,
    RoundCompare,
    SlotCompare,
    compiled,
)
from game.rules.package import OPEN, Package, merged
from game.rules.scenario import END, Scenario
from game.rules.state import State, slot_ordinal

DEPTH = 3
"""How many conditions behind a condition are looked at: what must have been done, and what that needs."""


def distance(
    scenario: Scenario, state: State, tree: Node, package: Package | None = None, depth: int = 0
) -> int:
    """Return 0 where `tree` holds, else how many steps, roughly, are missing; never exact, only a guide."""
    judged = state.provisional if package is None else package
    if compiled(tree)(judged, state, scenario):
        return 0

    def sub(node: Node) -> int:
        return distance(scenario, state, node, judged, depth)

    match tree:
        case All(items):
            return sum(sub(item) for item in items)
        case AnyOf(items):
            return min(sub(item) for item in items)
        case IssueCompare(issue=issue) | IssueIn(issue=issue):
            return 2 if judged[issue] == OPEN else 3
        case Offered(party, condition):
            offer = state.offers[party]
            if offer is None:
                return 2
            on_table = [merged(state.provisional, each) for each in offer.packages]
            return min(1 + distance(scenario, state, condition, each, depth) for each in on_table)
        case SlotCompare(_, ordinal):
            now = slot_ordinal(scenario, state)
            return 2 * (ordinal - now) if now < ordinal else 40
        case RoundCompare(_, round_):
            return 2 * abs(round_ - state.round) + 2
        case Compare(comparison, left, right):
            values = [compiled(side)(judged, state, scenario) for side in (left, right)]
            return abs(values[0] - values[1]) + (comparison in (Comparison.LT, Comparison.GT))
        case Chose(decision):
            behind = Thing(Kind.DECISION, decision)
        case Done(action):
            behind = Thing(Kind.ACTION, action)
        case Happened(event):
            behind = Thing(Kind.EVENT, event)
        case Not():
            return 1
        case _:
            return 1
    if depth >= DEPTH:
        return 1
    return 1 + min(
        (distance(scenario, state, each.tree, None, depth + 1) for each in guards_of(scenario, behind)),
        default=0,
    )


def guards_of(scenario: Scenario, thing: Thing) -> list[Expression]:
    """Return the conditions of which one must hold for `thing` to be met; none where it has no condition."""
    match thing.kind:
        case Kind.ENDING:
            found = [scenario.endings[thing.first].when]
        case Kind.DECISION:
            found = [scenario.decisions[thing.first].when]
        case Kind.CHOICE:
            decision = scenario.decisions[thing.first]
            choice = decision.choices[thing.second].when
            found = [decision.when if choice is None else choice]
        case Kind.EVENT | Kind.OUTCOME:
            found = [scenario.events[thing.first].when]
        case Kind.ACTION:
            found = [scenario.actions[thing.first].when]
        case Kind.ROUND:
            ways = scenario.protocol.values()
            found = [edge.guard for edges in ways for edge in edges if edge.target == thing.first != END]
        case _:
            found = []
    return [guard for guard in found if guard is not None]
