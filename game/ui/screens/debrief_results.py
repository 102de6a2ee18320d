"""What came of a game for one side: what can be counted, the plan and its score, points, process."""

from collections.abc import Sequence

from game.analysis.course import offers
from game.analysis.findings import Findings, findings
from game.analysis.notebook import BANDS, marked
from game.analysis.process import MOST
from game.desk.notebook import belief_line, belief_reasons, counted, question, score_reasons
from game.desk.results import mark_line, point_result
from game.rules.happenings import SlotOpened
from game.rules.scenario import Scenario
from game.rules.state import Outcome
from game.rules.transcript import Replay
from game.text.catalogue import Catalogue
from game.text.explain import point_lines, reservation_lines
from game.text.wording import Wording
from game.ui.screens.chart_presenter import points_chart
from game.ui.screens.debrief_model import Believed, Figure, MarkLine, Parts, StepKind
from game.ui.screens.parts import Control
from game.ui.screens.planning_presenter import came_true, plan_told
from game.ui.seat import Seat
from game.ui.wishes import AskWhy


def found_of(scenario: Scenario, course: Replay, seat: Seat) -> Findings:
    return findings(scenario, course, seat.party)


def prompts(say: Catalogue, kind: StepKind, count: int) -> tuple[str, ...]:
    return tuple(say(f"ui.debrief.prompt.{kind.value}_{n}") for n in range(count))


def figures(say: Catalogue, scenario: Scenario, course: Replay, seat: Seat) -> tuple[Figure, ...]:
    """Return what can be counted of a game: moves, offers of either side, meetings."""
    counts = {
        "moves": sum(made.author == seat.party for made in course.moves),
        "offers": len(offers(scenario, course, seat.party)),
        "theirs": len(offers(scenario, course, 1 - seat.party)),
        "meetings": sum(isinstance(fact, SlotOpened) for each in course.happenings for fact in each),
    }
    return tuple(Figure(str(n), say(f"ui.debrief.figure.{name}", n=n)) for name, n in counts.items())


def plan_part(wording: Wording, course: Replay, seat: Seat, outcome: Outcome) -> Parts:
    """Return the plan beside what came of it, prediction and notebook scored, and questions about them."""
    say, plan = wording.say, seat.plan
    told = plan_told(wording, plan, outcome)
    figures: tuple[Figure, ...] = ()
    if plan.is_made and plan.prediction is not None:
        score = prediction_score(plan.prediction, came_true(wording.scenario, outcome))
        figures = (Figure(str(score), say("ui.debrief.prediction", n=score)),)
    lines = () if told else (say("ui.debrief.no_plan"),)
    return Parts(
        lines,
        figures=figures,
        prompts=prompts(say, StepKind.PLAN, 3),
        plan=told,
        believed=believed(wording, course, seat),
    )


def believed(wording: Wording, course: Replay, seat: Seat) -> Believed:
    """Return the notebook of a seat beside the truth, each number with what it rests on."""
    say, found = wording.say, marked(wording.scenario, course, seat.party, seat.guesses)
    marks = tuple(
        MarkLine(
            _asked(
                f"belief:{wording.scenario.issues[each.issue].id}",
                belief_line(wording, each),
                belief_reasons(wording, each),
            ),
            BANDS - 1 - each.miss,
        )
        for each in found.beliefs
    )
    score = None
    if found.score is not None:
        score = _asked("result:notebook", str(found.score), score_reasons(wording, found))
    return Believed(
        heading=say("ui.debrief.believed"),
        counted=counted(wording, found),
        score=score,
        score_told=say("ui.debrief.believed_score"),
        marks=marks,
        question=question(wording, found),
    )


def prediction_score(percent: int, came: bool) -> int:
    """Return how well a prediction did, 0 to 100: 100 for a sure one that came true, 75 for an even one.

    Source: Brier (1950), the squared difference of probability and event, taken from 1.

    >>> prediction_score(70, came=True), prediction_score(70, came=False), prediction_score(50, came=True)
    (91, 51, 75)
    """
    missed = 100 - percent if came else percent
    return 100 - round(missed * missed / 100)


def points_part(wording: Wording, course: Replay, seat: Seat, outcome: Outcome) -> Parts:
    say, scenario = wording.say, wording.scenario
    head, *rest = point_result(wording, found_of(scenario, course, seat).points)
    if outcome.signed:
        because = point_lines(wording, course.final, seat.party, outcome.package)
    else:
        because = reservation_lines(wording, course.final, seat.party)
    return Parts(
        (*rest, say("ending.scale")),
        asks=(_asked("result:points", head, because),),
        chart=points_chart(wording, scenario, course, seat.party),
    )


def process_part(wording: Wording, course: Replay, seat: Seat, outcome: Outcome) -> Parts:
    """Return the three results side by side, never added up, and the rubric of the third."""
    say = wording.say
    found = found_of(wording.scenario, course, seat)
    total, most = sum(mark.score for mark in found.process), MOST * len(found.process)
    figures = (
        Figure(f"{found.text.same}/{found.text.articles}", say("ui.debrief.result.text")),
        Figure(str(found.points.points), say("ui.debrief.result.points", n=found.points.reservation)),
        Figure(f"{total}/{most}", say("ui.debrief.result.process")),
    )
    marks = tuple(
        MarkLine(
            _asked(
                f"mark:{mark.line.value}",
                mark_line(wording, mark),
                (say("ui.debrief.mark"), *_moves_told(wording, course, mark.steps)),
            ),
            mark.score,
        )
        for mark in found.process
    )
    return Parts((say("ending.results"),), figures=figures, marks=marks)


def _moves_told(wording: Wording, course: Replay, steps: tuple[int, ...]) -> tuple[str, ...]:
    """Return the moves that a mark rests on, each with its number in the game."""
    told = []
    for step in dict.fromkeys(steps):
        if 0 < step <= len(course.moves):
            made = course.moves[step - 1]
            told.append(
                wording.say("replay.position", number=step, move=wording.move(made.author, made.move))
            )
    return tuple(told)


def _asked(id: str, label: str, because: Sequence[str]) -> Control:
    """Return a result that can be pressed to see what it rests on."""
    return Control(id, label, AskWhy(id), note="\n".join(because))
