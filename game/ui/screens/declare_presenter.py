"""The declare screen: what a table agreed on paper, ticked, beside the real text."""

from dataclasses import dataclass

from game.desk.concordance import finding, head
from game.desk.declared import NAME
from game.rules.apply import open_negotiation
from game.rules.concordance import Finding, Subject, Verdict, same_articles, verdicts
from game.rules.mandate import needs_failed
from game.rules.package import OPEN, Package, empty
from game.rules.scenario import Place, Scenario
from game.text.catalogue import Catalogue
from game.text.wording import Wording, capital
from game.ui.screens.new_game_presenter import Offered
from game.ui.screens.parts import Control, Field
from game.ui.screens.result_reasons import articles_reasoned
from game.ui.screens.verdict_presenter import ArticleVerdict, article_verdicts
from game.ui.wishes import (
    AskWhy,
    Back,
    ChooseScenario,
    KeepDeclared,
    ShowVerdict,
    Tick,
    TickAll,
    WriteTeam,
)

TITLE, LETTERS, BESIDE = "title", "letters", "beside"
"""Parts of an instrument besides its articles, which are called by their number."""


@dataclass(frozen=True, slots=True)
class DeclareRow:
    """A question with its options to tick."""

    label: str
    question: str
    options: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class DeclareGroup:
    """The questions that settle one article, with the way to its comparison."""

    jump: Control
    finding: str  # of the comparison now, "" for none
    rows: tuple[DeclareRow, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the comparison in short; pressing it shows its texts."""

    control: Control
    finding: str


@dataclass(frozen=True, slots=True)
class DeclareModel:
    """Options ticked and the concordance that follows."""

    title: str
    intro: str
    scenarios: tuple[Control, ...]
    groups_heading: str
    groups: tuple[DeclareGroup, ...]
    problem: str  # why the options do not hold together, "" where they do
    same: Control | None  # how many articles are the same; None where nothing can be compared
    lines: tuple[Line, ...]
    shown: ArticleVerdict | None  # the one whose texts are shown
    team: Field
    keep: Control
    as_history: Control
    clear: Control
    back: Control


def declare_model(
    say: Catalogue,
    offered: tuple[Offered, ...],
    scenario: Scenario,
    package: Package,
    shown: str = "",
    team: str = "",
) -> DeclareModel:
    """Return the concordance of the options that are ticked; what is not ticked is left open.

    Args:
        shown: the part whose texts are shown; "" for the first that is not the same.
        team: its name, as typed so far.
    """
    wording = Wording(say, scenario, None)
    problem = _problem(wording, package)
    judged = verdicts(scenario, package) if scenario.declaration is not None and not problem else ()
    parts = [_part(scenario, verdict) for verdict in judged]
    at = _at(judged, parts, shown)
    findings = dict(zip(parts, (verdict.finding.value for verdict in judged), strict=True))
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
                does=" ".join(each.scenario.summary.split()),
            )
            for each in offered
            if each.scenario is not None and each.scenario.declaration is not None
        ),
        groups_heading=say("ui.concordance.draft"),
        groups=_groups(wording, package, findings),
        problem=problem,
        same=_same(wording, judged, articles) if judged else None,
        lines=tuple(
            Line(
                Control(
                    f"line:{n}:{part}",
                    part if part.isdigit() else _heading(wording, part),
                    ShowVerdict(part),
                    on=n == at,
                    does=say("ui.declare.line_does"),
                ),
                verdict.finding.value,
            )
            for n, (part, verdict) in enumerate(zip(parts, judged, strict=True))
        ),
        shown=None if at is None else article_verdicts(wording, (judged[at],))[0],
        team=Field("team", say("ui.declare.team"), team, WriteTeam, NAME),
        keep=Control(
            "keep",
            say("ui.declare.keep"),
            KeepDeclared(),
            enabled=not problem,
            reason=problem,
            does=say("ui.declare.keep_does"),
        ),
        as_history=Control(
            "as_history",
            say("ui.declare.as_history"),
            TickAll(scenario.historical_package()),
            does=say("ui.declare.as_history_does"),
        ),
        clear=Control(
            "clear",
            say("ui.declare.clear"),
            TickAll(empty(len(scenario.issues))),
            does=say("ui.declare.clear_does"),
        ),
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


def _same(wording: Wording, judged: tuple[Verdict, ...], articles: int) -> Control:
    text = wording.say("ending.same", n=same_articles(judged), of=articles)
    told = (f"{head(wording, wording.scenario, each)}: {finding(wording, each)}" for each in judged)
    return Control("same", text, AskWhy("same"), "\n".join(told), reasons=articles_reasoned(judged, articles))


def part_of(scenario: Scenario, issue: int) -> str:
    """Return the part of the instrument that a question settles: the number of an article, or another."""
    declaration = scenario.declaration
    for article in declaration.articles if declaration is not None else ():
        if any(part.issue == issue for part in article.parts):
            return str(article.number)
    if declaration is not None and declaration.title_issue == issue:
        return TITLE
    places = {option.place for option in scenario.issues[issue].options}
    return LETTERS if Place.LETTERS in places else BESIDE


def _part(scenario: Scenario, verdict: Verdict) -> str:
    match verdict.subject:
        case Subject.ARTICLE:
            return str(verdict.number)
        case Subject.TITLE:
            return TITLE
        case Subject.LETTERS:
            return LETTERS
        case Subject.ADDITIONAL:
            return BESIDE if verdict.issue is None else f"{BESIDE}:{scenario.issues[verdict.issue].id}"


def _at(judged: tuple[Verdict, ...], parts: list[str], shown: str) -> int | None:
    """Return which verdict is shown: the part asked for, else the first that differs, else the first."""
    for n, part in enumerate(parts):
        if shown and (part == shown or part.startswith(f"{shown}:")):
            return n
    changed = [n for n, verdict in enumerate(judged) if verdict.finding is not Finding.SAME]
    return changed[0] if changed else 0 if judged else None


def _problem(wording: Wording, package: Package) -> str:
    scenario = wording.scenario
    for issue, option, need in needs_failed(scenario, open_negotiation(scenario).state, package, final=True):
        because = scenario.issues[issue].options[option].needs[need].sentence.strip()
        return wording.say("declare.needs", item=capital(wording.item(issue, option)), because=because)
    return ""


def _groups(wording: Wording, package: Package, findings: dict[str, str]) -> tuple[DeclareGroup, ...]:
    say, scenario = wording.say, wording.scenario
    by_part: dict[str, list[int]] = {}
    for issue in range(len(scenario.issues)):
        by_part.setdefault(part_of(scenario, issue), []).append(issue)
    order = sorted(by_part, key=lambda part: (not part.isdigit(), int(part) if part.isdigit() else 0))
    return tuple(
        DeclareGroup(
            Control(
                f"jump:{part}", _heading(wording, part), ShowVerdict(part), does=say("ui.declare.line_does")
            ),
            findings.get(part, ""),
            tuple(_row(wording, package, issue) for issue in by_part[part]),
        )
        for part in order
    )


def _heading(wording: Wording, part: str) -> str:
    """Return what a part of the instrument is called."""
    declaration = wording.scenario.declaration
    for article in declaration.articles if declaration is not None else ():
        if str(article.number) == part:
            return wording.say("ui.declare.article", number=part, title=article.title)
    kind, _, issue = part.partition(":")
    if issue:
        return capital(wording.issue(wording.scenario.issue_index(issue)))
    return wording.say(f"ui.declare.part.{kind}")


def _row(wording: Wording, package: Package, issue: int) -> DeclareRow:
    item = wording.scenario.issues[issue]
    return DeclareRow(
        capital(item.label),
        " ".join(item.question.split()),
        tuple(
            Control(
                f"tick:{item.id}:{each.id}",
                capital(each.label),
                Tick(issue, OPEN if package[issue] == option else option),
                on=package[issue] == option,
                does=" ".join((each.note or item.question).split()),
            )
            for option, each in enumerate(item.options)
        ),
    )
