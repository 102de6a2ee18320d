"""What a delegation does beside the table: it sounds out, asks why, cites, calls; and answers its cards."""

from game.ai.aims import Aims
from game.ai.appraisal import HOPELESS, Desk
from game.ai.bot import Chosen, Draw, Ground, Reason
from game.ai.concession import WHOLE
from game.rules.legality import move_of_choice, refusal
from game.rules.moves import Accept, Act, Decide, Hold, Propose, Reject
from game.rules.package import OPEN, merged
from game.rules.scenario import ActionKind, Add, Persona
from game.rules.state import KnownKind
from game.rules.view import PartyView

ASKING = {ActionKind.SOUND_OUT: KnownKind.BAND, ActionKind.ASK_WHY: KnownKind.INTEREST}
"""What each way of asking teaches."""

OFTEN = 2
"""Times that a delegation takes at most an action without limit."""

CUSHION = 2
"""Trust over a breakdown that it leaves for the other side to lose."""

SWAY = 40
"""Points of score by which the move that a choice stands for counts at most; an appeal step counts 10."""


def weighted(weights: list[int], purpose: str, draw: Draw) -> int:
    """Return a place in `weights` drawn in their proportion; their sum must be positive."""
    roll = draw(purpose, sum(weights))
    for place, weight in enumerate(weights):
        roll -= weight
        if roll < 0:
            return place
    return len(weights) - 1


def aside(view: PartyView, persona: Persona, weights: tuple[int, ...], draw: Draw) -> Chosen | None:
    """Return an action with chance `asks`, or None; `weights` say which issues are worth asking about."""
    if view.state.acted or draw("asks", 100) >= persona.asks:
        return None
    found: list[tuple[int, Chosen]] = []
    for index, action in enumerate(view.scenario.actions):
        if not action.party[view.party] or action.appeal <= 0:
            continue
        if action.kind in ASKING:
            chosen = _question(view, index, ASKING[action.kind], weights)
        elif action.kind in (ActionKind.PLAIN, ActionKind.CITE):
            chosen = _deed(view, index)
        else:
            chosen = None
        if chosen is not None:
            found.append((action.appeal, chosen))
    if not found:
        return None
    return found[weighted([appeal for appeal, _ in found], "aside", draw)][1]


def _question(view: PartyView, action: int, kind: KnownKind, weights: tuple[int, ...]) -> Chosen | None:
    """Return the question about the heaviest open issue of which nothing of this kind is known."""
    state = view.state
    known = {item.issue for item in state.known[view.party] if item.kind is kind}
    issues = [
        issue
        for issue, on in enumerate(state.agenda)
        if on and state.provisional[issue] == OPEN and issue not in known
    ]
    for issue in sorted(issues, key=lambda one: -weights[one]):
        act = Act(action, issue=issue)
        if refusal(view.scenario, state, view.party, act) is None:
            return Chosen(act, (Reason(Ground.ASKED, issue=issue, index=action),))
    return None


def _deed(view: PartyView, action: int) -> Chosen | None:
    if view.state.uses[view.party][action] >= (view.scenario.actions[action].times or OFTEN):
        return None
    act = Act(action)
    if refusal(view.scenario, view.state, view.party, act) is not None or _too_dear(view, action):
        return None
    return Chosen(act, (Reason(Ground.WORTH_DOING, index=action),))


def _too_dear(view: PartyView, action: int) -> bool:
    """Say whether an action would cost so much trust that the talks might break off."""
    scenario, state = view.scenario, view.state
    meter = scenario.conduct.meter
    if not scenario.meters[meter].seen[view.party]:
        return False
    moved = sum(
        effect.amount.evaluate(state.provisional, state, scenario)
        for effect in scenario.actions[action].effects
        if isinstance(effect, Add)
        and effect.meter == meter
        and (effect.when is None or effect.when.evaluate(state.provisional, state, scenario))
    )
    return moved < 0 and state.meters[meter] + moved <= scenario.conduct.breaks_at + CUSHION


def card(desk: Desk, aims: Aims, draw: Draw) -> Chosen:
    """Answer the oldest pending decision: the appeal of each open choice and what its move does."""
    view = desk.view
    decision = view.state.pending[view.party][0]
    scores: list[tuple[int, int | None]] = []
    for choice in range(len(view.scenario.decisions[decision].choices)):
        move = Decide(decision, choice)
        if refusal(view.scenario, view.state, view.party, move) is None:
            scores.append((choice, _score(desk, aims, move)))
    good = [(choice, score) for choice, score in scores if score is not None and score > 0]
    if good:
        choice = good[weighted([score * score for _, score in good], f"card:{decision}", draw)][0]
    else:
        choice = _least_harm(desk, decision, scores)
    return Chosen(Decide(decision, choice), (Reason(Ground.CARD, index=decision, option=choice),))


def _score(desk: Desk, aims: Aims, move: Decide) -> int | None:
    """Return how good a choice is, None where its move may not be made: below the limit, beyond the
    mandate, or refused at home."""
    view = desk.view
    choice = view.scenario.decisions[move.decision].choices[move.choice]
    desk = desk.instructed(choice.effects)
    score = 10 * choice.appeal
    run = move_of_choice(view.scenario, view.state, view.party, move)
    best = max((desk.prospect(one) for one in desk.offered()), default=HOPELESS)
    # Not to take what it would take at the table costs the more the less time is left.
    forgone = SWAY * (WHOLE + aims.conceded) // WHOLE if best >= aims.target else 0
    match run:
        case Propose(packages=packages):
            value = min(desk.prospect(merged(view.state.provisional, one)) for one in packages)
            score -= forgone
        case Accept(which=which):
            value = desk.prospect(desk.offered()[which])
            score += SWAY if value >= aims.target else 0
        case Reject() | Hold():
            return score - forgone
        case _:
            return score
    if value < aims.limit:
        return None
    return score + max(-SWAY, min(SWAY, (value - aims.target) // 100))


def _least_harm(desk: Desk, decision: int, scores: list[tuple[int, int | None]]) -> int:
    """Return the choice that commits to least: no move at all before a hold or a rejection, these before
    an offer, and an acceptance last."""
    view = desk.view
    order = (type(None), Hold, Reject, Propose, Accept)

    def harm(one: tuple[int, int | None]) -> tuple[bool, int, int, int]:
        choice, score = one
        run = move_of_choice(view.scenario, view.state, view.party, Decide(decision, choice))
        return (score is None, order.index(type(run)), -(score or 0), choice)

    return min(scores, key=harm)[0]
