"""What printed sheets are made of: a sheet for its readers, passages, boxes to tick, lines to fill."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from game.report.html import Inside, name, node
from game.rules.instrument import paragraphs
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.text.catalogue import Catalogue

EVERYBODY, SIDES, TEACHER = "all", ("side0", "side1"), "teacher"
"""The readers of a sheet; they are classes of its element too, and names of its printed pages."""


def readers_told(say: Catalogue, scenario: Scenario) -> dict[str, str]:
    """Return who may read the sheets of each kind, in words."""
    told = {EVERYBODY: say("print.for.all"), TEACHER: say("print.for.teacher")}
    for readers, party in zip(SIDES, scenario.parties, strict=True):
        told[readers] = say("print.for.side", party=party.name)
    return told


def sheet(say: Catalogue, scenario: Scenario, readers: str, title: str, *inside: Inside) -> Element:
    """Return a sheet that begins a page of its own and says at its head whose it is."""
    whose = readers_told(say, scenario)[readers]
    head = node("p", name(scenario.title), " \u00b7 ", node("strong", whose), class_="audience")
    return node("section", head, node("h1", title), inside, class_=f"sheet {readers}")


def part(heading: str, *inside: Inside) -> Inside:
    """Return a part of a sheet under its heading; nothing where nothing is in it."""
    if not any(each is not None and not (isinstance(each, Sequence) and not each) for each in inside):
        return None
    return node("h2", heading), inside


def passages(text: str) -> list[Element]:
    """Return an author's text in paragraphs."""
    return [node("p", each) for each in paragraphs(text)]


def listed(lines: Iterable[Inside], tag: str = "ul") -> Element | None:
    """Return a list, None where there is nothing to list."""
    items = [node("li", line) for line in lines]
    return node(tag, items) if items else None


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[Inside]],
    numbers: frozenset[int] = frozenset(),
    kind: str = "plain",
) -> Element:
    """Return a table.

    Args:
        numbers: the columns of numbers, which stand at the right.
        kind: `ladder` where several are to have columns of the same width.
    """
    top = node("tr", (node("th", head, class_=_kind(n, numbers)) for n, head in enumerate(heads)))
    body = (
        node("tr", (node("td", cell, class_=_kind(n, numbers)) for n, cell in enumerate(row))) for row in rows
    )
    return node("table", node("thead", top), node("tbody", body), class_=kind)


def _kind(column: int, numbers: frozenset[int]) -> str:
    return "number" if column in numbers else "words"


def box(label: Inside) -> Element:
    """Return a box to tick before what it stands for."""
    return node("span", node("span", class_="box"), " ", label, class_="tick")


def line(label: str = "") -> Element:
    """Return a line to be written on, after its label."""
    return node("p", label and f"{label} ", node("span", class_="rule"), class_="fill")


def agreed_before(scenario: Scenario) -> list[tuple[int, int]]:
    """Return the questions, with their options, that stand agreed before the talks."""
    return [(issue, option) for issue, option in enumerate(scenario.opening.agreed) if option != OPEN]
