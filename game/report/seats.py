"""A seat of a table: who sat there, and what they wrote for themselves beside the save."""

from dataclasses import dataclass, field

from game.analysis.notebook import Marked, marked
from game.desk.beside import kept_with
from game.desk.notebook import from_kept
from game.desk.plan_card import Plan, plan_kept
from game.rules.transcript import Replay
from game.session.saves import Save


@dataclass(frozen=True, slots=True)
class Kept:
    """What a seat wrote for itself, beside the save."""

    plan: Plan = field(default_factory=Plan)
    ticket: tuple[str, ...] = ()
    notebook: Marked | None = None  # None where nothing was guessed


@dataclass(frozen=True, slots=True)
class Sat:
    """Who sat in a chair."""

    team: str = ""  # what its students called themselves
    persona: str = ""  # the id of an opponent, "" for students
    roles: tuple[str, ...] = ()


def sat_of(save: Save, party: int) -> Sat:
    """Return who sat in the chair of a party."""
    sitter = save.header.seats[party][1]
    team = sitter.name if sitter.is_person else ""
    return Sat(team, sitter.persona, save.header.placed.roles[party])


def kept_of(save: Save, course: Replay, party: int) -> Kept:
    """Return what the seat of a party wrote for itself in a game that is over."""
    scenario = save.scenario
    told = kept_with(save.path, scenario.parties[party].id)
    ticket = told.get("ticket")
    guesses = from_kept(scenario, told.get("notebook"))
    return Kept(
        plan=plan_kept(scenario, told),
        ticket=tuple(map(str, ticket)) if isinstance(ticket, list) else (),
        notebook=marked(scenario, course, party, guesses) if guesses else None,
    )
