"""`why`: which explanation a word asks for, from a number down to its source."""

from game.desk.assignments import find, issue_names, number_typed
from game.desk.deeds import packages_at_hand
from game.desk.homefront import own_tally
from game.rules.happenings import MeterChanged
from game.rules.mandate import orders_broken
from game.rules.package import Package, merged
from game.terminal.chair import Chair
from game.text.explain import (
    binding,
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

TOPICS = ("points", "support", "refusal", "last", "mandate", "reservation")


def why(chair: Chair, rest: str) -> None:
    """Explain what `rest` names: a topic, an issue, a meter, a constituency, or a package in hand."""
    view, say, console, wording = chair.view, chair.say, chair.console, chair.wording
    scenario = view.scenario
    topic, _, more = rest.partition(" ")
    number = number_typed(topic)
    if number is not None:
        _about_choice(chair, number)
        return
    match topic:
        case "":
            console.line(say("why.usage"))
        case "points":
            _points(chair, more)
        case "support" | "home":
            _support(chair, more)
        case "refusal" if chair.refused is not None:
            console.lines(refusal_lines(wording, view.state, chair.party, chair.refused))
            root = chair.refused.because or chair.refused
            console.lines(order_lines(wording, view.state, root.orders), indent=2)
        case "refusal":
            console.line(say("why.no_refusal"))
        case "last" if chair.reasons:
            console.line(say("news.reasons", n=len(chair.reasons), reasons=" ".join(chair.reasons)))
        case "last":
            console.line(say("why.no_reasons"))
        case "mandate" | "orders":
            orders = binding(scenario, view.state, chair.party)
            console.lines(order_lines(wording, view.state, orders) or (say("why.no_orders"),))
        case "reservation" | "batna":
            console.lines(reservation_lines(wording, view.state, chair.party))
        case _:
            _named(chair, rest)


def _named(chair: Chair, name: str) -> None:
    """Explain the issue, meter or constituency of that name."""
    view, say, console, wording = chair.view, chair.say, chair.console, chair.wording
    scenario = view.scenario
    issue = find(name, issue_names(scenario))
    if issue is not None:
        console.lines(issue_lines(wording, issue))
        console.line(say("why.ladder"))
        console.lines(point_ladder(wording, chair.party, issue), indent=2)
        console.lines(order_lines(wording, view.state, orders_on(scenario, chair.party, issue)))
        return
    meters = [(m.id, m.label) if m.seen[chair.party] else ("", "") for m in scenario.meters]
    meter = find(name, meters)
    if meter is not None:
        news = chair.game.news(chair.party)
        facts = [fact for each in news for fact in each.happenings if isinstance(fact, MeterChanged)]
        console.lines(meter_lines(wording, view.state, meter, facts))
        return
    own = [
        (item.id, item.label) if item.party == chair.party else ("", "") for item in scenario.constituencies
    ]
    constituency = find(name, own)
    if constituency is not None:
        package = _package(chair)
        console.line(say("why.package", package=wording.talked(package)))
        console.lines(support_lines(wording, view.state, constituency, package))
        return
    console.line(say("why.unknown", name=name))


def _package(chair: Chair) -> Package:
    """Return the package in question: the one put together last, else the first at hand."""
    provisional = chair.view.state.provisional
    if chair.composed is not None:
        return merged(provisional, chair.composed)
    return merged(provisional, packages_at_hand(chair.say, chair.view, chair.composed)[0][1])


def _points(chair: Chair, which: str) -> None:
    view, console = chair.view, chair.console
    packages = packages_at_hand(chair.say, chair.view, chair.composed)
    number = number_typed(which)
    if number is not None and 1 <= number <= len(packages):
        package = merged(view.state.provisional, packages[number - 1][1])
    else:
        package = _package(chair)
    console.line(chair.say("why.package", package=chair.wording.talked(package)))
    console.lines(point_lines(chair.wording, view.state, chair.party, package))


def _support(chair: Chair, who: str) -> None:
    view, console, wording = chair.view, chair.console, chair.wording
    if who:
        _named(chair, who)
        return
    package = _package(chair)
    console.line(chair.say("why.package", package=wording.talked(package)))
    for index, _, _ in own_tally(view, package).standings:
        console.lines(support_lines(wording, view.state, index, package))


def _about_choice(chair: Chair, number: int) -> None:
    """Explain what accepting alternative `number` of the other side's offer would mean."""
    view, say, console = chair.view, chair.say, chair.console
    offer = view.state.offers[1 - chair.party]
    if offer is None or not 1 <= number <= len(offer.packages):
        console.line(say("why.no_alternative", number=number))
        return
    package = merged(view.state.provisional, offer.packages[number - 1])
    console.line(say("why.package", package=chair.wording.talked(package)))
    console.lines(point_lines(chair.wording, view.state, chair.party, package))
    broken = orders_broken(view.scenario, view.state, chair.party, offer.packages[number - 1])
    if broken:
        console.lines(order_lines(chair.wording, view.state, broken))
        console.lines(ways_beyond(chair.wording, view.state, chair.party, broken))
