"""Short ways to write positions: `played(scenario, "vale propose ferry=weekly", ...)`."""

from functools import lru_cache

from game.content.diagnostics import Report
from game.content.names import Names, named
from game.content.plan_moves import read_move
from game.content.plan_words import LineFault, Words
from game.content.source import Source
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.legality import refusal
from game.rules.moves import PartyMove
from game.rules.package import Package
from game.rules.refusals import Refusal
from game.rules.scenario import Scenario
from game.rules.state import State


def package(scenario: Scenario, *options: str) -> Package:
    """Return the package written as `ferry=weekly dues=half`."""
    return scenario.package(**dict(option.split("=") for option in options))


def parsed(scenario: Scenario, line: str) -> tuple[int, PartyMove]:
    """Return the author and move of a line of a plan, such as `tarn accept A ferry` or `vale act toast`."""
    report, source = Report(), Source("a test", line)
    report.register(source)
    try:
        words = Words(_names(scenario), source, 1, report, set())
        return words.party(), read_move(words)
    except LineFault:
        raise ValueError(report.render()) from None


@lru_cache(maxsize=64)
def _names(scenario: Scenario) -> Names:
    return named(scenario)


def settled(scenario: Scenario, state: State) -> State:
    """Return `state` after all that nature (its usual outcome) and the homes have to say."""
    for ply in range(50):
        due = automatic(scenario, state, 0, 0, ply, chance_on=False)
        if due is None:
            return state
        state = apply(scenario, state, *due).state
    raise AssertionError("nature and the homes do not come to an end")


def played(scenario: Scenario, *lines: str, start: State | None = None) -> State:
    """Return the state after `lines`, each of which must be legal."""
    state = start or open_negotiation(scenario).state
    state = settled(scenario, state)
    for line in lines:
        author, move = parsed(scenario, line)
        found = refusal(scenario, state, author, move)
        assert found is None, f"{line!r} is refused: {found}"
        state = settled(scenario, apply(scenario, state, author, move).state)
    return state


def refused(scenario: Scenario, state: State, line: str) -> Refusal | None:
    """Return why the move in `line` is refused now, or None."""
    return refusal(scenario, state, *parsed(scenario, line))
