"""The three results of a game, never added up to one number: the text, the points, the process."""

from dataclasses import dataclass

from game.analysis.frontier import Homes, Point, frontier, left_on_the_table, valued
from game.analysis.process import Mark, process, signing_step
from game.analysis.space import packages, within_reach
from game.rules.concordance import Verdict, is_history, same_articles, verdicts
from game.rules.scenario import Scenario
from game.rules.state import State
from game.rules.transcript import Replay


@dataclass(frozen=True, slots=True)
class TextFinding:
    """The text beside the real declaration."""

    same: int  # articles that are the same
    articles: int  # articles of the declaration
    is_history: bool
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class PointsFinding:
    """What a party got for itself, on its own scale; never to be set beside the other's."""

    points: int  # of the outcome; the reservation value, less the cost of a refusal, where nothing came of it
    reservation: int  # at the signing, else at the end
    best: int | None  # of all packages that both homes and the other's reservation value admit
    left: int  # the largest gain that would have cost the other nothing
    efficient: bool  # on the frontier of what both homes would carry

    @property
    def surplus(self) -> int:
        """Points above having no agreement; negative where the signature was refused at home."""
        return self.points - self.reservation

    @property
    def share_percent(self) -> int | None:
        """Surplus as a share of the best that could be had, in whole percent; None where nothing could."""
        if self.best is None or self.best <= self.reservation:
            return None
        room = self.best - self.reservation
        return (200 * self.surplus + room) // (2 * room)


@dataclass(frozen=True, slots=True)
class Findings:
    """The results of one party."""

    party: int
    text: TextFinding
    points: PointsFinding
    process: tuple[Mark, ...]


def findings(scenario: Scenario, replay: Replay, party: int) -> Findings:
    """Return the three results of `party`.

    Raises:
        ValueError: the game is not over.
    """
    return Findings(
        party,
        text_finding(scenario, replay),
        points_finding(scenario, replay, party),
        process(scenario, replay, party),
    )


def text_finding(scenario: Scenario, replay: Replay) -> TextFinding:
    """Return the concordance of what was signed, or, where nothing was, of nothing.

    Raises:
        ValueError: the game is not over.
    """
    outcome = replay.final.outcome
    if outcome is None:
        raise ValueError("results are of a game that is over; this one goes on")
    lines = verdicts(scenario, outcome.package)
    articles = 0 if scenario.declaration is None else len(scenario.declaration.articles)
    return TextFinding(same_articles(lines), articles, is_history(lines), lines)


def points_finding(scenario: Scenario, replay: Replay, party: int) -> PointsFinding:
    """Return the points of `party` beside what could have been had.

    The packages that could have been had are those within reach that both homes would have carried at the
    signing, or, where nobody signed, at the end.

    Raises:
        ValueError: the game is not over.
    """
    outcome = replay.final.outcome
    if outcome is None:
        raise ValueError("results are of a game that is over; this one goes on")
    candidates = possible(scenario, moment_of_truth(replay))
    other = 1 - party
    admitted = [
        point.values[party] for point in candidates if point.values[other] >= outcome.reservation[other]
    ]
    reached = outcome.points
    return PointsFinding(
        points=reached[party],
        reservation=outcome.reservation[party],
        best=max(admitted, default=None),
        left=left_on_the_table(candidates, reached, party),
        efficient=outcome.ratified and reached in {point.values for point in frontier(candidates)},
    )


def moment_of_truth(replay: Replay) -> State:
    """Return the state in which the last signature was given, or the last state where none was."""
    step = signing_step(replay)
    return replay.final if step is None else replay.states[step - 1]


def possible(scenario: Scenario, state: State) -> tuple[Point, ...]:
    """Return every package within reach in `state` that both homes would carry then, valued."""
    space = packages(scenario, state, *within_reach(scenario, state))
    return tuple(valued(scenario, state, space, Homes.BOTH_CARRY))
