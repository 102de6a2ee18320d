"""The values that the news of a seat tell or moved, as data: meters, orders, odds, votes, refusals."""

from collections.abc import Callable, Iterable, Iterator

from game.desk.deeds import closed_because
from game.rules.happenings import (
    Drawn,
    Happening,
    HomeAsked,
    MeterChanged,
    OrderChanged,
    ReservationMoved,
    Voted,
)
from game.rules.reasoned import (
    alone_reasoned,
    meter_reasoned,
    order_reasoned,
    refusal_reasoned,
    reservation_reasoned,
    told_reasoned,
)
from game.rules.reasons import How, Reasoned, stated
from game.rules.scenario import Scenario
from game.rules.state import State
from game.text.explain import LATEST
from game.ui.seat import Facts

Found = tuple[Reasoned, ...]
"""Values with what makes them, the most asked for first."""


def topic_of(scenario: Scenario, happening: Happening) -> str:
    """Return the topic that explains what a happening tells in numbers or levels, "" where it tells none."""
    match happening:
        case MeterChanged(meter):
            return f"meter:{scenario.meters[meter].id}"
        case OrderChanged(order):
            return f"order:{scenario.orders[order].id}"
        case ReservationMoved():
            return "reservation"
        case Drawn(event):
            return f"odds:{event}"
        case HomeAsked(question):
            return f"due:{question.party}"
        case Voted(tally):
            return f"vote:{tally.party}"
        case _:
            return ""


def happened(facts: Facts) -> Iterator[Happening]:
    return (happening for each in facts.news for happening in each.happenings)


def _meter(facts: Facts, id: str) -> Found:
    view = facts.view
    for index, item in enumerate(view.scenario.meters):
        if item.id == id and item.seen[view.party]:
            return moved_reasoned(view.scenario, view.state, index, happened(facts))
    return ()


def moved_reasoned(scenario: Scenario, state: State, meter: int, so_far: Iterable[Happening]) -> Found:
    """Return where a meter stands, each of its changes, and what those not told one by one add up to."""
    changes = [fact for fact in so_far if isinstance(fact, MeterChanged) and fact.meter == meter]
    now = meter_reasoned(scenario, state, meter, changes)
    told = (each for fact in changes for each in told_reasoned(scenario, fact))
    made = tuple(term for term in now.terms if term.what == "change")[:-LATEST]
    return (now, *told, Reasoned("earlier", sum(term.amount for term in made), How.SUM, made))


def order_of(facts: Facts, order: int) -> Reasoned:
    changes = [fact for fact in happened(facts) if isinstance(fact, OrderChanged) and fact.order == order]
    return order_reasoned(facts.view.scenario, facts.view.state, order, changes)


def _order(facts: Facts, id: str) -> Found:
    orders = [index for index, order in enumerate(facts.view.scenario.orders) if order.id == id]
    return (*(order_of(facts, index) for index in orders), *beyond_reasoned(facts, orders))


def _mandate(facts: Facts, rest: str) -> Found:
    view = facts.view
    return tuple(
        order_of(facts, index)
        for index, order in enumerate(view.scenario.orders)
        if order.party == view.party
    )


def _reservation(facts: Facts, rest: str) -> Found:
    scenario = facts.view.scenario
    moved = (fact for fact in happened(facts) if isinstance(fact, ReservationMoved))
    now = reservation_reasoned(scenario, facts.view.state, facts.view.party)
    return (now, *(each for fact in moved for each in told_reasoned(scenario, fact)))


def beyond_reasoned(facts: Facts, orders: list[int] | tuple[int, ...]) -> Found:
    """Return what the ways beyond these orders cost and when home would answer."""
    view = facts.view
    if not orders:
        return ()
    home, conduct = view.scenario.homes[view.party], view.scenario.conduct
    return (
        alone_reasoned(view.scenario, view.state, view.party, orders),
        stated("asked_answers_in", home.asked_answers_in, basis=home.basis),
        stated("answers_in", home.answers_in, basis=home.basis),
        stated("disowned", abs(conduct.disowned_add), basis=conduct.basis),
    )


def _odds(facts: Facts, rest: str) -> Found:
    return tuple(
        each
        for fact in happened(facts)
        if isinstance(fact, Drawn) and rest == str(fact.event)
        for each in told_reasoned(facts.view.scenario, fact)
    )


def _due(facts: Facts, rest: str) -> Found:
    return tuple(
        each
        for fact in happened(facts)
        if isinstance(fact, HomeAsked) and rest == str(fact.question.party)
        for each in told_reasoned(facts.view.scenario, fact)
    )


def _vote(facts: Facts, rest: str) -> Found:
    return tuple(
        each
        for fact in happened(facts)
        if isinstance(fact, Voted) and rest == str(fact.tally.party)
        for each in told_reasoned(facts.view.scenario, fact)
    )


def _refusal(facts: Facts, rest: str) -> Found:
    refused = facts.seat.refused
    if refused is None:
        return ()
    root = refused.because or refused
    because = refusal_reasoned(facts.view.scenario, facts.view.state, refused)
    return (
        *because,
        *(order_of(facts, order) for order in root.orders),
        *beyond_reasoned(facts, root.orders),
    )


def _action(facts: Facts, id: str) -> Found:
    view = facts.view
    for index, action in enumerate(view.scenario.actions):
        if action.id == id:
            refused = closed_because(view, index)
            because = refusal_reasoned(view.scenario, view.state, refused) if refused is not None else ()
            return (*because, stated("takes", action.takes, words=action.label))
    return ()


TOLD: dict[str, Callable[[Facts, str], Found]] = {
    "meter": _meter,
    "order": _order,
    "mandate": _mandate,
    "reservation": _reservation,
    "refusal": _refusal,
    "action": _action,
    "odds": _odds,
    "due": _due,
    "vote": _vote,
}
"""These kinds of topic, with what finds their values."""
