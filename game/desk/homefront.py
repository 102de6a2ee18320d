"""How a party's own constituencies would stand to a package, with those that are one step short."""

from dataclasses import replace

from game.desk.status import talked_issues
from game.rules.home import LEAST, tally
from game.rules.mandate import orders_broken
from game.rules.package import OPEN, Package, merged
from game.rules.state import Standing, Tally
from game.rules.view import PartyView
from game.text.wording import Wording, capital


def own_tally(view: PartyView, package: Package) -> Tally:
    """Return how the own home would vote on what stands agreed with `package` laid upon it."""
    whole = merged(view.state.provisional, package)
    return tally(view.scenario, view.state, view.party, whole)


def verdict(wording: Wording, view: PartyView, package: Package) -> str:
    """Return in one sentence whether the own home would carry the package now; where questions of the agenda
    are open, that this speaks of what is decided so far only."""
    name, carried = view.scenario.homes[view.party].name, own_tally(view, package).carried
    left = [issue for issue in talked_issues(view) if package[issue] == OPEN]
    if left:
        key = "home.so_far_would" if carried else "home.so_far_would_not"
        return capital(wording.say(key, home=name, n=len(left)))
    return capital(wording.say("home.would" if carried else "home.would_not", home=name))


def verdict_after_deciding_alone(wording: Wording, view: PartyView, package: Package) -> str:
    """Return whether the own home would carry the package once deciding alone has been paid for."""
    home, state = view.scenario.homes[view.party], view.state
    if home.unity is None:
        return verdict(wording, view, package)
    each = home.alone_cost_after_no if state.no_from_home[view.party] else home.alone_cost
    cost = each * len(orders_broken(view.scenario, state, view.party, package))
    meters = list(state.meters)
    meters[home.unity] = max(LEAST, meters[home.unity] - cost)
    carried = own_tally(replace(view, state=replace(state, meters=tuple(meters))), package).carried
    return wording.say("home.then_would" if carried else "home.then_would_not", home=home.name)


def home_lines(wording: Wording, view: PartyView, package: Package) -> list[str]:
    """Return every constituency's stand, with votes, and whether home would carry the package."""
    say, scenario = wording.say, view.scenario
    counted = own_tally(view, package)
    lines = []
    for index, standing, support in counted.standings:
        item = scenario.constituencies[index]
        marks = []
        if item.votes:
            marks.append(say("home.votes", n=item.votes))
        if item.gate:
            marks.append(say("home.gate"))
        elif item.must_be_for:
            marks.append(say("home.must_be_for"))
        elif item.must_not_be_against:
            marks.append(say("home.must_not_be_against"))
        short = ""
        if not marks:
            marks.append(say("home.no_vote"))
        elif standing is not Standing.FOR and support == item.carries_at - 1:
            short = say("home.short_of_for")
        elif standing is Standing.AGAINST and support == item.blocks_at:
            short = say("home.short_of_away")
        lines.append(
            say(
                "home.line",
                who=capital(item.label),
                standing=wording.standing(standing),
                marks=", ".join(marks),
                short=short,
            )
        )
    home = scenario.homes[view.party]
    lines.append(
        say(
            "home.count",
            votes_for=counted.votes_for,
            votes_against=counted.votes_against,
            quorum=home.quorum,
        )
    )
    lines.append(verdict(wording, view, package))
    return lines
