"""What is not settled about the record, as far as these tables touched it: all readings, sources, a question.

No side is taken, and nothing is told of what no table touched.
"""

from collections.abc import Iterator, Sequence

from game.desk.dossier import disputes_touched
from game.report.figures import Figure, claim, told
from game.report.html import Inside, node
from game.report.tables import Table
from game.rules.dossier import Dispute
from game.rules.scenario import Scenario
from game.text.catalogue import Catalogue
from game.text.explain import cited


def disputes(say: Catalogue, tables: Sequence[Table]) -> Iterator[Inside]:
    """Yield the disputes that tables of one scenario touched, each with the tables that did."""
    scenario = tables[0].scenario
    by_table = [(table, disputes_touched(scenario, table.final)) for table in tables]
    found = [
        (each, [table for table, touched in by_table if each in touched])
        for each in scenario.dossier.disputes
    ]
    found = [(each, touching) for each, touching in found if touching]
    if not found:
        return
    yield node("h2", say("ui.debrief.step.disputes"))
    yield node("p", say("report.disputes_note"), class_="small")
    for each, touching in found:
        rests = " ".join(table.key for table in touching)
        inside: list[Inside] = [node("h3", each.title), node("p", each.text)]
        if len(tables) > 1:
            count = Figure(len(touching), "count", rests)
            which = node("b", ", ".join(table.key for table in touching))
            inside.append(node("p", told(say, "report.touched", n=count, tables=which), class_="small"))
        inside += _readings(scenario, each)
        inside.append(node("p", node("b", each.question)))
        yield claim("section", [rests], inside, data_claim=f"dispute {each.id}", class_="keep")


def _readings(scenario: Scenario, dispute: Dispute) -> Iterator[Inside]:
    for reading in dispute.readings:
        yield node("blockquote", reading.text, sources(scenario, reading.sources))


def sources(scenario: Scenario, codes: Sequence[str]) -> Inside:
    """Return the sources of a statement as a list in small print."""
    return node("ul", [node("li", cited(scenario, code)) for code in codes], class_="small")
