"""`export FOLDER --gradebook`: a row for each seat of each table, for the spreadsheet of a teacher.

The columns have fixed names, in no language, and are documented in `docs/data.md`. Nothing is added up to a
mark: points of two sides are on two scales, and what counts is the teacher's affair.
"""

import csv
import io
from pathlib import Path

from game.analysis.process import Line
from game.desk.finding import Trouble
from game.desk.game_csv import safe_cell
from game.desk.outgoing import MARK
from game.desk.plan_card import came_true, prediction_score
from game.report.html import plain
from game.report.tables import Reader, Table
from game.rules.concordance import Finding
from game.rules.package import OPEN
from game.rules.scenario import Scenario
from game.terminal.outgoing import aside, hand_over
from game.terminal.world import DONE, NO, World

Cell = str | int

COLUMNS = (
    "table", "name", "file", "scenario", "side", "team", "player", "students", "ending", "trigger", "signed",
    "ratified", "points", "reservation", "surplus", "best", "settled",
    *(f"articles_{finding.value}" for finding in Finding if finding is not Finding.ADDITIONAL),
    *(f"process_{line.value}" for line in Line),
    "process", "planned", "predicted", "came_true", "prediction_score", "guesses", "guesses_score", "moves",
    "minutes",
)  # fmt: skip
"""The columns, in their order; a cell that a table has nothing for is empty."""


def gradebook(world: World, folder: str, *, file: str | None) -> int:
    """Write the rows of all tables in a folder; exit 1 where a file is left out, which is told aside.

    Raises:
        Trouble: it is no folder, or holds no table whose talks are over.
    """
    path = Path(folder)
    if not path.is_dir():
        raise Trouble(world.say("gradebook.no_folder", name=folder))
    found = Reader(world.say).folder(path, names=True)
    if not found.tables and not found.left_out:
        raise Trouble(world.say("report.error.nothing", name=folder))
    body = table_of_rows(found.tables)
    hand_over(world, body if file is None else MARK + body, file)
    for out in found.left_out:
        aside(plain(world.say("report.left_out", file=out.file, why=out.why)))
    return NO if found.left_out else DONE


def table_of_rows(tables: tuple[Table, ...]) -> bytes:
    """Return the rows of some tables as CSV in UTF-8, the names of the columns first."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for table in tables:
        for party in (0, 1):
            cells = row(table, party)
            rows.writerow([safe_cell(cells.get(name, "")) for name in COLUMNS])
    return text.getvalue().encode("utf-8")


def row(table: Table, party: int) -> dict[str, Cell]:
    """Return the cells of one seat; what there is nothing to say of is left out."""
    scenario, sat = table.scenario, table.sat[party]
    cells: dict[str, Cell] = {
        "table": table.key,
        "name": table.name,
        "file": table.file,
        "scenario": scenario.id,
        "side": scenario.parties[party].id,
        "team": sat.team,
        "player": "paper" if table.course is None else sat.persona or "students",
        "signed": _yes(table.signed),
        "settled": sum(option != OPEN for option in table.package),
    }
    if sat.roles:
        cells["students"] = len(sat.roles)
    if table.minutes is not None:
        cells["minutes"] = table.minutes
    if scenario.declaration is not None:
        cells |= _articles(table)
    return cells | _played(table, party) | _written(table, party, scenario)


def _articles(table: Table) -> dict[str, Cell]:
    judged = [verdict.finding for verdict in table.verdicts if verdict.number is not None]
    return {f"articles_{each.value}": judged.count(each) for each in Finding}


def _played(table: Table, party: int) -> dict[str, Cell]:
    """Return what came of talks that were played here; nothing of an agreement on paper."""
    if table.course is None or table.outcome is None or table.points is None or table.process is None:
        return {}
    outcome, worth, marks = table.outcome, table.points[party], table.process[party]
    cells: dict[str, Cell] = {
        "ending": table.scenario.endings[outcome.ending].id,
        "trigger": outcome.trigger.value,
        "ratified": _yes(outcome.ratified),
        "points": worth.points,
        "reservation": worth.reservation,
        "surplus": worth.surplus,
        "process": sum(mark.score for mark in marks),
        "moves": sum(made.author == party for made in table.course.moves),
    }
    if worth.best is not None:
        cells["best"] = worth.best
    return cells | {f"process_{mark.line.value}": mark.score for mark in marks}


def _written(table: Table, party: int, scenario: Scenario) -> dict[str, Cell]:
    """Return what came of the plan and the notebook of a seat."""
    kept, outcome = table.kept[party], table.outcome
    cells: dict[str, Cell] = {}
    if table.course is not None:
        cells["planned"] = _yes(kept.plan.is_made)
    if kept.plan.is_made and kept.plan.prediction is not None and outcome is not None:
        came = came_true(scenario, outcome)
        cells["predicted"] = kept.plan.prediction
        cells["came_true"] = _yes(came)
        cells["prediction_score"] = prediction_score(kept.plan.prediction, came)
    if kept.notebook is not None:
        cells["guesses"] = len(kept.notebook.beliefs)
        if kept.notebook.score is not None:
            cells["guesses_score"] = kept.notebook.score
    return cells


def _yes(so: bool) -> str:
    return "yes" if so else "no"
