"""What each value of a negotiation is made of: points, support, votes, meters, orders, what is told."""

from collections.abc import Sequence

from game.rules.happenings import (
    Drawn,
    Happening,
    HomeAsked,
    MeterChanged,
    OrderChanged,
    ReservationMoved,
    Voted,
)
from game.rules.home import signature_weight, standing, support, support_terms, tally
from game.rules.mandate import level_of
from game.rules.package import Package
from game.rules.reasons import Because, How, Reasoned, stated
from game.rules.refusals import Refusal, Why
from game.rules.scenario import Scenario
from game.rules.state import Standing, State, Tally
from game.rules.utility import points, reservation, reservation_terms, terms

STANDS = {Standing.FOR: 1, Standing.AWAY: 0, Standing.AGAINST: -1}
"""A standing as a number."""


def points_reasoned(scenario: Scenario, party: int, package: Package) -> Reasoned:
    """Return what a package is worth to a party, option by option and combination by combination."""
    made = tuple(
        Because("linkage", (term.linkage,), term.points, scenario.linkages[term.linkage].why, term.basis)
        if term.linkage is not None
        else Because("option", (term.issue or 0, term.option or 0), term.points, "", term.basis)
        for term in terms(scenario, party, package)
    )
    return Reasoned("points", points(scenario, party, package), How.SUM, made)


def option_reasoned(scenario: Scenario, party: int, issue: int, option: int) -> Reasoned:
    """Return what one option is worth to a party by itself."""
    basis = scenario.points_basis[party][issue]
    amount = scenario.points[party][issue][option]
    return Reasoned("worth", amount, How.SUM, (Because("option", (issue, option), amount, "", basis),))


def reservation_reasoned(scenario: Scenario, state: State, party: int) -> Reasoned:
    """Return what having no agreement is worth to a party now."""
    made = tuple(
        Because(
            "alternative" if term.term >= 0 else "effects", (term.term,), term.amount, term.why, term.basis
        )
        for term in reservation_terms(scenario, state, party)
    )
    return Reasoned("reservation", reservation(scenario, state, party), How.SUM, made)


def most_reasoned(scenario: Scenario, party: int) -> Reasoned:
    """Return the most that any package could be worth to a party: the best option of every question."""
    made = [
        Because("option", (issue, options.index(max(options))), max(options), "", basis)
        for issue, (options, basis) in enumerate(
            zip(scenario.points[party], scenario.points_basis[party], strict=True)
        )
        if options
    ]
    made += [
        Because("linkage", (index,), each.points, each.why, each.basis)
        for index, each in enumerate(scenario.linkages)
        if each.party == party and each.points > 0
    ]
    return Reasoned("most", sum(term.amount for term in made), How.SUM, tuple(made))


def lead_reasoned(worth: Reasoned, without: Reasoned) -> Reasoned:
    """Return by how much a package is better than no agreement; negative where it is worse."""
    made = (Because(worth.of, (), worth.value), Because(without.of, (), -without.value))
    return Reasoned("lead", worth.value - without.value, How.SUM, made)


def support_reasoned(scenario: Scenario, state: State, constituency: int, package: Package) -> Reasoned:
    """Return the support of a constituency for a package, 0 to 10; the rank of the signature is the last
    term where it counts."""
    weight = signature_weight(scenario, state, scenario.constituencies[constituency].party)
    found = support_terms(scenario, state, constituency, package, weight)
    made = tuple(
        Because(
            "effects" if term.term >= 0 else "signature" if place else "start",
            (constituency,),
            term.amount,
            term.why,
            term.basis,
        )
        for place, term in enumerate(found)
    )
    value = support(scenario, state, constituency, package, weight)
    return Reasoned("support", value, How.WITHIN, made)


def standing_reasoned(scenario: Scenario, constituency: int, level: int) -> Reasoned:
    """Return how a constituency with that support stands: 1 for, 0 away, -1 against."""
    item = scenario.constituencies[constituency]
    made = (
        Because("support", (constituency,), level),
        Because("carries_at", (constituency,), item.carries_at, basis=item.basis),
        Because("blocks_at", (constituency,), item.blocks_at, basis=item.basis),
    )
    return Reasoned("standing", STANDS[standing(scenario, constituency, level)], How.STANDS, made)


def vote_reasoned(scenario: Scenario, state: State, party: int, package: Package) -> tuple[Reasoned, ...]:
    """Return whether a home would carry a package (1 or 0), then its votes for and against."""
    found = tally(scenario, state, party, package)
    stands = {index: stand for index, stand, _ in found.standings}
    cast = votes_reasoned(scenario, found)
    musts = []
    for index, stand in stands.items():
        item = scenario.constituencies[index]
        if item.gate or item.must_not_be_against:
            what = "gate" if item.gate else "must_not_be_against"
            musts.append(Because(what, (index,), int(stand is not Standing.AGAINST), basis=item.basis))
        if item.must_be_for:
            musts.append(Because("must_be_for", (index,), int(stand is Standing.FOR), basis=item.basis))
    ayes, noes, quorum = (each.worked_out for each in cast)
    musts.append(Because("majority", (party,), int(ayes > noes)))
    musts.append(Because("quorum", (party,), int(ayes >= quorum)))
    return Reasoned("carried", int(found.carried), How.ALL, tuple(musts)), *cast


