"""Checks that play the scenario: its historical lines, its facts, whether an agreement is possible at all.

Run by `main.py check`; a player who starts a game does not wait for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final

from game.content import codes
from game.content.load import Loaded
from game.content.reading import Reading
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.concordance import Finding, Subject, verdicts
from game.rules.home import standing, support, would_permit, would_ratify
from game.rules.legality import refusal
from game.rules.mandate import needs_failed, orders_broken
from game.rules.moves import Draw, Move
from game.rules.package import OPEN, Package
from game.rules.refusals import Refusal
from game.rules.scenario import NATURE, Fact, FactForm, HistoryLine, Level, Scenario
from game.rules.state import Standing, State, slot_ordinal, to_move
from game.rules.utility import points, reservation

PACKAGES_LIMIT: Final = 200_000
"""Combinations of options beyond which nobody looks for an agreement."""


@dataclass(frozen=True, slots=True)
class Course:
    """A historical line played out as far as it is legal."""

    final: State
    opened: dict[int, State]
    """By the place of each meeting in the calendar: the moment when a party first had the word there."""
    made: int
    error: Refusal | None


def try_out(loaded: Loaded) -> None:
    """Add to the report of a scenario without errors what playing it shows."""
    scenario, reading = loaded.scenario, loaded.reading
    if scenario is None or reading is None:
        return
    opened = open_negotiation(scenario).state
    check_needs_of_history(reading, scenario, opened)
    check_agreement_is_possible(reading, scenario, opened)
    courses = {line.id: played(scenario, line) for line in scenario.history}
    for line in scenario.history:
        check_line(reading, scenario, line, courses[line.id])
    for fact in scenario.facts:
        if fact.line in courses:
            check_fact(reading, scenario, fact, courses[fact.line])


def played(scenario: Scenario, line: HistoryLine) -> Course:
    """Return the course of a line, chance turning as it says, or as is usual where it says nothing."""
    draws = dict(line.draws)
    state, made, ply = open_negotiation(scenario).state, 0, 0
    opened: dict[int, State] = {}
    while state.outcome is None:
        due = automatic(scenario, state, seed=0, game=0, ply=ply, chance_on=False)
        if due is not None:
            author, move = due
            if author == NATURE and isinstance(move, Draw):
                move = Draw(move.event, draws.get(move.event, move.outcome))
        else:
            opened.setdefault(slot_ordinal(scenario, state), state)
            if made == len(line.steps):
                break
            author, move = line.steps[made].author, _move(line, made)
            error = refusal(scenario, state, author, move)
            if error is not None:
                return Course(state, opened, made, error)
            made += 1
        state = apply(scenario, state, author, move).state
        ply += 1
    return Course(state, opened, made, None)


def _move(line: HistoryLine, step: int) -> Move:
    move = line.steps[step].move
    assert isinstance(move, Move)
    return move


def check_line(reading: Reading, scenario: Scenario, line: HistoryLine, course: Course) -> None:
    """Report a line that is refused, goes on after its end, does not end, or ends otherwise than history."""
    where = reading.at("step", f"{line.id}.{min(course.made, len(line.steps) - 1)}")
    step = course.made + 1
    if course.error is not None:
        inner = course.error.because
        why = course.error.why.value if inner is None else f"{course.error.why.value}, {inner.why.value}"
        reading.report.add(codes.N701, where, step=step, line=line.id, why=why)
        return
    if course.made < len(line.steps):
        reading.report.add(codes.N701, where, step=step, line=line.id, why="ENDED")
        return
    if course.final.outcome is None:
        whose = scenario.parties[to_move(course.final)].id
        reading.report.add(codes.N702, where, line=line.id, whose=whose)
        return
    for verdict in verdicts(scenario, course.final.outcome.package):
        if verdict.subject is Subject.ARTICLE and verdict.finding is not Finding.SAME:
            reading.report.add(
                codes.N703, where, line=line.id, article=verdict.number, verdict=verdict.finding.value
            )


def check_fact(reading: Reading, scenario: Scenario, fact: Fact, course: Course) -> None:
    """Report a fact that the numbers break; a line that is refused is reported already."""
    if fact.form is FactForm.LEGAL:
        return
    where = reading.at("fact", fact.id)
    states: list[State] = []
    for slot in (fact.at, fact.until):
        state = course.opened.get(slot)
        if state is None:
            if course.error is None:
                name = next(
                    each.id for round_ in scenario.rounds for each in round_.slots if each.ordinal == slot
                )
                reading.report.add(codes.N706, where, line=fact.line, slot=name)
            return
        states.append(state)
    found = broken_by(scenario, fact, states[0], states[1])
    if found:
        reading.report.add(codes.N705 if fact.warning else codes.N704, where, found=found)


def broken_by(scenario: Scenario, fact: Fact, before: State, after: State) -> str:
    """Return in words what speaks against a fact, "" where it holds; `after` is the later moment of
    `rises` and `falls`, else the same."""
    match fact.form:
        case FactForm.PREFER:
            this, over = (_worth(scenario, fact, before, package) for package in fact.packages)
            return "" if this > over else f"{this} is not more than {over}"
        case FactForm.CARRIES | FactForm.BLOCKS:
            package = fact.packages[0]
            assert package is not None
            carries, found = _carries(scenario, fact, before, package)
            return "" if carries is (fact.form is FactForm.CARRIES) else found
        case FactForm.RISES | FactForm.FALLS:
            one, other = (_number(scenario, fact, state) for state in (before, after))
            holds = other > one if fact.form is FactForm.RISES else other < one
            return "" if holds else f"it goes from {one} to {other}"
        case FactForm.LEGAL:
            return ""


def _worth(scenario: Scenario, fact: Fact, state: State, package: Package | None) -> int:
    """Return points or support; no agreement is the reservation value, or the support that still blocks."""
    if fact.index >= 0:
        if package is None:
            return scenario.constituencies[fact.index].blocks_at
        return support(scenario, state, fact.index, package)
    return (
        reservation(scenario, state, fact.party) if package is None else points(scenario, fact.party, package)
    )


def _carries(scenario: Scenario, fact: Fact, state: State, package: Package) -> tuple[bool, str]:
    """Say whether a home or constituency carries; a constituency blocks only where it is against."""
    if fact.index < 0:
        ask = would_permit if fact.asked_first else would_ratify
        carries = ask(scenario, state, fact.party, package)
        return carries, f"home {'carries' if carries else 'does not carry'} it"
    each = scenario.constituencies[fact.index]
    level = support(scenario, state, fact.index, package)
    if fact.asked_first and each.asked_first_at is not None:
        return (
            level >= each.asked_first_at,
            f"support is {level}, asked first {each.asked_first_at} is needed",
        )
    stands = standing(scenario, fact.index, level)
    wanted = Standing.FOR if fact.form is FactForm.CARRIES else Standing.AGAINST
    carries = (stands is wanted) is (fact.form is FactForm.CARRIES)
    return carries, f"support is {level}, which is '{stands.value}'"


def _number(scenario: Scenario, fact: Fact, state: State) -> int:
    return state.meters[fact.index] if fact.index >= 0 else reservation(scenario, state, fact.party)


def check_needs_of_history(reading: Reading, scenario: Scenario, opened: State) -> None:
    """Warn where an option of the real declaration needs what another of them does not give."""
    for issue, option, need in needs_failed(scenario, opened, scenario.historical_package(), final=True):
        chosen = scenario.issues[issue].options[option]
        name = f"{scenario.issues[issue].id}.{chosen.id}"
        reading.report.add(
            codes.N516, reading.at("option", name), option=name, sentence=chosen.needs[need].sentence
        )


def check_agreement_is_possible(reading: Reading, scenario: Scenario, opened: State) -> None:
    """Warn where no package that no mandate rules out is better than none for both, as things open."""
    agreed = scenario.opening.agreed
    ladders = [
        range(len(issue.options)) if option == OPEN else (option,)
        for issue, option in zip(scenario.issues, agreed, strict=True)
    ]
    if prod(map(len, ladders)) > PACKAGES_LIMIT:
        return
    least = [reservation(scenario, opened, party) for party in (0, 1)]
    for package in product(*ladders):
        if all(points(scenario, party, package) >= least[party] for party in (0, 1)) and not (
            any(needs_failed(scenario, opened, package, final=True)) or _is_barred(scenario, opened, package)
        ):
            return
    reading.report.add(codes.N513, reading.main)


def _is_barred(scenario: Scenario, state: State, package: Package) -> bool:
    return any(
        scenario.orders[order].level is Level.NEVER
        for party in (0, 1)
        for order in orders_broken(scenario, state, party, package)
    )
