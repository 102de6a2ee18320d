"""What a delegation may sign, as it is written."""

from game.rules.scenario import Scenario


def test_full_powers_may_end_at_some_issues(ports: Scenario) -> None:
    envoys, heads = ports.rounds[0].delegations, ports.rounds[1].delegations
    ferry_and_dues = frozenset((ports.issue_index("ferry"), ports.issue_index("dues")))
    assert [delegation.issues for delegation in envoys] == [None, ferry_and_dues]
    assert [delegation.issues for delegation in heads] == [None, None]
