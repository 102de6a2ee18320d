"""The planning card of a delegation as it was locked, as it is kept, and beside what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.analysis.space import bargained_issues
from game.rules.package import OPEN
from game.rules.scenario import Place, Scenario
from game.rules.state import Outcome
from game.text.wording import Wording, capital

PREDICTIONS = (90, 70, 50, 30, 10)
"""The answers of the planning card, in percent that it will be so."""

FAILING = ("hold_out", "go_lower", "leave", "ask_home")
"""What one may plan to do if it fails; the sentences stand in the catalogue."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The planning card as it was locked; what was not answered is None or ""."""

    most: int | None = None  # an issue
    failing: str = ""  # one of FAILING
    prediction: int | None = None  # percent
    locked: bool = False
    first: int | None = None  # what to ask for first on what matters most: an option
    give: int | None = None  # what to give for it: another issue

    @property
    def is_begun(self) -> bool:
        """Whether anything was answered; what is asked for and given belongs to what matters most."""
        return self.most is not None or bool(self.failing) or self.prediction is not None

    @property
    def is_made(self) -> bool:
        """Whether anything was planned."""
        return self.locked and self.is_begun


def plan_kept(scenario: Scenario, told: Mapping[str, object]) -> Plan:
    """Return the plan that was kept beside a save; what makes no sense is left out."""
    ids = [issue.id for issue in scenario.issues]
    failing, prediction = told.get("failing"), told.get("prediction")
    most, give = (ids.index(each) if each in ids else None for each in (told.get("most"), told.get("give")))
    options = [] if most is None else [option.id for option in scenario.issues[most].options]
    first = told.get("first")
    return Plan(
        most=most,
        first=options.index(first) if first in options else None,
        give=give if most is not None else None,
        failing=failing if failing in FAILING else "",
        prediction=prediction if prediction in PREDICTIONS else None,
        locked=told.get("locked") is True,
    )


def predicted(scenario: Scenario) -> int:
    """Return the issue whose outcome is predicted: the first that may or may not get into the text."""
    bargained = bargained_issues(scenario) or tuple(range(len(scenario.issues)))
    for issue in bargained:
        places = {option.place for option in scenario.issues[issue].options}
        if Place.TEXT in places and Place.NOWHERE in places:
            return issue
    return bargained[0]


def came_true(scenario: Scenario, outcome: Outcome) -> bool:
    """Say whether the issue that was predicted has words in the text that was signed."""
    issue = predicted(scenario)
    option = outcome.package[issue]
    return outcome.signed and option != OPEN and scenario.issues[issue].options[option].place is Place.TEXT


def prediction_score(percent: int, came: bool) -> int:
    """Return how well a prediction did, 0 to 100: 100 for a sure one that came true, 75 for an even one.

    Source: Brier (1950), the squared difference of probability and event, taken from 1.

    >>> prediction_score(70, came=True), prediction_score(70, came=False), prediction_score(50, came=True)
    (91, 51, 75)
    """
    missed = 100 - percent if came else percent
    return 100 - round(missed * missed / 100)


def plan_told(wording: Wording, plan: Plan, outcome: Outcome) -> tuple[tuple[str, str], ...]:
    """Return the plan beside what came of it, a question and its answer each; nothing without a plan."""
    say, scenario = wording.say, wording.scenario
    if not plan.is_made:
        return ()
    told = []
    if plan.most is not None:
        option = outcome.package[plan.most]
        came = say("ui.plan.came", option=wording.option(plan.most, option))
        if not outcome.signed:
            came = say("ui.plan.nothing_came")
        told.append((say("ui.plan.most"), f"{capital(wording.issue(plan.most))}. {came}"))
        if plan.first is not None:
            asked = say("ui.plan.first", issue=wording.issue(plan.most))
            told.append((asked, f"{capital(wording.option(plan.most, plan.first))}."))
        if plan.give is not None:
            asked = say("ui.plan.give", issue=wording.issue(plan.most))
            given = say("ui.plan.came", option=wording.option(plan.give, outcome.package[plan.give]))
            given = given if outcome.signed else say("ui.plan.nothing_came")
            told.append((asked, f"{capital(wording.issue(plan.give))}. {given}"))
    if plan.failing:
        told.append((say("ui.plan.failing"), say(f"ui.plan.if.{plan.failing}")))
    if plan.prediction is not None:
        truth = say("ui.plan.true" if came_true(scenario, outcome) else "ui.plan.false")
        told.append(
            (
                say("ui.plan.predict", issue=wording.issue(predicted(scenario))),
                f"{say(f'ui.plan.sure.p{plan.prediction}')}. {truth}",
            )
        )
    return tuple(told)
