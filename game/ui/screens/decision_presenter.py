"""A decision: a card that waits for an answer before anything else."""

from dataclasses import dataclass

from game.desk.papers import readable
from game.rules.delegations import delegation
from game.rules.instrument import paragraphs
from game.rules.legality import refusal
from game.rules.moves import Decide
from game.rules.package import decided
from game.rules.scenario import Decision
from game.rules.utility import points
from game.text.explain import refusal_lines
from game.ui.screens.explain_presenter import explanation
from game.ui.screens.explain_reasons import packages_of
from game.ui.screens.parts import Control, Explanation, Said
from game.ui.screens.table_side import document_controls
from game.ui.seat import Facts
from game.ui.wishes import TakeChoice, Undo

LATEST = 4
"""How many papers lie beside a decision that settles no question."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what the delegation believes will follow is the note of its control."""

    control: Control
    ways: tuple[str, ...]  # the ways beyond, where a mandate closes it
    worth: str  # what it would put on the table or close, in points of one's own; "" for neither
    unit: str  # what the number is


@dataclass(frozen=True, slots=True)
class DecisionModel:
    """A card with its answers."""

    kicker: str  # "A decision"
    title: str
    flag: str  # the id of the party that is asked
    text: tuple[str, ...]
    who: str  # who asks: home, the delegation
    answers: tuple[Answer, ...]
    papers_title: str
    documents: tuple[Control, ...]  # that bear on it
    source: Said | None  # where the card comes from is told on asking
    undo: Control | None
    explanation: Explanation | None


def decision_model(facts: Facts) -> DecisionModel:
    """Return the card that waits for an answer; call it only where one does."""
    view, say = facts.view, facts.wording.say
    scenario, decision = view.scenario, view.state.pending[view.party][0]
    card = scenario.decisions[decision]
    documents = _bearing(facts, card)
    return DecisionModel(
        kicker=say("ui.decision.kicker"),
        title=card.title,
        flag=scenario.parties[view.party].id,
        text=paragraphs(card.text),
        who=say("ui.decision.who", delegation=_asked(facts)),
        answers=tuple(_answer(facts, decision, number) for number in range(len(card.choices))),
        papers_title=say("ui.decision.papers") if documents else "",
        documents=documents,
        source=Said(say("ui.decision.source"), "decision") if card.source else None,
        undo=Control("undo", say("ui.move.undo"), Undo(), does=say("ui.about.undo")) if facts.solo else None,
        explanation=explanation(facts, facts.why),
    )


def _asked(facts: Facts) -> str:
    """Return who sits for the party in this round; where the round names nobody, its whole delegation."""
    view = facts.view
    sits = delegation(view.scenario, view.state, view.party)
    if not sits.head:
        return view.scenario.parties[view.party].delegation
    return facts.wording.listed((sits.head, *sits.members))


def _answer(facts: Facts, decision: int, number: int) -> Answer:
    view, say = facts.view, facts.wording.say
    choice = view.scenario.decisions[decision].choices[number]
    refused = refusal(view.scenario, view.state, view.party, Decide(decision, number))
    reason = ""
    ways: list[str] = []
    if refused is not None:
        own = choice.closed.strip() if refused.because is None else ""
        root = refused.because if refused.because is not None else refused
        because, *ways = refusal_lines(facts.wording, view.state, view.party, root)
        reason = own or because
    meant = packages_of(view, decision, number) if refused is None else ()
    worth = tuple(points(view.scenario, view.party, package) for package in meant)
    return Answer(
        Control(
            f"choice:{number}",
            choice.label,
            TakeChoice(number),
            note=" ".join(choice.note.split()),
            enabled=refused is None,
            reason=reason,
            why=f"choice:{number}",
        ),
        tuple(ways),
        " / ".join(str(n) for n in worth),
        say("ui.decision.points") if worth else "",
    )


def _bearing(facts: Facts, card: Decision) -> tuple[Control, ...]:
    """Return the papers on the questions that the answers settle; the latest, where these settle none."""
    papers = facts.view.scenario.documents
    settled = {
        issue
        for choice in card.choices
        if choice.runs is not None
        for package in choice.runs.packages
        for issue, _ in decided(package)
    }
    shown = tuple(zip(readable(facts.view), document_controls(facts), strict=True))
    if settled:
        return tuple(each for index, each in shown if papers[index].issue in settled)
    latest = sorted(shown, key=lambda paper: papers[paper[0]].since, reverse=True)
    return tuple(each for _, each in latest[:LATEST])
