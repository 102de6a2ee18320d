"""The ways beyond a mandate that are open for a move refused as beyond it: home, alone, ad referendum."""

from dataclasses import dataclass, replace

from game.desk.homefront import verdict_after_deciding_alone
from game.rules.legality import refusal
from game.rules.moves import Accept, Act, PartyMove, Propose
from game.rules.package import Package, merged
from game.rules.refusals import Why
from game.rules.scenario import ActionKind
from game.rules.view import PartyView
from game.text.explain import is_answered_in_time
from game.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: what it is called, the move that opens it, and the move made after that, if any."""

    label: str
    moves: tuple[PartyMove, ...]


def package_of(view: PartyView, move: PartyMove) -> Package | None:
    """Return the package that a refused move would have put the party's name to."""
    state = view.state
    match move:
        case Propose(packages):
            broken = [
                package
                for package in packages
                if (found := refusal(view.scenario, state, view.party, Propose((package,))))
                and found.why is Why.BEYOND_MANDATE
            ]
            return broken[0] if broken else None
        case Accept(which, issues):
            theirs = state.offers[1 - view.party]
            if theirs is None:
                return None
            package = theirs.packages[which]
            return tuple(o if not issues or i in issues else -1 for i, o in enumerate(package))
        case _:
            return None


def ways_on(wording: Wording, view: PartyView, move: PartyMove) -> list[Way]:
    """Return the ways that are open now for a move refused as beyond the mandate."""
    say = wording.say
    scenario, state = view.scenario, view.state
    package = package_of(view, move)
    if package is None:
        return []
    found = []
    for index, action in enumerate(scenario.actions):
        if action.kind not in (ActionKind.ASK_HOME, ActionKind.DECIDE_ALONE) or not action.party[view.party]:
            continue
        act = Act(index, package=merged(state.provisional, package))
        if refusal(scenario, state, view.party, act) is not None:
            continue
        if action.kind is ActionKind.ASK_HOME:
            if not is_answered_in_time(scenario, state, view.party):
                continue
            found.append(Way(say("beyond.ask", action=action.label), (act,)))
        else:
            then = verdict_after_deciding_alone(wording, view, package)
            found.append(Way(say("beyond.alone", action=action.label, then=then), (act, move)))
    if isinstance(move, Propose | Accept):
        referendum = replace(move, ad_referendum=True)
        if not move.ad_referendum and refusal(scenario, state, view.party, referendum) is None:
            found.append(Way(say("beyond.referendum"), (referendum,)))
    return found
