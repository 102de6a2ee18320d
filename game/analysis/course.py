"""The course of a game: who offered what when, and how much each new offer conceded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.rules.happenings import Happening, OfferTabled
from game.rules.package import OPEN, Package, decided, merged
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.transcript import Replay
from game.rules.utility import concession_steps, points


@dataclass(frozen=True, slots=True)
class OfferMade:
    """An offer of a party, beside its own offer before.

    With several alternatives the newcomer that gives most is meant, measured from the alternative
    before it that lies nearest: the same measure by which trust moves.
    """

    step: int  # number of the move, from 1; 0 is the opening
    party: int
    packages: tuple[Package, ...]  # laid upon what stood agreed
    concession: int | None  # drop in its own points; negative: it asked for more; None: its first offer
    rungs: int | None  # towards the other's ideal, over the ladders


def told(replay: Replay) -> Iterator[tuple[int, State, Happening]]:
    """Yield every happening with the number of its move and the state that the move led to."""
    for step, happenings in enumerate(replay.happenings):
        for happening in happenings:
            yield step, replay.states[step], happening


def offers(scenario: Scenario, replay: Replay, party: int) -> tuple[OfferMade, ...]:
    """Return the offers of `party` in their order, those that a decision or event tabled among them."""
    made: list[OfferMade] = []
    for step, _, happening in told(replay):
        if not isinstance(happening, OfferTabled) or happening.party != party:
            continue
        agreed = replay.states[max(0, step - 1)].provisional
        packages = tuple(merged(agreed, package) for package in happening.offer.packages)
        before = made[-1].packages if made else ()
        made.append(
            OfferMade(
                step=step,
                party=party,
                packages=packages,
                concession=_most(scenario, party, before, packages, _drop) if before else None,
                rungs=_most(scenario, party, before, packages, concession_steps) if before else None,
            )
        )
    return tuple(made)


def concessions(scenario: Scenario, replay: Replay, party: int) -> tuple[int, ...]:
    """Return how much each offer of `party` after its first gave up of its own points."""
    return tuple(made.concession for made in offers(scenario, replay, party) if made.concession is not None)


def _drop(scenario: Scenario, party: int, before: Package, after: Package) -> int:
    """Return the drop in the points of `party`, over the issues that both packages decide."""
    both = frozenset(issue for issue, _ in decided(before)) & frozenset(issue for issue, _ in decided(after))
    old, new = (tuple(o if i in both else OPEN for i, o in enumerate(p)) for p in (before, after))
    return points(scenario, party, old) - points(scenario, party, new)


def _most(
    scenario: Scenario,
    party: int,
    before: tuple[Package, ...],
    after: tuple[Package, ...],
    measure: Callable[[Scenario, int, Package, Package], int],
) -> int:
    # must agree with the judgement of concessions in rules/apply.py
    return max(min(measure(scenario, party, old, new) for old in before) for new in after)
