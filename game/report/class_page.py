"""The page of a class: one chart, the verdict grid, families, two tables to compare, questions, rubric."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from game.analysis.findings import possible
from game.analysis.process import MOST, Line, Mark
from game.desk.plan_card import came_true, prediction_score
from game.report.chart import Sign, chart, swatch
from game.report.contrast import Contrast, Ground, contrast, families
from game.report.disputes import disputes
from game.report.figures import Figure, claim, told
from game.report.grid import grid
from game.report.html import Inside, name, node
from game.report.moves import move_told
from game.report.prompts import questions
from game.report.tables import Class, LeftOut, Table
from game.rules.apply import open_negotiation
from game.rules.concordance import Finding, Subject
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.rules.utility import points, reservation
from game.text.catalogue import Catalogue
from game.text.wording import Wording, capital

_TOGETHER = 15
"""Rows of a table that is kept on one sheet."""


def class_body(say: Catalogue, found: Class, *, names: bool) -> list[Inside]:
    """Return the page of a class.

    Args:
        names: the tables are called by name, and so are the files that were left out.
    """
    body: list[Inside] = []
    earlier: set[str] = set()
    for tables in by_scenario(found.tables):
        scenario = tables[0].scenario
        body.append(node("h1", name(scenario.title)))
        if scenario.id in earlier:
            body.append(node("p", say("report.other_version"), class_="notice"))
        earlier.add(scenario.id)
        body += _of_scenario(say, tables)
    if not found.tables:
        body += [node("h1", say("report.title_empty")), node("p", say("report.no_tables"))]
    return [*body, left_out(say, found.left_out, names=names), records(say, found.tables, names=names)]


def by_scenario(tables: Sequence[Table]) -> list[tuple[Table, ...]]:
    """Return the tables of each version of each scenario, the one with most tables first."""
    groups: dict[str, list[Table]] = {}
    for table in tables:
        groups.setdefault(table.scenario.fingerprint, []).append(table)
    return [tuple(each) for each in sorted(groups.values(), key=lambda each: -len(each))]


def _of_scenario(say: Catalogue, tables: tuple[Table, ...]) -> Iterator[Inside]:
    scenario = tables[0].scenario
    wording = Wording(say, scenario, None)
    everything = _rests(tables)
    yield node("p", told(say, "report.lead", n=Figure(len(tables), "count", everything)), class_="lead")
    yield node("p", say("report.about"), class_="small")
    yield node("p", say("report.out_of_role"), class_="notice")
    plans = _plans(say, wording, tables)
    if plans is not None:
        yield [node("h2", say("report.head.plans")), node("p", say("report.plans_note")), plans]
    yield node("h2", say("report.head.tables"))
    yield list_of_tables(say, wording, tables)
    yield node("h2", say("report.head.chart"))
    yield class_chart(say, scenario, tables)
    if scenario.declaration is not None:
        yield node("h2", say("report.head.grid"))
        yield grid(say, wording, tables)
    yield node("h2", say("report.head.families"))
    yield _families(say, wording, tables)
    yield node("h2", say("report.head.compare"))
    yield compare(say, wording, contrast(tables))
    yield from questions(say, tables)
    yield from disputes(say, tables)
    yield node("h2", say("report.head.process"))
    yield node("p", say("report.process_note"))
    for party in (0, 1):
        yield rubric(say, scenario, tables, party)
    yield node("h2", say("report.head.close"))
    yield node("ul", [node("li", say(f"report.close.{each}")) for each in ("ways", "model", "elsewhere")])


def list_of_tables(say: Catalogue, wording: Wording, tables: Sequence[Table]) -> Element:
    """Return who sat where and how each table ended, with its numbers."""
    scenario = tables[0].scenario
    parties = [capital(party.name) for party in scenario.parties]
    head = [say("report.column.table"), *parties, say("report.column.ended"), say("report.column.moves")]
    if scenario.declaration is not None:
        head.append(say("report.column.same"))
    head += [say("report.column.gained", party=party) for party in parties]
    rows = []
    for table in tables:
        cells: list[Element] = [
            node("th", name(table.label), class_="key"),
            *(node("td", name(seat)) for seat in table.seats),
            node(
                "td",
                ended(say, wording, table),
                node("div", table.note, class_="small") if table.note else None,
            ),
            _cell(None if table.course is None else Figure(table.last, "moves", table.rests())),
        ]
        if scenario.declaration is not None:
            cells.append(_cell(same(table)))
        cells += [_cell(gained(table, party)) for party in (0, 1)]
        rows.append(claim("tr", [table.rests()], cells))
    return node(
        "div",
        node("table", node("thead", node("tr", [node("th", each) for each in head])), node("tbody", rows)),
        node("p", say("report.scales"), class_="small"),
    )


def ended(say: Catalogue, wording: Wording, table: Table) -> str:
    """Return in words how a table ended."""
    if table.outcome is None:
        return say("report.paper_signed" if table.signed else "report.paper_none")
    return wording.scenario.endings[table.outcome.ending].title


def same(table: Table) -> Figure:
    """Return how many articles are history's."""
    count = sum(each.subject is Subject.ARTICLE and each.finding is Finding.SAME for each in table.verdicts)
    return Figure(count, "same", table.rests())


