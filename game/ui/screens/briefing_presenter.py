"""The briefing: what both know, one's own orders, what home carries, the rules check."""

from dataclasses import dataclass

from game.rules.instrument import paragraphs
from game.rules.package import OPEN, empty
from game.text.explain import binding, reservation_lines
from game.text.wording import capital
from game.ui.screens.home_presenter import Face, own_faces
from game.ui.screens.parts import Control, Said
from game.ui.screens.table_side import document_controls
from game.ui.seat import Facts
from game.ui.wishes import Back, Next, ShowAnswer


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the rules check; the answer is shown when asked for."""

    text: str
    answer: str  # "" while hidden
    show: Control


@dataclass(frozen=True, slots=True)
class BriefingModel:
    """The briefing of one delegation."""

    title: str
    party: str
    head: str  # who leads the delegation, and what its signature is worth
    public_heading: str
    public: tuple[str, ...]  # paragraphs
    orders_heading: str
    confidential: tuple[str, ...]
    locks: tuple[Said, ...]  # one's own orders that bind at the opening
    agreed: tuple[str, ...]  # what stands agreed before the talks
    open_issues: tuple[Said, ...]
    batna: tuple[str, ...]
    home_heading: str
    faces: tuple[Face, ...]
    home_note: str
    documents: tuple[Control, ...]
    check_heading: str
    questions: tuple[Question, ...]
    ready: Control
    back: Control


def briefing_model(facts: Facts, *, begun: bool) -> BriefingModel:
    """Return the briefing of one delegation.

    Args:
        begun: the talks have begun; the briefing is read again and leads back to the table.
    """
    view, wording, say = facts.view, facts.wording, facts.wording.say
    scenario, party = view.scenario, view.party
    delegation = scenario.rounds[view.state.round].delegations[party]
    questions = tuple(
        Question(
            " ".join(question.split()),
            " ".join(answer.split()) if number in facts.seat.answers else "",
            Control(f"answer:{number}", say("ui.briefing.show"), ShowAnswer(number)),
        )
        for number, (question, answer) in enumerate(scenario.briefing.rules_check)
    )
    stands = view.state.provisional
    return BriefingModel(
        title=scenario.title,
        party=scenario.parties[party].name,
        head=say("briefing.delegation", head=delegation.head, signs=say(f"signs.{delegation.signs.value}")),
        public_heading=say("briefing.public"),
        public=paragraphs(scenario.briefing.public),
        orders_heading=say("briefing.confidential", party=scenario.parties[party].name),
        confidential=paragraphs(scenario.briefing.confidential[party]),
        locks=tuple(
            Said(scenario.orders[order].sentence.strip(), f"order:{scenario.orders[order].id}")
            for order in binding(scenario, view.state, party)
        ),
        agreed=tuple(
            capital(wording.item(issue, option)) for issue, option in enumerate(stands) if option != OPEN
        ),
        open_issues=tuple(
            Said(capital(item.label), f"issue:{item.id}")
            for item, option in zip(scenario.issues, stands, strict=True)
            if option == OPEN
        ),
        batna=reservation_lines(wording, view.state, party)[:2],
        home_heading=say("ui.briefing.home", home=scenario.homes[party].name),
        faces=own_faces(wording, view, empty(len(scenario.issues))),
        home_note=say("ui.briefing.home_note"),
        documents=document_controls(facts),
        check_heading=say("ui.briefing.check", n=len(questions)) if questions else "",
        questions=questions,
        ready=Control("ready", say("ui.briefing.to_table" if begun else "ui.briefing.ready"), Next()),
        back=Control("back", say("ui.back"), Back()),
    )
