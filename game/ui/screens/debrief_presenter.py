"""The debrief, in steps: out of role, plan, what happened, text, points, departure, other ways, ticket.

The game is over, so nothing is secret any more: everything here is told from the whole scenario.
"""

from game.analysis.findings import Findings
from game.desk.concordance import finding, head
from game.desk.dossier import disputes_touched
from game.rules.happenings import Happening
from game.rules.instrument import paragraphs
from game.rules.reasoned import told_reasoned
from game.rules.scenario import Scenario
from game.rules.state import Outcome
from game.rules.transcript import Replay
from game.text.catalogue import Catalogue
from game.text.explain import cited
from game.text.wording import Wording
from game.ui.replay_wishes import ExportGame, ShowHistory, ShowThisGame
from game.ui.screens.debrief_model import (
    DebriefModel,
    Disputed,
    OtherWay,
    Parts,
    StepKind,
    kinds_of,
)
from game.ui.screens.debrief_results import (
    figures,
    found_of,
    plan_part,
    points_part,
    process_part,
    prompts,
)
from game.ui.screens.departure_presenter import departure
from game.ui.screens.parts import Control, Field
from game.ui.screens.result_reasons import articles_reasoned
from game.ui.screens.table_model import LogEntry
from game.ui.screens.verdict_presenter import article_verdicts
from game.ui.seat import TICKETS, Seat
from game.ui.wishes import AskWhy, Next, Previous, ShowStep, Wish, WriteTicket

__all__ = ["DebriefModel", "StepKind", "debrief_model", "kinds_of"]

TICKET_SIGNS = 400
"""Signs of an answer on the exit ticket."""


def debrief_model(
    say: Catalogue,
    scenario: Scenario,
    course: Replay,
    seat: Seat,
    step: int,
    *,
    more_seats: bool,
    watched: bool = False,
) -> DebriefModel:
    """Return one step of the debrief of a seat; call it when the game is over.

    Args:
        step: from 0.
        more_seats: another delegation's debrief comes after this one.
        watched: nobody played; there is no role and no plan.
    """
    outcome = course.final.outcome
    assert outcome is not None, "the debrief is of a game that is over"
    kinds = kinds_of(scenario, watched=watched)
    kind = kinds[step]
    parts = _parts(kind, Wording(say, scenario, seat.party), course, seat, outcome)
    last = step == len(kinds) - 1
    after = ("other_seat" if more_seats else "done") if last else "next"
    return DebriefModel(
        step=kind,
        number=step + 1,
        of=len(kinds),
        party=scenario.parties[seat.party].name,
        flag=scenario.parties[seat.party].id,
        flags=tuple(party.id for party in scenario.parties),
        steps=tuple(
            Control(
                f"step:{each.value}",
                say(f"ui.debrief.step.{each.value}"),
                ShowStep(at),
                on=at == step,
                does=say(f"ui.debrief.about.{each.value}"),
            )
            for at, each in enumerate(kinds)
        ),
        title=say(f"ui.debrief.step.{kind.value}"),
        lines=parts.lines,
        asks=parts.asks,
        figures=parts.figures,
        prompts_title=say(f"ui.debrief.prompts.{kind.value}") if parts.prompts else "",
        prompts=parts.prompts,
        previous=Control(
            "previous", say("ui.debrief.previous"), Previous(), does=say("ui.debrief.previous_does")
        )
        if step
        else None,
        next=Control("next", say(f"ui.debrief.{after}"), Next(), does=say(f"ui.debrief.{after}_does")),
        plan=parts.plan,
        believed=parts.believed,
        story=parts.story,
        verdicts=parts.verdicts,
        key_struck=say("ui.concordance.key_struck"),
        key_added=say("ui.concordance.key_added"),
        chart=parts.chart,
        marks=parts.marks,
        departure=parts.departure,
        ways=parts.ways,
        disputes=parts.disputes,
        ticket=parts.ticket,
        sources=parts.sources,
        deeds=_deeds(say, scenario, kind),
    )


def _deeds(say: Catalogue, scenario: Scenario, kind: StepKind) -> tuple[Control, ...]:
    """Return what can be done at a step: look at the game again, look at history, write the game out."""
    made: dict[StepKind, tuple[str, Wish]] = {
        StepKind.STORY: ("again", ShowThisGame()),
        StepKind.DEPARTURE: ("history", ShowHistory()),
        StepKind.TICKET: ("export", ExportGame()),
    }
    if kind not in made or (kind is StepKind.DEPARTURE and not scenario.history):
        return ()
    id, wish = made[kind]
    return (Control(id, say(f"ui.debrief.{id}"), wish, does=say(f"ui.debrief.{id}_does")),)


