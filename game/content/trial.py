"""Checks that play the scenario: its historical lines and its facts.

Run by `main.py check`; a player who starts a game does not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content import codes
from game.content.diagnostics import Code
from game.content.facts import broken_by, cases_that_fit
from game.content.load import Loaded
from game.content.reading import Reading
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.concordance import Finding, Subject, verdicts
from game.rules.legality import refusal
from game.rules.mandate import needs_failed
from game.rules.moves import Draw, Move
from game.rules.refusals import Refusal
from game.rules.scenario import NATURE, Fact, FactForm, HistoryLine, Scenario
from game.rules.state import State, slot_ordinal, to_move


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
    for code, values in (*line_faults(scenario, line, course), *text_faults(scenario, line, course)):
        reading.report.add(code, where, **values)


Fault = tuple[Code, dict[str, object]]
"""A code and the values of its sentence."""


def line_faults(scenario: Scenario, line: HistoryLine, course: Course) -> Iterator[Fault]:
    """Yield what is wrong with the course of a line, its text apart."""
    step = course.made + 1
    if course.error is not None:
        inner = course.error.because
        why = course.error.why.value if inner is None else f"{course.error.why.value}, {inner.why.value}"
        yield codes.N701, {"step": step, "line": line.id, "why": why}
    elif course.made < len(line.steps):
        yield codes.N701, {"step": step, "line": line.id, "why": "ENDED"}
    elif course.final.outcome is None:
        mover = to_move(course.final)
        whose = scenario.parties[mover].id if mover in (0, 1) else "both"
        yield codes.N702, {"line": line.id, "whose": whose}
    elif not any(fact.form is FactForm.LEGAL and fact.line == line.id for fact in scenario.facts):
        yield from ending_faults(scenario, line.id, course)


def ending_faults(scenario: Scenario, line: str, course: Course) -> Iterator[Fault]:
    """Yield the ending of a line where it is one that did not happen.

    A fact that claims the line reports it, so that what the facts say of the vote comes before it.
    """
    outcome = course.final.outcome
    if outcome is not None and outcome.ending >= 0 and scenario.endings[outcome.ending].counterfactual:
        yield codes.N708, {"line": line, "ending": scenario.endings[outcome.ending].id}


def text_faults(scenario: Scenario, line: HistoryLine, course: Course) -> Iterator[Fault]:
    """Yield the articles that a line, played to its end, has in other words than history's."""
    if course.error is not None or course.made < len(line.steps) or course.final.outcome is None:
        return
    for verdict in verdicts(scenario, course.final.outcome.package):
        if verdict.subject is Subject.ARTICLE and verdict.finding is not Finding.SAME:
            found = {"line": line.id, "article": verdict.number, "verdict": verdict.finding.value}
            yield codes.N703, found


def check_fact(reading: Reading, scenario: Scenario, fact: Fact, course: Course) -> None:
    """Report a fact that the numbers break; a line that is refused is reported already."""
    for code, values in fact_faults(scenario, fact, course):
        reading.report.add(code, reading.at("fact", fact.id), **values)


def fact_faults(scenario: Scenario, fact: Fact, course: Course) -> Iterator[Fault]:
    """Yield what is wrong with a fact on the course of its line; of a line cut short, of what it reached."""
    line = next(line for line in scenario.history if line.id == fact.line)
    is_whole = not any(line_faults(scenario, line, course))
    if fact.form is FactForm.LEGAL:
        yield from ending_faults(scenario, fact.line, course) if is_whole else ()
        return
    states: list[State] = []
    for slot in (fact.at, fact.until):
        state = course.opened.get(slot)
        if state is None:
            if is_whole:
                name = next(
                    each.id for round_ in scenario.rounds for each in round_.slots if each.ordinal == slot
                )
                yield codes.N706, {"line": fact.line, "slot": name}
            return
        states.append(state)
    if fact.varied and not cases_that_fit(scenario, fact, states[0]):
        yield codes.N707, {}
        return
    found = broken_by(scenario, fact, states[0], states[1])
    if found:
        yield codes.N705 if fact.warning else codes.N704, {"found": found}


def check_needs_of_history(reading: Reading, scenario: Scenario, opened: State) -> None:
    """Warn where an option of the real declaration needs what another of them does not give."""
    for issue, option, need in needs_failed(scenario, opened, scenario.historical_package(), final=True):
        chosen = scenario.issues[issue].options[option]
        name = f"{scenario.issues[issue].id}.{chosen.id}"
        reading.report.add(
            codes.N516, reading.at("option", name), option=name, sentence=chosen.needs[need].sentence
        )
