"""How a delegation gets beyond its mandate: it decides alone, or asks home, where the round lets it."""

from game.ai.appraisal import Desk
from game.ai.bot import Draw
from game.rules.delegations import delegation
from game.rules.home import would_permit
from game.rules.legality import refusal
from game.rules.moves import Act
from game.rules.package import Package
from game.rules.scenario import ActionKind, Level
from game.rules.state import QuestionKind

ASKING = frozenset({ActionKind.ASK_HOME})
EITHER = frozenset({ActionKind.ASK_HOME, ActionKind.DECIDE_ALONE})


def way_beyond(
    desk: Desk, package: Package, boldness: int, draw: Draw, ways: frozenset[ActionKind] = EITHER
) -> Act | None:
    """Return the action that would make `package` free, or None where nothing is done about it now.

    With chance `boldness` in hundredths it decides alone, or asks where it may not; else it only asks
    where it might have decided alone. It asks only what home would allow, and once at a time.
    """
    view, state = desk.view, desk.view.state
    verdict = desk.verdict(package)
    if state.acted or verdict.level is not Level.ASK or not verdict.carried:
        return None
    alone = _legal(desk, ActionKind.DECIDE_ALONE, package)
    bold = draw("bold", 100) < boldness
    if bold and alone is not None and ActionKind.DECIDE_ALONE in ways:
        return alone
    if not bold and alone is None:
        return None
    slots = len(view.scenario.rounds[state.round].slots)
    in_time = state.slot + view.scenario.homes[view.party].asked_answers_in < slots
    if in_time and would_permit(view.scenario, state, view.party, package):
        return _legal(desk, ActionKind.ASK_HOME, package)
    return None


def may_go_beyond(desk: Desk) -> bool:
    """Say whether the round gives the party any way beyond its mandate now, were there reason for it."""
    view, state = desk.view, desk.view.state
    waiting = any(q.party == view.party and q.kind is QuestionKind.PERMISSION for q in state.questions)
    alone = delegation(view.scenario, state, view.party).alone
    kinds = {
        action.kind
        for action in view.scenario.actions
        if action.party[view.party]
        and (action.when is None or action.when.evaluate(state.provisional, state, view.scenario))
    }
    return (alone and ActionKind.DECIDE_ALONE in kinds) or (not waiting and ActionKind.ASK_HOME in kinds)


def _legal(desk: Desk, kind: ActionKind, package: Package) -> Act | None:
    view = desk.view
    for index, action in enumerate(view.scenario.actions):
        if action.kind is kind and action.party[view.party]:
            act = Act(index, package=desk.open_part(package))
            if refusal(view.scenario, view.state, view.party, act) is None:
                return act
    return None
