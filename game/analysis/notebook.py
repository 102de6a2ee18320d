"""What a delegation believed of the other side, move by move, held against the truth when all is over.

The score is ours, an assumption like any mark: a guess counts fully where it names the right band and a third
less for every band that it lies off. It is the plain distance, since bands are in order and no guess says how
sure it is; for a prediction with its chance there is the rule of Brier.
"""

from dataclasses import dataclass
from enum import Enum

from game.analysis.course import offers, told
from game.rules.happenings import ActionTaken, Learnt
from game.rules.package import OPEN
from game.rules.scenario import ActionKind, Scenario
from game.rules.state import KnownKind
from game.rules.transcript import Replay
from game.rules.utility import weight_band

BANDS = 4
"""Little, some, much, the most."""

SIGNS = 200
"""Signs of the line on one question."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What is believed of one question from a move on."""

    step: int  # how many moves the game had when it was written
    issue: int
    band: int | None = None  # 0 little to 3 the most, as `weight_band`; None: not said
    words: str = ""  # what they want, we think


class Nearness(Enum):
    """How far a guess lies from the truth."""

    RIGHT = "right"
    NEAR = "near"  # one band off
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Sounding:
    """What was learnt of the weight of a question: the bands `low` to `high`, with a move."""

    step: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Belief:
    """The last guess on a question, beside the truth."""

    issue: int
    course: tuple[Guess, ...]  # all that was written on it, in its order
    band: int
    since: int  # how many moves the game had when the band became what it is
    truth: int
    spread: int  # points between their best and their worst answer, on which the truth rests
    soundings: tuple[Sounding, ...]
    asked: tuple[int, ...]  # moves with which it was asked why they want it
    offered: tuple[int, ...]  # moves with which they offered an answer to it before the guess was made

    @property
    def miss(self) -> int:
        """How many bands it lies off, 0 to 3."""
        return abs(self.band - self.truth)

    @property
    def nearness(self) -> Nearness:
        """How far it lies off."""
        return (Nearness.RIGHT, Nearness.NEAR)[self.miss] if self.miss < 2 else Nearness.FAR

    @property
    def told(self) -> Sounding | None:
        """The narrowest sounding before it that had said so: the band itself or the half it lies in."""
        before = (each for each in self.soundings if each.step <= self.since)
        fits = (each for each in before if each.low <= self.band <= each.high)
        return min(fits, key=lambda each: each.high - each.low, default=None)


@dataclass(frozen=True, slots=True)
class Marked:
    """A notebook, marked."""

    beliefs: tuple[Belief, ...]  # in the order of the questions

    @property
    def score(self) -> int | None:
        """The mean of 1 - miss / 3 over the questions that were guessed, in percent; None for no guess."""
        if not self.beliefs:
            return None
        most = (BANDS - 1) * len(self.beliefs)
        return round(100 * (most - sum(each.miss for each in self.beliefs)) / most)

    def count(self, nearness: Nearness) -> int:
        """Return how many guesses lie so far off."""
        return sum(each.nearness is nearness for each in self.beliefs)

    @property
    def widest(self) -> Belief | None:
        """The first of the guesses that miss most, None where none misses."""
        return max((each for each in self.beliefs if each.miss), key=lambda each: each.miss, default=None)


def written(guesses: tuple[Guess, ...], new: Guess) -> tuple[Guess, ...]:
    """Return a notebook with `new` in it; what was written on a question at one move is one entry.

    Where that changes nothing of what is believed, the notebook stays as it was.
    """
    rest = tuple(each for each in guesses if (each.step, each.issue) != (new.step, new.issue))
    before = latest(rest, new.issue)
    same = before is not None and (before.band, before.words) == (new.band, new.words)
    empty = before is None and new.band is None and not new.words
    return rest if same or empty else (*rest, new)


def latest(guesses: tuple[Guess, ...], issue: int) -> Guess | None:
    """Return what is believed of a question now, None where nothing was written."""
    return next((each for each in reversed(guesses) if each.issue == issue), None)


def marked(scenario: Scenario, replay: Replay, party: int, guesses: tuple[Guess, ...]) -> Marked:
    """Return the notebook of `party` beside the truth; only a guess that names a band is marked.

    Args:
        scenario: whole, with the points of both sides: call it when the game is over.
    """
    found = []
    for issue in range(len(scenario.issues)):
        course = tuple(each for each in guesses if each.issue == issue)
        if course and course[-1].band is not None:
            found.append(_belief(scenario, replay, party, course, course[-1].band))
    return Marked(tuple(found))


def _belief(scenario: Scenario, replay: Replay, party: int, course: tuple[Guess, ...], band: int) -> Belief:
    issue = course[-1].issue
    since = course[-1].step
    for each in reversed(course):
        if each.band != band:
            break
        since = each.step
    values = scenario.points[1 - party][issue]
    return Belief(
        issue=issue,
        course=course,
        band=band,
        since=since,
        truth=weight_band(scenario, 1 - party, issue),
        spread=max(values) - min(values),
        soundings=tuple(
            Sounding(step, fact.known.low, fact.known.high)
            for step, _, fact in told(replay)
            if isinstance(fact, Learnt)
            and (fact.party, fact.known.kind, fact.known.issue) == (party, KnownKind.BAND, issue)
        ),
        asked=tuple(
            step
            for step, _, fact in told(replay)
            if isinstance(fact, ActionTaken)
            and (fact.party, fact.issue) == (party, issue)
            and scenario.actions[fact.action].kind is ActionKind.ASK_WHY
        ),
        offered=tuple(
            made.step
            for made in offers(scenario, replay, 1 - party)
            if made.step <= since and any(package[issue] != OPEN for package in made.packages)
        ),
    )
