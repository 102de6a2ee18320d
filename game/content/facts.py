"""What the numbers of a scenario say of the facts of the record, at the moment that a fact speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.draft import Draft
from game.rules.effects import run_effects
from game.rules.home import standing, support, would_permit, would_ratify
from game.rules.mandate import needs_failed
from game.rules.package import Package
from game.rules.scenario import Event, Fact, FactForm, Scenario
from game.rules.state import Standing, State
from game.rules.utility import points, reservation

Case = tuple[Package | None, ...]


def cases_that_fit(scenario: Scenario, fact: Fact, state: State) -> tuple[Case, ...]:
    """Return the cases in which the fact must hold: of those varied, the ones that a text could have."""
    if not fact.varied:
        return fact.cases
    return tuple(
        case
        for case in fact.cases
        if not any(
            True
            for package in case
            if package is not None
            for _ in needs_failed(scenario, state, package, final=True)
        )
    )


def broken_by(scenario: Scenario, fact: Fact, before: State, after: State) -> str:
    """Return in words what speaks against a fact, "" where it holds; `after` is the later moment of
    `rises` and `falls`, else the same. A fact of a line is for those who play the line."""
    if fact.form is FactForm.LEGAL:
        return ""
    if fact.form in (FactForm.RISES, FactForm.FALLS):
        if fact.event >= 0:
            after = _after(scenario, scenario.events[fact.event], before)
        one, other = (_number(scenario, fact, state) for state in (before, after))
        holds = other > one if fact.form is FactForm.RISES else other < one
        return "" if holds else f"it goes from {one} to {other}"
    for case in cases_that_fit(scenario, fact, before):
        found = _against(scenario, fact, before, case)
        if found:
            where = ", ".join(_varied(scenario, fact, case))
            return f"{found} with {where}" if where else found
    return ""


def _against(scenario: Scenario, fact: Fact, state: State, case: Case) -> str:
    """Return what speaks against one case of a fact."""
    if fact.form is FactForm.PREFER:
        this, over = (_worth(scenario, fact, state, package) for package in case)
        return "" if this > over else f"{this} is not more than {over}"
    (package,) = case
    if package is None:
        return "no package is named"
    if fact.form is FactForm.STANDS:
        level = support(scenario, state, fact.index, package)
        stands = standing(scenario, fact.index, level).value
        return "" if stands == fact.standing else f"support is {level}, which is '{stands}'"
    carries, found = _carries(scenario, fact, state, package)
    return "" if carries is (fact.form is FactForm.CARRIES) else found


def _varied(scenario: Scenario, fact: Fact, case: Case) -> Iterator[str]:
    package = next((each for each in case if each is not None), None)
    for index in sorted(fact.varied) if package is not None else ():
        issue = scenario.issues[index]
        yield f"{issue.id}.{issue.options[package[index]].id}" if package is not None else ""


def _after(scenario: Scenario, event: Event, state: State) -> State:
    """Return the state with what an event does, and nothing that follows from it; chance is as usual."""
    draft = Draft(scenario, state)
    effects = event.outcomes[event.usual].effects if event.outcomes else ()
    run_effects(draft, (*event.effects, *effects), event.id)
    return draft.state


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
