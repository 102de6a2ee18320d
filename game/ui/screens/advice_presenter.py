"""The suggested next step: what the own side's persona would do on the own view, and why it would."""

from game.rules.moves import Accept, Act, Decide, Hold, Propose, Reject, Reopen, Sign, WalkOut
from game.text.wording import LETTERS
from game.ui.screens.parts import Control
from game.ui.screens.table_model import Suggestion
from game.ui.seat import Facts
from game.ui.wishes import TakeSuggestion


def suggestion(facts: Facts) -> Suggestion | None:
    """Return the suggestion, None where the adviser has not answered yet or has no word."""
    say, chosen = facts.wording.say, facts.advice
    if chosen is None or isinstance(chosen.move, WalkOut):
        return None
    return Suggestion(
        heading=say("ui.advice.heading"),
        text=_step(facts),
        reasons=advice_reasons(facts),
        take=Control("suggestion", say("ui.advice.take"), TakeSuggestion(), why="advice"),
        why="advice",
    )


def advice_reasons(facts: Facts) -> tuple[str, ...]:
    """Return the adviser's grounds as sentences in one's own voice."""
    wording, chosen = facts.wording, facts.advice
    told = []
    for reason in chosen.reasons if chosen is not None else ():
        key = f"ui.advice.ground.{reason.ground.value}"
        sentence = wording.say(key)
        if reason.issue >= 0:
            sentence = wording.say("ui.advice.on", reason=sentence, issue=wording.issue(reason.issue))
        told.append(sentence)
        told += [wording.scenario.orders[order].sentence.strip() for order in reason.orders]
    return tuple(dict.fromkeys(each for each in told if each))


def _step(facts: Facts) -> str:
    wording, say = facts.wording, facts.wording.say
    assert facts.advice is not None, "asked only where there is advice"
    match facts.advice.move:
        case Propose(packages, linked):
            key = "ui.advice.offer_linked" if linked else "ui.advice.offer"
            return say(key, packages=say("move.or").join(map(wording.package, packages)))
        case Accept(which, issues):
            if issues:
                return say("ui.advice.accept_part", issues=wording.issues(issues))
            return say("ui.advice.accept", letter=LETTERS[which])
        case Reject():
            return say("ui.advice.reject")
        case Hold():
            return say("ui.advice.hold")
        case Reopen(issue):
            return say("ui.advice.reopen", issue=wording.issue(issue))
        case Act(action, issue, _):
            label = wording.scenario.actions[action].label
            if issue is None:
                return say("ui.advice.act", action=label)
            return say("ui.advice.act_issue", action=label, issue=wording.issue(issue))
        case Decide(decision, choice):
            return say("ui.advice.decide", choice=wording.scenario.decisions[decision].choices[choice].label)
        case Sign():
            return say("ui.advice.sign")
        case WalkOut():
            return ""
