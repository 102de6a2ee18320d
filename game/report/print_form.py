"""The blank agreement: every open question with its options to tick, and places for the hands of both."""

from xml.etree.ElementTree import Element

from game.report.html import Inside, node
from game.report.print_pieces import EVERYBODY, agreed_before, box, line, listed, part, sheet
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.text.catalogue import Catalogue
from game.text.wording import Wording, capital


def form_sheet(say: Catalogue, scenario: Scenario) -> Element:
    """Return the form; questions and options have the numbers by which `declare` knows them.

    Args:
        scenario: as `public_brief` gives it.
    """
    wording = Wording(say, scenario, None)
    before = (_kept(wording, issue, option) for issue, option in agreed_before(scenario))
    return sheet(
        say,
        scenario,
        EVERYBODY,
        say("print.form"),
        line(say("print.team")),
        node("p", say("print.form_how")),
        [_question(wording, issue) for issue, agreed in enumerate(scenario.opening.agreed) if agreed == OPEN],
        part(say("print.agreed"), listed(before)),
        part(say("print.letters"), line(), line()),
        node("p", box(say("print.no_agreement"))),
        part(
            say("print.signatures"),
            node("div", (_hand(say, party.name) for party in scenario.parties), class_="pair"),
            line(say("print.day")),
        ),
    )


def _question(wording: Wording, issue: int) -> Element:
    item = wording.scenario.issues[issue]
    return node(
        "div",
        node("h3", f"{issue + 1}. {capital(item.label)}"),
        node("p", " ".join(item.question.split()), class_="small"),
        node(
            "div",
            (box(f"{n}  {capital(each.label)}") for n, each in enumerate(item.options, 1)),
            class_="ticks",
        ),
        class_="keep",
    )


def _kept(wording: Wording, issue: int, option: int) -> Inside:
    return f"{issue + 1}. {capital(wording.item(issue, option))}"


def _hand(say: Catalogue, party: str) -> Element:
    return node("div", line(), node("p", say("print.for.party", party=party), class_="small"))
