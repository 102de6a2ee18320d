"""Where the talks on the table stand, for somebody who may know both sides' secrets."""

from collections.abc import Iterator

from game.desk.local import LocalGame
from game.rules.happenings import MeterChanged
from game.rules.package import OPEN, Package, decided
from game.rules.reasoned import (
    lead_reasoned,
    meter_reasoned,
    points_reasoned,
    reservation_reasoned,
    standing_reasoned,
    support_reasoned,
)
from game.rules.reasons import stated
from game.rules.scenario import Level
from game.rules.state import has_the_word
from game.text.catalogue import Catalogue
from game.text.explain import meter_lines, point_lines, reservation_lines, support_lines
from game.text.wording import Wording, capital
from game.ui.screens.corner_model import Fact, FactGroup, StatePage
from game.ui.screens.parts import Control
from game.ui.screens.result_reasons import Found
from game.ui.wishes import AskWhy


def state_page(say: Catalogue, game: LocalGame) -> StatePage:
    """Return every meter, flag and thing to come, and what either side keeps to itself."""
    desk = _Desk(say, game)
    stamp = say("ui.corner.stamp")
    groups = [
        FactGroup(say("ui.corner.table"), "", "", tuple(desk.table())),
        FactGroup(say("ui.corner.to_come"), say("ui.corner.secret_both"), stamp, tuple(desk.to_come())),
    ]
    for party, each in enumerate(game.session.scenario.parties):
        whose = say("ui.corner.secret", party=capital(each.name))
        title = say("ui.corner.desk", adjective=each.adjective)
        groups.append(FactGroup(capital(title), whose, stamp, tuple(desk.secrets(party))))
    return StatePage(say("ui.corner.state_note"), tuple(group for group in groups if group.facts))


class _Desk:
    """The table while it is told."""

    def __init__(self, say: Catalogue, game: LocalGame) -> None:
        self.say, self.game = say, game
        self.scenario, self.state = game.session.scenario, game.session.state
        self.wording = Wording(say, self.scenario, None)

    def table(self) -> Iterator[Fact]:
        """Yield what both sides can see."""
        say, scenario, state = self.say, self.scenario, self.state
        round_ = scenario.rounds[state.round]
        slot = round_.slots[state.slot]
        numbers = (stated("exchange", state.exchange + 1), stated("exchanges", slot.exchanges))
        when = say("ui.corner.exchange", slot=slot.label, n=state.exchange + 1, of=max(1, slot.exchanges))
        yield self._fact(
            "round", say("ui.corner.round"), f"{round_.title}. {when}", reasons=(*numbers, stated("one", 1))
        )
        word = [capital(party.name) for n, party in enumerate(scenario.parties) if has_the_word(state, n)]
        yield self._fact(
            "word", say("ui.corner.word"), self.wording.listed(word) if word else say("ui.corner.nobody")
        )
        yield self._fact("agreed", say("ui.corner.agreed"), capital(self.wording.talked(state.provisional)))
        yield from self._levels((True, True), None)

    def to_come(self) -> Iterator[Fact]:
        """Yield what will happen, and cards that wait: each is known to one side, or to nobody."""
        say, scenario, state = self.say, self.scenario, self.state
        labels = {slot.ordinal: slot.label for round_ in scenario.rounds for slot in round_.slots}
        for n, (event, ordinal) in enumerate(state.scheduled):
            when = labels.get(ordinal, say("ui.corner.never"))
            yield self._fact(f"event:{n}", capital(scenario.events[event].label), when)
        for party, cards in enumerate(state.pending):
            for card in cards:
                who = say("ui.corner.waits", whom=self.wording.whom(party))
                yield self._fact(f"card:{card}", capital(scenario.decisions[card].title), who)
        yield from self._levels((False, False), None)

    def secrets(self, party: int) -> Iterator[Fact]:
        """Yield what one side keeps to itself."""
        say, scenario, state = self.say, self.scenario, self.state
        wording = Wording(say, scenario, party)
        id = scenario.parties[party].id
        without = reservation_reasoned(scenario, state, party)
        yield self._fact(
            f"without:{id}",
            say("ui.corner.without"),
            say("ui.corner.points", n=without.value),
            reservation_lines(wording, state, party),
            (without,),
        )
        for owner, offer in enumerate(state.offers):
            if offer is not None:
                key = "ui.corner.own_offer" if owner == party else "ui.corner.their_offer"
                yield self._worth(wording, f"offer:{id}:{owner}", say(key), offer.packages[0])
        if any(option != OPEN for option in state.provisional):
            yield self._worth(wording, f"draft:{id}", say("ui.corner.draft"), state.provisional)
        yield from self._levels(tuple(n == party for n in (0, 1)), party)
        for n, item in enumerate(scenario.constituencies):
            if item.party == party:
                found = support_reasoned(scenario, state, n, state.provisional)
                reasons = (found, standing_reasoned(scenario, n, found.value))
                stands = say("ui.corner.of_ten", n=found.value)
                lines = support_lines(wording, state, n, state.provisional)
                yield self._fact(f"group:{item.id}", capital(item.label), stands, lines, reasons)
        changed = [
            n
            for n, order in enumerate(scenario.orders)
            if order.party == party and state.levels[n] != order.level
        ]
        for n in changed:
            now = capital(wording.level(Level(state.levels[n])))
            yield self._fact(
                f"order:{n}", capital(wording.order_name(n)), now, (scenario.orders[n].sentence,)
            )

    def _worth(self, wording: Wording, id: str, label: str, package: Package) -> Fact:
        assert wording.you is not None, "points are those of a side"
        scenario, state, party = self.scenario, self.state, wording.you
        found = points_reasoned(scenario, party, package)
        named = tuple(capital(wording.item(*each)) for each in decided(package))
        without = reservation_reasoned(scenario, state, party)
        reasons = (found, without, lead_reasoned(found, without))
        lines = (*named, *point_lines(wording, state, party, package))
        return self._fact(id, label, self.say("ui.corner.points", n=found.value), lines, reasons)

    def _levels(self, seen: tuple[bool, ...], party: int | None) -> Iterator[Fact]:
        """Yield the meters and flags that are seen by those sides and no other."""
        say, scenario, state = self.say, self.scenario, self.state
        wording = Wording(say, scenario, party)
        changes = tuple(
            fact
            for told in self.game.replayed().happenings
            for fact in told
            if isinstance(fact, MeterChanged)
        )
        for n, meter in enumerate(scenario.meters):
            if tuple(meter.seen) == seen:
                own = tuple(fact for fact in changes if fact.meter == n)
                found = meter_reasoned(scenario, state, n, own)
                lines = meter_lines(wording, state, n, own)
                told = say("ui.corner.of_ten", n=found.value)
                yield self._fact(f"meter:{meter.id}", capital(meter.label), told, lines, (found,))
        for n, flag in enumerate(scenario.flags):
            if tuple(flag.seen) == seen:
                word = say("ui.corner.is_up" if state.flags[n] else "ui.corner.is_down")
                yield self._fact(f"flag:{flag.id}", capital(flag.label), word)

    def _fact(
        self, id: str, label: str, value: str, lines: tuple[str, ...] = (), reasons: Found = ()
    ) -> Fact:
        told = "\n".join((self.say("ui.corner.is", label=label, value=value), *lines))
        ask = Control(f"state:{id}", label, AskWhy(f"state:{id}"), note=told, reasons=reasons)
        return Fact(label, value, ask)
