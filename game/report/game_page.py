"""The page of one game: its debrief for both seats, from what was expected to what is still disputed."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from game.analysis.course import offers
from game.analysis.findings import PointsFinding, moment_of_truth, possible
from game.analysis.process import MOST
from game.desk.concordance import head
from game.desk.notebook import belief_line, belief_reasons, counted, question
from game.desk.plan_card import came_true, plan_told, prediction_score
from game.report.chart import chart, swatch
from game.report.class_page import history_sign, list_of_tables, sign_of
from game.report.disputes import disputes, sources
from game.report.figures import Figure, claim, told
from game.report.html import Inside, name, node
from game.report.moves import move_told
from game.report.prompts import questions
from game.report.tables import Table
from game.rules.concordance import Change, Finding, Mark, Verdict
from game.rules.state import Outcome
from game.rules.transcript import Replay
from game.rules.utility import points
from game.text.catalogue import Catalogue
from game.text.wording import Wording, capital

TICKETS = 3
"""Questions of the exit ticket."""


def game_body(say: Catalogue, table: Table) -> list[Inside]:
    """Return the page of a game that is over.

    Raises:
        ValueError: it was agreed on paper, or is not over.
    """
    course, outcome = table.course, table.outcome
    if course is None or outcome is None:
        raise ValueError("the page of a game is of one that was played to its end")
    wording = Wording(say, table.scenario, None)
    body: list[Inside] = [
        node("h1", name(table.scenario.title)),
        node("p", say("report.about"), class_="small"),
        list_of_tables(say, wording, (table,)),
        list(_expected(say, table, course, outcome)),
        node("h2", say("report.head.happened")),
        list(_ending(say, table, outcome)),
        _moves(wording, table, course),
    ]
    if table.signed and table.verdicts:
        body += [
            node("h2", say("report.head.text")),
            node("p", say("report.text_note"), class_="small"),
            [_verdict(wording, table, each) for each in table.verdicts],
        ]
    body += [node("h2", say("report.head.points")), _chart(say, table, course), _results(say, table)]
    body += [node("h2", say("report.head.process")), node("p", say("report.process_note"))]
    body += [_rubric(say, table, course, party) for party in (0, 1)]
    return [*body, *questions(say, (table,)), *disputes(say, (table,)), list(_tickets(say, table))]


def _ending(say: Catalogue, table: Table, outcome: Outcome) -> Iterator[Inside]:
    ending = table.scenario.endings[outcome.ending]
    lines: list[Inside] = [
        node("p", node("b", say("ending.head", title=ending.title))),
        node("p", say("ending.trigger", trigger=say(f"trigger.{outcome.trigger.value}"))),
    ]
    epilogue = ending.epilogue.strip()
    if ending.counterfactual and not epilogue.startswith(say("ending.counterfactual").rstrip(".")):
        lines.append(node("p", say("ending.counterfactual")))
    lines += [node("p", each) for each in epilogue.split("\n\n")]
    lines.append(node("p", say(f"plausibility.{ending.plausibility}")))
    yield claim("div", [table.rests(table.last)], lines)
    if ending.sources:
        yield sources(table.scenario, ending.sources)


def _expected(say: Catalogue, table: Table, course: Replay, outcome: Outcome) -> Iterator[Inside]:
    """Tell plan, prediction and notebook of each seat that has them, before what came of it."""
    parts: list[Inside] = []
    for party, kept in enumerate(table.kept):
        wording, id = Wording(say, table.scenario, party), table.scenario.parties[party].id
        plan = plan_told(wording, kept.plan, outcome)
        if not plan and kept.notebook is None:
            continue
        parts.append(node("h3", capital(table.scenario.parties[party].name)))
        parts.append(node("dl", [[node("dt", asked), node("dd", answer)] for asked, answer in plan]))
        if kept.plan.is_made and kept.plan.prediction is not None:
            score = prediction_score(kept.plan.prediction, came_true(table.scenario, outcome))
            figure = Figure(score, f"prediction {id}", table.rests())
            parts.append(node("p", told(say, "report.prediction", score=figure)))
        if kept.notebook is not None:
            parts.append(node("p", node("b", counted(wording, kept.notebook))))
            for belief in kept.notebook.beliefs:
                reasons = [node("li", each) for each in belief_reasons(wording, belief)]
                parts.append(node("p", belief_line(wording, belief)))
                parts.append(node("ul", reasons, class_="small"))
            if kept.notebook.score is not None:
                figure = Figure(kept.notebook.score, f"notebook {id}", table.rests())
                parts.append(node("p", told(say, "report.notebook", score=figure)))
            parts.append(node("p", question(wording, kept.notebook)))
    if parts:
        yield [
            node("h2", say("report.head.plans")),
            node("p", say("report.plans_note"), class_="small"),
            parts,
        ]


def _moves(wording: Wording, table: Table, course: Replay) -> Element:
    """Return every record in a sentence."""
    items: list[Element] = []
    shown = (-1, -1)
    for step in range(1, len(course.moves) + 1):
        state = course.states[step - 1]
        if shown != (state.round, state.slot):
            shown = (state.round, state.slot)
            meeting = node("th", capital(wording.slot(*shown)), colspan=2)
            items.append(node("tr", meeting, class_="meeting"))
        items.append(
            claim(
                "tr",
                [table.rests(step)],
                node("td", Figure(step, "step", table.rests(step)).node, class_="number"),
                node("td", move_told(wording, course, step)),
            )
        )
    say = wording.say
    heads = [node("th", say(f"report.column.{each}")) for each in ("number", "move")]
    return node("table", node("thead", node("tr", heads)), node("tbody", items), class_="moves")


def _verdict(wording: Wording, table: Table, verdict: Verdict) -> Element:
    """Return an article with both its texts, the words that differ marked."""
    say = wording.say
    is_same = verdict.finding is Finding.SAME
    inside: list[Inside] = [node("p" if is_same else "h3", head(wording, table.scenario, verdict))]
    if not is_same:
        inside.append(node("p", say(f"ground.{verdict.ground.value}")))
        for each in verdict.deviations:
            line = say(
                "ending.deviation",
                issue=capital(wording.issue(each.issue)),
                option=wording.option(each.issue, each.option),
                history=wording.option(each.issue, each.history),
            )
            inside.append(node("p", line))
        inside.append(node("blockquote", [_change(each) for each in verdict.changes], class_="small"))
    shade = verdict.finding.value
    what = f"{verdict.subject.value} {verdict.number or 0} {-1 if verdict.issue is None else verdict.issue}"
    return claim("section", [table.rests()], inside, data_claim=f"verdict {what} {shade}")


def _change(change: Change) -> list[Inside]:
    match change.mark:
        case Mark.STRUCK:
            return [node("del", change.words), " "]
        case Mark.ADDED:
            return [node("ins", change.words), " "]
        case Mark.KEPT:
            return [change.words, " "]


def _chart(say: Catalogue, table: Table, course: Replay) -> Element:
    scenario = table.scenario
    signs = [
        history_sign(say, scenario, table.rests()),
        sign_of(table, say("ui.chart.agreement") if table.signed else ""),
    ]
    paths = [
        [
            (points(scenario, 0, package), points(scenario, 1, package))
            for made in offers(scenario, course, party)
            for package in made.packages
        ]
        for party in (0, 1)
    ]
    names = (scenario.parties[0].name, scenario.parties[1].name)
    without = table.outcome.reservation if table.outcome is not None else (0, 0)
    could = possible(scenario, moment_of_truth(course))
    shown = [each for each in signs if each is not None]
    drawn = chart(say, names, could, without, shown, paths, rests=table.rests())
    legend = [node("span", swatch(each.shape), say(f"report.shape.{each.shape}")) for each in shown]
    note = say("report.chart.note_game", first=names[0], second=names[1])
    return node("figure", drawn, node("figcaption", legend, node("p", note)))


def _results(say: Catalogue, table: Table) -> Element:
    """Return what each side got, on its own scale."""
    columns = [node("th", capital(each.name), class_="number") for each in table.scenario.parties]
    rows = []
    for line in ("points", "reservation", "surplus", "best", "share", "left"):
        cells = []
        for party, found in enumerate(table.points or ()):
            value = _value(found, line)
            id = table.scenario.parties[party].id
            figure = None if value is None else Figure(value, f"{line} {id}", table.rests()).node
            cells.append(node("td", "\u2013" if figure is None else figure, class_="number"))
        rows.append(node("tr", node("th", say(f"report.result.{line}")), cells))
    thead = node("thead", node("tr", node("th", say("report.result.head")), columns))
    return node(
        "div", node("table", thead, node("tbody", rows)), node("p", say("ending.scale"), class_="small")
    )


def _value(found: PointsFinding, line: str) -> int | None:
    match line:
        case "points":
            return found.points
        case "reservation":
            return found.reservation
        case "surplus":
            return found.surplus
        case "best":
            return found.best
        case "share":
            return found.share_percent
        case _:
            return found.left


def _rubric(say: Catalogue, table: Table, course: Replay, party: int) -> Element:
    """Return the rubric of a seat with the moves on which each line rests."""
    id, rows = table.scenario.parties[party].id, []
    marks = table.process[party] if table.process is not None else ()
    for mark in marks:
        figure = Figure(mark.score, f"mark {mark.line.value} {id}", table.rests(*mark.steps))
        dots = "\u25cf" * mark.score + "\u25cb" * (MOST - mark.score)
        steps = [step for step in dict.fromkeys(mark.steps) if 0 < step <= len(course.moves)]
        shown: list[Inside] = []
        for each in steps:
            shown += [", " if shown else "", Figure(each, "step", table.rests(each)).node]
        rows.append(
            node(
                "tr",
                node("th", say(f"rubric.{mark.line.value}")),
                node("td", figure.node, f" {dots}", class_=f"centre score{mark.score}"),
                node("td", shown or "\u2013"),
            )
        )
    total = Figure(sum(mark.score for mark in marks), f"process {id}", table.rests())
    most = Figure(MOST * len(marks), "process-most")
    summed = node("td", total.node, " / ", most.node, class_="centre")
    rows.append(node("tr", node("th", say("report.column.total")), summed, node("td")))
    heads = [node("th", say(f"report.column.{each}")) for each in ("line", "score", "records")]
    return node(
        "div",
        node("h3", capital(table.scenario.parties[party].name)),
        node("table", node("thead", node("tr", heads)), node("tbody", rows)),
        class_="keep",
    )


def _tickets(say: Catalogue, table: Table) -> Iterator[Inside]:
    """Tell what each seat wrote on its exit ticket."""
    for party, kept in enumerate(table.kept):
        if any(each.strip() for each in kept.ticket):
            yield node("h2", say("report.head.ticket", party=table.scenario.parties[party].name))
            for number, answer in enumerate(kept.ticket[:TICKETS]):
                yield node("p", node("b", say(f"ui.debrief.ticket_{number}")))
                yield node("blockquote", answer.strip() or say("ui.export.no_answer"))