def _parts(kind: StepKind, wording: Wording, course: Replay, seat: Seat, outcome: Outcome) -> Parts:
    say, scenario = wording.say, wording.scenario
    match kind:
        case StepKind.OUT:
            told = (say("ui.debrief.out", party=scenario.parties[seat.party].name), say("ui.debrief.out_ask"))
            return Parts(told, figures=figures(say, scenario, course, seat), prompts=prompts(say, kind, 3))
        case StepKind.PLAN:
            return plan_part(wording, course, seat, outcome)
        case StepKind.STORY:
            return _story(wording, course, outcome)
        case StepKind.TEXT:
            return _text(wording, found_of(scenario, course, seat), outcome)
        case StepKind.POINTS:
            return points_part(wording, course, seat, outcome)
        case StepKind.PROCESS:
            return process_part(wording, course, seat, outcome)
        case StepKind.DEPARTURE:
            asked = (*prompts(say, kind, 1), *scenario.dossier.questions)
            return Parts(departure=departure(say, scenario, course), prompts=asked)
        case StepKind.OTHER_WAYS:
            return Parts((say("ui.debrief.model"),), ways=_ways(wording, outcome))
        case StepKind.DISPUTES:
            return _disputes(wording, course)
        case StepKind.TICKET:
            return Parts(
                (say("ui.debrief.ticket"), say("ui.debrief.ticket_kept")),
                prompts=prompts(say, kind, 5),
                ticket=tuple(
                    Field(
                        f"ticket:{n}",
                        say(f"ui.debrief.ticket_{n}"),
                        seat.tickets[n],
                        WriteTicket,
                        TICKET_SIGNS,
                        at=n,
                    )
                    for n in range(TICKETS)
                ),
            )


def _story(wording: Wording, course: Replay, outcome: Outcome) -> Parts:
    """Return the ending and the game told move by move, what was hidden from one side included."""
    say, scenario = wording.say, wording.scenario
    ending = scenario.endings[outcome.ending]
    told_by_name = Wording(say, scenario, None)  # a move is told with the name of its delegation
    told = _told_lines(wording, course.happenings[0], "other", 0, say("ui.debrief.about.story"))
    for number, (made, facts) in enumerate(zip(course.moves, course.happenings[1:], strict=True), start=1):
        voice = "you" if made.author == wording.you else "they" if made.author in (0, 1) else "other"
        move = told_by_name.move(made.author, made.move)
        made_by = say("replay.position", number=number, move=move)
        told.append(LogEntry(made_by, voice, 0))
        told += _told_lines(wording, facts, voice, number, made_by)
    did_not = say("ending.counterfactual")
    told_already = ending.epilogue.strip().startswith(did_not.rstrip("."))
    lines = [
        say("ending.head", title=ending.title),
        say("ending.trigger", trigger=say(f"trigger.{outcome.trigger.value}")),
        *((did_not,) if ending.counterfactual and not told_already else ()),
        *paragraphs(ending.epilogue),
        say(f"plausibility.{ending.plausibility}"),
    ]
    sources = tuple(cited(scenario, code) for code in dict.fromkeys(ending.sources))
    return Parts(tuple(lines), story=tuple(told), sources=sources)


def _told_lines(
    wording: Wording, facts: tuple[Happening, ...], voice: str, number: int, after: str
) -> list[LogEntry]:
    """Return what followed from a move as lines of the story; those that tell numbers can be asked why."""
    told: list[LogEntry] = []
    for each in facts:
        reasons = told_reasoned(wording.scenario, each)
        lines = wording.happening(each)
        for line in lines:
            id = f"story:{number}:{len(told)}"
            is_asked = bool(reasons) and any(map(str.isdigit, line))
            ask = (
                Control(id, line, AskWhy(id), note="\n".join((*lines, after)), reasons=reasons)
                if is_asked
                else None
            )
            told.append(LogEntry(line, voice, int(number > 0), ask))
    return told


def _text(wording: Wording, found: Findings, outcome: Outcome) -> Parts:
    say = wording.say
    if wording.scenario.declaration is None or not outcome.signed:
        return Parts((say("ending.nothing_signed"),))
    same = say("ending.same", n=found.text.same, of=found.text.articles)
    each = tuple(
        f"{head(wording, wording.scenario, each)}: {finding(wording, each)}" for each in found.text.verdicts
    )
    reasons = articles_reasoned(found.text.verdicts, found.text.articles)
    ask = Control("result:text", same, AskWhy("result:text"), note="\n".join(each), reasons=reasons)
    lines = (say("ending.is_history"),) if found.text.is_history else ()
    return Parts(lines, asks=(ask,), verdicts=article_verdicts(wording, found.text.verdicts))


def _disputes(wording: Wording, course: Replay) -> Parts:
    """Return what is not settled about that of which this game came to speak; the rest by its titles."""
    say, scenario = wording.say, wording.scenario
    touched = disputes_touched(scenario, course.final)
    rest = [each for each in scenario.dossier.disputes if each not in touched]
    told = tuple(
        Disputed(
            each.title,
            each.text,
            tuple(
                (said.text, tuple(cited(scenario, code) for code in said.sources)) for said in each.readings
            ),
            each.question,
        )
        for each in touched
    )
    lines = [say("ui.debrief.disputed" if told else "ui.debrief.undisputed")]
    if rest:
        lines.append(say("ui.debrief.untouched", titles=" ".join(each.title for each in rest)))
    return Parts(tuple(lines), disputes=told)


def _ways(wording: Wording, outcome: Outcome) -> tuple[OtherWay, ...]:
    """Return two other endings of the same talks: what happened first, then the most plausible."""
    say, scenario = wording.say, wording.scenario
    order = ("historical", "plausible", "possible", "unlikely")
    others = [each for index, each in enumerate(scenario.endings) if index != outcome.ending]
    others.sort(key=lambda each: order.index(each.plausibility))
    return tuple(
        OtherWay(
            each.title,
            say(f"plausibility.{each.plausibility}"),
            paragraphs(each.epilogue),
            tuple(cited(scenario, code) for code in dict.fromkeys(each.sources)),
        )
        for each in others[:2]
    )
