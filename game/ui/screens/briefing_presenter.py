"""The briefing: what both know, one's own instructions, these in short, what home carries, a rules check."""

from dataclasses import dataclass

from game.rules.delegations import delegation
from game.rules.instrument import paragraphs
from game.rules.package import OPEN, empty
from game.rules.reasons import counted
from game.rules.utility import batna
from game.text.explain import binding
from game.text.wording import capital
from game.ui.screens.home_presenter import Face, own_faces
from game.ui.screens.parts import Control, Said
from game.ui.screens.table_side import document_controls, paper_controls
from game.ui.seat import Facts
from game.ui.wishes import Back, Next, ShowAnswer


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the rules check; the answer is shown when asked for."""

    text: str
    answer: str  # "" while hidden
    show: Control


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the instructions; the words it opens with say what it is about."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class BriefingModel:
    """The briefing of one delegation: what is public, its instructions, and these in short."""

    title: str
    hint: str  # what to read first
    public_heading: str
    when: str  # place and dates
    public: tuple[str, ...]  # paragraphs
    agreed_heading: str
    agreed: tuple[str, ...]  # what stands agreed before the talks
    documents_heading: str
    documents: tuple[Control, ...]
    pages_heading: str
    pages: tuple[Control, ...]  # people, words, dates
    party: str  # its id, for the flag
    letterhead: str
    reconstructed: str  # that the paper is made for teaching
    stamp: str
    head: str  # who leads the delegation, and what its signature is worth
    confidential: tuple[Passage, ...]
    roles_heading: str
    roles: tuple[Control, ...]  # instructions of single seats of the delegation
    orders_heading: str
    orders: str  # the topic that explains all of them
    locks: tuple[str, ...]  # one's own orders that bind at the opening
    batna_heading: str
    batna: Said
    home_heading: str
    home: str  # the topic that explains how home stands
    faces: tuple[Face, ...]
    home_note: str
    check_heading: str
    questions: tuple[Question, ...]  # those answered, and the next one
    ready: Control
    back: Control


def briefing_model(facts: Facts, *, begun: bool) -> BriefingModel:
    """Return the briefing of one delegation.

    Args:
        begun: the talks have begun; the briefing is read again and leads back to the table.
    """
    view, wording, say = facts.view, facts.wording, facts.wording.say
    scenario, party = view.scenario, view.party
    own, opening = scenario.parties[party], scenario.rounds[scenario.opening.round]
    speaks = delegation(scenario, view.state, party)
    questions = _questions(facts)
    return BriefingModel(
        title=scenario.title,
        hint=say("ui.briefing.hint"),
        public_heading=say("briefing.public").rstrip("."),
        when=opening.title,
        public=paragraphs(scenario.briefing.public),
        agreed_heading=say("ui.briefing.agreed"),
        agreed=tuple(
            capital(wording.item(issue, option))
            for issue, option in enumerate(view.state.provisional)
            if option != OPEN
        ),
        documents_heading=say("ui.briefing.documents"),
        documents=document_controls(facts),
        pages_heading=say("ui.document.more"),
        pages=paper_controls(facts, "page"),
        party=own.id,
        letterhead=say("ui.briefing.letterhead", party=own.name),
        reconstructed=say("ui.briefing.reconstructed"),
        stamp=say("ui.briefing.stamp"),
        head=say("briefing.delegation", head=speaks.head, signs=say(f"signs.{speaks.signs.value}")),
        confidential=tuple(_passage(each) for each in paragraphs(scenario.briefing.confidential[party])),
        roles_heading=say("dossier.roles"),
        roles=paper_controls(facts, "role"),
        orders_heading=say("ui.briefing.orders"),
        orders="mandate",
        # Two orders may say one thing of two options; it is read once.
        locks=tuple(
            dict.fromkeys(
                scenario.orders[order].sentence.strip() for order in binding(scenario, view.state, party)
            )
        ),
        batna_heading=say("ui.why.reservation"),
        batna=Said(batna(scenario, view.state, party).strip(), "reservation"),
        home_heading=say("ui.briefing.home", home=scenario.homes[party].name),
        home="home:agreed",
        faces=own_faces(wording, view, empty(len(scenario.issues))),
        home_note=say("ui.briefing.home_note"),
        check_heading=say("ui.briefing.check", n=len(scenario.briefing.rules_check)) if questions else "",
        questions=questions,
        ready=Control(
            "ready",
            say("ui.briefing.to_table" if begun else "ui.briefing.ready"),
            Next(),
            does=say("ui.briefing.ready_does"),
        ),
        back=Control("back", say("ui.back"), Back(), does=say("ui.back_does")),
    )


def _questions(facts: Facts) -> tuple[Question, ...]:
    """Return the questions of the rules check up to the first whose answer was not asked for."""
    say, found = facts.wording.say, []
    for number, (question, answer) in enumerate(facts.view.scenario.briefing.rules_check):
        known = number in facts.seat.answers
        show = Control(
            f"answer:{number}",
            say("ui.briefing.show"),
            ShowAnswer(number),
            does=say("ui.briefing.show_does"),
            reasons=(counted("questions", "question", range(len(facts.view.scenario.briefing.rules_check))),),
        )
        found.append(Question(" ".join(question.split()), " ".join(answer.split()) if known else "", show))
        if not known:
            break
    return tuple(found)


LEAD = 40
"""Signs of the longest first sentence that is taken for the heading of its paragraph."""


def _passage(paragraph: str) -> Passage:
    """Return a paragraph with the short first sentence that heads it, if it has one.

    >>> _passage("Your orders. You may sign."), _passage("You may sign, and more.")
    (Passage(lead='Your orders.', text='You may sign.'), Passage(lead='', text='You may sign, and more.'))
    """
    lead, stop, text = paragraph.partition(". ")
    return Passage(f"{lead}.", text) if stop and len(lead) < LEAD else Passage("", paragraph)
