"""What there is to sign; found by the second engine."""

from dataclasses import replace

from game.rules.refusals import Why
from game.rules.scenario import Scenario
from tests.rules.playing import package, played, refused
from tests.rules.test_legality import AT_HEADS


def test_where_nothing_is_agreed_and_nothing_can_be_there_is_nothing_to_sign(ports: Scenario) -> None:
    """Events may have taken every issue off the agenda."""
    scenario = replace(ports, requires=frozenset())
    nothing = package(scenario)
    state = replace(played(scenario, *AT_HEADS), provisional=nothing, agenda=(False,) * len(nothing))
    found = refused(scenario, state, "tarn sign")
    assert found is not None
    assert (found.why, found.issues) == (Why.REQUIRED_OPEN, tuple(range(len(nothing))))
