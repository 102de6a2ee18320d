"""The persona: an opponent that is data. It works from its party's view alone and says why.

Each turn it answers its cards, reckons a target that falls with time, takes what meets it, goes beyond its
mandate where that pays, and else looks for the offer that costs it nothing more and should please them most.
Time-dependent tactics: Faratin, Sierra and Jennings (1998); trade-offs by likeness: the same (2002).
"""

from dataclasses import replace

from game.ai.aims import Aims, aims_of
from game.ai.appraisal import HOPELESS, Desk
from game.ai.asides import aside, card
from game.ai.belief import Belief, belief_of
from game.ai.bot import Chosen, Draw, Ground, Reason
from game.ai.concession import WHOLE, Hours, curve
from game.ai.offers import DEAR, NEAR, ranked, second, yields
from game.ai.space import Space
from game.ai.widening import ASKING, EITHER, may_go_beyond, way_beyond
from game.rules.delegations import delegation
from game.rules.legality import refusal
from game.rules.moves import Accept, Hold, PartyMove, Propose, Reject, Reopen, Sign
from game.rules.package import OPEN, Package, without
from game.rules.scenario import Level, Persona, RoundKind, Scenario, other
from game.rules.state import State
from game.rules.view import PartyView

SLACK = 200
"""Hundredths of a point under its target for which it goes beyond its mandate to close."""


class PersonaBot:
    """A persona in a chair; what it keeps between calls are tables, never the course of the game."""

    __slots__ = ("_curve", "_hours", "_space", "party", "persona")

    def __init__(self, scenario: Scenario, persona: Persona, party: int, hours: Hours | None = None) -> None:
        """Seat `persona` in the chair of `party`; `hours` are the time it reckons with, all by default."""
        self.persona = persona
        self.party = party
        self._hours = hours or Hours.of_all(scenario)
        self._curve = curve(self._hours.exchanges, persona.beta_percent)
        self._space = Space(party, persona.never)

    def choose(self, view: PartyView, draw: Draw) -> Chosen:
        """Return the move of the persona and its reasons.

        Raises:
            ValueError: the view is not that of the party whose chair it has.
        """
        if view.party != self.party:
            raise ValueError(f"the persona sits in chair {self.party}; got the view of {view.party}")
        desk = Desk(view, self._space, self.persona.never, draw)
        aims = aims_of(desk, self.persona, self._hours, self._curve, draw)
        if view.state.pending[view.party]:
            return card(desk, aims, draw)
        turn = _Turn(self.persona, desk, aims, self._is_late(view.state), draw)
        for step in (turn.vote, turn.sign, turn.accept, turn.widen, turn.ask, turn.propose, turn.reopen):
            chosen = step()
            if chosen is not None and turn.may(chosen.move):
                return chosen
        return turn.wait()

    def _is_late(self, state: State) -> bool:
        """Say whether half of the talks is over."""
        return 2 * self._hours.now(state) >= self._hours.exchanges - 1


