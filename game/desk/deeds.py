"""Actions that a party has: whose they are, what they are taken on, and why one is closed."""

from game.desk.status import talked_issues
from game.rules.legality import refusal
from game.rules.moves import Act
from game.rules.package import OPEN, Package, empty
from game.rules.refusals import Refusal, Why
from game.rules.scenario import Action, ActionKind, RoundKind
from game.rules.view import PartyView
from game.text.catalogue import Catalogue
from game.text.wording import LETTERS, Wording


def own_actions(view: PartyView) -> list[int]:
    """Return the actions that belong to this party, in the order of the scenario; while the homes
    decide, only those that are open then."""
    own = [index for index, action in enumerate(view.scenario.actions) if action.party[view.party]]
    if view.scenario.rounds[view.state.round].kind is RoundKind.TALKS:
        return own
    return [index for index in own if closed_because(view, index) is None]


def needs_issue(action: Action) -> bool:
    """Say whether an action is taken on an issue."""
    return action.kind in (ActionKind.SOUND_OUT, ActionKind.ASK_WHY)


def needs_package(action: Action) -> bool:
    """Say whether an action is taken on a package."""
    return action.kind in (ActionKind.ASK_HOME, ActionKind.DECIDE_ALONE)


def price(say: Catalogue, action: Action) -> str:
    """Return what an action costs: the exchanges that it takes, and what its author says; "" for nothing."""
    takes = say("deeds.takes", n=action.takes) if action.takes else ""
    return " ".join((takes, *action.cost.split())).strip()


def issues_at_hand(view: PartyView) -> list[int]:
    """Return the issues that one may ask about: those still open, or all where none is."""
    return talked_issues(view) or list(range(len(view.scenario.issues)))


def closed_because(view: PartyView, index: int) -> Refusal | None:
    """Return why an action is closed whatever it is taken on, or None where it is open."""
    action = view.scenario.actions[index]
    if needs_issue(action):
        reasons = [
            refusal(view.scenario, view.state, view.party, Act(index, issue=issue))
            for issue in issues_at_hand(view)
        ]
        return reasons[0] if all(reasons) else None
    found = refusal(view.scenario, view.state, view.party, Act(index))
    return None if found is not None and found.why is Why.ACTION_NEEDS_PACKAGE else found


def closed_sentence(wording: Wording, view: PartyView, index: int, refused: Refusal) -> str:
    """Return why an action is closed: the author's sentence where its own condition fails."""
    closed = view.scenario.actions[index].closed.strip()
    return closed if refused.why is Why.ACTION_CLOSED and closed else wording.refusal(refused)


def open_actions(view: PartyView) -> int:
    """Return how many actions are open now."""
    return sum(closed_because(view, index) is None for index in own_actions(view))


def packages_at_hand(say: Catalogue, view: PartyView, composed: Package | None) -> list[tuple[str, Package]]:
    """Return the packages a person may mean without naming their options: label and package.

    Args:
        composed: what the person last put together.
    """
    found: list[tuple[str, Package]] = []
    theirs, mine = view.state.offers[1 - view.party], view.state.last_packages[view.party]
    if theirs is not None:
        for letter, package in zip(LETTERS, theirs.packages, strict=False):
            key = "deeds.theirs" if len(theirs.packages) == 1 else "deeds.theirs_lettered"
            found.append((say(key, letter=letter), package))
    for letter, package in zip(LETTERS, mine, strict=False):
        key = "deeds.mine" if len(mine) == 1 else "deeds.mine_lettered"
        found.append((say(key, letter=letter), package))
    if composed is not None and any(option != OPEN for option in composed):
        found.append((say("deeds.composed"), composed))
    found.append((say("deeds.agreed"), empty(len(view.scenario.issues))))
    unique: list[tuple[str, Package]] = []
    for label, package in found:
        if package not in [each for _, each in unique]:
            unique.append((label, package))
    return unique
