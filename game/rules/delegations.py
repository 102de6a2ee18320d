"""Who speaks for a party now, and with what powers."""

from game.rules.scenario import Delegation, Scenario
from game.rules.state import State


def delegation(scenario: Scenario, state: State, party: int) -> Delegation:
    """Return the delegation of `party`: the delegate that was sent, else the one that the round lists."""
    sent = state.delegates[party]
    if sent >= 0:
        return scenario.delegates[sent].delegation
    return scenario.rounds[state.round].delegations[party]
