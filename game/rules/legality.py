"""What may be done now: `refusal` gives the reason why not, `LegalMoves` all that may.

`refusal` and `apply` are apart: `Session.submit` asks first, playouts draw from legal moves and skip
the question.
"""

from functools import lru_cache
from operator import lt
from typing import assert_never

from game.rules.action_legality import action_refusal
from game.rules.delegations import delegation
from game.rules.draft import Draft
from game.rules.effects import run_effects
from game.rules.happenings import DecisionTaken
from game.rules.mandate import issues_reopened, needs_failed, orders_broken
from game.rules.moves import (
    PARTY_MOVES,
    TABLE_MOVES,
    WORDS_LIMIT,
    Accept,
    Act,
    Answer,
    Broadcast,
    Decide,
    Draw,
    Expire,
    Hold,
    Inject,
    Move,
    PartyMove,
    Pause,
    Propose,
    Reject,
    Reopen,
    Resume,
    Sign,
    Vote,
    WalkOut,
)
from game.rules.package import OPEN, Package, decided, empty, merged, restricted
from game.rules.refusals import Refusal, Why
from game.rules.scenario import (
    EITHER,
    HOME,
    INSTRUCTOR,
    NATURE,
    NOBODY,
    Level,
    RoundKind,
    Run,
    Scenario,
    Signs,
    Upon,
)
from game.rules.state import Offer, QuestionKind, State, has_the_word, question_due, to_move


def refusal(scenario: Scenario, state: State, author: int, move: Move) -> Refusal | None:
    """Say why `author` may not make `move` now, or return None if it may.

    `author` is a party (0 or 1), `NATURE`, `HOME` or `INSTRUCTOR`. Source of the rules:
    negotiation-model section 2.
    """
    if isinstance(move, PARTY_MOVES):
        if author not in (0, 1):
            return Refusal(Why.WRONG_AUTHOR)
        return _party_refusal(scenario, state, author, move)
    match move:
        case Draw() | Expire():
            expected = NATURE
        case Answer() | Vote():
            expected = HOME
        case Inject() | Broadcast() | Pause() | Resume():
            expected = INSTRUCTOR
        case _:
            assert_never(move)
    if author != expected:
        return Refusal(Why.WRONG_AUTHOR)
    return _other_refusal(scenario, state, move)


def _other_refusal(
    scenario: Scenario,
    state: State,
    move: Draw | Expire | Answer | Vote | Inject | Broadcast | Pause | Resume,
) -> Refusal | None:
    who = to_move(state)
    match move:
        case Draw(event, outcome):
            if who != NATURE or state.draws[0] != event:
                return Refusal(Why.NOT_DUE)
            known = 0 <= outcome < len(scenario.events[event].outcomes)
            return None if known else Refusal(Why.NO_SUCH_THING)
        case Expire():
            # A decision cannot be held over where nothing else is on: the clock does not answer it.
            return None if who in (0, 1) and state.turn != EITHER else Refusal(Why.NOT_DUE)
        case Answer(party):
            due = question_due(state)
            asked = who == HOME and due is not None and state.questions[due].party == party
            return None if asked else Refusal(Why.NOT_DUE)
        case Vote(party):
            free = who == HOME and question_due(state) is None and state.voting
            mine = free and party in (0, 1) and state.votes[party] is None
            return None if mine else Refusal(Why.NOT_DUE)
        case Inject(event):
            if who not in (0, 1):
                return Refusal(Why.NOT_DUE if who != NOBODY else Why.ENDED)
            return None if 0 <= event < len(scenario.events) else Refusal(Why.NO_SUCH_THING)
        case Broadcast(words):
            return Refusal(Why.WORDS_TOO_LONG) if len(words) > WORDS_LIMIT else None
        case Pause() | Resume():
            return None
    assert_never(move)


def _party_refusal(scenario: Scenario, state: State, party: int, move: PartyMove) -> Refusal | None:
    if state.outcome is not None:
        return Refusal(Why.ENDED)
    if not has_the_word(state, party):
        return Refusal(Why.NOT_YOUR_TURN)
    if isinstance(move, Decide):
        return choice_refusal(scenario, state, party, move)
    if state.pending[party]:
        return Refusal(Why.DECISION_FIRST)
    if isinstance(move, Act):
        return action_refusal(scenario, state, party, move)
    return table_refusal(scenario, state, party, move)


def table_refusal(scenario: Scenario, state: State, party: int, move: PartyMove) -> Refusal | None:
    """Say why a table move would be refused, whoever's turn it is and whatever is pending."""
    if scenario.rounds[state.round].kind is RoundKind.RATIFICATION and not isinstance(move, Hold):
        return Refusal(Why.NOT_HERE)
    match move:
        case Propose():
            return _propose_refusal(scenario, state, party, move)
        case Accept():
            return _accept_refusal(scenario, state, party, move)
        case Reject(reason):
            if state.offers[1 - party] is None:
                return Refusal(Why.NOTHING_TABLED)
            return _too_long(reason)
        case Hold(reason):
            return _too_long(reason)
        case Reopen(issue):
            return _reopen_refusal(scenario, state, party, issue)
        case Sign():
            return _sign_refusal(scenario, state, party)
        case WalkOut():
            return None
        case Act() | Decide():
            raise ValueError(f"a table move ends a turn: {TABLE_MOVES}; got {move}")
    assert_never(move)


