"""The verdicts of all tables on the real text, article by article: each as sign, word and shade."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from game.desk.concordance import finding
from game.report.figures import claim
from game.report.html import Inside, node
from game.report.tables import Table
from game.rules.concordance import Finding, Subject, Verdict
from game.text.catalogue import Catalogue
from game.text.wording import Wording

_COLUMNS = 8
"""Tables beside each other in a grid; more make a further grid."""

SIGNS = {
    Finding.SAME: "=",
    Finding.CLOSER: "",
    Finding.DIFFERENT: "\u2260",
    Finding.ABSENT: "\u2013",
    Finding.ADDITIONAL: "+",
}
"""The sign of each verdict; of one that is closer to a side it is an arrow."""

ARROWS = ("\u2190", "\u2192")


_Row = tuple[str, int]
"""What a row of the grid is about: a subject, and the number of the article or issue."""


def grid(say: Catalogue, wording: Wording, tables: Sequence[Table]) -> list[Inside]:
    """Return the verdicts of all tables article by article, each as sign, word and shade."""
    rows: dict[_Row, dict[str, Verdict]] = {}
    for table in tables:
        for verdict in table.verdicts if table.signed else ():
            where = verdict.issue if verdict.subject is Subject.ADDITIONAL else verdict.number
            rows.setdefault((verdict.subject.value, -1 if where is None else where), {})[table.key] = verdict
    if not rows:
        return [node("p", say("report.grid.none"))]
    order = [each.value for each in Subject]
    kinds = sorted(rows, key=lambda each: (order.index(each[0]), each[1]))
    made: list[Inside] = [node("p", say("report.grid_note"), class_="small")]
    sheets = -(-len(tables) // _COLUMNS)
    wide = -(-len(tables) // sheets)  # as many on each, or the last would hold one alone
    for start in range(0, len(tables), wide):
        shown = tables[start : start + wide]
        made.append(_grid(say, wording, shown, [rows[kind] for kind in kinds]))
    return made


def _grid(
    say: Catalogue,
    wording: Wording,
    tables: Sequence[Table],
    rows: Sequence[dict[str, Verdict]],
) -> Element:
    head = [node("th", say("report.column.article"))]
    head += [node("th", table.key, class_="centre") for table in tables]
    body = []
    for verdicts in rows:
        title = _subject(say, wording, next(iter(verdicts.values())))
        cells = [_verdict(say, wording, table, verdicts.get(table.key)) for table in tables]
        body.append(node("tr", node("th", title), cells))
    return node("table", node("thead", node("tr", head)), node("tbody", body), class_="verdicts")


def _subject(say: Catalogue, wording: Wording, verdict: Verdict) -> str:
    scenario = wording.scenario
    match verdict.subject:
        case Subject.ARTICLE:
            articles = scenario.declaration.articles if scenario.declaration else ()
            title = next((each.title for each in articles if each.number == verdict.number), "")
            return say("history.article", number=verdict.number, title=title)
        case Subject.ADDITIONAL:
            return say("history.additional", issue=wording.issue(verdict.issue or 0))
        case Subject.TITLE:
            return say("history.title_line")
        case Subject.LETTERS:
            return say("history.letters_line")


def _verdict(say: Catalogue, wording: Wording, table: Table, verdict: Verdict | None) -> Element:
    if verdict is None:
        key = "report.grid.no_text" if not table.signed else "report.grid.nothing"
        return node("td", say(key), class_="centre absent" if not table.signed else "centre")
    sign, shade, words = SIGNS[verdict.finding], verdict.finding.value, finding(wording, verdict)
    if verdict.finding is Finding.CLOSER and verdict.towards is not None:
        sign, shade = ARROWS[verdict.towards], f"closer{verdict.towards}"
        words = wording.scenario.parties[verdict.towards].adjective
    what = f"{verdict.subject.value} {verdict.number or 0} {-1 if verdict.issue is None else verdict.issue}"
    return claim(
        "td",
        [table.rests()],
        node("span", sign, class_="sign"),
        f" {words}",
        class_=f"centre {shade}",
        data_claim=f"verdict {what} {shade}",
    )