def gained(table: Table, party: int) -> Figure | None:
    """Return what a side gained over having no agreement, None on paper."""
    if table.points is None:
        return None
    id = table.scenario.parties[party].id
    return Figure(table.points[party].surplus, f"surplus {id}", table.rests())


def _cell(figure: Figure | None) -> Element:
    return node("td", "\u2013" if figure is None else figure.node, class_="number")


def class_chart(say: Catalogue, scenario: Scenario, tables: Sequence[Table]) -> Element:
    """Return all tables on one chart."""
    opening = open_negotiation(scenario).state
    signs = [history_sign(say, scenario, _rests(tables)), *(sign_of(table, table.key) for table in tables)]
    drawn = chart(
        say,
        (scenario.parties[0].name, scenario.parties[1].name),
        possible(scenario, opening),
        (reservation(scenario, opening, 0), reservation(scenario, opening, 1)),
        [each for each in signs if each is not None],
        rests=_rests(tables),
        opening=True,
    )
    shapes = dict.fromkeys(each.shape for each in signs if each is not None)
    legend = [node("span", swatch(shape), say(f"report.shape.{shape}")) for shape in shapes]
    return node("figure", drawn, node("figcaption", legend, node("p", say("report.chart.note"))))


def history_sign(say: Catalogue, scenario: Scenario, rests: str) -> Sign | None:
    """Return the place of history on the chart; None where its package has an open question."""
    package = scenario.historical_package()
    if OPEN in package:
        return None
    at = (points(scenario, 0, package), points(scenario, 1, package))
    return Sign(at, say("ui.chart.history"), "history", "history", rests)


def sign_of(table: Table, label: str) -> Sign:
    """Return the place of a table on the chart."""
    if not table.signed:
        shape = "none"
    elif table.outcome is None:
        shape = "paper"
    else:
        shape = "carried" if table.outcome.ratified else "refused"
    return Sign(table.standing, label, shape, "standing", table.rests())


def _families(say: Catalogue, wording: Wording, tables: tuple[Table, ...]) -> Element:
    rows = []
    for group in families(tables):
        first = group[0]
        text = node("div", _departure(say, wording, first), class_="small") if first.signed else None
        rows.append(
            claim(
                "tr",
                [_rests(group)],
                _cell(Figure(len(group), "family", _rests(group))),
                node("td", node("b", ended(say, wording, first)), text),
                node("td", ", ".join(each.key for each in group)),
            )
        )
    head = [say(f"report.column.{each}") for each in ("games", "came_to", "tables")]
    return node("table", node("thead", node("tr", [node("th", each) for each in head])), node("tbody", rows))


def _departure(say: Catalogue, wording: Wording, table: Table) -> str:
    """Return where a text departs from history's, question by question."""
    history = wording.scenario.historical_package()
    pairs = zip(table.package, history, strict=True)
    items = [wording.item(i, mine) for i, (mine, theirs) in enumerate(pairs) if mine != theirs]
    if not items:
        return say("report.as_history")
    return say("report.but", items=say("package.joined").join(items))


def compare(say: Catalogue, wording: Wording, found: Contrast) -> Element:
    """Return which two tables to compare and why, or that there is nothing to compare."""
    if not found.pair:
        return node("div", node("p", say(f"report.compare.{found.ground.value}")), class_="notice")
    one, other = found.pair
    both = f"{one.key} {other.key}"
    values = {"first": name(one.label), "second": name(other.label)}
    common, apart = Figure(found.common, "common", both), Figure(len(found.differing), "differing", both)
    inside: list[Inside] = []
    if found.ground is Ground.BEGINNING:
        why = told(say, "report.compare.beginning", n=common, **values)
    else:
        why = told(say, "report.compare.texts", n=apart, **values)
    inside.append(node("p", why))
    columns = [
        claim("div", [each.rests()], node("h3", name(each.label)), list(_way(say, wording, each, found)))
        for each in found.pair
    ]
    inside += [node("div", columns, class_="pair"), node("p", node("b", say("report.compare.ask")))]
    return claim("div", [both], inside, class_="keep")


