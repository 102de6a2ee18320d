"""`print`: what a lesson needs on paper, as one page: dossier, sheets of each side, form, teacher."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from game.desk.finding import scenario_called, seat_called
from game.report.paper import write
from game.report.print_form import form_sheet
from game.report.print_public import public_brief, public_sheets
from game.report.print_side import side_sheets
from game.report.print_style import style_of
from game.report.print_teacher import teacher_sheets
from game.rules.scenario import Scenario
from game.terminal.world import DONE, World
from game.text.catalogue import Catalogue
from game.text.wording import Wording

STUDENTS, TEACHER = "students", "teacher"
"""For whom a pack may be wanted."""


def print_pack(world: World, name: str, *, readers: str, side: str, file: str | None, pdf: str | None) -> int:
    """Write the print pack of a scenario.

    Args:
        readers: one of `STUDENTS` and `TEACHER`, "" for both.
        side: the party whose sheets alone are wanted beside the public ones, "" for either.
        file: where to write, None for the screen.
        pdf: where to write it as a PDF too, None for nowhere.
    """
    scenario, _ = scenario_called(world.say, name)
    seats = (seat_called(world.say, scenario, side),) if side else (0, 1)
    sheets = pack(world.say, scenario, readers=STUDENTS if side else readers, seats=seats)
    title = world.say("print.title", title=scenario.title)
    style = style_of(world.say, scenario)
    write(world, title, sheets, style=style, file=file, pdf=pdf)
    return DONE


def pack(
    say: Catalogue, scenario: Scenario, *, readers: str = "", seats: tuple[int, ...] = (0, 1)
) -> Iterator[Element]:
    """Yield the sheets as they are handed out; the teacher's come first, to be taken off."""
    if readers != STUDENTS:
        yield from teacher_sheets(Wording(say, scenario, None))
    if readers != TEACHER:
        public = public_brief(scenario)
        yield from public_sheets(say, public)
        yield form_sheet(say, public)
        for party in seats:
            yield from side_sheets(say, scenario, party)
