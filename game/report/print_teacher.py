"""The teacher's sheets: the lesson, what to ask and tell afterwards, and the key to both sides' secrets."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from game import places
from game.analysis.reading_load import SECONDS_A_DECISION, WORDS_A_MINUTE, ReadingLoad, reading_load
from game.analysis.space import bargained_issues
from game.desk.dossier import timeline_lines
from game.report.html import Inside, node
from game.report.print_pieces import TEACHER, listed, part, passages, sheet, table
from game.report.print_public import comes_later, documents
from game.rules.apply import open_negotiation
from game.rules.dossier import Dispute, Lesson
from game.rules.instrument import paragraphs
from game.rules.scenario import Declaration, Ending, Scenario
from game.rules.utility import reservation
from game.text.catalogue import Catalogue
from game.text.explain import cited
from game.text.wording import Wording, capital


def teacher_sheets(wording: Wording) -> Iterator[Element]:
    """Yield what nobody should read who is still to play."""
    yield _before(wording)
    yield _afterwards(wording)
    yield _key(wording)
    yield _record(wording)


def _record(wording: Wording) -> Element:
    """Return what happened: the events, the text that was signed, and where it is all to be found."""
    say, scenario = wording.say, wording.scenario
    cells = [(code, " ".join(title.split())) for code, title in sorted(scenario.sources.items())]
    heads = (say("print.column.code"), say("print.column.source"))
    later = [each for each in scenario.documents if comes_later(scenario, each)]
    return _sheet(
        wording,
        "record",
        part(say("print.events"), [node("p", each) for each in timeline_lines(say, scenario)]),
        part(say("print.later_documents"), documents(say, scenario, later)),
        part(
            say("print.text"),
            [] if scenario.declaration is None else _real_text(wording, scenario.declaration),
        ),
        part(say("print.sources"), table(heads, cells) if cells else None),
    )


def _sheet(wording: Wording, title: str, *inside: Inside) -> Element:
    return sheet(wording.say, wording.scenario, TEACHER, wording.say(f"print.teacher.{title}"), *inside)


def _before(wording: Wording) -> Element:
    say, scenario = wording.say, wording.scenario
    loads = (reading_load(scenario, 0), reading_load(scenario, 1))
    answers = [
        (node("p", question, class_="keep"), passages(answer))
        for question, answer in scenario.briefing.rules_check
    ]
    return _sheet(
        wording,
        "before",
        part(say("print.sensitivity"), passages(scenario.dossier.sensitivity)),
        part(say("print.use"), listed([say(f"print.step.{each}") for each in _STEPS], "ol")),
        node("p", say("print.keep_command", command=_command(scenario)), class_="small"),
        part(say("print.reading"), _reading(wording, loads)),
        [_lesson(say, each) for each in scenario.dossier.lessons],
        part(say("print.answers"), listed(answers, "ol")),
    )


_STEPS = ("copies", "read", "plan", "bargain", "form", "key_in")


def _command(scenario: Scenario) -> str:
    asked = " ".join(f"{issue + 1}=?" for issue in bargained_issues(scenario))
    return f"{places.program()} declare {scenario.id} {asked} --from opening --keep TEAM"


def _reading(wording: Wording, loads: tuple[ReadingLoad, ReadingLoad]) -> Inside:
    say, scenario = wording.say, wording.scenario
    rows = [
        (scenario.parties[each.party].name, str(each.total), str(each.decisions), str(each.minutes))
        for each in loads
    ]
    heads = tuple(say(f"print.column.{each}") for each in ("side", "words", "decisions", "minutes"))
    how = say("reading.how", words=WORDS_A_MINUTE, seconds=SECONDS_A_DECISION, given=scenario.minutes)
    return table(heads, rows, frozenset({1, 2, 3})), node("p", how, class_="small")


def _lesson(say: Catalogue, lesson: Lesson) -> Inside:
    rows: list[tuple[Inside, Inside]] = []
    at = 0
    for stage in lesson.stages:
        done = (node("strong", f"{stage.title}. "), " ".join(stage.text.split()))
        rows.append((f"{at}\u2013{at + stage.minutes}", done))
        at += stage.minutes
    heads = (say("print.column.minute"), say("print.column.done"))
    return part(say("print.lesson", title=lesson.title, n=lesson.minutes), table(heads, rows, frozenset({0})))


def _afterwards(wording: Wording) -> Element:
    say, dossier = wording.say, wording.scenario.dossier
    return _sheet(
        wording,
        "afterwards",
        part(say("print.discuss"), listed(dossier.questions, "ol")),
        part(say("print.disputes"), [_dispute(each) for each in dossier.disputes]),
        part(say("print.endings"), [_ending(wording, each) for each in wording.scenario.endings]),
    )


def _dispute(dispute: Dispute) -> Element:
    readings = ((" ".join(each.text.split()), _sources(each.sources)) for each in dispute.readings)
    return node(
        "div",
        node("h3", dispute.title),
        passages(dispute.text),
        listed(readings),
        node("p", node("em", " ".join(dispute.question.split()))),
        class_="keep",
    )


def _ending(wording: Wording, ending: Ending) -> Element:
    about = [wording.say(f"plausibility.{ending.plausibility}")]
    if ending.counterfactual:
        about.append(wording.say("ending.counterfactual"))
    return node(
        "div",
        node("h3", ending.title),
        passages(ending.epilogue),
        node("p", " ".join(about), _sources(ending.sources), class_="small"),
        class_="keep",
    )


def _sources(sources: tuple[str, ...]) -> Inside:
    if not sources:
        return None
    return node("span", f" [{'; '.join(sources)}]", class_="small")


def _key(wording: Wording) -> Element:
    say, scenario = wording.say, wording.scenario
    opening = open_negotiation(scenario).state
    names = [party.name for party in scenario.parties]
    heads = (say("print.column.option"), *names)
    without = [str(reservation(scenario, opening, party)) for party in (0, 1)]
    return _sheet(
        wording,
        "key",
        node("p", say("ending.scale")),
        [
            node(
                "div",
                node("h3", f"{issue + 1}. {capital(wording.issue(issue))}"),
                table(heads, _worth(wording, issue), frozenset({1, 2}), "ladder"),
                class_="keep",
            )
            for issue in bargained_issues(scenario)
        ],
        table(
            (say("print.column.without"), *names), [(say("print.at_opening"), *without)], frozenset({1, 2})
        ),
        part(say("print.use_of_key"), node("p", say("print.key_how"))),
    )


def _worth(wording: Wording, issue: int) -> list[tuple[Inside, ...]]:
    scenario = wording.scenario
    item = scenario.issues[issue]
    return [
        (
            (
                f"{n + 1}  {capital(option.label)}",
                node("strong", f" {wording.say('print.as_history')}") if n == item.history else None,
            ),
            str(scenario.points[0][issue][n]),
            str(scenario.points[1][issue][n]),
        )
        for n, option in enumerate(item.options)
    ]


def _real_text(wording: Wording, declaration: Declaration) -> list[Inside]:
    articles: list[Inside] = [
        (
            node("h3", f"{article.number}. {article.title}"),
            [node("p", each) for each in paragraphs(article.official)],
        )
        for article in declaration.articles
    ]
    return [*articles, node("p", cited(wording.scenario, declaration.source), class_="small")]
