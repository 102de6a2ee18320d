"""What a delegation may read at the table: briefing, documents, the draft text, the notebook."""

from game.desk.assignments import find
from game.desk.dossier import pages_of, sureness
from game.desk.papers import readable
from game.rules.delegations import delegation
from game.rules.package import decided
from game.rules.view import PartyView
from game.terminal.chair import Chair
from game.terminal.commands import Command, parse
from game.terminal.console import Leave
from game.text.explain import cited, reservation_lines
from game.text.wording import Wording


def document_lines(wording: Wording, view: PartyView) -> list[str]:
    """Return the numbered list of documents."""
    say = wording.say
    found = readable(view)
    if not found:
        return [say("papers.none")]
    lines = []
    for number, index in enumerate(found, start=1):
        document = view.scenario.documents[index]
        lines.append(say("papers.line", number=number, title=document.title, date=document.date))
    return [*lines, say("papers.how")]


def read(chair: Chair, rest: str) -> None:
    """Show the document that `rest` names."""
    view, say, console = chair.view, chair.say, chair.console
    found = readable(view)
    names = [(view.scenario.documents[index].id, view.scenario.documents[index].title) for index in found]
    position = find(rest, names)
    if position is None:
        console.line(say("papers.which"))
        console.lines(document_lines(chair.wording, view))
        return
    document = view.scenario.documents[found[position]]
    console.line(say("papers.head", title=document.title, date=document.date))
    console.paragraphs(document.text)
    if document.label:
        console.line(say("papers.label", label=sureness(say, document.label)))
    if document.source:
        console.line(say("why.source", text=cited(view.scenario, document.source)))


def briefing(chair: Chair) -> None:
    """Show the briefing: what everybody knows, one's own instructions, powers and BATNA."""
    view, say, console, wording = chair.view, chair.say, chair.console, chair.wording
    scenario, party = view.scenario, view.party
    console.line(say("briefing.public"))
    console.paragraphs(scenario.briefing.public)
    console.line()
    console.line(say("briefing.confidential", party=scenario.parties[party].name))
    console.paragraphs(scenario.briefing.confidential[party])
    console.line()
    lines = role_lines(chair)
    if lines:
        console.lines([*lines, ""])
    agreed = list(decided(view.state.provisional))
    if agreed:
        console.line(say("briefing.agreed", n=len(agreed)))
    speaks = delegation(scenario, view.state, party)
    console.line(say("briefing.delegation", head=speaks.head, signs=say(f"signs.{speaks.signs.value}")))
    console.lines(reservation_lines(wording, view.state, party)[:2])
    pages = pages_of(scenario.dossier)
    if pages:
        console.line(say("dossier.more", pages=", ".join(pages)))


def role_lines(chair: Chair) -> list[str]:
    """Return the roles of one's own delegation, numbered; none where none are written."""
    say, roles = chair.say, chair.view.scenario.dossier.roles
    named = [say("dossier.role", number=n, label=each.label) for n, each in enumerate(roles, start=1)]
    return [say("dossier.roles"), *named] if named else []


def role(chair: Chair, rest: str) -> None:
    """Show the instructions of the role that `rest` names."""
    roles = chair.view.scenario.dossier.roles
    position = find(rest, [(each.id, each.label) for each in roles])
    if position is None:
        chair.console.lines(role_lines(chair) or [chair.say("dossier.no_roles")])
        return
    chair.console.line(chair.say("dossier.role_head", label=roles[position].label))
    chair.console.paragraphs(roles[position].text)


def rules_check(chair: Chair) -> None:
    """Ask the questions of the rules check; the answer follows each."""
    say, console = chair.say, chair.console
    for question, answer in chair.view.scenario.briefing.rules_check:
        console.line(" ".join(question.split()))
        typed = console.ask(say("briefing.your_answer"))
        match parse(typed):
            case Command("quit", ""):
                raise Leave
            case Command(name, "") if name == typed.casefold():  # "a" may well be an answer
                console.line(say("briefing.taken_as_answer", word=name))
        console.line(" ".join(answer.split()))
        console.line()
