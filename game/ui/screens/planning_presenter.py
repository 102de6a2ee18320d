"""The planning card: what matters most, what to do if it fails, a prediction; a first offer and a trade for
who wants to. Shown again at the end."""

from dataclasses import dataclass

from game.analysis.space import bargained_issues
from game.desk.plan_card import FAILING, PREDICTIONS, Plan, predicted
from game.text.wording import Wording, capital
from game.ui.screens.parts import Control
from game.ui.seat import Facts
from game.ui.wishes import LockPlan, PlanFailing, PlanFirst, PlanGive, PlanMost, PlanPrediction, SkipPlan


@dataclass(frozen=True, slots=True)
class PlanningModel:
    """The planning card."""

    title: str
    intro: str
    most_heading: str
    most: tuple[Control, ...]  # the issues open at the start
    failing_heading: str
    failing: tuple[Control, ...]
    prediction_heading: str  # the question that is predicted
    prediction: tuple[Control, ...]  # yes 90 %, yes 70 %, even, no 70 %, no 90 %
    more_heading: str
    more_note: str  # what to answer first, "" where that is done
    first_heading: str
    first: tuple[Control, ...]  # the options of what matters most; none before it is chosen
    give_heading: str
    give: tuple[Control, ...]  # the other issues
    lock: Control
    skip: Control


def planning_model(facts: Facts) -> PlanningModel:
    """Return the planning card as far as it is filled in."""
    wording, say, plan = facts.wording, facts.wording.say, facts.seat.plan
    scenario = facts.view.scenario
    done = plan.is_begun
    bargained = bargained_issues(scenario)
    return PlanningModel(
        title=say("ui.plan.title"),
        intro=say("ui.plan.intro"),
        most_heading=say("ui.plan.most"),
        most=tuple(
            Control(
                f"most:{scenario.issues[issue].id}",
                capital(wording.issue(issue)),
                PlanMost(issue),
                on=plan.most == issue,
                why=f"issue:{scenario.issues[issue].id}",
            )
            for issue in bargained
        ),
        failing_heading=say("ui.plan.failing"),
        failing=tuple(
            Control(
                f"failing:{id}",
                say(f"ui.plan.if.{id}"),
                PlanFailing(id),
                on=plan.failing == id,
                why="reservation",
            )
            for id in FAILING
        ),
        prediction_heading=say("ui.plan.predict", issue=wording.issue(predicted(scenario))),
        prediction=tuple(
            Control(
                f"predict:{percent}",
                say(f"ui.plan.sure.p{percent}"),
                PlanPrediction(percent),
                on=plan.prediction == percent,
                does=say("ui.plan.predict_does"),
            )
            for percent in PREDICTIONS
        ),
        more_heading=say("ui.plan.more"),
        more_note=say("ui.plan.more_note") if plan.most is None else "",
        first_heading=say("ui.plan.first", issue=wording.issue(plan.most)) if plan.most is not None else "",
        first=_first(wording, plan),
        give_heading=say("ui.plan.give", issue=wording.issue(plan.most)) if plan.most is not None else "",
        give=tuple(
            Control(
                f"give:{scenario.issues[issue].id}",
                capital(wording.issue(issue)),
                PlanGive(issue),
                on=plan.give == issue,
                why=f"issue:{scenario.issues[issue].id}",
            )
            for issue in bargained
            if plan.most is not None and issue != plan.most
        ),
        lock=Control(
            "lock",
            say("ui.plan.lock"),
            LockPlan(),
            does=say("ui.plan.lock_does"),
            enabled=done,
            reason="" if done else say("ui.plan.empty"),
        ),
        skip=Control("skip", say("ui.plan.skip"), SkipPlan(), does=say("ui.plan.skip_does")),
    )


def _first(wording: Wording, plan: Plan) -> tuple[Control, ...]:
    """Return what may be asked for first on the question that matters most."""
    if plan.most is None:
        return ()
    issue = wording.scenario.issues[plan.most]
    return tuple(
        Control(
            f"first:{each.id}",
            capital(wording.option(plan.most, n)),
            PlanFirst(n),
            on=plan.first == n,
            why=f"option:{issue.id}:{each.id}",
        )
        for n, each in enumerate(issue.options)
    )
