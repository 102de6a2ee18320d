"""The round card: where and when the talks go on, who came, what has changed."""

from dataclasses import dataclass, replace
from datetime import date

from game.rules.delegations import delegation
from game.rules.happenings import RoundEntered, SlotOpened
from game.rules.instrument import paragraphs
from game.rules.scenario import RoundKind
from game.text.explain import binding, orders_on
from game.text.wording import capital
from game.ui.screens.parts import Control
from game.ui.screens.table_model import Gauge, LogEntry
from game.ui.screens.table_presenter import gauges
from game.ui.screens.table_side import entries
from game.ui.seat import Facts
from game.ui.wishes import AskWhy, Next


@dataclass(frozen=True, slots=True)
class CameModel:
    """A delegation at the table of this round."""

    flag: str  # the id of the party
    party: str
    head: str
    members: str  # as a list, "" for none


@dataclass(frozen=True, slots=True)
class RoundCardHeads:
    """The headings of the parts, "" for one that is not there."""

    came: str
    changes: str
    orders: str
    meters: str


@dataclass(frozen=True, slots=True)
class RoundCardModel:
    """A card between two rounds."""

    title: str
    when: str  # place where the title does not tell it, dates, how many meetings
    setting: tuple[str, ...]
    delegations: tuple[CameModel, ...]
    changes: tuple[LogEntry, ...]  # what this seat has learnt since its last move
    orders: tuple[Control, ...]  # the mandate that binds now, of what this round may settle
    meters: tuple[Gauge, ...]
    heads: RoundCardHeads
    go_on: Control


def round_card_model(facts: Facts) -> RoundCardModel:
    """Return the card of the round that has begun, with what this seat has learnt on the way to it."""
    view, wording, say = facts.view, facts.wording, facts.wording.say
    round_ = view.scenario.rounds[view.state.round]
    speak = (delegation(view.scenario, view.state, party) for party in (0, 1))
    delegations = tuple(
        CameModel(
            party.id, capital(party.name), each.head, wording.listed(each.members) if each.members else ""
        )
        for party, each in zip(view.scenario.parties, speak, strict=True)
        if each.head
    )
    changes = _changes(facts)
    # Where the homes vote the orders bind nobody any more.
    orders = _orders(facts) if round_.kind is RoundKind.TALKS else ()
    meters = gauges(view)
    there = {"came": delegations, "changes": changes, "orders": orders, "meters": meters}
    return RoundCardModel(
        title=round_.title,
        when=_when(facts),
        setting=paragraphs(round_.setting),
        delegations=delegations,
        changes=changes,
        orders=orders,
        meters=meters,
        heads=RoundCardHeads(
            **{name: say(f"ui.round.{name}") if part else "" for name, part in there.items()}
        ),
        go_on=Control("go_on", say("ui.round.go_on"), Next(), does=say("ui.round.go_on_does")),
    )


def _changes(facts: Facts) -> tuple[LogEntry, ...]:
    """Return the news but for one's own moves and what the card itself tells: the round, its meetings."""
    news = tuple(
        replace(
            each, happenings=tuple(h for h in each.happenings if not isinstance(h, RoundEntered | SlotOpened))
        )
        for each in facts.news[facts.seat.told :]
    )
    told = entries(facts.wording, news, whole=False, id="change")
    return tuple(entry for entry in told if entry.voice != "you")


def _orders(facts: Facts) -> tuple[Control, ...]:
    """Return the orders that are not free on what this round may settle, each to be asked why.

    The others stand in the briefing: in a campaign they would fill every card with what nobody can break now.
    """
    view, wording = facts.view, facts.wording
    agenda = view.scenario.rounds[view.state.round].agenda
    here = {order for issue in agenda for order in orders_on(view.scenario, view.party, issue)}
    return tuple(
        Control(
            f"order:{view.scenario.orders[order].id}",
            wording.say(
                "why.order",
                order=capital(wording.order_name(order)),
                level=wording.level(view.state.levels[order]),
            ),
            AskWhy(f"order:{view.scenario.orders[order].id}"),
            why=f"order:{view.scenario.orders[order].id}",
        )
        for order in binding(view.scenario, view.state, view.party)
        if order in here
    )


def _when(facts: Facts) -> str:
    say = facts.wording.say
    round_ = facts.view.scenario.rounds[facts.view.state.round]
    slots = round_.slots
    year = date.fromordinal(slots[0].date).year
    first, last = slots[0].label, slots[-1].label
    dates = say("ui.round.dates" if first != last else "ui.round.date", first=first, last=last, year=year)
    place = "" if round_.place in round_.title else round_.place
    return "  ·  ".join(part for part in (place, dates, say("ui.round.meetings", n=len(slots))) if part)
