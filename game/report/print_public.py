"""The public dossier: what everybody at the table may read before the talks, and nothing else."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from game.desk.dossier import PAGES, pages_of, sureness
from game.report.html import Inside, node
from game.report.print_pieces import EVERYBODY, agreed_before, listed, part, passages, sheet
from game.rules.brief import brief_for
from game.rules.scenario import Document, Scenario
from game.text.catalogue import Catalogue
from game.text.explain import cited
from game.text.wording import Wording, capital


def public_brief(scenario: Scenario) -> Scenario:
    """Return the scenario as both parties were briefed: what is secret of either is blank."""
    return brief_for(brief_for(scenario, 0), 1)


def public_sheets(say: Catalogue, scenario: Scenario) -> Iterator[Element]:
    """Yield the dossier.

    Args:
        scenario: as `public_brief` gives it.
    """
    wording = Wording(say, scenario, None)
    first = scenario.rounds[scenario.opening.round]
    meetings = (slot.label for slot in first.slots)
    agreed = (capital(wording.item(issue, option)) for issue, option in agreed_before(scenario))
    questions = (question for question, _ in scenario.briefing.rules_check)
    yield sheet(
        say,
        scenario,
        EVERYBODY,
        scenario.title,
        passages(scenario.summary),
        part(say("print.public"), passages(scenario.briefing.public)),
        part(
            say("print.meetings"),
            node("p", say("print.where", title=first.title, place=first.place)),
            passages(first.setting),
            listed(meetings),
        ),
        part(say("print.agreed"), listed(agreed)),
        part(say("print.questions"), _questions(scenario)),
        part(say("print.rules"), listed(questions, "ol")),
    )
    papers = [each for each in scenario.documents if each.title and not comes_later(scenario, each)]
    beside = [
        part(say(f"dossier.{page}"), [node("p", each) for each in PAGES[page](say, scenario)])
        for page in pages_of(scenario.dossier)
    ]
    if papers or beside:
        found = part(say("print.documents"), documents(say, scenario, papers))
        yield sheet(say, scenario, EVERYBODY, say("print.dossier"), beside, found)


def comes_later(scenario: Scenario, document: Document) -> bool:
    """Say whether a paper is not to be read on the first day: the teacher hands it out on its own."""
    return document.since > scenario.rounds[scenario.opening.round].slots[0].date


def documents(say: Catalogue, scenario: Scenario, found: list[Document]) -> list[Element]:
    """Return papers, each with its date, its source and how sure it is."""
    return [
        node(
            "article",
            node("h3", each.title),
            passages(each.text),
            node("p", _about(say, scenario, each), class_="small"),
            class_="paper",
        )
        for each in found
    ]


def _about(say: Catalogue, scenario: Scenario, paper: Document) -> str:
    known = (paper.date, sureness(say, paper.label), cited(scenario, paper.source))
    return " \u00b7 ".join(" ".join(each.split()) for each in known if each)


def _questions(scenario: Scenario) -> Inside:
    return [
        node(
            "div",
            node("h3", capital(issue.label)),
            node("p", " ".join(issue.question.split())),
            listed(_option(option.label, option.note) for option in issue.options),
            class_="keep",
        )
        for issue, agreed in zip(scenario.issues, scenario.opening.agreed, strict=True)
        if agreed < 0
    ]


def _option(label: str, note: str) -> Inside:
    said = " ".join(note.split())
    return node("strong", capital(label)), f". {said}" if said else ""
