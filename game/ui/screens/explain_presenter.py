"""The answer to "why?": from a topic that a value carries to lines that end at a source or assumption.

Topics: what a part of the table is (map, time, log, ...: all of `ui.about`), points, home, points:theirs:0,
home:theirs:0, support:group, meter:id, issue:id, option:issue:id, order:id, mandate, reservation, refusal,
last, action:id, choice:0, decision, advice, time, offers; of the log odds:event, due:party, vote:party.
"""

from collections.abc import Callable
from dataclasses import replace

from game.desk.homefront import home_lines
from game.rules.happenings import MeterChanged
from game.rules.mandate import orders_broken
from game.rules.package import merged
from game.rules.utility import points
from game.text.catalogue import Catalogue
from game.text.explain import (
    Lines,
    basis,
    binding,
    cited,
    issue_lines,
    meter_lines,
    order_lines,
    orders_on,
    point_ladder,
    point_lines,
    refusal_lines,
    reservation_lines,
    support_lines,
    ways_beyond,
)
from game.text.wording import capital
from game.ui.screens.explain_reasons import distance_reasoned, package_meant, reasons
from game.ui.screens.news_reasons import topic_of
from game.ui.screens.parts import Control, Explanation
from game.ui.seat import Facts
from game.ui.wishes import Back


def explanation(facts: Facts, topic: str) -> Explanation | None:
    """Return the explanation of a topic, None for "" and where nothing is asked."""
    if not topic:
        return None
    kind, _, rest = topic.partition(":")
    say = facts.wording.say
    answer = _ANSWERS.get(kind)
    about = f"ui.about.{kind}"
    lines = answer(facts, rest) if answer is not None else (say(about),) if say.has(about) else ()
    title = say(f"ui.why.{kind}") if kind in _ANSWERS else say("ui.why.unknown")
    close = Control("explained", say("ui.close"), Back())
    total = say("ui.why.total") if kind in _ADD_UP else ""
    return replace(slip(say, topic, title, tuple(lines), close, total=total), reasons=reasons(facts, topic))


def slip(
    say: Catalogue, topic: str, title: str, lines: Lines, close: Control, *, total: str = ""
) -> Explanation:
    """Return an explanation of lines that are there already."""
    marks = tuple(say(key, text="").strip() for key in ("why.source", "why.assumption"))
    return Explanation(topic, title, lines or (say("ui.why.nothing"),), close, total, marks)


def _points(facts: Facts, which: str) -> Lines:
    view, wording = facts.view, facts.wording
    package = merged(view.state.provisional, package_meant(facts, which))
    about = wording.say("why.package", package=wording.talked(package))
    result, *because = point_lines(wording, view.state, view.party, package)
    last = view.state.last_packages[view.party]
    if which or not last:
        return (result, about, *because)
    before = points(view.scenario, view.party, merged(view.state.provisional, last[0]))
    return (result, about, *because, wording.say("why.before", n=before))


def _home(facts: Facts, which: str) -> Lines:
    view, wording = facts.view, facts.wording
    package = package_meant(facts, which)
    about = wording.say("why.package", package=wording.talked(merged(view.state.provisional, package)))
    broken = orders_broken(view.scenario, view.state, view.party, package)
    ways = ways_beyond(wording, view.state, view.party, broken) if broken else ()
    *because, result = home_lines(wording, view, package)
    return (result, about, *because, *order_lines(wording, view.state, broken), *ways)


def _support(facts: Facts, id: str) -> Lines:
    view, wording = facts.view, facts.wording
    package = merged(view.state.provisional, facts.seat.made.package)
    for index, item in enumerate(view.scenario.constituencies):
        if item.id == id and item.party == view.party:
            about = wording.say("why.package", package=wording.talked(package))
            note = (item.note.strip(),) if item.note.strip() else ()
            result, *because = support_lines(wording, view.state, index, package)
            return (result, about, *because, *note)
    return ()


def _meter(facts: Facts, id: str) -> Lines:
    view = facts.view
    for index, item in enumerate(view.scenario.meters):
        if item.id == id and item.seen[view.party]:
            told = [fact for each in facts.news for fact in each.happenings if isinstance(fact, MeterChanged)]
            return meter_lines(facts.wording, view.state, index, told)
    return ()


def _issue(facts: Facts, id: str) -> Lines:
    view, wording = facts.view, facts.wording
    for index, item in enumerate(view.scenario.issues):
        if item.id == id:
            return (
                *issue_lines(wording, index),
                *_nearest(facts, index),
                wording.say("why.ladder"),
                *point_ladder(wording, view.party, index),
                *order_lines(wording, view.state, orders_on(view.scenario, view.party, index)),
            )
    return ()


def _nearest(facts: Facts, issue: int) -> Lines:
    say = facts.wording.say
    return tuple(
        say("why.nearest", steps=say("gap.steps", n=each.value))
        for each in distance_reasoned(facts.view, issue)
        if facts.view.scenario.issues[issue].ordered
    )


