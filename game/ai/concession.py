"""How much of its room a delegation has given up at each exchange, as whole thousandths.

The polynomial time-dependent tactic of Faratin, Sierra and Jennings (1998), "Negotiation decision
functions for autonomous agents", with their constant at 0: the share conceded at time t is t ** (1 / beta).
"""

from dataclasses import dataclass
from typing import Self

from game.rules.scenario import RoundKind, Scenario
from game.rules.state import State

WHOLE = 1000
"""All of the room, in the unit of the curve."""


def share_conceded(used: int, last: int, beta_percent: int) -> int:
    """Return the share of the room given up after `used` of `last` exchanges, 0 to 1000, rounded down.

    `beta_percent` is the curvature in hundredths: below 100 it holds firm until late (Boulware), above
    100 it gives way early (Conceder). Reckoned in whole numbers, so that every machine agrees: the
    result is the largest y with (y / 1000) ** beta <= used / last.

    >>> [share_conceded(k, 4, 50) for k in range(5)]
    [0, 62, 250, 562, 1000]

    Raises:
        ValueError: `used` lies outside 0 to `last`, `last` or `beta_percent` is not positive.
    """
    if last <= 0 or not 0 <= used <= last or beta_percent <= 0:
        raise ValueError(f"a share of 0 to {last} and a positive curvature; got {used}, {beta_percent}")
    low, high = 0, WHOLE
    while low < high:
        middle = (low + high + 1) // 2
        if middle**beta_percent * last**100 <= WHOLE**beta_percent * used**100:
            low = middle
        else:
            high = middle - 1
    return low


def curve(exchanges: int, beta_percent: int) -> tuple[int, ...]:
    """Return `share_conceded` at each of `exchanges` exchanges: nothing at the first, all at the last."""
    last = max(1, exchanges - 1)
    return tuple(share_conceded(min(used, last), last, beta_percent) for used in range(max(1, exchanges)))


SIGNING = 1
"""Exchanges at the end that two signatures need: who agrees in the last one agrees too late."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The time that somebody reckons with: the exchanges of the rounds that he sits in."""

    scenario: Scenario
    rounds: range

    @classmethod
    def of_all(cls, scenario: Scenario) -> Self:
        """Return the time of one who sits from the opening to the end."""
        return cls(scenario, range(len(scenario.rounds)))

    @property
    def exchanges(self) -> int:
        """How many exchanges there are to agree in, over every round that bargains."""
        return max(1, self._until(self.rounds.stop) - SIGNING)

    def now(self, state: State) -> int:
        """Return which of these exchanges this is, from 0; meetings cut short by holds count whole."""
        before = self._until(min(self.rounds.stop, state.round))
        if state.round not in self.rounds:
            return before
        slots = self.scenario.rounds[state.round].slots
        return before + sum(slot.exchanges for slot in slots[: state.slot]) + state.exchange

    def _until(self, end: int) -> int:
        rounds = self.scenario.rounds[self.rounds.start : end]
        talks = (round_ for round_ in rounds if round_.kind is RoundKind.TALKS)
        return sum(slot.exchanges for round_ in talks for slot in round_.slots)
