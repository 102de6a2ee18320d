"""Games in which both sides work for one text and then for its signature: how late endings are reached."""

from collections.abc import Callable

from game.analysis.distance import guards_of
from game.analysis.suggested import independent_issues, suggested, wants
from game.analysis.things import Kind, Thing
from game.rules.expressions import Expression, FlagValue, Node, nodes
from game.rules.home import would_ratify
from game.rules.legality import refusal
from game.rules.mandate import needs_failed
from game.rules.moves import Accept, Act, Hold, PartyMove, Propose, Reopen, Sign, WalkOut
from game.rules.package import OPEN, Package, decided, merged, restricted
from game.rules.scenario import ActionKind, Scenario, SetFlag, Trigger
from game.rules.state import State

Die = Callable[[str, int], int]
"""(purpose, sides) -> 0 to sides - 1."""


VARIANTS = 24
"""How many texts are drawn of which the one that the homes would treat as wished is taken."""


def target_for(scenario: Scenario, state: State, thing: Thing, die: Die, *, vary: bool) -> Package:
    """Return a text that the conditions of `thing` want, and otherwise that of history.

    Args:
        state: the moment in which the homes are asked about it.
        vary: draw what it says on other issues too: it may be what a home or the other side minds.
    """
    history = scenario.historical_package()
    blank = (OPEN,) * len(history)
    if thing.kind is Kind.OPTION:
        kept = tuple(thing.second if i == thing.first else o for i, o in enumerate(blank))
    else:
        wanted = [each for guard in guards_of(scenario, thing) for each in _wanted(scenario, guard.tree)]
        kept = wanted[die("target", len(wanted))] if wanted else blank
    if not vary:
        return merged(history, kept)
    refused = thing.kind is Kind.ENDING and Trigger.REFUSED in scenario.endings[thing.first].after

    # Those endings that are taken before this one where they fit.
    earlier = scenario.endings[: thing.first] if thing.kind is Kind.ENDING else ()
    before = [each.when for each in earlier if each.when and each.after & scenario.endings[thing.first].after]

    def merit(package: Package) -> int:
        if any(needs_failed(scenario, state, package, final=True)):
            return -1
        if any(guard.evaluate(package, state, scenario) for guard in before):
            return -1
        carried = sum(would_ratify(scenario, state, party, package) for party in (0, 1))
        return 2 - carried if refused else carried

    # Every other time whatever was drawn first: what a home would do may change on the way.
    drawn = (_variant(scenario, kept, die, n) for n in range(VARIANTS if die("heed", 2) else 1))
    return max(drawn, key=merit)


def _wanted(scenario: Scenario, tree: Node) -> list[Package]:
    """Return what `tree` wants of a text: what it says itself, and what raising its flags asks for."""
    said = wants(scenario, tree)
    flags = dict.fromkeys(node.flag for node in nodes(tree) if isinstance(node, FlagValue))
    behind = [
        each for flag in flags for guard in _raised(scenario, flag) for each in wants(scenario, guard.tree)
    ]
    blank = (OPEN,) * len(scenario.issues)
    return [*(merged(two, one) for one in said or [blank] for two in behind), *said]


def _raised(scenario: Scenario, flag: int) -> list[Expression]:
    """Return the conditions of the choices and actions that raise a flag."""
    ways = [
        *((choice.when, choice.effects) for each in scenario.decisions for choice in each.choices),
        *((action.when, action.effects) for action in scenario.actions),
    ]
    return [
        when
        for when, effects in ways
        if when is not None
        and any(isinstance(each, SetFlag) and each.flag == flag and each.value for each in effects)
    ]


def _variant(scenario: Scenario, kept: Package, die: Die, number: int) -> Package:
    """Return history with `kept` laid upon it and some of the other issues that are read drawn anew."""
    lone = independent_issues(scenario)
    target = list(merged(scenario.historical_package(), kept))
    for index, issue in enumerate(scenario.issues):
        if kept[index] != OPEN or index in lone:
            continue
        rolled = die(f"vary:{number}:{index}", 9)
        if rolled < 2:
            target[index] = die(f"option:{number}:{index}", len(issue.options))
        elif rolled == 2:
            target[index] = OPEN
    return tuple(target)


def driving(scenario: Scenario, state: State, party: int, target: Package, rolled: int) -> PartyMove:
    """Return a move that brings the text nearer to `target`, or now and then any other.

    Args:
        rolled: a large number drawn for this move.
    """
    if state.pending[party] or rolled % 5 == 0:
        moves = [move for move in suggested(scenario, state, party) if not isinstance(move, WalkOut)]
        if moves:
            return moves[rolled // 5 % len(moves)]
    left = tuple(
        option if on and agreed == OPEN else OPEN
        for option, on, agreed in zip(target, state.agenda, state.provisional, strict=True)
    )
    tried: list[PartyMove] = [
        *_accepts(state, party, target, ad_referendum_first=rolled % 7 == 0),
        *(Reopen(i) for i, option in decided(state.provisional) if target[i] not in (option, OPEN)),
        *_offers(scenario, left, ad_referendum_first=rolled % 7 == 0),
    ]
    if not any(decided(left)) and rolled % 11:
        tried.append(Sign())
    return next((move for move in tried if refusal(scenario, state, party, move) is None), Hold())


def _accepts(state: State, party: int, target: Package, *, ad_referendum_first: bool) -> list[PartyMove]:
    offer = state.offers[1 - party]
    found: list[PartyMove] = []
    for which, package in enumerate(offer.packages if offer else ()):
        fits = tuple(issue for issue, option in decided(package) if target[issue] == option)
        for issues in (fits, *((issue,) for issue in fits)) if fits else ():
            ways = (ad_referendum_first, not ad_referendum_first)
            found += [Accept(which, issues, ad_referendum=referendum) for referendum in ways]
    return found


def _offers(scenario: Scenario, left: Package, *, ad_referendum_first: bool) -> list[PartyMove]:
    """Return ways to put `left` on the table, all of it or an issue of it, or to get leave for that."""
    if not any(decided(left)):
        return []
    found: list[PartyMove] = []
    for package in (left, *(restricted(left, frozenset({issue})) for issue, _ in decided(left))):
        ways = (ad_referendum_first, not ad_referendum_first)
        found += [Propose((package,), ad_referendum=referendum) for referendum in ways]
        found += [
            Act(index, package=package)
            for index, action in enumerate(scenario.actions)
            if action.kind in (ActionKind.ASK_HOME, ActionKind.DECIDE_ALONE)
        ]
    return found
