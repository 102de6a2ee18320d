"""From a topic to the values that it explains, each as data with the terms that make it."""

from collections.abc import Callable

from game.desk.status import meetings_left, said, talked_issues
from game.rules.happenings import (
    OfferTabled,
)
from game.rules.legality import after_effects, move_of_choice, refusal
from game.rules.mandate import orders_broken
from game.rules.moves import Accept, Decide, Propose
from game.rules.package import OPEN, Package, empty, merged
from game.rules.reasoned import (
    lead_reasoned,
    lock_reasoned,
    most_reasoned,
    option_reasoned,
    points_reasoned,
    reservation_reasoned,
    standing_reasoned,
    support_reasoned,
    vote_reasoned,
)
from game.rules.reasons import Because, How, Reasoned, counted, stated
from game.rules.view import PartyView
from game.ui.screens.news_reasons import TOLD, Found, beyond_reasoned, happened, order_of
from game.ui.seat import Facts


def package_meant(facts: Facts, which: str) -> Package:
    """Return the package a topic means: one of theirs, what stands agreed, else what is in hand."""
    view, (whose, _, number) = facts.view, which.partition(":")
    theirs = view.state.offers[1 - view.party]
    if whose == "theirs" and theirs is not None and number.isdigit() and int(number) < len(theirs.packages):
        return theirs.packages[int(number)]
    if whose == "agreed":
        return empty(len(view.scenario.issues))
    return facts.seat.made.package


def reasons(facts: Facts, topic: str) -> Found:
    """Return the values that `why` of a topic explains, the most asked for first; none for mere words."""
    kind, _, rest = topic.partition(":")
    found = FOUND.get(kind)
    return found(facts, rest) if found is not None else ()


def packages_of(view: PartyView, decision: int, choice: int) -> tuple[Package, ...]:
    """Return the packages that an answer tables, or the one that it accepts, with what stands agreed."""
    scenario, state, party = view.scenario, view.state, view.party
    move = Decide(decision, choice)
    after = after_effects(scenario, state, party, move).state
    match move_of_choice(scenario, after, party, move):
        case Propose(packages):
            meant = packages
        case Accept(which) if (theirs := state.offers[1 - party]) is not None:
            meant = (theirs.packages[which],)
        case _:
            meant = ()
    return tuple(merged(state.provisional, package) for package in meant)


def distance_reasoned(view: PartyView, issue: int) -> Found:
    """Return how many rungs lie between the nearest options that the sides last offered, if both spoke."""
    mine, theirs = said(view.state, view.party, issue), said(view.state, 1 - view.party, issue)
    pairs = tuple(Because("rungs", (issue, one, two), abs(one - two)) for one in mine for two in theirs)
    if not pairs:
        return ()
    return (Reasoned("distance", min(pair.amount for pair in pairs), How.SMALLEST, pairs),)


def _points(facts: Facts, which: str) -> Found:
    view = facts.view
    scenario, state, party = view.scenario, view.state, view.party
    worth = points_reasoned(scenario, party, merged(state.provisional, package_meant(facts, which)))
    without = reservation_reasoned(scenario, state, party)
    found = [worth, without, lead_reasoned(worth, without), most_reasoned(scenario, party)]
    if not which:
        last = state.last_packages[party]
        found.append(
            points_reasoned(
                scenario, party, merged(state.provisional, last[0]) if last else state.provisional
            )
        )
    return (*found, *_open(facts))


def _open(facts: Facts) -> Found:
    """Return how many questions of the agenda each package that may be meant leaves open."""
    view = facts.view
    talked = talked_issues(view)
    theirs = view.state.offers[1 - view.party]
    packages = [facts.seat.made.package, *(theirs.packages if theirs is not None else ())]
    left = [tuple(issue for issue in talked if package[issue] == OPEN) for package in packages]
    return tuple(counted("open", "issue", each) for each in dict.fromkeys((tuple(talked), *left)))


def _home(facts: Facts, which: str) -> Found:
    view = facts.view
    scenario, state = view.scenario, view.state
    package = package_meant(facts, which)
    whole = merged(state.provisional, package)
    broken = orders_broken(scenario, state, view.party, package)
    found = [*vote_reasoned(scenario, state, view.party, whole)]
    for index, item in enumerate(scenario.constituencies):
        if item.party == view.party:
            found += _stand(view, index, whole)
    return (
        *found,
        *(order_of(facts, order) for order in broken),
        *beyond_reasoned(facts, broken),
        *_open(facts),
    )


def _stand(view: PartyView, index: int, whole: Package) -> Found:
    item = view.scenario.constituencies[index]
    level = support_reasoned(view.scenario, view.state, index, whole)
    stand = standing_reasoned(view.scenario, index, level.value)
    return level, stand, stated("votes", item.votes, words=item.label, basis=item.basis)


