"""What spans several sections and can be told from the files alone, one small function per check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from game.content import codes
from game.content.contested import check_contested
from game.content.expressions import report_unordered
from game.content.machine import needed, reachable
from game.content.official import check_declaration
from game.content.reading import Reading
from game.content.visibility import check_audiences, check_effects
from game.rules.package import OPEN
from game.rules.scenario import (
    END,
    Instruct,
    Level,
    PutDecision,
    Run,
    Scenario,
    Schedule,
    SetAgenda,
    Signs,
    Trigger,
)

NUMBERS_PER_SENTENCE: Final = 12
"""Numbers for which one sentence may be the reason before it is asked for more."""


def check(reading: Reading, scenario: Scenario, failed: frozenset[str]) -> None:
    """Report what the sections say together and should not, passing over what reads one of `failed`."""
    for sections, found in _CHECKS:
        if not failed & set(sections):
            found(reading, scenario)


def check_grounds(reading: Reading, scenario: Scenario) -> None:
    """Warn of a sentence that is given as the reason of many numbers."""
    for ground in reading.grounds:
        if ground.numbers > NUMBERS_PER_SENTENCE:
            count, limit = ground.numbers, NUMBERS_PER_SENTENCE
            reading.report.add(codes.N602, ground.node, count=count, limit=limit)


def check_order(reading: Reading, scenario: Scenario) -> None:
    """Report comparisons by order with an issue whose options have none."""
    unordered = frozenset(index for index, issue in enumerate(scenario.issues) if not issue.ordered)
    for parsed in reading.parsed:
        report_unordered(parsed, unordered, reading.report)


def check_agenda(reading: Reading, scenario: Scenario) -> None:
    """Report an issue that stands agreed at the opening and is on the first agenda all the same."""
    opening = scenario.opening
    first = scenario.rounds[opening.round]
    for issue in sorted(first.agenda - first.reopens):
        if opening.agreed[issue] != OPEN:
            where = reading.at("round", first.id)
            reading.report.add(codes.N421, where, issue=scenario.issues[issue].id)


def check_required(reading: Reading, scenario: Scenario) -> None:
    """Report an issue without which nothing can be signed and which is never on the table."""
    tabled = {issue for each in scenario.rounds for issue in each.agenda | each.reopens}
    tabled |= {effect.issue for effect in _effects(reading) if isinstance(effect, SetAgenda)}
    for index in sorted(scenario.requires - tabled):
        if scenario.opening.agreed[index] == OPEN:
            issue = scenario.issues[index].id
            reading.report.add(codes.N423, reading.at("issue", issue), issue=issue)


def check_endings(reading: Reading, scenario: Scenario) -> None:
    """Report ways to end that no ending is certain to tell."""
    last = reading.at("ending", scenario.endings[-1].id) if scenario.endings else reading.main
    ends = _ending_triggers(scenario)
    for trigger in Trigger:
        certain = any(trigger in each.after and each.when is None for each in scenario.endings)
        if trigger in ends and not certain:
            reading.report.add(codes.N501, last, trigger=trigger.value)


def check_endings_are_met(reading: Reading, scenario: Scenario) -> None:
    """Warn of endings that can never be told."""
    ends = _ending_triggers(scenario)
    told: dict[Trigger, str] = {}
    for ending in scenario.endings:
        left = ending.after & ends
        where = reading.at("ending", ending.id)
        if not left:
            reading.report.add(codes.N502, where, ending=ending.id, reason="the talks cannot end so")
        elif left <= set(told):
            reason = f"'{told[min(left, key=list(Trigger).index)]}' above it is always taken before"
            reading.report.add(codes.N502, where, ending=ending.id, reason=reason)
        if ending.when is None:
            told |= {trigger: ending.id for trigger in ending.after if trigger not in told}


def _ending_triggers(scenario: Scenario) -> frozenset[Trigger]:
    """Return the triggers on which some round that can be reached may lead to the end.

    Any round may break down: an event that ends the talks can come, or be injected, at any time.
    """
    met = reachable(scenario.protocol, scenario.opening.round)
    found: set[Trigger] = set()
    for (index, trigger), edges in scenario.protocol.items():
        if index not in met or index == END:
            continue
        each = scenario.rounds[index]
        may_conclude = all(delegation.signs is not Signs.NONE for delegation in each.delegations)
        can_occur = trigger in needed(each.kind, may_conclude=may_conclude) | {Trigger.BREAKDOWN}
        if can_occur and any(edge.target == END for edge in edges):
            found.add(trigger)
    return frozenset(found)


def check_decisions(reading: Reading, scenario: Scenario) -> None:
    """Report a decision that may have no open choice, and one that nothing ever puts."""
    put = {effect.decision for effect in _effects(reading) if isinstance(effect, PutDecision)}
    for index, decision in enumerate(scenario.decisions):
        where = reading.at("decision", decision.id)
        if not any(
            choice.when is None and (choice.runs is None or choice.runs.kind is Run.HOLD)
            for choice in decision.choices
        ):
            reading.report.add(codes.N503, where, decision=decision.id)
        if decision.when is None and index not in put:
            reading.report.add(codes.N511, where, decision=decision.id)


def check_homes(reading: Reading, scenario: Scenario) -> None:
    """Report a home that nothing could satisfy."""
    for party, home in zip(scenario.parties, scenario.homes, strict=True):
        votes = sum(each.votes for each in scenario.constituencies if each.party == home.party)
        if home.quorum > votes:
            where = reading.at("home", party.id)
            reading.report.add(codes.N520, where, party=party.id, quorum=home.quorum, votes=votes)


def check_events(reading: Reading, scenario: Scenario) -> None:
    """Report an event that would be drawn for ever, and warn of one that nothing ever fires."""
    scheduled = {effect.event for effect in _effects(reading) if isinstance(effect, Schedule)}
    for index, event in enumerate(scenario.events):
        if event.repeats and event.outcomes:
            reading.report.add(codes.N519, reading.at("event", event.id), event=event.id)
        if event.when is None and index not in scheduled and not event.inject:
            reading.report.add(codes.N512, reading.at("event", event.id), event=event.id)


def check_mandates(reading: Reading, scenario: Scenario) -> None:
    """Warn of an option that both mandates rule out for good."""
    moved = {effect.order for effect in _effects(reading) if isinstance(effect, Instruct)}
    barred: dict[tuple[int, int], set[int]] = {}
    for index, order in enumerate(scenario.orders):
        if order.issue is None or order.option is None:
            continue
        if order.level is Level.NEVER and index not in moved:
            barred.setdefault((order.issue, order.option), set()).add(order.party)
    for (issue, option), parties in barred.items():
        if len(parties) == len(scenario.parties):
            name = f"{scenario.issues[issue].id}.{scenario.issues[issue].options[option].id}"
            reading.report.add(codes.N508, reading.at("option", name), option=name)


def check_points(reading: Reading, scenario: Scenario) -> None:
    """Warn of an issue on the table that is worth the same to everybody however it is settled."""
    tabled = {issue for each in scenario.rounds for issue in each.agenda | each.reopens}
    linked = {issue for linkage in scenario.linkages for issue in linkage.when.reads_issues()}
    heard = {
        issue
        for each in scenario.constituencies
        for term in each.terms
        for expression in (term.add, term.when)
        if expression is not None
        for issue in expression.reads_issues()
    }
    for index, issue in enumerate(scenario.issues):
        flat = all(len(set(table[index])) <= 1 for table in scenario.points)
        if flat and index in tabled and index not in linked | heard:
            reading.report.add(codes.N509, reading.at("issue", issue.id), issue=issue.id)


def check_ladders(reading: Reading, scenario: Scenario) -> None:
    """Warn of an issue whose options are not in the order that the points of the parties give them.

    Points may stand still, and both parties may gain in the same direction; but they turn round nowhere,
    and do not run from the second party's ideal to the first's.
    """
    first, second = scenario.parties
    for index, issue in enumerate(scenario.issues):
        rows = [table[index] for table in scenario.points]
        if not issue.ordered:
            continue
        turned = any(list(row) not in (sorted(row), sorted(row, reverse=True)) for row in rows)
        inverted = rows[0][0] < rows[0][-1] and rows[1][0] > rows[1][-1]
        if turned or inverted:
            where = reading.at("issue", issue.id)
            reading.report.add(codes.N517, where, issue=issue.id, first=first.id, second=second.id)


def check_voices(reading: Reading, scenario: Scenario) -> None:
    """Warn of contested words in texts that should be neutral."""
    check_contested(reading)


def _effects(reading: Reading) -> Iterator[object]:
    return (caused.effect for caused in reading.caused)


_SEEN: Final = ("meters", "flags", "actions", "decisions", "events", "mandates", "documents")
_EFFECTS: Final = ("actions", "decisions", "events")

_CHECKS: Final[tuple[tuple[tuple[str, ...], Callable[[Reading, Scenario], None]], ...]] = (
    ((), check_grounds),
    ((), check_voices),
    (("issues",), check_order),
    ((*_SEEN, "homes", "constituencies"), check_audiences),
    (_SEEN, check_effects),
    (("rounds", "opening", "issues"), check_agenda),
    (("rounds", "opening", "issues", *_EFFECTS), check_required),
    (("rounds", "opening", "protocol", "endings"), check_endings),
    (("rounds", "opening", "ways", "protocol", "endings"), check_endings_are_met),
    (("homes", "constituencies"), check_homes),
    (_EFFECTS, check_decisions),
    (_EFFECTS, check_events),
    (("mandates", "issues", *_EFFECTS), check_mandates),
    (("points", "issues", "rounds", "linkages", "constituencies"), check_points),
    (("points", "issues"), check_ladders),
    (("issues", "declaration"), check_declaration),
)