def _way(say: Catalogue, wording: Wording, table: Table, found: Contrast) -> Iterator[Inside]:
    """Tell what a table did where the two parted, how it ended, and its answers where the texts differ."""
    played = all(each.course is not None for each in found.pair)  # with paper nothing is known of where
    if played and table.course is not None and found.common < table.last:
        step = found.common + 1
        number = Figure(step, "step", table.rests(step))
        yield claim(
            "p",
            [table.rests(step)],
            told(say, "report.compare.move", step=number, move=move_told(wording, table.course, step)),
        )
    yield node("p", told(say, "report.compare.ended", ending=node("b", ended(say, wording, table))))
    if table.signed and found.differing:
        yield node("ul", [node("li", capital(wording.item(i, table.package[i]))) for i in found.differing])


def rubric(say: Catalogue, scenario: Scenario, tables: Sequence[Table], party: int) -> Element:
    """Return the process rubric of one seat over all tables."""
    head = [node("th", say("report.column.table"))]
    head += [node("th", say(f"report.line.{line.value}"), class_="centre") for line in Line]
    head.append(node("th", say("report.column.total"), class_="number"))
    id = scenario.parties[party].id
    rows = []
    for table in tables:
        if table.process is None:
            continue
        marks = table.process[party]
        total = Figure(sum(mark.score for mark in marks), f"process {id}", table.rests())
        most = Figure(MOST * len(marks), "process-most", "")
        rows.append(
            node(
                "tr",
                node("th", name(table.label), class_="key"),
                [_mark(table, mark, id) for mark in marks],
                node("td", total.node, "\u202f/\u202f", most.node, class_="number"),
            )
        )
    return node(
        "div",
        node("h3", capital(scenario.parties[party].name)),
        node("table", node("thead", node("tr", head)), node("tbody", rows))
        if rows
        else node("p", say("report.no_process")),
        class_="keep" if len(rows) <= _TOGETHER else "rubric",
    )


def _mark(table: Table, mark: Mark, party: str) -> Element:
    figure = Figure(mark.score, f"mark {mark.line.value} {party}", table.rests(*mark.steps))
    dots = "\u25cf" * mark.score + "\u25cb" * (MOST - mark.score)
    return node("td", figure.node, f" {dots}", class_=f"centre score{mark.score}")


def _plans(say: Catalogue, wording: Wording, tables: Sequence[Table]) -> Element | None:
    """Return what was predicted and how well, before any result is shown; None where nobody did."""
    rows = []
    for table in tables:
        for party, kept in enumerate(table.kept):
            plan, outcome = kept.plan, table.outcome
            if outcome is None or not (plan.is_made or kept.notebook):
                continue
            id = wording.scenario.parties[party].id
            score = guess = None
            if plan.is_made and plan.prediction is not None:
                came = came_true(wording.scenario, outcome)
                score = Figure(prediction_score(plan.prediction, came), f"prediction {id}", table.rests())
            if kept.notebook is not None and kept.notebook.score is not None:
                guess = Figure(kept.notebook.score, f"notebook {id}", table.rests())
            most = "\u2013" if plan.most is None else capital(wording.issue(plan.most))
            sure = "\u2013" if plan.prediction is None else say(f"ui.plan.sure.p{plan.prediction}")
            rows.append(
                node(
                    "tr",
                    node("th", name(table.label)),
                    node("td", wording.scenario.parties[party].name),
                    node("td", most),
                    node("td", sure),
                    _cell(score),
                    _cell(guess),
                )
            )
    if not rows:
        return None
    names = ("table", "seat", "most", "sure", "prediction", "notebook")
    head = [node("th", say(f"report.column.{each}")) for each in names]
    return node("table", node("thead", node("tr", head)), node("tbody", rows))


def left_out(say: Catalogue, files: Sequence[LeftOut], *, names: bool) -> list[Inside]:
    """Return which files are not in the report, and why; by name only where names are wanted."""
    if not files:
        return []
    items = []
    for number, each in enumerate(files, start=1):
        file = each.file if names else say("report.file", n=number)
        why = each.why if names else each.why.replace(each.file, file)
        items.append(node("li", name(file), ": ", why))
    return [node("h2", say("report.head.left_out")), node("ul", items)]


def records(say: Catalogue, tables: Sequence[Table], *, names: bool) -> list[Inside]:
    """Return what the page rests on: a record for each table, by which a checker finds its file."""
    rows = [
        node(
            "tr",
            node("th", table.key),
            node("td", name(table.file) if names else "\u2013"),
            node("td", node("code", table.digest[:16])),
            data_record=table.key,
            data_digest=table.digest,
        )
        for table in tables
    ]
    head = [say(f"report.column.{each}") for each in ("table", "file", "digest")]
    return [
        node("h2", say("report.head.records")),
        node("p", say("report.records_note"), class_="small"),
        node("table", node("thead", node("tr", [node("th", each) for each in head])), node("tbody", rows)),
    ]


def _rests(tables: Sequence[Table]) -> str:
    return " ".join(table.key for table in tables)
