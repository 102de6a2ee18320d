"""A document: a paper with its date, its citation and how sure it is."""

import re
from dataclasses import dataclass

from game.desk.deeds import own_actions
from game.desk.dossier import sureness
from game.desk.papers import Paper, papers
from game.rules.instrument import paragraphs
from game.rules.scenario import Party
from game.text.explain import cited
from game.ui.screens.parts import Control, Field
from game.ui.screens.table_side import action_cards, paper_controls
from game.ui.seat import Facts
from game.ui.wishes import Back, Search


@dataclass(frozen=True, slots=True)
class DocumentModel:
    """A paper to be read."""

    title: str
    date: str
    parties: tuple[str, ...]  # the ids of those who know it
    letterhead: str  # whose paper it is
    note: str  # that it is no facsimile
    stamp: str  # how sure it is, in a word or two
    paragraphs: tuple[tuple[tuple[str, bool], ...], ...]  # per paragraph: (words, found by the search)
    label: str  # what that means
    source: str
    search: Field
    found: str  # how often, "" where nothing is searched
    count: int  # how often
    next_match: str
    use: Control | None  # the action that cites it, closed with its reason
    others_title: str
    others: tuple[Control, ...]  # the other papers
    back: Control


def document_model(facts: Facts, key: str, search: str) -> DocumentModel:
    """Return a paper; `search` marks the words that are looked for, case aside."""
    view, say = facts.view, facts.wording.say
    paper = next(each for each in papers(facts.wording, view) if each.key == key)
    kind = key.partition(":")[0]
    told = tuple(marked(each, search) for each in paragraphs(paper.text))
    count = sum(found for each in told for _, found in each)
    using = [
        card
        for card, action in zip(action_cards(facts), own_actions(view), strict=False)
        if paper.document is not None and view.scenario.actions[action].document == paper.document
    ]
    knowing = _knowing(facts, paper)
    titled = "ui.document.others" if kind == "document" else "ui.document.more"
    others = tuple(each for each in paper_controls(facts, kind) if each.id != key)
    return DocumentModel(
        title=paper.title,
        date=paper.date,
        parties=tuple(party.id for party in knowing),
        letterhead=say("ui.document.both")
        if len(knowing) > 1
        else say("ui.document.of", adjective=view.scenario.parties[view.party].adjective),
        note=say("ui.document.note" if kind == "document" else "ui.briefing.reconstructed"),
        stamp=sureness(say, paper.label),
        paragraphs=told,
        label=say(f"ui.document.sure.{paper.label.replace(' ', '_')}") if paper.label else "",
        source=say("why.source", text=cited(view.scenario, paper.source)) if paper.source else "",
        search=Field("search", say("ui.document.search"), search, Search, 60),
        found=say("ui.document.found", n=count) if search.strip() else "",
        count=count,
        next_match=say("ui.document.next"),
        use=using[0] if using else None,
        others_title=say(titled) if others else "",
        others=others,
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


def _knowing(facts: Facts, paper: Paper) -> tuple[Party, ...]:
    """Return whose paper it is: a document that both know, a role of one's own, a page for everybody."""
    view, parties = facts.view, facts.view.scenario.parties
    if paper.document is None:
        return (parties[view.party],) if paper.key.startswith("role:") else parties
    seen = view.scenario.documents[paper.document].seen
    known = view.state.published[paper.document]
    return tuple(party for party, own in zip(parties, seen, strict=True) if own or known)


def marked(text: str, search: str) -> tuple[tuple[str, bool], ...]:
    """Return `text` cut where the words searched for begin and end.

    >>> marked("Two islands.", "ISL")
    (('Two ', False), ('isl', True), ('ands.', False))
    """
    wanted = search.strip()
    if not wanted:
        return ((text, False),)
    pieces = re.split(f"({re.escape(wanted)})", text, flags=re.IGNORECASE)
    return tuple((piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece)
