"""The board of the table: each question as a ladder with both markers, locks, the gap in words."""

from collections.abc import Mapping

from game.desk.status import distance, said, talked_issues
from game.rules.legality import refusal
from game.rules.mandate import level_of
from game.rules.moves import Reopen
from game.rules.package import OPEN
from game.rules.scenario import Level
from game.rules.view import PartyView
from game.text.explain import binding
from game.text.wording import LETTERS, Wording, capital
from game.ui.map_status import facts_of, legend, statuses
from game.ui.screens.parts import Control
from game.ui.screens.table_model import BoardRow, Chart, Rung
from game.ui.seat import Facts
from game.ui.wishes import PutOption, ReopenIssue, Unfold


def board_rows(facts: Facts, suggested: int = -1) -> tuple[BoardRow, ...]:
    """Return the agenda's open questions, then what stands agreed, then what is not ripe, these folded.

    Args:
        suggested: the issue that the next step is about, -1 for none.
    """
    view = facts.view
    open_now = talked_issues(view)
    agreed = [issue for issue, option in enumerate(view.state.provisional) if option != OPEN]
    later = [issue for issue in range(len(view.scenario.issues)) if issue not in (*open_now, *agreed)]
    return tuple(
        _row(facts, issue, is_open=issue in open_now, suggested=issue == suggested)
        for issue in (*open_now, *agreed, *later)
    )


def _row(facts: Facts, issue: int, *, is_open: bool, suggested: bool) -> BoardRow:
    wording, view, seat, say = facts.wording, facts.view, facts.seat, facts.wording.say
    item, stands = view.scenario.issues[issue], view.state.provisional[issue]
    folded = (issue in seat.unfolded) is is_open
    return BoardRow(
        issue=issue,
        id=item.id,
        label=capital(item.label),
        question=" ".join(item.question.split()),
        rungs=tuple(_rung(facts, issue, option) for option in range(len(item.options))),
        mine_left=view.party == 0,
        gap=gap(wording, view, issue) if is_open else "",
        steps=distance(view, issue) if is_open and item.ordered else None,
        learnt=tuple(
            wording.learnt(view.party, known)
            for known in view.state.known[view.party]
            if known.issue == issue
        ),
        agreed=_agreed(wording, view, issue),
        origin=item.origin.strip() if stands != OPEN else "",
        reopen=_reopen(facts, issue) if stands != OPEN else None,
        suggested=suggested,
        folded=folded,
        unfold=Control(
            f"unfold:{item.id}",
            say("ui.board.unfold" if folded else "ui.board.fold"),
            Unfold(issue),
            why=f"issue:{item.id}",
        ),
        why=f"issue:{item.id}",
    )


def _agreed(wording: Wording, view: PartyView, issue: int) -> str:
    """Return what is agreed on a question, marked where a home has yet to confirm it; "" where nothing is."""
    stands = view.state.provisional[issue]
    if stands == OPEN:
        return ""
    told = capital(wording.option(issue, stands))
    return wording.say("ui.board.referendum", option=told) if any(view.state.referendum[issue]) else told


def told_marks(marks: Mapping[str, object]) -> str:
    """Return the words of those marks that an option has."""
    return ". ".join(words for words, there in marks.items() if there)


def _rung(facts: Facts, issue: int, option: int) -> Rung:
    wording, view, say = facts.wording, facts.view, facts.wording.say
    item = view.scenario.issues[issue]
    each, stands = item.options[option], view.state.provisional[issue]
    level = level_of(view.scenario, view.state, view.party, issue, option)
    in_hand = facts.seat.made.package[issue] == option
    talked = issue in talked_issues(view)
    why = f"option:{item.id}:{each.id}"
    mine, theirs = (_letters(view, party, issue, option) for party in (view.party, 1 - view.party))
    parties = view.scenario.parties
    marks = {
        say("ui.part.mine", capital=parties[view.party].capital): mine,
        say("ui.part.theirs", capital=parties[1 - view.party].capital): theirs,
        say("ui.part.draft"): in_hand,
        say("ui.part.agreed"): stands == option,
        say("ui.part.locked"): level is not Level.FREE,
    }
    return Rung(
        option=option,
        label=capital(each.label),
        points=view.scenario.points[view.party][issue][option],
        put=Control(
            f"put:{item.id}:{each.id}",
            capital(each.label),
            PutOption(issue, OPEN if in_hand else option),
            note=wording.level(level) if level is not Level.FREE else "",
            on=in_hand,
            enabled=talked,
            reason="" if talked else say("ui.board.not_open"),
            why=why,
        ),
        mine=mine,
        theirs=theirs,
        chosen=in_hand,
        agreed=stands == option,
        lock=int(level),
        lock_reason=lock_reason(wording, view, issue, option),
        note=" ".join(each.note.split()),
        why=why,
        signs=told_marks(marks),
    )


def lock_reason(wording: Wording, view: PartyView, issue: int, option: int) -> str:
    """Return the sentence of the orders that keep an option locked, "" where it is free."""
    orders = [view.scenario.orders[order] for order in binding(view.scenario, view.state, view.party)]
    return " ".join(
        order.sentence.strip() for order in orders if (order.issue, order.option) == (issue, option)
    )


def _letters(view: PartyView, party: int, issue: int, option: int) -> str:
    offer = view.state.offers[party]
    packages = offer.packages if offer is not None else view.state.last_packages[party]
    if len(packages) == 1:
        return "*" if packages[0][issue] == option else ""
    return "".join(letter for letter, each in zip(LETTERS, packages, strict=False) if each[issue] == option)


def gap(wording: Wording, view: PartyView, issue: int) -> str:
    """Return how far apart the sides are on an open question, in words."""
    say, rungs = wording.say, distance(view, issue)
    if rungs == 0:
        return say("board.level")
    if rungs is not None:
        if not view.scenario.issues[issue].ordered:
            return say("ui.board.differ")
        return say("board.distance", steps=say("gap.steps", n=rungs))
    if said(view.state, view.party, issue):
        return say("ui.board.you_spoke")
    return say("ui.board.they_spoke" if said(view.state, 1 - view.party, issue) else "ui.board.nobody_spoke")


def _reopen(facts: Facts, issue: int) -> Control:
    view, say = facts.view, facts.wording.say
    refused = refusal(view.scenario, view.state, view.party, Reopen(issue))
    return Control(
        f"reopen:{view.scenario.issues[issue].id}",
        say("ui.board.reopen"),
        ReopenIssue(issue),
        enabled=refused is None,
        reason="" if refused is None else facts.wording.refusal(refused),
        does=say("ui.about.reopen"),
    )


def chart(facts: Facts) -> Chart:
    """Return what the map shows of its places; nothing for talks about none of them."""
    if not facts.view.scenario.map_rules:
        return Chart((), (), "map")
    found = statuses(facts_of(facts.view))
    parties = facts.view.scenario.parties
    rows = legend(found, (parties[0].capital, parties[1].capital), facts.wording.say)
    return Chart(tuple(found.items()), rows, "map")