def _too_long(words: str) -> Refusal | None:
    return Refusal(Why.WORDS_TOO_LONG) if len(words) > WORDS_LIMIT else None


def open_part(state: State, package: Package) -> Package:
    """Return `package` without what is agreed in the same sense already."""
    agreed = state.provisional
    if agreed == empty(len(agreed)):
        return package
    return tuple([OPEN if option == a else option for option, a in zip(package, agreed, strict=True)])


def _propose_refusal(scenario: Scenario, state: State, party: int, move: Propose) -> Refusal | None:
    if too_long := _too_long(move.words):
        return too_long
    if not 1 <= len(move.packages) <= 3:
        return Refusal(Why.ALTERNATIVES)
    if not all([_is_package(scenario, package) for package in move.packages]):
        return Refusal(Why.NO_SUCH_THING)
    packages = tuple([open_part(state, package) for package in move.packages])
    if len(set(packages)) < len(packages):
        return Refusal(Why.ALTERNATIVES)
    if empty(len(scenario.issues)) in packages:
        return Refusal(Why.EMPTY_OFFER)
    agreed, agenda = state.provisional, state.agenda
    for package in packages:
        for issue, option in enumerate(package):
            if option != OPEN and (agreed[issue] != OPEN or not agenda[issue]):
                closed = agreed[issue] != OPEN
                return Refusal(Why.ISSUE_CLOSED if closed else Why.NOT_ON_AGENDA, issue, option)
    for package in packages:
        found = _text_refusal(scenario, state, party, package, ad_referendum=move.ad_referendum)
        if found is not None:
            return found
    standing = state.offers[party]
    if standing is not None and standing.changes == state.changes:
        same = (set(standing.packages), standing.linked, standing.ad_referendum)
        if same == (set(packages), move.linked, move.ad_referendum):
            return Refusal(Why.SAME_OFFER)
    return None


def _is_package(scenario: Scenario, package: Package) -> bool:
    sizes = _sizes(scenario)
    return len(package) == len(sizes) and min(package) >= OPEN and all(map(lt, package, sizes))


@lru_cache(maxsize=64)
def _sizes(scenario: Scenario) -> tuple[int, ...]:
    """Return how many options each issue has; asked of every package, so kept."""
    return tuple(len(issue.options) for issue in scenario.issues)


def _text_refusal(
    scenario: Scenario, state: State, party: int, package: Package, *, ad_referendum: bool
) -> Refusal | None:
    """Say why `party` may not put its name to `package`: needs between options, then its mandate."""
    whole = merged(state.provisional, package)
    reopened = issues_reopened(scenario, state, package)
    for issue, option, need in needs_failed(scenario, state, whole, final=False):
        if issue not in reopened:
            return Refusal(Why.NEEDS, issue, option, need)
    if ad_referendum and not delegation(scenario, state, party).ad_referendum:
        return Refusal(Why.NOT_AD_REFERENDUM)
    broken = orders_broken(scenario, state, party, package)
    barred = tuple(i for i in broken if not ad_referendum or state.levels[i] == Level.NEVER)
    if barred:
        first = scenario.orders[barred[0]]
        return Refusal(Why.BEYOND_MANDATE, first.issue, first.option, orders=barred)
    return None


def offered_part(offer: Offer, which: int, issues: tuple[int, ...]) -> Package:
    """Return what accepting alternative `which` of `offer` would close: all of it, or `issues` of it."""
    package = offer.packages[which]
    return restricted(package, frozenset(issues)) if issues else package


def _accept_refusal(scenario: Scenario, state: State, party: int, move: Accept) -> Refusal | None:
    offer = state.offers[1 - party]
    if offer is None:
        return Refusal(Why.NOTHING_TABLED)
    if not 0 <= move.which < len(offer.packages):
        return Refusal(Why.NO_SUCH_ALTERNATIVE)
    held = {issue for issue, _ in decided(offer.packages[move.which])}
    for issue in move.issues:
        if issue not in held:
            return Refusal(Why.NOT_IN_OFFER, issue)
    if offer.linked and move.issues and set(move.issues) != held:
        return Refusal(Why.LINKED_OFFER)
    package = offered_part(offer, move.which, move.issues)
    for issue, option in decided(package):
        if not state.agenda[issue]:  # it left while the offer stood
            return Refusal(Why.NOT_ON_AGENDA, issue, option)
    return _text_refusal(scenario, state, party, package, ad_referendum=move.ad_referendum)