def _support(facts: Facts, id: str) -> Found:
    view = facts.view
    whole = merged(view.state.provisional, facts.seat.made.package)
    for index, item in enumerate(view.scenario.constituencies):
        if item.id == id and item.party == view.party:
            return _stand(view, index, whole)
    return ()


def _issue(facts: Facts, id: str) -> Found:
    view = facts.view
    for index, item in enumerate(view.scenario.issues):
        if item.id == id:
            each = range(len(item.options))
            worth = tuple(option_reasoned(view.scenario, view.party, index, option) for option in each)
            return (*distance_reasoned(view, index), *worth)
    return ()


def _option(facts: Facts, name: str) -> Found:
    view, (issue_id, _, option_id) = facts.view, name.partition(":")
    for issue, item in enumerate(view.scenario.issues):
        if item.id == issue_id and option_id in item.option_index:
            option = item.option_index[option_id]
            orders = [
                order
                for order, each in enumerate(view.scenario.orders)
                if (each.party, each.issue, each.option) == (view.party, issue, option)
            ]
            lock = lock_reasoned(view.scenario, view.state, view.party, issue, option)
            return (
                option_reasoned(view.scenario, view.party, issue, option),
                lock,
                *(order_of(facts, each) for each in orders),
                *beyond_reasoned(facts, orders),
            )
    return ()


def time_reasoned(view: PartyView) -> Found:
    """Return which exchange and meeting it is, of how many, and how many meetings are left."""
    slots = view.scenario.rounds[view.state.round].slots
    now = Because("exchanges", (view.state.slot,), view.state.exchange)
    before = Because("meetings", (), view.state.slot)
    total = counted("meetings", "meeting", range(len(slots)))
    gone = Because("meeting", (view.state.slot,), -view.state.slot - 1)
    return (
        Reasoned("exchange", view.state.exchange + 1, How.SUM, (now, Because("present", (), 1))),
        stated("exchanges", slots[view.state.slot].exchanges),
        Reasoned("meeting", view.state.slot + 1, How.SUM, (before, Because("present", (), 1))),
        Reasoned("meetings_left", meetings_left(view), How.SUM, (Because("meetings", (), total.value), gone)),
        total,
    )


def _offers(facts: Facts, rest: str) -> Found:
    theirs = facts.view.state.offers[1 - facts.view.party]
    return (
        counted("alternatives", "alternative", range(len(theirs.packages)) if theirs is not None else ()),
    )


def _last(facts: Facts, rest: str) -> Found:
    theirs = 1 - facts.view.party
    made = (fact.offer for fact in happened(facts) if isinstance(fact, OfferTabled) and fact.party == theirs)
    return tuple(
        counted("alternatives", "alternative", range(len(each.packages))) for each in list(made)[-1:]
    )


def _choice(facts: Facts, number: str) -> Found:
    """Return what the packages that an answer tables or accepts are worth to oneself, and of one that orders
    close what the ways beyond them cost."""
    view = facts.view
    pending = view.state.pending[view.party]
    if not pending or not number.isdigit() or int(number) >= len(view.scenario.decisions[pending[0]].choices):
        return ()
    meant = packages_of(view, pending[0], int(number))
    worth = tuple(points_reasoned(view.scenario, view.party, each) for each in meant)
    refused = refusal(view.scenario, view.state, view.party, Decide(pending[0], int(number)))
    if refused is None:
        return worth
    orders = (refused.because or refused).orders
    return (*worth, *(order_of(facts, each) for each in orders), *beyond_reasoned(facts, orders))


def _advice(facts: Facts, rest: str) -> Found:
    """Return how many alternatives the advised offer has, and on how many questions it is another."""
    chosen = facts.advice
    if chosen is None or not isinstance(chosen.move, Propose):
        return ()
    packages, last = chosen.move.packages, facts.view.state.last_packages[facts.view.party]
    before = last[0] if last else empty(len(packages[0]))
    changed = tuple(issue for issue, each in enumerate(packages[0]) if each != before[issue])
    return (
        counted("changes", "issue", changed),
        counted("alternatives", "alternative", range(len(packages))),
    )


FOUND: dict[str, Callable[[Facts, str], Found]] = {
    **TOLD,
    "points": _points,
    "home": _home,
    "support": _support,
    "issue": _issue,
    "option": _option,
    "time": lambda facts, rest: time_reasoned(facts.view),
    "offers": _offers,
    "last": _last,
    "choice": _choice,
    "advice": _advice,
}
"""Every kind of topic that explains values, with what finds them."""
