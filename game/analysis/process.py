"""How well a party negotiated, whatever came of it: eight lines of 0 to 2, computed from the record.

Each line says on which moves it rests, so that the debrief can show them. Luck has no part in it.

Source of the lines: mechanics of the model, section 8; what they ask of a negotiator follows Raiffa
(1982), The Art and Science of Negotiation, on preparing, trading across issues and the other's home,
and for the mandate Putnam (1988), Diplomacy and Domestic Politics.
"""

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from game.analysis.course import OfferMade, offers, told
from game.analysis.space import bargained_issues
from game.rules.happenings import (
    ActionTaken,
    Concluded,
    Disowned,
    DocumentCited,
    HomeAnswered,
    HomeAsked,
    IssueClosed,
    OrderChanged,
    Voted,
)
from game.rules.package import OPEN, Package
from game.rules.scenario import ActionKind, Level, Scenario
from game.rules.state import State
from game.rules.transcript import Replay
from game.rules.utility import points, reservation


class Line(Enum):
    """The eight lines."""

    ALTERNATIVE = "alternative"  # offered and signed nothing worth less than having no agreement
    ASKED_WHY = "asked_why"  # asked for the interest behind a demand
    TRADED = "traded"  # gave on one issue and took on another in the same offer
    MANDATE = "mandate"  # kept its orders, or widened them so that home stood by it
    THEIR_HOME = "their_home"  # sounded out what the other side can carry, best before offering
    DOCUMENTS = "documents"  # used a document, and answered one
    TIME = "time"  # closed the last question with a meeting to spare
    WORDING = "wording"  # every question that was settled had been weighed first


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the rubric."""

    line: Line
    score: int  # 0 to 2
    steps: tuple[int, ...]  # numbers of the moves it rests on, from 1; where points are lost, the faults


MOST = 2
"""The best score of a line."""


def process(scenario: Scenario, replay: Replay, party: int) -> tuple[Mark, ...]:
    """Return the eight marks of `party`, in the order of `Line`."""
    made = offers(scenario, replay, party)
    signed = _signed(replay)
    return (
        _alternative(scenario, replay, party, made, signed),
        _asked_why(scenario, replay, party),
        _traded(scenario, party, made, signed),
        _mandate(scenario, replay, party),
        _their_home(scenario, replay, party, made),
        _documents(replay, party),
        _time(scenario, replay),
        _wording(scenario, replay, party, made, signed),
    )


def signing_step(replay: Replay) -> int | None:
    """Return the number of the move with which both had signed, None where they never did."""
    return next((step for step, _, told_ in told(replay) if isinstance(told_, Concluded)), None)


def _signed(replay: Replay) -> Package | None:
    return next((h.package for _, _, h in told(replay) if isinstance(h, Concluded)), None)


def _alternative(
    scenario: Scenario, replay: Replay, party: int, made: tuple[OfferMade, ...], signed: Package | None
) -> Mark:
    """Judge whole packages only: one with open issues is worth less just for being unfinished."""

    def is_below(package: Package, state: State) -> bool:
        return points(scenario, party, package) < reservation(scenario, state, party)

    below = tuple(
        offer.step
        for offer in made
        if any(OPEN not in p and is_below(p, replay.states[max(0, offer.step - 1)]) for p in offer.packages)
    )
    step = signing_step(replay)
    if signed is not None and step is not None and is_below(signed, replay.states[step - 1]):
        return Mark(Line.ALTERNATIVE, 0, (*below, step))
    if below:
        return Mark(Line.ALTERNATIVE, 1, below)
    if not made and signed is None:
        return Mark(Line.ALTERNATIVE, 0, ())
    return Mark(Line.ALTERNATIVE, MOST, tuple(offer.step for offer in made))


def _acts(scenario: Scenario, replay: Replay, party: int, kind: ActionKind) -> tuple[tuple[int, int], ...]:
    """Return (step, issue) of the actions of a kind that `party` took."""
    return tuple(
        (step, -1 if happening.issue is None else happening.issue)
        for step, _, happening in told(replay)
        if isinstance(happening, ActionTaken)
        and happening.party == party
        and scenario.actions[happening.action].kind is kind
    )


def _asked_why(scenario: Scenario, replay: Replay, party: int) -> Mark:
    first: dict[int, int] = {}
    for step, issue in _acts(scenario, replay, party, ActionKind.ASK_WHY):
        first.setdefault(issue, step)
    return Mark(Line.ASKED_WHY, min(MOST, len(first)), tuple(first.values()))


def _traded(scenario: Scenario, party: int, made: tuple[OfferMade, ...], signed: Package | None) -> Mark:
    """Give 1 for an offer that trades, 2 where both halves of one are in what was signed."""
    table = scenario.points[party]
    steps: list[int] = []
    kept: list[int] = []
    for before, after in pairwise(made):
        for new in after.packages:
            for old in before.packages:
                both = [i for i, option in enumerate(new) if OPEN not in (option, old[i])]
                gave = [i for i in both if table[i][new[i]] < table[i][old[i]]]
                took = [i for i in both if table[i][new[i]] > table[i][old[i]]]
                if not (gave and took):
                    continue
                steps.append(after.step)
                if signed is not None and all(
                    any(signed[i] == new[i] for i in half) for half in (gave, took)
                ):
                    kept.append(after.step)
    if kept:
        return Mark(Line.TRADED, MOST, tuple(dict.fromkeys(kept)))
    return Mark(Line.TRADED, 1 if steps else 0, tuple(dict.fromkeys(steps)))


def _mandate(scenario: Scenario, replay: Replay, party: int) -> Mark:
    """Full marks for orders kept or widened openly: the rules refuse anything else. Points are lost
    where home disowned what was agreed, or was overruled after a no (1), or refused the signature (0)."""
    widened: list[int] = []
    faults: list[int] = []
    said_no = False
    for step, _, happening in told(replay):
        match happening:
            case HomeAsked(question) if question.party == party:
                widened.append(step)
            case HomeAnswered(question, yes) if question.party == party:
                said_no = said_no or not yes
            case OrderChanged(order, Level.FREE, cause) if scenario.orders[order].party == party:
                alone = cause == "alone" or cause.startswith("decision:")
                if alone or cause == "home":
                    widened.append(step)
                if alone and said_no:
                    faults.append(step)
            case Disowned(who) if who == party:
                faults.append(step)
            case Voted(tally) if tally.party == party and not tally.carried:
                return Mark(Line.MANDATE, 0, (*faults, step))
            case _:
                pass
    if faults:
        return Mark(Line.MANDATE, 1, tuple(dict.fromkeys(faults)))
    return Mark(Line.MANDATE, MOST, tuple(dict.fromkeys(widened)))


def _their_home(scenario: Scenario, replay: Replay, party: int, made: tuple[OfferMade, ...]) -> Mark:
    steps = tuple(step for step, _ in _acts(scenario, replay, party, ActionKind.SOUND_OUT))
    if not steps:
        return Mark(Line.THEIR_HOME, 0, ())
    in_time = not made or steps[0] < made[0].step
    return Mark(Line.THEIR_HOME, MOST if in_time else 1, steps)


def _documents(replay: Replay, party: int) -> Mark:
    used: dict[bool, int] = {}
    for step, _, happening in told(replay):
        if isinstance(happening, DocumentCited) and happening.party == party:
            used.setdefault(happening.counter, step)
    return Mark(Line.DOCUMENTS, len(used), tuple(used.values()))


def _time(scenario: Scenario, replay: Replay) -> Mark:
    """Judge by the move that closed the last question, not by the ceremony of signing."""
    end = signing_step(replay)
    if end is None:
        return Mark(Line.TIME, 0, ())
    closings = [step for step, _, h in told(replay) if isinstance(h, IssueClosed) and step <= end]
    step = max(closings, default=end)
    before = replay.states[max(0, step - 1)]
    spare = before.slot + 1 < len(scenario.rounds[before.round].slots)
    return Mark(Line.TIME, MOST if spare else 1, (step,))


def _wording(
    scenario: Scenario, replay: Replay, party: int, made: tuple[OfferMade, ...], signed: Package | None
) -> Mark:
    """Count the questions that were settled unseen: an option never tabled by the party itself, on an
    issue it neither asked about nor sounded out, or a question that the instrument leaves out. One
    point is left where they are no more than half."""
    if signed is None:
        return Mark(Line.WORDING, 0, ())
    asked = {
        issue
        for kind in (ActionKind.ASK_WHY, ActionKind.SOUND_OUT)
        for _, issue in _acts(scenario, replay, party, kind)
    }
    tabled: dict[tuple[int, int], int] = {}
    for offer in made:
        for package in offer.packages:
            for issue, option in enumerate(package):
                tabled.setdefault((issue, option), offer.step)
    bargained = bargained_issues(scenario)
    unseen = [
        issue
        for issue in bargained
        if signed[issue] == OPEN or (issue not in asked and (issue, signed[issue]) not in tabled)
    ]
    if not unseen:
        weighed = {tabled[issue, signed[issue]] for issue in bargained if (issue, signed[issue]) in tabled}
        return Mark(Line.WORDING, MOST, tuple(sorted(weighed)))
    closed = {h.issue: step for step, _, h in told(replay) if isinstance(h, IssueClosed)}
    faults = tuple(sorted({closed[issue] for issue in unseen if issue in closed}))
    return Mark(Line.WORDING, 1 if 2 * len(unseen) <= len(bargained) else 0, faults)
