"""The next step that a newcomer is shown: a first offer in three small steps, then a question, and else what
the own side's persona would do. It knows no more than the party's own view."""

from dataclasses import dataclass
from enum import Enum

from game.ai.bot import Chosen
from game.desk.deeds import closed_because, own_actions
from game.desk.status import distance, talked_issues
from game.rules.legality import refusal
from game.rules.mandate import level_of
from game.rules.moves import Accept, Decide, Propose, Sign, WalkOut
from game.rules.package import OPEN, Package, decided
from game.rules.scenario import ActionKind, Level, RoundKind
from game.rules.view import PartyView


class StepKind(Enum):
    """What is advised."""

    EASY = "easy"  # choose an option that both should want
    FILL = "fill"  # begin the rest of the offer from the best within the orders
    TABLE = "table"  # put on the table what is in hand
    ASK = "ask"  # sound them out
    PERSONA = "persona"  # what the persona of the own side would do


@dataclass(frozen=True, slots=True)
class Step:
    """A next step; indices are the scenario's, -1 where it is about nothing."""

    kind: StepKind
    issue: int = -1
    option: int = -1
    action: int = -1


def next_step(view: PartyView, hand: tuple[Package, ...], at: int, chosen: Chosen | None) -> Step | None:
    """Return the next step, None while nothing can be advised.

    Args:
        hand: the alternatives in hand; `at` is the one being changed.
        chosen: what the persona would do, None while it still thinks.
    """
    urgent = chosen is not None and isinstance(chosen.move, Accept | Decide | Sign | WalkOut)
    if not urgent and view.scenario.rounds[view.state.round].kind is RoundKind.TALKS:
        found = _offer(view, hand, hand[at]) or _question(view)
        if found is not None:
            return found
    if chosen is None or isinstance(chosen.move, WalkOut):
        return None
    if isinstance(chosen.move, Propose) and chosen.move.packages == hand:
        return Step(StepKind.TABLE)
    return Step(StepKind.PERSONA)


def easy_option(view: PartyView) -> tuple[int, int] | None:
    """Return an open issue with the option that both should want, None where there is none.

    Options that are no ladder from one side's wish to the other's need not be fought over.
    """
    for issue in talked_issues(view):
        worth = view.scenario.points[view.party][issue]
        option = max(range(len(worth)), key=lambda each: worth[each])
        free = level_of(view.scenario, view.state, view.party, issue, option) is Level.FREE
        if not view.scenario.issues[issue].ordered and worth[option] > 0 and free:
            return issue, option
    return None


def _offer(view: PartyView, hand: tuple[Package, ...], package: Package) -> Step | None:
    """Return the step that is due of a first offer, or of one with the easy question in it."""
    last, easy = view.state.last_packages[view.party], easy_option(view)
    is_new = easy is not None and all(each[easy[0]] == OPEN for each in last)
    if easy is not None and is_new and package[easy[0]] == OPEN:
        return Step(StepKind.EASY, *easy)
    if last and not is_new:
        return None
    able = refusal(view.scenario, view.state, view.party, Propose(hand)) is None
    if not last and (len(list(decided(package))) < 2 or not able):
        return Step(StepKind.FILL)
    return Step(StepKind.TABLE) if able else None


def _question(view: PartyView) -> Step | None:
    """Return the advice to sound them out, once: where nothing is known and the sides are apart."""
    if view.state.known[view.party] or view.state.acted or not view.state.last_packages[view.party]:
        return None
    apart = [(issue, steps) for issue in talked_issues(view) if (steps := distance(view, issue))]
    for action in own_actions(view):
        if view.scenario.actions[action].kind is ActionKind.SOUND_OUT and apart:
            issue = max(apart, key=lambda one: (one[1], -one[0]))[0]
            if closed_because(view, action) is None:
                return Step(StepKind.ASK, issue, action=action)
    return None