class _Turn:
    """One turn of a persona: its ways to move, in the order in which it thinks of them."""

    __slots__ = ("aims", "belief", "desk", "draw", "is_late", "persona", "view")

    def __init__(self, persona: Persona, desk: Desk, aims: Aims, is_late: bool, draw: Draw) -> None:
        self.persona = persona
        self.desk = desk
        self.view: PartyView = desk.view
        self.aims = aims
        self.is_late = is_late
        self.draw = draw
        self.belief: Belief = belief_of(desk.view, desk.last_offered(other(desk.view.party)), draw)

    def may(self, move: PartyMove) -> bool:
        """Say whether the rules let it make `move`."""
        return refusal(self.view.scenario, self.view.state, self.view.party, move) is None

    def vote(self) -> Chosen | None:
        """In a ratification it may still act, and then leaves the word to the homes."""
        if self.view.scenario.rounds[self.view.state.round].kind is not RoundKind.RATIFICATION:
            return None
        return self.ask() or Chosen(Hold(), (Reason(Ground.VOTE),))

    def sign(self) -> Chosen | None:
        """Sign what is agreed if it meets the target, or if nothing is left to talk about and it may
        come home with it."""
        state = self.view.state
        if state.signed[self.view.party]:
            return Chosen(Hold(), (Reason(Ground.SIGNED),))
        if not self.may(Sign()) or self._beyond_since():
            return None
        value = self.desk.value(state.provisional)
        enough = self.aims.least if self.desk.settles(state.provisional) else self.aims.target
        return Chosen(Sign(), (Reason(Ground.AGREED),)) if value >= enough else None

    def _beyond_since(self) -> tuple[int, ...]:
        """Return the orders that what is agreed goes beyond now, agreed before they were given."""
        view, state = self.view, self.view.state
        return tuple(
            index
            for index, order in enumerate(view.scenario.orders)
            if order.party == view.party
            and state.levels[index] != Level.FREE
            and order.when.evaluate(state.provisional, state, view.scenario)
        )

    def accept(self) -> Chosen | None:
        """Take their best alternative if it meets the target or the next own offer; else what of it
        costs no more than time has cost already."""
        found = [
            (self.desk.value(one), which)
            for which, one in enumerate(self.desk.offered())
            if self.desk.settles(one) and self._within(one)
        ]
        if found:
            value, which = max(found, key=lambda one: (one[0], -one[1]))
            reason = self._good_enough(value)
            if reason is not None:
                return Chosen(self._acceptance(which), (reason,))
        return self._accept_part()

    def _good_enough(self, value: int) -> Reason | None:
        if value >= self.aims.target or (self.view.state.acted and value >= self._closing()):
            return Reason(Ground.TARGET_MET)
        if value < self.aims.limit:
            return None
        own = ranked(self.desk, self.aims, self.belief, Level.FREE)
        if own and value >= self.desk.value(own[0].package):
            return Reason(Ground.BETTER_THAN_OURS)
        return None

    def _closing(self) -> int:
        return max(self.aims.limit, self.aims.target - SLACK)

    def _within(self, package: Package) -> bool:
        """Say whether it may agree to `package` now: free, or to be had ad referendum."""
        verdict = self.desk.verdict(package)
        allowed = verdict.level is Level.FREE or (verdict.level is Level.ASK and self._ad_referendum())
        return allowed and verdict.carried

    def _ad_referendum(self) -> bool:
        view = self.view
        return delegation(view.scenario, view.state, view.party).ad_referendum

    def _acceptance(self, which: int, issues: tuple[int, ...] = ()) -> Accept:
        asked = self.desk.verdict(self.desk.offered()[which]).level is Level.ASK
        return Accept(which, issues, ad_referendum=asked)

    def _accept_part(self) -> Chosen | None:
        """Close what they offer on some issues if that costs no greater share than time has cost; late,
        when turns are few, only all that they offer."""
        state, table = self.view.state, self.view.scenario.points[self.view.party]
        offer = state.offers[other(self.view.party)]
        if offer is None:
            return None
        for which, package in enumerate(offer.packages):
            held = [issue for issue, option in enumerate(package) if option != OPEN]
            lost = {issue: max(table[issue]) - table[issue][package[issue]] for issue in held}
            spread = sum(max(table[issue]) - min(table[issue]) for issue in held)
            whole = self.desk.offered()[which]
            if offer.linked:
                if self.desk.settles(whole) or 1000 * sum(lost.values()) > self.aims.conceded * spread:
                    continue
                issues: tuple[int, ...] = ()
            else:
                issues = tuple(issue for issue in held if lost[issue] == 0)
                if not issues or (self.is_late and len(issues) < len(held)):
                    continue
                whole = without(whole, frozenset(held) - frozenset(issues))
            if self._within(whole) and self.desk.prospect(whole) >= self.aims.target:
                return Chosen(self._acceptance(which, issues), (Reason(Ground.EASY, issue=held[0]),))
        return None

    def widen(self) -> Chosen | None:
        """Go beyond the mandate, in the second half of the talks: to close on their offer, or to be able
        to offer what should please them clearly more."""
        if self.view.state.acted or not self.is_late or self._ad_referendum():
            return None
        if not self.persona.boldness or not may_go_beyond(self.desk):
            return None
        offered = sorted(self.desk.offered(), key=self.desk.value, reverse=True)
        for package in offered:
            if self.desk.value(package) >= self.aims.limit:
                ways = EITHER if self.desk.value(package) >= self._closing() else ASKING
                act = way_beyond(self.desk, package, self._boldness(), self.draw, ways)
                if act is not None:
                    return self._widened(act, package)
        # A home answers later, so that it is asked for what will be offered then, not now.
        ahead = (self.aims.target + self.aims.limit) // 2
        for target, ways in ((self.aims.target, EITHER), (ahead, ASKING), (self.aims.limit, ASKING)):
            aims = replace(self.aims, target=target)
            beyond = ranked(self.desk, aims, self.belief, Level.ASK)
            free = ranked(self.desk, aims, self.belief, Level.FREE)
            gain = DEAR if ways is EITHER and self._alone() else NEAR
            if beyond and (not free or beyond[0].score >= free[0].score + gain):
                act = way_beyond(self.desk, beyond[0].package, self._boldness(), self.draw, ways)
                if act is not None:
                    return self._widened(act, beyond[0].package)
        return None

    def _alone(self) -> bool:
        return delegation(self.view.scenario, self.view.state, self.view.party).alone

    def _boldness(self) -> int:
        """Return its chance of going beyond the mandate in hundredths: what is timid at noon is bold when
        nothing else is left; who never does never does."""
        bold = self.persona.boldness
        return bold + (100 - bold) * self.aims.conceded // WHOLE if bold else 0

    def _widened(self, act: PartyMove, package: Package) -> Chosen:
        return Chosen(act, (Reason(Ground.WIDENING, orders=self.desk.verdict(package).orders),))

    def ask(self) -> Chosen | None:
        """Find out, or do something beside the table, as often as it is curious."""
        return aside(self.view, self.persona, self.belief.weights, self.draw)

    def propose(self) -> Chosen | None:
        """Table the package that is worth the target and should please them most."""
        options = ranked(self.desk, self.aims, self.belief, Level.FREE)
        asked = ranked(self.desk, self.aims, self.belief, Level.ASK) if self._ad_referendum() else ()
        beyond = bool(asked) and (not options or asked[0].score >= options[0].score + NEAR)
        options = asked if beyond else options
        if not options:
            return None
        chosen = [options[0].package]
        more = second(self.desk, options, self.draw)
        if more is not None:
            chosen.append(more.package)
        packages = tuple(self.desk.open_part(one) for one in chosen)
        linked = any(yields(self.desk, one) for one in chosen)
        move = Propose(packages, linked=linked, ad_referendum=beyond)
        return Chosen(move, (*self._why_so(options[0].package), *self._why_not()))

    def _why_so(self, package: Package) -> tuple[Reason, ...]:
        """Return why it says this now and not what it said before."""
        before = self.desk.last_offered(self.view.party)
        if not before:
            return (Reason(Ground.OPENING),)
        found = []
        if self.aims.answered:
            found.append(Reason(Ground.YOU_MOVED_SO_WE_MOVED))
        found += [Reason(Ground.CITED, index=document) for document in self.aims.cited[-1:]]
        gave = self._gave(before[0], package)
        if gave >= 0 and self.desk.value(package) >= self.desk.value(before[0]) - NEAR:
            found.append(Reason(Ground.TRADE, issue=gave))
        elif self.aims.conceded and not found:
            found.append(Reason(Ground.TIME))
        return tuple(found) or (Reason(Ground.NOTHING_BETTER),)

    def _gave(self, before: Package, after: Package) -> int:
        """Return the issue on which `after` gives most against `before`, -1 for none."""
        table = self.view.scenario.points[self.view.party]
        lost = [
            (table[issue][old] - table[issue][new], issue)
            for issue, (old, new) in enumerate(zip(before, after, strict=True))
            if old not in (OPEN, new) and new != OPEN
        ]
        most = max(lost, default=(0, -1))
        return most[1] if most[0] > 0 else -1

    def _why_not(self) -> tuple[Reason, ...]:
        """Return why it does not take what they offer."""
        offered = self.desk.offered()
        if not offered:
            return ()
        best = max(offered, key=self.desk.worth)
        verdict = self.desk.verdict(best)
        if verdict.orders:
            return (Reason(Ground.MANDATE, orders=verdict.orders),)
        if not verdict.carried:
            return (Reason(Ground.HOME_WOULD_REFUSE),)
        return (Reason(Ground.NOT_ENOUGH),)

    def reopen(self) -> Chosen | None:
        """Open again what bars every package it could sign, where trust bears it."""
        view, state = self.view, self.view.state
        conduct = view.scenario.conduct
        trust = state.meters[conduct.meter] + conduct.reopen_add
        stuck = self.desk.best() is None or self.aims.top <= self.aims.limit
        if not (stuck or self._beyond_since()) or trust <= conduct.breaks_at:
            return None
        best, found = self.aims.limit - 1, -1
        for issue, option in enumerate(state.provisional):
            if option == OPEN or not state.agenda[issue]:
                continue
            whole = self.desk.upon(without(state.provisional, frozenset({issue})))
            value = HOPELESS if whole is None else self.desk.value(whole.package)
            if value > best:
                best, found = value, issue
        return Chosen(Reopen(found), (Reason(Ground.NOT_ENOUGH, issue=found),)) if found >= 0 else None

    def wait(self) -> Chosen:
        """Reject what is out of the question, else hold."""
        reasons = (Reason(Ground.NOTHING_BETTER), *self._why_not())
        offered = self.desk.offered()
        lost = all(self.desk.prospect(one) < self.aims.limit for one in offered)
        if offered and lost and self.may(Reject()):
            return Chosen(Reject(), tuple(reversed(reasons)))
        if any(question.party == self.view.party for question in self.view.state.questions):
            return Chosen(Hold(), (Reason(Ground.AWAITING_HOME),))
        return Chosen(Hold(), reasons)
