"""Where the talks stand, in a few lines: the meeting, the table, how far apart the sides are."""

from game.rules.package import OPEN, Package, decided
from game.rules.scenario import RoundKind
from game.rules.state import Offer, QuestionKind, State
from game.rules.view import PartyView
from game.text.wording import LETTERS, Wording


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
    """Return what lies on the table, theirs first."""
    say, state, me = wording.say, view.state, view.party
    lines = []
    for party in (1 - me, me):
        whose = "yours" if party == me else "theirs"
        offer = state.offers[party]
        if offer is None:
            lines.append(say(f"status.none_{whose}"))
            continue
        manner = say("status.linked" if offer.linked else "status.severable")
        lines.append(say(f"status.{whose}", manner=manner))
        lines += [f"  {line}" for line in alternative_lines(wording, offer)]
    lines += signature_lines(wording, view)
    return lines


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
        lines.append(say(f"status.{kind}", home=home, package=wording.package(question.package)))
    return lines


def alternative_lines(wording: Wording, offer: Offer) -> list[str]:
    """Return one line for each alternative of an offer."""
    if len(offer.packages) == 1:
        return [wording.package(offer.packages[0])]
    return [
        f"{wording.say('happening.offer_letter', letter=letter)} {wording.package(package)}"
        for letter, package in zip(LETTERS, offer.packages, strict=False)
    ]


def said(state: State, party: int, issue: int) -> tuple[int, ...]:
    """Return the options of an issue that a party has last offered, each once."""
    packages = state.offers[party].packages if state.offers[party] else state.last_packages[party]  # type: ignore[union-attr]
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


def gap_lines(wording: Wording, view: PartyView) -> list[str]:
    """Return how far apart the sides are, in words."""
    say, state = wording.say, view.state
    open_issues = talked_issues(view)
    if not open_issues:
        return [say("gap.all_agreed")]
    apart, level, silent = [], [], []
    for issue in open_issues:
        rungs = distance(view, issue)
        if rungs is None:
            silent.append(wording.issue(issue))
        elif rungs == 0:
            level.append(wording.issue(issue))
        elif view.scenario.issues[issue].ordered:
            apart.append(say("gap.item", issue=wording.issue(issue), steps=say("gap.steps", n=rungs)))
        else:
            apart.append(wording.issue(issue))
    if not state.last_packages[0] and not state.last_packages[1]:
        return [say("gap.nothing_said", n=len(open_issues))]
    lines = []
    if apart:
        lines.append(say("gap.apart", issues=wording.listed(apart)))
    if level:
        lines.append(say("gap.level", issues=wording.listed(level)))
    if silent:
        lines.append(say("gap.silent", issues=wording.listed(silent)))
    return lines


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
            was = wording.option(issue, before[issue])
            moved.append(wording.say("status.moved", item=wording.item(issue, option), was=was))
    if kept:
        moved.append(wording.say("status.as_before", items="; ".join(kept)))
    return moved
