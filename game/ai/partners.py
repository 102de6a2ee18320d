"""Five simple partners: one rule each, to measure the personas by and to practise against.

They keep to their mandate and look at their own home as a persona does, since otherwise their offers
would be refused, but they guess nothing of the other side.
"""

from collections.abc import Callable

from game.ai.aims import Aims, steps_given
from game.ai.appraisal import HOPELESS, Desk
from game.ai.asides import card
from game.ai.bot import Chosen, Draw, Ground, Reason
from game.ai.concession import SIGNING, WHOLE, Hours, curve
from game.ai.space import Space
from game.ai.widening import way_beyond
from game.rules.legal_moves import LegalMoves
from game.rules.legality import refusal
from game.rules.moves import Accept, Hold, PartyMove, Propose, Reject, Sign
from game.rules.package import Package
from game.rules.scenario import Level, RoundKind, Scenario, other
from game.rules.view import PartyView

BOLD = 50
"""Chance in hundredths, each time there is cause, that a partner goes beyond its mandate."""

HABIT = (Reason(Ground.HABIT),)


class RandomLegal:
    """Makes any legal move, holding and walking out rarely."""

    __slots__ = ()

    def choose(self, view: PartyView, draw: Draw) -> Chosen:
        """Return a legal move drawn at random."""
        drawn = 0

        def roll(sides: int) -> int:
            nonlocal drawn
            drawn += 1
            return draw(f"random:{drawn}", sides)

        return Chosen(LegalMoves(view.scenario, view.state, view.party).sample(roll), HABIT)


class AlwaysReject:
    """Rejects whatever is offered and offers nothing."""

    __slots__ = ("_space",)

    def __init__(self, party: int) -> None:
        self._space = Space(party, frozenset())

    def choose(self, view: PartyView, draw: Draw) -> Chosen:
        """Return a rejection, or a hold where there is nothing to reject."""
        if view.state.pending[view.party]:
            desk = Desk(view, self._space, frozenset(), draw)
            never = Aims(-HOPELESS, -HOPELESS, -HOPELESS, -HOPELESS, 0, answered=False, cited=())
            return card(desk, never, draw)
        return Chosen(Reject() if _may(view, Reject()) else Hold(), HABIT)


Rule = Callable[[Desk, int, int], int]
"""(desk, best value within reach, reservation in hundredths) -> the target now."""


class Demander:
    """Asks for the least package that reaches the target its rule gives, and takes what reaches it."""

    __slots__ = ("_rule", "_space", "_widens")

    def __init__(self, party: int, rule: Rule, *, widens: bool) -> None:
        self._rule = rule
        self._space = Space(party, frozenset())
        self._widens = widens

    def choose(self, view: PartyView, draw: Draw) -> Chosen:
        """Return the move that its one rule gives."""
        desk = Desk(view, self._space, frozenset(), draw)
        limit = 100 * desk.reservation
        best = desk.best()
        top = limit if best is None else max(limit, desk.value(best.package))
        target = max(limit, self._rule(desk, top, limit))
        if view.state.pending[view.party]:
            return card(desk, Aims(top, limit, limit, target, 0, answered=False, cited=()), draw)
        return Chosen(self._move(desk, target, draw), HABIT)

    def _move(self, desk: Desk, target: int, draw: Draw) -> PartyMove:
        view, state = desk.view, desk.view.state
        if view.scenario.rounds[state.round].kind is RoundKind.RATIFICATION or state.signed[view.party]:
            return Hold()
        if _may(view, Sign()) and desk.settles(state.provisional) and desk.value(state.provisional) >= target:
            return Sign()
        wanted = [(desk.value(one), which) for which, one in enumerate(desk.offered()) if desk.settles(one)]
        for value, which in sorted(wanted, reverse=True):
            if value >= target and _may(view, Accept(which)):
                return Accept(which)
            if value >= target and self._widens:
                act = way_beyond(desk, desk.offered()[which], BOLD, draw)
                if act is not None:
                    return act
        return self._proposal(desk, target, draw)

    def _proposal(self, desk: Desk, target: int, draw: Draw) -> PartyMove:
        asked: Package | None = None
        for one in reversed(desk.between(target, 200 * 100)):
            if desk.value(one.package) == HOPELESS:
                continue
            level = desk.verdict(one.package).level
            if level is Level.ASK and self._widens and asked is None:
                asked = one.package
            if level is Level.FREE:
                if asked is not None and (act := way_beyond(desk, asked, BOLD, draw)) is not None:
                    return act
                move = Propose((desk.open_part(one.package),), linked=True)
                return move if _may(desk.view, move) else Hold()
        return Hold()


def _may(view: PartyView, move: PartyMove) -> bool:
    return refusal(view.scenario, view.state, view.party, move) is None


def repeat_best(scenario: Scenario, party: int) -> Demander:
    """Return the partner that asks for its best package again and again."""
    del scenario
    return Demander(party, lambda desk, top, limit: top, widens=False)


def linear(scenario: Scenario, party: int) -> Demander:
    """Return the partner that comes down in even steps from its best package to its reservation value.

    It reaches that in the very last exchange, without a thought for the time that signatures take.
    """
    hours = Hours.of_all(scenario)
    steps = curve(hours.exchanges + SIGNING, 100)

    def rule(desk: Desk, top: int, limit: int) -> int:
        now = min(hours.now(desk.view.state), len(steps) - 1)
        return top - (top - limit) * steps[now] // WHOLE

    return Demander(party, rule, widens=True)


def tit_for_tat(scenario: Scenario, party: int) -> Demander:
    """Return the partner that comes as many steps as the other came since its own ideal, no more."""
    del scenario

    def rule(desk: Desk, top: int, limit: int) -> int:
        view = desk.view
        received = steps_given(view, other(party), view.state.last_packages[other(party)])
        for one in desk.packages:
            given = steps_given(view, party, (one.package,))
            if given >= received and desk.value(one.package) != HOPELESS:
                return desk.value(one.package)
        return limit

    return Demander(party, rule, widens=True)


def random_legal(scenario: Scenario, party: int) -> RandomLegal:
    """Return the partner that makes any legal move."""
    del scenario, party
    return RandomLegal()


def always_reject(scenario: Scenario, party: int) -> AlwaysReject:
    """Return the partner that rejects everything."""
    del scenario
    return AlwaysReject(party)
