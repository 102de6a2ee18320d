"""A document: a paper with its date, its citation and how sure it is."""

import re
from dataclasses import dataclass

from game.desk.deeds import own_actions
from game.rules.instrument import paragraphs
from game.text.explain import cited
from game.ui.screens.parts import Control, Field
from game.ui.screens.table_side import action_cards, document_controls
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


def document_model(facts: Facts, index: int, search: str) -> DocumentModel:
    """Return a paper; `search` marks the words that are looked for, case aside."""
    view, say = facts.view, facts.wording.say
    document = view.scenario.documents[index]
    told = tuple(marked(each, search) for each in paragraphs(document.text))
    count = sum(found for each in told for _, found in each)
    using = [
        card
        for card, action in zip(action_cards(facts), own_actions(view), strict=False)
        if view.scenario.actions[action].document == index
    ]
    knowing = tuple(
        party
        for party, seen in zip(view.scenario.parties, document.seen, strict=True)
        if seen or view.state.published[index]
    )
    others = tuple(each for each in document_controls(facts) if each.id != f"document:{document.id}")
    return DocumentModel(
        title=document.title,
        date=document.date,
        parties=tuple(party.id for party in knowing),
        letterhead=say("ui.document.both")
        if len(knowing) > 1
        else say("ui.document.of", adjective=view.scenario.parties[view.party].adjective),
        note=say("ui.document.note"),
        stamp=document.label,
        paragraphs=told,
        label=say(f"ui.document.sure.{document.label.replace(' ', '_')}"),
        source=say("why.source", text=cited(view.scenario, document.source)) if document.source else "",
        search=Field("search", say("ui.document.search"), search, Search, 60),
        found=say("ui.document.found", n=count) if search.strip() else "",
        count=count,
        next_match=say("ui.document.next"),
        use=using[0] if using else None,
        others_title=say("ui.document.others") if others else "",
        others=others,
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


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
