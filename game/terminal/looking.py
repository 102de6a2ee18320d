"""The commands that only look: the table again, packages weighed, explanations, papers."""

from collections.abc import Callable

from game.desk.board import board_lines
from game.desk.dossier import PAGES
from game.desk.homefront import home_lines, verdict
from game.desk.news import log_lines
from game.desk.papers import draft_lines
from game.desk.planning import prospect_lines
from game.desk.status import meter_line, table_lines, where_lines
from game.rules.legality import refusal
from game.rules.moves import Accept
from game.rules.package import Package, merged
from game.rules.scenario import RoundKind, Scenario
from game.rules.utility import points, reservation
from game.terminal.chair import After, Chair
from game.terminal.clock import show_clock
from game.terminal.deeds import ask_package
from game.terminal.notebook import guess, show_notebook
from game.terminal.papers import briefing, document_lines, read, role
from game.terminal.why import why
from game.text.catalogue import Catalogue
from game.text.explain import point_lines, refusal_lines
from game.text.wording import LETTERS


def tell_status(chair: Chair) -> None:
    """Write where the talks stand and what lies on the table."""
    wording, view, console = chair.wording, chair.view, chair.console
    console.lines(where_lines(wording, view))
    if view.scenario.rounds[view.state.round].kind is RoundKind.TALKS:
        console.lines(table_lines(wording, view))
    meters = meter_line(wording, view)
    if meters:
        console.line(meters)
    console.line(chair.say("status.your_turn"))


def bearing(chair: Chair, package: Package) -> str:
    """Return what a package is worth and whether home would carry it, in a few words."""
    view = chair.view
    whole = merged(view.state.provisional, package)
    total = points(view.scenario, view.party, whole)
    without = reservation(view.scenario, view.state, view.party)
    home = verdict(chair.wording, view, package)
    return chair.say("choice.bearing", n=total, without=without, home=home)


def showing(lines: Callable[[Chair], list[str]]) -> Callable[[Chair, str], After]:
    """Return a command that writes lines."""

    def command(chair: Chair, rest: str) -> After:
        chair.console.lines(lines(chair))
        return After.STAY

    return command


def show_points(chair: Chair, rest: str) -> After:
    """Explain what a package is worth."""
    package = ask_package(chair, rest)
    if package is not None:
        chair.composed = package
        chair.console.lines(point_lines(chair.wording, chair.view.state, chair.party, package))
    return After.STAY


def show_home(chair: Chair, rest: str) -> After:
    """Show who at home would carry a package."""
    package = ask_package(chair, rest)
    if package is not None:
        chair.composed = package
        chair.console.lines(home_lines(chair.wording, chair.view, package))
    return After.STAY


def show_plan(chair: Chair, rest: str) -> After:
    """Show who at home could live with a package, and which one step would turn the others."""
    package = ask_package(chair, rest)
    if package is not None:
        chair.composed = package
        chair.console.lines(prospect_lines(chair.wording, chair.view, package))
    return After.STAY


def show_alternatives(chair: Chair, rest: str) -> After:
    """Show the other side's alternatives one by one, with what each would mean here."""
    view, say, console = chair.view, chair.say, chair.console
    theirs = view.state.offers[1 - chair.party]
    if theirs is None:
        console.line(say("refusal.nothing_tabled"))
        return After.STAY
    for which, package in enumerate(theirs.packages):
        console.line(say("happening.offer_letter", letter=LETTERS[which]))
        console.lines(chair.wording.items(package), indent=2)
        console.line(bearing(chair, package), indent=2)
        refused = refusal(view.scenario, view.state, chair.party, Accept(which))
        if refused is not None:
            console.lines(refusal_lines(chair.wording, view.state, chair.party, refused), indent=2)
    return After.STAY


def explain(chair: Chair, rest: str) -> After:
    """Answer "why?"."""
    why(chair, rest)
    return After.STAY


def read_paper(chair: Chair, rest: str) -> After:
    """Show a document."""
    read(chair, rest)
    return After.STAY


def show_briefing(chair: Chair, rest: str) -> After:
    """Show the briefing again."""
    briefing(chair)
    return After.STAY


def show_role(chair: Chair, rest: str) -> After:
    """Show the instructions of one seat of one's own delegation."""
    role(chair, rest)
    return After.STAY


def page(lines: Callable[[Catalogue, Scenario], list[str]]) -> Callable[[Chair, str], After]:
    """Return a command that writes a page of the dossier, or that there is none."""

    def command(chair: Chair, rest: str) -> After:
        chair.console.lines(lines(chair.say, chair.view.scenario) or [chair.say("dossier.none")])
        return After.STAY

    return command


def show_status(chair: Chair, rest: str) -> After:
    """Show the turn again."""
    tell_status(chair)
    return After.STAY


LOOKING: dict[str, Callable[[Chair, str], After]] = {
    "board": showing(lambda chair: board_lines(chair.wording, chair.view)),
    "alternatives": show_alternatives,
    "why": explain,
    "draft": showing(lambda chair: draft_lines(chair.wording, chair.view, chair.view.state.provisional)),
    "home": show_home,
    "plan": show_plan,
    "log": showing(lambda chair: log_lines(chair.wording, chair.game.news(chair.party))),
    "documents": showing(lambda chair: document_lines(chair.wording, chair.view)),
    "read": read_paper,
    "notebook": show_notebook,
    "guess": guess,
    "points": show_points,
    "briefing": show_briefing,
    "role": show_role,
    **{name: page(lines) for name, lines in PAGES.items()},
    "status": show_status,
    "clock": show_clock,
    "help": showing(lambda chair: chair.say("help").split("\n")),
}
"""The commands that change nothing; they may be typed before the talks and in the middle of an offer too."""
