"""`apply`: the only place where a `State` follows a `State`."""

from typing import NamedTuple, assert_never

from game.rules.actions import take_action
from game.rules.calendar import end_turn, enter_round, reopen_issues
from game.rules.delegations import delegation
from game.rules.draft import Draft
from game.rules.effects import clear_signatures, run_effects, set_agenda, table_offer
from game.rules.happenings import (
    Announced,
    Concluded,
    Disowned,
    Drawn,
    Happening,
    Held,
    HomeAnswered,
    HomeAsked,
    IssueClosed,
    OfferAccepted,
    OfferRejected,
    SignedBy,
    Voted,
    WalkedOut,
)
from game.rules.home import tally
from game.rules.legality import after_effects, move_of_choice, offered_part
from game.rules.mandate import issues_reopened, orders_broken
from game.rules.moves import (
    TABLE_MOVES,
    Accept,
    Act,
    Answer,
    Broadcast,
    Decide,
    Draw,
    Expire,
    Hold,
    HomeMove,
    Inject,
    InstructorMove,
    Move,
    NatureMove,
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
from game.rules.package import OPEN, Package, decided, empty, merged, without
from game.rules.scenario import Level, RoundKind, Scenario, Trigger
from game.rules.settle import fire_event, settle
from game.rules.state import Question, QuestionKind, State, question_due
from game.rules.utility import concession_steps, reservation


class Applied(NamedTuple):
    """What a move leads to: the next state, and what happened on the way, in order."""

    state: State
    happenings: tuple[Happening, ...]


def open_negotiation(scenario: Scenario) -> Applied:
    """Return the opening state, its first round entered and its events settled."""
    issues = len(scenario.issues)
    blank = State(
        round=scenario.opening.round,
        slot=0,
        exchange=0,
        turn=0,
        acted=False,
        lost=0,
        delegates=(-1, -1),
        agenda=(False,) * issues,
        provisional=scenario.opening.agreed,
        referendum=((False, False),) * issues,
        offers=(None, None),
        last_packages=((), ()),
        signed=(False, False),
        meters=tuple(meter.start for meter in scenario.meters),
        flags=tuple(flag.start for flag in scenario.flags),
        levels=tuple(order.level for order in scenario.orders),
        pending=((), ()),
        taken=(-1,) * len(scenario.decisions),
        put=(False,) * len(scenario.decisions),
        uses=((0,) * len(scenario.actions),) * 2,
        issue_uses=frozenset(),
        fired=(0,) * len(scenario.events),
        draws=(),
        questions=(),
        no_from_home=(False, False),
        scheduled=(),
        known=((), ()),
        cited=(),
        countered=(),
        published=tuple(all(document.seen) for document in scenario.documents),
        holds=(0, 0),
        passes=0,
        moved_reservation=(0, 0),
        changes=0,
        voting=False,
        votes=(None, None),
        signed_package=None,
        signed_weight=(0, 0),
        signed_reservation=(0, 0),
        ended=None,
        outcome=None,
    )
    draft = Draft(scenario, blank)
    enter_round(draft, scenario.opening.round)
    settle(draft)
    return Applied(draft.state, tuple(draft.happenings))


_OUTSIDE = (Broadcast, Pause, Resume)
"""What the instructor does without touching the negotiation."""


def apply(scenario: Scenario, state: State, author: int, move: Move) -> Applied:
    """Return what follows from a legal move; it trusts its caller, who has asked `refusal`.

    Args:
        author: the party 0 or 1, `NATURE`, `HOME` or `INSTRUCTOR`.
    """
    draft = Draft(scenario, state)
    if isinstance(move, TABLE_MOVES):
        _table_move(draft, author, move)
    elif isinstance(move, Decide):
        draft = _decide(scenario, state, author, move)
    else:
        _other_move(draft, author, move)
    if not isinstance(move, _OUTSIDE):
        settle(draft, move.event if isinstance(move, Inject) else None)
    return Applied(draft.state, tuple(draft.happenings))


def _other_move(draft: Draft, author: int, move: Act | NatureMove | HomeMove | InstructorMove) -> None:
    """Do what is no party's turn at the table: an action, nature, a home, the instructor."""
    match move:
        case Act():
            take_action(draft, author, move)
        case Draw(event, outcome):
            _drawn(draft, event, outcome)
        case Expire():
            _hold(draft, draft.state.turn, "", expired=True)
        case Answer(party, yes):
            _answered(draft, party, yes=yes)
        case Vote(party):
            _vote(draft, party)
        case Inject(event):
            fire_event(draft, event)
        case Broadcast(words):
            draft.tell(Announced(words))
        case Pause() | Resume():
            pass
        case _:
            assert_never(move)


def _table_move(draft: Draft, party: int, move: PartyMove) -> None:
    """Make one table move and pass the turn on."""
    match move:
        case Propose():
            _propose(draft, party, move)
        case Accept():
            _accept(draft, party, move)
        case Reject(reason):
            draft.set_pair("offers", 1 - party, None)
            draft.bump()
            draft.tell(OfferRejected(party, reason))
        case Hold(reason):
            _hold(draft, party, reason)
            return
        case Reopen(issue):
            clear_signatures(draft)
            reopen_issues(draft, (issue,), party=party)
            draft.bump()
            conduct = draft.scenario.conduct
            draft.add_meter(conduct.meter, conduct.reopen_add, "reopened")
        case Sign():
            if _sign(draft, party):
                return
        case WalkOut():
            draft.tell(WalkedOut(party))
            draft.set(ended=Trigger.WALK_OUT)
            return
        case Act() | Decide():
            raise ValueError(f"not a table move: {move}")
        case _:
            assert_never(move)
    draft.set_pair("holds", party, 0)
    end_turn(draft, party, held=False)


def _propose(draft: Draft, party: int, move: Propose) -> None:
    before = draft.state.last_packages[party]
    table_offer(
        draft,
        party,
        move.packages,
        linked=move.linked,
        ad_referendum=move.ad_referendum,
        words=move.words,
    )
    if before:
        _judge_concession(draft, party, before)


def _judge_concession(draft: Draft, party: int, before: tuple[Package, ...]) -> None:
    """Move trust by how far the best new alternative comes towards the other, in rungs."""
    scenario, conduct = draft.scenario, draft.scenario.conduct
    agreed, now = draft.state.provisional, draft.state.last_packages[party]
    if len(now) == 1 and now == before:
        return
    had = [merged(agreed, old) for old in before]
    offered = [merged(agreed, new) for new in now]
    steps = max([min([concession_steps(scenario, party, old, new) for old in had]) for new in offered])
    if steps >= conduct.better_steps:
        draft.add_meter(conduct.meter, conduct.better_add, "better_offer")
    elif steps <= -conduct.worse_steps:
        draft.add_meter(conduct.meter, conduct.worse_add, "worse_offer")


def _accept(draft: Draft, party: int, move: Accept) -> None:
    scenario, state = draft.scenario, draft.state
    giver = 1 - party
    offer = state.offers[giver]
    assert offer is not None, "refusal() lets nobody accept where nothing is tabled"
    package = offered_part(offer, move.which, move.issues)
    beyond: tuple[tuple[int, bool], ...] = ((giver, offer.ad_referendum), (party, move.ad_referendum))
    asked = [(who, _issues_beyond(scenario, state, who, package)) for who, referendum in beyond if referendum]
    unfit = tuple(sorted(issues_reopened(scenario, state, package)))
    clear_signatures(draft)
    closed = frozenset(issue for issue, _ in decided(package))
    draft.bump()
    draft.tell(OfferAccepted(party, move.which, tuple(sorted(closed)), move.ad_referendum))
    draft.set(provisional=merged(state.provisional, package))
    for issue, option in decided(package):
        draft.tell(IssueClosed(issue, option))
    reopen_issues(draft, unfit, party=-1)
    for who, issues in asked:
        _await_confirmation(draft, who, issues)
    rest = without(offer.packages[move.which], closed)
    _keep(draft, giver, (rest,))
    mine = state.offers[party]
    if mine is not None:
        # All or nothing: what its author agreed otherwise takes a linked alternative off the table.
        kept = [item for item in mine.packages if not mine.linked or _agree(item, package)]
        _keep(draft, party, tuple(without(item, closed) for item in kept))


def _issues_beyond(scenario: Scenario, state: State, party: int, package: Package) -> tuple[int, ...]:
    """Return the issues of `package` for which `party` went beyond its orders."""
    found: set[int] = set()
    inside = {issue for issue, _ in decided(package)}
    for index in orders_broken(scenario, state, party, package):
        order = scenario.orders[index]
        found |= inside & (order.when.reads_issues() if order.issue is None else {order.issue})
    return tuple(sorted(found))


def _await_confirmation(draft: Draft, party: int, issues: tuple[int, ...]) -> None:
    if not issues:
        return
    for issue in issues:
        pair = draft.state.referendum[issue]
        draft.set_entry("referendum", issue, (pair[0] or party == 0, pair[1] or party == 1))
    due = draft.scenario.homes[party].answers_in
    question = Question(party, QuestionKind.CONFIRMATION, draft.state.provisional, due, issues)
    draft.set(questions=(*draft.state.questions, question))
    draft.tell(HomeAsked(question))


def _keep(draft: Draft, party: int, packages: tuple[Package, ...]) -> None:
    """Leave of a standing offer what is still open; the agreed part needs no offer any more."""
    from dataclasses import replace

    offer = draft.state.offers[party]
    assert offer is not None, "only a standing offer can be cut down"
    nothing = empty(len(draft.scenario.issues))
    left = tuple(dict.fromkeys(package for package in packages if package != nothing))
    draft.set_pair("offers", party, replace(offer, packages=left) if left else None)


def _agree(one: Package, two: Package) -> bool:
    """Say whether two packages have no issue on which they differ."""
    return all(a == b or OPEN in (a, b) for a, b in zip(one, two, strict=True))


def _hold(draft: Draft, party: int, reason: str, *, expired: bool = False) -> None:
    draft.tell(Held(party, reason, expired))
    running = draft.state.holds[party] + 1
    draft.set_pair("holds", party, running)
    conduct = draft.scenario.conduct
    talks = draft.scenario.rounds[draft.state.round].kind is RoundKind.TALKS
    if talks and conduct.holds_running and running % conduct.holds_running == 0:
        draft.add_meter(conduct.meter, conduct.holds_add, "holds")
    end_turn(draft, party, held=True)


def _sign(draft: Draft, party: int) -> bool:
    """Sign; return whether that concluded the talks."""
    draft.set_pair("signed", party, True)
    draft.tell(SignedBy(party))
    draft.bump()
    if not all(draft.state.signed):
        return False
    scenario, state = draft.scenario, draft.state
    speak = (delegation(scenario, state, 0), delegation(scenario, state, 1))
    draft.set(
        signed_package=state.provisional,
        signed_weight=(speak[0].weight, speak[1].weight),
        signed_reservation=(reservation(scenario, state, 0), reservation(scenario, state, 1)),
        ended=Trigger.CONCLUDED,
    )
    draft.tell(Concluded(state.provisional))
    return True


def _decide(scenario: Scenario, state: State, party: int, move: Decide) -> Draft:
    """Take a choice: its effects, then the move that it stands for, unless they ended the talks."""
    draft = after_effects(scenario, state, party, move)
    run = move_of_choice(scenario, draft.state, party, move)
    if run is not None and draft.state.ended is None:
        _table_move(draft, party, run)
    return draft


def _drawn(draft: Draft, index: int, outcome: int) -> None:
    event = draft.scenario.events[index]
    draft.set(draws=draft.state.draws[1:])
    draft.tell(Drawn(index, outcome))
    run_effects(draft, event.outcomes[outcome].effects, f"event:{event.id}")


def _answered(draft: Draft, party: int, *, yes: bool) -> None:
    scenario = draft.scenario
    position = question_due(draft.state)
    assert position is not None, "refusal() lets no home answer what nobody asked"
    question = draft.state.questions[position]
    left = tuple(q for i, q in enumerate(draft.state.questions) if i != position)
    draft.set(questions=left)
    draft.tell(HomeAnswered(question, yes))
    if question.kind is QuestionKind.PERMISSION:
        if yes:
            for index in orders_broken(scenario, draft.state, party, question.package):
                if draft.state.levels[index] == Level.ASK:  # not what was forbidden since it was asked
                    draft.set_level(index, Level.FREE, "home")
        else:
            draft.set_pair("no_from_home", party, True)
        return
    for issue in question.issues:
        pair = draft.state.referendum[issue]
        draft.set_entry("referendum", issue, (pair[0] and party != 0, pair[1] and party != 1))
    if not yes:
        draft.tell(Disowned(party, question.issues))
        clear_signatures(draft)
        reopen_issues(draft, question.issues, party=-1)
        for issue in question.issues:  # or nobody could agree on it again
            set_agenda(draft, issue, on=True)
        draft.bump()
        draft.add_meter(scenario.conduct.meter, scenario.conduct.disowned_add, "disowned")


def _vote(draft: Draft, party: int) -> None:
    scenario = draft.scenario
    package = draft.state.signed_package or draft.state.provisional
    result = tally(scenario, draft.state, party, package)
    draft.set_pair("votes", party, result)
    draft.tell(Voted(result))
    votes = draft.state.votes
    if votes[0] is not None and votes[1] is not None:
        both = votes[0].carried and votes[1].carried
        draft.set(voting=False, ended=Trigger.RATIFIED if both else Trigger.REFUSED)
