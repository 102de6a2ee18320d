"""What came of a game for one side: what can be counted, the plan and its score, points, process."""

from collections.abc import Sequence

from game.analysis.findings import Findings, findings, moment_of_truth
from game.analysis.notebook import BANDS, marked
from game.analysis.process import MOST
from game.desk.concordance import finding, head
from game.desk.notebook import belief_line, belief_reasons, counted, question, score_reasons
from game.desk.plan_card import came_true, plan_told, prediction_score
from game.desk.results import mark_line, point_result
from game.rules.reasons import Reasoned, stated
from game.rules.scenario import Scenario
from game.rules.state import Outcome
from game.rules.transcript import Replay
from game.text.catalogue import Catalogue
from game.text.explain import point_lines, reservation_lines
from game.text.wording import Wording
from game.ui.screens.chart_presenter import points_chart
from game.ui.screens.debrief_model import Believed, Figure, MarkLine, Parts, StepKind
from game.ui.screens.parts import Control
from game.ui.screens.result_reasons import (
    articles_reasoned,
    belief_reasoned,
    counts_reasoned,
    notebook_reasoned,
    prediction_reasoned,
    process_reasoned,
    result_reasoned,
)
from game.ui.seat import Seat
from game.ui.wishes import AskWhy


def found_of(scenario: Scenario, course: Replay, seat: Seat) -> Findings:
    return findings(scenario, course, seat.party)


def prompts(say: Catalogue, kind: StepKind, count: int) -> tuple[str, ...]:
    return tuple(say(f"ui.debrief.prompt.{kind.value}_{n}") for n in range(count))


def figures(say: Catalogue, scenario: Scenario, course: Replay, seat: Seat) -> tuple[Figure, ...]:
    """Return what can be counted of a game: moves, offers of either side, meetings."""
    counts = counts_reasoned(scenario, course, seat.party)
    wording = Wording(say, scenario, seat.party)
    return tuple(
        _figure(
            name,
            str(each.value),
            say(f"ui.debrief.figure.{name}", n=each.value),
            _moves_told(wording, course, tuple(term.at[0] for term in each.terms)),
            (each,),
        )
        for name, each in counts.items()
    )


def _figure(id: str, number: str, text: str, because: Sequence[str], reasons: tuple[Reasoned, ...]) -> Figure:
    return Figure(number, text, _asked(f"figure:{id}", f"{number} {text}", because or (text,), reasons))


def plan_part(wording: Wording, course: Replay, seat: Seat, outcome: Outcome) -> Parts:
    """Return the plan beside what came of it, prediction and notebook scored, and questions about them."""
    say, plan = wording.say, seat.plan
    told = plan_told(wording, plan, outcome)
    figures: tuple[Figure, ...] = ()
    if plan.is_made and plan.prediction is not None:
        score = prediction_score(plan.prediction, came_true(wording.scenario, outcome))
        came = came_true(wording.scenario, outcome)
        text = say("ui.debrief.prediction", n=score)
        because = (say(f"ui.plan.sure.p{plan.prediction}"), say("ui.plan.true" if came else "ui.plan.false"))
        reasons = (prediction_reasoned(plan.prediction, came, score),)
        figures = (_figure("prediction", str(score), text, because, reasons),)
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
                belief_reasoned(wording.scenario, each),
            ),
            BANDS - 1 - each.miss,
        )
        for each in found.beliefs
    )
    score = None
    if found.score is not None:
        score = _asked(
            "result:notebook", str(found.score), score_reasons(wording, found), notebook_reasoned(found)
        )
    return Believed(
        heading=say("ui.debrief.believed"),
        counted=counted(wording, found),
        score=score,
        score_told=say("ui.debrief.believed_score"),
        marks=marks,
        question=question(wording, found),
    )


def points_part(wording: Wording, course: Replay, seat: Seat, outcome: Outcome) -> Parts:
    say, scenario = wording.say, wording.scenario
    found = found_of(scenario, course, seat).points
    first, *rest = point_result(wording, found)
    then = moment_of_truth(course)
    if outcome.ratified:
        because = point_lines(wording, then, seat.party, outcome.package)
    else:
        because = reservation_lines(wording, then, seat.party)
    if outcome.signed and not outcome.ratified:
        because = (*because, say("why.refused", n=-scenario.homes[seat.party].refused_cost))
    return Parts(
        (*rest, say("ending.scale")),
        asks=(_asked("result:points", first, because, result_reasoned(scenario, course, seat.party, found)),),
        chart=points_chart(wording, scenario, course, seat.party),
    )


def process_part(wording: Wording, course: Replay, seat: Seat, outcome: Outcome) -> Parts:
    """Return the three results side by side, never added up, and the rubric of the third."""
    say = wording.say
    scenario = wording.scenario
    found = found_of(scenario, course, seat)
    total, most = sum(mark.score for mark in found.process), MOST * len(found.process)
    figures = (
        _figure(
            "text",
            f"{found.text.same}/{found.text.articles}",
            say("ui.debrief.result.text"),
            tuple(
                f"{head(wording, scenario, each)}: {finding(wording, each)}" for each in found.text.verdicts
            ),
            articles_reasoned(found.text.verdicts, found.text.articles),
        ),
        _figure(
            "points",
            str(found.points.points),
            say("ui.debrief.result.points", n=found.points.reservation),
            point_result(wording, found.points),
            result_reasoned(scenario, course, seat.party, found.points),
        ),
        _figure(
            "process",
            f"{total}/{most}",
            say("ui.debrief.result.process"),
            tuple(mark_line(wording, mark) for mark in found.process),
            process_reasoned(found.process),
        ),
    )
    marks = tuple(
        MarkLine(
            _asked(
                f"mark:{mark.line.value}",
                mark_line(wording, mark),
                (say("ui.debrief.mark"), *_moves_told(wording, course, mark.steps)),
                (stated("mark", mark.score, words=say(f"rubric.{mark.line.value}")),),
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


def _asked(id: str, label: str, because: Sequence[str], reasons: tuple[Reasoned, ...]) -> Control:
    """Return a result that can be pressed to see what it rests on."""
    return Control(id, label, AskWhy(id), note="\n".join(because), reasons=reasons)
