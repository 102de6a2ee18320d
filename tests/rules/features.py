"""What of the format and of the rules a run has met, by names that are counted; `EVERYTHING` has them all."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args

from game.rules import expressions, happenings, moves, scenario
from game.rules.apply import Applied
from game.rules.expressions import Expression, nodes
from game.rules.happenings import (
    CAUSES,
    HomeAnswered,
    IssueReopened,
    MeterChanged,
    OfferAccepted,
    OfferFell,
    OfferTabled,
    RoundEntered,
    Voted,
)
from game.rules.moves import Accept, Act, Decide, Draw, Inject, Move
from game.rules.refusals import Why
from game.rules.scenario import ActionKind, RoundKind, Run, Scenario, Signs, Trigger, Upon
from game.rules.state import State
from game.rules.utility import batna


def classes(union: object) -> list[str]:
    return [item.__name__ for item in get_args(union)]


EVERYTHING = frozenset(
    (
        *(f"move {name}" for name in classes(moves.Move)),
        *(f"refused {why.value}" for why in Why),
        *(f"told {name}" for name in classes(happenings.Happening)),
        *(f"effect {name}" for name in classes(scenario.Effect)),
        *(f"read {name}" for name in classes(expressions.Node)),
        *(f"action {kind.value}" for kind in ActionKind),
        *(f"choice {run.value}" for run in Run),
        *(f"choice upon {upon.value}" for upon in Upon),
        *(f"ended {trigger.value}" for trigger in Trigger),
        *(f"left {trigger.value}" for trigger in Trigger),
        *(f"trust {cause}" for cause in CAUSES),
        *(f"signed {signs.value}" for signs in Signs if signs is not Signs.NONE),
        "action takes",
        "action with a footprint",
        "action counters",
        "alternatives 1",
        "alternatives 2",
        "alternatives 3",
        "offer linked",
        "offer severable",
        "offer ad referendum",
        "offer lapsed",
        "offer withdrawn",
        "accepted whole",
        "accepted in part",
        "accepted ad referendum",
        "accepted linked",
        "instrument reopens",
        "round reopens",
        "powers end at an issue",
        "permission yes",
        "permission no",
        "confirmation yes",
        "confirmation no",
        "vote carried",
        "vote blocked",
        "a card at a meeting for cards",
        "either may answer",
        "vote after a meeting for cards",
        "delegate stays",
        "delegate goes with the round",
        "event of chance",
        "event again",
        "event by schedule",
        "a course of action that changed",
        "a second ratification",
        "order on a combination",
    )
)


def written(sc: Scenario) -> Iterator[str]:
    """Yield what the scenario has that a game need not meet to have read it."""
    for expression in _expressions(sc, set()):
        for node in nodes(expression.tree):
            yield f"read {type(node).__name__}"


def _expressions(value: object, seen: set[int]) -> Iterator[Expression]:
    if isinstance(value, Expression):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        if id(value) not in seen:
            seen.add(id(value))
            for item in fields(value):
                yield from _expressions(getattr(value, item.name), seen)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _expressions(item, seen)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _expressions(item, seen)


def met(
    sc: Scenario, before: State, author: int, move: Move, applied: Applied, left_by: str, found: Counter
) -> None:
    """Count what one move met; `left_by` is the trigger on which a round was left, if one was."""
    after = applied.state
    found[f"move {type(move).__name__}"] += 1
    for happening in applied.happenings:
        found[f"told {type(happening).__name__}"] += 1
        _told(happening, found)
    _done(sc, author, move, before, found)
    _ran(sc, move, before, after, found)
    kinds = {type(item) for item in applied.happenings}
    by_nobody = any(isinstance(item, IssueReopened) and item.party == -1 for item in applied.happenings)
    if after.outcome is not None and before.outcome is None:
        found[f"ended {after.outcome.trigger.value}"] += 1
    elif left_by:
        found[f"left {left_by}"] += 1
    if by_nobody and OfferAccepted in kinds:
        found["instrument reopens"] += 1
    if by_nobody and RoundEntered in kinds:
        found["round reopens"] += 1
    _moved_on(sc, before, after, found)


def _told(happening: object, found: Counter) -> None:
    match happening:
        case MeterChanged(cause=cause) if cause in CAUSES:
            found[f"trust {cause}"] += 1
        case OfferTabled(offer=offer):
            found[f"alternatives {len(offer.packages)}"] += 1
            found["offer linked" if offer.linked else "offer severable"] += 1
            found["offer ad referendum"] += offer.ad_referendum
        case OfferFell(lapsed=lapsed):
            found["offer lapsed" if lapsed else "offer withdrawn"] += 1
        case HomeAnswered(question=question, yes=yes):
            found[f"{question.kind.value} {'yes' if yes else 'no'}"] += 1
        case Voted(tally=tally):
            found["vote carried" if tally.carried else "vote blocked"] += 1


def _done(sc: Scenario, author: int, move: Move, before: State, found: Counter) -> None:
    match move:
        case Accept(which=which, issues=issues, ad_referendum=referred):
            offer = before.offers[1 - author]
            assert offer is not None, "nobody accepts where nothing is tabled"
            held = {issue for issue, option in enumerate(offer.packages[which]) if option >= 0}
            found["accepted in part" if issues and set(issues) != held else "accepted whole"] += 1
            found["accepted ad referendum"] += referred
            found["accepted linked"] += offer.linked
        case Act(action=index):
            action = sc.actions[index]
            found[f"action {action.kind.value}"] += 1
            found["action takes"] += action.takes > 0
            found["action with a footprint"] += bool(action.footprint)
            found["action counters"] += action.counters is not None
        case Decide(decision=decision, choice=choice):
            runs = sc.decisions[decision].choices[choice].runs
            found["a card at a meeting for cards"] += before.turn not in (0, 1)
            found["either may answer"] += before.turn not in (0, 1) and all(before.pending)
            if runs is not None:
                found[f"choice {runs.kind.value}"] += 1
                if runs.kind is Run.PROPOSE:
                    found[f"choice upon {runs.upon.value}"] += 1


def _ran(sc: Scenario, move: Move, before: State, after: State, found: Counter) -> None:
    """Count the effects whose turn came, whatever their conditions said."""
    effects = []
    match move:
        case Act(action=action):
            effects += sc.actions[action].effects
        case Decide(decision=decision, choice=choice):
            effects += sc.decisions[decision].choices[choice].effects
        case Draw(event=event, outcome=outcome):
            effects += sc.events[event].outcomes[outcome].effects
    for index, event in enumerate(sc.events):
        if after.fired[index] > before.fired[index]:
            effects += event.effects
            found["event of chance"] += bool(event.outcomes)
            found["event again"] += after.fired[index] > 1 and not isinstance(move, Inject)
            found["event by schedule"] += (
                any(item[0] == index for item in before.scheduled) and event.when is None
            )
    for effect in effects:
        found[f"effect {type(effect).__name__}"] += 1


def _moved_on(sc: Scenario, before: State, after: State, found: Counter) -> None:
    if after.signed != before.signed and any(after.signed):
        here = sc.rounds[before.round].delegations
        for party in (0, 1):
            if after.signed[party] and not before.signed[party] and before.delegates[party] < 0:
                found[f"signed {here[party].signs.value}"] += 1
    if after.round != before.round:
        for party in (0, 1):
            if before.delegates[party] >= 0:
                stays = after.delegates[party] == before.delegates[party]
                found["delegate stays" if stays else "delegate goes with the round"] += 1
        if sc.rounds[after.round].kind is RoundKind.RATIFICATION:
            earlier = sc.rounds[: after.round]
            found["a second ratification"] += any(item.kind is RoundKind.RATIFICATION for item in earlier)
    if after.voting and not before.voting:
        found["vote after a meeting for cards"] += not sc.rounds[after.round].slots[after.slot].exchanges
    for party in (0, 1):
        found["a course of action that changed"] += batna(sc, before, party) != batna(sc, after, party)
