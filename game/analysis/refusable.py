"""Refusal codes that a scenario has no place for: some powers and papers no delegation in it has."""

from collections.abc import Collection, Iterator

from game.rules.expressions import All, Done
from game.rules.refusals import Why
from game.rules.scenario import Action, ActionKind, Delegation, RoundKind, Scenario, Signs


def without_place(
    scenario: Scenario, meetings: Collection[tuple[int, int]], delegates: Collection[int]
) -> Iterator[Why]:
    """Yield codes that no party can be given, whatever it tries; not all of them are known.

    Args:
        meetings: (round, meeting) of every one with exchanges that may be reached.
        delegates: those who may be sent.
    """
    yield from _lacking(scenario, meetings)
    talks = {round_ for round_, _ in meetings if scenario.rounds[round_].kind is RoundKind.TALKS}
    speak: list[tuple[int, Delegation]] = [
        (party, scenario.rounds[round_].delegations[party]) for round_ in sorted(talks) for party in (0, 1)
    ]
    sent = [scenario.delegates[index] for index in sorted(delegates)]
    speak += [(each.party, each.delegation) for each in sent]
    if not any(each.ad_referendum for _, each in speak):
        yield Why.ANSWER_AWAITED  # a home confirms only what was agreed ad referendum
    alone = [action.party for action in scenario.actions if action.kind is ActionKind.DECIDE_ALONE]
    if all(
        each.signs is not Signs.NONE
        and each.issues is None
        and (each.alone or not any(who[party] for who in alone))
        for party, each in speak
    ):
        yield Why.NO_FULL_POWERS
    cites = [
        (action, party)
        for action in scenario.actions
        for party in (0, 1)
        if action.kind is ActionKind.CITE and action.party[party]
    ]
    if all(action.document is None or _is_lone(action, cites, "document") for action, _ in cites):
        yield Why.ALREADY_CITED
    counters = [action for action, _ in cites if action.counters is not None]
    if all(_is_lone(each, cites, "counters") and _waits_for_it(scenario, each) for each in counters):
        yield Why.NOTHING_TO_COUNTER


def _lacking(scenario: Scenario, meetings: Collection[tuple[int, int]]) -> Iterator[Why]:
    """Yield codes about things of which the scenario has none."""
    kinds = {action.kind for action in scenario.actions}
    if not scenario.decisions:
        yield from (Why.DECISION_FIRST, Why.CHOICE_CLOSED)
    if not any(scenario.rounds[round_].kind is RoundKind.RATIFICATION for round_, _ in meetings):
        yield Why.NOT_HERE
    if not any(option.needs for issue in scenario.issues for option in issue.options):
        yield Why.NEEDS
    if not kinds & {ActionKind.SOUND_OUT, ActionKind.ASK_WHY}:
        yield from (Why.ACTION_NEEDS_ISSUE, Why.ALREADY_KNOWN)
    if ActionKind.SOUND_OUT not in kinds:
        yield Why.TRUST_TOO_LOW
    if not kinds & {ActionKind.ASK_HOME, ActionKind.DECIDE_ALONE}:
        yield from (Why.ACTION_NEEDS_PACKAGE, Why.WITHIN_MANDATE)
    if ActionKind.ASK_HOME not in kinds:
        yield Why.QUESTION_OPEN
    if all(action.when is None for action in scenario.actions):
        yield Why.ACTION_CLOSED
    if all(all(action.party) for action in scenario.actions):
        yield Why.NOT_YOUR_ACTION
    if not kinds:
        yield from (Why.ALREADY_ACTED, Why.ACTION_USED)


def _is_lone(action: Action, cites: list[tuple[Action, int]], key: str) -> bool:
    """Say whether one party by one action, once, is all that concerns the paper of `action`."""
    paper = getattr(action, key)
    return action.times == 1 and sum(getattr(other, key) == paper for other, _ in cites) == 1


def _waits_for_it(scenario: Scenario, action: Action) -> bool:
    """Say whether `action` is closed until the paper that it counters has been cited."""
    if action.when is None:
        return False
    tree = action.when.tree
    asked = tree.items if isinstance(tree, All) else (tree,)
    behind = [scenario.actions[each.action] for each in asked if isinstance(each, Done)]
    return any(each.kind is ActionKind.CITE and each.document == action.counters for each in behind)
