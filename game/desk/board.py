"""The board: one paragraph an issue, with both sides' offers, what is locked and why, what is agreed."""

from game.desk.status import distance, said, talked_issues
from game.rules.mandate import level_of
from game.rules.package import OPEN
from game.rules.scenario import Level
from game.rules.view import PartyView
from game.text.explain import binding
from game.text.wording import Wording, capital


def board_lines(wording: Wording, view: PartyView) -> list[str]:
    """Return the whole board: open issues at length, then what is agreed, then what is not ripe."""
    say, state = wording.say, view.state
    lines: list[str] = []
    for number, issue in enumerate(talked_issues(view), start=1):
        lines += open_issue_lines(wording, view, issue, number)
    agreed = [issue for issue, option in enumerate(state.provisional) if option != OPEN]
    if agreed:
        lines.append(say("board.agreed", n=len(agreed)))
        for issue in agreed:
            item = view.scenario.issues[issue]
            origin = (
                say("board.origin", origin=item.origin.strip().rstrip(".")) if item.origin.strip() else ""
            )
            lines.append(f"  {capital(wording.item(issue, state.provisional[issue]))}.{origin}")
    later = [i for i, on in enumerate(state.agenda) if not on and state.provisional[i] == OPEN]
    if later:
        lines.append(say("board.later", issues=wording.issues(tuple(later))))
    lines += _combinations(wording, view)
    return lines


def open_issue_lines(wording: Wording, view: PartyView, issue: int, number: int) -> list[str]:
    """Return the lines of one open issue."""
    say, scenario = wording.say, view.scenario
    item = scenario.issues[issue]
    lines = [say("board.issue", number=number, issue=capital(item.label), question=item.question.strip())]
    for option, each in enumerate(item.options):
        marks = []
        if option in said(view.state, view.party, issue):
            marks.append(say("board.yours"))
        if option in said(view.state, 1 - view.party, issue):
            marks.append(say("board.theirs"))
        level = level_of(scenario, view.state, view.party, issue, option)
        if level is not Level.FREE:
            marks.append(wording.level(level))
        marked = "".join(say("board.mark", mark=mark) for mark in marks)
        worth = scenario.points[view.party][issue][option]
        lines.append(
            "  " + say("board.option", option=capital(each.label), id=each.id, n=worth, marks=marked)
        )
        lines += [f"    {sentence}" for sentence in _locks(view, issue, option)]
    rungs = distance(view, issue)
    if rungs == 0:
        lines.append("  " + say("board.level"))
    elif rungs is not None and item.ordered:
        lines.append("  " + say("board.distance", steps=say("gap.steps", n=rungs)))
    return lines


def _locks(view: PartyView, issue: int, option: int) -> list[str]:
    orders = [view.scenario.orders[order] for order in binding(view.scenario, view.state, view.party)]
    return [order.sentence.strip() for order in orders if (order.issue, order.option) == (issue, option)]


def _combinations(wording: Wording, view: PartyView) -> list[str]:
    """Return the orders that bind several issues together."""
    orders = [view.scenario.orders[order] for order in binding(view.scenario, view.state, view.party)]
    sentences = [order.sentence.strip() for order in orders if order.issue is None]
    if not sentences:
        return []
    return [wording.say("board.combinations"), *(f"  {sentence}" for sentence in sentences)]
