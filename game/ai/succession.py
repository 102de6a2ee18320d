"""A chair that changes hands: from some round on another persona sits in it."""

from bisect import bisect_right

from game.ai.bot import Chosen, Draw
from game.ai.concession import Hours
from game.ai.personas import PersonaBot
from game.rules.scenario import Persona, Scenario
from game.rules.view import PartyView


class Succession:
    """The personas that sit in one chair one after the other, each with its own numbers and its own time.

    Who sits for a round or two reckons with the exchanges of those: he comes to close there, and does not
    wait for what his successor may get.
    """

    __slots__ = ("_bots", "_starts")

    def __init__(self, scenario: Scenario, persona: Persona, party: int) -> None:
        """Seat those whom `persona` sends to the chair of `party`."""
        self._starts = tuple(sits.round for sits in persona.seats[1:])
        bounds = (0, *self._starts, len(scenario.rounds))
        self._bots = tuple(
            PersonaBot(scenario, scenario.personas[sits.persona], party, Hours(scenario, range(first, end)))
            for sits, first, end in zip(persona.seats, bounds, bounds[1:], strict=False)
        )

    def choose(self, view: PartyView, draw: Draw) -> Chosen:
        """Return the move of whoever sits in the round of `view`, and its reasons."""
        return self._bots[bisect_right(self._starts, view.state.round)].choose(view, draw)
