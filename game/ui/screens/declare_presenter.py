"""The declare screen: what a table agreed on paper, ticked, beside the real text."""

from dataclasses import dataclass

from game.rules.apply import open_negotiation
from game.rules.concordance import Subject, same_articles, verdicts
from game.rules.mandate import needs_failed
from game.rules.package import OPEN, Package
from game.rules.scenario import Scenario
from game.text.catalogue import Catalogue
from game.text.wording import Wording, capital
from game.ui.screens.new_game_presenter import Offered
from game.ui.screens.parts import Control
from game.ui.screens.verdict_presenter import ArticleVerdict, article_verdicts
from game.ui.wishes import Back, ChooseScenario, Tick


@dataclass(frozen=True, slots=True)
class DeclareRow:
    """A question with its options to tick."""

    label: str
    question: str
    options: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class DeclareModel:
    """Options ticked and the concordance that follows."""

    title: str
    intro: str
    scenarios: tuple[Control, ...]
    rows: tuple[DeclareRow, ...]
    problem: str  # why the options do not hold together, "" where they do
    same: str  # how many articles are the same
    verdicts: tuple[ArticleVerdict, ...]
    back: Control


def declare_model(
    say: Catalogue, offered: tuple[Offered, ...], scenario: Scenario, package: Package
) -> DeclareModel:
    """Return the concordance of the options that are ticked; what is not ticked is left open."""
    wording = Wording(say, scenario, None)
    problem = ""
    for issue, option, need in needs_failed(scenario, open_negotiation(scenario).state, package, final=True):
        because = scenario.issues[issue].options[option].needs[need].sentence.strip()
        problem = say("declare.needs", item=capital(wording.item(issue, option)), because=because)
        break
    judged = verdicts(scenario, package) if scenario.declaration is not None and not problem else ()
    articles = sum(verdict.subject is Subject.ARTICLE for verdict in judged)
    return DeclareModel(
        title=say("ui.title.declare"),
        intro=say("ui.declare.intro"),
        scenarios=tuple(
            Control(
                f"scenario:{each.name}",
                each.scenario.title,
                ChooseScenario(each.name),
                on=each.scenario is scenario,
            )
            for each in offered
            if each.scenario is not None and each.scenario.declaration is not None
        ),
        rows=tuple(
            DeclareRow(
                capital(item.label),
                " ".join(item.question.split()),
                tuple(
                    Control(
                        f"tick:{item.id}:{each.id}",
                        capital(each.label),
                        Tick(issue, OPEN if package[issue] == option else option),
                        on=package[issue] == option,
                    )
                    for option, each in enumerate(item.options)
                ),
            )
            for issue, item in enumerate(scenario.issues)
        ),
        problem=problem,
        same=say("ending.same", n=same_articles(judged), of=articles) if judged else "",
        verdicts=article_verdicts(wording, judged),
        back=Control("back", say("ui.back"), Back()),
    )
