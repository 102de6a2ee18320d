"""What is remarkable about a state, as small numbers: a search keeps a state that shows something new.

Iterated width (Lipovetzky and Geffner, Width and Serialization of Classical Planning Problems, ECAI 2012):
a search that drops every state without a new feature visits at most as many states as there are features,
and one that asks for a new pair of features at most as many as there are pairs, whatever the number of
states; what needs few things to be true at once is met by the first, most else by the second.
"""

from collections.abc import Iterator
from typing import NamedTuple

from game.analysis.suggested import effects
from game.rules.expressions import All, Evaluator, Node, compiled
from game.rules.package import decided
from game.rules.scenario import Scenario
from game.rules.state import State


class Features(NamedTuple):
    """What is remarkable about a state: numbers, and the same as bits."""

    each: tuple[int, ...]
    bits: int


NOTHING = Features((), 0)


class Novelty:
    """Numbers the features of the states of one scenario, and remembers which were seen together."""

    def __init__(self, scenario: Scenario, width: int) -> None:
        self._ids: dict[tuple[object, ...], int] = {}
        self._seen = 0
        self._beside: list[int] = []  # of each feature, as bits, those that it was seen with
        self._width = width
        self._guards = _parts(scenario)
        self._scenario = scenario

    def features(self, state: State) -> Features:
        """Return the features of `state`."""
        ids = self._ids
        each = tuple(dict.fromkeys([ids.setdefault(name, len(ids)) for name in self._named(state)]))
        bits = 0
        for number in each:
            bits |= 1 << number
        return Features(each, bits)

    def is_new(self, mine: Features, parent: Features) -> bool:
        """Say whether a feature of `mine`, or a pair of them, has not been seen; it is from now on.

        Only what the state has and its parent has not can make a new pair.
        """
        if self._width == 1:
            found = mine.bits & ~self._seen
            self._seen |= found
            return bool(found)
        beside, fresh, found = self._beside, mine.bits & ~parent.bits, 0
        beside += [0] * (len(self._ids) - len(beside))
        for number in mine.each:
            if fresh >> number & 1:
                found |= mine.bits & ~beside[number]
                beside[number] |= mine.bits
            else:
                beside[number] |= fresh
        return bool(found)

    def _named(self, state: State) -> Iterator[tuple[object, ...]]:
        yield "slot", state.round, state.slot
        yield from (("agreed", *pair) for pair in decided(state.provisional))
        yield from (("meter", index, level) for index, level in enumerate(state.meters))
        yield from (("flag", index) for index, on in enumerate(state.flags) if on)
        yield from (("level", index, level) for index, level in enumerate(state.levels))
        yield from (("taken", index, choice) for index, choice in enumerate(state.taken) if choice >= 0)
        yield from (("event", index) for index, times in enumerate(state.fired) if times)
        for party in (0, 1):
            yield "delegate", party, state.delegates[party]
            if state.signed[party]:
                yield "signed", party
            yield from (("pending", decision) for decision in state.pending[party])
            yield from (("used", party, index) for index, times in enumerate(state.uses[party]) if times)
            offer = state.offers[party]
            for package in offer.packages if offer else ():
                yield from (("offer", party, *pair) for pair in decided(package))
            vote = state.votes[party]
            if vote is not None:
                yield "vote", party, vote.carried
        yield from (("asked", each.party, each.kind, each.due) for each in state.questions)
        yield from (("due", *each) for each in state.scheduled)
        package = state.provisional
        for index, guard in enumerate(self._guards):
            if guard(package, state, self._scenario):
                yield "holds", index


def _parts(scenario: Scenario) -> tuple[Evaluator, ...]:
    """Return the conditions of the flow of play, and what each of them joins by `and`, each once."""
    guards = [
        *(action.when for action in scenario.actions),
        *(decision.when for decision in scenario.decisions),
        *(choice.when for decision in scenario.decisions for choice in decision.choices),
        *(event.when for event in scenario.events),
        *(ending.when for ending in scenario.endings),
        *(edge.guard for edges in scenario.protocol.values() for edge in edges),
        *(effect.when for effect in effects(scenario)),
    ]
    found: dict[Node, None] = {}
    for guard in guards:
        if guard is not None:
            found[guard.tree] = None
            if isinstance(guard.tree, All):
                found.update(dict.fromkeys(guard.tree.items))
    return tuple(compiled(tree) for tree in found)