def _reopen_refusal(scenario: Scenario, state: State, party: int, issue: int) -> Refusal | None:
    if not 0 <= issue < len(scenario.issues):
        return Refusal(Why.NO_SUCH_THING)
    if not state.agenda[issue]:
        return Refusal(Why.NOT_ON_AGENDA, issue)
    if state.provisional[issue] == OPEN:
        return Refusal(Why.NOT_AGREED, issue)
    if state.signed[party]:
        return Refusal(Why.ALREADY_SIGNED)
    return None


def _sign_refusal(scenario: Scenario, state: State, party: int) -> Refusal | None:
    if state.signed[party]:
        return Refusal(Why.ALREADY_SIGNED)
    speaks = delegation(scenario, state, party)
    if speaks.signs is Signs.NONE:
        return Refusal(Why.NO_FULL_POWERS)
    missing = tuple(i for i in sorted(scenario.requires) if state.provisional[i] == OPEN)
    if not missing and not any(decided(state.provisional)):  # where nothing is agreed, nothing is signed
        issues = range(len(state.agenda))
        missing = tuple(i for i in issues if state.agenda[i]) or tuple(issues)
    if missing:
        return Refusal(Why.REQUIRED_OPEN, missing[0], issues=missing)
    for issue, option, need in needs_failed(scenario, state, state.provisional, final=True):
        return Refusal(Why.NEEDS, issue, option, need)
    # What was agreed ad referendum was agreed in public, so that this tells nobody a secret.
    if any(question.kind is QuestionKind.CONFIRMATION for question in state.questions):
        return Refusal(Why.ANSWER_AWAITED)
    if speaks.issues is not None:
        beyond = tuple(i for i, _ in decided(state.provisional) if i not in speaks.issues)
        if beyond:
            return Refusal(Why.NO_FULL_POWERS, beyond[0], issues=beyond)
    return None


def choice_refusal(scenario: Scenario, state: State, party: int, move: Decide) -> Refusal | None:
    """Say why a choice of a decision is closed to `party`."""
    if move.decision not in state.pending[party]:
        return Refusal(Why.NOT_PENDING)
    choices = scenario.decisions[move.decision].choices
    if not 0 <= move.choice < len(choices):
        return Refusal(Why.NO_SUCH_THING)
    choice = choices[move.choice]
    if choice.when is not None and not choice.when.evaluate(state.provisional, state, scenario):
        return Refusal(Why.CHOICE_CLOSED)
    if choice.runs is None:
        return None
    # Its own effects come first: they may widen the mandate, change the agenda or clear the table.
    after = after_effects(scenario, state, party, move).state
    run = move_of_choice(scenario, after, party, move)
    if run is None:
        return Refusal(Why.CHOICE_CLOSED, because=Refusal(Why.NOTHING_TABLED))
    because = table_refusal(scenario, after, party, run)
    return None if because is None else Refusal(Why.CHOICE_CLOSED, because=because)


def after_effects(scenario: Scenario, state: State, party: int, move: Decide) -> Draft:
    """Return `state` in the making after a choice and its effects, before the move that it stands for."""
    decision = scenario.decisions[move.decision]
    draft = Draft(scenario, state)
    draft.set_entry("taken", move.decision, move.choice)
    waiting = tuple(item for item in state.pending[party] if item != move.decision)
    draft.set_pair("pending", party, waiting)
    draft.tell(DecisionTaken(party, move.decision, move.choice))
    run_effects(draft, decision.choices[move.choice].effects, f"decision:{decision.id}")
    return draft


def move_of_choice(scenario: Scenario, state: State, party: int, move: Decide) -> PartyMove | None:
    """Return the ordinary move that a choice stands for now, or None where the table has no place for it."""
    run = scenario.decisions[move.decision].choices[move.choice].runs
    if run is None:
        return None
    theirs = state.offers[1 - party]
    match run.kind:
        case Run.HOLD:
            return Hold()
        case Run.REJECT:
            return Reject()
        case Run.ACCEPT:
            if theirs is None:
                return None
            for which, package in enumerate(theirs.packages):
                whole = merged(state.provisional, package)
                if run.accepts is None or run.accepts.evaluate(whole, state, scenario):
                    return Accept(which)
            return None
        case Run.PROPOSE:
            base = empty(len(scenario.issues))
            if run.upon is Upon.OWN and state.last_packages[party]:
                base = state.last_packages[party][0]
            elif run.upon is Upon.THEIRS and theirs is not None:
                base = theirs.packages[0]
            packages = tuple(_talked(state, merged(base, package)) for package in run.packages)
            return Propose(packages, run.linked)
    assert_never(run.kind)


def _talked(state: State, package: Package) -> Package:
    """Return the part of `package` that may still be talked about."""
    return tuple(
        option if state.agenda[issue] and state.provisional[issue] == OPEN else OPEN
        for issue, option in enumerate(package)
    )
