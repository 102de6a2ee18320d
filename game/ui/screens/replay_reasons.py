"""What the numbers of a game that is looked at are made of: its moves, options, what a position is worth.

Told for one party's seat, whose secrets alone are in the scenario of its frames, or for a reader who may know
all.
"""

from collections.abc import Sequence

from game.desk.frames import Frame
from game.rules.package import merged
from game.rules.reasoned import (
    lock_reasoned,
    option_reasoned,
    points_reasoned,
    reservation_reasoned,
    told_reasoned,
)
from game.rules.reasons import How, Reasoned, counted
from game.text.explain import term_lines
from game.text.wording import Wording
from game.ui.screens.parts import Control
from game.ui.screens.result_reasons import Found, outcome_reasoned
from game.ui.wishes import AskWhy


def moves_reasoned(number: int) -> Reasoned:
    """Return the number of a move: as many as were made up to it, as far as the reader was told."""
    return counted("moves", "move", range(1, number + 1))


def step_reasoned(frame: Frame, last: int) -> Found:
    """Return which move of how many led to a position, and the numbers that were told of it."""
    told = (each for fact in frame.happenings for each in told_reasoned(frame.scenario, fact))
    return (moves_reasoned(frame.number), moves_reasoned(last), *told)


def rung_reasoned(frame: Frame, party: int | None, issue: int, option: int) -> Found:
    """Return what an option is worth, and how far orders keep it from the seat; nobody's seat has orders."""
    scenario, state = frame.scenario, frame.state
    if party is None:
        worth = tuple(option_reasoned(scenario, each, issue, option) for each in (0, 1))
        return (*worth, Reasoned("lock", 0, How.LARGEST, ()))
    lock = lock_reasoned(scenario, state, party, issue, option)
    return (option_reasoned(scenario, party, issue, option), lock)


def worth_reasoned(so_far: Sequence[Frame], party: int) -> Found:
    """Return what the last of these positions is worth to a party: having no agreement, what is agreed or has
    come of it, then each offer laid upon what is agreed."""
    frame = so_far[-1]
    scenario, state = frame.scenario, frame.state
    if state.outcome is not None:
        # What having no agreement was worth is settled as the last signature is given.
        then = next((each.state for each in reversed(so_far) if each.state.signed_package is None), state)
        return (
            reservation_reasoned(scenario, then, party),
            outcome_reasoned(scenario, state.outcome, party),
        )
    offered = (each for offer in state.offers if offer is not None for each in offer.packages)
    laid = (merged(state.provisional, each) for each in offered)
    packages = (state.provisional, *laid)
    return (
        reservation_reasoned(scenario, state, party),
        *(points_reasoned(scenario, party, each) for each in packages),
    )


def worth_asks(wording: Wording, so_far: Sequence[Frame], lines: Sequence[str]) -> tuple[Control, ...]:
    """Return what a position is worth to each side that is told of, each line to be asked for its terms."""
    seats = (0, 1) if wording.you is None else (wording.you,)
    asks = []
    for party, line in zip(seats, lines, strict=True):
        found = worth_reasoned(so_far, party)
        without, agreed = (term_lines(wording, each) for each in found[:2])
        id = f"worth:{wording.scenario.parties[party].id}"
        told = "\n".join((line, *agreed, *without))
        asks.append(Control(id, line, AskWhy(id), note=told, reasons=found))
    return tuple(asks)