def _option(facts: Facts, name: str) -> Lines:
    view, wording, say = facts.view, facts.wording, facts.wording.say
    issue_id, _, option_id = name.partition(":")
    for issue, item in enumerate(view.scenario.issues):
        if item.id != issue_id or option_id not in item.option_index:
            continue
        option = item.option_index[option_id]
        each = item.options[option]
        lines = [capital(wording.item(issue, option)) + "."]
        if each.note.strip():
            lines.append(" ".join(each.note.split()))
        lines.append(say("compose.worth", n=view.scenario.points[view.party][issue][option]))
        lines.append(basis(wording, view.scenario.points_basis[view.party][issue]))
        lines += [need.sentence.strip() for need in each.needs]
        if each.hypothetical:
            lines.append(say("why.hypothetical"))
        elif each.evidence:
            lines.append(say("why.source", text=cited(view.scenario, each.evidence)))
        orders = [
            order
            for order in binding(view.scenario, view.state, view.party)
            if (view.scenario.orders[order].issue, view.scenario.orders[order].option) == (issue, option)
        ]
        lines += order_lines(wording, view.state, orders)
        if orders:
            lines += ways_beyond(wording, view.state, view.party, orders)
        return tuple(line for line in lines if line)
    return ()


def _order(facts: Facts, id: str) -> Lines:
    view, wording = facts.view, facts.wording
    orders = [index for index, order in enumerate(view.scenario.orders) if order.id == id]
    ways = ways_beyond(wording, view.state, view.party, orders) if orders else ()
    return (*order_lines(wording, view.state, orders), *ways)


def _mandate(facts: Facts, rest: str) -> Lines:
    view, wording = facts.view, facts.wording
    orders = binding(view.scenario, view.state, view.party)
    return order_lines(wording, view.state, orders) or (wording.say("why.no_orders"),)


def _reservation(facts: Facts, rest: str) -> Lines:
    return reservation_lines(facts.wording, facts.view.state, facts.view.party)


def _refusal(facts: Facts, rest: str) -> Lines:
    refused, view, wording = facts.seat.refused, facts.view, facts.wording
    if refused is None:
        return (wording.say("why.no_refusal"),)
    root = refused.because or refused
    return (
        *refusal_lines(wording, view.state, view.party, refused),
        *order_lines(wording, view.state, root.orders),
    )


def _last(facts: Facts, rest: str) -> Lines:
    reasons = next((each.reasons for each in reversed(facts.news) if each.reasons), ())
    return reasons or (facts.wording.say("why.no_reasons"),)


def _action(facts: Facts, id: str) -> Lines:
    say = facts.wording.say
    for action in facts.view.scenario.actions:
        if action.id == id:
            lines = [action.label + ".", " ".join(action.note.split()), " ".join(action.cost.split())]
            if action.evidence:
                lines.append(say("why.source", text=cited(facts.view.scenario, action.evidence)))
            return tuple(line for line in lines if line)
    return ()


def _choice(facts: Facts, number: str) -> Lines:
    view, say = facts.view, facts.wording.say
    pending = view.state.pending[view.party]
    if not pending or not number.isdigit():
        return ()
    card = view.scenario.decisions[pending[0]]
    if int(number) >= len(card.choices):
        return ()
    choice = card.choices[int(number)]
    lines = [choice.label + ".", " ".join(choice.note.split())]
    source = choice.evidence or card.source
    if source:
        lines.append(say("why.source", text=cited(view.scenario, source)))
    return tuple(line for line in lines if line)


def _decision(facts: Facts, rest: str) -> Lines:
    view, say = facts.view, facts.wording.say
    pending = view.state.pending[view.party]
    if not pending:
        return ()
    card = view.scenario.decisions[pending[0]]
    source = (say("why.source", text=cited(view.scenario, card.source)),) if card.source else ()
    return (card.title + ".", *source)


def _advice(facts: Facts, rest: str) -> Lines:
    from game.ui.screens.advice_presenter import advice_reasons

    return (*advice_reasons(facts), facts.wording.say("ui.advice.model"))


def _time(facts: Facts, rest: str) -> Lines:
    view, say = facts.view, facts.wording.say
    slots = view.scenario.rounds[view.state.round].slots
    now, exchanges = view.state.slot, slots[view.state.slot].exchanges
    told = say("why.time", now=now + 1, of=len(slots), at=view.state.exchange + 1, n=exchanges)
    return (told, say("ui.about.time"))


def _offers(facts: Facts, rest: str) -> Lines:
    theirs = facts.view.state.offers[1 - facts.view.party]
    if theirs is None:
        return (facts.wording.say("ui.about.offers"),)
    return (*facts.wording.offer(theirs), facts.wording.say("ui.about.offers"))


def _told(facts: Facts, kind: str, rest: str) -> Lines:
    """Return the happenings that a topic of the log is about, as they were told."""
    topic, wording = f"{kind}:{rest}", facts.wording
    news = (happening for each in facts.news for happening in each.happenings)
    found = (wording.happening(each) for each in news if topic_of(facts.view.scenario, each) == topic)
    return tuple(line for each in found for line in each)


_ADD_UP = frozenset({"points", "support", "reservation"})
"""Topics whose amounts are the summands of one number."""

_ANSWERS: dict[str, Callable[[Facts, str], Lines]] = {
    "points": _points,
    "home": _home,
    "support": _support,
    "meter": _meter,
    "issue": _issue,
    "option": _option,
    "order": _order,
    "mandate": _mandate,
    "reservation": _reservation,
    "refusal": _refusal,
    "last": _last,
    "action": _action,
    "choice": _choice,
    "decision": _decision,
    "advice": _advice,
    "time": _time,
    "offers": _offers,
    "odds": lambda facts, rest: _told(facts, "odds", rest),
    "due": lambda facts, rest: _told(facts, "due", rest),
    "vote": lambda facts, rest: _told(facts, "vote", rest),
}
