"""What an onlooker who knows everything checks of a persona whenever it agrees to something."""

from dataclasses import dataclass, field, replace

from game.rules.home import would_ratify
from game.rules.mandate import orders_broken
from game.rules.moves import Accept, Sign
from game.rules.package import OPEN, Package, empty, merged, restricted
from game.rules.scenario import Basis, Level, Persona, Scenario, other
from game.rules.state import State
from game.rules.utility import points, reservation
from tests.ai.games import Spoken


@dataclass
class Watch:
    """Follows the party of `persona` through a game and asserts its promises; counts what it saw."""

    scenario: Scenario
    persona: Persona
    party: int
    accepted: int = 0
    signed: int = 0
    silent: list[Spoken] = field(default_factory=list)

    def __call__(self, one: Spoken) -> None:
        if one.party != self.party:
            return
        assert one.chosen.reasons, one
        match one.chosen.move:
            case Accept() as move:
                self.accepted += 1
                self._accepts(one, move)
            case Sign():
                self.signed += 1
                self._signs(one)
            case _:
                pass

    def floor(self, state: State) -> int:
        """The least points it may agree to, whatever private margin it drew."""
        least = max(reservation(self.scenario, state, self.party), self.persona.floor)
        return least + min(self.persona.margins, default=0)

    def _accepts(self, one: Spoken, move: Accept) -> None:
        state = one.before
        offer = state.offers[other(self.party)]
        assert offer is not None
        package = offer.packages[move.which]
        part = restricted(package, frozenset(move.issues)) if move.issues else package
        broken = orders_broken(self.scenario, state, self.party, part)
        levels = {state.levels[order] for order in broken}
        assert levels <= ({Level.ASK} if move.ad_referendum else set()), one
        whole = merged(state.provisional, part)
        self._keeps_off_what_it_never_takes(part)
        if all(option != OPEN or not on for option, on in zip(whole, state.agenda, strict=True)):
            assert would_ratify(self.scenario, state, self.party, whole), one
            if OPEN not in whole:
                assert points(self.scenario, self.party, whole) >= self.floor(state), one

    def _signs(self, one: Spoken) -> None:
        state = one.before
        text = state.provisional
        assert points(self.scenario, self.party, text) >= self.floor(state), one
        assert would_ratify(self.scenario, state, self.party, text), one
        bare = replace(state, provisional=empty(len(text)))
        never = [
            order
            for order in orders_broken(self.scenario, bare, self.party, text)
            if state.levels[order] == Level.NEVER
        ]
        assert not never, one

    def _keeps_off_what_it_never_takes(self, part: Package) -> None:
        assert not any(part[issue] == option for issue, option in self.persona.never)


def twin(scenario: Scenario, party: int) -> Scenario:
    """Return `scenario` with everything that only the counterpart of `party` may know made otherwise."""
    them = other(party)
    turned = tuple(tuple(reversed(values)) for values in scenario.points[them])
    points_of = (scenario.points[0], turned) if them == 1 else (turned, scenario.points[1])
    homes = tuple(
        replace(home, reservation=(), refused_cost=home.refused_cost + 3, alone_cost=home.alone_cost + 1)
        if home.party == them
        else home
        for home in scenario.homes
    )
    return replace(
        scenario,
        points=points_of,
        linkages=tuple(
            replace(linkage, points=linkage.points - 7) if linkage.party == them else linkage
            for linkage in scenario.linkages
        ),
        orders=tuple(
            replace(order, sentence="Otherwise.", level=Level.ASK) if order.party == them else order
            for order in scenario.orders
        ),
        constituencies=tuple(
            replace(item, start=2, terms=(), note="Otherwise.") if item.party == them else item
            for item in scenario.constituencies
        ),
        homes=(homes[0], homes[1]),
        briefing=replace(
            scenario.briefing,
            confidential=tuple(
                "Otherwise." if index == them else words
                for index, words in enumerate(scenario.briefing.confidential)
            ),
        ),
    )


def shuffled(scenario: Scenario, state: State, party: int) -> State:
    """Return `state` with what `party` may not see made otherwise."""
    return replace(
        state,
        meters=tuple(
            level if meter.seen[party] else 10 - level
            for level, meter in zip(state.meters, scenario.meters, strict=True)
        ),
        flags=tuple(
            value if flag.seen[party] else not value
            for value, flag in zip(state.flags, scenario.flags, strict=True)
        ),
        levels=tuple(
            level if order.party == party else int(Level.NEVER)
            for level, order in zip(state.levels, scenario.orders, strict=True)
        ),
    )


GUESS = Basis("Invented for the tests.", is_source=False)


def stubborn(margin: int) -> Persona:
    """Return a persona that wants `margin` points over its reservation value and asks nobody anything."""
    return Persona(
        id="stubborn",
        name="Stubborn",
        party=None,
        historical=False,
        margins=(margin,),
        floor=0,
        beta_percent=50,
        reciprocity=0,
        boldness=0,
        asks=0,
        never=frozenset(),
        tone="plain",
        about="",
        basis=GUESS,
    )
