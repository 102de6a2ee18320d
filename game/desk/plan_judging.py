"""What a plan expects, held against a moment of its play: nothing where it is so, else what was found.

Sentences for authors, by the ids of their files; they become the values of a diagnostic.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Final, assert_never

from game.content.expressions import Use
from game.content.plan import (
    AgreedOn,
    Carried,
    Compared,
    Ended,
    Expectation,
    Holds,
    InRound,
    Legal,
    Refused,
    Stands,
    Waits,
    Worth,
)
from game.content.vocabulary import Kind
from game.rules.concordance import Finding, Verdict, verdicts
from game.rules.expressions import Comparison
from game.rules.home import standing, support, tally
from game.rules.legality import refusal
from game.rules.package import OPEN, Package, decided
from game.rules.refusals import Refusal, Why
from game.rules.scenario import Scenario
from game.rules.state import State, to_move
from game.rules.utility import points

Unmet = tuple[str, str]
"""What was expected, and what was found instead."""


def text_of(state: State) -> Package:
    """Return what was signed, or while the talks last what is agreed."""
    if state.signed_package is not None:
        return state.signed_package
    return state.provisional if state.outcome is None else state.outcome.package


def unmet(scenario: Scenario, state: State, expected: Expectation) -> Unmet | None:
    """Return what is expected and not so, None where it is."""
    match expected:
        case Legal(party, move):
            return _legal(scenario, state, refusal(scenario, state, party, move))
        case Ended(ending):
            return _ended(scenario, state, ending)
        case InRound(index):
            if state.outcome is None and state.round == index:
                return None
            return f"the round '{scenario.rounds[index].id}'", _where(scenario, state)
        case AgreedOn(package):
            return _agreed(scenario, state, package)
        case Waits(decision):
            return _waits(scenario, state, decision)
        case Compared():
            return _compared(scenario, state, expected)
        case Carried(party, carries, package):
            return _carried(scenario, state, party, carries, text_of(state) if package is None else package)
        case Stands():
            return _stands(scenario, state, expected)
        case Worth():
            return _worth(scenario, state, expected)
        case Holds(condition, uses):
            if condition.evaluate(text_of(state), state, scenario):
                return None
            return condition.text, _values(scenario, state, uses)
    assert_never(expected)


def _legal(scenario: Scenario, state: State, found: Refusal | None) -> Unmet | None:
    if found is None:
        return None
    return "a legal move", f"it is refused: {why_not(scenario, state, found)}"


def unmet_refusal(scenario: Scenario, state: State, expected: Refused, found: Refusal | None) -> Unmet | None:
    """Return what is expected of a refusal and not so; the reason behind a closed choice counts as well."""
    wanted = expected.why.value
    if expected.order is not None:
        wanted = f"{wanted} for the order '{scenario.orders[expected.order].id}'"
    if found is None:
        return f"refused {wanted}", "it was legal"
    reasons = [found, *([found.because] if found.because is not None else [])]
    for each in reasons:
        if each.why is expected.why and (expected.order is None or expected.order in each.orders):
            return None
    return f"refused {wanted}", f"it is refused: {why_not(scenario, state, found)}"


def why_not(scenario: Scenario, state: State, found: Refusal) -> str:
    """Return the code of a refusal with what it rests on: orders, the decision that waits, the turn."""
    code = found.why.value
    if found.because is not None:
        return f"{code}, since {why_not(scenario, state, found.because)}"
    if found.orders:
        return f"{code} ({', '.join(scenario.orders[order].id for order in found.orders)})"
    if found.why in (Why.NOT_YOUR_TURN, Why.DECISION_FIRST, Why.ENDED):
        return f"{code}; {_where(scenario, state)}"
    if found.need is not None and found.issue is not None and found.option is not None:
        need = scenario.issues[found.issue].options[found.option].needs[found.need]
        return f"{code} ({need.sentence.strip()})"
    if found.issue is not None and found.option is not None:
        return f"{code} ({_item(scenario, found.issue, found.option)})"
    issues = found.issues or (() if found.issue is None else (found.issue,))
    if issues:
        return f"{code} ({', '.join(scenario.issues[issue].id for issue in issues)})"
    return code


def _where(scenario: Scenario, state: State) -> str:
    """Return where the talks stand: how they ended, or who must do what in which round and meeting."""
    if state.outcome is not None:
        return f"the talks are over, in '{scenario.endings[state.outcome.ending].id}'"
    here = scenario.rounds[state.round]
    where = f"{here.id}, {here.slots[state.slot].id}"
    party = to_move(state)
    if party not in (0, 1):
        return f"it is {where}"
    who = scenario.parties[party].id
    if state.pending[party]:
        return f"{who} must decide '{scenario.decisions[state.pending[party][0]].id}' in {where}"
    return f"{who} is to move in {where}"


def _ended(scenario: Scenario, state: State, ending: int) -> Unmet | None:
    if state.outcome is not None and state.outcome.ending == ending:
        return None
    return f"the ending '{scenario.endings[ending].id}'", _where(scenario, state)


def _agreed(scenario: Scenario, state: State, package: Package) -> Unmet | None:
    found = text_of(state)
    missing = tuple(OPEN if found[i] == option else option for i, option in enumerate(package))
    if not any(decided(missing)):
        return None
    there = tuple(found[i] if missing[i] != OPEN else OPEN for i in range(len(found)))
    still = [scenario.issues[i].id for i, _ in decided(missing) if found[i] == OPEN]
    told = [written(scenario, there)] if any(decided(there)) else []
    if still:
        told.append(f"{', '.join(still)} open")
    return f"{written(scenario, missing)} agreed", " and ".join(told)


def written(scenario: Scenario, package: Package) -> str:
    """Return a package as one types it."""
    return " ".join(_item(scenario, issue, option) for issue, option in decided(package))


def _item(scenario: Scenario, issue: int, option: int) -> str:
    item = scenario.issues[issue]
    return f"{item.id}={item.options[option].id if option != OPEN else 'open'}"


def _waits(scenario: Scenario, state: State, decision: int) -> Unmet | None:
    card = scenario.decisions[decision]
    waiting = [index for party in (0, 1) for index in state.pending[party]]
    if decision in waiting:
        return None
    if state.taken[decision] >= 0:
        found = f"'{card.choices[state.taken[decision]].id}' was chosen already"
    elif waiting:
        found = f"what waits is '{scenario.decisions[waiting[0]].id}'"
    else:
        found = _where(scenario, state)
    return f"'{card.id}' to wait for '{scenario.parties[card.party].id}'", found


def _compared(scenario: Scenario, state: State, expected: Compared) -> Unmet | None:
    verdict = _verdicts(scenario, text_of(state))[expected.article]
    if (verdict.finding, verdict.towards) == (expected.finding, expected.towards):
        return None
    wanted = _verdict(scenario, expected.finding, expected.towards)
    return (
        f"article {verdict.number} {wanted}",
        f"it is {_verdict(scenario, verdict.finding, verdict.towards)}",
    )


@lru_cache(maxsize=4)  # a plan asks of one article after the other, and a long text takes its time
def _verdicts(scenario: Scenario, package: Package) -> tuple[Verdict, ...]:
    return verdicts(scenario, package)


def _verdict(scenario: Scenario, finding: Finding, towards: int | None) -> str:
    return finding.value if towards is None else f"{finding.value} to {scenario.parties[towards].id}"


def _carried(scenario: Scenario, state: State, party: int, carries: bool, package: Package) -> Unmet | None:
    found = tally(scenario, state, party, package)
    if found.carried is carries:
        return None
    who = scenario.parties[party].id
    if carries:
        blockers = ", ".join(scenario.constituencies[index].id for index in found.blockers)
        return f"the home of '{who}' to carry it", f"it does not: {blockers}"
    return f"the home of '{who}' not to carry it", f"it does, {found.votes_for} to {found.votes_against}"


def _stands(scenario: Scenario, state: State, expected: Stands) -> Unmet | None:
    package = text_of(state) if expected.package is None else expected.package
    level = support(scenario, state, expected.constituency, package)
    found = standing(scenario, expected.constituency, level)
    if found is expected.standing:
        return None
    who = scenario.constituencies[expected.constituency].id
    return f"'{who}' {expected.standing.value}", f"support is {level}, which is {found.value}"


def _worth(scenario: Scenario, state: State, expected: Worth) -> Unmet | None:
    package = text_of(state) if expected.package is None else expected.package
    worth = points(scenario, expected.party, package)
    if _HOLDS[expected.comparison](worth, expected.points):
        return None
    wanted = (
        f"{expected.comparison.value} {expected.points} points for '{scenario.parties[expected.party].id}'"
    )
    return wanted, f"it is worth {worth}"


def _values(scenario: Scenario, state: State, uses: Iterable[Use]) -> str:
    """Return what the names of a condition stand at, each once."""
    told = dict.fromkeys(each for use in uses if (each := _value(scenario, state, use)))
    return " and ".join(told) or "it is not so"


def _value(scenario: Scenario, state: State, use: Use) -> str:
    match use.kind:
        case Kind.METER:
            return f"{use.name} is {state.meters[use.index]}"
        case Kind.FLAG:
            return f"{use.name} is {'true' if state.flags[use.index] else 'false'}"
        case Kind.ISSUE:
            option = text_of(state)[use.index]
            said = scenario.issues[use.index].options[option].id if option != OPEN else "open"
            return f"{use.name} is {said}"
        case Kind.CONSTITUENCY:
            return f"support({use.name}) is {support(scenario, state, use.index, text_of(state))}"
        case Kind.ROUND:
            return f"round is {scenario.rounds[state.round].id}"
        case Kind.SLOT if use.name == "exchange":
            return f"exchange is {state.exchange + 1}"
        case Kind.SLOT:
            return f"slot is {scenario.rounds[state.round].slots[state.slot].id}"
        case Kind.DECISION if state.taken[use.index] >= 0:
            return f"{use.name} was '{scenario.decisions[use.index].choices[state.taken[use.index]].id}'"
        case _:
            return ""


_HOLDS: Final[Mapping[Comparison, Callable[[int, int], bool]]] = {
    Comparison.EQ: operator.eq,
    Comparison.NE: operator.ne,
    Comparison.LT: operator.lt,
    Comparison.LE: operator.le,
    Comparison.GT: operator.gt,
    Comparison.GE: operator.ge,
}
