"""Conditions that always give the same answer, and orders that never forbid anything, as diagnostics."""

from typing import Final

from game.analysis.guards import Guard, Role, is_left
from game.content import codes
from game.desk.proof import Proof
from game.rules.expressions import All, AnyOf, Not, RoundCompare, SlotCompare, nodes
from game.rules.package import OPEN
from game.rules.scenario import END, Level

_OF_THINGS: Final = frozenset(
    (Role.ACTION, Role.DECISION, Role.EVENT, Role.CHOICE, Role.ENDING, Role.NEED, Role.ORDER)
)
"""Where a condition that never holds is told of what it is the condition of."""

_ALWAYS: Final = {
    Role.WAY: "the ways below it are never taken",
    Role.EVENT: "it happens at the opening",
    Role.DECISION: "it is put at the opening",
    Role.NEED: "it rules nothing out",
    Role.ORDER: "it stands against every text",
    Role.LINKAGE: "its points are given for every text",
}
"""What follows where a condition never fails; elsewhere nothing does."""

_NEVER: Final = {
    Role.WAY: "the way is never taken",
    Role.TERM: "the term never counts",
    Role.EFFECT: "there is no such effect",
    Role.COURSE: "these words are never read",
    Role.LINKAGE: "its points are never given",
}


def tell_idle(proof: Proof) -> None:
    """Warn of conditions that never fail or never hold, and of orders that forbid nothing."""
    for guard, (always, ever) in proof.judged:
        where = proof.at(guard.expression)
        if always and not _says_when(guard):
            proof.add(codes.N527, where, follows=_ALWAYS.get(guard.role, "it decides nothing"))
        elif not ever and guard.role not in _OF_THINGS and not _leads_to_told(proof, guard):
            proof.add(codes.N528, where, follows=_NEVER[guard.role])
        elif ever and guard.role is Role.WAY and guard.above and not is_left(proof.reach, guard):
            proof.add(codes.N404, where, reason="where its condition holds, one above it is taken")
    _orders(proof)


def _says_when(guard: Guard) -> bool:
    """Say whether an action or a choice is said to belong to a time, which may well be all there is."""
    if guard.role not in (Role.ACTION, Role.CHOICE):
        return False
    of_time = (SlotCompare, RoundCompare, Not, All, AnyOf)
    return all(isinstance(node, of_time) for node in nodes(guard.expression.tree))


def _leads_to_told(proof: Proof, guard: Guard) -> bool:
    """Say whether a way leads to a round that is never entered, which is told of the round."""
    return guard.role is Role.WAY and guard.target != END and guard.target not in proof.reach.rounds


def _orders(proof: Proof) -> None:
    scenario, reach = proof.scenario, proof.reach
    never = {id(guard.expression) for guard, (_, ever) in proof.judged if not ever}
    for index, order in enumerate(scenario.orders):
        tabled = order.issue is None or order.issue in reach.opened
        if order.issue is not None and not tabled and scenario.opening.agreed[order.issue] == OPEN:
            continue  # it is told of the issue
        if reach.levels[index] == {Level.FREE}:
            reason = "its level is 'free', and nothing changes it"
        elif not tabled:
            reason = "its issue is never on the table"
        elif id(order.when) in never:
            reason = "its condition never holds"
        else:
            continue
        proof.add(codes.N535, proof.reading.at("order", order.id), order=order.id, reason=reason)
