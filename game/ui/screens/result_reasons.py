"""What the results of a game are made of, as data: counts, the prediction, points, the text, the process."""

from collections.abc import Iterable, Sequence

from game.analysis.course import offers
from game.analysis.findings import PointsFinding, moment_of_truth
from game.analysis.notebook import BANDS, Belief, Marked, Nearness
from game.analysis.process import MOST, Mark
from game.rules.concordance import Finding, Subject, Verdict
from game.rules.happenings import SlotOpened
from game.rules.reasoned import points_reasoned, reservation_reasoned
from game.rules.reasons import Because, How, Reasoned, counted, stated
from game.rules.scenario import Scenario
from game.rules.state import Outcome
from game.rules.transcript import Replay

Found = tuple[Reasoned, ...]


def counts_reasoned(scenario: Scenario, course: Replay, party: int) -> dict[str, Reasoned]:
    """Return what can be counted of a game, by name: the numbers of the moves that count."""
    opened = (
        step for step, each in enumerate(course.happenings) for fact in each if isinstance(fact, SlotOpened)
    )
    steps: dict[str, Iterable[int]] = {
        "moves": (step for step, made in enumerate(course.moves, start=1) if made.author == party),
        "offers": (offer.step for offer in offers(scenario, course, party)),
        "theirs": (offer.step for offer in offers(scenario, course, 1 - party)),
        "meetings": opened,
    }
    return {name: counted(name, "move", tuple(each)) for name, each in steps.items()}


def prediction_reasoned(percent: int, came: bool, score: int) -> Reasoned:
    """Return the score of a prediction, 0 to 100."""
    made = (Because("prediction", (), percent), Because("came", (), int(came)))
    return Reasoned("prediction", score, How.BRIER, made)


def result_reasoned(scenario: Scenario, course: Replay, party: int, found: PointsFinding) -> Found:
    """Return the points of the outcome, what no agreement was worth to either side, the surplus, its share
    of the best that could be had, and what was left."""
    outcome, then = course.final.outcome, moment_of_truth(course)
    assert outcome is not None, "results are of a game that is over"
    without = reservation_reasoned(scenario, then, party)
    worth = outcome_reasoned(scenario, outcome, party)
    surplus = Reasoned("surplus", found.surplus, How.SUM, _less(found.points, found.reservation))
    results = [
        worth,
        _is(without, found.reservation),
        _is(reservation_reasoned(scenario, then, 1 - party), outcome.reservation[1 - party]),
        surplus,
        stated("left", found.left),
    ]
    if found.best is not None and found.share_percent is not None:
        room = Reasoned("room", found.best - found.reservation, How.SUM, _less(found.best, found.reservation))
        made = (Because("surplus", (), surplus.value), Because("room", (), room.value))
        results += [room, Reasoned("share", found.share_percent, How.SHARE, made)]
    return tuple(results)


def outcome_reasoned(scenario: Scenario, outcome: Outcome, party: int) -> Reasoned:
    """Return the points of what was signed and carried; else of no agreement, less what a refusal cost."""
    if outcome.ratified:
        return _is(points_reasoned(scenario, party, outcome.package), outcome.points[party])
    cost = scenario.homes[party].refused_cost if outcome.signed else 0
    without = Because("reservation", (party,), outcome.reservation[party])
    made = (without, Because("refused", (party,), -cost))
    return Reasoned("points", outcome.points[party], How.SUM, made)


def _is(reasoned: Reasoned, value: int) -> Reasoned:
    """Return the terms for the value that is shown."""
    return Reasoned(reasoned.of, value, reasoned.how, reasoned.terms)


def _less(one: int, other: int) -> tuple[Because, ...]:
    return Because("points", (), one), Because("reservation", (), -other)


def articles_reasoned(judged: Sequence[Verdict], articles: int) -> Found:
    """Return how many articles of a text are the same as in history, and how many there are."""
    same = tuple(
        at
        for at, each in enumerate(judged)
        if each.subject is Subject.ARTICLE and each.finding is Finding.SAME
    )
    return (counted("same", "article", same), counted("articles", "article", range(articles)))


def process_reasoned(marks: Sequence[Mark]) -> Found:
    """Return the sum of the marks and the most it could be."""
    made = tuple(Because("mark", (at,), mark.score) for at, mark in enumerate(marks))
    most = (Because("lines", (), len(marks)), Because("most", (), MOST))
    return (
        Reasoned("process", sum(mark.score for mark in marks), How.SUM, made),
        Reasoned("process_most", MOST * len(marks), How.PRODUCT, most),
    )


def belief_reasoned(scenario: Scenario, belief: Belief) -> Found:
    """Return what a guess of the other side earns, and the numbers that the truth of it rests on."""
    made = (Because("most", (), BANDS - 1), Because("miss", (belief.issue,), -belief.miss))
    steps = (*(each.step for each in belief.course), *(each.step for each in belief.soundings), *belief.asked)
    return (
        Reasoned("belief", BANDS - 1 - belief.miss, How.SUM, made),
        stated("spread", belief.spread),
        *(stated("band", least, basis=scenario.conduct.basis) for least in scenario.conduct.bands),
        *(stated("move", step) for step in dict.fromkeys(steps)),
    )


def notebook_reasoned(found: Marked) -> Found:
    """Return the score of a notebook, what was earned of what, and how many guesses were how near."""
    each = tuple(Because("belief", (one.issue,), BANDS - 1 - one.miss) for one in found.beliefs)
    earned = Reasoned("earned", sum(term.amount for term in each), How.SUM, each)
    most = (Because("beliefs", (), len(each)), Because("most", (), BANDS - 1))
    whole = Reasoned("earned_most", len(each) * (BANDS - 1), How.PRODUCT, most)
    share = (Because("earned", (), earned.value), Because("earned_most", (), whole.value))
    near = (
        counted(
            nearness.value, "belief", tuple(one.issue for one in found.beliefs if one.nearness is nearness)
        )
        for nearness in Nearness
    )
    offered = found.widest.offered[-1:] if found.widest is not None else ()
    score = Reasoned("notebook", found.score or 0, How.PERCENT, share)
    return score, earned, whole, *near, *(stated("move", step) for step in offered)
