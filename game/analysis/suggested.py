"""The moves that a search tries: all that a party may do beside offers, and offers made of what is read.

There are too many packages to try each. An option matters where a condition, a need, an order or a
historical line names it, so that offers are built from those: single options, what a condition wants of a
package, and the text of history with that laid upon it. Soundness is not at stake: a search finds lines of
play, and a line is legal or not whoever thought of it.
"""

from collections.abc import Iterator
from functools import lru_cache

from game.analysis.intervals import meets
from game.rules.expressions import (
    All,
    AnyOf,
    Expression,
    IssueCompare,
    IssueIn,
    Node,
    Not,
    Offered,
    issues_read,
    nodes,
)
from game.rules.legality import refusal
from game.rules.moves import (
    WORDS_LIMIT,
    Accept,
    Act,
    Decide,
    Hold,
    PartyMove,
    Propose,
    Reject,
    Reopen,
    Sign,
    WalkOut,
)
from game.rules.package import OPEN, Package, decided, empty, merged, without
from game.rules.scenario import ActionKind, Effect, Scenario
from game.rules.state import State

WISHES_LIMIT = 12
"""Packages kept of one condition; one with many `or` has many."""


def conditions(scenario: Scenario) -> Iterator[Expression]:
    """Yield every condition that play reads, but those of points."""
    for order in scenario.orders:
        yield order.when
    for issue in scenario.issues:
        for option in issue.options:
            yield from (need.when for need in option.needs)
    for group in scenario.constituencies:
        yield from (term.when for term in group.terms if term.when is not None)
    guards = [
        *(action.when for action in scenario.actions),
        *(decision.when for decision in scenario.decisions),
        *(choice.when for decision in scenario.decisions for choice in decision.choices),
        *(choice.runs.accepts for each in scenario.decisions for choice in each.choices if choice.runs),
        *(event.when for event in scenario.events),
        *(ending.when for ending in scenario.endings),
        *(edge.guard for edges in scenario.protocol.values() for edge in edges),
        *(effect.when for effect in effects(scenario)),
    ]
    yield from (guard for guard in guards if guard is not None)


def effects(scenario: Scenario) -> Iterator[Effect]:
    """Yield every effect of actions, choices, events and their outcomes."""
    for action in scenario.actions:
        yield from action.effects
    for decision in scenario.decisions:
        for choice in decision.choices:
            yield from choice.effects
    for event in scenario.events:
        yield from event.effects
        for outcome in event.outcomes:
            yield from outcome.effects


@lru_cache(maxsize=16)
def independent_issues(scenario: Scenario) -> frozenset[int]:
    """Return the issues that no condition, need, order or support reads, and that signing does not require.

    Which of their options is agreed can change what follows in one way only: by the rungs through which an
    offer moves trust, and any other issue moves it by as many. So they are offered one by one, or as history
    has them, and never in combination.
    """
    read = frozenset[int]().union(*(issues_read(each.tree) for each in conditions(scenario)))
    title = None if scenario.declaration is None else scenario.declaration.title_issue
    return frozenset(range(len(scenario.issues))) - read - scenario.requires - {title}


@lru_cache(maxsize=16)
def wished(scenario: Scenario) -> tuple[Package, ...]:
    """Return the packages worth offering, shortest first: for each condition what it wants of a package."""
    blank = empty(len(scenario.issues))
    history = scenario.historical_package()
    found: dict[Package, None] = {}
    for issue in range(len(scenario.issues)):
        for option in range(len(scenario.issues[issue].options)):
            found[_single(blank, issue, option)] = None
    for expression in conditions(scenario):
        for package in _wants(scenario, expression.tree, blank):
            if package != blank:
                found[package] = None
                found[merged(history, package)] = None
    found[history] = None
    for line in scenario.history:
        for step in line.steps:
            if isinstance(step.move, Propose):
                found.update(dict.fromkeys(step.move.packages))
    return tuple(sorted(found, key=lambda package: sum(option != OPEN for option in package)))


def wants(scenario: Scenario, tree: Node) -> list[Package]:
    """Return packages that `tree` would like to be agreed or offered, without the empty one."""
    blank = empty(len(scenario.issues))
    return [package for package in _wants(scenario, tree, blank) if package != blank]


def _single(blank: Package, issue: int, option: int) -> Package:
    return tuple(option if i == issue else o for i, o in enumerate(blank))


def _wants(scenario: Scenario, tree: Node, blank: Package) -> list[Package]:
    """Return packages that meet what `tree` says of issues; the empty one where it says nothing."""
    match tree:
        case IssueCompare() | IssueIn():
            options = range(len(scenario.issues[tree.issue].options))
            return [_single(blank, tree.issue, o) for o in options if meets(tree, o)]
        case Offered(condition=item):
            return _wants(scenario, item, blank)
        case Not(item=IssueCompare() | IssueIn() as item):
            options = range(len(scenario.issues[item.issue].options))
            return [_single(blank, item.issue, o) for o in options if not meets(item, o)]
        case All(items):
            found = [blank]
            for item in items:
                each = _wants(scenario, item, blank)
                found = [merged(one, two) for one in found for two in each][:WISHES_LIMIT]
            return found
        case AnyOf(items):
            return [package for item in items for package in _wants(scenario, item, blank)][:WISHES_LIMIT]
        case _:
            return [blank]


