"""Shorter lines of play that still come to the same: moves are left out as long as the rest is legal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.analysis.things import REFUSALS, Kind, Thing, met_at_opening, met_by
from game.rules.apply import apply, open_negotiation
from game.rules.chance import automatic
from game.rules.legality import refusal
from game.rules.moves import Draw
from game.rules.scenario import NATURE, Scenario
from game.rules.state import to_move
from game.rules.transcript import Made

CUTS = (16, 8, 4, 3, 2, 1)
"""How many moves of the parties are left out at once, tried in this order."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of play at whose end `thing` is met; of a refusal, `refused` is the move refused there."""

    thing: Thing
    moves: tuple[Made, ...]
    refused: Made | None = None


def shortened(scenario: Scenario, line: Line, going: Callable[[], bool]) -> Line:
    """Return a line no longer than `line` that meets the same thing; homes and chance speak as they must."""
    draws = {made.move.event: made.move.outcome for made in line.moves if isinstance(made.move, Draw)}
    parties = [made for made in line.moves if made.author in (0, 1)]
    best = line
    for cut in CUTS:
        at = len(parties) - cut
        while at >= 0 and going():
            rest = parties[:at] + parties[at + cut :]
            played = _played(scenario, line, rest, draws)
            if played is not None and len(played) < len(best.moves):
                best = Line(line.thing, played, line.refused)
                parties = [made for made in played if made.author in (0, 1)]
                at = min(at, len(parties)) - cut
            else:
                at -= 1
    return best


def is_met(scenario: Scenario, line: Line) -> bool:
    """Say whether `line` is legal from the opening to its end and meets its thing there, and not before."""
    opened = open_negotiation(scenario)
    state, found = opened.state, line.thing in met_at_opening(opened.state, opened.happenings)
    for number, made in enumerate(line.moves):
        if refusal(scenario, state, made.author, made.move) is not None:
            return False
        applied = apply(scenario, state, made.author, made.move)
        if line.thing in met_by(made.author, made.move, state, applied.state, applied.happenings):
            found = number == len(line.moves) - 1
        state = applied.state
    if line.refused is None:
        return found
    why = refusal(scenario, state, line.refused.author, line.refused.move)
    return why is not None and why.why is REFUSALS[line.thing.first]


def _played(
    scenario: Scenario, line: Line, parties: Sequence[Made], draws: dict[int, int]
) -> tuple[Made, ...] | None:
    """Return the line of the parties' moves up to where its thing is met, or None where it is not."""
    opened = open_negotiation(scenario)
    state, waiting = opened.state, list(reversed(parties))
    done: list[Made] = []
    by_refusal = line.thing.kind is Kind.REFUSAL
    if not by_refusal and line.thing in met_at_opening(state, opened.happenings):
        return ()
    while state.outcome is None:
        due = automatic(scenario, state, 0, 0, 0, chance_on=False)
        if due is not None and isinstance(due[1], Draw):
            due = NATURE, Draw(due[1].event, draws.get(due[1].event, due[1].outcome))
        if due is None:
            if not waiting or to_move(state) not in (0, 1):
                break
            made = waiting.pop()
            if refusal(scenario, state, made.author, made.move) is not None:
                return None
            due = made.author, made.move
        applied = apply(scenario, state, *due)
        done.append(Made(*due))
        if not by_refusal and line.thing in met_by(*due, state, applied.state, applied.happenings):
            return tuple(done)
        state = applied.state
    if not by_refusal or line.refused is None or waiting:
        return None
    why = refusal(scenario, state, line.refused.author, line.refused.move)
    return tuple(done) if why is not None and why.why is REFUSALS[line.thing.first] else None
