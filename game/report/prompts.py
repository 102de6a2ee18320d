"""Questions for the talk afterwards, made from what these tables did; each names the move it rests on.

Nothing is asked about what no table did.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from game.analysis.course import told as happened
from game.analysis.process import signing_step
from game.desk.plan_card import came_true, predicted
from game.report.figures import Figure, claim, told
from game.report.html import Inside, node
from game.report.tables import Table
from game.rules.concordance import is_history
from game.rules.happenings import Disowned, DocumentCited, HomeAnswered, OrderChanged, Voted, WalkedOut
from game.rules.package import OPEN
from game.rules.scenario import Level, Trigger
from game.rules.state import QuestionKind
from game.text.catalogue import Catalogue
from game.text.wording import Wording

KINDS = (
    "walked",
    "refused",
    "disowned",
    "alone",
    "overruled",
    "below",
    "history",
    "left",
    "prediction",
    "belief",
    "answered",
    "deadline",
    "unsigned",
)
"""What is asked about, in the order of the page."""

_OTHERS = 6
"""Tables named at most beside the one that a question is about."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a table did and that is worth a question."""

    kind: str
    table: Table
    party: int
    steps: tuple[int, ...]  # moves it rests on
    values: tuple[tuple[str, Figure | str], ...] = ()  # what the sentence names beside table and party


def questions(say: Catalogue, tables: Sequence[Table]) -> Iterator[Element]:
    """Yield what is asked of these tables of one scenario, then what it asks of whoever played it."""
    asked, of_all = _prompts(say, tables), tables[0].scenario.dossier.questions
    yield node("h2", say("report.head.prompts"))
    yield node("ol", asked, class_="prompts") if asked else node("p", say("report.no_prompts"))
    if of_all:
        yield node("h3", say("ui.debrief.prompts.departure"))
        yield node("ul", [node("li", each) for each in of_all])


def _prompts(say: Catalogue, tables: Sequence[Table]) -> list[Element]:
    found = [each for table in tables for each in _found(say, table)]
    made = []
    for kind in KINDS:
        of_kind = [each for each in found if each.kind == kind]
        if of_kind:
            made.append(_item(say, of_kind[0], of_kind[1:]))
    return made


def _item(say: Catalogue, first: Found, others: Sequence[Found]) -> Element:
    scenario = first.table.scenario
    party = scenario.parties[first.party].name
    values = dict(first.values)
    if first.steps:
        step = first.steps[-1]
        values["step"] = Figure(step, "step", first.table.rests(step))
    inside: list[Inside] = [
        told(say, f"report.prompt.{first.kind}", table=node("b", first.table.label), party=party, **values)
    ]
    more = list({each.table.key: each for each in others if each.table.key != first.table.key}.values())
    if more:
        listed: list[Inside] = []
        for n, each in enumerate(more[:_OTHERS]):
            listed += [", " if n else "", node("b", each.table.key, data_rests=_rests(each))]
        inside += [" ", say("report.prompt.also"), " ", listed, "."]
    inside.append(node("span", say(f"report.prompt.{first.kind}_ask"), class_="ask"))
    id = scenario.parties[first.party].id
    return claim("li", [_rests(first)], inside, data_claim=f"{first.kind} {id}")


def _rests(found: Found) -> str:
    return found.table.rests(*found.steps)


def _found(say: Catalogue, table: Table) -> Iterator[Found]:
    course, outcome, scenario = table.course, table.outcome, table.scenario
    if course is None or outcome is None:
        return
    wording = Wording(say, scenario, None)
    cited: dict[int, tuple[int, int]] = {}
    said_no: set[int] = set()
    for step, _, fact in happened(course):
        match fact:
            case WalkedOut(party):
                yield Found("walked", table, party, (step,))
            case Voted(tally) if not tally.carried:
                yield Found("refused", table, tally.party, (step,))
            case Disowned(party, issues):
                yield Found("disowned", table, party, (step,), (("issues", wording.issues(issues)),))
            case HomeAnswered(question, False) if question.kind is QuestionKind.PERMISSION:
                said_no.add(question.party)
            case OrderChanged(order, Level.FREE, cause) if cause == "alone":
                kind = "overruled" if scenario.orders[order].party in said_no else "alone"
                yield Found(kind, table, scenario.orders[order].party, (step,))
            case DocumentCited(party, document, False):
                cited.setdefault(document, (step, party))
            case DocumentCited(party, document, True) if document in cited:
                title = scenario.documents[document].title
                yield Found("answered", table, party, (cited[document][0], step), (("title", title),))
            case _:
                pass
    end = signing_step(course)
    for party, result in enumerate(table.points or ()):
        if outcome.signed and end is not None and table.standing[party] < outcome.reservation[party]:
            id = scenario.parties[party].id
            numbers = (
                ("points", Figure(table.standing[party], f"worth {id}", table.rests(end))),
                ("without", Figure(outcome.reservation[party], f"reservation {id}", table.rests(end))),
            )
            yield Found("below", table, party, (end,), numbers)
        if outcome.ratified and result.left and end is not None:
            left = Figure(result.left, f"left {scenario.parties[party].id}", table.rests(end))
            yield Found("left", table, party, (end,), (("points", left),))
    if is_history(table.verdicts) and end is not None:
        yield Found("history", table, 0, (end,))
    if outcome.trigger is Trigger.DEADLINE:
        unsettled = tuple(i for i, option in enumerate(course.final.provisional) if option == OPEN)
        if unsettled:
            yield Found("deadline", table, 0, (table.last,), (("issues", wording.issues(unsettled)),))
        else:
            yield Found("unsigned", table, 0, (table.last,))
    for party, kept in enumerate(table.kept):
        chance = kept.plan.prediction
        if kept.plan.is_made and chance is not None and chance != 50:
            came = came_true(scenario, outcome)
            if came is not (chance > 50):
                issue = wording.issue(predicted(scenario))
                sure = say(f"ui.plan.sure.p{chance}")
                yield Found("prediction", table, party, (), (("issue", issue), ("sure", sure)))
        widest = None if kept.notebook is None else kept.notebook.widest
        if widest is not None:
            names = (
                ("issue", wording.issue(widest.issue)),
                ("band", say(f"band.{widest.band}")),
                ("truth", say(f"band.{widest.truth}")),
            )
            yield Found("belief", table, party, (widest.since,) if widest.since else (), names)
