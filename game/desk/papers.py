"""Papers of a delegation: what it may read, the text as it would stand, what it has learnt."""

from dataclasses import dataclass
from itertools import groupby

from game.desk.dossier import PAGES, pages_of
from game.rules.happenings import Happening, OfferTabled
from game.rules.instrument import compose
from game.rules.package import OPEN, Package
from game.rules.state import today
from game.rules.view import PartyView
from game.text.explain import undecided
from game.text.wording import Wording, capital


def readable(view: PartyView) -> list[int]:
    """Return the documents that this party may read today."""
    day = today(view.scenario, view.state)
    return [
        index
        for index, document in enumerate(view.scenario.documents)
        if (document.seen[view.party] or view.state.published[index])
        and document.title
        and document.since <= day
    ]


@dataclass(frozen=True, slots=True)
class Paper:
    """Something to be read: a document of the talks, the instructions of a role, a page of the dossier."""

    key: str  # "document:ledger", "role:steward", "page:cast"
    title: str
    text: str  # paragraphs parted by blank lines
    date: str = ""
    label: str = ""  # how sure it is; only of documents
    source: str = ""
    document: int | None = None


def papers(wording: Wording, view: PartyView) -> tuple[Paper, ...]:
    """Return all that this party may read beside its briefing: documents, roles, pages."""
    say, dossier = wording.say, view.scenario.dossier
    documents = (
        Paper(f"document:{each.id}", each.title, each.text, each.date, each.label, each.source, index)
        for index, each in ((index, view.scenario.documents[index]) for index in readable(view))
    )
    roles = (Paper(f"role:{role.id}", role.label, role.text) for role in dossier.roles)
    pages = (
        Paper(f"page:{name}", say(f"dossier.{name}"), "\n\n".join(PAGES[name](say, view.scenario)))
        for name in pages_of(dossier)
    )
    return (*documents, *roles, *pages)


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


def offered_lines(wording: Wording, view: PartyView, happenings: tuple[Happening, ...]) -> list[str]:
    """Return what the other side has offered on each question of the agenda, in the order in which it did."""
    offers = [
        each.offer.packages
        for each in happenings
        if isinstance(each, OfferTabled) and each.party == 1 - view.party
    ]
    lines = []
    for issue, on in enumerate(view.state.agenda):
        said = (
            tuple(dict.fromkeys(package[issue] for package in packages if package[issue] != OPEN))
            for packages in offers
        )
        found = [options for options, _ in groupby(options for options in said if options)]
        if on and found:
            told = [
                wording.listed([wording.option(issue, option) for option in options], "list.or")
                for options in found
            ]
            options = wording.say("notebook.then").join(told)
            lines.append(
                wording.say("notebook.offered", issue=capital(wording.issue(issue)), options=options)
            )
    return lines
