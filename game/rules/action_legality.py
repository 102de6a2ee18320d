"""What actions may be taken now; the part of `legality` that concerns them."""

from game.rules.delegations import delegation
from game.rules.mandate import orders_broken
from game.rules.moves import Act
from game.rules.package import OPEN
from game.rules.refusals import Refusal, Why
from game.rules.scenario import ActionKind, Level, RoundKind, Scenario
from game.rules.state import KnownKind, QuestionKind, State, uses_on_issue


def action_refusal(scenario: Scenario, state: State, party: int, move: Act) -> Refusal | None:
    """Say why `party` may not take an action now, or return None if it may."""
    if not 0 <= move.action < len(scenario.actions):
        return Refusal(Why.NO_SUCH_THING)
    action = scenario.actions[move.action]
    if not action.party[party]:
        return Refusal(Why.NOT_YOUR_ACTION)
    if state.acted:
        return Refusal(Why.ALREADY_ACTED)
    if scenario.rounds[state.round].kind is RoundKind.RATIFICATION and action.kind is not ActionKind.PLAIN:
        return Refusal(Why.NOT_HERE)
    if action.when is not None and not action.when.evaluate(state.provisional, state, scenario):
        return Refusal(Why.ACTION_CLOSED)
    by_issue = action.kind in (ActionKind.SOUND_OUT, ActionKind.ASK_WHY)
    if action.times and not by_issue and state.uses[party][move.action] >= action.times:
        return Refusal(Why.ACTION_USED)
    match action.kind:
        case ActionKind.SOUND_OUT | ActionKind.ASK_WHY:
            return _asking_refusal(scenario, state, party, move)
        case ActionKind.ASK_HOME | ActionKind.DECIDE_ALONE:
            return _widening_refusal(scenario, state, party, move)
        case ActionKind.CITE:
            return _citing_refusal(scenario, state, move)
        case ActionKind.PLAIN:
            return None


def _asking_refusal(scenario: Scenario, state: State, party: int, move: Act) -> Refusal | None:
    if move.issue is None or not 0 <= move.issue < len(scenario.issues):
        return Refusal(Why.ACTION_NEEDS_ISSUE)
    action = scenario.actions[move.action]
    if action.kind is ActionKind.SOUND_OUT:
        if not state.agenda[move.issue]:
            return Refusal(Why.NOT_ON_AGENDA, move.issue)
        if state.meters[scenario.conduct.meter] < scenario.conduct.sound_least:
            return Refusal(Why.TRUST_TOO_LOW)
        if action.times and uses_on_issue(state, party, move.action, move.issue) >= action.times:
            return Refusal(Why.ALREADY_KNOWN, move.issue)
        return None
    known = any(item.kind is KnownKind.INTEREST and item.issue == move.issue for item in state.known[party])
    return Refusal(Why.ALREADY_KNOWN, move.issue) if known else None


def _widening_refusal(scenario: Scenario, state: State, party: int, move: Act) -> Refusal | None:
    package = move.package
    if package is None or len(package) != len(scenario.issues):
        return Refusal(Why.ACTION_NEEDS_PACKAGE)
    if any(
        not OPEN <= option < len(issue.options)
        for option, issue in zip(package, scenario.issues, strict=True)
    ):
        return Refusal(Why.NO_SUCH_THING)
    asks_home = scenario.actions[move.action].kind is ActionKind.ASK_HOME
    if not asks_home and not delegation(scenario, state, party).alone:
        return Refusal(Why.NO_FULL_POWERS)
    broken = orders_broken(scenario, state, party, package)
    if not broken:
        return Refusal(Why.WITHIN_MANDATE)
    barred = tuple(i for i in broken if state.levels[i] == Level.NEVER)
    if barred:
        first = scenario.orders[barred[0]]
        return Refusal(Why.BEYOND_MANDATE, first.issue, first.option, orders=barred)
    waiting = any(q.party == party and q.kind is QuestionKind.PERMISSION for q in state.questions)
    return Refusal(Why.QUESTION_OPEN) if asks_home and waiting else None


def _citing_refusal(scenario: Scenario, state: State, move: Act) -> Refusal | None:
    action = scenario.actions[move.action]
    if action.document is not None and action.document in state.cited:
        return Refusal(Why.ALREADY_CITED)
    if action.counters is not None and (
        action.counters not in state.cited or action.counters in state.countered
    ):
        return Refusal(Why.NOTHING_TO_COUNTER)
    return None
