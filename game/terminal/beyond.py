"""The ways beyond a mandate, offered where a move was refused for it: home, alone, ad referendum."""

from dataclasses import dataclass, replace

from game.rules.legality import refusal
from game.rules.moves import Accept, Act, PartyMove, Propose
from game.rules.package import Package, merged
from game.rules.refusals import Why
from game.rules.scenario import ActionKind
from game.terminal.chair import Chair
from game.terminal.homefront import verdict_after_deciding_alone
from game.text.explain import is_answered_in_time


@dataclass(frozen=True, slots=True)
class Way:
    """A way on: what it is called, the move that opens it, and the move made after that, if any."""

    label: str
    moves: tuple[PartyMove, ...]


def package_of(chair: Chair, move: PartyMove) -> Package | None:
    """Return the package that a refused move would have put the party's name to."""
    state = chair.view.state
    match move:
        case Propose(packages):
            broken = [
                package
                for package in packages
                if (found := refusal(chair.view.scenario, state, chair.party, Propose((package,))))
                and found.why is Why.BEYOND_MANDATE
            ]
            return broken[0] if broken else None
        case Accept(which, issues):
            theirs = state.offers[1 - chair.party]
            if theirs is None:
                return None
            package = theirs.packages[which]
            return tuple(o if not issues or i in issues else -1 for i, o in enumerate(package))
        case _:
            return None


def ways_on(chair: Chair, move: PartyMove) -> list[Way]:
    """Return the ways that are open now for a move refused as beyond the mandate."""
    view, say = chair.view, chair.say
    scenario, state = view.scenario, view.state
    package = package_of(chair, move)
    if package is None:
        return []
    found = []
    for index, action in enumerate(scenario.actions):
        if action.kind not in (ActionKind.ASK_HOME, ActionKind.DECIDE_ALONE) or not action.party[chair.party]:
            continue
        act = Act(index, package=merged(state.provisional, package))
        if refusal(scenario, state, chair.party, act) is not None:
            continue
        if action.kind is ActionKind.ASK_HOME:
            if not is_answered_in_time(scenario, state, chair.party):
                continue
            found.append(Way(say("beyond.ask", action=action.label), (act,)))
        else:
            then = verdict_after_deciding_alone(chair.wording, view, package)
            found.append(Way(say("beyond.alone", action=action.label, then=then), (act, move)))
    if isinstance(move, Propose | Accept):
        referendum = replace(move, ad_referendum=True)
        if not move.ad_referendum and refusal(scenario, state, chair.party, referendum) is None:
            found.append(Way(say("beyond.referendum"), (referendum,)))
    return found


def offer_ways(chair: Chair, move: PartyMove) -> bool:
    """Let the person choose a way beyond the mandate; say whether any move was made."""
    ways = ways_on(chair, move)
    console, say = chair.console, chair.say
    if not ways:
        return False
    for number, way in enumerate(ways, start=1):
        console.line(f"{number}. {way.label}")
    console.line(f"{len(ways) + 1}. {say('beyond.back')}")
    while True:
        typed = console.ask(say("beyond.prompt", n=len(ways) + 1))
        if typed in ("", "back", "cancel", str(len(ways) + 1)):
            return False
        if typed.isdigit() and 1 <= int(typed) <= len(ways):
            return all(chair.make(each) for each in ways[int(typed) - 1].moves)
        console.line(say("problem.number", n=len(ways) + 1))
