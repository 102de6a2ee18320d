"""Who sits opposite: thinking or waiting, and what they did last with the reason they gave."""

from game.rules import happenings as fact
from game.rules.delegations import delegation
from game.rules.happenings import Happening
from game.rules.state import to_move
from game.ui.screens.parts import Said
from game.ui.screens.table_model import Opposite
from game.ui.seat import Facts


def opposite(facts: Facts) -> Opposite:
    """Return the head of the other delegation, or who plays it."""
    view, say = facts.view, facts.wording.say
    speaks = delegation(view.scenario, view.state, 1 - view.party)
    sent = view.state.delegates[1 - view.party] >= 0  # then not whom the round lists, nor who plays it
    name = (not sent and facts.opposite) or speaks.head or view.scenario.parties[1 - view.party].name
    mine = to_move(view.state) == view.party
    if facts.thinking:
        doing = say("ui.top.thinking", who=facts.thinking)
    else:
        doing = say("ui.them.waits" if mine else "ui.top.theirs")
    return Opposite(name, doing, Said(last_move(facts), "last"))


def last_move(facts: Facts) -> str:
    """Return their last move in a sentence with the first reason they gave, "" before their first."""
    for each in reversed(facts.news):
        for happening in each.happenings:
            told = _told(facts, happening)
            if told:
                return " ".join((told, *each.reasons[:1]))
    return ""


def _told(facts: Facts, happening: Happening) -> str:
    say, scenario = facts.wording.say, facts.view.scenario
    if getattr(happening, "party", None) != 1 - facts.view.party:
        return ""
    match happening:
        case fact.OfferTabled(_, offer):
            return say("ui.them.offered", n=len(offer.packages))
        case fact.OfferAccepted(_, _, issues):
            return say("ui.them.accepted_part" if issues else "ui.them.accepted")
        case fact.OfferRejected():
            return say("ui.them.rejected")
        case fact.Held():
            return say("ui.them.held")
        case fact.IssueReopened(_, issue):
            return say("ui.them.reopened", issue=facts.wording.issue(issue))
        case fact.ActionTaken():
            return say("ui.them.acted", action=scenario.actions[happening.action].label)
        case fact.SignedBy():
            return say("ui.them.signed")
        case _:
            return ""