def suggested(scenario: Scenario, state: State, party: int) -> list[PartyMove]:
    """Return the legal moves worth trying for `party`, which is to move; empty where it is stuck."""
    return [
        move for move in _suggested(scenario, state, party) if refusal(scenario, state, party, move) is None
    ]


def _suggested(scenario: Scenario, state: State, party: int) -> Iterator[PartyMove]:
    if state.pending[party]:
        for decision in state.pending[party]:
            for choice in range(len(scenario.decisions[decision].choices)):
                yield Decide(decision, choice)
        return
    packages = list(open_packages(scenario, state))
    theirs = state.offers[1 - party]
    if not state.acted:
        yield from _acts(scenario, state, party, packages)
    for which, package in enumerate(theirs.packages if theirs else ()):
        yield Accept(which)
        yield Accept(which, ad_referendum=True)
        issues = [issue for issue, _ in decided(package)]
        if len(issues) > 1:
            yield from (Accept(which, (issue,)) for issue in issues)
            yield from (Accept(which, (issue,), ad_referendum=True) for issue in issues)
    yield Sign()
    yield Hold()
    yield Reject()
    yield WalkOut()
    for package in packages:
        yield Propose((package,))
        yield Propose((package,), ad_referendum=True)
    for issue, _ in decided(state.provisional):
        yield Reopen(issue)


def open_packages(scenario: Scenario, state: State) -> dict[Package, None]:
    """Return the packages worth offering as far as they may still be talked about, each once."""
    closed = frozenset(
        issue for issue, on in enumerate(state.agenda) if not on or state.provisional[issue] != OPEN
    )
    return _open_packages(scenario, closed)


@lru_cache(maxsize=4096)
def _open_packages(scenario: Scenario, closed: frozenset[int]) -> dict[Package, None]:
    blank = empty(len(scenario.issues))
    found = dict.fromkeys(without(package, closed) for package in wished(scenario))
    found.pop(blank, None)
    return found


def _acts(scenario: Scenario, state: State, party: int, packages: list[Package]) -> Iterator[PartyMove]:
    for index, action in enumerate(scenario.actions):
        if not action.party[party]:
            continue
        match action.kind:
            case ActionKind.PLAIN | ActionKind.CITE:
                if not state.uses[party][index]:  # taken twice it leads on less often than it wastes time
                    yield Act(index)
            case ActionKind.SOUND_OUT | ActionKind.ASK_WHY:
                if not state.uses[party][index]:
                    yield from (Act(index, issue=issue) for issue in range(len(scenario.issues)))
            case ActionKind.ASK_HOME | ActionKind.DECIDE_ALONE:
                yield from (Act(index, package=package) for package in packages)


def attempts(scenario: Scenario, state: State, party: int) -> Iterator[PartyMove]:
    """Yield moves of every kind without regard to the rules, to see with which codes they are refused."""
    blank = empty(len(scenario.issues))
    packages = list(open_packages(scenario, state)) or [blank]
    all_packages = wished(scenario)
    for package in (*packages[:40], *all_packages[:40]):
        yield Propose((package,))
        yield Propose((package,), ad_referendum=True)
    first = packages[0]
    yield Propose((first,), words="x" * (WORDS_LIMIT + 1))
    yield Propose((first, first))
    yield Propose(((99,) * len(blank),))
    yield Propose((blank,))
    mine, theirs = state.offers[party], state.offers[1 - party]
    if mine is not None:
        yield Propose(mine.packages, mine.linked, mine.ad_referendum)
    if theirs is not None:
        issues = [issue for issue, _ in decided(theirs.packages[0])]
        yield Accept(len(theirs.packages))
        yield from (Accept(0, (issue,)) for issue in range(len(blank)))
        yield from (Accept(0, (issue,), ad_referendum=True) for issue in issues[:1])
    yield Accept()
    yield Accept(ad_referendum=True)
    yield from (Reject(), Hold(), Sign(), WalkOut())
    yield from (Reopen(issue) for issue in range(len(blank)))
    for index in range(len(scenario.actions)):
        yield Act(index)
        yield from (Act(index, issue=issue) for issue in range(len(blank)))
        yield from (Act(index, package=package) for package in packages[:20])
        yield Act(index, package=blank)
    yield Decide(len(scenario.decisions), 0)
    for decision in range(len(scenario.decisions)):
        yield from (Decide(decision, n) for n in range(len(scenario.decisions[decision].choices)))


def reads_offers(tree: Node) -> bool:
    """Say whether `tree` looks at what is on the table."""
    return any(isinstance(node, Offered) for node in nodes(tree))
