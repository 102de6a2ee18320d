"""Where the talks stand, in a few lines: the meeting, the table, how far apart the sides are."""

from game.rules.package import OPEN, Package, decided
from game.rules.scenario import RoundKind
from game.rules.state import QuestionKind, State
from game.rules.view import PartyView
from game.text.wording import LETTERS, Wording, capital


def meetings_left(view: PartyView) -> int:
    """Return how many meetings of this round come after the present one."""
    return len(view.scenario.rounds[view.state.round].slots) - view.state.slot - 1


def where_lines(wording: Wording, view: PartyView) -> list[str]:
    """Return the place, the hour, and how much time is left."""
    say, state = wording.say, view.state
    round_ = view.scenario.rounds[state.round]
    slot = round_.slots[state.slot]
    title = round_.title if round_.place in round_.title else f"{round_.title}, {round_.place}"
    lines = [say("status.where", slot=slot.label, title=title)]
    if round_.kind is RoundKind.TALKS:
        left = meetings_left(view)
        lines.append(say("status.exchange", now=state.exchange + 1, of=slot.exchanges))
        lines.append(say("status.left", n=left) if left else say("status.last_meeting"))
    return lines


def table_lines(wording: Wording, view: PartyView) -> list[str]:
    """Return what lies on the table: how each offer may be taken, then one line for each open question."""
    say, state, me = wording.say, view.state, view.party
    issues = talked_issues(view)
    lines = []
    if not issues:
        lines.append(say("gap.all_agreed"))
    elif not state.last_packages[0] and not state.last_packages[1]:
        lines.append(say("gap.nothing_said", n=len(issues)))
    else:
        lines.append(f"{_manner(wording, view, 1 - me)} {_manner(wording, view, me)}")
        for number, issue in enumerate(issues, start=1):
            lines.append(f"  {number}. {gap_line(wording, view, issue)}")
    return [*lines, *signature_lines(wording, view)]


def _manner(wording: Wording, view: PartyView, party: int) -> str:
    """Return whether a party has an offer on the table and how it may be taken."""
    whose = "yours" if party == view.party else "theirs"
    offer = view.state.offers[party]
    if offer is None:
        fallen = "fallen" if view.state.last_packages[party] else "none"
        return wording.say(f"status.{fallen}_{whose}")
    manner = wording.say("status.linked" if offer.linked else "status.severable")
    return wording.say(f"status.{whose}", n=len(offer.packages), manner=manner)


def gap_line(wording: Wording, view: PartyView, issue: int) -> str:
    """Return what each side last offered on an issue, and how far apart they are, in words."""
    say = wording.say
    mine, theirs = said(view.state, view.party, issue), said(view.state, 1 - view.party, issue)
    name = capital(wording.issue(issue))
    if not mine and not theirs:
        return say("gap.neither", issue=name)
    if mine == theirs:
        return say("gap.both", issue=name, options=_told(wording, view, view.party, issue))
    yours, their = (_told(wording, view, party, issue) for party in (view.party, 1 - view.party))
    line = say("gap.line", issue=name, yours=yours, theirs=their)
    rungs = distance(view, issue)
    if rungs and view.scenario.issues[issue].ordered:
        line += f" {say('gap.apart', n=rungs)}"
    return line


def _told(wording: Wording, view: PartyView, party: int, issue: int) -> str:
    """Return the options that a party last offered on an issue, lettered where its alternatives differ."""
    offer = view.state.offers[party]
    packages = offer.packages if offer is not None else view.state.last_packages[party]
    options = [package[issue] for package in packages]
    if len(set(options)) <= 1:
        option = options[0] if options else OPEN
        return wording.option(issue, option) if option != OPEN else wording.say("gap.nothing")
    told = [
        f"{letter} {wording.option(issue, option) if option != OPEN else wording.say('gap.nothing')}"
        for letter, option in zip(LETTERS, options, strict=False)
    ]
    return "; ".join(told)


def signature_lines(wording: Wording, view: PartyView) -> list[str]:
    """Return who has signed and what home has been asked."""
    say, state, me = wording.say, view.state, view.party
    lines = []
    if state.signed[1 - me]:
        lines.append(say("status.they_signed"))
    if state.signed[me]:
        lines.append(say("status.you_signed"))
    for question in state.questions:
        if question.party != me:
            continue
        kind = "asked" if question.kind is QuestionKind.PERMISSION else "referendum"
        home = view.scenario.homes[me].name
        lines.append(
            say(f"status.{kind}", n=question.due, home=home, package=wording.talked(question.package))
        )
    return lines


def said(state: State, party: int, issue: int) -> tuple[int, ...]:
    """Return the options of an issue that a party has last offered, each once."""
    offer = state.offers[party]
    packages = offer.packages if offer is not None else state.last_packages[party]
    return tuple(dict.fromkeys(package[issue] for package in packages if package[issue] != OPEN))


def distance(view: PartyView, issue: int) -> int | None:
    """Return how many rungs lie between the nearest options that the sides last offered, None where
    one of them has said nothing."""
    mine, theirs = said(view.state, view.party, issue), said(view.state, 1 - view.party, issue)
    if not mine or not theirs:
        return None
    return min(abs(one - two) for one in mine for two in theirs)


def talked_issues(view: PartyView) -> list[int]:
    """Return the issues of the agenda that are still open."""
    return [
        issue for issue, on in enumerate(view.state.agenda) if on and view.state.provisional[issue] == OPEN
    ]


def meter_line(wording: Wording, view: PartyView) -> str:
    """Return the meters that this party sees, in one line."""
    scenario = view.scenario
    shown = [
        wording.say("status.meter", meter=meter.label, n=view.state.meters[index])
        for index, meter in enumerate(scenario.meters)
        if meter.seen[view.party]
    ]
    return wording.say("status.meters", meters=", ".join(shown)) if shown else ""


def changed_lines(wording: Wording, package: Package, before: Package | None) -> list[str]:
    """Return an offer's options as lines: what moved since the last one first, the rest in one line."""
    if before is None:
        return list(wording.items(package))
    moved, kept = [], []
    for issue, option in decided(package):
        if option == before[issue]:
            kept.append(wording.item(issue, option))
        else:
            item, was = capital(wording.item(issue, option)), before[issue]
            if was == OPEN:
                moved.append(wording.say("status.new", item=item))
            else:
                told = wording.option(issue, was)
                moved.append(wording.say("status.moved", item=item, was=told))
    if kept:
        moved.append(wording.say("status.as_before", items="; ".join(kept)))
    return moved
