"""What taking an action does, besides its author's effects."""

from game.rules.draft import Draft
from game.rules.effects import learn, run_effects
from game.rules.happenings import ActionFelt, ActionTaken, DocumentCited, HomeAsked
from game.rules.mandate import orders_broken
from game.rules.moves import Act
from game.rules.package import OPEN, Package, empty
from game.rules.scenario import ActionKind, Level
from game.rules.state import Known, KnownKind, Question, QuestionKind, uses_on_issue
from game.rules.utility import weight_band


def take_action(draft: Draft, party: int, move: Act) -> None:
    """Take an action of `party`: tell it, do what its kind does, run its effects."""
    action = draft.scenario.actions[move.action]
    own = list(draft.state.uses[party])
    own[move.action] += 1
    draft.set(acted=True, lost=draft.state.lost + action.takes)
    draft.set_pair("uses", party, tuple(own))
    draft.tell(ActionTaken(party, move.action, move.issue, move.package))
    if action.table:
        draft.bump()
    elif action.footprint:
        draft.tell(ActionFelt(party, move.action, move.issue))
    match action.kind:
        case ActionKind.SOUND_OUT:
            _sound_out(draft, party, move)
        case ActionKind.ASK_WHY:
            assert move.issue is not None, "refusal() asks for the issue"
            learn(draft, party, Known(KnownKind.INTEREST, move.issue))
        case ActionKind.ASK_HOME:
            assert move.package is not None, "refusal() asks for the package"
            _ask_home(draft, party, move.package)
        case ActionKind.DECIDE_ALONE:
            assert move.package is not None, "refusal() asks for the package"
            _decide_alone(draft, party, move.package)
        case ActionKind.CITE:
            _cite(draft, party, move.action)
        case ActionKind.PLAIN:
            pass
    run_effects(draft, action.effects, f"action:{action.id}")


def _sound_out(draft: Draft, party: int, move: Act) -> None:
    """Learn how much an issue weighs for the other side and what room it has.

    With high trust one band is told, with less the half of the scale it lies in: bands widen and never
    lie, and which half is told gives away nothing more.
    """
    scenario, state = draft.scenario, draft.state
    assert move.issue is not None, "refusal() asks for the issue"
    counterpart = 1 - party
    band = weight_band(scenario, counterpart, move.issue)
    free = state.meters[scenario.conduct.meter] >= scenario.conduct.sound_free
    low, high = (band, band) if free else (band // 2 * 2, band // 2 * 2 + 1)
    before = uses_on_issue(state, party, move.action, move.issue)
    draft.set(issue_uses=state.issue_uses | {(party, move.action, move.issue, before + 1)})
    room = _room(draft, counterpart, move.issue)
    learn(draft, party, Known(KnownKind.BAND, move.issue, low, high, room))


def _room(draft: Draft, party: int, issue: int) -> int:
    """Return what the mandate of `party` says of one rung more towards the other: its last offer with
    that rung taken, or the rung alone where it has made none. 0 free, 1 on request, 2 closed.

    Without an offer the rung next to its own ideal is meant.
    """
    scenario, state = draft.scenario, draft.state
    options = len(scenario.issues[issue].options)
    last = next((p for p in state.last_packages[party] if p[issue] != OPEN), None)
    base = empty(len(scenario.issues)) if last is None else last
    stand = (0 if party == 0 else options - 1) if last is None else last[issue]
    nearer = stand + 1 if party == 0 else stand - 1
    if not 0 <= nearer < options:
        return int(Level.FREE)
    asked = tuple([nearer if i == issue else option for i, option in enumerate(base)])
    broken = orders_broken(scenario, state, party, asked)
    return max((state.levels[order] for order in broken), default=int(Level.FREE))


def _ask_home(draft: Draft, party: int, package: Package) -> None:
    due = draft.scenario.homes[party].asked_answers_in
    question = Question(party, QuestionKind.PERMISSION, package, due)
    draft.set(questions=(*draft.state.questions, question))
    draft.tell(HomeAsked(question))


def _decide_alone(draft: Draft, party: int, package: Package) -> None:
    """Widen the mandate by the full powers of the delegation; unity at home pays per order."""
    scenario, state = draft.scenario, draft.state
    home = scenario.homes[party]
    broken = orders_broken(scenario, state, party, package)
    for index in broken:
        draft.set_level(index, Level.FREE, "alone")
    if home.unity is not None:
        each = home.alone_cost_after_no if state.no_from_home[party] else home.alone_cost
        draft.add_meter(home.unity, -each * len(broken), "alone")


def _cite(draft: Draft, party: int, action: int) -> None:
    item = draft.scenario.actions[action]
    if item.document is not None:
        draft.set(cited=(*draft.state.cited, item.document))
        draft.set_entry("published", item.document, True)  # it lies on the table, for both to read
        draft.tell(DocumentCited(party, item.document, counter=False))
    if item.counters is not None:
        draft.set(countered=(*draft.state.countered, item.counters))
        draft.tell(DocumentCited(party, item.counters, counter=True))
