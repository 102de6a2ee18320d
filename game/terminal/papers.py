"""What a delegation may read at the table: briefing, documents, the draft text, the notebook."""

from game.rules.instrument import compose
from game.rules.package import Package, decided
from game.rules.view import PartyView
from game.terminal.assignments import find
from game.terminal.chair import Chair
from game.text.explain import cited, reservation_lines, undecided
from game.text.wording import Wording


def readable(view: PartyView) -> list[int]:
    """Return the documents that this party may read."""
    return [
        index
        for index, document in enumerate(view.scenario.documents)
        if (document.seen[view.party] or view.state.published[index]) and document.title
    ]


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
        console.line(say("papers.label", label=document.label))
    if document.source:
        console.line(say("why.source", text=cited(view.scenario, document.source)))


def draft_lines(wording: Wording, view: PartyView, package: Package) -> list[str]:
    """Return the treaty text as it would read with `package`, and what is left open."""
    say = wording.say
    instrument = compose(view.scenario, package)
    lines = [instrument.title or say("draft.no_title"), ""]
    for paragraph in instrument.preamble:
        lines += [paragraph, ""]
    if not instrument.articles:
        lines += [say("draft.no_articles"), ""]
    for article in instrument.articles:
        first, *rest = article.paragraphs
        lines += [f"{article.number}. {first}", ""]
        for paragraph in rest:
            lines += [paragraph, ""]
    if instrument.letters:
        lines.append(say("draft.letters", title=instrument.letters_title))
        for letter in instrument.letters:
            lines += [*letter.paragraphs, ""]
    left = undecided(wording, package)
    lines.append(say("draft.open", issues=left) if left else say("draft.complete"))
    return lines


def notebook_lines(wording: Wording, view: PartyView) -> list[str]:
    """Return what has been learnt of the other side, and the papers on the table."""
    say, state = wording.say, view.state
    lines = [wording.learnt(view.party, known) for known in state.known[view.party]]
    for document in state.cited:
        key = "notebook.answered" if document in state.countered else "notebook.unanswered"
        title = view.scenario.documents[document].title or say("notebook.unread")
        lines.append(say(key, document=title))
    return lines or [say("notebook.empty")]


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
    agreed = list(decided(view.state.provisional))
    if agreed:
        console.line(say("briefing.agreed", n=len(agreed)))
    delegation = scenario.rounds[view.state.round].delegations[party]
    console.line(
        say("briefing.delegation", head=delegation.head, signs=say(f"signs.{delegation.signs.value}"))
    )
    console.lines(reservation_lines(wording, view.state, party)[:2])


def rules_check(chair: Chair) -> None:
    """Ask the questions of the rules check; the answer follows each."""
    say, console = chair.say, chair.console
    for question, answer in chair.view.scenario.briefing.rules_check:
        console.line(" ".join(question.split()))
        console.ask(say("briefing.your_answer"))
        console.line(" ".join(answer.split()))
        console.line()
