"""Conditions and amounts of an author as words, with the names of the scenario; one match for each.

The sentences themselves stand in the catalogue. What is told is the whole condition, secrets included:
for authors and teachers, never for a seat.
"""

import datetime
from typing import assert_never

from game.rules.expressions import (
    Agreed,
    All,
    AnyOf,
    Arithmetic,
    Chose,
    Compare,
    Comparison,
    DaysSince,
    Done,
    ExchangeNumber,
    Expression,
    Extreme,
    Extremum,
    FlagValue,
    Happened,
    HasSigned,
    HoldsRunning,
    IssueCompare,
    IssueIn,
    MeterValue,
    Node,
    Not,
    Number,
    Offered,
    Operation,
    RoundCompare,
    SlotCompare,
    SupportOf,
    Truth,
    WouldRatify,
)
from game.text.wording import Wording

_SIGNS = {
    Operation.SUM: "+",
    Operation.DIFFERENCE: "-",
    Operation.PRODUCT: "*",
    Operation.QUOTIENT: "//",
}


def condition(wording: Wording, expression: Expression) -> str:
    """Return a condition or amount in words, as it may stand inside a sentence."""
    return _words(wording, expression.tree)


def _words(wording: Wording, tree: Node) -> str:
    say, scenario = wording.say, wording.scenario
    match tree:
        case Number(value):
            return str(value)
        case Truth(value):
            return say("condition.always") if value else say("condition.never")
        case MeterValue(meter):
            return scenario.meters[meter].label
        case FlagValue(flag):
            return say("condition.flag", flag=scenario.flags[flag].label)
        case IssueCompare(issue, comparison, option):
            return _on_ladder(wording, issue, comparison, option)
        case IssueIn(issue, options):
            labels = [wording.option(issue, option) for option in options]
            return wording.say(
                "package.item", issue=wording.issue(issue), option=wording.listed(labels, "list.or")
            )
        case Agreed(issue):
            return say("condition.agreed", issue=wording.issue(issue))
        case Offered(party, offered):
            return say("condition.offered", who=wording.whom(party), what=_words(wording, offered))
        case SlotCompare(comparison, ordinal):
            label = next(
                (
                    slot.label
                    for round_ in scenario.rounds
                    for slot in round_.slots
                    if slot.ordinal == ordinal
                ),
                str(ordinal),
            )
            return say(f"condition.slot_{comparison.name.lower()}", slot=label)
        case RoundCompare(comparison, round_index):
            title = scenario.rounds[round_index].title
            return say(f"condition.round_{comparison.name.lower()}", round=title)
        case DaysSince(ordinal, until):
            day = datetime.date.fromordinal(ordinal).isoformat()
            return say("condition.days_until" if until else "condition.days_since", day=day)
        case ExchangeNumber():
            return say("condition.exchange")
        case Chose(decision, choice):
            card = scenario.decisions[decision]
            return say("condition.chose", decision=card.title, choice=card.choices[choice].label)
        case Done(action):
            return say("condition.done", action=scenario.actions[action].label)
        case Happened(event):
            return say("condition.happened", event=scenario.events[event].label)
        case HoldsRunning(party):
            return say("condition.holds", who=wording.whom(party))
        case HasSigned(party):
            return say("condition.signed", who=wording.whom(party))
        case WouldRatify(party):
            return say("condition.would_ratify", home=scenario.homes[party].name)
        case SupportOf(constituency):
            return say("condition.support", group=scenario.constituencies[constituency].label)
        case Compare(comparison, left, right):
            return say(
                f"condition.{comparison.name.lower()}",
                left=_words(wording, left),
                right=_words(wording, right),
            )
        case Arithmetic(operation, left, right):
            return f"({_words(wording, left)} {_SIGNS[operation]} {_words(wording, right)})"
        case Extremum(extreme, items):
            key = "condition.least" if extreme is Extreme.MIN else "condition.most"
            return say(key, items=wording.listed([_words(wording, item) for item in items]))
        case Not(Agreed(issue)):
            return say("condition.open", issue=wording.issue(issue))
        case Not(item):
            return say("condition.not", what=_words(wording, item))
        case All(items):
            return say("condition.and").join(_bracketed(wording, item) for item in items)
        case AnyOf(items):
            return say("condition.or").join(_bracketed(wording, item) for item in items)
    assert_never(tree)


def _bracketed(wording: Wording, item: Node) -> str:
    """Return a part of `and` or `or`; one that joins parts itself stands in brackets."""
    words = _words(wording, item)
    return f"({words})" if isinstance(item, All | AnyOf) else words


def _on_ladder(wording: Wording, issue: int, comparison: Comparison, option: int) -> str:
    """Return a place on a ladder: options run from the ideal of the first party to the second's."""
    first, second = wording.scenario.parties
    return wording.say(
        f"condition.option_{comparison.name.lower()}",
        issue=wording.issue(issue),
        option=wording.option(issue, option),
        first=first.name,
        second=second.name,
    )