def meter_reasoned(scenario: Scenario, state: State, meter: int, changes: Sequence[MeterChanged]) -> Reasoned:
    """Return where a meter stands: where it began and every change with its cause.

    Args:
        changes: all of that meter since the beginning, the oldest first.
    """
    item = scenario.meters[meter]
    made = [Because("start", (meter,), item.start, basis=item.basis)]
    made += [Because("change", (meter,), each.after - each.before, each.cause) for each in changes]
    return Reasoned("meter", state.meters[meter], How.SUM, tuple(made))


def order_reasoned(scenario: Scenario, state: State, order: int, changes: Sequence[OrderChanged]) -> Reasoned:
    """Return the level of an order (0 free, 1 on request, 2 never): as written, then as it was changed."""
    item = scenario.orders[order]
    made = [Because("start", (order,), int(item.level), item.sentence, item.basis)]
    made += [Because("change", (order,), each.level, each.cause) for each in changes]
    return Reasoned("order", int(state.levels[order]), How.LAST, tuple(made))


def lock_reasoned(scenario: Scenario, state: State, party: int, issue: int, option: int) -> Reasoned:
    """Return what a mandate says of an option: the strictest of the orders on it."""
    made = tuple(
        Because("order", (index,), int(state.levels[index]), order.sentence, order.basis)
        for index, order in enumerate(scenario.orders)
        if (order.party, order.issue, order.option) == (party, issue, option)
    )
    return Reasoned("lock", int(level_of(scenario, state, party, issue, option)), How.LARGEST, made)


def alone_reasoned(scenario: Scenario, state: State, party: int, orders: Sequence[int]) -> Reasoned:
    """Return what deciding alone on these orders costs now, in steps of the home's own meter."""
    home = scenario.homes[party]
    after_no = state.no_from_home[party]
    price = home.alone_cost_after_no if after_no else home.alone_cost
    number = max(1, len(orders))
    made = (
        Because("price_after_no" if after_no else "price", (party,), price),
        Because("orders", tuple(orders), number),
    )
    return Reasoned("alone", price * number, How.PRODUCT, made)


def told_reasoned(scenario: Scenario, happening: Happening) -> tuple[Reasoned, ...]:
    """Return the values that a happening tells, none for one that tells no number."""
    match happening:
        case MeterChanged(meter, before, after, cause):
            made = (Because("before", (meter,), before), Because("change", (meter,), after - before, cause))
            return Reasoned("changed", after, How.SUM, made), stated("before", before)
        case ReservationMoved(_, amount):
            return (stated("moved", amount),)
        case Drawn(event, outcome):
            drawn = scenario.events[event]
            return (stated("odds", drawn.outcomes[outcome].odds, words=drawn.label),)
        case HomeAsked(question):
            return (stated("due", max(1, question.due), basis=scenario.homes[question.party].basis),)
        case Voted(found):
            return votes_reasoned(scenario, found)
        case _:
            return ()


def votes_reasoned(scenario: Scenario, found: Tally) -> tuple[Reasoned, ...]:
    """Return the votes for and against that were cast, by who cast them.

    Of a home whose weights are left blank, as the other side's are in a party's brief, only how many they
    were.
    """
    quorum = stated("quorum", scenario.homes[found.party].quorum)
    if not any(scenario.constituencies[index].votes for index, _, _ in found.standings):
        votes = (stated("votes_for", found.votes_for), stated("votes_against", found.votes_against))
        return (*votes, quorum)
    cast = {
        side: tuple(
            Because("votes", (index,), item.votes, item.label, item.basis)
            for index, stand, _ in found.standings
            if stand is side and (item := scenario.constituencies[index]).votes
        )
        for side in (Standing.FOR, Standing.AGAINST)
    }
    return (
        Reasoned("votes_for", found.votes_for, How.SUM, cast[Standing.FOR]),
        Reasoned("votes_against", found.votes_against, How.SUM, cast[Standing.AGAINST]),
        quorum,
    )


def refusal_reasoned(scenario: Scenario, state: State, refusal: Refusal) -> tuple[Reasoned, ...]:
    """Return why a move is not legal: 0, for every statement that would have to be so and is not; then the
    numbers that a statement is about."""
    root = refusal.because or refusal
    places = tuple(place for place in (root.issue, root.option, root.need) if place is not None)
    made = [Because(root.why.value, places or root.issues, 0)]
    numbers: tuple[Reasoned, ...] = ()
    match root.why:
        case Why.BEYOND_MANDATE:
            orders = ((order, scenario.orders[order]) for order in root.orders)
            made = [Because("order", (order,), 0, each.sentence, each.basis) for order, each in orders]
        case Why.NEEDS if root.issue is not None and root.option is not None and root.need is not None:
            need = scenario.issues[root.issue].options[root.option].needs[root.need]
            made = [Because("need", places, 0, need.sentence)]
        case Why.TRUST_TOO_LOW:
            conduct = scenario.conduct
            least = stated("sound_least", conduct.sound_least, basis=conduct.basis)
            numbers = (least, stated("trust", state.meters[conduct.meter]))
        case _:
            pass
    return Reasoned("refused", 0, How.ALL, tuple(made)), *numbers
