"""The suggested next step in words: a short headline, the reason, and what its button does."""

from game.desk.advice import Step, StepKind, next_step
from game.rules.moves import Accept, Act, Decide, Hold, Propose, Reject, Reopen, Sign, WalkOut
from game.rules.package import Package, decided, empty
from game.rules.state import to_move
from game.text.wording import LETTERS
from game.ui.screens.parts import Control
from game.ui.screens.table_model import Suggestion
from game.ui.seat import Facts
from game.ui.wishes import BeginFromBest, PickAction, PutOption, TableOffer, TakeSuggestion, Wish

FEW, SHORT = 2, 80  # answers of an offer that are named in the headline, and how many signs they may take


def suggestion(facts: Facts, turn: str) -> Suggestion:
    """Return the suggestion; while nothing is advised it says why: `turn` where it is not one's own."""
    view, say = facts.view, facts.wording.say
    step = _step(facts)
    text, take = turn, None
    reasons: tuple[str, ...] = ()
    if to_move(view.state) != view.party:
        step = None
    elif not facts.adviser:
        text = ""
    elif step is None:
        text = say("ui.advice.none" if facts.advice is not None else "ui.advice.thinking")
    else:
        key = "do" if step.kind is StepKind.PERSONA else step.kind.value
        text, reasons = _headline(facts, step), advice_reasons(facts)
        take = Control("suggestion", say(f"ui.advice.take.{key}"), _wish(step), why="advice")
    return Suggestion(
        heading=say("ui.advice.heading"),
        text=text,
        reasons=reasons,
        take=take,
        why="advice",
        issue=step.issue if step is not None else -1,
    )


def advice_reasons(facts: Facts) -> tuple[str, ...]:
    """Return the adviser's grounds as sentences in one's own voice."""
    wording, chosen, step = facts.wording, facts.advice, _step(facts)
    told = []
    if step is not None and step.kind is not StepKind.PERSONA:
        issue = wording.issue(step.issue) if step.issue >= 0 else ""
        told.append(wording.say(f"ui.advice.why.{step.kind.value}", issue=issue))
    elif step is not None and chosen is not None:
        for reason in chosen.reasons:
            sentence = wording.say(f"ui.advice.ground.{reason.ground.value}")
            if reason.issue >= 0:
                sentence = wording.say("ui.advice.on", reason=sentence, issue=wording.issue(reason.issue))
            told.append(sentence)
            told += [wording.scenario.orders[order].sentence.strip() for order in reason.orders]
    return tuple(dict.fromkeys(each for each in told if each))


def _step(facts: Facts) -> Step | None:
    if not facts.adviser:
        return None
    return next_step(facts.view, facts.packages, facts.seat.made.at, facts.advice)


def _wish(step: Step) -> Wish:
    match step.kind:
        case StepKind.EASY:
            return PutOption(step.issue, step.option)
        case StepKind.FILL:
            return BeginFromBest()
        case StepKind.TABLE:
            return TableOffer()
        case StepKind.ASK:
            return PickAction(step.action)
        case StepKind.PERSONA:
            return TakeSuggestion()


def _headline(facts: Facts, step: Step) -> str:
    if step.kind is StepKind.PERSONA:
        return _persona(facts)
    issue = facts.wording.issue(step.issue) if step.issue >= 0 else ""
    return facts.wording.say(f"ui.advice.step.{step.kind.value}", issue=issue)


def _persona(facts: Facts) -> str:
    wording, say = facts.wording, facts.wording.say
    assert facts.advice is not None, "asked only where there is advice"
    match facts.advice.move:
        case Propose(packages):
            return _offer(facts, packages)
        case Accept(which, issues):
            if issues:
                return say("ui.advice.accept_part", issues=wording.issues(issues))
            several = len(facts.view.state.offers[1 - facts.view.party].packages) > 1  # type: ignore[union-attr]
            return say("ui.advice.accept" if several else "ui.advice.accept_it", letter=LETTERS[which])
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


def _offer(facts: Facts, packages: tuple[Package, ...]) -> str:
    """Return an offer in few words: what it changes in one's own last one, where that is little."""
    say = facts.wording.say
    if len(packages) > 1:
        return say("ui.advice.offer_several", n=len(packages))
    last = facts.view.state.last_packages[facts.view.party]
    before = last[0] if last else empty(len(packages[0]))
    moved = [each for each in decided(packages[0]) if before[each[0]] != each[1]]
    changes = sum(one != other for one, other in zip(packages[0], before, strict=True))
    if 0 < changes <= FEW and len(moved) == changes:
        items = facts.wording.listed([facts.wording.item(*each) for each in moved])
        if len(items) <= SHORT:
            return say("ui.advice.offer", items=items)
    return say("ui.advice.offer_many", n=changes)
