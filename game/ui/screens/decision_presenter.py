"""A decision: a card that waits for an answer before anything else."""

from dataclasses import dataclass

from game.rules.instrument import paragraphs
from game.rules.legality import refusal
from game.rules.moves import Decide
from game.text.explain import cited, refusal_lines
from game.ui.screens.explain_presenter import explanation
from game.ui.screens.parts import Control, Explanation
from game.ui.screens.table_side import document_controls
from game.ui.seat import Facts
from game.ui.wishes import TakeChoice, Undo


@dataclass(frozen=True, slots=True)
class DecisionModel:
    """A card with its answers."""

    kicker: str  # "A decision"
    title: str
    text: tuple[str, ...]
    who: str  # who asks: home, the delegation
    choices: tuple[Control, ...]  # what the delegation believes will follow as the note; closed with reason
    ways: tuple[tuple[str, ...], ...]  # per choice: the ways beyond where a mandate closes it
    documents: tuple[Control, ...]  # that bear on it
    source: str
    undo: Control | None
    explanation: Explanation | None


def decision_model(facts: Facts) -> DecisionModel:
    """Return the card that waits for an answer; call it only where one does."""
    view, wording, say = facts.view, facts.wording, facts.wording.say
    scenario, decision = view.scenario, view.state.pending[view.party][0]
    card = scenario.decisions[decision]
    controls: list[Control] = []
    ways: list[tuple[str, ...]] = []
    for number, choice in enumerate(card.choices):
        refused = refusal(scenario, view.state, view.party, Decide(decision, number))
        reason = ""
        beyond: list[str] = []
        if refused is not None:
            own = choice.closed.strip() if refused.because is None else ""
            root = refused.because if refused.because is not None else refused
            because, *beyond = refusal_lines(wording, view.state, view.party, root)
            reason = own or because
        ways.append(tuple(beyond))
        controls.append(
            Control(
                f"choice:{number}",
                choice.label,
                TakeChoice(number),
                note=" ".join(choice.note.split()),
                enabled=refused is None,
                reason=reason,
                why=f"choice:{number}",
            )
        )
    return DecisionModel(
        kicker=say("ui.decision.kicker"),
        title=card.title,
        text=paragraphs(card.text),
        who=say("ui.decision.who", delegation=scenario.parties[view.party].delegation),
        choices=tuple(controls),
        ways=tuple(ways),
        documents=document_controls(facts),
        source=say("why.source", text=cited(scenario, card.source)) if card.source else "",
        undo=Control("undo", say("ui.move.undo"), Undo()) if facts.solo else None,
        explanation=explanation(facts, facts.why),
    )
